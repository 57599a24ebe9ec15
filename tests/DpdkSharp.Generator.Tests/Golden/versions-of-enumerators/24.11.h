enum kind { KIND_A, KIND_NEW, KIND_B, KIND_MAX = 10 };
enum { LIMIT = 16, ONLY_NEW = 2 };
enum turns_signed { TURNS_A = 1, TURNS_B = -1 };
enum added { ADDED };
