/* What hash has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#include <rte_hash.h>
#include <rte_hash_crc.h>
#include <rte_crc_sw.h>
#include <rte_crc_x86.h>
#include <rte_fbk_hash.h>
#include <rte_jhash.h>
#include <rte_thash.h>
#include <rte_thash_gfni.h>
#include <rte_thash_x86_gfni.h>

#if DPDKSHARP_FOR(0x1) /* 22.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_hash_crc_set_alg(uint8_t alg) { rte_hash_crc_set_alg(alg); }
#endif

#if DPDKSHARP_FOR(0x1) /* 22.11 */
DPDKSHARP_EXPORT void dpdksharp_rte_hash_crc_init_alg(void) { rte_hash_crc_init_alg(); }
#endif

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_hash_crc(const void *data, uint32_t data_len, uint32_t init_val) { return rte_hash_crc(data, data_len, init_val); }

DPDKSHARP_EXPORT uint32_t dpdksharp_crc32c_1byte(uint8_t data, uint32_t init_val) { return crc32c_1byte(data, init_val); }

DPDKSHARP_EXPORT uint32_t dpdksharp_crc32c_2bytes(uint16_t data, uint32_t init_val) { return crc32c_2bytes(data, init_val); }

DPDKSHARP_EXPORT uint32_t dpdksharp_crc32c_1word(uint32_t data, uint32_t init_val) { return crc32c_1word(data, init_val); }

DPDKSHARP_EXPORT uint32_t dpdksharp_crc32c_2words(uint64_t data, uint32_t init_val) { return crc32c_2words(data, init_val); }

DPDKSHARP_EXPORT uint32_t dpdksharp_crc32c_sse42_u8(uint8_t data, uint32_t init_val) { return crc32c_sse42_u8(data, init_val); }

DPDKSHARP_EXPORT uint32_t dpdksharp_crc32c_sse42_u16(uint16_t data, uint32_t init_val) { return crc32c_sse42_u16(data, init_val); }

DPDKSHARP_EXPORT uint32_t dpdksharp_crc32c_sse42_u32(uint32_t data, uint32_t init_val) { return crc32c_sse42_u32(data, init_val); }

DPDKSHARP_EXPORT uint32_t dpdksharp_crc32c_sse42_u64(uint64_t data, uint64_t init_val) { return crc32c_sse42_u64(data, init_val); }

DPDKSHARP_EXPORT uint32_t dpdksharp_crc32c_sse42_u64_mimic(uint64_t data, uint64_t init_val) { return crc32c_sse42_u64_mimic(data, init_val); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_hash_crc_1byte(uint8_t data, uint32_t init_val) { return rte_hash_crc_1byte(data, init_val); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_hash_crc_2byte(uint16_t data, uint32_t init_val) { return rte_hash_crc_2byte(data, init_val); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_hash_crc_4byte(uint32_t data, uint32_t init_val) { return rte_hash_crc_4byte(data, init_val); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_hash_crc_8byte(uint64_t data, uint32_t init_val) { return rte_hash_crc_8byte(data, init_val); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_fbk_hash_get_bucket(const struct rte_fbk_hash_table *ht, uint32_t key) { return rte_fbk_hash_get_bucket(ht, key); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_fbk_hash_add_key_with_bucket(struct rte_fbk_hash_table *ht, uint32_t key, uint16_t value, uint32_t bucket) { return rte_fbk_hash_add_key_with_bucket(ht, key, value, bucket); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_fbk_hash_add_key(struct rte_fbk_hash_table *ht, uint32_t key, uint16_t value) { return rte_fbk_hash_add_key(ht, key, value); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_fbk_hash_delete_key_with_bucket(struct rte_fbk_hash_table *ht, uint32_t key, uint32_t bucket) { return rte_fbk_hash_delete_key_with_bucket(ht, key, bucket); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_fbk_hash_delete_key(struct rte_fbk_hash_table *ht, uint32_t key) { return rte_fbk_hash_delete_key(ht, key); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_fbk_hash_lookup_with_bucket(const struct rte_fbk_hash_table *ht, uint32_t key, uint32_t bucket) { return rte_fbk_hash_lookup_with_bucket(ht, key, bucket); }

DPDKSHARP_EXPORT int32_t dpdksharp_rte_fbk_hash_lookup(const struct rte_fbk_hash_table *ht, uint32_t key) { return rte_fbk_hash_lookup(ht, key); }

DPDKSHARP_EXPORT void dpdksharp_rte_fbk_hash_clear_all(struct rte_fbk_hash_table *ht) { rte_fbk_hash_clear_all(ht); }

DPDKSHARP_EXPORT double dpdksharp_rte_fbk_hash_get_load_factor(struct rte_fbk_hash_table *ht) { return rte_fbk_hash_get_load_factor(ht); }

DPDKSHARP_EXPORT void dpdksharp___rte_jhash_2hashes(const void *key, uint32_t length, uint32_t *pc, uint32_t *pb, uint32_t check_align) { __rte_jhash_2hashes(key, length, pc, pb, check_align); }

DPDKSHARP_EXPORT void dpdksharp_rte_jhash_2hashes(const void *key, uint32_t length, uint32_t *pc, uint32_t *pb) { rte_jhash_2hashes(key, length, pc, pb); }

DPDKSHARP_EXPORT void dpdksharp_rte_jhash_32b_2hashes(const uint32_t *k, uint32_t length, uint32_t *pc, uint32_t *pb) { rte_jhash_32b_2hashes(k, length, pc, pb); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_jhash(const void *key, uint32_t length, uint32_t initval) { return rte_jhash(key, length, initval); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_jhash_32b(const uint32_t *k, uint32_t length, uint32_t initval) { return rte_jhash_32b(k, length, initval); }

DPDKSHARP_EXPORT uint32_t dpdksharp___rte_jhash_3words(uint32_t a, uint32_t b, uint32_t c, uint32_t initval) { return __rte_jhash_3words(a, b, c, initval); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_jhash_3words(uint32_t a, uint32_t b, uint32_t c, uint32_t initval) { return rte_jhash_3words(a, b, c, initval); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_jhash_2words(uint32_t a, uint32_t b, uint32_t initval) { return rte_jhash_2words(a, b, initval); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_jhash_1word(uint32_t a, uint32_t initval) { return rte_jhash_1word(a, initval); }

DPDKSHARP_EXPORT void dpdksharp_rte_convert_rss_key(const uint32_t *orig, uint32_t *targ, int32_t len) { rte_convert_rss_key(orig, targ, len); }

DPDKSHARP_EXPORT void dpdksharp_rte_thash_load_v6_addrs(const struct rte_ipv6_hdr *orig, union rte_thash_tuple *targ) { rte_thash_load_v6_addrs(orig, targ); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_softrss(uint32_t *input_tuple, uint32_t input_len, const uint8_t *rss_key) { return rte_softrss(input_tuple, input_len, rss_key); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_softrss_be(uint32_t *input_tuple, uint32_t input_len, const uint8_t *rss_key) { return rte_softrss_be(input_tuple, input_len, rss_key); }

DPDKSHARP_EXPORT uint32_t dpdksharp_rte_thash_gfni(const uint64_t *mtrx, const uint8_t *key, int32_t len) { return rte_thash_gfni(mtrx, key, len); }

DPDKSHARP_EXPORT void dpdksharp_rte_thash_gfni_bulk(const uint64_t *mtrx, int32_t len, uint8_t *tuple[], uint32_t val[], uint32_t num) { rte_thash_gfni_bulk(mtrx, len, tuple, val, num); }
