/* What security has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#include <rte_security.h>

DPDKSHARP_EXPORT rte_security_dynfield_t *dpdksharp_rte_security_dynfield(struct rte_mbuf *mbuf) { return rte_security_dynfield(mbuf); }

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT rte_security_oop_dynfield_t *dpdksharp_rte_security_oop_dynfield(struct rte_mbuf *mbuf) { return rte_security_oop_dynfield(mbuf); }
#endif

DPDKSHARP_EXPORT bool dpdksharp_rte_security_dynfield_is_registered(void) { return rte_security_dynfield_is_registered(); }

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT uint32_t dpdksharp_rte_security_ctx_flags_get(void *ctx) { return rte_security_ctx_flags_get(ctx); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_security_ctx_flags_set(void *ctx, uint32_t flags) { rte_security_ctx_flags_set(ctx, flags); }
#endif

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_security_session_opaque_data_get(void *sess) { return rte_security_session_opaque_data_get(sess); }

DPDKSHARP_EXPORT void dpdksharp_rte_security_session_opaque_data_set(void *sess, uint64_t opaque) { rte_security_session_opaque_data_set(sess, opaque); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_security_session_fast_mdata_get(void *sess) { return rte_security_session_fast_mdata_get(sess); }

DPDKSHARP_EXPORT void dpdksharp_rte_security_session_fast_mdata_set(void *sess, uint64_t fdata) { rte_security_session_fast_mdata_set(sess, fdata); }

#if DPDKSHARP_FOR(0x1) /* 22.11 */
DPDKSHARP_EXPORT int32_t dpdksharp_rte_security_set_pkt_metadata(struct rte_security_ctx *instance, void *sess, struct rte_mbuf *mb, void *params) { return rte_security_set_pkt_metadata(instance, sess, mb, params); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT int32_t dpdksharp_rte_security_set_pkt_metadata(void *instance, void *sess, struct rte_mbuf *mb, void *params) { return rte_security_set_pkt_metadata(instance, sess, mb, params); }
#endif

DPDKSHARP_EXPORT int32_t dpdksharp___rte_security_attach_session(struct rte_crypto_sym_op *sym_op, void *sess) { return __rte_security_attach_session(sym_op, sess); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_security_attach_session(struct rte_crypto_op *op, void *sess) { return rte_security_attach_session(op, sess); }
