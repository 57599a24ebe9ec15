// Packet buffers: taken and given back, cloned, walked.
#include "operations.h"

#include <pthread.h>

#define FRAME 64
#define CHAINS 32
#define SEGMENTS 4

static void
alloc_free(struct bench_run *run)
{
	struct rte_mempool *pool = traffic_pool(FRAME);
	uint64_t sum = 0, start = rte_rdtsc();

	for (uint64_t i = 0; i < run->count; i++) {
		struct rte_mbuf *m = rte_pktmbuf_alloc(pool);

		if (unlikely(m == NULL))
			bench_die("the pool is empty");
		sum += m->buf_len;
		rte_pktmbuf_free(m);
	}
	operation_end(run, start, sum);
}

static void
alloc_free_bulk(struct bench_run *run)
{
	struct rte_mempool *pool = traffic_pool(FRAME);
	struct rte_mbuf *packets[MAX_BURST];
	unsigned int size = run->size;
	uint64_t sum = 0, start = rte_rdtsc();

	for (uint64_t i = 0; i < run->count; i++) {
		if (unlikely(rte_pktmbuf_alloc_bulk(pool, packets, size) != 0))
			bench_die("the pool is empty");
		sum += packets[size - 1]->buf_len;
		rte_pktmbuf_free_bulk(packets, size);
	}
	operation_end(run, start, sum);
}

static void *
alloc_free_thread(void *run)
{
	alloc_free(run);
	return NULL;
}

// On a thread that EAL does not know, on the same CPU: it has no cache.
static void
alloc_free_unregistered(struct bench_run *run)
{
	pthread_t thread;

	if (pthread_create(&thread, NULL, alloc_free_thread, run) != 0 || pthread_join(thread, NULL) != 0)
		bench_die("no thread can be made");
}

static void
clone_free(struct bench_run *run)
{
	struct rte_mempool *pool = traffic_pool(FRAME);
	struct rte_mbuf *packet = rte_pktmbuf_alloc(pool);
	uint64_t sum = 0, start;

	traffic_fill(&packet, 1, FRAME, "udp");
	start = rte_rdtsc();
	for (uint64_t i = 0; i < run->count; i++) {
		struct rte_mbuf *clone = rte_pktmbuf_clone(packet, pool);

		if (unlikely(clone == NULL))
			bench_die("the pool is empty");
		sum += clone->pkt_len;
		rte_pktmbuf_free(clone);
	}
	operation_end(run, start, sum);
	rte_pktmbuf_free(packet);
}

// Segments of different lengths, all in the first-level cache.
static void
chain_walk(struct bench_run *run)
{
	struct rte_mempool *pool = traffic_pool(FRAME);
	struct rte_mbuf *segments[CHAINS * SEGMENTS];
	uint64_t sum = 0, start;

	if (rte_pktmbuf_alloc_bulk(pool, segments, RTE_DIM(segments)) != 0)
		bench_die("the pool is empty");
	for (unsigned int i = 0; i < RTE_DIM(segments); i++) {
		rte_pktmbuf_append(segments[i], 1 + i % 60);
		if (i % SEGMENTS != 0)
			rte_pktmbuf_chain(segments[i - i % SEGMENTS], segments[i]);
	}
	start = rte_rdtsc();
	for (uint64_t i = 0; i < run->count; i++)
		for (const struct rte_mbuf *m = segments[i % CHAINS * SEGMENTS]; m != NULL; m = m->next)
			sum += m->data_len;
	operation_end(run, start, sum);
	for (unsigned int i = 0; i < RTE_DIM(segments); i += SEGMENTS)
		rte_pktmbuf_free(segments[i]);
}

const struct bench mbuf_benches[] = {
	{ "alloc-free", alloc_free, NULL },
	{ "alloc-free-bulk", alloc_free_bulk, NULL },
	{ "alloc-free-registered", alloc_free, NULL }, // In C# a thread of .NET's own.
	{ "alloc-free-unregistered", alloc_free_unregistered, NULL },
	{ "clone-free", clone_free, NULL },
	{ "chain-walk", chain_walk, NULL },
	{ NULL, NULL, NULL },
};
