/* What sched has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#include <rte_sched.h>
#include <rte_sched_common.h>
#include <rte_approx.h>
#include <rte_red.h>
#include <rte_pie.h>

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_min_pos_4_u16(uint16_t *x) { return rte_min_pos_4_u16(x); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_get_gcd64(uint64_t a, uint64_t b) { return rte_get_gcd64(a, b); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_get_gcd(uint32_t a, uint32_t b) { return rte_get_gcd(a, b); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_get_lcd(uint32_t a, uint32_t b) { return rte_get_lcd(a, b); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_fast_rand(void) { return rte_fast_rand(); }

DPDKSHARP_EXPORT uint16_t dpdksharp___rte_red_calc_qempty_factor(uint8_t wq_log2, uint16_t m) { return __rte_red_calc_qempty_factor(wq_log2, m); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_red_enqueue_empty(const struct rte_red_config *red_cfg, struct rte_red *red, const uint64_t time) { return rte_red_enqueue_empty(red_cfg, red, time); }

DPDKSHARP_EXPORT int32_t dpdksharp___rte_red_drop(const struct rte_red_config *red_cfg, struct rte_red *red) { return __rte_red_drop(red_cfg, red); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_red_enqueue_nonempty(const struct rte_red_config *red_cfg, struct rte_red *red, const uint32_t q) { return rte_red_enqueue_nonempty(red_cfg, red, q); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_red_enqueue(const struct rte_red_config *red_cfg, struct rte_red *red, const uint32_t q, const uint64_t time) { return rte_red_enqueue(red_cfg, red, q, time); }

DPDKSHARP_EXPORT void dpdksharp_rte_red_mark_queue_empty(struct rte_red *red, const uint64_t time) { rte_red_mark_queue_empty(red, time); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pie_enqueue_empty(const struct rte_pie_config *pie_cfg, struct rte_pie *pie, uint32_t pkt_len) { return rte_pie_enqueue_empty(pie_cfg, pie, pkt_len); }

DPDKSHARP_EXPORT void dpdksharp__calc_drop_probability(const struct rte_pie_config *pie_cfg, struct rte_pie *pie, uint64_t time) { _calc_drop_probability(pie_cfg, pie, time); }

DPDKSHARP_EXPORT int32_t dpdksharp__rte_pie_drop(const struct rte_pie_config *pie_cfg, struct rte_pie *pie) { return _rte_pie_drop(pie_cfg, pie); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pie_enqueue_nonempty(const struct rte_pie_config *pie_cfg, struct rte_pie *pie, uint32_t pkt_len, const uint64_t time) { return rte_pie_enqueue_nonempty(pie_cfg, pie, pkt_len, time); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pie_enqueue(const struct rte_pie_config *pie_cfg, struct rte_pie *pie, const uint32_t qlen, uint32_t pkt_len, const uint64_t time) { return rte_pie_enqueue(pie_cfg, pie, qlen, pkt_len, time); }

DPDKSHARP_EXPORT void dpdksharp_rte_pie_dequeue(struct rte_pie *pie, uint32_t pkt_len, uint64_t time) { rte_pie_dequeue(pie, pkt_len, time); }
