// What a call costs: an inlined one, one of a library.
#include "operations.h"

#include <rte_ether.h>
#include <rte_lcore.h>

static void
lcore_id(struct bench_run *run)
{
	// The compiler has to take each write for one that may change the number, and reads it every time.
	unsigned int *seen = operation_output();
	uint64_t start = rte_rdtsc();

	for (uint64_t i = 0; i < run->count; i++)
		seen[i % INPUT_COUNT] = rte_lcore_id();
	operation_end(run, start, seen[0]);
}

// The check is that it never went back.
static void
tsc(struct bench_run *run)
{
	uint64_t sum = 0, last = 0, start = rte_rdtsc();

	for (uint64_t i = 0; i < run->count; i++) {
		uint64_t now = rte_rdtsc();

		sum += now >= last;
		last = now;
	}
	operation_end(run, start, sum);
}

// A function that reads a field of a record and no more.
static void
exported(struct bench_run *run)
{
	uint64_t sum = 0, start = rte_rdtsc();

	for (uint64_t i = 0; i < run->count; i++)
		sum += rte_lcore_count();
	operation_end(run, start, sum);
}

// Inlined here; in C# a call of the shim.
static void
shim(struct bench_run *run)
{
	const uint8_t *input = operation_input();
	uint64_t sum = 0, start = rte_rdtsc();

	for (uint64_t i = 0; i < run->count; i++)
		sum += rte_is_unicast_ether_addr((const struct rte_ether_addr *)operation_input_at(input, i));
	operation_end(run, start, sum);
}

const struct bench call_benches[] = {
	{ "lcore-id", lcore_id, NULL },
	{ "tsc", tsc, NULL },
	{ "call-export", exported, NULL },
	{ "call-export-no-transition", exported, NULL }, // In C# without the transition that lets a collection begin.
	{ "call-shim", shim, NULL },
	{ NULL, NULL, NULL },
};
