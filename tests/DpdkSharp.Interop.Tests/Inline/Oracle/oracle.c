/* The inline functions of the installed headers, exported, for comparison with the C# ones. */
#include <rte_bitops.h>
#include <rte_byteorder.h>
#include <rte_common.h>
#include <rte_ethdev.h>
#include <rte_ether.h>
#include <rte_ip.h>
#include <rte_mbuf.h>
#include <rte_mempool.h>
#include <rte_ring.h>
#include <rte_ring_peek.h>
#include <rte_ring_peek_zc.h>

uint16_t o_bswap16(uint16_t x) { return rte_bswap16(x); }
uint32_t o_bswap32(uint32_t x) { return rte_bswap32(x); }
uint64_t o_bswap64(uint64_t x) { return rte_bswap64(x); }
uint16_t o_cpu_to_be_16(uint16_t x) { return rte_cpu_to_be_16(x); }
uint32_t o_cpu_to_be_32(uint32_t x) { return rte_cpu_to_be_32(x); }
uint64_t o_cpu_to_be_64(uint64_t x) { return rte_cpu_to_be_64(x); }
uint64_t o_cpu_to_le_64(uint64_t x) { return rte_cpu_to_le_64(x); }

uint64_t o_align_ceil(uint64_t v, uint64_t a) { return RTE_ALIGN_CEIL(v, a); }
uint64_t o_align_floor(uint64_t v, uint64_t a) { return RTE_ALIGN_FLOOR(v, a); }
uint64_t o_align_mul_ceil(uint64_t v, uint64_t a) { return RTE_ALIGN_MUL_CEIL(v, a); }
uint64_t o_align_mul_floor(uint64_t v, uint64_t a) { return RTE_ALIGN_MUL_FLOOR(v, a); }
uint64_t o_align_mul_near(uint64_t v, uint64_t a) { return RTE_ALIGN_MUL_NEAR(v, a); }
uint16_t o_align_ceil16(uint16_t v, int a) { return RTE_ALIGN_CEIL(v, a); }

/* One bit for each question about an address, in the order of the header. */
int o_ether_kind(const struct rte_ether_addr *a)
{
    return (rte_is_zero_ether_addr(a) ? 1 : 0) | (rte_is_unicast_ether_addr(a) ? 2 : 0) | (rte_is_multicast_ether_addr(a) ? 4 : 0)
        | (rte_is_broadcast_ether_addr(a) ? 8 : 0) | (rte_is_universal_ether_addr(a) ? 16 : 0)
        | (rte_is_local_admin_ether_addr(a) ? 32 : 0) | (rte_is_valid_assigned_ether_addr(a) ? 64 : 0);
}

void *o_ext_shinfo_init(void *b, uint16_t *len, void *cb, void *opaque) { return rte_pktmbuf_ext_shinfo_init_helper(b, len, (rte_mbuf_extbuf_free_callback_t)cb, opaque); }

int o_errno(void) { return rte_errno; }
void o_set_errno(int e) { rte_errno = e; }
