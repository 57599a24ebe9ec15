enum kind { KIND_A, KIND_B, KIND_OLD, KIND_MAX };
enum { LIMIT = 8, ONLY_OLD = 1 };
enum turns_signed { TURNS_A = 1 };
enum removed { REMOVED };
