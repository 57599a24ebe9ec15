using System.Runtime.InteropServices;
using DpdkSharp.Interop.Tests.Inline;

namespace DpdkSharp.Interop.Tests.Shim.Devices;

/// <summary>An Ethernet port: with a program's callbacks on some queues, and without what drivers need not have.</summary>
internal sealed unsafe class EthTable : FakeTable
{
    private readonly rte_eth_fp_ops* _port;
    private readonly void** _afterReceiving = Callbacks(FakeDevice.AfterReceiving);
    private readonly void** _beforeSending = Callbacks(FakeDevice.BeforeSending);
    private readonly void** _receiveLists = (void**)NativeMemory.AllocZeroed(QueueCount, (nuint)sizeof(void*));
    private readonly void** _sendLists = (void**)NativeMemory.AllocZeroed(QueueCount, (nuint)sizeof(void*));

    internal EthTable(ushort port)
        : base((byte*)Dpdk.rte_eth_fp_ops_ + (port * rte_eth_fp_ops.SizeOf), rte_eth_fp_ops.SizeOf)
    {
        _port = (rte_eth_fp_ops*)((byte*)Dpdk.rte_eth_fp_ops_ + (port * rte_eth_fp_ops.SizeOf));
        _port->rxq.data = Queues;
        _port->txq.data = Queues;
        _port->rxq.clbk = _receiveLists;
        _port->txq.clbk = _sendLists;
        _port->rx_pkt_burst = (delegate* unmanaged<void*, rte_mbuf**, ushort, ushort>)FakeDevice.Burst(0);
        _port->tx_pkt_burst = (delegate* unmanaged<void*, rte_mbuf**, ushort, ushort>)FakeDevice.Burst(1);
    }

    internal override void Vary(Random random)
    {
        base.Vary(random);
        for (int i = 0; i < QueueCount; i++)
        {
            // None, one, or two, each of which is handed what the one before left.
            int callbacks = random.Next(3);
            _receiveLists[i] = callbacks == 0 ? null : _afterReceiving + (callbacks == 1 ? 3 : 0);
            callbacks = random.Next(3);
            _sendLists[i] = callbacks == 0 ? null : _beforeSending + (callbacks == 1 ? 3 : 0);
        }

        // From some version on there is a function in every place.
        bool all = LoadedDpdk.Is("25.11");
        bool Has() => all || random.Next(4) != 0;
        _port->tx_pkt_prepare = LoadedDpdk.Is("22.11") && random.Next(4) == 0 ? null : (delegate* unmanaged<void*, rte_mbuf**, ushort, ushort>)FakeDevice.Burst(2);
        _port->rx_queue_count = Has() ? FakeDevice.Count(0) : null;
        _port->rx_descriptor_status = Has() ? FakeDevice.Status(0) : null;
        _port->tx_descriptor_status = Has() ? FakeDevice.Status(1) : null;
        if (!LoadedDpdk.Is("22.11"))
        {
            _port->tx_queue_count = Has() ? FakeDevice.Count(1) : null;
            _port->recycle_tx_mbufs_reuse = Has() ? (delegate* unmanaged<void*, rte_eth_recycle_rxq_info*, ushort>)FakeDevice.Reuse : null;
            _port->recycle_rx_descriptors_refill = Has() ? FakeDevice.Refill : null;
        }
    }

    public override void Dispose()
    {
        base.Dispose();
        NativeMemory.Free(_afterReceiving);
        NativeMemory.Free(_beforeSending);
        NativeMemory.Free(_receiveLists);
        NativeMemory.Free(_sendLists);
    }

    // Two, the first of which leads to the second, as the library keeps them: the next one, the function, its argument.
    private static void** Callbacks(void* function)
    {
        void** two = (void**)NativeMemory.Alloc(6, (nuint)sizeof(void*));
        two[0] = two + 3;
        two[3] = null;
        two[1] = two[4] = function;
        two[2] = (void*)1111;
        two[5] = (void*)2222;
        return two;
    }
}
