__rte_experimental int trial(void);
__rte_internal int inside(void);
__attribute__((deprecated)) int old(void);
__attribute__((deprecated("use another"))) int old_with_a_reason(void);
int stable(void);
static inline int in_the_header(void) { return 0; }
int exported_nowhere(void);
