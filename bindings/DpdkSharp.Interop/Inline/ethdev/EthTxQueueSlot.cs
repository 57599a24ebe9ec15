using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

/// <summary>One transmit queue's places in <c>rte_eth_fp_ops</c>, worked out once; see <see cref="EthRxQueueSlot"/>.</summary>
public unsafe struct EthTxQueueSlot
{
    // Not readonly: Retire changes it, and the queue.
    private delegate* unmanaged<void*, rte_mbuf**, ushort, ushort>* _burst;
    private readonly rte_ethdev_qdata* _queues;
    private readonly ushort _port;
    private ushort _queue;

    /// <summary>Finds the places of a queue. The port need not exist yet.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than DPDK's largest port or queue id.</exception>
    public EthTxQueueSlot(ushort portId, ushort queueId)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(portId, Dpdk.RTE_MAX_ETHPORTS);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(queueId, Dpdk.RTE_MAX_QUEUES_PER_PORT);
        byte* ops = EthFastPath.Table + (portId * EthFastPath.Stride);
        _burst = (delegate* unmanaged<void*, rte_mbuf**, ushort, ushort>*)(ops + EthFastPath.TxBurst);
        _queues = (rte_ethdev_qdata*)(ops + EthFastPath.TxQueues);
        _port = portId;
        _queue = queueId;
    }

    public readonly ushort PortId => _port;

    public readonly ushort QueueId => _queue;

    /// <summary>As <see cref="Dpdk.rte_eth_tx_burst"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ushort Burst(rte_mbuf** packets, ushort count)
    {
        nuint queue = _queue;
        return ((void**)_queues->clbk)[queue] != null
            ? EthFastPath.SendWithCallbacks(_port, _queue, packets, count)
            : (*_burst)(((void**)_queues->data)[queue], packets, count);
    }

    /// <summary>As <see cref="Dpdk.rte_eth_tx_prepare"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ushort Prepare(rte_mbuf** packets, ushort count) => Dpdk.rte_eth_tx_prepare(_port, _queue, packets, count);

    /// <summary>
    /// From now on the slot takes no packets: the queue is no more, and its number may be another one's. A thread that polls meanwhile is either before this or
    /// after it: each of the two writes is harmless by itself.
    /// </summary>
    public void Retire()
    {
        _burst = EthFastPath.Nothing;
        // No queue has callbacks there.
        _queue = (ushort)(Dpdk.RTE_MAX_QUEUES_PER_PORT - 1);
    }
}
