/* What graph has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#include <rte_graph.h>
#include <rte_graph_worker.h>
#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
#include <rte_graph_worker_common.h>
#endif
#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
#include <rte_graph_model_mcore_dispatch.h>
#endif
#if DPDKSHARP_FOR(0x4) /* 25.11 */
#include <rte_graph_feature_arc.h>
#endif
#if DPDKSHARP_FOR(0x4) /* 25.11 */
#include <rte_graph_feature_arc_worker.h>
#endif

DPDKSHARP_EXPORT int32_t dpdksharp_rte_node_is_invalid(rte_node_t id) { return rte_node_is_invalid(id); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_edge_is_invalid(rte_edge_t id) { return rte_edge_is_invalid(id); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_graph_is_invalid(rte_graph_t id) { return rte_graph_is_invalid(id); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_graph_has_stats_feature(void) { return rte_graph_has_stats_feature(); }

DPDKSHARP_EXPORT void dpdksharp_rte_graph_walk(struct rte_graph *graph) { rte_graph_walk(graph); }

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp___rte_node_process(struct rte_graph *graph, struct rte_node *node) { __rte_node_process(graph, node); }
#endif

DPDKSHARP_EXPORT void dpdksharp___rte_node_enqueue_tail_update(struct rte_graph *graph, struct rte_node *node) { __rte_node_enqueue_tail_update(graph, node); }

DPDKSHARP_EXPORT void dpdksharp___rte_node_enqueue_prologue(struct rte_graph *graph, struct rte_node *node, const uint16_t idx, const uint16_t space) { __rte_node_enqueue_prologue(graph, node, idx, space); }

DPDKSHARP_EXPORT struct rte_node *dpdksharp___rte_node_next_node_get(struct rte_node *node, rte_edge_t next) { return __rte_node_next_node_get(node, next); }

DPDKSHARP_EXPORT void dpdksharp_rte_node_enqueue(struct rte_graph *graph, struct rte_node *node, rte_edge_t next, void **objs, uint16_t nb_objs) { rte_node_enqueue(graph, node, next, objs, nb_objs); }

DPDKSHARP_EXPORT void dpdksharp_rte_node_enqueue_x1(struct rte_graph *graph, struct rte_node *node, rte_edge_t next, void *obj) { rte_node_enqueue_x1(graph, node, next, obj); }

DPDKSHARP_EXPORT void dpdksharp_rte_node_enqueue_x2(struct rte_graph *graph, struct rte_node *node, rte_edge_t next, void *obj0, void *obj1) { rte_node_enqueue_x2(graph, node, next, obj0, obj1); }

DPDKSHARP_EXPORT void dpdksharp_rte_node_enqueue_x4(struct rte_graph *graph, struct rte_node *node, rte_edge_t next, void *obj0, void *obj1, void *obj2, void *obj3) { rte_node_enqueue_x4(graph, node, next, obj0, obj1, obj2, obj3); }

DPDKSHARP_EXPORT void dpdksharp_rte_node_enqueue_next(struct rte_graph *graph, struct rte_node *node, rte_edge_t *nexts, void **objs, uint16_t nb_objs) { rte_node_enqueue_next(graph, node, nexts, objs, nb_objs); }

DPDKSHARP_EXPORT void **dpdksharp_rte_node_next_stream_get(struct rte_graph *graph, struct rte_node *node, rte_edge_t next, uint16_t nb_objs) { return rte_node_next_stream_get(graph, node, next, nb_objs); }

DPDKSHARP_EXPORT void dpdksharp_rte_node_next_stream_put(struct rte_graph *graph, struct rte_node *node, rte_edge_t next, uint16_t idx) { rte_node_next_stream_put(graph, node, next, idx); }

DPDKSHARP_EXPORT void dpdksharp_rte_node_next_stream_move(struct rte_graph *graph, struct rte_node *src, rte_edge_t next) { rte_node_next_stream_move(graph, src, next); }

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT uint8_t dpdksharp_rte_graph_worker_model_no_check_get(struct rte_graph *graph) { return rte_graph_worker_model_no_check_get(graph); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_node_xstat_increment(struct rte_node *node, uint16_t xstat_id, uint64_t value) { rte_node_xstat_increment(node, xstat_id, value); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_graph_walk_rtc(struct rte_graph *graph) { rte_graph_walk_rtc(graph); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_graph_walk_mcore_dispatch(struct rte_graph *graph) { rte_graph_walk_mcore_dispatch(graph); }
#endif

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT struct rte_graph_feature_arc_mbuf_dynfields *dpdksharp_rte_graph_feature_arc_mbuf_dynfields_get(struct rte_mbuf *mbuf, const int32_t dyn_offset) { return rte_graph_feature_arc_mbuf_dynfields_get(mbuf, dyn_offset); }
#endif

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT int32_t dpdksharp_rte_graph_feature_is_valid(rte_graph_feature_t feature) { return rte_graph_feature_is_valid(feature); }
#endif

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT int32_t dpdksharp_rte_graph_feature_data_is_valid(rte_graph_feature_data_t feature_data) { return rte_graph_feature_data_is_valid(feature_data); }
#endif

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT struct rte_graph_feature_arc *dpdksharp_rte_graph_feature_arc_get(rte_graph_feature_arc_t arc) { return rte_graph_feature_arc_get(arc); }
#endif

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT struct rte_graph_feature_data *dpdksharp___rte_graph_feature_data_get(struct rte_graph_feature_arc *arc, rte_graph_feature_data_t fdata) { return __rte_graph_feature_data_get(arc, fdata); }
#endif

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT rte_edge_t dpdksharp___rte_graph_feature_data_edge_get(struct rte_graph_feature_data *fdata) { return __rte_graph_feature_data_edge_get(fdata); }
#endif

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT uint16_t dpdksharp___rte_graph_feature_data_app_cookie_get(struct rte_graph_feature_data *fdata) { return __rte_graph_feature_data_app_cookie_get(fdata); }
#endif

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT rte_graph_feature_data_t dpdksharp___rte_graph_feature_data_next_feature_get(struct rte_graph_feature_data *fdata) { return __rte_graph_feature_data_next_feature_get(fdata); }
#endif

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT uint16_t dpdksharp_rte_graph_feature_data_app_cookie_get(struct rte_graph_feature_arc *arc, rte_graph_feature_data_t fdata) { return rte_graph_feature_data_app_cookie_get(arc, fdata); }
#endif

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT int32_t dpdksharp_rte_graph_feature_data_next_feature_get(struct rte_graph_feature_arc *arc, rte_graph_feature_data_t *fdata, rte_edge_t *next_edge) { return rte_graph_feature_data_next_feature_get(arc, fdata, next_edge); }
#endif

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT struct rte_graph_feature_data *dpdksharp_rte_graph_feature_data_get(struct rte_graph_feature_arc *arc, rte_graph_feature_data_t fdata) { return rte_graph_feature_data_get(arc, fdata); }
#endif

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT int32_t dpdksharp_rte_graph_feature_data_first_feature_get(struct rte_graph_feature_arc *arc, uint32_t index, rte_graph_feature_data_t *fdata, rte_edge_t *edge) { return rte_graph_feature_data_first_feature_get(arc, index, fdata, edge); }
#endif

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT uint64_t dpdksharp_rte_graph_feature_arc_is_any_feature_enabled(struct rte_graph_feature_arc *arc) { return rte_graph_feature_arc_is_any_feature_enabled(arc); }
#endif

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_graph_feature_arc_prefetch(struct rte_graph_feature_arc *arc) { rte_graph_feature_arc_prefetch(arc); }
#endif

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_graph_feature_arc_feature_data_prefetch(struct rte_graph_feature_arc *arc, rte_graph_feature_data_t fdata) { rte_graph_feature_arc_feature_data_prefetch(arc, fdata); }
#endif
