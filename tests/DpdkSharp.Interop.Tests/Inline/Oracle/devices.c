#include <rte_bbdev.h>
#include <rte_cryptodev.h>
#include <rte_dmadev.h>
#include <rte_event_crypto_adapter.h>
#include <rte_event_eth_tx_adapter.h>
#include <rte_event_ring.h>
#include <rte_event_timer_adapter.h>
#include <rte_eventdev.h>
#include <rte_ip_frag.h>
#include <rte_ipsec.h>
#include <rte_ipsec_group.h>
#include <rte_regexdev.h>
#include <rte_reorder.h>
#include <rte_security.h>
#include "export.h"

EXPORT(uint16_t, rte_cryptodev_enqueue_burst, (uint8_t d, uint16_t q, struct rte_crypto_op **o, uint16_t n), (d, q, o, n))
EXPORT(uint16_t, rte_cryptodev_dequeue_burst, (uint8_t d, uint16_t q, struct rte_crypto_op **o, uint16_t n), (d, q, o, n))
EXPORT(struct rte_crypto_op *, rte_crypto_op_alloc, (struct rte_mempool *p, enum rte_crypto_op_type t), (p, t))
EXPORT(struct rte_crypto_op *, rte_crypto_sym_op_alloc_from_mbuf_priv_data, (struct rte_mbuf *m), (m))
EXPORT(struct rte_crypto_sym_xform *, rte_crypto_op_sym_xforms_alloc, (struct rte_crypto_op *o, uint8_t n), (o, n))
EXPORT(int, rte_crypto_op_attach_sym_session, (struct rte_crypto_op *o, void *s), (o, s))
EXPORT(int, rte_crypto_op_attach_asym_session, (struct rte_crypto_op *o, void *s), (o, s))
EXPORT(int, rte_security_attach_session, (struct rte_crypto_op *o, void *s), (o, s))
EXPORT(int, rte_security_set_pkt_metadata, (void *c, void *s, struct rte_mbuf *m, void *p), (c, s, m, p))
EXPORT(bool, rte_security_dynfield_is_registered, (void), ())
EXPORT(void *, rte_security_dynfield, (struct rte_mbuf *m), (m))

/* Every call of a device's fast path, by its number, with the same arguments for all. */
int o_dma(int call, int16_t d, uint16_t v, void *a, void *b, uint16_t n, uint64_t x)
{
    switch (call) {
    case 0: return rte_dma_copy(d, v, (uintptr_t)a, (uintptr_t)b, n, x);
    case 1: return rte_dma_copy_sg(d, v, a, b, n, n + 1, x);
    case 2: return rte_dma_fill(d, v, x, (uintptr_t)b, n, x + 1);
    case 3: return rte_dma_submit(d, v);
    case 4: return rte_dma_completed(d, v, n, a, b);
    case 5: return rte_dma_completed_status(d, v, n, a, b);
    default: return rte_dma_burst_capacity(d, v);
    }
}

int o_event(int call, uint8_t d, uint8_t p, void *e, uint16_t n, uint64_t x)
{
    switch (call) {
    case 0: return rte_event_enqueue_burst(d, p, e, n);
    case 1: return rte_event_enqueue_new_burst(d, p, e, n);
    case 2: return rte_event_enqueue_forward_burst(d, p, e, n);
    case 3: return rte_event_dequeue_burst(d, p, e, n, x);
    case 4: return rte_event_maintain(d, p, (int)x);
    case 5: return rte_event_crypto_adapter_enqueue(d, p, e, n);
    case 6: return rte_event_eth_tx_adapter_enqueue(d, p, e, n, 0);
    default: return rte_event_eth_tx_adapter_enqueue(d, p, e, n, 1);
    }
}

int o_timer(int call, const struct rte_event_timer_adapter *a, struct rte_event_timer **t, uint16_t n, uint64_t x)
{
    switch (call) {
    case 0: return rte_event_timer_arm_burst(a, t, n);
    case 1: return rte_event_timer_arm_tmo_tick_burst(a, t, x, n);
    default: return rte_event_timer_cancel_burst(a, t, n);
    }
}

int o_bbdev(int call, uint16_t d, uint16_t q, void *o, uint16_t n)
{
    switch (call) {
    case 0: return rte_bbdev_enqueue_enc_ops(d, q, o, n);
    case 1: return rte_bbdev_dequeue_enc_ops(d, q, o, n);
    case 2: return rte_bbdev_enqueue_dec_ops(d, q, o, n);
    case 3: return rte_bbdev_dequeue_dec_ops(d, q, o, n);
    case 4: return rte_bbdev_enqueue_ldpc_enc_ops(d, q, o, n);
    case 5: return rte_bbdev_dequeue_ldpc_enc_ops(d, q, o, n);
    case 6: return rte_bbdev_enqueue_ldpc_dec_ops(d, q, o, n);
    case 7: return rte_bbdev_dequeue_ldpc_dec_ops(d, q, o, n);
    case 8: return rte_bbdev_enqueue_fft_ops(d, q, o, n);
    default: return rte_bbdev_dequeue_fft_ops(d, q, o, n);
    }
}

EXPORT(uint16_t, rte_regexdev_enqueue_burst, (uint8_t d, uint16_t q, struct rte_regex_ops **o, uint16_t n), (d, q, o, n))
EXPORT(uint16_t, rte_regexdev_dequeue_burst, (uint8_t d, uint16_t q, struct rte_regex_ops **o, uint16_t n), (d, q, o, n))
EXPORT(uint16_t, rte_ipsec_pkt_crypto_prepare, (const struct rte_ipsec_session *s, struct rte_mbuf **m, struct rte_crypto_op **c, uint16_t n), (s, m, c, n))
EXPORT(uint16_t, rte_ipsec_pkt_cpu_prepare, (const struct rte_ipsec_session *s, struct rte_mbuf **m, uint16_t n), (s, m, n))
EXPORT(uint16_t, rte_ipsec_pkt_process, (const struct rte_ipsec_session *s, struct rte_mbuf **m, uint16_t n), (s, m, n))
EXPORT(void *, rte_ipsec_ses_from_crypto, (const struct rte_crypto_op *c), (c))
EXPORT(void *, rte_ipv6_frag_get_ipv6_fragment_header, (struct rte_ipv6_hdr *h), (h))
EXPORT(int, rte_ipv4_frag_pkt_is_fragmented, (const struct rte_ipv4_hdr *h), (h))
EXPORT(void *, rte_reorder_seqn, (struct rte_mbuf *m), (m))
EXPORT(unsigned, rte_event_ring_enqueue_burst, (struct rte_event_ring *r, const struct rte_event *e, unsigned n, uint16_t *f), (r, e, n, f))
EXPORT(unsigned, rte_event_ring_dequeue_burst, (struct rte_event_ring *r, struct rte_event *e, unsigned n, uint16_t *a), (r, e, n, a))
