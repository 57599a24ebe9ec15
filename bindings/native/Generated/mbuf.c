/* What mbuf has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#include <rte_mbuf_core.h>
#include <rte_mbuf_ptype.h>
#include <rte_mbuf.h>
#include <rte_mbuf_dyn.h>
#if DPDKSHARP_FOR(0x4) /* 25.11 */
#include <rte_mbuf_history.h>
#endif
#include <rte_mbuf_pool_ops.h>

DPDKSHARP_EXPORT void dpdksharp_rte_mbuf_prefetch_part1(struct rte_mbuf *m) { rte_mbuf_prefetch_part1(m); }

DPDKSHARP_EXPORT void dpdksharp_rte_mbuf_prefetch_part2(struct rte_mbuf *m) { rte_mbuf_prefetch_part2(m); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_pktmbuf_priv_size(struct rte_mempool *mp) { return rte_pktmbuf_priv_size(mp); }

DPDKSHARP_EXPORT rte_iova_t dpdksharp_rte_mbuf_iova_get(const struct rte_mbuf *m) { return rte_mbuf_iova_get(m); }

DPDKSHARP_EXPORT void dpdksharp_rte_mbuf_iova_set(struct rte_mbuf *m, rte_iova_t iova) { rte_mbuf_iova_set(m, iova); }

DPDKSHARP_EXPORT rte_iova_t dpdksharp_rte_mbuf_data_iova(const struct rte_mbuf *mb) { return rte_mbuf_data_iova(mb); }

DPDKSHARP_EXPORT rte_iova_t dpdksharp_rte_mbuf_data_iova_default(const struct rte_mbuf *mb) { return rte_mbuf_data_iova_default(mb); }

DPDKSHARP_EXPORT struct rte_mbuf *dpdksharp_rte_mbuf_from_indirect(struct rte_mbuf *mi) { return rte_mbuf_from_indirect(mi); }

DPDKSHARP_EXPORT char *dpdksharp_rte_mbuf_buf_addr(struct rte_mbuf *mb, struct rte_mempool *mp) { return rte_mbuf_buf_addr(mb, mp); }

DPDKSHARP_EXPORT char *dpdksharp_rte_mbuf_data_addr_default(struct rte_mbuf *mb) { return rte_mbuf_data_addr_default(mb); }

DPDKSHARP_EXPORT char *dpdksharp_rte_mbuf_to_baddr(struct rte_mbuf *md) { return rte_mbuf_to_baddr(md); }

DPDKSHARP_EXPORT void *dpdksharp_rte_mbuf_to_priv(struct rte_mbuf *m) { return rte_mbuf_to_priv(m); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_pktmbuf_priv_flags(struct rte_mempool *mp) { return rte_pktmbuf_priv_flags(mp); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_mbuf_refcnt_read(const struct rte_mbuf *m) { return rte_mbuf_refcnt_read(m); }

DPDKSHARP_EXPORT void dpdksharp_rte_mbuf_refcnt_set(struct rte_mbuf *m, uint16_t new_value) { rte_mbuf_refcnt_set(m, new_value); }

DPDKSHARP_EXPORT uint16_t dpdksharp___rte_mbuf_refcnt_update(struct rte_mbuf *m, int16_t value) { return __rte_mbuf_refcnt_update(m, value); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_mbuf_refcnt_update(struct rte_mbuf *m, int16_t value) { return rte_mbuf_refcnt_update(m, value); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_mbuf_ext_refcnt_read(const struct rte_mbuf_ext_shared_info *shinfo) { return rte_mbuf_ext_refcnt_read(shinfo); }

DPDKSHARP_EXPORT void dpdksharp_rte_mbuf_ext_refcnt_set(struct rte_mbuf_ext_shared_info *shinfo, uint16_t new_value) { rte_mbuf_ext_refcnt_set(shinfo, new_value); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_mbuf_ext_refcnt_update(struct rte_mbuf_ext_shared_info *shinfo, int16_t value) { return rte_mbuf_ext_refcnt_update(shinfo, value); }

#if DPDKSHARP_FOR(0x3) /* 22.11, 24.11 */
DPDKSHARP_EXPORT void dpdksharp___rte_mbuf_raw_sanity_check(const struct rte_mbuf *m) { __rte_mbuf_raw_sanity_check(m); }
#endif

DPDKSHARP_EXPORT struct rte_mbuf *dpdksharp_rte_mbuf_raw_alloc(struct rte_mempool *mp) { return rte_mbuf_raw_alloc(mp); }

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT int32_t dpdksharp_rte_mbuf_raw_alloc_bulk(struct rte_mempool *mp, struct rte_mbuf **mbufs, uint32_t count) { return rte_mbuf_raw_alloc_bulk(mp, mbufs, count); }
#endif

DPDKSHARP_EXPORT void dpdksharp_rte_mbuf_raw_free(struct rte_mbuf *m) { rte_mbuf_raw_free(m); }

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_mbuf_raw_free_bulk(struct rte_mempool *mp, struct rte_mbuf **mbufs, uint32_t count) { rte_mbuf_raw_free_bulk(mp, mbufs, count); }
#endif

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_pktmbuf_data_room_size(struct rte_mempool *mp) { return rte_pktmbuf_data_room_size(mp); }

DPDKSHARP_EXPORT void dpdksharp_rte_pktmbuf_reset_headroom(struct rte_mbuf *m) { rte_pktmbuf_reset_headroom(m); }

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_mbuf_raw_reset_bulk(struct rte_mempool *mp, struct rte_mbuf **mbufs, uint32_t count) { rte_mbuf_raw_reset_bulk(mp, mbufs, count); }
#endif

DPDKSHARP_EXPORT void dpdksharp_rte_pktmbuf_reset(struct rte_mbuf *m) { rte_pktmbuf_reset(m); }

DPDKSHARP_EXPORT struct rte_mbuf *dpdksharp_rte_pktmbuf_alloc(struct rte_mempool *mp) { return rte_pktmbuf_alloc(mp); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pktmbuf_alloc_bulk(struct rte_mempool *pool, struct rte_mbuf **mbufs, uint32_t count) { return rte_pktmbuf_alloc_bulk(pool, mbufs, count); }

DPDKSHARP_EXPORT struct rte_mbuf_ext_shared_info *dpdksharp_rte_pktmbuf_ext_shinfo_init_helper(void *buf_addr, uint16_t *buf_len, rte_mbuf_extbuf_free_callback_t free_cb, void *fcb_opaque) { return rte_pktmbuf_ext_shinfo_init_helper(buf_addr, buf_len, free_cb, fcb_opaque); }

DPDKSHARP_EXPORT void dpdksharp_rte_pktmbuf_attach_extbuf(struct rte_mbuf *m, void *buf_addr, rte_iova_t buf_iova, uint16_t buf_len, struct rte_mbuf_ext_shared_info *shinfo) { rte_pktmbuf_attach_extbuf(m, buf_addr, buf_iova, buf_len, shinfo); }

DPDKSHARP_EXPORT void dpdksharp_rte_mbuf_dynfield_copy(struct rte_mbuf *mdst, const struct rte_mbuf *msrc) { rte_mbuf_dynfield_copy(mdst, msrc); }

DPDKSHARP_EXPORT void dpdksharp___rte_pktmbuf_copy_hdr(struct rte_mbuf *mdst, const struct rte_mbuf *msrc) { __rte_pktmbuf_copy_hdr(mdst, msrc); }

DPDKSHARP_EXPORT void dpdksharp_rte_pktmbuf_attach(struct rte_mbuf *mi, struct rte_mbuf *m) { rte_pktmbuf_attach(mi, m); }

DPDKSHARP_EXPORT void dpdksharp___rte_pktmbuf_free_extbuf(struct rte_mbuf *m) { __rte_pktmbuf_free_extbuf(m); }

DPDKSHARP_EXPORT void dpdksharp___rte_pktmbuf_free_direct(struct rte_mbuf *m) { __rte_pktmbuf_free_direct(m); }

DPDKSHARP_EXPORT void dpdksharp_rte_pktmbuf_detach(struct rte_mbuf *m) { rte_pktmbuf_detach(m); }

DPDKSHARP_EXPORT int32_t dpdksharp___rte_pktmbuf_pinned_extbuf_decref(struct rte_mbuf *m) { return __rte_pktmbuf_pinned_extbuf_decref(m); }

DPDKSHARP_EXPORT struct rte_mbuf *dpdksharp_rte_pktmbuf_prefree_seg(struct rte_mbuf *m) { return rte_pktmbuf_prefree_seg(m); }

DPDKSHARP_EXPORT void dpdksharp_rte_pktmbuf_free_seg(struct rte_mbuf *m) { rte_pktmbuf_free_seg(m); }

DPDKSHARP_EXPORT void dpdksharp_rte_pktmbuf_free(struct rte_mbuf *m) { rte_pktmbuf_free(m); }

DPDKSHARP_EXPORT void dpdksharp_rte_pktmbuf_refcnt_update(struct rte_mbuf *m, int16_t v) { rte_pktmbuf_refcnt_update(m, v); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_pktmbuf_headroom(const struct rte_mbuf *m) { return rte_pktmbuf_headroom(m); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_pktmbuf_tailroom(const struct rte_mbuf *m) { return rte_pktmbuf_tailroom(m); }

DPDKSHARP_EXPORT struct rte_mbuf *dpdksharp_rte_pktmbuf_lastseg(struct rte_mbuf *m) { return rte_pktmbuf_lastseg(m); }

DPDKSHARP_EXPORT char *dpdksharp_rte_pktmbuf_prepend(struct rte_mbuf *m, uint16_t len) { return rte_pktmbuf_prepend(m, len); }

DPDKSHARP_EXPORT char *dpdksharp_rte_pktmbuf_append(struct rte_mbuf *m, uint16_t len) { return rte_pktmbuf_append(m, len); }

DPDKSHARP_EXPORT char *dpdksharp_rte_pktmbuf_adj(struct rte_mbuf *m, uint16_t len) { return rte_pktmbuf_adj(m, len); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pktmbuf_trim(struct rte_mbuf *m, uint16_t len) { return rte_pktmbuf_trim(m, len); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pktmbuf_is_contiguous(const struct rte_mbuf *m) { return rte_pktmbuf_is_contiguous(m); }

DPDKSHARP_EXPORT const void *dpdksharp_rte_pktmbuf_read(const struct rte_mbuf *m, uint32_t off, uint32_t len, void *buf) { return rte_pktmbuf_read(m, off, len, buf); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pktmbuf_chain(struct rte_mbuf *head, struct rte_mbuf *tail) { return rte_pktmbuf_chain(head, tail); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_mbuf_tx_offload(uint64_t il2, uint64_t il3, uint64_t il4, uint64_t tso, uint64_t ol3, uint64_t ol2, uint64_t unused) { return rte_mbuf_tx_offload(il2, il3, il4, tso, ol3, ol2, unused); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_validate_tx_offload(const struct rte_mbuf *m) { return rte_validate_tx_offload(m); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_pktmbuf_linearize(struct rte_mbuf *mbuf) { return rte_pktmbuf_linearize(mbuf); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_mbuf_sched_queue_get(const struct rte_mbuf *m) { return rte_mbuf_sched_queue_get(m); }

DPDKSHARP_EXPORT uint8_t dpdksharp_rte_mbuf_sched_traffic_class_get(const struct rte_mbuf *m) { return rte_mbuf_sched_traffic_class_get(m); }

DPDKSHARP_EXPORT uint8_t dpdksharp_rte_mbuf_sched_color_get(const struct rte_mbuf *m) { return rte_mbuf_sched_color_get(m); }

DPDKSHARP_EXPORT void dpdksharp_rte_mbuf_sched_get(const struct rte_mbuf *m, uint32_t *queue_id, uint8_t *traffic_class, uint8_t *color) { rte_mbuf_sched_get(m, queue_id, traffic_class, color); }

DPDKSHARP_EXPORT void dpdksharp_rte_mbuf_sched_queue_set(struct rte_mbuf *m, uint32_t queue_id) { rte_mbuf_sched_queue_set(m, queue_id); }

DPDKSHARP_EXPORT void dpdksharp_rte_mbuf_sched_traffic_class_set(struct rte_mbuf *m, uint8_t traffic_class) { rte_mbuf_sched_traffic_class_set(m, traffic_class); }

DPDKSHARP_EXPORT void dpdksharp_rte_mbuf_sched_color_set(struct rte_mbuf *m, uint8_t color) { rte_mbuf_sched_color_set(m, color); }

DPDKSHARP_EXPORT void dpdksharp_rte_mbuf_sched_set(struct rte_mbuf *m, uint32_t queue_id, uint8_t traffic_class, uint8_t color) { rte_mbuf_sched_set(m, queue_id, traffic_class, color); }

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_mbuf_history_mark(struct rte_mbuf *m, uint32_t op) { rte_mbuf_history_mark(m, op); }
#endif

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_mbuf_history_mark_bulk(struct rte_mbuf *const *mbufs, uint32_t count, uint32_t op) { rte_mbuf_history_mark_bulk(mbufs, count, op); }
#endif
