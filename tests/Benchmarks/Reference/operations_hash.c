// Hash functions over keys whose size the compiler knows, as that of a struct.
#include "operations.h"

#include <rte_hash_crc.h>
#include <rte_jhash.h>
#include <rte_thash.h>

static __rte_always_inline void
crc(struct bench_run *run, uint32_t size)
{
	const uint8_t *input = operation_input();
	uint64_t sum = 0, start = rte_rdtsc();

	for (uint64_t i = 0; i < run->count; i++)
		sum += rte_hash_crc(operation_input_at(input, i), size, 1);
	operation_end(run, start, sum);
}

static __rte_always_inline void
jhash(struct bench_run *run, uint32_t size)
{
	const uint8_t *input = operation_input();
	uint64_t sum = 0, start = rte_rdtsc();

	for (uint64_t i = 0; i < run->count; i++)
		sum += rte_jhash(operation_input_at(input, i), size, 1);
	operation_end(run, start, sum);
}

// The key is the input's end: it has to be 32 bits longer than what is hashed.
static __rte_always_inline void
toeplitz(struct bench_run *run, uint32_t size)
{
	const uint8_t *input = operation_input();
	const uint8_t *key = input + INPUT_BYTES / 2;
	uint64_t sum = 0, start = rte_rdtsc();

	for (uint64_t i = 0; i < run->count; i++) {
		uint32_t *tuple = (uint32_t *)(uintptr_t)operation_input_at(input, i);

		sum += rte_softrss_be(tuple, size / sizeof(*tuple), key);
	}
	operation_end(run, start, sum);
}

static void crc_16(struct bench_run *run) { crc(run, 16); }
static void crc_64(struct bench_run *run) { crc(run, 64); }
static void jhash_16(struct bench_run *run) { jhash(run, 16); }
static void jhash_64(struct bench_run *run) { jhash(run, 64); }
static void toeplitz_16(struct bench_run *run) { toeplitz(run, 16); }
static void toeplitz_64(struct bench_run *run) { toeplitz(run, 64); }

const struct bench hash_benches[] = {
	{ "hash-crc-16", crc_16, NULL },
	{ "hash-crc-64", crc_64, NULL },
	{ "hash-jhash-16", jhash_16, NULL },
	{ "hash-jhash-64", jhash_64, NULL },
	{ "hash-toeplitz-16", toeplitz_16, NULL },
	{ "hash-toeplitz-64", toeplitz_64, NULL },
	{ NULL, NULL, NULL },
};
