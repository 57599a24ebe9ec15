// Routes and flows looked up; the keys are spread over the tables, more than the caches hold.
#include "operations.h"

#include <rte_byteorder.h>
#include <rte_hash.h>
#include <rte_lpm.h>

#define KEYS 8192
#define NO_HOP 0xffff
#define HOP_MASK 0xffffff // A bulk's results are raw entries.

// Within the routes, in the processor's order.
static const uint32_t *
addresses(void)
{
	static uint32_t addresses[KEYS] __rte_cache_aligned;
	uint64_t random = 0x9e6c63d0876a9a47;

	for (int i = 0; i < KEYS; i++) {
		const struct route4 *route = &table_routes4()[random_next(&random) % ROUTES];

		addresses[i] = route->address | (random_next(&random) & (UINT32_MAX >> route->depth));
	}
	return addresses;
}

// Flows that the table has, in random order.
static const struct flow_key *
flow_keys(void)
{
	static struct flow_key keys[KEYS] __rte_cache_aligned;
	uint64_t random = 0x9e6c63d0876a9a47;

	for (int i = 0; i < KEYS; i++)
		keys[i] = table_flow(random_next(&random) % KEYS);
	return keys;
}

static void
lpm(struct bench_run *run)
{
	struct rte_lpm *table = table_lpm();
	const uint32_t *keys = addresses();
	uint64_t sum = 0, start = rte_rdtsc();

	for (uint64_t i = 0; i < run->count; i++) {
		uint32_t hop;

		if (rte_lpm_lookup(table, keys[i % KEYS], &hop) == 0)
			sum += hop;
	}
	operation_end(run, start, sum);
}

static void
lpm_bulk(struct bench_run *run)
{
	struct rte_lpm *table = table_lpm();
	const uint32_t *keys = addresses();
	uint32_t hops[MAX_BURST];
	unsigned int size = run->size;
	uint64_t sum = 0, start = rte_rdtsc();

	for (uint64_t i = 0; i < run->count; i++) {
		rte_lpm_lookup_bulk(table, keys + i * size % KEYS, hops, size);
		sum += (hops[0] & HOP_MASK) + (hops[size - 1] & HOP_MASK);
	}
	operation_end(run, start, sum);
}

static void
lpm_x4(struct bench_run *run)
{
	struct rte_lpm *table = table_lpm();
	const uint32_t *keys = addresses();
	uint64_t sum = 0, start = rte_rdtsc();

	for (uint64_t i = 0; i < run->count; i++) {
		uint32_t hops[4];

		rte_lpm_lookupx4(table, *(const xmm_t *)(keys + i * 4 % KEYS), hops, NO_HOP);
		sum += hops[0] + hops[1] + hops[2] + hops[3];
	}
	operation_end(run, start, sum);
}

static void
flow(struct bench_run *run)
{
	const struct rte_hash *table = table_flows(KEYS);
	const struct flow_key *keys = flow_keys();
	uint64_t sum = 0, start = rte_rdtsc();

	for (uint64_t i = 0; i < run->count; i++)
		sum += rte_hash_lookup(table, &keys[i % KEYS]);
	operation_end(run, start, sum);
}

static void
flow_bulk(struct bench_run *run)
{
	const struct rte_hash *table = table_flows(KEYS);
	const struct flow_key *keys = flow_keys();
	static const void *pointers[KEYS];
	int32_t positions[RTE_HASH_LOOKUP_BULK_MAX];
	unsigned int size = run->size;
	uint64_t sum = 0, start;

	for (unsigned int i = 0; i < KEYS; i++)
		pointers[i] = &keys[i];
	start = rte_rdtsc();
	for (uint64_t i = 0; i < run->count; i++) {
		rte_hash_lookup_bulk(table, pointers + i * size % KEYS, size, positions);
		sum += positions[0] + positions[size - 1];
	}
	operation_end(run, start, sum);
}

const struct bench lookup_benches[] = {
	{ "lpm", lpm, NULL },
	{ "lpm-bulk", lpm_bulk, NULL },
	{ "lpm-x4", lpm_x4, NULL },
	{ "hash-lookup", flow, NULL },
	{ "hash-lookup-bulk", flow_bulk, NULL },
	{ NULL, NULL, NULL },
};
