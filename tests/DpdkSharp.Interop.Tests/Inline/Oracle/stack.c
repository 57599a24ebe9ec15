#include <rte_stack.h>
#include "export.h"

EXPORT(unsigned, rte_stack_push, (struct rte_stack *s, void *const *o, unsigned n), (s, o, n))
EXPORT(unsigned, rte_stack_pop, (struct rte_stack *s, void **o, unsigned n), (s, o, n))
EXPORT(unsigned, rte_stack_count, (struct rte_stack *s), (s))
EXPORT(int, rte_atomic128_cmp_exchange, (rte_int128_t *d, rte_int128_t *e, const rte_int128_t *s, unsigned w, int a, int b), (d, e, s, w, a, b))
