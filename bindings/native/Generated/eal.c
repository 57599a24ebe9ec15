/* What eal has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#include <rte_build_config.h>
#include <rte_config.h>
#include <rte_compat.h>
#include <rte_common.h>
#include <rte_os.h>
#include <rte_branch_prediction.h>
#include <rte_per_lcore.h>
#include <rte_version.h>
#include <rte_debug.h>
#include <rte_errno.h>
#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
#include <rte_stdatomic.h>
#endif
#include <rte_atomic.h>
#include <rte_atomic_64.h>
#include <rte_byteorder.h>
#include <rte_byteorder_64.h>
#include <rte_cpuflags.h>
#include <rte_cycles.h>
#include <rte_io.h>
#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
#include <rte_lock_annotations.h>
#endif
#include <rte_mcslock.h>
#include <rte_memcpy.h>
#include <rte_pause.h>
#include <rte_pflock.h>
#include <rte_power_intrinsics.h>
#include <rte_prefetch.h>
#include <rte_rtm.h>
#include <rte_rwlock.h>
#include <rte_seqcount.h>
#include <rte_seqlock.h>
#include <rte_spinlock.h>
#include <rte_ticketlock.h>
#include <rte_vect.h>
#include <rte_alarm.h>
#include <rte_bitmap.h>
#include <rte_bitops.h>
#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
#include <rte_bitset.h>
#endif
#include <rte_bus.h>
#include <rte_class.h>
#include <rte_dev.h>
#include <rte_devargs.h>
#include <rte_eal.h>
#include <rte_eal_memconfig.h>
#include <rte_epoll.h>
#include <rte_fbarray.h>
#include <rte_hexdump.h>
#include <rte_hypervisor.h>
#include <rte_interrupts.h>
#include <rte_keepalive.h>
#include <rte_launch.h>
#include <rte_lcore.h>
#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
#include <rte_lcore_var.h>
#endif
#include <rte_malloc.h>
#include <rte_memory.h>
#include <rte_memzone.h>
#include <rte_pci_dev_features.h>
#include <rte_pci_dev_feature_defs.h>
#include <rte_random.h>
#include <rte_reciprocal.h>
#include <rte_service.h>
#include <rte_service_component.h>
#include <rte_string_fns.h>
#include <rte_tailq.h>
#include <rte_time.h>
#include <rte_trace.h>
#include <rte_trace_point.h>
#include <rte_uuid.h>
#include <rte_vfio.h>
#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
#include <rte_eal_trace.h>
#endif
#include <generic/rte_atomic.h>
#include <generic/rte_byteorder.h>
#include <generic/rte_cpuflags.h>
#include <generic/rte_cycles.h>
#include <generic/rte_io.h>
#include <generic/rte_memcpy.h>
#include <generic/rte_pause.h>
#include <generic/rte_power_intrinsics.h>
#include <generic/rte_prefetch.h>
#include <generic/rte_rwlock.h>
#include <generic/rte_spinlock.h>
#include <generic/rte_vect.h>

DPDKSHARP_EXPORT int32_t dpdksharp_rte_is_aligned(const void *const ptr, const uint32_t align) { return rte_is_aligned(ptr, align); }

DPDKSHARP_EXPORT void dpdksharp_rte_smp_mb(void) { rte_smp_mb(); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_atomic128_cmp_exchange(rte_int128_t *dst, rte_int128_t *exp, const rte_int128_t *src, uint32_t weak, int32_t success, int32_t failure) { return rte_atomic128_cmp_exchange(dst, exp, src, weak, success, failure); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_arch_bswap16(uint16_t _x) { return rte_arch_bswap16(_x); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_arch_bswap32(uint32_t _x) { return rte_arch_bswap32(_x); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_arch_bswap64(uint64_t _x) { return rte_arch_bswap64(_x); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_rdtsc(void) { return rte_rdtsc(); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_rdtsc_precise(void) { return rte_rdtsc_precise(); }

DPDKSHARP_EXPORT void dpdksharp___rte_x86_movdiri(uint32_t value, void *addr) { __rte_x86_movdiri(value, addr); }

DPDKSHARP_EXPORT void dpdksharp_rte_write32_wc_relaxed(uint32_t value, void *addr) { rte_write32_wc_relaxed(value, addr); }

DPDKSHARP_EXPORT void dpdksharp_rte_write32_wc(uint32_t value, void *addr) { rte_write32_wc(value, addr); }

DPDKSHARP_EXPORT void dpdksharp_rte_mcslock_lock(rte_mcslock_t **msl, rte_mcslock_t *me) { rte_mcslock_lock(msl, me); }

DPDKSHARP_EXPORT void dpdksharp_rte_mcslock_unlock(rte_mcslock_t **msl, rte_mcslock_t *me) { rte_mcslock_unlock(msl, me); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_mcslock_trylock(rte_mcslock_t **msl, rte_mcslock_t *me) { return rte_mcslock_trylock(msl, me); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_mcslock_is_locked(rte_mcslock_t *msl) { return rte_mcslock_is_locked(msl); }

DPDKSHARP_EXPORT void *dpdksharp_rte_memcpy(void *dst, const void *src, size_t n) { return rte_memcpy(dst, src, n); }

DPDKSHARP_EXPORT void *dpdksharp_rte_mov15_or_less(void *dst, const void *src, size_t n) { return rte_mov15_or_less(dst, src, n); }

DPDKSHARP_EXPORT void dpdksharp_rte_mov16(uint8_t *dst, const uint8_t *src) { rte_mov16(dst, src); }

DPDKSHARP_EXPORT void dpdksharp_rte_mov32(uint8_t *dst, const uint8_t *src) { rte_mov32(dst, src); }

DPDKSHARP_EXPORT void dpdksharp_rte_mov64(uint8_t *dst, const uint8_t *src) { rte_mov64(dst, src); }

DPDKSHARP_EXPORT void dpdksharp_rte_mov128(uint8_t *dst, const uint8_t *src) { rte_mov128(dst, src); }

DPDKSHARP_EXPORT void dpdksharp_rte_mov256(uint8_t *dst, const uint8_t *src) { rte_mov256(dst, src); }

DPDKSHARP_EXPORT void *dpdksharp_rte_memcpy_generic(void *dst, const void *src, size_t n) { return rte_memcpy_generic(dst, src, n); }

DPDKSHARP_EXPORT void *dpdksharp_rte_memcpy_aligned(void *dst, const void *src, size_t n) { return rte_memcpy_aligned(dst, src, n); }

DPDKSHARP_EXPORT void dpdksharp_rte_pflock_init(struct rte_pflock *pf) { rte_pflock_init(pf); }

DPDKSHARP_EXPORT void dpdksharp_rte_pflock_read_lock(rte_pflock_t *pf) { rte_pflock_read_lock(pf); }

DPDKSHARP_EXPORT void dpdksharp_rte_pflock_read_unlock(rte_pflock_t *pf) { rte_pflock_read_unlock(pf); }

DPDKSHARP_EXPORT void dpdksharp_rte_pflock_write_lock(rte_pflock_t *pf) { rte_pflock_write_lock(pf); }

DPDKSHARP_EXPORT void dpdksharp_rte_pflock_write_unlock(rte_pflock_t *pf) { rte_pflock_write_unlock(pf); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_xbegin(void) { return rte_xbegin(); }

DPDKSHARP_EXPORT void dpdksharp_rte_xend(void) { rte_xend(); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_xtest(void) { return rte_xtest(); }

DPDKSHARP_EXPORT void dpdksharp_rte_seqcount_init(rte_seqcount_t *seqcount) { rte_seqcount_init(seqcount); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_seqcount_read_begin(const rte_seqcount_t *seqcount) { return rte_seqcount_read_begin(seqcount); }

DPDKSHARP_EXPORT bool dpdksharp_rte_seqcount_read_retry(const rte_seqcount_t *seqcount, uint32_t begin_sn) { return rte_seqcount_read_retry(seqcount, begin_sn); }

DPDKSHARP_EXPORT void dpdksharp_rte_seqcount_write_begin(rte_seqcount_t *seqcount) { rte_seqcount_write_begin(seqcount); }

DPDKSHARP_EXPORT void dpdksharp_rte_seqcount_write_end(rte_seqcount_t *seqcount) { rte_seqcount_write_end(seqcount); }

DPDKSHARP_EXPORT void dpdksharp_rte_seqlock_init(rte_seqlock_t *seqlock) { rte_seqlock_init(seqlock); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_seqlock_read_begin(const rte_seqlock_t *seqlock) { return rte_seqlock_read_begin(seqlock); }

DPDKSHARP_EXPORT bool dpdksharp_rte_seqlock_read_retry(const rte_seqlock_t *seqlock, uint32_t begin_sn) { return rte_seqlock_read_retry(seqlock, begin_sn); }

DPDKSHARP_EXPORT void dpdksharp_rte_seqlock_write_lock(rte_seqlock_t *seqlock) { rte_seqlock_write_lock(seqlock); }

DPDKSHARP_EXPORT void dpdksharp_rte_seqlock_write_unlock(rte_seqlock_t *seqlock) { rte_seqlock_write_unlock(seqlock); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_try_tm(int32_t *lock) { return rte_try_tm(lock); }

DPDKSHARP_EXPORT void dpdksharp_rte_ticketlock_init(rte_ticketlock_t *tl) { rte_ticketlock_init(tl); }

DPDKSHARP_EXPORT void dpdksharp_rte_ticketlock_lock(rte_ticketlock_t *tl) { rte_ticketlock_lock(tl); }

DPDKSHARP_EXPORT void dpdksharp_rte_ticketlock_unlock(rte_ticketlock_t *tl) { rte_ticketlock_unlock(tl); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_ticketlock_trylock(rte_ticketlock_t *tl) { return rte_ticketlock_trylock(tl); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_ticketlock_is_locked(rte_ticketlock_t *tl) { return rte_ticketlock_is_locked(tl); }

DPDKSHARP_EXPORT void dpdksharp_rte_ticketlock_recursive_init(rte_ticketlock_recursive_t *tlr) { rte_ticketlock_recursive_init(tlr); }

DPDKSHARP_EXPORT void dpdksharp_rte_ticketlock_recursive_lock(rte_ticketlock_recursive_t *tlr) { rte_ticketlock_recursive_lock(tlr); }

DPDKSHARP_EXPORT void dpdksharp_rte_ticketlock_recursive_unlock(rte_ticketlock_recursive_t *tlr) { rte_ticketlock_recursive_unlock(tlr); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_ticketlock_recursive_trylock(rte_ticketlock_recursive_t *tlr) { return rte_ticketlock_recursive_trylock(tlr); }

DPDKSHARP_EXPORT void dpdksharp___rte_bitmap_index1_inc(struct rte_bitmap *bmp) { __rte_bitmap_index1_inc(bmp); }

DPDKSHARP_EXPORT uint64_t dpdksharp___rte_bitmap_mask1_get(struct rte_bitmap *bmp) { return __rte_bitmap_mask1_get(bmp); }

DPDKSHARP_EXPORT void dpdksharp___rte_bitmap_index2_set(struct rte_bitmap *bmp) { __rte_bitmap_index2_set(bmp); }

DPDKSHARP_EXPORT uint32_t dpdksharp___rte_bitmap_get_memory_footprint(uint32_t n_bits, uint32_t *array1_byte_offset, uint32_t *array1_slabs, uint32_t *array2_byte_offset, uint32_t *array2_slabs) { return __rte_bitmap_get_memory_footprint(n_bits, array1_byte_offset, array1_slabs, array2_byte_offset, array2_slabs); }

DPDKSHARP_EXPORT void dpdksharp___rte_bitmap_scan_init(struct rte_bitmap *bmp) { __rte_bitmap_scan_init(bmp); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_bitmap_get_memory_footprint(uint32_t n_bits) { return rte_bitmap_get_memory_footprint(n_bits); }

DPDKSHARP_EXPORT struct rte_bitmap *dpdksharp_rte_bitmap_init(uint32_t n_bits, uint8_t *mem, uint32_t mem_size) { return rte_bitmap_init(n_bits, mem, mem_size); }

DPDKSHARP_EXPORT void dpdksharp___rte_bitmap_clear_slab_overhead_bits(uint64_t *slabs, uint32_t slab_size, uint32_t pos) { __rte_bitmap_clear_slab_overhead_bits(slabs, slab_size, pos); }

DPDKSHARP_EXPORT struct rte_bitmap *dpdksharp_rte_bitmap_init_with_all_set(uint32_t n_bits, uint8_t *mem, uint32_t mem_size) { return rte_bitmap_init_with_all_set(n_bits, mem, mem_size); }

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_bitmap_free(struct rte_bitmap *bmp) { rte_bitmap_free(bmp); }
#endif

#if DPDKSHARP_FOR(0x3) /* 22.11, 24.11 */
DPDKSHARP_EXPORT int32_t dpdksharp_rte_bitmap_free(struct rte_bitmap *bmp) { return rte_bitmap_free(bmp); }
#endif

DPDKSHARP_EXPORT void dpdksharp_rte_bitmap_reset(struct rte_bitmap *bmp) { rte_bitmap_reset(bmp); }

DPDKSHARP_EXPORT void dpdksharp_rte_bitmap_prefetch0(struct rte_bitmap *bmp, uint32_t pos) { rte_bitmap_prefetch0(bmp, pos); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_bitmap_get(struct rte_bitmap *bmp, uint32_t pos) { return rte_bitmap_get(bmp, pos); }

DPDKSHARP_EXPORT void dpdksharp_rte_bitmap_set(struct rte_bitmap *bmp, uint32_t pos) { rte_bitmap_set(bmp, pos); }

DPDKSHARP_EXPORT void dpdksharp_rte_bitmap_set_slab(struct rte_bitmap *bmp, uint32_t pos, uint64_t slab) { rte_bitmap_set_slab(bmp, pos, slab); }

DPDKSHARP_EXPORT uint64_t dpdksharp___rte_bitmap_line_not_empty(uint64_t *slab2) { return __rte_bitmap_line_not_empty(slab2); }

DPDKSHARP_EXPORT void dpdksharp_rte_bitmap_clear(struct rte_bitmap *bmp, uint32_t pos) { rte_bitmap_clear(bmp, pos); }

DPDKSHARP_EXPORT int32_t dpdksharp___rte_bitmap_scan_search(struct rte_bitmap *bmp) { return __rte_bitmap_scan_search(bmp); }

DPDKSHARP_EXPORT void dpdksharp___rte_bitmap_scan_read_init(struct rte_bitmap *bmp) { __rte_bitmap_scan_read_init(bmp); }

DPDKSHARP_EXPORT int32_t dpdksharp___rte_bitmap_scan_read(struct rte_bitmap *bmp, uint32_t *pos, uint64_t *slab) { return __rte_bitmap_scan_read(bmp, pos, slab); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_bitmap_scan(struct rte_bitmap *bmp, uint32_t *pos, uint64_t *slab) { return rte_bitmap_scan(bmp, pos, slab); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_bit_relaxed_get32(uint32_t nr, uint32_t *addr) { return rte_bit_relaxed_get32(nr, addr); }

DPDKSHARP_EXPORT void dpdksharp_rte_bit_relaxed_set32(uint32_t nr, uint32_t *addr) { rte_bit_relaxed_set32(nr, addr); }

DPDKSHARP_EXPORT void dpdksharp_rte_bit_relaxed_clear32(uint32_t nr, uint32_t *addr) { rte_bit_relaxed_clear32(nr, addr); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_bit_relaxed_test_and_set32(uint32_t nr, uint32_t *addr) { return rte_bit_relaxed_test_and_set32(nr, addr); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_bit_relaxed_test_and_clear32(uint32_t nr, uint32_t *addr) { return rte_bit_relaxed_test_and_clear32(nr, addr); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_bit_relaxed_get64(uint32_t nr, uint64_t *addr) { return rte_bit_relaxed_get64(nr, addr); }

DPDKSHARP_EXPORT void dpdksharp_rte_bit_relaxed_set64(uint32_t nr, uint64_t *addr) { rte_bit_relaxed_set64(nr, addr); }

DPDKSHARP_EXPORT void dpdksharp_rte_bit_relaxed_clear64(uint32_t nr, uint64_t *addr) { rte_bit_relaxed_clear64(nr, addr); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_bit_relaxed_test_and_set64(uint32_t nr, uint64_t *addr) { return rte_bit_relaxed_test_and_set64(nr, addr); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_bit_relaxed_test_and_clear64(uint32_t nr, uint64_t *addr) { return rte_bit_relaxed_test_and_clear64(nr, addr); }

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT uint32_t dpdksharp_rte_clz32(uint32_t v) { return rte_clz32(v); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT uint32_t dpdksharp_rte_clz64(uint64_t v) { return rte_clz64(v); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ctz32(uint32_t v) { return rte_ctz32(v); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ctz64(uint64_t v) { return rte_ctz64(v); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT uint32_t dpdksharp_rte_popcount32(uint32_t v) { return rte_popcount32(v); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT uint32_t dpdksharp_rte_popcount64(uint64_t v) { return rte_popcount64(v); }
#endif

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ffs32(uint32_t v) { return rte_ffs32(v); }
#endif

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT uint32_t dpdksharp_rte_ffs64(uint64_t v) { return rte_ffs64(v); }
#endif

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_combine32ms1b(uint32_t x) { return rte_combine32ms1b(x); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_combine64ms1b(uint64_t v) { return rte_combine64ms1b(v); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_bsf32(uint32_t v) { return rte_bsf32(v); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_bsf32_safe(uint32_t v, uint32_t *pos) { return rte_bsf32_safe(v, pos); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_bsf64(uint64_t v) { return rte_bsf64(v); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_bsf64_safe(uint64_t v, uint32_t *pos) { return rte_bsf64_safe(v, pos); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_fls_u32(uint32_t x) { return rte_fls_u32(x); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_fls_u64(uint64_t x) { return rte_fls_u64(x); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_is_power_of_2(uint32_t n) { return rte_is_power_of_2(n); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_align32pow2(uint32_t x) { return rte_align32pow2(x); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_align32prevpow2(uint32_t x) { return rte_align32prevpow2(x); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_align64pow2(uint64_t v) { return rte_align64pow2(v); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_align64prevpow2(uint64_t v) { return rte_align64prevpow2(v); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_log2_u32(uint32_t v) { return rte_log2_u32(v); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_log2_u64(uint64_t v) { return rte_log2_u64(v); }

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_bitset_init(uint64_t *bitset, size_t size) { rte_bitset_init(bitset, size); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT bool dpdksharp_rte_bitset_test(const uint64_t *bitset, size_t bit_num) { return rte_bitset_test(bitset, bit_num); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_bitset_set(uint64_t *bitset, size_t bit_num) { rte_bitset_set(bitset, bit_num); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_bitset_clear(uint64_t *bitset, size_t bit_num) { rte_bitset_clear(bitset, bit_num); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_bitset_assign(uint64_t *bitset, size_t bit_num, bool bit_value) { rte_bitset_assign(bitset, bit_num, bit_value); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_bitset_flip(uint64_t *bitset, size_t bit_num) { rte_bitset_flip(bitset, bit_num); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT bool dpdksharp_rte_bitset_atomic_test(const uint64_t *bitset, size_t bit_num, int32_t memory_order) { return rte_bitset_atomic_test(bitset, bit_num, memory_order); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_bitset_atomic_set(uint64_t *bitset, size_t bit_num, int32_t memory_order) { rte_bitset_atomic_set(bitset, bit_num, memory_order); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_bitset_atomic_clear(uint64_t *bitset, size_t bit_num, int32_t memory_order) { rte_bitset_atomic_clear(bitset, bit_num, memory_order); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_bitset_atomic_assign(uint64_t *bitset, size_t bit_num, bool bit_value, int32_t memory_order) { rte_bitset_atomic_assign(bitset, bit_num, bit_value, memory_order); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_bitset_atomic_flip(uint64_t *bitset, size_t bit_num, int32_t memory_order) { rte_bitset_atomic_flip(bitset, bit_num, memory_order); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_bitset_set_all(uint64_t *bitset, size_t size) { rte_bitset_set_all(bitset, size); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_bitset_clear_all(uint64_t *bitset, size_t size) { rte_bitset_clear_all(bitset, size); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT size_t dpdksharp_rte_bitset_count_set(const uint64_t *bitset, size_t size) { return rte_bitset_count_set(bitset, size); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT size_t dpdksharp_rte_bitset_count_clear(const uint64_t *bitset, size_t size) { return rte_bitset_count_clear(bitset, size); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT ssize_t dpdksharp___rte_bitset_find_nowrap(const uint64_t *bitset, size_t size, size_t start_bit, size_t len, bool find_clear) { return __rte_bitset_find_nowrap(bitset, size, start_bit, len, find_clear); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT ssize_t dpdksharp___rte_bitset_find(const uint64_t *bitset, size_t size, size_t start_bit, size_t len, uint32_t flags) { return __rte_bitset_find(bitset, size, start_bit, len, flags); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT ssize_t dpdksharp_rte_bitset_find_first_set(const uint64_t *bitset, size_t size) { return rte_bitset_find_first_set(bitset, size); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT ssize_t dpdksharp_rte_bitset_find_set(const uint64_t *bitset, size_t size, size_t start_bit, size_t len) { return rte_bitset_find_set(bitset, size, start_bit, len); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT ssize_t dpdksharp_rte_bitset_find_set_wrap(const uint64_t *bitset, size_t size, size_t start_bit, size_t len) { return rte_bitset_find_set_wrap(bitset, size, start_bit, len); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT ssize_t dpdksharp_rte_bitset_find_first_clear(const uint64_t *bitset, size_t size) { return rte_bitset_find_first_clear(bitset, size); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT ssize_t dpdksharp_rte_bitset_find_clear(const uint64_t *bitset, size_t size, size_t start_bit, size_t len) { return rte_bitset_find_clear(bitset, size, start_bit, len); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT ssize_t dpdksharp_rte_bitset_find_clear_wrap(const uint64_t *bitset, size_t size, size_t start_bit, size_t len) { return rte_bitset_find_clear_wrap(bitset, size, start_bit, len); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_bitset_copy(uint64_t *dst_bitset, const uint64_t *src_bitset, size_t size) { rte_bitset_copy(dst_bitset, src_bitset, size); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_bitset_or(uint64_t *dst_bitset, const uint64_t *src_bitset0, const uint64_t *src_bitset1, size_t size) { rte_bitset_or(dst_bitset, src_bitset0, src_bitset1, size); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_bitset_and(uint64_t *dst_bitset, const uint64_t *src_bitset0, const uint64_t *src_bitset1, size_t size) { rte_bitset_and(dst_bitset, src_bitset0, src_bitset1, size); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_bitset_xor(uint64_t *dst_bitset, const uint64_t *src_bitset0, const uint64_t *src_bitset1, size_t size) { rte_bitset_xor(dst_bitset, src_bitset0, src_bitset1, size); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_bitset_complement(uint64_t *dst_bitset, const uint64_t *src_bitset, size_t size) { rte_bitset_complement(dst_bitset, src_bitset, size); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_bitset_shift_left(uint64_t *dst_bitset, const uint64_t *src_bitset, size_t size, size_t shift_bits) { rte_bitset_shift_left(dst_bitset, src_bitset, size, shift_bits); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_bitset_shift_right(uint64_t *dst_bitset, const uint64_t *src_bitset, size_t size, size_t shift_bits) { rte_bitset_shift_right(dst_bitset, src_bitset, size, shift_bits); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT bool dpdksharp_rte_bitset_equal(const uint64_t *bitset_a, const uint64_t *bitset_b, size_t size) { return rte_bitset_equal(bitset_a, bitset_b, size); }
#endif

DPDKSHARP_EXPORT int32_t dpdksharp_rte_gettid(void) { return rte_gettid(); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_lcore_id(void) { return rte_lcore_id(); }

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void *dpdksharp_rte_lcore_var_lcore(uint32_t lcore_id, void *handle) { return rte_lcore_var_lcore(lcore_id, handle); }
#endif

#if DPDKSHARP_FOR(0x4) /* 25.11 */
DPDKSHARP_EXPORT bool dpdksharp_rte_memeq_timingsafe(const void *a, const void *b, size_t n) { return rte_memeq_timingsafe(a, b, n); }
#endif

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_reciprocal_divide(uint32_t a, struct rte_reciprocal R) { return rte_reciprocal_divide(a, R); }

DPDKSHARP_EXPORT uint64_t dpdksharp_mullhi_u64(uint64_t x, uint64_t y) { return mullhi_u64(x, y); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_reciprocal_divide_u64(uint64_t a, const struct rte_reciprocal_u64 *R) { return rte_reciprocal_divide_u64(a, R); }

DPDKSHARP_EXPORT size_t dpdksharp_rte_strlcpy(char *dst, const char *src, size_t size) { return rte_strlcpy(dst, src, size); }

DPDKSHARP_EXPORT size_t dpdksharp_rte_strlcat(char *dst, const char *src, size_t size) { return rte_strlcat(dst, src, size); }

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT const char *dpdksharp_rte_str_skip_leading_spaces(const char *src) { return rte_str_skip_leading_spaces(src); }
#endif

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_cyclecounter_cycles_to_ns(struct rte_timecounter *tc, uint64_t cycles) { return rte_cyclecounter_cycles_to_ns(tc, cycles); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_timecounter_update(struct rte_timecounter *tc, uint64_t cycle_now) { return rte_timecounter_update(tc, cycle_now); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_timespec_to_ns(const struct timespec *ts) { return rte_timespec_to_ns(ts); }

DPDKSHARP_EXPORT struct timespec dpdksharp_rte_ns_to_timespec(uint64_t nsec) { return rte_ns_to_timespec(nsec); }

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT bool dpdksharp_rte_trace_feature_is_enabled(void) { return rte_trace_feature_is_enabled(); }
#endif

DPDKSHARP_EXPORT bool dpdksharp___rte_trace_point_fp_is_enabled(void) { return __rte_trace_point_fp_is_enabled(); }

DPDKSHARP_EXPORT void dpdksharp_rte_uuid_copy(rte_uuid_t dst, const rte_uuid_t src) { rte_uuid_copy(dst, src); }

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_eal_trace_generic_void(void) { rte_eal_trace_generic_void(); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_eal_trace_generic_u64(uint64_t in) { rte_eal_trace_generic_u64(in); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_eal_trace_generic_u32(uint32_t in) { rte_eal_trace_generic_u32(in); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_eal_trace_generic_u16(uint16_t in) { rte_eal_trace_generic_u16(in); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_eal_trace_generic_u8(uint8_t in) { rte_eal_trace_generic_u8(in); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_eal_trace_generic_i64(int64_t in) { rte_eal_trace_generic_i64(in); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_eal_trace_generic_i32(int32_t in) { rte_eal_trace_generic_i32(in); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_eal_trace_generic_i16(int16_t in) { rte_eal_trace_generic_i16(in); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_eal_trace_generic_i8(int8_t in) { rte_eal_trace_generic_i8(in); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_eal_trace_generic_int(int32_t in) { rte_eal_trace_generic_int(in); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_eal_trace_generic_long(int64_t in) { rte_eal_trace_generic_long(in); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_eal_trace_generic_float(float in) { rte_eal_trace_generic_float(in); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_eal_trace_generic_double(double in) { rte_eal_trace_generic_double(in); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_eal_trace_generic_ptr(const void *ptr) { rte_eal_trace_generic_ptr(ptr); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_eal_trace_generic_str(const char *str) { rte_eal_trace_generic_str(str); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_eal_trace_generic_size_t(size_t sz) { rte_eal_trace_generic_size_t(sz); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_eal_trace_generic_func(const char *func) { rte_eal_trace_generic_func(func); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_eal_trace_generic_blob(const void *in, uint8_t len) { rte_eal_trace_generic_blob(in, len); }
#endif

#if DPDKSHARP_FOR(0x1) /* 22.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_atomic_thread_fence(int32_t memorder) { rte_atomic_thread_fence(memorder); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_atomic_thread_fence(rte_memory_order memorder) { rte_atomic_thread_fence(memorder); }
#endif

DPDKSHARP_EXPORT int32_t dpdksharp_rte_atomic16_cmpset(uint16_t *dst, uint16_t exp, uint16_t src) { return rte_atomic16_cmpset(dst, exp, src); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_atomic16_exchange(uint16_t *dst, uint16_t val) { return rte_atomic16_exchange(dst, val); }

DPDKSHARP_EXPORT void dpdksharp_rte_atomic16_init(rte_atomic16_t *v) { rte_atomic16_init(v); }

DPDKSHARP_EXPORT int16_t dpdksharp_rte_atomic16_read(const rte_atomic16_t *v) { return rte_atomic16_read(v); }

DPDKSHARP_EXPORT void dpdksharp_rte_atomic16_set(rte_atomic16_t *v, int16_t new_value) { rte_atomic16_set(v, new_value); }

DPDKSHARP_EXPORT void dpdksharp_rte_atomic16_add(rte_atomic16_t *v, int16_t inc) { rte_atomic16_add(v, inc); }

DPDKSHARP_EXPORT void dpdksharp_rte_atomic16_sub(rte_atomic16_t *v, int16_t dec) { rte_atomic16_sub(v, dec); }

DPDKSHARP_EXPORT void dpdksharp_rte_atomic16_inc(rte_atomic16_t *v) { rte_atomic16_inc(v); }

DPDKSHARP_EXPORT void dpdksharp_rte_atomic16_dec(rte_atomic16_t *v) { rte_atomic16_dec(v); }

DPDKSHARP_EXPORT int16_t dpdksharp_rte_atomic16_add_return(rte_atomic16_t *v, int16_t inc) { return rte_atomic16_add_return(v, inc); }

DPDKSHARP_EXPORT int16_t dpdksharp_rte_atomic16_sub_return(rte_atomic16_t *v, int16_t dec) { return rte_atomic16_sub_return(v, dec); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_atomic16_inc_and_test(rte_atomic16_t *v) { return rte_atomic16_inc_and_test(v); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_atomic16_dec_and_test(rte_atomic16_t *v) { return rte_atomic16_dec_and_test(v); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_atomic16_test_and_set(rte_atomic16_t *v) { return rte_atomic16_test_and_set(v); }

DPDKSHARP_EXPORT void dpdksharp_rte_atomic16_clear(rte_atomic16_t *v) { rte_atomic16_clear(v); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_atomic32_cmpset(uint32_t *dst, uint32_t exp, uint32_t src) { return rte_atomic32_cmpset(dst, exp, src); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_atomic32_exchange(uint32_t *dst, uint32_t val) { return rte_atomic32_exchange(dst, val); }

DPDKSHARP_EXPORT void dpdksharp_rte_atomic32_init(rte_atomic32_t *v) { rte_atomic32_init(v); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_atomic32_read(const rte_atomic32_t *v) { return rte_atomic32_read(v); }

DPDKSHARP_EXPORT void dpdksharp_rte_atomic32_set(rte_atomic32_t *v, int32_t new_value) { rte_atomic32_set(v, new_value); }

DPDKSHARP_EXPORT void dpdksharp_rte_atomic32_add(rte_atomic32_t *v, int32_t inc) { rte_atomic32_add(v, inc); }

DPDKSHARP_EXPORT void dpdksharp_rte_atomic32_sub(rte_atomic32_t *v, int32_t dec) { rte_atomic32_sub(v, dec); }

DPDKSHARP_EXPORT void dpdksharp_rte_atomic32_inc(rte_atomic32_t *v) { rte_atomic32_inc(v); }

DPDKSHARP_EXPORT void dpdksharp_rte_atomic32_dec(rte_atomic32_t *v) { rte_atomic32_dec(v); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_atomic32_add_return(rte_atomic32_t *v, int32_t inc) { return rte_atomic32_add_return(v, inc); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_atomic32_sub_return(rte_atomic32_t *v, int32_t dec) { return rte_atomic32_sub_return(v, dec); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_atomic32_inc_and_test(rte_atomic32_t *v) { return rte_atomic32_inc_and_test(v); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_atomic32_dec_and_test(rte_atomic32_t *v) { return rte_atomic32_dec_and_test(v); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_atomic32_test_and_set(rte_atomic32_t *v) { return rte_atomic32_test_and_set(v); }

DPDKSHARP_EXPORT void dpdksharp_rte_atomic32_clear(rte_atomic32_t *v) { rte_atomic32_clear(v); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_atomic64_cmpset(uint64_t *dst, uint64_t exp, uint64_t src) { return rte_atomic64_cmpset(dst, exp, src); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_atomic64_exchange(uint64_t *dst, uint64_t val) { return rte_atomic64_exchange(dst, val); }

DPDKSHARP_EXPORT void dpdksharp_rte_atomic64_init(rte_atomic64_t *v) { rte_atomic64_init(v); }

DPDKSHARP_EXPORT int64_t dpdksharp_rte_atomic64_read(rte_atomic64_t *v) { return rte_atomic64_read(v); }

DPDKSHARP_EXPORT void dpdksharp_rte_atomic64_set(rte_atomic64_t *v, int64_t new_value) { rte_atomic64_set(v, new_value); }

DPDKSHARP_EXPORT void dpdksharp_rte_atomic64_add(rte_atomic64_t *v, int64_t inc) { rte_atomic64_add(v, inc); }

DPDKSHARP_EXPORT void dpdksharp_rte_atomic64_sub(rte_atomic64_t *v, int64_t dec) { rte_atomic64_sub(v, dec); }

DPDKSHARP_EXPORT void dpdksharp_rte_atomic64_inc(rte_atomic64_t *v) { rte_atomic64_inc(v); }

DPDKSHARP_EXPORT void dpdksharp_rte_atomic64_dec(rte_atomic64_t *v) { rte_atomic64_dec(v); }

DPDKSHARP_EXPORT int64_t dpdksharp_rte_atomic64_add_return(rte_atomic64_t *v, int64_t inc) { return rte_atomic64_add_return(v, inc); }

DPDKSHARP_EXPORT int64_t dpdksharp_rte_atomic64_sub_return(rte_atomic64_t *v, int64_t dec) { return rte_atomic64_sub_return(v, dec); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_atomic64_inc_and_test(rte_atomic64_t *v) { return rte_atomic64_inc_and_test(v); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_atomic64_dec_and_test(rte_atomic64_t *v) { return rte_atomic64_dec_and_test(v); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_atomic64_test_and_set(rte_atomic64_t *v) { return rte_atomic64_test_and_set(v); }

DPDKSHARP_EXPORT void dpdksharp_rte_atomic64_clear(rte_atomic64_t *v) { rte_atomic64_clear(v); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_constant_bswap16(uint16_t x) { return rte_constant_bswap16(x); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_constant_bswap32(uint32_t x) { return rte_constant_bswap32(x); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_constant_bswap64(uint64_t x) { return rte_constant_bswap64(x); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_get_tsc_cycles(void) { return rte_get_tsc_cycles(); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_get_timer_cycles(void) { return rte_get_timer_cycles(); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_get_timer_hz(void) { return rte_get_timer_hz(); }

DPDKSHARP_EXPORT void dpdksharp_rte_delay_ms(uint32_t ms) { rte_delay_ms(ms); }

DPDKSHARP_EXPORT uint8_t dpdksharp_rte_read8_relaxed(const void *addr) { return rte_read8_relaxed(addr); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_read16_relaxed(const void *addr) { return rte_read16_relaxed(addr); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_read32_relaxed(const void *addr) { return rte_read32_relaxed(addr); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_read64_relaxed(const void *addr) { return rte_read64_relaxed(addr); }

DPDKSHARP_EXPORT void dpdksharp_rte_write8_relaxed(uint8_t value, void *addr) { rte_write8_relaxed(value, addr); }

DPDKSHARP_EXPORT void dpdksharp_rte_write16_relaxed(uint16_t value, void *addr) { rte_write16_relaxed(value, addr); }

DPDKSHARP_EXPORT void dpdksharp_rte_write32_relaxed(uint32_t value, void *addr) { rte_write32_relaxed(value, addr); }

DPDKSHARP_EXPORT void dpdksharp_rte_write64_relaxed(uint64_t value, void *addr) { rte_write64_relaxed(value, addr); }

DPDKSHARP_EXPORT uint8_t dpdksharp_rte_read8(const void *addr) { return rte_read8(addr); }

DPDKSHARP_EXPORT uint16_t dpdksharp_rte_read16(const void *addr) { return rte_read16(addr); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_read32(const void *addr) { return rte_read32(addr); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_read64(const void *addr) { return rte_read64(addr); }

DPDKSHARP_EXPORT void dpdksharp_rte_write8(uint8_t value, void *addr) { rte_write8(value, addr); }

DPDKSHARP_EXPORT void dpdksharp_rte_write16(uint16_t value, void *addr) { rte_write16(value, addr); }

DPDKSHARP_EXPORT void dpdksharp_rte_write32(uint32_t value, void *addr) { rte_write32(value, addr); }

DPDKSHARP_EXPORT void dpdksharp_rte_write64(uint64_t value, void *addr) { rte_write64(value, addr); }

DPDKSHARP_EXPORT void dpdksharp_rte_pause(void) { rte_pause(); }

#if DPDKSHARP_FOR(0x1) /* 22.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_wait_until_equal_16(uint16_t *addr, uint16_t expected, int32_t memorder) { rte_wait_until_equal_16(addr, expected, memorder); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_wait_until_equal_16(uint16_t *addr, uint16_t expected, rte_memory_order memorder) { rte_wait_until_equal_16(addr, expected, memorder); }
#endif

#if DPDKSHARP_FOR(0x1) /* 22.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_wait_until_equal_32(uint32_t *addr, uint32_t expected, int32_t memorder) { rte_wait_until_equal_32(addr, expected, memorder); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_wait_until_equal_32(uint32_t *addr, uint32_t expected, rte_memory_order memorder) { rte_wait_until_equal_32(addr, expected, memorder); }
#endif

#if DPDKSHARP_FOR(0x1) /* 22.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_wait_until_equal_64(uint64_t *addr, uint64_t expected, int32_t memorder) { rte_wait_until_equal_64(addr, expected, memorder); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_wait_until_equal_64(uint64_t *addr, uint64_t expected, rte_memory_order memorder) { rte_wait_until_equal_64(addr, expected, memorder); }
#endif

DPDKSHARP_EXPORT void dpdksharp_rte_prefetch0(const void *p) { rte_prefetch0(p); }

DPDKSHARP_EXPORT void dpdksharp_rte_prefetch1(const void *p) { rte_prefetch1(p); }

DPDKSHARP_EXPORT void dpdksharp_rte_prefetch2(const void *p) { rte_prefetch2(p); }

DPDKSHARP_EXPORT void dpdksharp_rte_prefetch_non_temporal(const void *p) { rte_prefetch_non_temporal(p); }

DPDKSHARP_EXPORT void dpdksharp_rte_prefetch0_write(const void *p) { rte_prefetch0_write(p); }

DPDKSHARP_EXPORT void dpdksharp_rte_prefetch1_write(const void *p) { rte_prefetch1_write(p); }

DPDKSHARP_EXPORT void dpdksharp_rte_prefetch2_write(const void *p) { rte_prefetch2_write(p); }

DPDKSHARP_EXPORT void dpdksharp_rte_cldemote(const void *p) { rte_cldemote(p); }

DPDKSHARP_EXPORT void dpdksharp_rte_rwlock_init(rte_rwlock_t *rwl) { rte_rwlock_init(rwl); }

DPDKSHARP_EXPORT void dpdksharp_rte_rwlock_read_lock(rte_rwlock_t *rwl) { rte_rwlock_read_lock(rwl); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_rwlock_read_trylock(rte_rwlock_t *rwl) { return rte_rwlock_read_trylock(rwl); }

DPDKSHARP_EXPORT void dpdksharp_rte_rwlock_read_unlock(rte_rwlock_t *rwl) { rte_rwlock_read_unlock(rwl); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_rwlock_write_trylock(rte_rwlock_t *rwl) { return rte_rwlock_write_trylock(rwl); }

DPDKSHARP_EXPORT void dpdksharp_rte_rwlock_write_lock(rte_rwlock_t *rwl) { rte_rwlock_write_lock(rwl); }

DPDKSHARP_EXPORT void dpdksharp_rte_rwlock_write_unlock(rte_rwlock_t *rwl) { rte_rwlock_write_unlock(rwl); }

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT int32_t dpdksharp_rte_rwlock_write_is_locked(rte_rwlock_t *rwl) { return rte_rwlock_write_is_locked(rwl); }
#endif

DPDKSHARP_EXPORT void dpdksharp_rte_rwlock_read_lock_tm(rte_rwlock_t *rwl) { rte_rwlock_read_lock_tm(rwl); }

DPDKSHARP_EXPORT void dpdksharp_rte_rwlock_read_unlock_tm(rte_rwlock_t *rwl) { rte_rwlock_read_unlock_tm(rwl); }

DPDKSHARP_EXPORT void dpdksharp_rte_rwlock_write_lock_tm(rte_rwlock_t *rwl) { rte_rwlock_write_lock_tm(rwl); }

DPDKSHARP_EXPORT void dpdksharp_rte_rwlock_write_unlock_tm(rte_rwlock_t *rwl) { rte_rwlock_write_unlock_tm(rwl); }

DPDKSHARP_EXPORT void dpdksharp_rte_spinlock_init(rte_spinlock_t *sl) { rte_spinlock_init(sl); }

DPDKSHARP_EXPORT void dpdksharp_rte_spinlock_lock(rte_spinlock_t *sl) { rte_spinlock_lock(sl); }

DPDKSHARP_EXPORT void dpdksharp_rte_spinlock_unlock(rte_spinlock_t *sl) { rte_spinlock_unlock(sl); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_spinlock_trylock(rte_spinlock_t *sl) { return rte_spinlock_trylock(sl); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_spinlock_is_locked(rte_spinlock_t *sl) { return rte_spinlock_is_locked(sl); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_tm_supported(void) { return rte_tm_supported(); }

DPDKSHARP_EXPORT void dpdksharp_rte_spinlock_lock_tm(rte_spinlock_t *sl) { rte_spinlock_lock_tm(sl); }

DPDKSHARP_EXPORT void dpdksharp_rte_spinlock_unlock_tm(rte_spinlock_t *sl) { rte_spinlock_unlock_tm(sl); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_spinlock_trylock_tm(rte_spinlock_t *sl) { return rte_spinlock_trylock_tm(sl); }

DPDKSHARP_EXPORT void dpdksharp_rte_spinlock_recursive_init(rte_spinlock_recursive_t *slr) { rte_spinlock_recursive_init(slr); }

DPDKSHARP_EXPORT void dpdksharp_rte_spinlock_recursive_lock(rte_spinlock_recursive_t *slr) { rte_spinlock_recursive_lock(slr); }

DPDKSHARP_EXPORT void dpdksharp_rte_spinlock_recursive_unlock(rte_spinlock_recursive_t *slr) { rte_spinlock_recursive_unlock(slr); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_spinlock_recursive_trylock(rte_spinlock_recursive_t *slr) { return rte_spinlock_recursive_trylock(slr); }

DPDKSHARP_EXPORT void dpdksharp_rte_spinlock_recursive_lock_tm(rte_spinlock_recursive_t *slr) { rte_spinlock_recursive_lock_tm(slr); }

DPDKSHARP_EXPORT void dpdksharp_rte_spinlock_recursive_unlock_tm(rte_spinlock_recursive_t *slr) { rte_spinlock_recursive_unlock_tm(slr); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_spinlock_recursive_trylock_tm(rte_spinlock_recursive_t *slr) { return rte_spinlock_recursive_trylock_tm(slr); }
