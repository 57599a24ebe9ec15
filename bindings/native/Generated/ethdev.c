/* What ethdev has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#include <rte_dev_info.h>
#include <rte_eth_ctrl.h>
#include <rte_cman.h>
#include <rte_ethdev.h>
#include <rte_ethdev_core.h>
#include <rte_ethdev_trace_fp.h>
#include <rte_flow.h>
#include <rte_mtr.h>
#include <rte_tm.h>

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_eth_rss_hf_refine(uint64_t rss_hf) { return rte_eth_rss_hf_refine(rss_hf); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_eth_rx_burst(uint16_t port_id, uint16_t queue_id, struct rte_mbuf **rx_pkts, const uint16_t nb_pkts) { return rte_eth_rx_burst(port_id, queue_id, rx_pkts, nb_pkts); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_eth_rx_queue_count(uint16_t port_id, uint16_t queue_id) { return rte_eth_rx_queue_count(port_id, queue_id); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_eth_rx_descriptor_status(uint16_t port_id, uint16_t queue_id, uint16_t offset) { return rte_eth_rx_descriptor_status(port_id, queue_id, offset); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_eth_tx_descriptor_status(uint16_t port_id, uint16_t queue_id, uint16_t offset) { return rte_eth_tx_descriptor_status(port_id, queue_id, offset); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_eth_tx_burst(uint16_t port_id, uint16_t queue_id, struct rte_mbuf **tx_pkts, uint16_t nb_pkts) { return rte_eth_tx_burst(port_id, queue_id, tx_pkts, nb_pkts); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_eth_tx_prepare(uint16_t port_id, uint16_t queue_id, struct rte_mbuf **tx_pkts, uint16_t nb_pkts) { return rte_eth_tx_prepare(port_id, queue_id, tx_pkts, nb_pkts); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_eth_tx_buffer_flush(uint16_t port_id, uint16_t queue_id, struct rte_eth_dev_tx_buffer *buffer) { return rte_eth_tx_buffer_flush(port_id, queue_id, buffer); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_eth_tx_buffer(uint16_t port_id, uint16_t queue_id, struct rte_eth_dev_tx_buffer *buffer, struct rte_mbuf *tx_pkt) { return rte_eth_tx_buffer(port_id, queue_id, buffer, tx_pkt); }

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT uint16_t dpdksharp_rte_eth_recycle_mbufs(uint16_t rx_port_id, uint16_t rx_queue_id, uint16_t tx_port_id, uint16_t tx_queue_id, struct rte_eth_recycle_rxq_info *recycle_rxq_info) { return rte_eth_recycle_mbufs(rx_port_id, rx_queue_id, tx_port_id, tx_queue_id, recycle_rxq_info); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT int32_t dpdksharp_rte_eth_tx_queue_count(uint16_t port_id, uint16_t queue_id) { return rte_eth_tx_queue_count(port_id, queue_id); }
#endif

#if DPDKSHARP_FOR(0x1) /* 22.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_ethdev_trace_rx_burst(uint16_t port_id, uint16_t queue_id, void **pkt_tbl, uint16_t nb_rx) { rte_ethdev_trace_rx_burst(port_id, queue_id, pkt_tbl, nb_rx); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_ethdev_trace_rx_burst_empty(uint16_t port_id, uint16_t queue_id, void **pkt_tbl) { rte_ethdev_trace_rx_burst_empty(port_id, queue_id, pkt_tbl); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_ethdev_trace_rx_burst_nonempty(uint16_t port_id, uint16_t queue_id, void **pkt_tbl, uint16_t nb_rx) { rte_ethdev_trace_rx_burst_nonempty(port_id, queue_id, pkt_tbl, nb_rx); }
#endif

DPDKSHARP_EXPORT void dpdksharp_rte_ethdev_trace_tx_burst(uint16_t port_id, uint16_t queue_id, void **pkts_tbl, uint16_t nb_pkts) { rte_ethdev_trace_tx_burst(port_id, queue_id, pkts_tbl, nb_pkts); }

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_eth_trace_call_rx_callbacks_empty(uint16_t port_id, uint16_t queue_id, void **rx_pkts, uint16_t nb_pkts) { rte_eth_trace_call_rx_callbacks_empty(port_id, queue_id, rx_pkts, nb_pkts); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_eth_trace_call_rx_callbacks_nonempty(uint16_t port_id, uint16_t queue_id, void **rx_pkts, uint16_t nb_rx, uint16_t nb_pkts) { rte_eth_trace_call_rx_callbacks_nonempty(port_id, queue_id, rx_pkts, nb_rx, nb_pkts); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_eth_trace_call_tx_callbacks(uint16_t port_id, uint16_t queue_id, void **tx_pkts, uint16_t nb_pkts) { rte_eth_trace_call_tx_callbacks(port_id, queue_id, tx_pkts, nb_pkts); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_eth_trace_tx_buffer_drop_callback(void **pkts, uint16_t unsent) { rte_eth_trace_tx_buffer_drop_callback(pkts, unsent); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_eth_trace_tx_buffer_count_callback(void **pkts, uint16_t unsent, uint64_t count) { rte_eth_trace_tx_buffer_count_callback(pkts, unsent, count); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_eth_trace_tx_queue_count(uint16_t port_id, uint16_t queue_id, int32_t rc) { rte_eth_trace_tx_queue_count(port_id, queue_id, rc); }
#endif

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_flow_dynf_metadata_get(struct rte_mbuf *m) { return rte_flow_dynf_metadata_get(m); }

DPDKSHARP_EXPORT void dpdksharp_rte_flow_dynf_metadata_set(struct rte_mbuf *m, uint32_t v) { rte_flow_dynf_metadata_set(m, v); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_flow_dynf_metadata_avail(void) { return rte_flow_dynf_metadata_avail(); }
