/* What lpm has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#include <rte_lpm.h>
#include <rte_lpm_sse.h>
#include <rte_lpm6.h>

DPDKSHARP_EXPORT int32_t dpdksharp_rte_lpm_lookup(const struct rte_lpm *lpm, uint32_t ip, uint32_t *next_hop) { return rte_lpm_lookup(lpm, ip, next_hop); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_lpm_lookup_bulk_func(const struct rte_lpm *lpm, const uint32_t *ips, uint32_t *next_hops, const uint32_t n) { return rte_lpm_lookup_bulk_func(lpm, ips, next_hops, n); }

DPDKSHARP_EXPORT void dpdksharp_rte_lpm_lookupx4(const struct rte_lpm *lpm, const xmm_t *ip, uint32_t hop[4], uint32_t defv) { rte_lpm_lookupx4(lpm, *ip, hop, defv); }
