using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>The header lengths that a device needs for transmit offloads (<c>rte_mbuf_tx_offload</c>), as one 64-bit word.</summary>
/// <param name="Value">The word as the mbuf holds it.</param>
public readonly record struct MbufTxOffload(ulong Value)
{
    /// <summary>Makes the word of its parts.</summary>
    /// <param name="l2Length">Ethernet and VLAN headers, 0 to 127 bytes.</param>
    /// <param name="l3Length">IP header with options, 0 to 511 bytes.</param>
    /// <param name="l4Length">TCP header with options, 0 to 255 bytes; only for segmentation.</param>
    /// <param name="segmentSize">Payload of each segment, 0 to 65,535 bytes; only for segmentation.</param>
    /// <param name="outerL3Length">The tunnel's IP header, 0 to 511 bytes.</param>
    /// <param name="outerL2Length">The tunnel's Ethernet header, 0 to 127 bytes.</param>
    /// <returns>The word.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A length does not fit its bits.</exception>
    public static MbufTxOffload Create(int l2Length, int l3Length, int l4Length = 0, int segmentSize = 0, int outerL3Length = 0, int outerL2Length = 0) => new(
        Part(l2Length, 7, RTE_MBUF_L2_LEN_OFS, nameof(l2Length))
        | Part(l3Length, 9, RTE_MBUF_L3_LEN_OFS, nameof(l3Length))
        | Part(l4Length, 8, RTE_MBUF_L4_LEN_OFS, nameof(l4Length))
        | Part(segmentSize, 16, RTE_MBUF_TSO_SEGSZ_OFS, nameof(segmentSize))
        | Part(outerL3Length, 9, RTE_MBUF_OUTL3_LEN_OFS, nameof(outerL3Length))
        | Part(outerL2Length, 7, RTE_MBUF_OUTL2_LEN_OFS, nameof(outerL2Length)));

    private static ulong Part(int value, int bits, uint offset, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(value, 1 << bits, name);
        return (ulong)value << (int)offset;
    }
}
