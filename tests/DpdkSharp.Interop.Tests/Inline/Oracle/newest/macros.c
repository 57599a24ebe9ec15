/* The function-like macros that C# has as methods, as functions. */
#define _GNU_SOURCE
#include <limits.h>
#include <stddef.h>
#include <sched.h>
#include <rte_acl.h>
#include <rte_bitops.h>
#include <rte_bitset.h>
#include <rte_bpf.h>
#include <rte_common.h>
#include <rte_ethdev.h>
#include <rte_graph_worker.h>
#include <rte_ip.h>
#include <rte_os.h>
#include <rte_pci.h>
#include <rte_ptr_compress.h>
#include <rte_version.h>
#include <rte_avp_common.h>
#include <rte_eventdev.h>
#include <rte_pmd_dlb2.h>
#include <rte_pmd_ixgbe.h>
#include <rte_pmd_dpaax_qdma.h>
#include <rte_rtm.h>

uint64_t m_genmask32(int high, int low) { return RTE_GENMASK32(high, low); }
uint64_t m_genmask64(int high, int low) { return RTE_GENMASK64(high, low); }
uint64_t m_field_get32(uint32_t mask, uint32_t reg) { return RTE_FIELD_GET32(mask, reg); }
uint64_t m_field_get64(uint64_t mask, uint64_t reg) { return RTE_FIELD_GET64(mask, reg); }
uint64_t m_masklen(uint32_t v, int s) { return RTE_ACL_MASKLEN_TO_BITMASK(v, s); }
uint64_t m_masklen64(uint64_t v, int s) { return RTE_ACL_MASKLEN_TO_BITMASK(v, s); }
uint64_t m_rule_sz(uint32_t n) { return RTE_ACL_RULE_SZ(n); }
uint64_t m_tx_buffer_size(uint32_t n) { return RTE_ETH_TX_BUFFER_SIZE(n); }
uint64_t m_bits_needed(uint64_t n) { return RTE_PTR_COMPRESS_BITS_NEEDED_FOR_POINTER_WITHIN_RANGE(n); }
uint64_t m_shift_from_alignment(uint64_t n) { return RTE_PTR_COMPRESS_BIT_SHIFT_FROM_ALIGNMENT(n); }
uint64_t m_can_compress(uint64_t n, uint64_t align) { return RTE_PTR_COMPRESS_CAN_COMPRESS_16_SHIFT(n, align) | RTE_PTR_COMPRESS_CAN_COMPRESS_32_SHIFT(n, align) << 1; }
/* One number in, one out: which macro, by a number. */
uint64_t m_of(int macro, uint64_t x)
{
	switch (macro) {
	case 0: return BPF_CLASS((int)x);
	case 1: return BPF_SIZE((int)x);
	case 2: return BPF_MODE((int)x);
	case 3: return BPF_OP((int)x);
	case 4: return BPF_SRC((int)x);
	case 5: return RTE_BPF_ARG_PTR_TYPE((uint32_t)x);
	case 6: return RTE_PCI_EXT_CAP_ID((uint32_t)x);
	case 7: return RTE_PCI_EXT_CAP_NEXT((uint32_t)x);
	case 8: return RTE_ETH_RSS_LEVEL(x);
	case 9: return RTE_XABORT_CODE((uint32_t)x);
	case 10: return RTE_SHIFT_VAL32((uint32_t)x, (int)(x & 31));
	case 11: return RTE_SHIFT_VAL64(x, (int)(x & 63));
	case 12: return RTE_IPV6_GET_MF((uint16_t)x);
	case 13: return RTE_IPV6_GET_FO((uint16_t)x);
	case 14: return (uint16_t)RTE_IPV6_SET_FRAG_DATA((uint16_t)x, (uint16_t)(x >> 16));
	case 15: return RTE_IPV4_HDR_OPT_COPIED((int)(uint8_t)x);
	case 16: return RTE_AVP_MAKE_VERSION((uint32_t)x, (uint32_t)(x >> 16), (uint32_t)(x >> 32));
	case 17: return RTE_AVP_GET_RELEASE_VERSION((uint32_t)x);
	case 18: return RTE_AVP_GET_MAJOR_VERSION((uint32_t)x);
	case 19: return RTE_AVP_GET_MINOR_VERSION((uint32_t)x);
	case 20: return RTE_AVP_STRIP_MINOR_VERSION((uint32_t)x);
	case 21: return RTE_PMD_IXGBE_BYPASS_MODE_VALID((int)(x % 12) - 2);
	case 22: return RTE_PMD_IXGBE_BYPASS_EVENT_VALID((int)(x % 12) - 2);
	case 23: return RTE_PMD_IXGBE_BYPASS_TMT_VALID((int)(x % 12) - 2);
	case 24: return RTE_DPAAX_QDMA_COPY_SUBMIT(x >> 8, x & 0xff);
	case 25: return RTE_VERSION_NUM((uint32_t)(x & 0xff), (uint32_t)((x >> 8) & 0xff), (uint32_t)((x >> 16) & 0xff), (uint32_t)((x >> 24) & 0xff));
	case 26: return RTE_GRAPH_SCHED_WQ_SIZE((uint32_t)(x & 0xffff));
	case 27: return RTE_ETH_HASH_ALGO_TO_CAPA(x % 32);
	default: return 0;
	}
}
/* The reserved bits of an event, after a value was set. */
uint64_t m_dlb2(uint64_t event, int value, int weight)
{
	struct rte_event e = { .event = event };

	if (weight)
		RTE_PMD_DLB2_SET_QE_WEIGHT(&e, value);
	else
		RTE_PMD_DLB2_SET_QID_DEPTH(&e, value);
	return e.event ^ ((uint64_t)RTE_PMD_DLB2_GET_QE_WEIGHT(&e) << 62) ^ ((uint64_t)RTE_PMD_DLB2_GET_QID_DEPTH(&e) << 60);
}
void m_cpu(int macro, cpu_set_t *dst, cpu_set_t *a, cpu_set_t *b)
{
	switch (macro) {
	case 0: RTE_CPU_AND(dst, a, b); break;
	case 1: RTE_CPU_OR(dst, a, b); break;
	case 2: RTE_CPU_NOT(dst, a); break;
	default: RTE_CPU_FILL(dst); break;
	}
}
void m_ipv6(int which, struct rte_ipv6_addr *to)
{
	static const struct rte_ipv6_addr all[] = {
		RTE_IPV6_MASK_FULL, RTE_IPV6_ADDR_UNSPEC, RTE_IPV6_ADDR_LOOPBACK, RTE_IPV6_ADDR_PREFIX_V4MAPPED,
		RTE_IPV6_ADDR_ALLNODES_IFACE_LOCAL, RTE_IPV6_ADDR_ALLNODES_LINK_LOCAL, RTE_IPV6_ADDR_ALLROUTERS_IFACE_LOCAL,
		RTE_IPV6_ADDR_ALLROUTERS_LINK_LOCAL, RTE_IPV6_ADDR_ALLROUTERS_SITE_LOCAL,
		RTE_IPV6(0x2001, 0xdb8, 0, 0x1234, 0x5678, 0x9abc, 0xdef0, 1),
	};
	*to = all[which];
}
/* The bits that a walk meets, as a number made of them and their order. */
uint64_t m_bitset(int walk, const uint64_t *set, size_t size, size_t start, size_t len)
{
	uint64_t h = 1;
	ssize_t i;

	switch (walk) {
	case 0: RTE_BITSET_FOREACH_SET(i, set, size) h = h * 31 + i; break;
	case 1: RTE_BITSET_FOREACH_CLEAR(i, set, size) h = h * 31 + i; break;
	case 2: RTE_BITSET_FOREACH_SET_RANGE(i, set, size, start, len) h = h * 31 + i; break;
	case 3: RTE_BITSET_FOREACH_CLEAR_RANGE(i, set, size, start, len) h = h * 31 + i; break;
	case 4: RTE_BITSET_FOREACH_SET_WRAP(i, set, size, start, len) h = h * 31 + i; break;
	default: RTE_BITSET_FOREACH_CLEAR_WRAP(i, set, size, start, len) h = h * 31 + i; break;
	}
	return h;
}
