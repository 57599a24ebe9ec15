using System.Runtime.CompilerServices;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>A transmit queue of a device. It is used by one thread at a time, unless the device offers <see cref="TxOffloads.MultiThreadLockFree"/>.</summary>
public sealed unsafe class TxQueue
{
    private EthTxQueueSlot _slot;

    internal TxQueue(EthDev device, int index)
    {
        Device = device;
        Index = index;
        _slot = new EthTxQueueSlot((ushort)device.PortId, (ushort)index);
        LedgerOwner = CheckedMode.IsEnabled ? LedgerOwners.Register(ToString()) : 0;
    }

    /// <summary>The device.</summary>
    public EthDev Device { get; }

    /// <summary>Its number, from 0.</summary>
    public int Index { get; }

    /// <summary>
    /// Sends packets of a burst, first ones first (<c>rte_eth_tx_burst</c>). What the device accepts is the device's; what it does not
    /// accept stays in the burst, to be sent again, or freed with the burst. Never waits.
    /// </summary>
    /// <param name="burst">The packets.</param>
    /// <returns>How many were accepted.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Send(PacketBurst burst)
    {
        if (CheckedMode.IsEnabled)
        {
            return PacketLedger.Send(this, in _slot, burst);
        }
        fixed (Mbuf* packets = &burst.First)
        {
            int sent = Burst((rte_mbuf**)packets, burst.Count);
            burst.RemoveFirst(sent);
            return sent;
        }
    }

    /// <summary>
    /// Checks and readies packets for the offloads that they ask for (<c>rte_eth_tx_prepare</c>). Call it before <see cref="Send"/> when
    /// packets ask for checksums or segmentation.
    /// </summary>
    /// <param name="burst">The packets.</param>
    /// <returns>How many, from the first on, are ready; the next one, if any, cannot be sent as it is (<c>rte_errno</c> says why).</returns>
    public int Prepare(PacketBurst burst)
    {
        if (CheckedMode.IsEnabled)
        {
            PacketLedger.Prepare(this, burst);
        }
        fixed (Mbuf* packets = &burst.First)
        {
            return rte_eth_tx_prepare((ushort)Device.PortId, (ushort)Index, (rte_mbuf**)packets, (ushort)burst.Count);
        }
    }

    /// <summary>Frees packets that the device has sent and still holds (<c>rte_eth_tx_done_cleanup</c>).</summary>
    /// <param name="count">How many at the most; 0 for all.</param>
    /// <returns>How many were freed; null where the driver cannot.</returns>
    public int? FreeSent(int count = 0) => rte_eth_tx_done_cleanup((ushort)Device.PortId, (ushort)Index, (uint)count) is >= 0 and int freed ? freed : null;

    /// <summary>Makes a buffer that collects single packets and sends them as bursts.</summary>
    /// <param name="capacity">How many packets make a burst, 1 to 65,535.</param>
    /// <returns>The buffer; dispose of it when done.</returns>
    public TxBuffer CreateBuffer(int capacity = 32) => new(this, capacity);

    /// <summary>Its number in the ledger of the checked mode.</summary>
    internal int LedgerOwner { get; }

    /// <summary>The device is closed, or has other queues from now on.</summary>
    internal void Retire() => _slot.Retire();

    /// <inheritdoc/>
    public override string ToString() => $"TX queue {Index:D} of {Device}";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int Burst(rte_mbuf** packets, int count) => _slot.Burst(packets, (ushort)count);
}
