/* What ptr_compress has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
#include <rte_ptr_compress.h>
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_ptr_compress_32_shift(void *ptr_base, void *const *src_table, uint32_t *dest_table, size_t n, uint8_t bit_shift) { rte_ptr_compress_32_shift(ptr_base, src_table, dest_table, n, bit_shift); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_ptr_decompress_32_shift(void *ptr_base, const uint32_t *src_table, void **dest_table, size_t n, uint8_t bit_shift) { rte_ptr_decompress_32_shift(ptr_base, src_table, dest_table, n, bit_shift); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_ptr_compress_16_shift(void *ptr_base, void *const *src_table, uint16_t *dest_table, size_t n, uint8_t bit_shift) { rte_ptr_compress_16_shift(ptr_base, src_table, dest_table, n, bit_shift); }
#endif

#if DPDKSHARP_FOR(0x6) /* 24.11, 25.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_ptr_decompress_16_shift(void *ptr_base, const uint16_t *src_table, void **dest_table, size_t n, uint8_t bit_shift) { rte_ptr_decompress_16_shift(ptr_base, src_table, dest_table, n, bit_shift); }
#endif
