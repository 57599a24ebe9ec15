#include <rte_meter.h>
#include "export.h"

EXPORT(enum rte_color, rte_meter_srtcm_color_blind_check, (void *m, void *p, uint64_t t, uint32_t n), (m, p, t, n))
EXPORT(enum rte_color, rte_meter_srtcm_color_aware_check, (void *m, void *p, uint64_t t, uint32_t n, enum rte_color c), (m, p, t, n, c))
EXPORT(enum rte_color, rte_meter_trtcm_color_blind_check, (void *m, void *p, uint64_t t, uint32_t n), (m, p, t, n))
EXPORT(enum rte_color, rte_meter_trtcm_color_aware_check, (void *m, void *p, uint64_t t, uint32_t n, enum rte_color c), (m, p, t, n, c))
EXPORT(enum rte_color, rte_meter_trtcm_rfc4115_color_blind_check, (void *m, void *p, uint64_t t, uint32_t n), (m, p, t, n))
EXPORT(enum rte_color, rte_meter_trtcm_rfc4115_color_aware_check, (void *m, void *p, uint64_t t, uint32_t n, enum rte_color c), (m, p, t, n, c))
