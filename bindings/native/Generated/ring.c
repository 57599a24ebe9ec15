/* What ring has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#include <rte_ring_core.h>
#include <rte_ring.h>
#include <rte_ring_elem.h>
#include <rte_ring_hts.h>
#include <rte_ring_rts.h>
#include <rte_ring_peek.h>
#include <rte_ring_peek_zc.h>
#if DPDKSHARP_FOR(0x4) /* 25.11 */
#include <rte_soring.h>
#endif

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_mp_enqueue_bulk(struct rte_ring *r, void *const *obj_table, uint32_t n, uint32_t *free_space) { return rte_ring_mp_enqueue_bulk(r, obj_table, n, free_space); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_sp_enqueue_bulk(struct rte_ring *r, void *const *obj_table, uint32_t n, uint32_t *free_space) { return rte_ring_sp_enqueue_bulk(r, obj_table, n, free_space); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_enqueue_bulk(struct rte_ring *r, void *const *obj_table, uint32_t n, uint32_t *free_space) { return rte_ring_enqueue_bulk(r, obj_table, n, free_space); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_ring_mp_enqueue(struct rte_ring *r, void *obj) { return rte_ring_mp_enqueue(r, obj); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_ring_sp_enqueue(struct rte_ring *r, void *obj) { return rte_ring_sp_enqueue(r, obj); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_ring_enqueue(struct rte_ring *r, void *obj) { return rte_ring_enqueue(r, obj); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_mc_dequeue_bulk(struct rte_ring *r, void **obj_table, uint32_t n, uint32_t *available) { return rte_ring_mc_dequeue_bulk(r, obj_table, n, available); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_sc_dequeue_bulk(struct rte_ring *r, void **obj_table, uint32_t n, uint32_t *available) { return rte_ring_sc_dequeue_bulk(r, obj_table, n, available); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_dequeue_bulk(struct rte_ring *r, void **obj_table, uint32_t n, uint32_t *available) { return rte_ring_dequeue_bulk(r, obj_table, n, available); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_ring_mc_dequeue(struct rte_ring *r, void **obj_p) { return rte_ring_mc_dequeue(r, obj_p); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_ring_sc_dequeue(struct rte_ring *r, void **obj_p) { return rte_ring_sc_dequeue(r, obj_p); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_ring_dequeue(struct rte_ring *r, void **obj_p) { return rte_ring_dequeue(r, obj_p); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_count(const struct rte_ring *r) { return rte_ring_count(r); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_free_count(const struct rte_ring *r) { return rte_ring_free_count(r); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_ring_full(const struct rte_ring *r) { return rte_ring_full(r); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_ring_empty(const struct rte_ring *r) { return rte_ring_empty(r); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_get_size(const struct rte_ring *r) { return rte_ring_get_size(r); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_get_capacity(const struct rte_ring *r) { return rte_ring_get_capacity(r); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_get_prod_sync_type(const struct rte_ring *r) { return rte_ring_get_prod_sync_type(r); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_ring_is_prod_single(const struct rte_ring *r) { return rte_ring_is_prod_single(r); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_get_cons_sync_type(const struct rte_ring *r) { return rte_ring_get_cons_sync_type(r); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_ring_is_cons_single(const struct rte_ring *r) { return rte_ring_is_cons_single(r); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_mp_enqueue_burst(struct rte_ring *r, void *const *obj_table, uint32_t n, uint32_t *free_space) { return rte_ring_mp_enqueue_burst(r, obj_table, n, free_space); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_sp_enqueue_burst(struct rte_ring *r, void *const *obj_table, uint32_t n, uint32_t *free_space) { return rte_ring_sp_enqueue_burst(r, obj_table, n, free_space); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_enqueue_burst(struct rte_ring *r, void *const *obj_table, uint32_t n, uint32_t *free_space) { return rte_ring_enqueue_burst(r, obj_table, n, free_space); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_mc_dequeue_burst(struct rte_ring *r, void **obj_table, uint32_t n, uint32_t *available) { return rte_ring_mc_dequeue_burst(r, obj_table, n, available); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_sc_dequeue_burst(struct rte_ring *r, void **obj_table, uint32_t n, uint32_t *available) { return rte_ring_sc_dequeue_burst(r, obj_table, n, available); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_dequeue_burst(struct rte_ring *r, void **obj_table, uint32_t n, uint32_t *available) { return rte_ring_dequeue_burst(r, obj_table, n, available); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_mp_enqueue_bulk_elem(struct rte_ring *r, const void *obj_table, uint32_t esize, uint32_t n, uint32_t *free_space) { return rte_ring_mp_enqueue_bulk_elem(r, obj_table, esize, n, free_space); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_sp_enqueue_bulk_elem(struct rte_ring *r, const void *obj_table, uint32_t esize, uint32_t n, uint32_t *free_space) { return rte_ring_sp_enqueue_bulk_elem(r, obj_table, esize, n, free_space); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_enqueue_bulk_elem(struct rte_ring *r, const void *obj_table, uint32_t esize, uint32_t n, uint32_t *free_space) { return rte_ring_enqueue_bulk_elem(r, obj_table, esize, n, free_space); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_ring_mp_enqueue_elem(struct rte_ring *r, void *obj, uint32_t esize) { return rte_ring_mp_enqueue_elem(r, obj, esize); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_ring_sp_enqueue_elem(struct rte_ring *r, void *obj, uint32_t esize) { return rte_ring_sp_enqueue_elem(r, obj, esize); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_ring_enqueue_elem(struct rte_ring *r, void *obj, uint32_t esize) { return rte_ring_enqueue_elem(r, obj, esize); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_mc_dequeue_bulk_elem(struct rte_ring *r, void *obj_table, uint32_t esize, uint32_t n, uint32_t *available) { return rte_ring_mc_dequeue_bulk_elem(r, obj_table, esize, n, available); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_sc_dequeue_bulk_elem(struct rte_ring *r, void *obj_table, uint32_t esize, uint32_t n, uint32_t *available) { return rte_ring_sc_dequeue_bulk_elem(r, obj_table, esize, n, available); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_dequeue_bulk_elem(struct rte_ring *r, void *obj_table, uint32_t esize, uint32_t n, uint32_t *available) { return rte_ring_dequeue_bulk_elem(r, obj_table, esize, n, available); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_ring_mc_dequeue_elem(struct rte_ring *r, void *obj_p, uint32_t esize) { return rte_ring_mc_dequeue_elem(r, obj_p, esize); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_ring_sc_dequeue_elem(struct rte_ring *r, void *obj_p, uint32_t esize) { return rte_ring_sc_dequeue_elem(r, obj_p, esize); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_ring_dequeue_elem(struct rte_ring *r, void *obj_p, uint32_t esize) { return rte_ring_dequeue_elem(r, obj_p, esize); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_mp_enqueue_burst_elem(struct rte_ring *r, const void *obj_table, uint32_t esize, uint32_t n, uint32_t *free_space) { return rte_ring_mp_enqueue_burst_elem(r, obj_table, esize, n, free_space); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_sp_enqueue_burst_elem(struct rte_ring *r, const void *obj_table, uint32_t esize, uint32_t n, uint32_t *free_space) { return rte_ring_sp_enqueue_burst_elem(r, obj_table, esize, n, free_space); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_enqueue_burst_elem(struct rte_ring *r, const void *obj_table, uint32_t esize, uint32_t n, uint32_t *free_space) { return rte_ring_enqueue_burst_elem(r, obj_table, esize, n, free_space); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_mc_dequeue_burst_elem(struct rte_ring *r, void *obj_table, uint32_t esize, uint32_t n, uint32_t *available) { return rte_ring_mc_dequeue_burst_elem(r, obj_table, esize, n, available); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_sc_dequeue_burst_elem(struct rte_ring *r, void *obj_table, uint32_t esize, uint32_t n, uint32_t *available) { return rte_ring_sc_dequeue_burst_elem(r, obj_table, esize, n, available); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_dequeue_burst_elem(struct rte_ring *r, void *obj_table, uint32_t esize, uint32_t n, uint32_t *available) { return rte_ring_dequeue_burst_elem(r, obj_table, esize, n, available); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_mp_hts_enqueue_bulk_elem(struct rte_ring *r, const void *obj_table, uint32_t esize, uint32_t n, uint32_t *free_space) { return rte_ring_mp_hts_enqueue_bulk_elem(r, obj_table, esize, n, free_space); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_mc_hts_dequeue_bulk_elem(struct rte_ring *r, void *obj_table, uint32_t esize, uint32_t n, uint32_t *available) { return rte_ring_mc_hts_dequeue_bulk_elem(r, obj_table, esize, n, available); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_mp_hts_enqueue_burst_elem(struct rte_ring *r, const void *obj_table, uint32_t esize, uint32_t n, uint32_t *free_space) { return rte_ring_mp_hts_enqueue_burst_elem(r, obj_table, esize, n, free_space); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_mc_hts_dequeue_burst_elem(struct rte_ring *r, void *obj_table, uint32_t esize, uint32_t n, uint32_t *available) { return rte_ring_mc_hts_dequeue_burst_elem(r, obj_table, esize, n, available); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_mp_hts_enqueue_bulk(struct rte_ring *r, void *const *obj_table, uint32_t n, uint32_t *free_space) { return rte_ring_mp_hts_enqueue_bulk(r, obj_table, n, free_space); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_mc_hts_dequeue_bulk(struct rte_ring *r, void **obj_table, uint32_t n, uint32_t *available) { return rte_ring_mc_hts_dequeue_bulk(r, obj_table, n, available); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_mp_hts_enqueue_burst(struct rte_ring *r, void *const *obj_table, uint32_t n, uint32_t *free_space) { return rte_ring_mp_hts_enqueue_burst(r, obj_table, n, free_space); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_mc_hts_dequeue_burst(struct rte_ring *r, void **obj_table, uint32_t n, uint32_t *available) { return rte_ring_mc_hts_dequeue_burst(r, obj_table, n, available); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_mp_rts_enqueue_bulk_elem(struct rte_ring *r, const void *obj_table, uint32_t esize, uint32_t n, uint32_t *free_space) { return rte_ring_mp_rts_enqueue_bulk_elem(r, obj_table, esize, n, free_space); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_mc_rts_dequeue_bulk_elem(struct rte_ring *r, void *obj_table, uint32_t esize, uint32_t n, uint32_t *available) { return rte_ring_mc_rts_dequeue_bulk_elem(r, obj_table, esize, n, available); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_mp_rts_enqueue_burst_elem(struct rte_ring *r, const void *obj_table, uint32_t esize, uint32_t n, uint32_t *free_space) { return rte_ring_mp_rts_enqueue_burst_elem(r, obj_table, esize, n, free_space); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_mc_rts_dequeue_burst_elem(struct rte_ring *r, void *obj_table, uint32_t esize, uint32_t n, uint32_t *available) { return rte_ring_mc_rts_dequeue_burst_elem(r, obj_table, esize, n, available); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_mp_rts_enqueue_bulk(struct rte_ring *r, void *const *obj_table, uint32_t n, uint32_t *free_space) { return rte_ring_mp_rts_enqueue_bulk(r, obj_table, n, free_space); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_mc_rts_dequeue_bulk(struct rte_ring *r, void **obj_table, uint32_t n, uint32_t *available) { return rte_ring_mc_rts_dequeue_bulk(r, obj_table, n, available); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_mp_rts_enqueue_burst(struct rte_ring *r, void *const *obj_table, uint32_t n, uint32_t *free_space) { return rte_ring_mp_rts_enqueue_burst(r, obj_table, n, free_space); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_mc_rts_dequeue_burst(struct rte_ring *r, void **obj_table, uint32_t n, uint32_t *available) { return rte_ring_mc_rts_dequeue_burst(r, obj_table, n, available); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_get_prod_htd_max(const struct rte_ring *r) { return rte_ring_get_prod_htd_max(r); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_ring_set_prod_htd_max(struct rte_ring *r, uint32_t v) { return rte_ring_set_prod_htd_max(r, v); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_get_cons_htd_max(const struct rte_ring *r) { return rte_ring_get_cons_htd_max(r); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_ring_set_cons_htd_max(struct rte_ring *r, uint32_t v) { return rte_ring_set_cons_htd_max(r, v); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_enqueue_bulk_elem_start(struct rte_ring *r, uint32_t n, uint32_t *free_space) { return rte_ring_enqueue_bulk_elem_start(r, n, free_space); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_enqueue_bulk_start(struct rte_ring *r, uint32_t n, uint32_t *free_space) { return rte_ring_enqueue_bulk_start(r, n, free_space); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_enqueue_burst_elem_start(struct rte_ring *r, uint32_t n, uint32_t *free_space) { return rte_ring_enqueue_burst_elem_start(r, n, free_space); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_enqueue_burst_start(struct rte_ring *r, uint32_t n, uint32_t *free_space) { return rte_ring_enqueue_burst_start(r, n, free_space); }

DPDKSHARP_EXPORT void dpdksharp_rte_ring_enqueue_elem_finish(struct rte_ring *r, const void *obj_table, uint32_t esize, uint32_t n) { rte_ring_enqueue_elem_finish(r, obj_table, esize, n); }

DPDKSHARP_EXPORT void dpdksharp_rte_ring_enqueue_finish(struct rte_ring *r, void *const *obj_table, uint32_t n) { rte_ring_enqueue_finish(r, obj_table, n); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_dequeue_bulk_elem_start(struct rte_ring *r, void *obj_table, uint32_t esize, uint32_t n, uint32_t *available) { return rte_ring_dequeue_bulk_elem_start(r, obj_table, esize, n, available); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_dequeue_bulk_start(struct rte_ring *r, void **obj_table, uint32_t n, uint32_t *available) { return rte_ring_dequeue_bulk_start(r, obj_table, n, available); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_dequeue_burst_elem_start(struct rte_ring *r, void *obj_table, uint32_t esize, uint32_t n, uint32_t *available) { return rte_ring_dequeue_burst_elem_start(r, obj_table, esize, n, available); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_dequeue_burst_start(struct rte_ring *r, void **obj_table, uint32_t n, uint32_t *available) { return rte_ring_dequeue_burst_start(r, obj_table, n, available); }

DPDKSHARP_EXPORT void dpdksharp_rte_ring_dequeue_elem_finish(struct rte_ring *r, uint32_t n) { rte_ring_dequeue_elem_finish(r, n); }

DPDKSHARP_EXPORT void dpdksharp_rte_ring_dequeue_finish(struct rte_ring *r, uint32_t n) { rte_ring_dequeue_finish(r, n); }

DPDKSHARP_EXPORT void dpdksharp___rte_ring_get_elem_addr(struct rte_ring *r, uint32_t head, uint32_t esize, uint32_t num, void **dst1, uint32_t *n1, void **dst2) { __rte_ring_get_elem_addr(r, head, esize, num, dst1, n1, dst2); }

DPDKSHARP_EXPORT uint32_t dpdksharp___rte_ring_do_enqueue_zc_elem_start(struct rte_ring *r, uint32_t esize, uint32_t n, uint32_t behavior, struct rte_ring_zc_data *zcd, uint32_t *free_space) { return __rte_ring_do_enqueue_zc_elem_start(r, esize, n, behavior, zcd, free_space); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_enqueue_zc_bulk_elem_start(struct rte_ring *r, uint32_t esize, uint32_t n, struct rte_ring_zc_data *zcd, uint32_t *free_space) { return rte_ring_enqueue_zc_bulk_elem_start(r, esize, n, zcd, free_space); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_enqueue_zc_bulk_start(struct rte_ring *r, uint32_t n, struct rte_ring_zc_data *zcd, uint32_t *free_space) { return rte_ring_enqueue_zc_bulk_start(r, n, zcd, free_space); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_enqueue_zc_burst_elem_start(struct rte_ring *r, uint32_t esize, uint32_t n, struct rte_ring_zc_data *zcd, uint32_t *free_space) { return rte_ring_enqueue_zc_burst_elem_start(r, esize, n, zcd, free_space); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_enqueue_zc_burst_start(struct rte_ring *r, uint32_t n, struct rte_ring_zc_data *zcd, uint32_t *free_space) { return rte_ring_enqueue_zc_burst_start(r, n, zcd, free_space); }

DPDKSHARP_EXPORT void dpdksharp_rte_ring_enqueue_zc_elem_finish(struct rte_ring *r, uint32_t n) { rte_ring_enqueue_zc_elem_finish(r, n); }

DPDKSHARP_EXPORT void dpdksharp_rte_ring_enqueue_zc_finish(struct rte_ring *r, uint32_t n) { rte_ring_enqueue_zc_finish(r, n); }

DPDKSHARP_EXPORT uint32_t dpdksharp___rte_ring_do_dequeue_zc_elem_start(struct rte_ring *r, uint32_t esize, uint32_t n, uint32_t behavior, struct rte_ring_zc_data *zcd, uint32_t *available) { return __rte_ring_do_dequeue_zc_elem_start(r, esize, n, behavior, zcd, available); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_dequeue_zc_bulk_elem_start(struct rte_ring *r, uint32_t esize, uint32_t n, struct rte_ring_zc_data *zcd, uint32_t *available) { return rte_ring_dequeue_zc_bulk_elem_start(r, esize, n, zcd, available); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_dequeue_zc_bulk_start(struct rte_ring *r, uint32_t n, struct rte_ring_zc_data *zcd, uint32_t *available) { return rte_ring_dequeue_zc_bulk_start(r, n, zcd, available); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_dequeue_zc_burst_elem_start(struct rte_ring *r, uint32_t esize, uint32_t n, struct rte_ring_zc_data *zcd, uint32_t *available) { return rte_ring_dequeue_zc_burst_elem_start(r, esize, n, zcd, available); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ring_dequeue_zc_burst_start(struct rte_ring *r, uint32_t n, struct rte_ring_zc_data *zcd, uint32_t *available) { return rte_ring_dequeue_zc_burst_start(r, n, zcd, available); }

DPDKSHARP_EXPORT void dpdksharp_rte_ring_dequeue_zc_elem_finish(struct rte_ring *r, uint32_t n) { rte_ring_dequeue_zc_elem_finish(r, n); }

DPDKSHARP_EXPORT void dpdksharp_rte_ring_dequeue_zc_finish(struct rte_ring *r, uint32_t n) { rte_ring_dequeue_zc_finish(r, n); }
