// From Ethernet over IPv4 to UDP, each length checked.
#include "operations.h"

#include <rte_ether.h>
#include <rte_ip.h>
#include <rte_udp.h>

#define FRAME 64
#define PACKETS 64

static __rte_always_inline uint64_t
parse(const struct rte_mbuf *packet)
{
	const struct rte_ether_hdr *ether = rte_pktmbuf_mtod(packet, const struct rte_ether_hdr *);
	const struct rte_ipv4_hdr *ip = (const struct rte_ipv4_hdr *)(ether + 1);
	const struct rte_udp_hdr *udp;
	unsigned int length = packet->data_len, ip_length;

	if (unlikely(length < sizeof(*ether) + sizeof(*ip) || ether->ether_type != RTE_BE16(RTE_ETHER_TYPE_IPV4)))
		return 0;
	ip_length = rte_ipv4_hdr_len(ip);
	if (unlikely(ip->version_ihl >> 4 != 4 || ip_length < sizeof(*ip) || ip->next_proto_id != IPPROTO_UDP ||
		     length < sizeof(*ether) + ip_length + sizeof(*udp)))
		return 0;
	udp = (const struct rte_udp_hdr *)((const uint8_t *)ip + ip_length);
	return (uint64_t)rte_be_to_cpu_32(ip->src_addr) + rte_be_to_cpu_32(ip->dst_addr) + rte_be_to_cpu_16(udp->src_port) +
	       rte_be_to_cpu_16(udp->dst_port);
}

static void
parse_udp(struct bench_run *run)
{
	struct rte_mempool *pool = traffic_pool(FRAME);
	struct rte_mbuf *packets[PACKETS];
	uint64_t sum = 0, start;

	if (rte_pktmbuf_alloc_bulk(pool, packets, PACKETS) != 0)
		bench_die("the pool is empty");
	traffic_fill(packets, PACKETS, FRAME, "flows");
	start = rte_rdtsc();
	for (uint64_t i = 0; i < run->count; i++)
		sum += parse(packets[i % PACKETS]);
	operation_end(run, start, sum);
	rte_pktmbuf_free_bulk(packets, PACKETS);
}

const struct bench header_benches[] = {
	{ "parse-udp", parse_udp, NULL },
	{ NULL, NULL, NULL },
};
