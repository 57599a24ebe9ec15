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
