/* What ip_frag has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#include <rte_ip_frag.h>

DPDKSHARP_EXPORT struct rte_ipv6_fragment_ext *dpdksharp_rte_ipv6_frag_get_ipv6_fragment_header(struct rte_ipv6_hdr *hdr) { return rte_ipv6_frag_get_ipv6_fragment_header(hdr); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_ipv4_frag_pkt_is_fragmented(const struct rte_ipv4_hdr *hdr) { return rte_ipv4_frag_pkt_is_fragmented(hdr); }
