// Forwarding by rules: with DPDK's own classifier, and with a loop over the rules that looks at 16 packets at once.
#include "bench.h"
#include "forward.h"

#ifdef __AVX512F__
#include <immintrin.h>
#endif
#include <rte_acl.h>
#include <rte_ip.h>
#include <rte_udp.h>

// What the rules look at, in the processor's order; as columns, for vectors.
struct columns {
	uint32_t source[MAX_BURST];
	uint32_t destination[MAX_BURST];
	uint32_t port[MAX_BURST];
	uint32_t protocol[MAX_BURST];
};

static __rte_always_inline const struct rte_ipv4_hdr *
ipv4(struct rte_mbuf *packet)
{
	return rte_pktmbuf_mtod_offset(packet, const struct rte_ipv4_hdr *, sizeof(struct rte_ether_hdr));
}

static __rte_always_inline void
prefetch(struct rte_mbuf **packets, unsigned int count)
{
	for (unsigned int i = 0; i < count; i++)
		rte_prefetch0(rte_pktmbuf_mtod(packets[i], void *));
}

// ---- a loop over the rules ------------------------------------------------------------------------------------

// The rule of each of 16 packets, counted from 1; 0 where none matches. From the last rule to the first: the first one that matches stays.
static __rte_always_inline void
match(const struct rule *rules, const struct columns *columns, unsigned int block, uint32_t *results)
{
#ifdef __AVX512F__
	const __m512i source = _mm512_loadu_si512(columns->source + block);
	const __m512i destination = _mm512_loadu_si512(columns->destination + block);
	const __m512i port = _mm512_loadu_si512(columns->port + block);
	const __m512i protocol = _mm512_loadu_si512(columns->protocol + block);
	__m512i result = _mm512_setzero_si512();

	for (int r = RULES - 1; r >= 0; r--) {
		const struct rule *rule = &rules[r];
		__m512i differs = _mm512_and_si512(_mm512_xor_si512(source, _mm512_set1_epi32(rule->source)), _mm512_set1_epi32(rule->source_mask));

		differs = _mm512_or_si512(differs, _mm512_and_si512(_mm512_xor_si512(destination, _mm512_set1_epi32(rule->destination)),
								    _mm512_set1_epi32(rule->destination_mask)));
		differs = _mm512_or_si512(differs, _mm512_and_si512(_mm512_xor_si512(protocol, _mm512_set1_epi32(rule->protocol)),
								    _mm512_set1_epi32(rule->protocol_mask)));
		__mmask16 same = _mm512_testn_epi32_mask(differs, differs);
		__mmask16 both = _mm512_mask_cmple_epu32_mask(same, _mm512_sub_epi32(port, _mm512_set1_epi32(rule->first_port)),
							      _mm512_set1_epi32(rule->last_port - rule->first_port));

		result = _mm512_mask_set1_epi32(result, both, r + 1);
	}
	_mm512_storeu_si512(results, result);
#else
	for (unsigned int i = 0; i < 16; i++)
		results[i] = 0;
	for (int r = RULES - 1; r >= 0; r--) {
		const struct rule rule = rules[r];

		for (unsigned int i = 0; i < 16; i++) {
			uint32_t differs = ((columns->source[block + i] ^ rule.source) & rule.source_mask) |
					   ((columns->destination[block + i] ^ rule.destination) & rule.destination_mask) |
					   ((columns->protocol[block + i] ^ rule.protocol) & rule.protocol_mask);
			bool in_range = columns->port[block + i] - rule.first_port <= rule.last_port - rule.first_port;

			results[i] = differs == 0 && in_range ? (uint32_t)r + 1 : results[i];
		}
	}
#endif
}

static __rte_always_inline unsigned int
work_loop(struct rte_mbuf **packets, unsigned int count, const struct tables *tables)
{
	const struct rule *rules = table_rules();
	struct columns columns;
	uint32_t results[MAX_BURST];
	unsigned int padded = RTE_ALIGN_CEIL(count, 16);

	prefetch(packets, count);
	for (unsigned int i = 0; i < count; i++) {
		const struct rte_ipv4_hdr *ip = ipv4(packets[i]);

		columns.source[i] = rte_be_to_cpu_32(ip->src_addr);
		columns.destination[i] = rte_be_to_cpu_32(ip->dst_addr);
		columns.port[i] = rte_be_to_cpu_16(((const struct rte_udp_hdr *)(ip + 1))->dst_port);
		columns.protocol[i] = ip->next_proto_id;
	}
	for (unsigned int block = 0; block < padded; block += 16)
		match(rules, &columns, block, results + block);
	for (unsigned int i = 0; i < count; i++)
		rewrite(rte_pktmbuf_mtod(packets[i], struct rte_ether_hdr *), &tables->hops[results[i] & (NEXT_HOPS - 1)]);
	return count;
}

// ---- rte_acl --------------------------------------------------------------------------------------------------

enum { FIELD_PROTOCOL, FIELD_SOURCE, FIELD_DESTINATION, FIELD_SOURCE_PORT, FIELD_DESTINATION_PORT, FIELDS };

RTE_ACL_RULE_DEF(acl_rule, FIELDS);

static const uint32_t protocol_offset = offsetof(struct rte_ipv4_hdr, next_proto_id);

static struct rte_acl_ctx *
make_acl(void)
{
	static struct rte_acl_ctx *acl;
	struct rte_acl_param parameters = {
		.name = "rules", .socket_id = SOCKET_ID_ANY, .rule_size = RTE_ACL_RULE_SZ(FIELDS), .max_rule_num = RULES,
	};
	struct rte_acl_config config = {
		.num_categories = 1,
		.num_fields = FIELDS,
		.defs = {
			{ RTE_ACL_FIELD_TYPE_BITMASK, sizeof(uint8_t), FIELD_PROTOCOL, 0, 0 },
			{ RTE_ACL_FIELD_TYPE_MASK, sizeof(uint32_t), FIELD_SOURCE, 1, offsetof(struct rte_ipv4_hdr, src_addr) - protocol_offset },
			{ RTE_ACL_FIELD_TYPE_MASK, sizeof(uint32_t), FIELD_DESTINATION, 2, offsetof(struct rte_ipv4_hdr, dst_addr) - protocol_offset },
			// Both ports lie in one word, and the classifier reads words: no rule asks anything of the source port.
			{ RTE_ACL_FIELD_TYPE_RANGE, sizeof(uint16_t), FIELD_SOURCE_PORT, 3, sizeof(struct rte_ipv4_hdr) - protocol_offset },
			{ RTE_ACL_FIELD_TYPE_RANGE, sizeof(uint16_t), FIELD_DESTINATION_PORT, 3, sizeof(struct rte_ipv4_hdr) + sizeof(uint16_t) - protocol_offset },
		},
	};

	if (acl != NULL)
		return acl;
	acl = rte_acl_create(&parameters);
	if (acl == NULL)
		bench_die("no memory for the rules");
	for (int i = 0; i < RULES; i++) {
		const struct rule *rule = &table_rules()[i];
		struct acl_rule entry = { .data = { .userdata = i + 1, .category_mask = 1, .priority = RULES - i } };

		entry.field[FIELD_PROTOCOL].value.u8 = rule->protocol;
		entry.field[FIELD_PROTOCOL].mask_range.u8 = rule->protocol == 0 ? 0 : 0xff;
		entry.field[FIELD_SOURCE].value.u32 = rule->source;
		entry.field[FIELD_SOURCE].mask_range.u32 = __builtin_popcount(rule->source_mask);
		entry.field[FIELD_DESTINATION].value.u32 = rule->destination;
		entry.field[FIELD_DESTINATION].mask_range.u32 = __builtin_popcount(rule->destination_mask);
		entry.field[FIELD_SOURCE_PORT].mask_range.u16 = UINT16_MAX;
		entry.field[FIELD_DESTINATION_PORT].value.u16 = rule->first_port;
		entry.field[FIELD_DESTINATION_PORT].mask_range.u16 = rule->last_port;
		if (rte_acl_add_rules(acl, (struct rte_acl_rule *)&entry, 1) != 0)
			bench_die("rule %d is refused", i);
	}
	if (rte_acl_build(acl, &config) != 0)
		bench_die("the rules cannot be compiled");
	return acl;
}

static __rte_always_inline unsigned int
work_acl(struct rte_mbuf **packets, unsigned int count, const struct tables *tables)
{
	const uint8_t *data[MAX_BURST];
	uint32_t results[MAX_BURST];

	prefetch(packets, count);
	for (unsigned int i = 0; i < count; i++)
		data[i] = (const uint8_t *)ipv4(packets[i]) + protocol_offset;
	rte_acl_classify(tables->acl, data, results, count, 1);
	for (unsigned int i = 0; i < count; i++)
		rewrite(rte_pktmbuf_mtod(packets[i], struct rte_ether_hdr *), &tables->hops[results[i] & (NEXT_HOPS - 1)]);
	return count;
}

static void
forward_classify_loop(struct bench_run *run)
{
	struct tables tables = make_tables();

	forward(run, work_loop, &tables);
}

static void
forward_classify_acl(struct bench_run *run)
{
	struct tables tables = make_tables();

	tables.acl = make_acl();
	forward(run, work_acl, &tables);
}

const struct bench classify_benches[] = {
	{ "forward-classify-acl", forward_classify_acl, NULL },
	{ "forward-classify-loop", forward_classify_loop, NULL },
	{ NULL, NULL, NULL },
};
