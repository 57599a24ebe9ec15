#include <rte_fbk_hash.h>
#include <rte_hash_crc.h>
#include <rte_jhash.h>
#include <rte_thash.h>

/* The tables, which stand in where the processor has no instruction. */
uint32_t o_crc_in_software(uint64_t d, uint32_t i) { return crc32c_2words(d, i); }
