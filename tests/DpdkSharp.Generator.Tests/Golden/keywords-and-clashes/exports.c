int internal, twice;
