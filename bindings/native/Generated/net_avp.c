/* What net_avp has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#include <rte_avp_common.h>
#include <rte_avp_fifo.h>

DPDKSHARP_EXPORT void dpdksharp_avp_fifo_init(struct rte_avp_fifo *fifo, uint32_t size) { avp_fifo_init(fifo, size); }

DPDKSHARP_EXPORT uint32_t dpdksharp_avp_fifo_put(struct rte_avp_fifo *fifo, void **data, uint32_t num) { return avp_fifo_put(fifo, data, num); }

DPDKSHARP_EXPORT uint32_t dpdksharp_avp_fifo_get(struct rte_avp_fifo *fifo, void **data, uint32_t num) { return avp_fifo_get(fifo, data, num); }

DPDKSHARP_EXPORT uint32_t dpdksharp_avp_fifo_count(struct rte_avp_fifo *fifo) { return avp_fifo_count(fifo); }

DPDKSHARP_EXPORT uint32_t dpdksharp_avp_fifo_free_count(struct rte_avp_fifo *fifo) { return avp_fifo_free_count(fifo); }
