/* What table has as inline functions, for C#. By the generator: changes here are lost. */
#include "versions.h"
#include <rte_swx_hash_func.h>
#include <rte_swx_table.h>
#include <rte_swx_table_em.h>
#include <rte_swx_table_learner.h>
#include <rte_swx_table_selector.h>
#include <rte_swx_table_wm.h>
#include <rte_table.h>
#include <rte_table_acl.h>
#include <rte_table_array.h>
#include <rte_table_hash.h>
#include <rte_table_hash_cuckoo.h>
#include <rte_table_hash_func.h>
#include <rte_table_lpm.h>
#include <rte_table_lpm_ipv6.h>
#include <rte_table_stub.h>
#include <rte_lru.h>
#include <rte_lru_x86.h>

#if DPDKSHARP_FOR(0x1) /* 22.11 */
DPDKSHARP_EXPORT uint64_t dpdksharp_rte_crc32_u64_generic(uint64_t crc, uint64_t value) { return rte_crc32_u64_generic(crc, value); }
#endif

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_crc32_u64(uint64_t crc, uint64_t v) { return rte_crc32_u64(crc, v); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_table_hash_crc_key8(void *key, void *mask, uint32_t key_size, uint64_t seed) { return rte_table_hash_crc_key8(key, mask, key_size, seed); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_table_hash_crc_key16(void *key, void *mask, uint32_t key_size, uint64_t seed) { return rte_table_hash_crc_key16(key, mask, key_size, seed); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_table_hash_crc_key24(void *key, void *mask, uint32_t key_size, uint64_t seed) { return rte_table_hash_crc_key24(key, mask, key_size, seed); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_table_hash_crc_key32(void *key, void *mask, uint32_t key_size, uint64_t seed) { return rte_table_hash_crc_key32(key, mask, key_size, seed); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_table_hash_crc_key40(void *key, void *mask, uint32_t key_size, uint64_t seed) { return rte_table_hash_crc_key40(key, mask, key_size, seed); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_table_hash_crc_key48(void *key, void *mask, uint32_t key_size, uint64_t seed) { return rte_table_hash_crc_key48(key, mask, key_size, seed); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_table_hash_crc_key56(void *key, void *mask, uint32_t key_size, uint64_t seed) { return rte_table_hash_crc_key56(key, mask, key_size, seed); }

DPDKSHARP_EXPORT uint64_t dpdksharp_rte_table_hash_crc_key64(void *key, void *mask, uint32_t key_size, uint64_t seed) { return rte_table_hash_crc_key64(key, mask, key_size, seed); }
