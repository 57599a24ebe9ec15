/* What mempool has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#include <rte_mempool.h>
#include <rte_mempool_trace_fp.h>

DPDKSHARP_EXPORT struct rte_mempool_objhdr *dpdksharp_rte_mempool_get_header(void *obj) { return rte_mempool_get_header(obj); }

DPDKSHARP_EXPORT struct rte_mempool *dpdksharp_rte_mempool_from_obj(void *obj) { return rte_mempool_from_obj(obj); }

DPDKSHARP_EXPORT struct rte_mempool_objtlr *dpdksharp_rte_mempool_get_trailer(void *obj) { return rte_mempool_get_trailer(obj); }

DPDKSHARP_EXPORT struct rte_mempool_ops *dpdksharp_rte_mempool_get_ops(int32_t ops_index) { return rte_mempool_get_ops(ops_index); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_mempool_ops_dequeue_bulk(struct rte_mempool *mp, void **obj_table, uint32_t n) { return rte_mempool_ops_dequeue_bulk(mp, obj_table, n); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_mempool_ops_dequeue_contig_blocks(struct rte_mempool *mp, void **first_obj_table, uint32_t n) { return rte_mempool_ops_dequeue_contig_blocks(mp, first_obj_table, n); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_mempool_ops_enqueue_bulk(struct rte_mempool *mp, void *const *obj_table, uint32_t n) { return rte_mempool_ops_enqueue_bulk(mp, obj_table, n); }

DPDKSHARP_EXPORT struct rte_mempool_cache *dpdksharp_rte_mempool_default_cache(struct rte_mempool *mp, uint32_t lcore_id) { return rte_mempool_default_cache(mp, lcore_id); }

DPDKSHARP_EXPORT void dpdksharp_rte_mempool_cache_flush(struct rte_mempool_cache *cache, struct rte_mempool *mp) { rte_mempool_cache_flush(cache, mp); }

DPDKSHARP_EXPORT void dpdksharp_rte_mempool_do_generic_put(struct rte_mempool *mp, void *const *obj_table, uint32_t n, struct rte_mempool_cache *cache) { rte_mempool_do_generic_put(mp, obj_table, n, cache); }

DPDKSHARP_EXPORT void dpdksharp_rte_mempool_generic_put(struct rte_mempool *mp, void *const *obj_table, uint32_t n, struct rte_mempool_cache *cache) { rte_mempool_generic_put(mp, obj_table, n, cache); }

DPDKSHARP_EXPORT void dpdksharp_rte_mempool_put_bulk(struct rte_mempool *mp, void *const *obj_table, uint32_t n) { rte_mempool_put_bulk(mp, obj_table, n); }

DPDKSHARP_EXPORT void dpdksharp_rte_mempool_put(struct rte_mempool *mp, void *obj) { rte_mempool_put(mp, obj); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_mempool_do_generic_get(struct rte_mempool *mp, void **obj_table, uint32_t n, struct rte_mempool_cache *cache) { return rte_mempool_do_generic_get(mp, obj_table, n, cache); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_mempool_generic_get(struct rte_mempool *mp, void **obj_table, uint32_t n, struct rte_mempool_cache *cache) { return rte_mempool_generic_get(mp, obj_table, n, cache); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_mempool_get_bulk(struct rte_mempool *mp, void **obj_table, uint32_t n) { return rte_mempool_get_bulk(mp, obj_table, n); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_mempool_get(struct rte_mempool *mp, void **obj_p) { return rte_mempool_get(mp, obj_p); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_mempool_get_contig_blocks(struct rte_mempool *mp, void **first_obj_table, uint32_t n) { return rte_mempool_get_contig_blocks(mp, first_obj_table, n); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_mempool_full(const struct rte_mempool *mp) { return rte_mempool_full(mp); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_mempool_empty(const struct rte_mempool *mp) { return rte_mempool_empty(mp); }

DPDKSHARP_EXPORT rte_iova_t dpdksharp_rte_mempool_virt2iova(const void *elt) { return rte_mempool_virt2iova(elt); }

DPDKSHARP_EXPORT void *dpdksharp_rte_mempool_get_priv(struct rte_mempool *mp) { return rte_mempool_get_priv(mp); }

DPDKSHARP_EXPORT void dpdksharp_rte_mempool_trace_ops_dequeue_bulk(void *mempool, void **obj_table, uint32_t nb_objs) { rte_mempool_trace_ops_dequeue_bulk(mempool, obj_table, nb_objs); }

DPDKSHARP_EXPORT void dpdksharp_rte_mempool_trace_ops_dequeue_contig_blocks(void *mempool, void **first_obj_table, uint32_t nb_objs) { rte_mempool_trace_ops_dequeue_contig_blocks(mempool, first_obj_table, nb_objs); }

DPDKSHARP_EXPORT void dpdksharp_rte_mempool_trace_ops_enqueue_bulk(void *mempool, void *const *obj_table, uint32_t nb_objs) { rte_mempool_trace_ops_enqueue_bulk(mempool, obj_table, nb_objs); }

DPDKSHARP_EXPORT void dpdksharp_rte_mempool_trace_generic_put(void *mempool, void *const *obj_table, uint32_t nb_objs, void *cache) { rte_mempool_trace_generic_put(mempool, obj_table, nb_objs, cache); }

DPDKSHARP_EXPORT void dpdksharp_rte_mempool_trace_put_bulk(void *mempool, void *const *obj_table, uint32_t nb_objs, void *cache) { rte_mempool_trace_put_bulk(mempool, obj_table, nb_objs, cache); }

DPDKSHARP_EXPORT void dpdksharp_rte_mempool_trace_generic_get(void *mempool, void *const *obj_table, uint32_t nb_objs, void *cache) { rte_mempool_trace_generic_get(mempool, obj_table, nb_objs, cache); }

DPDKSHARP_EXPORT void dpdksharp_rte_mempool_trace_get_bulk(void *mempool, void **obj_table, uint32_t nb_objs, void *cache) { rte_mempool_trace_get_bulk(mempool, obj_table, nb_objs, cache); }

DPDKSHARP_EXPORT void dpdksharp_rte_mempool_trace_get_contig_blocks(void *mempool, void **first_obj_table, uint32_t nb_objs) { rte_mempool_trace_get_contig_blocks(mempool, first_obj_table, nb_objs); }

DPDKSHARP_EXPORT void dpdksharp_rte_mempool_trace_default_cache(void *mempool, uint32_t lcore_id, void *default_cache) { rte_mempool_trace_default_cache(mempool, lcore_id, default_cache); }

DPDKSHARP_EXPORT void dpdksharp_rte_mempool_trace_cache_flush(void *cache, void *mempool) { rte_mempool_trace_cache_flush(cache, mempool); }
