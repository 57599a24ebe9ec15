/* What dmadev has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#include <rte_dmadev.h>
#include <rte_dmadev_core.h>
#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
#include <rte_dmadev_trace_fp.h>
#endif

DPDKSHARP_EXPORT int32_t dpdksharp_rte_dma_copy(int16_t dev_id, uint16_t vchan, rte_iova_t src, rte_iova_t dst, uint32_t length, uint64_t flags) { return rte_dma_copy(dev_id, vchan, src, dst, length, flags); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_dma_copy_sg(int16_t dev_id, uint16_t vchan, struct rte_dma_sge *src, struct rte_dma_sge *dst, uint16_t nb_src, uint16_t nb_dst, uint64_t flags) { return rte_dma_copy_sg(dev_id, vchan, src, dst, nb_src, nb_dst, flags); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_dma_fill(int16_t dev_id, uint16_t vchan, uint64_t pattern, rte_iova_t dst, uint32_t length, uint64_t flags) { return rte_dma_fill(dev_id, vchan, pattern, dst, length, flags); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_dma_submit(int16_t dev_id, uint16_t vchan) { return rte_dma_submit(dev_id, vchan); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_dma_completed(int16_t dev_id, uint16_t vchan, const uint16_t nb_cpls, uint16_t *last_idx, bool *has_error) { return rte_dma_completed(dev_id, vchan, nb_cpls, last_idx, has_error); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_dma_completed_status(int16_t dev_id, uint16_t vchan, const uint16_t nb_cpls, uint16_t *last_idx, enum rte_dma_status_code *status) { return rte_dma_completed_status(dev_id, vchan, nb_cpls, last_idx, status); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_dma_burst_capacity(int16_t dev_id, uint16_t vchan) { return rte_dma_burst_capacity(dev_id, vchan); }

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT uint16_t dpdksharp_rte_dma_enqueue_ops(int16_t dev_id, uint16_t vchan, struct rte_dma_op **ops, uint16_t nb_ops) { return rte_dma_enqueue_ops(dev_id, vchan, ops, nb_ops); }
#endif

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT uint16_t dpdksharp_rte_dma_dequeue_ops(int16_t dev_id, uint16_t vchan, struct rte_dma_op **ops, uint16_t nb_ops) { return rte_dma_dequeue_ops(dev_id, vchan, ops, nb_ops); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_dma_trace_stats_get(int16_t dev_id, uint16_t vchan, struct rte_dma_stats *stats, int32_t ret) { rte_dma_trace_stats_get(dev_id, vchan, stats, ret); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_dma_trace_vchan_status(int16_t dev_id, uint16_t vchan, enum rte_dma_vchan_status *status, int32_t ret) { rte_dma_trace_vchan_status(dev_id, vchan, status, ret); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_dma_trace_copy(int16_t dev_id, uint16_t vchan, rte_iova_t src, rte_iova_t dst, uint32_t length, uint64_t flags, int32_t ret) { rte_dma_trace_copy(dev_id, vchan, src, dst, length, flags, ret); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_dma_trace_copy_sg(int16_t dev_id, uint16_t vchan, struct rte_dma_sge *src, struct rte_dma_sge *dst, uint16_t nb_src, uint16_t nb_dst, uint64_t flags, int32_t ret) { rte_dma_trace_copy_sg(dev_id, vchan, src, dst, nb_src, nb_dst, flags, ret); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_dma_trace_fill(int16_t dev_id, uint16_t vchan, uint64_t pattern, rte_iova_t dst, uint32_t length, uint64_t flags, int32_t ret) { rte_dma_trace_fill(dev_id, vchan, pattern, dst, length, flags, ret); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_dma_trace_submit(int16_t dev_id, uint16_t vchan, int32_t ret) { rte_dma_trace_submit(dev_id, vchan, ret); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_dma_trace_completed(int16_t dev_id, uint16_t vchan, const uint16_t nb_cpls, uint16_t *last_idx, bool *has_error, uint16_t ret) { rte_dma_trace_completed(dev_id, vchan, nb_cpls, last_idx, has_error, ret); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_dma_trace_completed_status(int16_t dev_id, uint16_t vchan, const uint16_t nb_cpls, uint16_t *last_idx, enum rte_dma_status_code *status, uint16_t ret) { rte_dma_trace_completed_status(dev_id, vchan, nb_cpls, last_idx, status, ret); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_dma_trace_burst_capacity(int16_t dev_id, uint16_t vchan, uint16_t ret) { rte_dma_trace_burst_capacity(dev_id, vchan, ret); }
#endif

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_dma_trace_enqueue_ops(int16_t dev_id, uint16_t vchan, void **ops, uint16_t nb_ops) { rte_dma_trace_enqueue_ops(dev_id, vchan, ops, nb_ops); }
#endif

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_dma_trace_dequeue_ops(int16_t dev_id, uint16_t vchan, void **ops, uint16_t nb_ops) { rte_dma_trace_dequeue_ops(dev_id, vchan, ops, nb_ops); }
#endif
