#define GUARD
#define STATEMENT do { } while (0)
#define TYPE struct nothing
#define ATTRIBUTE __attribute__((unused))
#define CALL() 1
#define MAXIMUM(a, b) ((a) > (b) ? (a) : (b))
#define NEEDS_A_VARIABLE (variable + 1)
#define NEEDS_WHAT_IS_NOT_THERE (nowhere + 1)
#define UNDEFINED_LATER 1
#undef UNDEFINED_LATER
#define DEFINED_ANEW 1
#undef DEFINED_ANEW
#define DEFINED_ANEW 2
#define KEPT 3
extern int variable;
