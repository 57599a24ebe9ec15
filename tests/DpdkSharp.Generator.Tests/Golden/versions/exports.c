int both, old_only, new_only, changed;
