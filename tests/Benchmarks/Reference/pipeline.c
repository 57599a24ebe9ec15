// Two lcores: one receives and enqueues on a ring, the other dequeues and transmits. The second one is measured.
#include "bench.h"

#include <rte_cycles.h>
#include <rte_ethdev.h>
#include <rte_pause.h>

#define PIPE_SIZE 1024

static struct {
	struct rte_ring *pipe;
	uint16_t port;
	bool ready;   // Set by the first stage, which then waits.
	bool running; // Set by the second stage, which also clears it.
	bool ended;   // Set by the first stage when it has seen that.
} shared;

static void
wait_for(bool *flag)
{
	while (!__atomic_load_n(flag, __ATOMIC_ACQUIRE))
		rte_pause();
}

static void
receive(struct bench_run *run)
{
	struct rte_mbuf *packets[MAX_BURST];
	uint16_t burst = run->burst;

	__atomic_store_n(&shared.ready, true, __ATOMIC_RELEASE);
	wait_for(&shared.running);
	while (__atomic_load_n(&shared.running, __ATOMIC_RELAXED)) {
		uint16_t count = rte_eth_rx_burst(shared.port, 0, packets, burst);
		unsigned int done = 0;

		// The ring holds all packets there are, so this ends.
		while (done < count)
			done += rte_ring_enqueue_burst(shared.pipe, (void **)packets + done, count - done, NULL);
	}
	__atomic_store_n(&shared.ended, true, __ATOMIC_RELEASE);
}

static void
transmit(struct bench_run *run)
{
	struct rte_mbuf *packets[MAX_BURST];
	uint16_t burst = run->burst;
	uint64_t sent = 0, start;
	unsigned int left;

	if (run->packets >= PIPE_SIZE)
		bench_die("the pipeline holds less than %d packets", PIPE_SIZE);
	if (shared.pipe == NULL)
		shared.pipe = rte_ring_create("pipe", PIPE_SIZE, SOCKET_ID_ANY, RING_F_SP_ENQ | RING_F_SC_DEQ);
	if (shared.pipe == NULL)
		bench_die("no memory for the pipeline");
	shared.port = port_open(run->device, run->frame);
	port_load(shared.port, run);
	wait_for(&shared.ready);
	shared.ready = shared.ended = false;
	__atomic_store_n(&shared.running, true, __ATOMIC_RELEASE);

	start = rte_rdtsc();
	while (sent < run->count) {
		unsigned int count = rte_ring_dequeue_burst(shared.pipe, (void **)packets, burst, NULL);

		if (count == 0)
			continue;
		sent += count;
		for (unsigned int done = 0; done < count;)
			done += rte_eth_tx_burst(shared.port, 0, packets + done, count - done);
	}
	run->cycles = rte_rdtsc() - start;

	__atomic_store_n(&shared.running, false, __ATOMIC_RELEASE);
	wait_for(&shared.ended);
	// Which packet waits where when it ends is chance: their order says nothing, their number does.
	for (unsigned int count; (count = rte_ring_dequeue_burst(shared.pipe, (void **)packets, MAX_BURST, NULL)) > 0;)
		if (rte_eth_tx_burst(shared.port, 0, packets, count) != count)
			bench_die("the port takes its packets no longer");
	run->operations = sent;
	port_unload(shared.port, run, &left);
	run->check = left;
}

const struct bench pipeline_benches[] = {
	{ "forward-pipeline", transmit, receive },
	{ NULL, NULL, NULL },
};
