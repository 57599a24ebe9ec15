using System.Runtime.CompilerServices;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>
/// The time at which a device received a packet: a dynamic field and flag that drivers fill when
/// <c>RTE_ETH_RX_OFFLOAD_TIMESTAMP</c> is on (<c>rte_mbuf_dyn_rx_timestamp_register</c>).
/// </summary>
public readonly unsafe struct MbufTimestamp
{
    private readonly int _offset;
    private readonly ulong _flag;

    private MbufTimestamp(int offset, ulong flag)
    {
        _offset = offset;
        _flag = flag;
    }

    /// <summary>Registers the field and its flag, or finds them.</summary>
    /// <returns>What reads the time of a packet.</returns>
    /// <exception cref="DpdkException">No room is left in the mbuf.</exception>
    public static MbufTimestamp Register()
    {
        _ = Eal.Require();
        int offset;
        ulong flag;
        return rte_mbuf_dyn_rx_timestamp_register(&offset, &flag) == 0 ? new MbufTimestamp(offset, flag) : throw new DpdkException(
            "The mbuf's time stamp could not be registered", nameof(rte_mbuf_dyn_rx_timestamp_register), rte_errno, "Too many other fields are registered.");
    }

    /// <summary>Reads the time of a packet.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="timestamp">The time in the device's own units (nanoseconds for net_pcap); 0 when there is none.</param>
    /// <returns>Whether the device stamped the packet.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGet(Mbuf packet, out ulong timestamp)
    {
        rte_mbuf* mbuf = packet.Live;
        bool stamped = (mbuf->ol_flags & _flag) != 0;
        timestamp = stamped ? *(ulong*)((byte*)mbuf + _offset) : 0;
        return stamped;
    }

    /// <summary>Writes the time of a packet, and that it has one: for a program that takes the place of a device.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="timestamp">The time, in the units that the program's readers expect.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Set(Mbuf packet, ulong timestamp)
    {
        *(ulong*)((byte*)packet.Pointer + _offset) = timestamp;
        packet.Pointer->ol_flags |= _flag;
    }
}
