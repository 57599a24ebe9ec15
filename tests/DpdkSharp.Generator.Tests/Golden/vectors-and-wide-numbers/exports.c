int by_value, by_pointer, extended, wide_by_value;
