#include <rte_lpm.h>
#include "export.h"

EXPORT(int, rte_lpm_lookup, (const struct rte_lpm *l, uint32_t ip, uint32_t *h), (l, ip, h))
EXPORT(int, rte_lpm_lookup_bulk_func, (const struct rte_lpm *l, const uint32_t *ips, uint32_t *h, unsigned n), (l, ips, h, n))
void o_rte_lpm_lookupx4(const struct rte_lpm *l, const uint32_t *ips, uint32_t *h, uint32_t d) { rte_lpm_lookupx4(l, _mm_loadu_si128((const void *)ips), h, d); }
