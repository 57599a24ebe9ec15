using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DpdkSharp.Headers;

/// <summary>
/// The internet checksum (RFC 1071) of IPv4, TCP, UDP, ICMP and GRE, and its incremental update (RFC 1624). Checksums are in host byte
/// order, as the headers' <c>Checksum</c> properties have them.
/// </summary>
public static class InternetChecksum
{
    /// <summary>Computes the checksum of some bytes (<c>rte_raw_cksum</c>, complemented). A checksum field among them must be zero.</summary>
    /// <param name="data">The bytes, of any length and at any address; an odd one out counts as if a zero followed.</param>
    /// <returns>The checksum, for a header's <c>Checksum</c>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Compute(ReadOnlySpan<byte> data) => Finish(Sum(data));

    /// <summary>Whether some bytes, the checksum among them, have the right checksum.</summary>
    /// <param name="data">The bytes, with the checksum at an even place.</param>
    /// <returns>Whether the sum is right. No bytes at all are not right.</returns>
    public static bool IsValid(ReadOnlySpan<byte> data) => Fold(Sum(data)) == 0xFFFF;

    /// <summary>Adjusts a checksum to the change of one 16-bit word that it covers.</summary>
    /// <param name="checksum">The checksum before.</param>
    /// <param name="oldValue">The word before, in host order.</param>
    /// <param name="newValue">The word after, in host order.</param>
    /// <returns>The checksum after.</returns>
    /// <remarks>
    /// For UDP, neither call this on a checksum of 0, which means that there is none, nor put a result of 0 into the packet: use
    /// <see cref="TransportChecksum"/>'s update.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Update(ushort checksum, ushort oldValue, ushort newValue) =>
        FinishHost((uint)(ushort)~checksum + (ushort)~oldValue + newValue);

    /// <summary>Adjusts a checksum to the change of 32 bits at an even place that it covers.</summary>
    /// <param name="checksum">The checksum before.</param>
    /// <param name="oldValue">The four bytes before, in host order.</param>
    /// <param name="newValue">The four bytes after, in host order.</param>
    /// <returns>The checksum after.</returns>
    /// <inheritdoc cref="Update(ushort, ushort, ushort)" path="/remarks"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Update(ushort checksum, uint oldValue, uint newValue) =>
        FinishHost((uint)(ushort)~checksum + (~oldValue >> 16) + (~oldValue & 0xFFFF) + (newValue >> 16) + (newValue & 0xFFFF));

    /// <summary>Adjusts a checksum to the change of an IPv4 address that it covers: that of the IPv4 header, and that of TCP over it.</summary>
    /// <param name="checksum">The checksum before.</param>
    /// <param name="oldValue">The address before.</param>
    /// <param name="newValue">The address after.</param>
    /// <returns>The checksum after.</returns>
    /// <inheritdoc cref="Update(ushort, ushort, ushort)" path="/remarks"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Update(ushort checksum, Ipv4Address oldValue, Ipv4Address newValue) => Update(checksum, oldValue.Value, newValue.Value);

    /// <summary>Adjusts a checksum to the change of an IPv6 address that it covers: that of TCP or ICMPv6.</summary>
    /// <param name="checksum">The checksum before.</param>
    /// <param name="oldValue">The address before.</param>
    /// <param name="newValue">The address after.</param>
    /// <returns>The checksum after.</returns>
    /// <inheritdoc cref="Update(ushort, ushort, ushort)" path="/remarks"/>
    public static ushort Update(ushort checksum, in Ipv6Address oldValue, in Ipv6Address newValue)
    {
        ulong sum = Words(~oldValue.RawHigh) + Words(~oldValue.RawLow) + Words(newValue.RawHigh) + Words(newValue.RawLow);
        return Finish(sum + NetworkOrder.Swap((ushort)~checksum));
    }

    /// <summary>The one's complement sum of 16-bit words as they lie in memory, so of swapped words on a little-endian machine; not folded.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Sum(ReadOnlySpan<byte> data) => Interop.Checksum.Sum(in MemoryMarshal.GetReference(data), (nuint)data.Length);

    /// <summary>The sum of a 64-bit value's words as they lie in memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Words(ulong raw) => (uint)raw + (raw >> 32);

    /// <summary>Brings a sum of words to 16 bits by adding the carries back in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ushort Fold(ulong sum) => Interop.Checksum.Fold(sum);

    /// <summary>The checksum for a sum of words as they lie in memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ushort Finish(ulong sum) => NetworkOrder.Swap((ushort)~Fold(sum));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ushort FinishHost(uint sum)
    {
        sum = (sum & 0xFFFF) + (sum >> 16);
        return (ushort)~(sum + (sum >> 16));
    }
}
