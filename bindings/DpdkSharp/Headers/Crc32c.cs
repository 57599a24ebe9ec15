using System.Runtime.CompilerServices;
using DpdkSharp.Interop;

namespace DpdkSharp.Headers;

/// <summary>CRC32c (Castagnoli), as SCTP and iSCSI use it; computed by the processor's own instruction where it has one.</summary>
public static class Crc32c
{
    /// <summary>Computes the CRC32c of some bytes.</summary>
    /// <param name="data">The bytes.</param>
    /// <returns>The CRC; that of the ASCII text "123456789" is 0xE3069283.</returns>
    public static uint Compute(ReadOnlySpan<byte> data) => Append(0, data);

    /// <summary>Continues a CRC32c over more bytes: that of a packet in segments is that of the segments in turn.</summary>
    /// <param name="crc">The CRC of all bytes before; 0 at the start.</param>
    /// <param name="data">The next bytes.</param>
    /// <returns>The CRC of all bytes so far.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe uint Append(uint crc, ReadOnlySpan<byte> data)
    {
        fixed (byte* bytes = data)
        {
            return ~Dpdk.rte_hash_crc(bytes, (uint)data.Length, ~crc);
        }
    }
}
