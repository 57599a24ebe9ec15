// Routes and flows: the same on both sides, made from the same random numbers.
#include "bench.h"

#include <string.h>
#include <rte_byteorder.h>
#include <rte_hash.h>
#include <rte_ip.h>
#include <rte_lcore.h>
#include <rte_lpm.h>
#include <rte_lpm6.h>

#define FLOW_ENTRIES 16384

static struct route4 routes4[ROUTES];
static struct route6 routes6[ROUTES];

// 10 % of the routes are longer than 24 bits, as DPDK's LPM has a second table for those.
const struct route4 *
table_routes4(void)
{
	uint64_t random = 0x2545f4914f6cdd1d;

	if (routes4[0].depth == 0)
		for (int i = 0; i < ROUTES; i++) {
			uint8_t depth = i % 10 == 0 ? 28 : 16 + i % 9;

			routes4[i].depth = depth;
			routes4[i].address = (uint32_t)random_next(&random) & (UINT32_MAX << (32 - depth));
		}
	return routes4;
}

const struct route6 *
table_routes6(void)
{
	uint64_t random = 0xda942042e4dd58b5;

	if (routes6[0].depth == 0)
		for (int i = 0; i < ROUTES; i++) {
			uint64_t high = random_next(&random);

			routes6[i].depth = 48;
			routes6[i].address[0] = 0x20;
			for (int b = 1; b < 6; b++)
				routes6[i].address[b] = high >> (8 * b);
		}
	return routes6;
}

struct rte_lpm *
table_lpm(void)
{
	static struct rte_lpm *lpm;
	struct rte_lpm_config config = { .max_rules = 2 * ROUTES, .number_tbl8s = 4096 };

	if (lpm != NULL)
		return lpm;
	lpm = rte_lpm_create("routes4", SOCKET_ID_ANY, &config);
	if (lpm == NULL)
		bench_die("no memory for the IPv4 routes");
	for (int i = 0; i < ROUTES; i++)
		if (rte_lpm_add(lpm, table_routes4()[i].address, table_routes4()[i].depth, i % NEXT_HOPS) != 0)
			bench_die("IPv4 route %d is refused", i);
	return lpm;
}

struct rte_lpm6 *
table_lpm6(void)
{
	static struct rte_lpm6 *lpm;
	struct rte_lpm6_config config = { .max_rules = 2 * ROUTES, .number_tbl8s = 65536 };

	if (lpm != NULL)
		return lpm;
	lpm = rte_lpm6_create("routes6", SOCKET_ID_ANY, &config);
	if (lpm == NULL)
		bench_die("no memory for the IPv6 routes");
	for (int i = 0; i < ROUTES; i++)
		if (rte_lpm6_add(lpm, table_routes6()[i].address, table_routes6()[i].depth, i % NEXT_HOPS) != 0)
			bench_die("IPv6 route %d is refused", i);
	return lpm;
}

struct flow_key
table_flow(unsigned int index)
{
	return (struct flow_key){
		.source = rte_cpu_to_be_32(RTE_IPV4(10, 0, 0, 0) + index * 7),
		.destination = rte_cpu_to_be_32(RTE_IPV4(198, 18, 0, 0) + index),
		.source_port = rte_cpu_to_be_16(1024 + index % 50000),
		.destination_port = RTE_BE16(53),
		.protocol = IPPROTO_UDP,
	};
}

struct rte_hash *
table_flows(unsigned int packets)
{
	static struct rte_hash *flows;
	static unsigned int added;
	struct rte_hash_parameters parameters = {
		.name = "flows",
		.entries = FLOW_ENTRIES,
		.key_len = sizeof(struct flow_key),
		.socket_id = SOCKET_ID_ANY,
	};

	if (flows == NULL)
		flows = rte_hash_create(&parameters);
	if (flows == NULL)
		bench_die("no memory for the flows");
	for (; added < packets; added++) {
		struct flow_key key = table_flow(added);

		if (rte_hash_add_key(flows, &key) < 0)
			bench_die("flow %u is refused", added);
	}
	return flows;
}
