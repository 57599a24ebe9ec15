// One packet at a time through a port: how long each round takes, while another thread works its memory.
#include "bench.h"

#include <stdlib.h>
#include <string.h>
#include <rte_cycles.h>
#include <rte_ethdev.h>

#define LIVE_BLOCKS 4096
#define MAX_BLOCK 4096

static bool running;

static int
compare(const void *left, const void *right)
{
	uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;

	return a < b ? -1 : a > b;
}

// Takes blocks of random sizes, writes them, and gives back older ones, without end.
static void
load_memory(struct bench_run *run)
{
	static void *blocks[LIVE_BLOCKS];
	uint64_t random = 88172645463325252;

	if (strcmp(run->traffic, "load") != 0)
		return;
	while (!__atomic_load_n(&running, __ATOMIC_ACQUIRE))
		rte_pause();
	while (__atomic_load_n(&running, __ATOMIC_RELAXED)) {
		uint64_t number = random_next(&random);
		unsigned int index = number % LIVE_BLOCKS;
		size_t size = 16 + (number >> 32) % MAX_BLOCK;

		free(blocks[index]);
		blocks[index] = malloc(size);
		if (blocks[index] == NULL)
			bench_die("no memory for the load");
		memset(blocks[index], index, size);
	}
	for (unsigned int i = 0; i < LIVE_BLOCKS; i++) {
		free(blocks[i]);
		blocks[i] = NULL;
	}
}

static void
latency(struct bench_run *run)
{
	uint16_t port = port_open("ring", run->frame);
	struct rte_mbuf *packet = rte_pktmbuf_alloc(traffic_pool(run->frame));
	uint32_t *rounds = calloc(run->count, sizeof(*rounds));
	uint64_t start;

	if (packet == NULL || rounds == NULL)
		bench_die("no memory for %" PRIu64 " rounds", run->count);
	traffic_fill(&packet, 1, run->frame, "udp");
	// Every page of it is there before the clock runs.
	memset(rounds, 0xff, run->count * sizeof(*rounds));
	__atomic_store_n(&running, true, __ATOMIC_RELEASE);

	start = rte_rdtsc();
	for (uint64_t i = 0; i < run->count; i++) {
		uint64_t sent = rte_rdtsc();

		while (rte_eth_tx_burst(port, 0, &packet, 1) == 0)
			;
		while (rte_eth_rx_burst(port, 0, &packet, 1) == 0)
			;
		rounds[i] = RTE_MIN(rte_rdtsc() - sent, (uint64_t)UINT32_MAX);
	}
	run->cycles = rte_rdtsc() - start;

	__atomic_store_n(&running, false, __ATOMIC_RELEASE);
	run->operations = run->count;
	run->check = traffic_check(0, packet);
	rte_pktmbuf_free(packet);
	qsort(rounds, run->count, sizeof(*rounds), compare);
	for (int i = 0; i < TAIL_POINTS; i++)
		run->tail[i] = rounds[(uint64_t)((run->count - 1) * tail_points[i])];
	free(rounds);
}

const struct bench latency_benches[] = {
	{ "latency", latency, load_memory },
	{ NULL, NULL, NULL },
};
