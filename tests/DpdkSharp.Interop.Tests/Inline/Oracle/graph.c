#include <rte_graph_worker.h>
#include "export.h"

EXPORT(void, rte_graph_walk, (struct rte_graph *g), (g))
EXPORT(void, rte_node_enqueue, (struct rte_graph *g, struct rte_node *n, rte_edge_t e, void **o, uint16_t c), (g, n, e, o, c))
EXPORT(void, rte_node_enqueue_x1, (struct rte_graph *g, struct rte_node *n, rte_edge_t e, void *a), (g, n, e, a))
EXPORT(void, rte_node_enqueue_x2, (struct rte_graph *g, struct rte_node *n, rte_edge_t e, void *a, void *b), (g, n, e, a, b))
EXPORT(void, rte_node_enqueue_x4, (struct rte_graph *g, struct rte_node *n, rte_edge_t e, void *a, void *b, void *c, void *d), (g, n, e, a, b, c, d))
EXPORT(void, rte_node_enqueue_next, (struct rte_graph *g, struct rte_node *n, rte_edge_t *e, void **o, uint16_t c), (g, n, e, o, c))
EXPORT(void **, rte_node_next_stream_get, (struct rte_graph *g, struct rte_node *n, rte_edge_t e, uint16_t c), (g, n, e, c))
EXPORT(void, rte_node_next_stream_put, (struct rte_graph *g, struct rte_node *n, rte_edge_t e, uint16_t c), (g, n, e, c))
EXPORT(void, rte_node_next_stream_move, (struct rte_graph *g, struct rte_node *n, rte_edge_t e), (g, n, e))
