/* What eventdev has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#include <rte_eventdev.h>
#include <rte_eventdev_core.h>
#include <rte_eventdev_trace_fp.h>
#include <rte_event_ring.h>
#include <rte_event_crypto_adapter.h>
#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
#include <rte_event_dma_adapter.h>
#endif
#include <rte_event_eth_rx_adapter.h>
#include <rte_event_eth_tx_adapter.h>
#include <rte_event_timer_adapter.h>
#if DPDKSHARP_FOR(0x4) /* 25.11 */
#include <rte_event_vector_adapter.h>
#endif

DPDKSHARP_EXPORT uint16_t dpdksharp___rte_event_enqueue_burst(uint8_t dev_id, uint8_t port_id, const struct rte_event ev[], uint16_t nb_events, const event_enqueue_burst_t fn) { return __rte_event_enqueue_burst(dev_id, port_id, ev, nb_events, fn); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_event_enqueue_burst(uint8_t dev_id, uint8_t port_id, const struct rte_event ev[], uint16_t nb_events) { return rte_event_enqueue_burst(dev_id, port_id, ev, nb_events); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_event_enqueue_new_burst(uint8_t dev_id, uint8_t port_id, const struct rte_event ev[], uint16_t nb_events) { return rte_event_enqueue_new_burst(dev_id, port_id, ev, nb_events); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_event_enqueue_forward_burst(uint8_t dev_id, uint8_t port_id, const struct rte_event ev[], uint16_t nb_events) { return rte_event_enqueue_forward_burst(dev_id, port_id, ev, nb_events); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_event_dequeue_burst(uint8_t dev_id, uint8_t port_id, struct rte_event ev[], uint16_t nb_events, uint64_t timeout_ticks) { return rte_event_dequeue_burst(dev_id, port_id, ev, nb_events, timeout_ticks); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_event_maintain(uint8_t dev_id, uint8_t port_id, int32_t op) { return rte_event_maintain(dev_id, port_id, op); }

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT uint8_t dpdksharp_rte_event_port_profile_switch(uint8_t dev_id, uint8_t port_id, uint8_t profile_id) { return rte_event_port_profile_switch(dev_id, port_id, profile_id); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT int32_t dpdksharp_rte_event_port_preschedule_modify(uint8_t dev_id, uint8_t port_id, uint32_t type) { return rte_event_port_preschedule_modify(dev_id, port_id, type); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_event_port_preschedule(uint8_t dev_id, uint8_t port_id, uint32_t type) { rte_event_port_preschedule(dev_id, port_id, type); }
#endif

DPDKSHARP_EXPORT void dpdksharp_rte_eventdev_trace_deq_burst(uint8_t dev_id, uint8_t port_id, void *ev_table, uint16_t nb_events) { rte_eventdev_trace_deq_burst(dev_id, port_id, ev_table, nb_events); }

DPDKSHARP_EXPORT void dpdksharp_rte_eventdev_trace_enq_burst(uint8_t dev_id, uint8_t port_id, const void *ev_table, uint16_t nb_events, void *enq_mode_cb) { rte_eventdev_trace_enq_burst(dev_id, port_id, ev_table, nb_events, enq_mode_cb); }

DPDKSHARP_EXPORT void dpdksharp_rte_eventdev_trace_maintain(uint8_t dev_id, uint8_t port_id, int32_t op) { rte_eventdev_trace_maintain(dev_id, port_id, op); }

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_eventdev_trace_port_profile_switch(uint8_t dev_id, uint8_t port_id, uint8_t profile) { rte_eventdev_trace_port_profile_switch(dev_id, port_id, profile); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_eventdev_trace_port_preschedule_modify(uint8_t dev_id, uint8_t port_id, int32_t type) { rte_eventdev_trace_port_preschedule_modify(dev_id, port_id, type); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_eventdev_trace_port_preschedule(uint8_t dev_id, uint8_t port_id, int32_t type) { rte_eventdev_trace_port_preschedule(dev_id, port_id, type); }
#endif

DPDKSHARP_EXPORT void dpdksharp_rte_eventdev_trace_eth_tx_adapter_enqueue(uint8_t dev_id, uint8_t port_id, void *ev_table, uint16_t nb_events, const uint8_t flags) { rte_eventdev_trace_eth_tx_adapter_enqueue(dev_id, port_id, ev_table, nb_events, flags); }

DPDKSHARP_EXPORT void dpdksharp_rte_eventdev_trace_crypto_adapter_enqueue(uint8_t dev_id, uint8_t port_id, void *ev_table, uint16_t nb_events) { rte_eventdev_trace_crypto_adapter_enqueue(dev_id, port_id, ev_table, nb_events); }

DPDKSHARP_EXPORT void dpdksharp_rte_eventdev_trace_timer_arm_burst(const void *adapter, void **evtims_table, uint16_t nb_evtims) { rte_eventdev_trace_timer_arm_burst(adapter, evtims_table, nb_evtims); }

DPDKSHARP_EXPORT void dpdksharp_rte_eventdev_trace_timer_arm_tmo_tick_burst(const void *adapter, const uint64_t timeout_ticks, void **evtims_table, const uint16_t nb_evtims) { rte_eventdev_trace_timer_arm_tmo_tick_burst(adapter, timeout_ticks, evtims_table, nb_evtims); }

DPDKSHARP_EXPORT void dpdksharp_rte_eventdev_trace_timer_cancel_burst(const void *adapter, void **evtims_table, uint16_t nb_evtims) { rte_eventdev_trace_timer_cancel_burst(adapter, evtims_table, nb_evtims); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_event_ring_count(const struct rte_event_ring *r) { return rte_event_ring_count(r); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_event_ring_free_count(const struct rte_event_ring *r) { return rte_event_ring_free_count(r); }

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT uint32_t dpdksharp_rte_event_ring_enqueue_bulk(struct rte_event_ring *r, const struct rte_event *events, uint32_t n, uint16_t *free_space) { return rte_event_ring_enqueue_bulk(r, events, n, free_space); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT uint32_t dpdksharp_rte_event_ring_dequeue_bulk(struct rte_event_ring *r, struct rte_event *events, uint32_t n, uint16_t *available) { return rte_event_ring_dequeue_bulk(r, events, n, available); }
#endif

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_event_ring_enqueue_burst(struct rte_event_ring *r, const struct rte_event *events, uint32_t n, uint16_t *free_space) { return rte_event_ring_enqueue_burst(r, events, n, free_space); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_event_ring_dequeue_burst(struct rte_event_ring *r, struct rte_event *events, uint32_t n, uint16_t *available) { return rte_event_ring_dequeue_burst(r, events, n, available); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_event_ring_get_size(const struct rte_event_ring *r) { return rte_event_ring_get_size(r); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_event_ring_get_capacity(const struct rte_event_ring *r) { return rte_event_ring_get_capacity(r); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_event_crypto_adapter_enqueue(uint8_t dev_id, uint8_t port_id, struct rte_event ev[], uint16_t nb_events) { return rte_event_crypto_adapter_enqueue(dev_id, port_id, ev, nb_events); }

DPDKSHARP_EXPORT void dpdksharp_rte_event_eth_tx_adapter_txq_set(struct rte_mbuf *pkt, uint16_t queue) { rte_event_eth_tx_adapter_txq_set(pkt, queue); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_event_eth_tx_adapter_txq_get(struct rte_mbuf *pkt) { return rte_event_eth_tx_adapter_txq_get(pkt); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_event_eth_tx_adapter_enqueue(uint8_t dev_id, uint8_t port_id, struct rte_event ev[], uint16_t nb_events, const uint8_t flags) { return rte_event_eth_tx_adapter_enqueue(dev_id, port_id, ev, nb_events, flags); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_event_timer_arm_burst(const struct rte_event_timer_adapter *adapter, struct rte_event_timer **evtims, uint16_t nb_evtims) { return rte_event_timer_arm_burst(adapter, evtims, nb_evtims); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_event_timer_arm_tmo_tick_burst(const struct rte_event_timer_adapter *adapter, struct rte_event_timer **evtims, const uint64_t timeout_ticks, const uint16_t nb_evtims) { return rte_event_timer_arm_tmo_tick_burst(adapter, evtims, timeout_ticks, nb_evtims); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_event_timer_cancel_burst(const struct rte_event_timer_adapter *adapter, struct rte_event_timer **evtims, uint16_t nb_evtims) { return rte_event_timer_cancel_burst(adapter, evtims, nb_evtims); }

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT int32_t dpdksharp_rte_event_vector_adapter_enqueue(struct rte_event_vector_adapter *adapter, uint64_t objs[], uint16_t num_elem, uint64_t flags) { return rte_event_vector_adapter_enqueue(adapter, objs, num_elem, flags); }
#endif
