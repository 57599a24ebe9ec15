// The internet checksum: of bytes, of IPv4 headers, of UDP packets.
#include "operations.h"

#include <string.h>
#include <rte_ip.h>
#include <rte_udp.h>

static void
checksum_raw(struct bench_run *run)
{
	const uint8_t *input = operation_input();
	size_t size = run->size;
	uint64_t sum = 0, start = rte_rdtsc();

	for (uint64_t i = 0; i < run->count; i++)
		sum += rte_raw_cksum(operation_input_at(input, i), size);
	operation_end(run, start, sum);
}

static void
checksum_ipv4(struct bench_run *run)
{
	static uint8_t headers[INPUT_COUNT * INPUT_STEP] __rte_cache_aligned;
	uint64_t sum = 0, start;

	memcpy(headers, operation_input(), sizeof(headers));
	for (uint64_t i = 0; i < INPUT_COUNT; i++) {
		struct rte_ipv4_hdr *ip = (struct rte_ipv4_hdr *)(headers + i * INPUT_STEP);

		ip->version_ihl = RTE_IPV4_VHL_DEF;
		ip->hdr_checksum = 0;
	}
	start = rte_rdtsc();
	for (uint64_t i = 0; i < run->count; i++)
		sum += rte_ipv4_cksum((const struct rte_ipv4_hdr *)operation_input_at(headers, i));
	operation_end(run, start, sum);
}

// Of a whole packet of "size" bytes, IPv4 header included.
static void
checksum_udp(struct bench_run *run)
{
	static uint8_t packet[INPUT_BYTES] __rte_cache_aligned;
	struct rte_ipv4_hdr *ip = (struct rte_ipv4_hdr *)packet;
	struct rte_udp_hdr *udp = (struct rte_udp_hdr *)(ip + 1);
	uint64_t sum = 0, start;

	memcpy(packet, operation_input(), sizeof(packet));
	ip->version_ihl = RTE_IPV4_VHL_DEF;
	ip->total_length = rte_cpu_to_be_16(run->size);
	ip->next_proto_id = IPPROTO_UDP;
	start = rte_rdtsc();
	for (uint64_t i = 0; i < run->count; i++) {
		udp->src_port = i;
		udp->dgram_cksum = 0;
		sum += rte_ipv4_udptcp_cksum(ip, udp);
	}
	operation_end(run, start, sum);
}

const struct bench checksum_benches[] = {
	{ "checksum-raw", checksum_raw, NULL },
	{ "checksum-ipv4", checksum_ipv4, NULL },
	{ "checksum-udp", checksum_udp, NULL },
	{ NULL, NULL, NULL },
};
