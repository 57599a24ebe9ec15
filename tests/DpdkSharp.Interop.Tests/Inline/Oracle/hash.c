#include <rte_fbk_hash.h>
#include <rte_hash_crc.h>
#include <rte_jhash.h>
#include <rte_thash.h>
#include "export.h"

EXPORT(uint32_t, rte_hash_crc, (const void *d, uint32_t n, uint32_t i), (d, n, i))
EXPORT(uint32_t, rte_hash_crc_1byte, (uint8_t d, uint32_t i), (d, i))
EXPORT(uint32_t, rte_hash_crc_2byte, (uint16_t d, uint32_t i), (d, i))
EXPORT(uint32_t, rte_hash_crc_4byte, (uint32_t d, uint32_t i), (d, i))
EXPORT(uint32_t, rte_hash_crc_8byte, (uint64_t d, uint32_t i), (d, i))
/* The tables, which stand in where the processor has no instruction. */
uint32_t o_crc_in_software(uint64_t d, uint32_t i) { return crc32c_2words(d, i); }
EXPORT(void, rte_jhash_2hashes, (const void *k, uint32_t n, uint32_t *c, uint32_t *b), (k, n, c, b))
EXPORT(void, rte_jhash_32b_2hashes, (const uint32_t *k, uint32_t n, uint32_t *c, uint32_t *b), (k, n, c, b))
EXPORT(uint32_t, rte_jhash, (const void *k, uint32_t n, uint32_t i), (k, n, i))
EXPORT(uint32_t, rte_jhash_32b, (const uint32_t *k, uint32_t n, uint32_t i), (k, n, i))
EXPORT(uint32_t, rte_jhash_3words, (uint32_t a, uint32_t b, uint32_t c, uint32_t i), (a, b, c, i))
EXPORT(uint32_t, rte_jhash_2words, (uint32_t a, uint32_t b, uint32_t i), (a, b, i))
EXPORT(uint32_t, rte_jhash_1word, (uint32_t a, uint32_t i), (a, i))
EXPORT(void, rte_convert_rss_key, (const uint32_t *o, uint32_t *t, int n), (o, t, n))
EXPORT(void, rte_thash_load_v6_addrs, (const struct rte_ipv6_hdr *h, union rte_thash_tuple *t), (h, t))
EXPORT(uint32_t, rte_softrss, (uint32_t *t, uint32_t n, const uint8_t *k), (t, n, k))
EXPORT(uint32_t, rte_softrss_be, (uint32_t *t, uint32_t n, const uint8_t *k), (t, n, k))
EXPORT(uint32_t, rte_fbk_hash_get_bucket, (const struct rte_fbk_hash_table *h, uint32_t k), (h, k))
EXPORT(int, rte_fbk_hash_add_key, (struct rte_fbk_hash_table *h, uint32_t k, uint16_t v), (h, k, v))
EXPORT(int, rte_fbk_hash_delete_key, (struct rte_fbk_hash_table *h, uint32_t k), (h, k))
EXPORT(int, rte_fbk_hash_lookup, (const struct rte_fbk_hash_table *h, uint32_t k), (h, k))
EXPORT(double, rte_fbk_hash_get_load_factor, (struct rte_fbk_hash_table *h), (h))
EXPORT(void, rte_fbk_hash_clear_all, (struct rte_fbk_hash_table *h), (h))
