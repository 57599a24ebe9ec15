// Receive, work on the packets, transmit: on one port, on one lcore. The loop is compiled anew for each kind of work.
#ifndef FORWARD_H
#define FORWARD_H

#include "bench.h"

#include <string.h>
#include <rte_cycles.h>
#include <rte_ethdev.h>
#include <rte_prefetch.h>

// What the packets of one next hop leave with: both MAC addresses as they stand in the frame.
struct mac_pair {
	struct rte_ether_addr destination;
	struct rte_ether_addr source;
};

struct tables {
	struct mac_pair hops[NEXT_HOPS];
	struct rte_lpm *lpm;
	struct rte_lpm6 *lpm6;
	struct rte_hash *flows;
	struct rte_acl_ctx *acl;
};

// Answers how many packets, moved to the front, are to be sent; the others it has freed.
typedef unsigned int (*work_fn)(struct rte_mbuf **packets, unsigned int count, const struct tables *tables);

static inline struct tables
make_tables(void)
{
	struct tables tables = { .lpm = NULL };

	for (unsigned int i = 0; i < NEXT_HOPS; i++) {
		tables.hops[i].destination.addr_bytes[0] = 2;
		tables.hops[i].destination.addr_bytes[5] = i;
		tables.hops[i].source.addr_bytes[0] = 2;
		tables.hops[i].source.addr_bytes[4] = 1;
		tables.hops[i].source.addr_bytes[5] = i;
	}
	return tables;
}

static __rte_always_inline void
forward(struct bench_run *run, work_fn work, const struct tables *tables)
{
	struct rte_mbuf *packets[MAX_BURST];
	uint16_t port = port_open(run->device, run->frame);
	uint16_t burst = run->burst;
	uint64_t received = 0, dropped = 0, start;
	unsigned int left;

	port_load(port, run);

	start = rte_rdtsc();
	while (received < run->count) {
		uint16_t count = rte_eth_rx_burst(port, 0, packets, burst);
		uint16_t sending, sent;

		if (unlikely(count == 0))
			continue;
		received += count;
		sending = work(packets, count, tables);
		sent = rte_eth_tx_burst(port, 0, packets, sending);
		if (unlikely(sent < count)) {
			dropped += count - sent;
			rte_pktmbuf_free_bulk(packets + sent, sending - sent);
		}
	}
	run->cycles = rte_rdtsc() - start;

	run->operations = received;
	run->check = port_unload(port, run, &left) + (dropped << 32) + ((uint64_t)left << 48);
}

static __rte_always_inline void
rewrite(struct rte_ether_hdr *ether, const struct mac_pair *hop)
{
	memcpy(ether, hop, sizeof(*hop));
}

#endif
