using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DpdkSharp.Interop;

/// <summary>
/// Where the fields of <c>rte_eth_fp_ops</c> are in the DPDK that is loaded: up to 22.11 each half begins with the burst function,
/// later with the queue table. Constants to the JIT once this class is initialised.
/// </summary>
internal static unsafe class EthFastPath
{
    internal static readonly byte* Table = (byte*)Dpdk.rte_eth_fp_ops_;
    internal static readonly nuint Stride = (nuint)rte_eth_fp_ops.SizeOf;
    internal static readonly nuint RxQueues = OffsetOf(Field.RxQueues);
    internal static readonly nuint RxBurst = OffsetOf(Field.RxBurst);
    // It follows the burst function in all of them; the record has it under two names, as its result changed from unsigned to signed.
    internal static readonly nuint RxQueueCount = RxBurst + (nuint)sizeof(nuint);
    internal static readonly nuint RxDescriptorStatus = OffsetOf(Field.RxDescriptorStatus);
    internal static readonly nuint TxQueues = OffsetOf(Field.TxQueues);
    internal static readonly nuint TxBurst = OffsetOf(Field.TxBurst);
    internal static readonly nuint TxPrepare = OffsetOf(Field.TxPrepare);
    internal static readonly nuint TxDescriptorStatus = OffsetOf(Field.TxDescriptorStatus);

    /// <summary>Holds a burst function that does nothing, as DPDK's own for a port that is stopped; for queues that are no more.</summary>
    internal static readonly delegate* unmanaged<void*, rte_mbuf**, ushort, ushort>* Nothing = AllocateNothing();

    // Few queues have callbacks. Methods of their own, so that their calls take no registers from the loop around the usual case.
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ushort ReceiveWithCallbacks(ushort port, ushort queue, rte_mbuf** packets, ushort count)
    {
        byte* ops = Table + (port * Stride);
        var queues = (rte_ethdev_qdata*)(ops + RxQueues);
        ushort received = (*(delegate* unmanaged<void*, rte_mbuf**, ushort, ushort>*)(ops + RxBurst))(((void**)queues->data)[queue], packets, count);
        void* callback = ((void**)queues->clbk)[queue];
        return callback == null ? received : Dpdk.rte_eth_call_rx_callbacks(port, queue, packets, received, count, callback);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ushort SendWithCallbacks(ushort port, ushort queue, rte_mbuf** packets, ushort count)
    {
        byte* ops = Table + (port * Stride);
        var queues = (rte_ethdev_qdata*)(ops + TxQueues);
        void* callback = ((void**)queues->clbk)[queue];
        if (callback != null)
        {
            count = Dpdk.rte_eth_call_tx_callbacks(port, queue, packets, count, callback);
        }

        return (*(delegate* unmanaged<void*, rte_mbuf**, ushort, ushort>*)(ops + TxBurst))(((void**)queues->data)[queue], packets, count);
    }

    private enum Field
    {
        RxQueues,
        RxBurst,
        RxDescriptorStatus,
        TxQueues,
        TxBurst,
        TxPrepare,
        TxDescriptorStatus,
    }

    // Never freed: a queue may be polled for as long as the process lives.
    private static delegate* unmanaged<void*, rte_mbuf**, ushort, ushort>* AllocateNothing()
    {
        var place = (delegate* unmanaged<void*, rte_mbuf**, ushort, ushort>*)NativeMemory.Alloc((nuint)sizeof(nint));
        *place = &DoNothing;
        return place;
    }

    [UnmanagedCallersOnly]
    private static ushort DoNothing(void* queue, rte_mbuf** packets, ushort count) => 0;

    private static nuint OffsetOf(Field field)
    {
        var ops = (rte_eth_fp_ops*)Dpdk.rte_eth_fp_ops_;
        return (nuint)(Address(ops, field) - (byte*)ops);
    }

    private static byte* Address(rte_eth_fp_ops* ops, Field field)
    {
        // The members are references into native memory, which does not move: an address outlives its fixed statement.
        switch (field)
        {
            case Field.RxQueues:
                fixed (void* p = &ops->rxq)
                {
                    return (byte*)p;
                }

            case Field.RxBurst:
                fixed (void* p = &ops->rx_pkt_burst)
                {
                    return (byte*)p;
                }

            case Field.RxDescriptorStatus:
                fixed (void* p = &ops->rx_descriptor_status)
                {
                    return (byte*)p;
                }

            case Field.TxQueues:
                fixed (void* p = &ops->txq)
                {
                    return (byte*)p;
                }

            case Field.TxBurst:
                fixed (void* p = &ops->tx_pkt_burst)
                {
                    return (byte*)p;
                }

            case Field.TxPrepare:
                fixed (void* p = &ops->tx_pkt_prepare)
                {
                    return (byte*)p;
                }

            default:
                fixed (void* p = &ops->tx_descriptor_status)
                {
                    return (byte*)p;
                }
        }
    }
}
