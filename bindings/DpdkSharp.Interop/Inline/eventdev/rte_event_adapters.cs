using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// The fast path of the adapters' headers: crypto, Ethernet transmission, timer, vector.
public static unsafe partial class Dpdk
{
    /// <summary>Hands crypto operations, as events, straight to a crypto device; answers how many were taken.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_event_crypto_adapter_enqueue(byte dev_id, byte port_id, rte_event* ev, ushort nb_events)
    {
        rte_event_fp_ops* device = EventFastPath.Device(dev_id);
        return device->ca_enqueue(device->data[port_id], ev, nb_events);
    }

    /// <summary>Hands packets, as events, straight to Ethernet devices; flags that all go to one queue. Answers how many were taken.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_event_eth_tx_adapter_enqueue(byte dev_id, byte port_id, rte_event* ev, ushort nb_events, byte flags)
    {
        rte_event_fp_ops* device = EventFastPath.Device(dev_id);
        void* port = device->data[port_id];
        return flags != 0 ? device->txa_enqueue_same_dest(port, ev, nb_events) : device->txa_enqueue(port, ev, nb_events);
    }

    /// <summary>The queue that the adapter is to send the packet on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_event_eth_tx_adapter_txq_set(rte_mbuf* pkt, ushort queue) => pkt->hash.txadapter.txq = queue;

    /// <inheritdoc cref="rte_event_eth_tx_adapter_txq_set"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_event_eth_tx_adapter_txq_get(rte_mbuf* pkt) => pkt->hash.txadapter.txq;

    /// <summary>Starts timers; answers how many, from the first on. <c>rte_errno</c> says why not all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_event_timer_arm_burst(rte_event_timer_adapter* adapter, rte_event_timer** evtims, ushort nb_evtims) =>
        adapter->arm_burst(adapter, evtims, nb_evtims);

    /// <summary>As <see cref="rte_event_timer_arm_burst"/>, all with the same time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_event_timer_arm_tmo_tick_burst(
        rte_event_timer_adapter* adapter, rte_event_timer** evtims, ulong timeout_ticks, ushort nb_evtims) =>
        adapter->arm_tmo_tick_burst(adapter, evtims, timeout_ticks, nb_evtims);

    /// <summary>Stops timers; answers how many, from the first on. <c>rte_errno</c> says why not all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_event_timer_cancel_burst(rte_event_timer_adapter* adapter, rte_event_timer** evtims, ushort nb_evtims) =>
        adapter->cancel_burst(adapter, evtims, nb_evtims);
}
