/* What pdcp has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
#include <rte_pdcp.h>
#endif
#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
#include <rte_pdcp_group.h>
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT uint16_t dpdksharp_rte_pdcp_pkt_pre_process(const struct rte_pdcp_entity *entity, struct rte_mbuf *mb[], struct rte_crypto_op *cop[], uint16_t num, uint16_t *nb_err) { return rte_pdcp_pkt_pre_process(entity, mb, cop, num, nb_err); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT uint16_t dpdksharp_rte_pdcp_pkt_post_process(const struct rte_pdcp_entity *entity, struct rte_mbuf *in_mb[], struct rte_mbuf *out_mb[], uint16_t num, uint16_t *nb_err) { return rte_pdcp_pkt_post_process(entity, in_mb, out_mb, num, nb_err); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT struct rte_pdcp_entity *dpdksharp_rte_pdcp_en_from_cop(const struct rte_crypto_op *cop) { return rte_pdcp_en_from_cop(cop); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT uint16_t dpdksharp_rte_pdcp_pkt_crypto_group(struct rte_crypto_op *cop[], struct rte_mbuf *mb[], struct rte_pdcp_group grp[], uint16_t num) { return rte_pdcp_pkt_crypto_group(cop, mb, grp, num); }
#endif
