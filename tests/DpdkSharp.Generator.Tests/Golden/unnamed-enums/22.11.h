enum { FIRST = 1, SECOND, NEGATIVE = -3 };
enum { LARGE = 0xF0000000u };
typedef enum { LOW, HIGH = 9 } level_t;
typedef enum tagged { TAGGED } other_t;
struct user { enum { INSIDE, OUTSIDE = 2 } place; level_t level; other_t other; enum tagged tagged; };
level_t pick(enum tagged which, other_t other);
