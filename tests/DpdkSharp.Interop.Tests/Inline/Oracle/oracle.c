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

uint32_t o_combine32(uint32_t x) { return rte_combine32ms1b(x); }
uint64_t o_combine64(uint64_t x) { return rte_combine64ms1b(x); }
uint32_t o_align32pow2(uint32_t x) { return rte_align32pow2(x); }
uint32_t o_align32prevpow2(uint32_t x) { return rte_align32prevpow2(x); }
uint64_t o_align64pow2(uint64_t x) { return rte_align64pow2(x); }
uint64_t o_align64prevpow2(uint64_t x) { return rte_align64prevpow2(x); }
int o_is_power_of_2(uint32_t x) { return rte_is_power_of_2(x); }
uint32_t o_log2_u32(uint32_t x) { return rte_log2_u32(x); }
uint32_t o_log2_u64(uint64_t x) { return rte_log2_u64(x); }
uint32_t o_fls_u32(uint32_t x) { return rte_fls_u32(x); }
uint32_t o_fls_u64(uint64_t x) { return rte_fls_u64(x); }
uint32_t o_bsf32(uint32_t x) { return rte_bsf32(x); }
uint32_t o_bsf64(uint64_t x) { return rte_bsf64(x); }
uint64_t o_align_ceil(uint64_t v, uint64_t a) { return RTE_ALIGN_CEIL(v, a); }
uint64_t o_align_floor(uint64_t v, uint64_t a) { return RTE_ALIGN_FLOOR(v, a); }
uint64_t o_align_mul_ceil(uint64_t v, uint64_t a) { return RTE_ALIGN_MUL_CEIL(v, a); }
uint64_t o_align_mul_floor(uint64_t v, uint64_t a) { return RTE_ALIGN_MUL_FLOOR(v, a); }
uint64_t o_align_mul_near(uint64_t v, uint64_t a) { return RTE_ALIGN_MUL_NEAR(v, a); }
uint16_t o_align_ceil16(uint16_t v, int a) { return RTE_ALIGN_CEIL(v, a); }

uint16_t o_raw_cksum(const void *b, size_t n) { return rte_raw_cksum(b, n); }
int o_raw_cksum_mbuf(const struct rte_mbuf *m, uint32_t off, uint32_t len, uint16_t *c) { return rte_raw_cksum_mbuf(m, off, len, c); }
uint16_t o_ipv4_cksum(const struct rte_ipv4_hdr *h) { return rte_ipv4_cksum(h); }
uint16_t o_ipv4_phdr_cksum(const struct rte_ipv4_hdr *h, uint64_t f) { return rte_ipv4_phdr_cksum(h, f); }
uint16_t o_ipv4_udptcp_cksum(const struct rte_ipv4_hdr *h, const void *l4) { return rte_ipv4_udptcp_cksum(h, l4); }
int o_ipv4_udptcp_cksum_verify(const struct rte_ipv4_hdr *h, const void *l4) { return rte_ipv4_udptcp_cksum_verify(h, l4); }
uint16_t o_ipv6_phdr_cksum(const struct rte_ipv6_hdr *h, uint64_t f) { return rte_ipv6_phdr_cksum(h, f); }
uint16_t o_ipv6_udptcp_cksum(const struct rte_ipv6_hdr *h, const void *l4) { return rte_ipv6_udptcp_cksum(h, l4); }
int o_ipv6_udptcp_cksum_verify(const struct rte_ipv6_hdr *h, const void *l4) { return rte_ipv6_udptcp_cksum_verify(h, l4); }
int o_ipv6_get_next_ext(const uint8_t *p, int proto, size_t *len) { return rte_ipv6_get_next_ext(p, proto, len); }

int o_same_ether(const struct rte_ether_addr *a, const struct rte_ether_addr *b) { return rte_is_same_ether_addr(a, b); }
/* One bit for each question about an address, in the order of the header. */
int o_ether_kind(const struct rte_ether_addr *a)
{
    return (rte_is_zero_ether_addr(a) ? 1 : 0) | (rte_is_unicast_ether_addr(a) ? 2 : 0) | (rte_is_multicast_ether_addr(a) ? 4 : 0)
        | (rte_is_broadcast_ether_addr(a) ? 8 : 0) | (rte_is_universal_ether_addr(a) ? 16 : 0)
        | (rte_is_local_admin_ether_addr(a) ? 32 : 0) | (rte_is_valid_assigned_ether_addr(a) ? 64 : 0);
}
int o_vlan_strip(struct rte_mbuf *m) { return rte_vlan_strip(m); }
int o_vlan_insert(struct rte_mbuf **m) { return rte_vlan_insert(m); }

unsigned o_ring_enqueue_bulk_elem(struct rte_ring *r, const void *t, unsigned e, unsigned n, unsigned *f) { return rte_ring_enqueue_bulk_elem(r, t, e, n, f); }
unsigned o_ring_enqueue_burst_elem(struct rte_ring *r, const void *t, unsigned e, unsigned n, unsigned *f) { return rte_ring_enqueue_burst_elem(r, t, e, n, f); }
unsigned o_ring_dequeue_bulk_elem(struct rte_ring *r, void *t, unsigned e, unsigned n, unsigned *f) { return rte_ring_dequeue_bulk_elem(r, t, e, n, f); }
unsigned o_ring_dequeue_burst_elem(struct rte_ring *r, void *t, unsigned e, unsigned n, unsigned *f) { return rte_ring_dequeue_burst_elem(r, t, e, n, f); }
unsigned o_ring_enqueue_burst_elem_start(struct rte_ring *r, unsigned n, unsigned *f) { return rte_ring_enqueue_burst_elem_start(r, n, f); }
void o_ring_enqueue_elem_finish(struct rte_ring *r, const void *t, unsigned e, unsigned n) { rte_ring_enqueue_elem_finish(r, t, e, n); }
unsigned o_ring_dequeue_burst_elem_start(struct rte_ring *r, void *t, unsigned e, unsigned n, unsigned *f) { return rte_ring_dequeue_burst_elem_start(r, t, e, n, f); }
void o_ring_dequeue_elem_finish(struct rte_ring *r, unsigned n) { rte_ring_dequeue_elem_finish(r, n); }
unsigned o_ring_enqueue_zc_burst_elem_start(struct rte_ring *r, unsigned e, unsigned n, struct rte_ring_zc_data *z, unsigned *f) { return rte_ring_enqueue_zc_burst_elem_start(r, e, n, z, f); }
void o_ring_enqueue_zc_elem_finish(struct rte_ring *r, unsigned n) { rte_ring_enqueue_zc_elem_finish(r, n); }
unsigned o_ring_dequeue_zc_burst_elem_start(struct rte_ring *r, unsigned e, unsigned n, struct rte_ring_zc_data *z, unsigned *f) { return rte_ring_dequeue_zc_burst_elem_start(r, e, n, z, f); }
void o_ring_dequeue_zc_elem_finish(struct rte_ring *r, unsigned n) { rte_ring_dequeue_zc_elem_finish(r, n); }
unsigned o_ring_count(const struct rte_ring *r) { return rte_ring_count(r); }

int o_mempool_generic_get(struct rte_mempool *mp, void **t, unsigned n, struct rte_mempool_cache *c) { return rte_mempool_generic_get(mp, t, n, c); }
void o_mempool_generic_put(struct rte_mempool *mp, void * const *t, unsigned n, struct rte_mempool_cache *c) { rte_mempool_generic_put(mp, t, n, c); }
void o_mempool_cache_flush(struct rte_mempool_cache *c, struct rte_mempool *mp) { rte_mempool_cache_flush(c, mp); }
void *o_mempool_get_priv(struct rte_mempool *mp) { return rte_mempool_get_priv(mp); }
uint64_t o_mempool_virt2iova(const void *o) { return rte_mempool_virt2iova(o); }

struct rte_mbuf *o_pktmbuf_alloc(struct rte_mempool *mp) { return rte_pktmbuf_alloc(mp); }
void o_pktmbuf_free(struct rte_mbuf *m) { rte_pktmbuf_free(m); }
void o_pktmbuf_reset(struct rte_mbuf *m) { rte_pktmbuf_reset(m); }
char *o_pktmbuf_prepend(struct rte_mbuf *m, uint16_t n) { return rte_pktmbuf_prepend(m, n); }
char *o_pktmbuf_append(struct rte_mbuf *m, uint16_t n) { return rte_pktmbuf_append(m, n); }
char *o_pktmbuf_adj(struct rte_mbuf *m, uint16_t n) { return rte_pktmbuf_adj(m, n); }
int o_pktmbuf_trim(struct rte_mbuf *m, uint16_t n) { return rte_pktmbuf_trim(m, n); }
int o_pktmbuf_chain(struct rte_mbuf *h, struct rte_mbuf *t) { return rte_pktmbuf_chain(h, t); }
void o_pktmbuf_attach(struct rte_mbuf *mi, struct rte_mbuf *m) { rte_pktmbuf_attach(mi, m); }
void o_pktmbuf_detach(struct rte_mbuf *m) { rte_pktmbuf_detach(m); }
uint16_t o_mbuf_refcnt_update(struct rte_mbuf *m, int16_t v) { return rte_mbuf_refcnt_update(m, v); }
int o_validate_tx_offload(const struct rte_mbuf *m) { return rte_validate_tx_offload(m); }
uint64_t o_mbuf_tx_offload(uint64_t a, uint64_t b, uint64_t c, uint64_t d, uint64_t e, uint64_t f, uint64_t g) { return rte_mbuf_tx_offload(a, b, c, d, e, f, g); }
const void *o_pktmbuf_read(const struct rte_mbuf *m, uint32_t off, uint32_t len, void *b) { return rte_pktmbuf_read(m, off, len, b); }
void *o_ext_shinfo_init(void *b, uint16_t *len, void *cb, void *opaque) { return rte_pktmbuf_ext_shinfo_init_helper(b, len, (rte_mbuf_extbuf_free_callback_t)cb, opaque); }

uint16_t o_rx_burst(uint16_t p, uint16_t q, struct rte_mbuf **m, uint16_t n) { return rte_eth_rx_burst(p, q, m, n); }
uint64_t o_rss_hf_refine(uint64_t f) { return rte_eth_rss_hf_refine(f); }
unsigned o_lcore_id(void) { return rte_lcore_id(); }
int o_errno(void) { return rte_errno; }
void o_set_errno(int e) { rte_errno = e; }
uint64_t o_rdtsc(void) { return rte_rdtsc(); }
