// The rules of the classifier: five-tuples with prefixes and port ranges, as a firewall has them. The first that matches counts.
#include "bench.h"

#include <rte_ip.h>

static uint32_t
mask(unsigned int depth)
{
	return depth == 0 ? 0 : UINT32_MAX << (32 - depth);
}

const struct rule *
table_rules(void)
{
	static struct rule rules[RULES];
	uint64_t random = 0x853c49e6748fea9b;

	if (rules[0].last_port != 0)
		return rules;
	for (int i = 0; i < RULES; i++) {
		struct rule *rule = &rules[i];
		unsigned int kind = random_next(&random) % 4;
		uint16_t port = 1024 + random_next(&random) % 30000;

		rule->source = random_next(&random);
		rule->destination = random_next(&random);
		// Of four rules, one looks at the source, all at the destination, three at the protocol and a port, one at a range of ports.
		rule->source_mask = kind == 0 ? mask(12 + random_next(&random) % 12) : 0;
		rule->destination_mask = mask(16 + random_next(&random) % 12);
		rule->source &= rule->source_mask;
		rule->destination &= rule->destination_mask;
		rule->protocol = kind == 0 ? 0 : kind == 1 ? IPPROTO_TCP : IPPROTO_UDP;
		rule->protocol_mask = kind == 0 ? 0 : 0xff;
		rule->first_port = kind == 0 ? 0 : port;
		rule->last_port = kind == 0 ? UINT16_MAX : kind == 3 ? port + 100 : port;
	}
	return rules;
}

struct flow_key
table_rule_flow(uint64_t *random)
{
	const struct rule *rule = &table_rules()[random_next(random) % RULES];
	uint32_t bits = random_next(random);
	struct flow_key flow = {
		.source = rte_cpu_to_be_32(rule->source | (bits & ~rule->source_mask)),
		.destination = rte_cpu_to_be_32(rule->destination | (bits & ~rule->destination_mask)),
		.source_port = rte_cpu_to_be_16(bits >> 16),
		.destination_port = rte_cpu_to_be_16(rule->first_port + bits % (rule->last_port - rule->first_port + 1)),
		.protocol = rule->protocol == 0 ? IPPROTO_UDP : rule->protocol,
	};

	// One packet in four matches no rule, as a rule.
	if (random_next(random) % 4 == 0)
		flow.destination = random_next(random);
	return flow;
}
