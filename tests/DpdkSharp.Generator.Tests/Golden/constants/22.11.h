#define INTEGER 42
#define NEGATIVE -1
#define UNSIGNED 0xFFFFFFFFu
#define LONG_VALUE (1ULL << 40)
#define EXPRESSION (INTEGER * 2 + 1)
#define REAL 1.5
#define TEXT "with \"quotes\"\n"
#define CHARACTER 'a'
#define CAST ((uint16_t)~0)
#define EMPTY
#define FUNCTION_LIKE(x) ((x) + 1)
#define SYNTAX do { } while (0)
#define USES_RUN_TIME (the_variable + 1)
#define RTE_EXCLUDED 1
extern int the_variable;
enum { ANONYMOUS = 3 };
enum signed_enum { BELOW = -2, ABOVE = 2 };
enum mirrored { MIRROR = 1 };
#define MIRROR MIRROR
