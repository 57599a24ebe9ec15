using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// As in C without the debug options, port and queue ids are not checked.
public static unsafe partial class Dpdk
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte* FastPathOps(ushort port_id) => EthFastPath.Table + (port_id * EthFastPath.Stride);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static rte_ethdev_qdata* RxQueues(byte* ops) => (rte_ethdev_qdata*)(ops + EthFastPath.RxQueues);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static rte_ethdev_qdata* TxQueues(byte* ops) => (rte_ethdev_qdata*)(ops + EthFastPath.TxQueues);

    /// <summary>Receives up to <paramref name="nb_pkts"/> packets, which are the caller's from then on; answers how many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_eth_rx_burst(ushort port_id, ushort queue_id, rte_mbuf** rx_pkts, ushort nb_pkts)
    {
        byte* ops = FastPathOps(port_id);
        rte_ethdev_qdata* queues = RxQueues(ops);
        // C looks for callbacks after the burst. Before it, nothing has to be kept over the call; one that is added meanwhile starts with the next burst.
        return ((void**)queues->clbk)[queue_id] != null
            ? EthFastPath.ReceiveWithCallbacks(port_id, queue_id, rx_pkts, nb_pkts)
            : (*(delegate* unmanaged<void*, rte_mbuf**, ushort, ushort>*)(ops + EthFastPath.RxBurst))(((void**)queues->data)[queue_id], rx_pkts, nb_pkts);
    }

    /// <summary>Sends; answers how many of the packets, from the first on, were taken. The others stay the caller's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_eth_tx_burst(ushort port_id, ushort queue_id, rte_mbuf** tx_pkts, ushort nb_pkts)
    {
        byte* ops = FastPathOps(port_id);
        rte_ethdev_qdata* queues = TxQueues(ops);
        return ((void**)queues->clbk)[queue_id] != null
            ? EthFastPath.SendWithCallbacks(port_id, queue_id, tx_pkts, nb_pkts)
            : (*(delegate* unmanaged<void*, rte_mbuf**, ushort, ushort>*)(ops + EthFastPath.TxBurst))(((void**)queues->data)[queue_id], tx_pkts, nb_pkts);
    }

    /// <summary>Lets the driver check and complete packets with offloads; answers how many from the first on may be sent. <c>rte_errno</c> says why not all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_eth_tx_prepare(ushort port_id, ushort queue_id, rte_mbuf** tx_pkts, ushort nb_pkts)
    {
        byte* ops = FastPathOps(port_id);
        var prepare = *(delegate* unmanaged<void*, rte_mbuf**, ushort, ushort>*)(ops + EthFastPath.TxPrepare);
        // Null in 22.11 for a driver that has nothing to prepare; later versions put a function there.
        return prepare == null ? nb_pkts : prepare(((void**)TxQueues(ops)->data)[queue_id], tx_pkts, nb_pkts);
    }

    /// <summary>Descriptors in use on the receive queue, or a negative error.</summary>
    public static int rte_eth_rx_queue_count(ushort port_id, ushort queue_id)
    {
        byte* ops = FastPathOps(port_id);
        // The result is unsigned in 22.11 and signed later: the same register.
        var count = *(delegate* unmanaged<void*, int>*)(ops + EthFastPath.RxQueueCount);
        return count == null ? -Errno.ENOTSUP : count(((void**)RxQueues(ops)->data)[queue_id]);
    }

    /// <summary>Descriptors in use on the transmit queue, or a negative error.</summary>
    /// <exception cref="DpdkNotSupportedException">The DPDK loaded is 22.11.</exception>
    [DpdkVersionsLike("25.11")]
    public static int rte_eth_tx_queue_count(ushort port_id, ushort queue_id)
    {
        var ops = (rte_eth_fp_ops*)FastPathOps(port_id);
        // Null in 24.11 for a driver that cannot tell; later versions put a function there.
        return ops->tx_queue_count == null ? -Errno.ENOTSUP : ops->tx_queue_count(((void**)TxQueues((byte*)ops)->data)[queue_id]);
    }

    /// <summary>Moves sent mbufs from a transmit queue straight into a receive queue's descriptors; answers how many.</summary>
    /// <exception cref="DpdkNotSupportedException">The DPDK loaded is 22.11.</exception>
    [DpdkVersionsLike("25.11")]
    public static ushort rte_eth_recycle_mbufs(
        ushort rx_port_id, ushort rx_queue_id, ushort tx_port_id, ushort tx_queue_id, rte_eth_recycle_rxq_info* recycle_rxq_info)
    {
        var from = (rte_eth_fp_ops*)FastPathOps(tx_port_id);
        var to = (rte_eth_fp_ops*)FastPathOps(rx_port_id);
        // Null in 24.11 for drivers that cannot; later versions put a function there.
        if (from->recycle_tx_mbufs_reuse == null || to->recycle_rx_descriptors_refill == null)
        {
            return 0;
        }

        ushort count = from->recycle_tx_mbufs_reuse(((void**)TxQueues((byte*)from)->data)[tx_queue_id], recycle_rxq_info);
        if (count != 0)
        {
            to->recycle_rx_descriptors_refill(((void**)RxQueues((byte*)to)->data)[rx_queue_id], count);
        }

        return count;
    }

    /// <summary>State of the descriptor <paramref name="offset"/> after the next to be received: <c>RTE_ETH_RX_DESC_*</c>, or a negative error.</summary>
    public static int rte_eth_rx_descriptor_status(ushort port_id, ushort queue_id, ushort offset)
    {
        byte* ops = FastPathOps(port_id);
        var status = *(delegate* unmanaged<void*, ushort, int>*)(ops + EthFastPath.RxDescriptorStatus);
        return status == null ? -Errno.ENOTSUP : status(((void**)RxQueues(ops)->data)[queue_id], offset);
    }

    /// <summary>State of the descriptor <paramref name="offset"/> after the next to be sent: <c>RTE_ETH_TX_DESC_*</c>, or a negative error.</summary>
    public static int rte_eth_tx_descriptor_status(ushort port_id, ushort queue_id, ushort offset)
    {
        byte* ops = FastPathOps(port_id);
        var status = *(delegate* unmanaged<void*, ushort, int>*)(ops + EthFastPath.TxDescriptorStatus);
        return status == null ? -Errno.ENOTSUP : status(((void**)TxQueues(ops)->data)[queue_id], offset);
    }

    /// <summary>Sends what the buffer holds; what the device does not take goes to the buffer's error callback. Answers how many were sent.</summary>
    public static ushort rte_eth_tx_buffer_flush(ushort port_id, ushort queue_id, rte_eth_dev_tx_buffer* buffer)
    {
        ushort length = buffer->length;
        if (length == 0)
        {
            return 0;
        }

        rte_mbuf** packets = (rte_mbuf**)buffer->pkts;
        ushort sent = rte_eth_tx_burst(port_id, queue_id, packets, length);
        buffer->length = 0;
        if (sent != length)
        {
            buffer->error_callback(packets + sent, (ushort)(length - sent), buffer->error_userdata);
        }

        return sent;
    }

    /// <summary>Adds a packet to the buffer and sends all when it is full. Answers how many were sent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_eth_tx_buffer(ushort port_id, ushort queue_id, rte_eth_dev_tx_buffer* buffer, rte_mbuf* tx_pkt)
    {
        ushort length = buffer->length;
        ((rte_mbuf**)buffer->pkts)[length++] = tx_pkt;
        buffer->length = length;
        return length < buffer->size ? (ushort)0 : rte_eth_tx_buffer_flush(port_id, queue_id, buffer);
    }

    /// <summary>Removes combinations that no device has: source-only together with destination-only means both.</summary>
    public static ulong rte_eth_rss_hf_refine(ulong rss_hf)
    {
        const ulong L3 = RTE_ETH_RSS_L3_SRC_ONLY | RTE_ETH_RSS_L3_DST_ONLY;
        const ulong L4 = RTE_ETH_RSS_L4_SRC_ONLY | RTE_ETH_RSS_L4_DST_ONLY;
        if ((rss_hf & L3) == L3)
        {
            rss_hf &= ~L3;
        }

        if ((rss_hf & L4) == L4)
        {
            rss_hf &= ~L4;
        }

        return rss_hf;
    }

    /// <summary><c>foreach (ushort port in RTE_ETH_FOREACH_DEV())</c>: the ports that nobody owns.</summary>
    public static rte_eth_port_sequence RTE_ETH_FOREACH_DEV() => new(RTE_ETH_DEV_NO_OWNER);

    /// <summary>The ports of that owner.</summary>
    public static rte_eth_port_sequence RTE_ETH_FOREACH_DEV_OWNED_BY(ulong o) => new(o);
}

/// <summary>What <c>RTE_ETH_FOREACH_DEV</c> walks. A struct with a struct enumerator: nothing is allocated.</summary>
public readonly struct rte_eth_port_sequence
{
    private readonly ulong _owner;

    internal rte_eth_port_sequence(ulong owner) => _owner = owner;

    public Enumerator GetEnumerator() => new(_owner);

    public struct Enumerator
    {
        private readonly ulong _owner;
        private int _next;

        internal Enumerator(ulong owner) => _owner = owner;

        public readonly ushort Current => (ushort)(_next - 1);

        public bool MoveNext()
        {
            ulong port = Dpdk.rte_eth_find_next_owned_by((ushort)_next, _owner);
            _next = (int)port + 1;
            return port < Dpdk.RTE_MAX_ETHPORTS;
        }
    }
}
