// Enqueue and dequeue by one thread, in each mode: as C programs do it, the function asks the ring for its mode.
#include "operations.h"

#include <rte_errno.h>
#include <rte_lcore.h>

#define RING_SIZE 1024

static void
one(struct bench_run *run, struct rte_ring *ring)
{
	uint64_t sum = 0, start = rte_rdtsc();

	for (uint64_t i = 0; i < run->count; i++) {
		void *object;

		if (unlikely(rte_ring_enqueue(ring, (void *)(uintptr_t)i) != 0 || rte_ring_dequeue(ring, &object) != 0))
			bench_die("the ring lost an object");
		sum += (uintptr_t)object;
	}
	operation_end(run, start, sum);
}

static void
bulk(struct bench_run *run, struct rte_ring *ring)
{
	void *in[MAX_BURST], *out[MAX_BURST];
	unsigned int size = run->size;
	uint64_t sum = 0, start;

	for (uintptr_t i = 0; i < MAX_BURST; i++)
		in[i] = (void *)i;
	start = rte_rdtsc();
	for (uint64_t i = 0; i < run->count; i++) {
		in[0] = (void *)(uintptr_t)i;
		if (unlikely(rte_ring_enqueue_bulk(ring, in, size, NULL) != size || rte_ring_dequeue_bulk(ring, out, size, NULL) != size))
			bench_die("the ring lost an object");
		sum += (uintptr_t)out[0] + (uintptr_t)out[size - 1];
	}
	operation_end(run, start, sum);
}

static void
run_mode(struct bench_run *run, const char *name, unsigned int flags)
{
	struct rte_ring *ring = rte_ring_lookup(name);

	if (ring == NULL)
		ring = rte_ring_create(name, RING_SIZE, SOCKET_ID_ANY, flags);
	if (ring == NULL)
		bench_die("the ring cannot be made: %s", rte_strerror(rte_errno));
	if (run->size == 1)
		one(run, ring);
	else
		bulk(run, ring);
}

static void ring_spsc(struct bench_run *run) { run_mode(run, "spsc", RING_F_SP_ENQ | RING_F_SC_DEQ); }
static void ring_mpmc(struct bench_run *run) { run_mode(run, "mpmc", 0); }
static void ring_rts(struct bench_run *run) { run_mode(run, "rts", RING_F_MP_RTS_ENQ | RING_F_MC_RTS_DEQ); }
static void ring_hts(struct bench_run *run) { run_mode(run, "hts", RING_F_MP_HTS_ENQ | RING_F_MC_HTS_DEQ); }

const struct bench ring_benches[] = {
	{ "ring-spsc", ring_spsc, NULL },
	{ "ring-mpmc", ring_mpmc, NULL },
	{ "ring-rts", ring_rts, NULL },
	{ "ring-hts", ring_hts, NULL },
	{ NULL, NULL, NULL },
};
