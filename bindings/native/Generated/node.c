/* What node has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#include <rte_node_eth_api.h>
#include <rte_node_ip4_api.h>
#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
#include <rte_node_ip6_api.h>
#endif
#if DPDKSHARP_FOR(0x4) /* 25.11 */
#include <rte_node_mbuf_dynfield.h>
#endif
#if DPDKSHARP_FOR(0x4) /* 25.11 */
#include <rte_node_pkt_cls_api.h>
#endif
#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
#include <rte_node_udp4_input_api.h>
#endif

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT rte_node_mbuf_dynfield_t *dpdksharp_rte_node_mbuf_dynfield_get(struct rte_mbuf *m, const int32_t offset) { return rte_node_mbuf_dynfield_get(m, offset); }
#endif

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT rte_node_mbuf_overload_fields_t *dpdksharp_rte_node_mbuf_overload_fields_get(struct rte_mbuf *m, const int32_t offset) { return rte_node_mbuf_overload_fields_get(m, offset); }
#endif
