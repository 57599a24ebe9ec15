int trial, inside, old, old_with_a_reason, stable;
