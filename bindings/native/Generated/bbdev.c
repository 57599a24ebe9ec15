/* What bbdev has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#include <rte_bbdev.h>
#include <rte_bbdev_op.h>
#if DPDKSHARP_FOR(0x4) /* 25.11 */
#include <rte_bbdev_trace_fp.h>
#endif

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_bbdev_enqueue_enc_ops(uint16_t dev_id, uint16_t queue_id, struct rte_bbdev_enc_op **ops, uint16_t num_ops) { return rte_bbdev_enqueue_enc_ops(dev_id, queue_id, ops, num_ops); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_bbdev_enqueue_dec_ops(uint16_t dev_id, uint16_t queue_id, struct rte_bbdev_dec_op **ops, uint16_t num_ops) { return rte_bbdev_enqueue_dec_ops(dev_id, queue_id, ops, num_ops); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_bbdev_enqueue_ldpc_enc_ops(uint16_t dev_id, uint16_t queue_id, struct rte_bbdev_enc_op **ops, uint16_t num_ops) { return rte_bbdev_enqueue_ldpc_enc_ops(dev_id, queue_id, ops, num_ops); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_bbdev_enqueue_ldpc_dec_ops(uint16_t dev_id, uint16_t queue_id, struct rte_bbdev_dec_op **ops, uint16_t num_ops) { return rte_bbdev_enqueue_ldpc_dec_ops(dev_id, queue_id, ops, num_ops); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_bbdev_enqueue_fft_ops(uint16_t dev_id, uint16_t queue_id, struct rte_bbdev_fft_op **ops, uint16_t num_ops) { return rte_bbdev_enqueue_fft_ops(dev_id, queue_id, ops, num_ops); }

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT uint16_t dpdksharp_rte_bbdev_enqueue_mldts_ops(uint16_t dev_id, uint16_t queue_id, struct rte_bbdev_mldts_op **ops, uint16_t num_ops) { return rte_bbdev_enqueue_mldts_ops(dev_id, queue_id, ops, num_ops); }
#endif

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_bbdev_dequeue_enc_ops(uint16_t dev_id, uint16_t queue_id, struct rte_bbdev_enc_op **ops, uint16_t num_ops) { return rte_bbdev_dequeue_enc_ops(dev_id, queue_id, ops, num_ops); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_bbdev_dequeue_dec_ops(uint16_t dev_id, uint16_t queue_id, struct rte_bbdev_dec_op **ops, uint16_t num_ops) { return rte_bbdev_dequeue_dec_ops(dev_id, queue_id, ops, num_ops); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_bbdev_dequeue_ldpc_enc_ops(uint16_t dev_id, uint16_t queue_id, struct rte_bbdev_enc_op **ops, uint16_t num_ops) { return rte_bbdev_dequeue_ldpc_enc_ops(dev_id, queue_id, ops, num_ops); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_bbdev_dequeue_ldpc_dec_ops(uint16_t dev_id, uint16_t queue_id, struct rte_bbdev_dec_op **ops, uint16_t num_ops) { return rte_bbdev_dequeue_ldpc_dec_ops(dev_id, queue_id, ops, num_ops); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_bbdev_dequeue_fft_ops(uint16_t dev_id, uint16_t queue_id, struct rte_bbdev_fft_op **ops, uint16_t num_ops) { return rte_bbdev_dequeue_fft_ops(dev_id, queue_id, ops, num_ops); }

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT uint16_t dpdksharp_rte_bbdev_dequeue_mldts_ops(uint16_t dev_id, uint16_t queue_id, struct rte_bbdev_mldts_op **ops, uint16_t num_ops) { return rte_bbdev_dequeue_mldts_ops(dev_id, queue_id, ops, num_ops); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT int32_t dpdksharp_rte_bbdev_enc_op_alloc_bulk(struct rte_mempool *mempool, struct rte_bbdev_enc_op **ops, uint32_t num_ops) { return rte_bbdev_enc_op_alloc_bulk(mempool, ops, num_ops); }
#endif

#if DPDKSHARP_FOR(0x1) /* 22.11 */
DPDKSHARP_EXPORT int32_t dpdksharp_rte_bbdev_enc_op_alloc_bulk(struct rte_mempool *mempool, struct rte_bbdev_enc_op **ops, uint16_t num_ops) { return rte_bbdev_enc_op_alloc_bulk(mempool, ops, num_ops); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT int32_t dpdksharp_rte_bbdev_dec_op_alloc_bulk(struct rte_mempool *mempool, struct rte_bbdev_dec_op **ops, uint32_t num_ops) { return rte_bbdev_dec_op_alloc_bulk(mempool, ops, num_ops); }
#endif

#if DPDKSHARP_FOR(0x1) /* 22.11 */
DPDKSHARP_EXPORT int32_t dpdksharp_rte_bbdev_dec_op_alloc_bulk(struct rte_mempool *mempool, struct rte_bbdev_dec_op **ops, uint16_t num_ops) { return rte_bbdev_dec_op_alloc_bulk(mempool, ops, num_ops); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT int32_t dpdksharp_rte_bbdev_fft_op_alloc_bulk(struct rte_mempool *mempool, struct rte_bbdev_fft_op **ops, uint32_t num_ops) { return rte_bbdev_fft_op_alloc_bulk(mempool, ops, num_ops); }
#endif

#if DPDKSHARP_FOR(0x1) /* 22.11 */
DPDKSHARP_EXPORT int32_t dpdksharp_rte_bbdev_fft_op_alloc_bulk(struct rte_mempool *mempool, struct rte_bbdev_fft_op **ops, uint16_t num_ops) { return rte_bbdev_fft_op_alloc_bulk(mempool, ops, num_ops); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT int32_t dpdksharp_rte_bbdev_mldts_op_alloc_bulk(struct rte_mempool *mempool, struct rte_bbdev_mldts_op **ops, uint16_t num_ops) { return rte_bbdev_mldts_op_alloc_bulk(mempool, ops, num_ops); }
#endif

DPDKSHARP_EXPORT void dpdksharp_rte_bbdev_dec_op_free_bulk(struct rte_bbdev_dec_op **ops, uint32_t num_ops) { rte_bbdev_dec_op_free_bulk(ops, num_ops); }

DPDKSHARP_EXPORT void dpdksharp_rte_bbdev_enc_op_free_bulk(struct rte_bbdev_enc_op **ops, uint32_t num_ops) { rte_bbdev_enc_op_free_bulk(ops, num_ops); }

DPDKSHARP_EXPORT void dpdksharp_rte_bbdev_fft_op_free_bulk(struct rte_bbdev_fft_op **ops, uint32_t num_ops) { rte_bbdev_fft_op_free_bulk(ops, num_ops); }

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_bbdev_mldts_op_free_bulk(struct rte_bbdev_mldts_op **ops, uint32_t num_ops) { rte_bbdev_mldts_op_free_bulk(ops, num_ops); }
#endif

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_bbdev_trace_enqueue(uint8_t dev_id, uint16_t qp_id, void **ops, uint16_t nb_ops, const char *op_string) { rte_bbdev_trace_enqueue(dev_id, qp_id, ops, nb_ops, op_string); }
#endif

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_bbdev_trace_dequeue(uint8_t dev_id, uint16_t qp_id, void **ops, uint16_t nb_ops, uint16_t nb_ops_deq, const char *op_string) { rte_bbdev_trace_dequeue(dev_id, qp_id, ops, nb_ops, nb_ops_deq, op_string); }
#endif
