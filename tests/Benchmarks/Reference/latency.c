// One packet at a time through a port: how long each round takes, while another thread works its memory.
#include "bench.h"

#include <stdlib.h>
#include <string.h>
#include <rte_cycles.h>
#include <rte_ethdev.h>

#define LIVE_BLOCKS 4096
#define MAX_BLOCK 4096

static bool running;

// Counts of rounds by their cycles: fine ones up to FINE_LIMIT, coarse ones above. What most rounds touch of it stays in the first cache,
// where an array of all rounds would be a load on memory of its own.
#define FINE_LIMIT 65536
#define FINE_STEP 8
#define COARSE_STEP 8192
#define COARSE_BUCKETS 262144

static struct {
	uint32_t fine[FINE_LIMIT / FINE_STEP];
	uint32_t coarse[COARSE_BUCKETS];
	uint64_t longest;
} histogram;

static __rte_always_inline void
note(uint64_t cycles)
{
	if (likely(cycles < FINE_LIMIT))
		histogram.fine[cycles / FINE_STEP]++;
	else
		histogram.coarse[RTE_MIN(cycles / COARSE_STEP, (uint64_t)COARSE_BUCKETS - 1)]++;
	if (unlikely(cycles > histogram.longest))
		histogram.longest = cycles;
}

// The lower end of the bucket of the last of the first "count" rounds.
static uint64_t
point(uint64_t count)
{
	uint64_t seen = 0;

	for (uint64_t i = 0; i < RTE_DIM(histogram.fine); i++)
		if ((seen += histogram.fine[i]) >= count)
			return i * FINE_STEP;
	for (uint64_t i = 0; i < COARSE_BUCKETS; i++)
		if ((seen += histogram.coarse[i]) >= count)
			return i * COARSE_STEP;
	return histogram.longest;
}

// Takes blocks of random sizes, writes them, and gives back older ones, without end.
static void
load_memory(struct bench_run *run)
{
	static void *blocks[LIVE_BLOCKS];
	uint64_t random = 88172645463325252;

	// There is nothing to be collected: traffic "allocate" and "collect" are the same here.
	if (strcmp(run->traffic, "idle") == 0)
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
	uint64_t start;

	if (packet == NULL)
		bench_die("there is no packet");
	traffic_fill(&packet, 1, run->frame, "udp");
	memset(&histogram, 0, sizeof(histogram));
	__atomic_store_n(&running, true, __ATOMIC_RELEASE);

	start = rte_rdtsc();
	for (uint64_t i = 0; i < run->count; i++) {
		uint64_t sent = rte_rdtsc();

		while (rte_eth_tx_burst(port, 0, &packet, 1) == 0)
			;
		while (rte_eth_rx_burst(port, 0, &packet, 1) == 0)
			;
		note(rte_rdtsc() - sent);
	}
	run->cycles = rte_rdtsc() - start;

	__atomic_store_n(&running, false, __ATOMIC_RELEASE);
	run->operations = run->count;
	run->check = traffic_check(0, packet);
	rte_pktmbuf_free(packet);
	for (int i = 0; i < TAIL_POINTS; i++)
		run->tail[i] = tail_points[i] == 1 ? histogram.longest : point(run->count * tail_points[i]);
}

const struct bench latency_benches[] = {
	{ "latency", latency, load_memory },
	{ NULL, NULL, NULL },
};
