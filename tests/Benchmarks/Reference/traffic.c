// What the packets hold, and the checksum over them.
#include "bench.h"

#include <stdio.h>
#include <string.h>
#include <rte_ether.h>
#include <rte_hash_crc.h>
#include <rte_ip.h>
#include <rte_lcore.h>
#include <rte_udp.h>

#define POOL_SIZE 16383
#define SEED 0x9e3779b97f4a7c15

struct rte_mempool *
traffic_pool(unsigned int frame)
{
	char name[RTE_MEMPOOL_NAMESIZE];
	struct rte_mempool *pool;

	snprintf(name, sizeof(name), "frames%u", frame);
	pool = rte_mempool_lookup(name);
	if (pool == NULL)
		pool = rte_pktmbuf_pool_create(name, POOL_SIZE, POOL_CACHE, 0,
					       RTE_PKTMBUF_HEADROOM + RTE_ALIGN_CEIL(frame, RTE_CACHE_LINE_SIZE), SOCKET_ID_ANY);
	if (pool == NULL)
		bench_die("no memory for %d frames of %u bytes", POOL_SIZE, frame);
	return pool;
}

// Few routes get most of the packets: the range halves with each step of a number from 0 to 12.
static uint32_t
skewed(uint64_t *random)
{
	uint32_t range = 1 + (ROUTES >> (random_next(random) % 13));

	return random_next(random) % range;
}

static void
fill_udp(struct rte_udp_hdr *udp, uint16_t source, uint16_t destination, unsigned int length)
{
	udp->src_port = source;
	udp->dst_port = destination;
	udp->dgram_len = rte_cpu_to_be_16(length);
	udp->dgram_cksum = 0;
}

static void
fill_ipv4(uint8_t *l3, unsigned int length, const struct flow_key *flow)
{
	struct rte_ipv4_hdr *ip = (struct rte_ipv4_hdr *)l3;

	ip->version_ihl = RTE_IPV4_VHL_DEF;
	ip->total_length = rte_cpu_to_be_16(length);
	ip->time_to_live = 255;
	ip->next_proto_id = flow->protocol;
	ip->src_addr = flow->source;
	ip->dst_addr = flow->destination;
	ip->hdr_checksum = rte_ipv4_cksum(ip);
	fill_udp((struct rte_udp_hdr *)(ip + 1), flow->source_port, flow->destination_port, length - sizeof(*ip));
}

static void
fill_ipv6(uint8_t *l3, unsigned int length, const struct route6 *route)
{
	struct rte_ipv6_hdr *ip = (struct rte_ipv6_hdr *)l3;

	ip->vtc_flow = rte_cpu_to_be_32(6 << 28);
	ip->payload_len = rte_cpu_to_be_16(length - sizeof(*ip));
	ip->proto = IPPROTO_UDP;
	ip->hop_limits = 255;
	memcpy(ip->dst_addr, route->address, sizeof(route->address));
	ip->src_addr[0] = 0xfd;
	// A frame of 64 bytes has no room for all of the UDP header: its ports are there.
	memset(ip + 1, 0x11, 4);
}

void
traffic_fill(struct rte_mbuf **packets, unsigned int count, unsigned int frame, const char *traffic)
{
	bool is_mixed = strcmp(traffic, "mixed") == 0;
	bool is_skewed = strcmp(traffic, "ipv4-skewed") == 0;
	bool is_routed = is_mixed || is_skewed || strcmp(traffic, "ipv4-uniform") == 0;
	bool has_flows = strcmp(traffic, "flows") == 0;
	bool has_rules = strcmp(traffic, "rules") == 0;
	uint64_t random = SEED;

	if (!is_routed && !has_flows && !has_rules && strcmp(traffic, "udp") != 0)
		bench_die("unknown traffic '%s'", traffic);
	for (unsigned int i = 0; i < count; i++) {
		uint8_t *data = (uint8_t *)rte_pktmbuf_append(packets[i], frame);
		struct rte_ether_hdr *ether = (struct rte_ether_hdr *)data;
		uint8_t *l3 = data + sizeof(*ether);
		unsigned int length = frame - sizeof(*ether);
		struct flow_key flow = has_rules ? table_rule_flow(&random) : table_flow(has_flows ? i : 0);

		memset(data, 0, frame);
		ether->dst_addr.addr_bytes[0] = 2;
		ether->src_addr.addr_bytes[0] = 2;
		ether->src_addr.addr_bytes[5] = 1;
		if (is_routed) {
			uint32_t index = is_skewed ? skewed(&random) : random_next(&random) % ROUTES;

			flow.destination = rte_cpu_to_be_32(table_routes4()[index].address |
							    (random_next(&random) & (UINT32_MAX >> table_routes4()[index].depth)));
			if (is_mixed && (i & 1) != 0) {
				ether->ether_type = RTE_BE16(RTE_ETHER_TYPE_IPV6);
				fill_ipv6(l3, length, &table_routes6()[index]);
				continue;
			}
		}
		ether->ether_type = RTE_BE16(RTE_ETHER_TYPE_IPV4);
		fill_ipv4(l3, length, &flow);
	}
}

uint32_t
traffic_check(uint32_t check, const struct rte_mbuf *packet)
{
	check = rte_hash_crc_4byte(packet->pkt_len, check);
	return rte_hash_crc(rte_pktmbuf_mtod(packet, const void *), packet->data_len, check);
}
