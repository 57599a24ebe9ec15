/* What net has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#include <rte_net.h>
#include <rte_ether.h>
#include <rte_arp.h>
#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
#include <rte_cksum.h>
#endif
#include <rte_ecpri.h>
#include <rte_esp.h>
#include <rte_geneve.h>
#include <rte_gre.h>
#include <rte_gtp.h>
#include <rte_higig.h>
#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
#include <rte_ib.h>
#endif
#include <rte_icmp.h>
#include <rte_ip.h>
#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
#include <rte_ip4.h>
#endif
#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
#include <rte_ip6.h>
#endif
#include <rte_l2tpv2.h>
#include <rte_macsec.h>
#include <rte_mpls.h>
#include <rte_net_crc.h>
#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
#include <rte_pdcp_hdr.h>
#endif
#include <rte_ppp.h>
#include <rte_sctp.h>
#include <rte_tcp.h>
#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
#include <rte_tls.h>
#endif
#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
#include <rte_dtls.h>
#endif
#include <rte_udp.h>
#include <rte_vxlan.h>

DPDKSHARP_EXPORT int32_t dpdksharp_rte_net_intel_cksum_flags_prepare(struct rte_mbuf *m, uint64_t ol_flags) { return rte_net_intel_cksum_flags_prepare(m, ol_flags); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_net_intel_cksum_prepare(struct rte_mbuf *m) { return rte_net_intel_cksum_prepare(m); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_is_same_ether_addr(const struct rte_ether_addr *ea1, const struct rte_ether_addr *ea2) { return rte_is_same_ether_addr(ea1, ea2); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_is_zero_ether_addr(const struct rte_ether_addr *ea) { return rte_is_zero_ether_addr(ea); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_is_unicast_ether_addr(const struct rte_ether_addr *ea) { return rte_is_unicast_ether_addr(ea); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_is_multicast_ether_addr(const struct rte_ether_addr *ea) { return rte_is_multicast_ether_addr(ea); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_is_broadcast_ether_addr(const struct rte_ether_addr *ea) { return rte_is_broadcast_ether_addr(ea); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_is_universal_ether_addr(const struct rte_ether_addr *ea) { return rte_is_universal_ether_addr(ea); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_is_local_admin_ether_addr(const struct rte_ether_addr *ea) { return rte_is_local_admin_ether_addr(ea); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_is_valid_assigned_ether_addr(const struct rte_ether_addr *ea) { return rte_is_valid_assigned_ether_addr(ea); }

DPDKSHARP_EXPORT void dpdksharp_rte_ether_addr_copy(const struct rte_ether_addr *ea_from, struct rte_ether_addr *ea_to) { rte_ether_addr_copy(ea_from, ea_to); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_vlan_strip(struct rte_mbuf *m) { return rte_vlan_strip(m); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_vlan_insert(struct rte_mbuf **m) { return rte_vlan_insert(m); }

DPDKSHARP_EXPORT uint32_t dpdksharp___rte_raw_cksum(const void *buf, size_t len, uint32_t sum) { return __rte_raw_cksum(buf, len, sum); }

DPDKSHARP_EXPORT uint16_t dpdksharp___rte_raw_cksum_reduce(uint32_t sum) { return __rte_raw_cksum_reduce(sum); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_raw_cksum(const void *buf, size_t len) { return rte_raw_cksum(buf, len); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_raw_cksum_mbuf(const struct rte_mbuf *m, uint32_t off, uint32_t len, uint16_t *cksum) { return rte_raw_cksum_mbuf(m, off, len, cksum); }

DPDKSHARP_EXPORT uint8_t dpdksharp_rte_ipv4_hdr_len(const struct rte_ipv4_hdr *ipv4_hdr) { return rte_ipv4_hdr_len(ipv4_hdr); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_ipv4_cksum(const struct rte_ipv4_hdr *ipv4_hdr) { return rte_ipv4_cksum(ipv4_hdr); }

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT uint16_t dpdksharp_rte_ipv4_cksum_simple(const struct rte_ipv4_hdr *ipv4_hdr) { return rte_ipv4_cksum_simple(ipv4_hdr); }
#endif

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_ipv4_phdr_cksum(const struct rte_ipv4_hdr *ipv4_hdr, uint64_t ol_flags) { return rte_ipv4_phdr_cksum(ipv4_hdr, ol_flags); }

DPDKSHARP_EXPORT uint16_t dpdksharp___rte_ipv4_udptcp_cksum(const struct rte_ipv4_hdr *ipv4_hdr, const void *l4_hdr) { return __rte_ipv4_udptcp_cksum(ipv4_hdr, l4_hdr); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_ipv4_udptcp_cksum(const struct rte_ipv4_hdr *ipv4_hdr, const void *l4_hdr) { return rte_ipv4_udptcp_cksum(ipv4_hdr, l4_hdr); }

DPDKSHARP_EXPORT uint16_t dpdksharp___rte_ipv4_udptcp_cksum_mbuf(const struct rte_mbuf *m, const struct rte_ipv4_hdr *ipv4_hdr, uint16_t l4_off) { return __rte_ipv4_udptcp_cksum_mbuf(m, ipv4_hdr, l4_off); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_ipv4_udptcp_cksum_mbuf(const struct rte_mbuf *m, const struct rte_ipv4_hdr *ipv4_hdr, uint16_t l4_off) { return rte_ipv4_udptcp_cksum_mbuf(m, ipv4_hdr, l4_off); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_ipv4_udptcp_cksum_verify(const struct rte_ipv4_hdr *ipv4_hdr, const void *l4_hdr) { return rte_ipv4_udptcp_cksum_verify(ipv4_hdr, l4_hdr); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_ipv4_udptcp_cksum_mbuf_verify(const struct rte_mbuf *m, const struct rte_ipv4_hdr *ipv4_hdr, uint16_t l4_off) { return rte_ipv4_udptcp_cksum_mbuf_verify(m, ipv4_hdr, l4_off); }

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT bool dpdksharp_rte_ipv6_addr_eq(const struct rte_ipv6_addr *a, const struct rte_ipv6_addr *b) { return rte_ipv6_addr_eq(a, b); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_ipv6_addr_mask(struct rte_ipv6_addr *ip, uint8_t depth) { rte_ipv6_addr_mask(ip, depth); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT bool dpdksharp_rte_ipv6_addr_eq_prefix(const struct rte_ipv6_addr *a, const struct rte_ipv6_addr *b, uint8_t depth) { return rte_ipv6_addr_eq_prefix(a, b, depth); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT uint8_t dpdksharp_rte_ipv6_mask_depth(const struct rte_ipv6_addr *mask) { return rte_ipv6_mask_depth(mask); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT bool dpdksharp_rte_ipv6_addr_is_unspec(const struct rte_ipv6_addr *ip) { return rte_ipv6_addr_is_unspec(ip); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT bool dpdksharp_rte_ipv6_addr_is_loopback(const struct rte_ipv6_addr *ip) { return rte_ipv6_addr_is_loopback(ip); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT bool dpdksharp_rte_ipv6_addr_is_linklocal(const struct rte_ipv6_addr *ip) { return rte_ipv6_addr_is_linklocal(ip); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT bool dpdksharp_rte_ipv6_addr_is_sitelocal(const struct rte_ipv6_addr *ip) { return rte_ipv6_addr_is_sitelocal(ip); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT bool dpdksharp_rte_ipv6_addr_is_v4compat(const struct rte_ipv6_addr *ip) { return rte_ipv6_addr_is_v4compat(ip); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT bool dpdksharp_rte_ipv6_addr_is_v4mapped(const struct rte_ipv6_addr *ip) { return rte_ipv6_addr_is_v4mapped(ip); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT bool dpdksharp_rte_ipv6_addr_is_mcast(const struct rte_ipv6_addr *ip) { return rte_ipv6_addr_is_mcast(ip); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ipv6_mc_scope(const struct rte_ipv6_addr *ip) { return rte_ipv6_mc_scope(ip); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_ipv6_llocal_from_ethernet(struct rte_ipv6_addr *ip, const struct rte_ether_addr *mac) { rte_ipv6_llocal_from_ethernet(ip, mac); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_ipv6_solnode_from_addr(struct rte_ipv6_addr *sol, const struct rte_ipv6_addr *ip) { rte_ipv6_solnode_from_addr(sol, ip); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_ether_mcast_from_ipv6(struct rte_ether_addr *mac, const struct rte_ipv6_addr *ip) { rte_ether_mcast_from_ipv6(mac, ip); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT int32_t dpdksharp_rte_ipv6_check_version(const struct rte_ipv6_hdr *ip) { return rte_ipv6_check_version(ip); }
#endif

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_ipv6_phdr_cksum(const struct rte_ipv6_hdr *ipv6_hdr, uint64_t ol_flags) { return rte_ipv6_phdr_cksum(ipv6_hdr, ol_flags); }

DPDKSHARP_EXPORT uint16_t dpdksharp___rte_ipv6_udptcp_cksum(const struct rte_ipv6_hdr *ipv6_hdr, const void *l4_hdr) { return __rte_ipv6_udptcp_cksum(ipv6_hdr, l4_hdr); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_ipv6_udptcp_cksum(const struct rte_ipv6_hdr *ipv6_hdr, const void *l4_hdr) { return rte_ipv6_udptcp_cksum(ipv6_hdr, l4_hdr); }

DPDKSHARP_EXPORT uint16_t dpdksharp___rte_ipv6_udptcp_cksum_mbuf(const struct rte_mbuf *m, const struct rte_ipv6_hdr *ipv6_hdr, uint16_t l4_off) { return __rte_ipv6_udptcp_cksum_mbuf(m, ipv6_hdr, l4_off); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_ipv6_udptcp_cksum_mbuf(const struct rte_mbuf *m, const struct rte_ipv6_hdr *ipv6_hdr, uint16_t l4_off) { return rte_ipv6_udptcp_cksum_mbuf(m, ipv6_hdr, l4_off); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_ipv6_udptcp_cksum_verify(const struct rte_ipv6_hdr *ipv6_hdr, const void *l4_hdr) { return rte_ipv6_udptcp_cksum_verify(ipv6_hdr, l4_hdr); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_ipv6_udptcp_cksum_mbuf_verify(const struct rte_mbuf *m, const struct rte_ipv6_hdr *ipv6_hdr, uint16_t l4_off) { return rte_ipv6_udptcp_cksum_mbuf_verify(m, ipv6_hdr, l4_off); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_ipv6_get_next_ext(const uint8_t *p, int32_t proto, size_t *ext_len) { return rte_ipv6_get_next_ext(p, proto, ext_len); }
