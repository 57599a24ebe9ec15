using System.Runtime.CompilerServices;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>A receive queue of a device. It is polled by one thread at a time.</summary>
public sealed unsafe class RxQueue
{
    private EthRxQueueSlot _slot;

    internal RxQueue(EthDev device, int index)
    {
        Device = device;
        Index = index;
        _slot = new EthRxQueueSlot((ushort)device.PortId, (ushort)index);
        LedgerOwner = CheckedMode.IsEnabled ? LedgerOwners.Register(ToString()) : 0;
    }

    /// <summary>The device.</summary>
    public EthDev Device { get; }

    /// <summary>Its number, from 0.</summary>
    public int Index { get; }

    /// <summary>How many received packets wait in it (<c>rte_eth_rx_queue_count</c>); null where the driver cannot tell.</summary>
    public int? PendingCount => rte_eth_rx_queue_count((ushort)Device.PortId, (ushort)Index) is >= 0 and int count ? count : null;

    /// <summary>
    /// Receives packets into a burst, as many as there are and it has room for (<c>rte_eth_rx_burst</c>). Never waits. A device that
    /// is stopped gives none.
    /// </summary>
    /// <param name="burst">Where they go, behind those it holds already.</param>
    /// <returns>How many were received.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Receive(PacketBurst burst)
    {
        if (CheckedMode.IsEnabled)
        {
            return PacketLedger.Receive(this, in _slot, burst);
        }
        if (!burst.IsEmpty)
        {
            return ReceiveMore(burst);
        }
        // The usual case does not calculate with a number that the last call has left in memory: so two calls can overlap in the CPU.
        fixed (Mbuf* packets = &burst.First)
        {
            int received = _slot.Burst((rte_mbuf**)packets, (ushort)burst.Capacity);
            burst.SetCount(received);
            return received;
        }
    }

    /// <summary>Its number in the ledger of the checked mode.</summary>
    internal int LedgerOwner { get; }

    /// <summary>The device is closed, or has other queues from now on.</summary>
    internal void Retire() => _slot.Retire();

    /// <inheritdoc/>
    public override string ToString() => $"RX queue {Index:D} of {Device}";

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int ReceiveMore(PacketBurst burst)
    {
        fixed (Mbuf* packets = &burst.FirstFree)
        {
            int received = _slot.Burst((rte_mbuf**)packets, (ushort)burst.FreeCount);
            burst.Commit(received);
            return received;
        }
    }
}
