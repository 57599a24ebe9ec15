/* What meter has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#include <rte_meter.h>

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_meter_srtcm_color_blind_check(struct rte_meter_srtcm *m, struct rte_meter_srtcm_profile *p, uint64_t time, uint32_t pkt_len) { return rte_meter_srtcm_color_blind_check(m, p, time, pkt_len); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_meter_srtcm_color_aware_check(struct rte_meter_srtcm *m, struct rte_meter_srtcm_profile *p, uint64_t time, uint32_t pkt_len, uint32_t pkt_color) { return rte_meter_srtcm_color_aware_check(m, p, time, pkt_len, pkt_color); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_meter_trtcm_color_blind_check(struct rte_meter_trtcm *m, struct rte_meter_trtcm_profile *p, uint64_t time, uint32_t pkt_len) { return rte_meter_trtcm_color_blind_check(m, p, time, pkt_len); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_meter_trtcm_color_aware_check(struct rte_meter_trtcm *m, struct rte_meter_trtcm_profile *p, uint64_t time, uint32_t pkt_len, uint32_t pkt_color) { return rte_meter_trtcm_color_aware_check(m, p, time, pkt_len, pkt_color); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_meter_trtcm_rfc4115_color_blind_check(struct rte_meter_trtcm_rfc4115 *m, struct rte_meter_trtcm_rfc4115_profile *p, uint64_t time, uint32_t pkt_len) { return rte_meter_trtcm_rfc4115_color_blind_check(m, p, time, pkt_len); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_meter_trtcm_rfc4115_color_aware_check(struct rte_meter_trtcm_rfc4115 *m, struct rte_meter_trtcm_rfc4115_profile *p, uint64_t time, uint32_t pkt_len, uint32_t pkt_color) { return rte_meter_trtcm_rfc4115_color_aware_check(m, p, time, pkt_len, pkt_color); }
