// The ports that forwarding is measured on.
#include "bench.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <rte_eth_ring.h>
#include <rte_ethdev.h>

#define RING_SIZE 16384
#define DESCRIPTORS 1024

static void
start(uint16_t port, unsigned int frame)
{
	struct rte_eth_conf configuration = { 0 };

	if (rte_eth_dev_configure(port, 1, 1, &configuration) != 0 ||
	    rte_eth_rx_queue_setup(port, 0, DESCRIPTORS, SOCKET_ID_ANY, NULL, traffic_pool(frame)) != 0 ||
	    rte_eth_tx_queue_setup(port, 0, DESCRIPTORS, SOCKET_ID_ANY, NULL) != 0 ||
	    rte_eth_dev_start(port) != 0)
		bench_die("port %u does not start", port);
}

// A port to another process has a link when that one has answered.
static void
wait_for_link(uint16_t port)
{
	struct rte_eth_link link = { 0 };

	for (int i = 0; i < 5000; i++) {
		if (rte_eth_link_get_nowait(port, &link) == 0 && link.link_status == RTE_ETH_LINK_UP)
			return;
		usleep(1000);
	}
	bench_die("port %u has no link", port);
}

// Whether what is sent to a device comes back from it.
static bool
is_looped(const char *device)
{
	return strcmp(device, "ring") == 0 || strcmp(device, "net_ring0") == 0;
}

uint16_t
port_open(const char *device, unsigned int frame)
{
	static int ring_port = -1;
	static bool started[RTE_MAX_ETHPORTS];
	char name[RTE_ETH_NAME_MAX_LEN];
	uint16_t port;

	if (strcmp(device, "ring") == 0) {
		if (ring_port < 0) {
			struct rte_ring *ring = rte_ring_create("loop", RING_SIZE, SOCKET_ID_ANY, RING_F_SP_ENQ | RING_F_SC_DEQ);

			ring_port = ring == NULL ? -1 : rte_eth_from_ring(ring);
			if (ring_port < 0)
				bench_die("the ring port cannot be made");
			start(ring_port, frame);
		}
		return ring_port;
	}
	// The harness names the devices by their driver and the frames they deliver: net_null64. Rings and memif have no frames of their own.
	if (is_looped(device) || strcmp(device, "net_memif0") == 0)
		snprintf(name, sizeof(name), "%s", device);
	else
		snprintf(name, sizeof(name), "net_%s%u", device, frame);
	if (rte_eth_dev_get_port_by_name(name, &port) != 0)
		bench_die("there is no device %s", name);
	if (!started[port]) {
		start(port, frame);
		wait_for_link(port);
		started[port] = true;
	}
	return port;
}

void
port_load(uint16_t port, const struct bench_run *run)
{
	struct rte_mbuf *packets[RING_SIZE];

	if (!is_looped(run->device))
		return;
	if (run->packets >= RING_SIZE || rte_pktmbuf_alloc_bulk(traffic_pool(run->frame), packets, run->packets) != 0)
		bench_die("there are no %u packets", run->packets);
	traffic_fill(packets, run->packets, run->frame, run->traffic);
	if (rte_eth_tx_burst(port, 0, packets, run->packets) != run->packets)
		bench_die("the ring takes no %u packets", run->packets);
}

uint64_t
port_unload(uint16_t port, const struct bench_run *run, unsigned int *count)
{
	struct rte_mbuf *packet;
	uint32_t check = 0;

	*count = 0;
	if (!is_looped(run->device))
		return 0;
	while (rte_eth_rx_burst(port, 0, &packet, 1) == 1) {
		check = traffic_check(check, packet);
		rte_pktmbuf_free(packet);
		++*count;
	}
	return check;
}
