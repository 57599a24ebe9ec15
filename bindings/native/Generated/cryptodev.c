/* What cryptodev has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#include <rte_crypto.h>
#include <rte_crypto_sym.h>
#include <rte_crypto_asym.h>
#include <rte_cryptodev.h>
#include <rte_cryptodev_core.h>
#include <rte_cryptodev_trace_fp.h>

DPDKSHARP_EXPORT void dpdksharp___rte_crypto_op_reset(struct rte_crypto_op *op, uint32_t type) { __rte_crypto_op_reset(op, type); }

DPDKSHARP_EXPORT uint16_t dpdksharp___rte_crypto_op_get_priv_data_size(struct rte_mempool *mempool) { return __rte_crypto_op_get_priv_data_size(mempool); }

DPDKSHARP_EXPORT int32_t dpdksharp___rte_crypto_op_raw_bulk_alloc(struct rte_mempool *mempool, uint32_t type, struct rte_crypto_op **ops, uint16_t nb_ops) { return __rte_crypto_op_raw_bulk_alloc(mempool, type, ops, nb_ops); }

DPDKSHARP_EXPORT struct rte_crypto_op *dpdksharp_rte_crypto_op_alloc(struct rte_mempool *mempool, uint32_t type) { return rte_crypto_op_alloc(mempool, type); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_crypto_op_bulk_alloc(struct rte_mempool *mempool, uint32_t type, struct rte_crypto_op **ops, uint16_t nb_ops) { return rte_crypto_op_bulk_alloc(mempool, type, ops, nb_ops); }

DPDKSHARP_EXPORT void *dpdksharp___rte_crypto_op_get_priv_data(struct rte_crypto_op *op, uint32_t size) { return __rte_crypto_op_get_priv_data(op, size); }

DPDKSHARP_EXPORT void dpdksharp_rte_crypto_op_free(struct rte_crypto_op *op) { rte_crypto_op_free(op); }

DPDKSHARP_EXPORT struct rte_crypto_op *dpdksharp_rte_crypto_sym_op_alloc_from_mbuf_priv_data(struct rte_mbuf *m) { return rte_crypto_sym_op_alloc_from_mbuf_priv_data(m); }

DPDKSHARP_EXPORT struct rte_crypto_sym_xform *dpdksharp_rte_crypto_op_sym_xforms_alloc(struct rte_crypto_op *op, uint8_t nb_xforms) { return rte_crypto_op_sym_xforms_alloc(op, nb_xforms); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_crypto_op_attach_sym_session(struct rte_crypto_op *op, void *sess) { return rte_crypto_op_attach_sym_session(op, sess); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_crypto_op_attach_asym_session(struct rte_crypto_op *op, struct rte_cryptodev_asym_session *sess) { return rte_crypto_op_attach_asym_session(op, sess); }

DPDKSHARP_EXPORT void dpdksharp___rte_crypto_sym_op_reset(struct rte_crypto_sym_op *op) { __rte_crypto_sym_op_reset(op); }

DPDKSHARP_EXPORT struct rte_crypto_sym_xform *dpdksharp___rte_crypto_sym_op_sym_xforms_alloc(struct rte_crypto_sym_op *sym_op, void *priv_data, uint8_t nb_xforms) { return __rte_crypto_sym_op_sym_xforms_alloc(sym_op, priv_data, nb_xforms); }

DPDKSHARP_EXPORT int32_t dpdksharp___rte_crypto_sym_op_attach_sym_session(struct rte_crypto_sym_op *sym_op, void *sess) { return __rte_crypto_sym_op_attach_sym_session(sym_op, sess); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_crypto_mbuf_to_vec(const struct rte_mbuf *mb, uint32_t ofs, uint32_t len, struct rte_crypto_vec vec[], uint32_t num) { return rte_crypto_mbuf_to_vec(mb, ofs, len, vec, num); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_cryptodev_sym_session_opaque_data_get(void *sess) { return rte_cryptodev_sym_session_opaque_data_get(sess); }

DPDKSHARP_EXPORT void dpdksharp_rte_cryptodev_sym_session_opaque_data_set(void *sess, uint64_t opaque) { rte_cryptodev_sym_session_opaque_data_set(sess, opaque); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_cryptodev_raw_enqueue(struct rte_crypto_raw_dp_ctx *ctx, struct rte_crypto_vec *data_vec, uint16_t n_data_vecs, union rte_crypto_sym_ofs ofs, struct rte_crypto_va_iova_ptr *iv, struct rte_crypto_va_iova_ptr *digest, struct rte_crypto_va_iova_ptr *aad_or_auth_iv, void *user_data) { return rte_cryptodev_raw_enqueue(ctx, data_vec, n_data_vecs, ofs, iv, digest, aad_or_auth_iv, user_data); }

DPDKSHARP_EXPORT void *dpdksharp_rte_cryptodev_raw_dequeue(struct rte_crypto_raw_dp_ctx *ctx, int32_t *dequeue_status, enum rte_crypto_op_status *op_status) { return rte_cryptodev_raw_dequeue(ctx, dequeue_status, op_status); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_cryptodev_dequeue_burst(uint8_t dev_id, uint16_t qp_id, struct rte_crypto_op **ops, uint16_t nb_ops) { return rte_cryptodev_dequeue_burst(dev_id, qp_id, ops, nb_ops); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_cryptodev_enqueue_burst(uint8_t dev_id, uint16_t qp_id, struct rte_crypto_op **ops, uint16_t nb_ops) { return rte_cryptodev_enqueue_burst(dev_id, qp_id, ops, nb_ops); }

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT int32_t dpdksharp_rte_cryptodev_qp_depth_used(uint8_t dev_id, uint16_t qp_id) { return rte_cryptodev_qp_depth_used(dev_id, qp_id); }
#endif

DPDKSHARP_EXPORT void dpdksharp_rte_cryptodev_trace_enqueue_burst(uint8_t dev_id, uint16_t qp_id, void **ops, uint16_t nb_ops) { rte_cryptodev_trace_enqueue_burst(dev_id, qp_id, ops, nb_ops); }

DPDKSHARP_EXPORT void dpdksharp_rte_cryptodev_trace_dequeue_burst(uint8_t dev_id, uint16_t qp_id, void **ops, uint16_t nb_ops) { rte_cryptodev_trace_dequeue_burst(dev_id, qp_id, ops, nb_ops); }

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_cryptodev_trace_qp_depth_used(uint8_t dev_id, uint16_t qp_id) { rte_cryptodev_trace_qp_depth_used(dev_id, qp_id); }
#endif
