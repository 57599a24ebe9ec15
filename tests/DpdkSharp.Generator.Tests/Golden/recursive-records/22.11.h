struct left;
struct right { struct left *left; struct right *next[2]; int (*visit)(struct right *self); };
struct left { struct right right; struct left *self; };
