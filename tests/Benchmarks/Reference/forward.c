// Forwarding with each kind of work.
#include "bench.h"
#include "forward.h"

#include <rte_hash.h>
#include <rte_ip.h>
#include <rte_lpm.h>
#include <rte_lpm6.h>
#include <rte_udp.h>

// ---- io: nothing ----------------------------------------------------------------------------------------------

static __rte_always_inline unsigned int
work_io(struct rte_mbuf **packets, unsigned int count, const struct tables *tables)
{
	(void)packets;
	(void)tables;
	return count;
}

// ---- mac: l2fwd's work ----------------------------------------------------------------------------------------

static __rte_always_inline unsigned int
work_mac(struct rte_mbuf **packets, unsigned int count, const struct tables *tables)
{
	const struct mac_pair hop = tables->hops[1];

	for (unsigned int i = 0; i < count; i++)
		rte_prefetch0(rte_pktmbuf_mtod(packets[i], void *));
	for (unsigned int i = 0; i < count; i++) {
		struct rte_ether_hdr *ether = rte_pktmbuf_mtod(packets[i], struct rte_ether_hdr *);

		ether->dst_addr = hop.destination;
		ether->src_addr = hop.source;
	}
	return count;
}

// ---- macswap: a reflector's work ------------------------------------------------------------------------------

static __rte_always_inline unsigned int
work_macswap(struct rte_mbuf **packets, unsigned int count, const struct tables *tables)
{
	(void)tables;
	for (unsigned int i = 0; i < count; i++)
		rte_prefetch0(rte_pktmbuf_mtod(packets[i], void *));
	for (unsigned int i = 0; i < count; i++) {
		struct rte_ether_hdr *ether = rte_pktmbuf_mtod(packets[i], struct rte_ether_hdr *);
		struct rte_ether_addr destination = ether->dst_addr;

		ether->dst_addr = ether->src_addr;
		ether->src_addr = destination;
	}
	return count;
}

// ---- l3: l3fwd's work -----------------------------------------------------------------------------------------

static __rte_always_inline bool
is_good_ipv4(const struct rte_mbuf *packet, const struct rte_ipv4_hdr *ip)
{
	return packet->data_len >= sizeof(struct rte_ether_hdr) + sizeof(*ip) && ip->version_ihl >> 4 == 4 &&
	       (ip->version_ihl & 0xf) >= 5 && rte_be_to_cpu_16(ip->total_length) >= sizeof(*ip);
}

static __rte_always_inline bool
is_good_ipv6(const struct rte_mbuf *packet, const struct rte_ipv6_hdr *ip)
{
	return packet->data_len >= sizeof(struct rte_ether_hdr) + sizeof(*ip) && *(const uint8_t *)ip >> 4 == 6;
}

static __rte_always_inline unsigned int
work_l3(struct rte_mbuf **packets, unsigned int count, const struct tables *tables)
{
	uint32_t addresses4[MAX_BURST], entries4[MAX_BURST];
	uint8_t addresses6[MAX_BURST][16];
	int32_t hops6[MAX_BURST];
	uint16_t index4[MAX_BURST], index6[MAX_BURST];
	unsigned int count4 = 0, count6 = 0, sending = 0;
	struct rte_mbuf *bad[MAX_BURST];
	unsigned int bad_count = 0;

	for (unsigned int i = 0; i < count; i++)
		rte_prefetch0(rte_pktmbuf_mtod(packets[i], void *));
	for (unsigned int i = 0; i < count; i++) {
		struct rte_ether_hdr *ether = rte_pktmbuf_mtod(packets[i], struct rte_ether_hdr *);

		if (ether->ether_type == RTE_BE16(RTE_ETHER_TYPE_IPV4)) {
			struct rte_ipv4_hdr *ip = (struct rte_ipv4_hdr *)(ether + 1);

			if (is_good_ipv4(packets[i], ip)) {
				addresses4[count4] = rte_be_to_cpu_32(ip->dst_addr);
				index4[count4++] = i;
				continue;
			}
		} else if (ether->ether_type == RTE_BE16(RTE_ETHER_TYPE_IPV6)) {
			struct rte_ipv6_hdr *ip = (struct rte_ipv6_hdr *)(ether + 1);

			if (is_good_ipv6(packets[i], ip)) {
				memcpy(addresses6[count6], ip->dst_addr, 16);
				index6[count6++] = i;
				continue;
			}
		}
		bad[bad_count++] = packets[i];
		packets[i] = NULL;
	}
	if (count4 > 0)
		rte_lpm_lookup_bulk(tables->lpm, addresses4, entries4, count4);
	if (count6 > 0)
		rte_lpm6_lookup_bulk_func(tables->lpm6, addresses6, hops6, count6);
	for (unsigned int i = 0; i < count4; i++) {
		struct rte_mbuf *packet = packets[index4[i]];
		struct rte_ether_hdr *ether = rte_pktmbuf_mtod(packet, struct rte_ether_hdr *);
		struct rte_ipv4_hdr *ip = (struct rte_ipv4_hdr *)(ether + 1);

		if (unlikely((entries4[i] & RTE_LPM_LOOKUP_SUCCESS) == 0)) {
			bad[bad_count++] = packet;
			packets[index4[i]] = NULL;
			continue;
		}
		rewrite(ether, &tables->hops[entries4[i] & (NEXT_HOPS - 1)]);
		ip->time_to_live--;
		ip->hdr_checksum++;
	}
	for (unsigned int i = 0; i < count6; i++) {
		struct rte_mbuf *packet = packets[index6[i]];
		struct rte_ether_hdr *ether = rte_pktmbuf_mtod(packet, struct rte_ether_hdr *);

		if (unlikely(hops6[i] < 0)) {
			bad[bad_count++] = packet;
			packets[index6[i]] = NULL;
			continue;
		}
		rewrite(ether, &tables->hops[hops6[i] & (NEXT_HOPS - 1)]);
		((struct rte_ipv6_hdr *)(ether + 1))->hop_limits--;
	}
	if (likely(bad_count == 0))
		return count;
	rte_pktmbuf_free_bulk(bad, bad_count);
	for (unsigned int i = 0; i < count; i++)
		if (packets[i] != NULL)
			packets[sending++] = packets[i];
	return sending;
}

// ---- flow: an exact match of the five-tuple -------------------------------------------------------------------

static __rte_always_inline unsigned int
work_flow(struct rte_mbuf **packets, unsigned int count, const struct tables *tables)
{
	struct flow_key keys[MAX_BURST];
	const void *pointers[MAX_BURST];
	int32_t positions[MAX_BURST];
	unsigned int sending = 0;

	for (unsigned int i = 0; i < count; i++)
		rte_prefetch0(rte_pktmbuf_mtod(packets[i], void *));
	for (unsigned int i = 0; i < count; i++) {
		const struct rte_ether_hdr *ether = rte_pktmbuf_mtod(packets[i], struct rte_ether_hdr *);
		const struct rte_ipv4_hdr *ip = (const struct rte_ipv4_hdr *)(ether + 1);
		const struct rte_udp_hdr *udp = (const struct rte_udp_hdr *)(ip + 1);

		keys[i] = (struct flow_key){
			.source = ip->src_addr,
			.destination = ip->dst_addr,
			.source_port = udp->src_port,
			.destination_port = udp->dst_port,
			.protocol = ip->next_proto_id,
		};
		pointers[i] = &keys[i];
	}
	for (unsigned int i = 0; i < count; i += RTE_HASH_LOOKUP_BULK_MAX)
		rte_hash_lookup_bulk(tables->flows, pointers + i, RTE_MIN(count - i, (unsigned int)RTE_HASH_LOOKUP_BULK_MAX),
				     positions + i);
	for (unsigned int i = 0; i < count; i++) {
		struct rte_mbuf *packet = packets[i];

		if (unlikely(positions[i] < 0)) {
			rte_pktmbuf_free(packet);
			continue;
		}
		rewrite(rte_pktmbuf_mtod(packet, struct rte_ether_hdr *), &tables->hops[positions[i] & (NEXT_HOPS - 1)]);
		packets[sending++] = packet;
	}
	return sending;
}

static void
forward_io(struct bench_run *run)
{
	struct tables tables = make_tables();

	forward(run, work_io, &tables);
}

static void
forward_mac(struct bench_run *run)
{
	struct tables tables = make_tables();

	forward(run, work_mac, &tables);
}

static void
forward_macswap(struct bench_run *run)
{
	struct tables tables = make_tables();

	forward(run, work_macswap, &tables);
}

static void
forward_l3(struct bench_run *run)
{
	struct tables tables = make_tables();

	tables.lpm = table_lpm();
	tables.lpm6 = table_lpm6();
	forward(run, work_l3, &tables);
}

static void
forward_flow(struct bench_run *run)
{
	struct tables tables = make_tables();

	tables.flows = table_flows(run->packets);
	forward(run, work_flow, &tables);
}

const struct bench forward_benches[] = {
	{ "forward-io", forward_io, NULL },
	{ "forward-mac", forward_mac, NULL },
	{ "forward-macswap", forward_macswap, NULL },
	{ "forward-l3", forward_l3, NULL },
	{ "forward-flow", forward_flow, NULL },
	{ NULL, NULL, NULL },
};
