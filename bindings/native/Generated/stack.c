/* What stack has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#include <rte_stack.h>
#include <rte_stack_std.h>
#include <rte_stack_lf.h>
#include <rte_stack_lf_generic.h>

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_stack_push(struct rte_stack *s, void *const *obj_table, uint32_t n) { return rte_stack_push(s, obj_table, n); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_stack_pop(struct rte_stack *s, void **obj_table, uint32_t n) { return rte_stack_pop(s, obj_table, n); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_stack_count(struct rte_stack *s) { return rte_stack_count(s); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_stack_free_count(struct rte_stack *s) { return rte_stack_free_count(s); }

DPDKSHARP_EXPORT uint32_t dpdksharp___rte_stack_std_push(struct rte_stack *s, void *const *obj_table, uint32_t n) { return __rte_stack_std_push(s, obj_table, n); }

DPDKSHARP_EXPORT uint32_t dpdksharp___rte_stack_std_pop(struct rte_stack *s, void **obj_table, uint32_t n) { return __rte_stack_std_pop(s, obj_table, n); }

DPDKSHARP_EXPORT uint32_t dpdksharp___rte_stack_std_count(struct rte_stack *s) { return __rte_stack_std_count(s); }

DPDKSHARP_EXPORT uint32_t dpdksharp___rte_stack_lf_push(struct rte_stack *s, void *const *obj_table, uint32_t n) { return __rte_stack_lf_push(s, obj_table, n); }

DPDKSHARP_EXPORT uint32_t dpdksharp___rte_stack_lf_pop(struct rte_stack *s, void **obj_table, uint32_t n) { return __rte_stack_lf_pop(s, obj_table, n); }

DPDKSHARP_EXPORT uint32_t dpdksharp___rte_stack_lf_count(struct rte_stack *s) { return __rte_stack_lf_count(s); }

DPDKSHARP_EXPORT void dpdksharp___rte_stack_lf_push_elems(struct rte_stack_lf_list *list, struct rte_stack_lf_elem *first, struct rte_stack_lf_elem *last, uint32_t num) { __rte_stack_lf_push_elems(list, first, last, num); }

DPDKSHARP_EXPORT struct rte_stack_lf_elem *dpdksharp___rte_stack_lf_pop_elems(struct rte_stack_lf_list *list, uint32_t num, void **obj_table, struct rte_stack_lf_elem **last) { return __rte_stack_lf_pop_elems(list, num, obj_table, last); }
