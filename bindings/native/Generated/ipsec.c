/* What ipsec has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#include <rte_ipsec.h>
#include <rte_ipsec_sa.h>
#include <rte_ipsec_sad.h>
#include <rte_ipsec_group.h>

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_ipsec_pkt_crypto_prepare(const struct rte_ipsec_session *ss, struct rte_mbuf *mb[], struct rte_crypto_op *cop[], uint16_t num) { return rte_ipsec_pkt_crypto_prepare(ss, mb, cop, num); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_ipsec_pkt_cpu_prepare(const struct rte_ipsec_session *ss, struct rte_mbuf *mb[], uint16_t num) { return rte_ipsec_pkt_cpu_prepare(ss, mb, num); }

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT uint16_t dpdksharp_rte_ipsec_pkt_crypto_prepare_stateless(const struct rte_ipsec_session *ss, struct rte_mbuf *mb[], struct rte_crypto_op *cop[], uint16_t num, struct rte_ipsec_state *state) { return rte_ipsec_pkt_crypto_prepare_stateless(ss, mb, cop, num, state); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT uint16_t dpdksharp_rte_ipsec_pkt_cpu_prepare_stateless(const struct rte_ipsec_session *ss, struct rte_mbuf *mb[], uint16_t num, struct rte_ipsec_state *state) { return rte_ipsec_pkt_cpu_prepare_stateless(ss, mb, num, state); }
#endif

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_ipsec_pkt_process(const struct rte_ipsec_session *ss, struct rte_mbuf *mb[], uint16_t num) { return rte_ipsec_pkt_process(ss, mb, num); }

DPDKSHARP_EXPORT struct rte_ipsec_session *dpdksharp_rte_ipsec_ses_from_crypto(const struct rte_crypto_op *cop) { return rte_ipsec_ses_from_crypto(cop); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_ipsec_pkt_crypto_group(const struct rte_crypto_op *cop[], struct rte_mbuf *mb[], struct rte_ipsec_group grp[], uint16_t num) { return rte_ipsec_pkt_crypto_group(cop, mb, grp, num); }
