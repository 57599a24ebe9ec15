#include <rte_lpm.h>

void o_rte_lpm_lookupx4(const struct rte_lpm *l, const uint32_t *ips, uint32_t *h, uint32_t d) { rte_lpm_lookupx4(l, _mm_loadu_si128((const void *)ips), h, d); }
