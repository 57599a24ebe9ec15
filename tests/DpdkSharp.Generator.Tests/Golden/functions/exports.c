int plain, takes_callback, returns_callback, by_value, log_message, log_list, array_parameter, vectors, trial, old, counter, pair;
__thread int per_thread;
