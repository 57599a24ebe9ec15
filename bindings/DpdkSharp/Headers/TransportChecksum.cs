using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DpdkSharp.Headers;

/// <summary>
/// The checksums of TCP and UDP over IPv4 and IPv6 and of ICMPv6, which count a pseudo-header of addresses, protocol and length in.
/// For packets in several segments see <see cref="InternetChecksumAccumulator"/>.
/// </summary>
public static class TransportChecksum
{
    /// <summary>
    /// Computes the checksum of a TCP segment or UDP datagram over IPv4 (<c>rte_ipv4_udptcp_cksum</c>). The value in its checksum
    /// field does not count. The result follows UDP's rule: it is 0xFFFF where the sum would give 0.
    /// </summary>
    /// <param name="source">The sender's address.</param>
    /// <param name="destination">The receiver's address.</param>
    /// <param name="protocol"><see cref="IpProtocol.Tcp"/> or <see cref="IpProtocol.Udp"/>.</param>
    /// <param name="segment">Header and data, without any Ethernet padding; at most 65535 bytes.</param>
    /// <returns>The checksum, for the header's <c>Checksum</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The protocol has no such checksum.</exception>
    /// <exception cref="ArgumentException">The segment is shorter than the protocol's header, or longer than 65535 bytes.</exception>
    public static ushort Compute(Ipv4Address source, Ipv4Address destination, IpProtocol protocol, ReadOnlySpan<byte> segment)
    {
        ArgumentOutOfRangeException.ThrowIfEqual((int)protocol, (int)IpProtocol.Icmpv6, nameof(protocol));
        int field = CheckedField(protocol, segment, ushort.MaxValue);
        return Finish(protocol, PseudoHeaderSum(source, destination, protocol, (uint)segment.Length), segment, field);
    }

    /// <summary>
    /// Computes the checksum of a TCP segment, UDP datagram or ICMPv6 message over IPv6 (<c>rte_ipv6_udptcp_cksum</c>). The value in its
    /// checksum field does not count. The result follows UDP's rule: it is 0xFFFF where the sum would give 0.
    /// </summary>
    /// <param name="source">The sender's address.</param>
    /// <param name="destination">The receiver's address; with a routing header, the last one to visit.</param>
    /// <param name="protocol"><see cref="IpProtocol.Tcp"/>, <see cref="IpProtocol.Udp"/> or <see cref="IpProtocol.Icmpv6"/>.</param>
    /// <param name="segment">Header and data, without any Ethernet padding.</param>
    /// <returns>The checksum, for the header's <c>Checksum</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The protocol has no such checksum.</exception>
    /// <exception cref="ArgumentException">The segment is shorter than the protocol's header.</exception>
    public static ushort Compute(in Ipv6Address source, in Ipv6Address destination, IpProtocol protocol, ReadOnlySpan<byte> segment)
    {
        int field = CheckedField(protocol, segment, int.MaxValue);
        return Finish(protocol, PseudoHeaderSum(source, destination, protocol, (uint)segment.Length), segment, field);
    }

    /// <summary>Whether a TCP segment or UDP datagram over IPv4 has the right checksum (<c>rte_ipv4_udptcp_cksum_verify</c>). A UDP checksum of 0 means that there is none, and is right.</summary>
    /// <param name="source">The sender's address.</param>
    /// <param name="destination">The receiver's address.</param>
    /// <param name="protocol"><see cref="IpProtocol.Tcp"/> or <see cref="IpProtocol.Udp"/>.</param>
    /// <param name="segment">Header and data, without any Ethernet padding.</param>
    /// <returns>Whether the receiver would accept it; false for a segment shorter than the header or longer than 65535 bytes, and for another protocol.</returns>
    public static bool IsValid(Ipv4Address source, Ipv4Address destination, IpProtocol protocol, ReadOnlySpan<byte> segment)
    {
        if (protocol == IpProtocol.Icmpv6 || !TryGetField(protocol, segment.Length, out int field) || segment.Length > ushort.MaxValue)
        {
            return false;
        }

        return (protocol == IpProtocol.Udp && MemoryMarshal.Read<ushort>(segment[field..]) == 0) ||
            InternetChecksum.Fold(PseudoHeaderSum(source, destination, protocol, (uint)segment.Length) + InternetChecksum.Sum(segment)) == 0xFFFF;
    }

    /// <summary>
    /// Whether a TCP segment, UDP datagram or ICMPv6 message over IPv6 has the right checksum (<c>rte_ipv6_udptcp_cksum_verify</c>). A UDP
    /// checksum of 0 is not right; only tunnels may allow it (RFC 6935), and have to look for it themselves.
    /// </summary>
    /// <param name="source">The sender's address.</param>
    /// <param name="destination">The receiver's address; with a routing header, the last one to visit.</param>
    /// <param name="protocol"><see cref="IpProtocol.Tcp"/>, <see cref="IpProtocol.Udp"/> or <see cref="IpProtocol.Icmpv6"/>.</param>
    /// <param name="segment">Header and data, without any Ethernet padding.</param>
    /// <returns>Whether the receiver would accept it; false for a segment shorter than the header and for another protocol.</returns>
    public static bool IsValid(in Ipv6Address source, in Ipv6Address destination, IpProtocol protocol, ReadOnlySpan<byte> segment)
    {
        if (!TryGetField(protocol, segment.Length, out int field) ||
            (protocol == IpProtocol.Udp && MemoryMarshal.Read<ushort>(segment[field..]) == 0))
        {
            return false;
        }

        return InternetChecksum.Fold(PseudoHeaderSum(source, destination, protocol, (uint)segment.Length) + InternetChecksum.Sum(segment)) == 0xFFFF;
    }

    /// <summary>
    /// The sum of the pseudo-header alone, not complemented: what <c>Checksum</c> must hold when the device is to fill the checksum in
    /// (<c>rte_ipv4_phdr_cksum</c>).
    /// </summary>
    /// <param name="source">The sender's address.</param>
    /// <param name="destination">The receiver's address.</param>
    /// <param name="protocol">The protocol above IP.</param>
    /// <param name="length">The length in bytes of its header and data; 0 for TCP segmentation offload.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is not from 0 to 65535.</exception>
    public static ushort PseudoHeader(Ipv4Address source, Ipv4Address destination, IpProtocol protocol, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, ushort.MaxValue, nameof(length));
        return (ushort)~InternetChecksum.Finish(PseudoHeaderSum(source, destination, protocol, (uint)length));
    }

    /// <summary>
    /// The sum of the pseudo-header alone, not complemented: what <c>Checksum</c> must hold when the device is to fill the checksum in
    /// (<c>rte_ipv6_phdr_cksum</c>).
    /// </summary>
    /// <param name="source">The sender's address.</param>
    /// <param name="destination">The receiver's address; with a routing header, the last one to visit.</param>
    /// <param name="protocol">The protocol above IP, after all extension headers.</param>
    /// <param name="length">The length in bytes of its header and data; 0 for TCP segmentation offload.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    public static ushort PseudoHeader(in Ipv6Address source, in Ipv6Address destination, IpProtocol protocol, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return (ushort)~InternetChecksum.Finish(PseudoHeaderSum(source, destination, protocol, (uint)length));
    }

    /// <summary>Adjusts a TCP, UDP or ICMPv6 checksum to the change of one 16-bit word that it covers, such as a port. A UDP checksum of 0 (none) stays 0.</summary>
    /// <param name="protocol">The protocol whose checksum it is.</param>
    /// <param name="checksum">The checksum before.</param>
    /// <param name="oldValue">The word before, in host order.</param>
    /// <param name="newValue">The word after, in host order.</param>
    /// <returns>The checksum after.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Update(IpProtocol protocol, ushort checksum, ushort oldValue, ushort newValue) =>
        Settle(protocol, checksum, InternetChecksum.Update(checksum, oldValue, newValue));

    /// <summary>Adjusts a TCP or UDP checksum to the change of an IPv4 address. A UDP checksum of 0 (none) stays 0.</summary>
    /// <param name="protocol">The protocol whose checksum it is.</param>
    /// <param name="checksum">The checksum before.</param>
    /// <param name="oldValue">The address before.</param>
    /// <param name="newValue">The address after.</param>
    /// <returns>The checksum after.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort Update(IpProtocol protocol, ushort checksum, Ipv4Address oldValue, Ipv4Address newValue) =>
        Settle(protocol, checksum, InternetChecksum.Update(checksum, oldValue, newValue));

    /// <summary>Adjusts a TCP, UDP or ICMPv6 checksum to the change of an IPv6 address. A UDP checksum of 0 (none) stays 0.</summary>
    /// <param name="protocol">The protocol whose checksum it is.</param>
    /// <param name="checksum">The checksum before.</param>
    /// <param name="oldValue">The address before.</param>
    /// <param name="newValue">The address after.</param>
    /// <returns>The checksum after.</returns>
    public static ushort Update(IpProtocol protocol, ushort checksum, in Ipv6Address oldValue, in Ipv6Address newValue) =>
        Settle(protocol, checksum, InternetChecksum.Update(checksum, oldValue, newValue));

    internal static ulong PseudoHeaderSum(Ipv4Address source, Ipv4Address destination, IpProtocol protocol, uint length) =>
        (ulong)source.Raw + destination.Raw + NetworkOrder.Swap((uint)protocol) + NetworkOrder.Swap(length);

    internal static ulong PseudoHeaderSum(in Ipv6Address source, in Ipv6Address destination, IpProtocol protocol, uint length) =>
        InternetChecksum.Words(source.RawHigh) + InternetChecksum.Words(source.RawLow) +
        InternetChecksum.Words(destination.RawHigh) + InternetChecksum.Words(destination.RawLow) +
        NetworkOrder.Swap((uint)protocol) + NetworkOrder.Swap(length);

    private static ushort Finish(IpProtocol protocol, ulong pseudoHeader, ReadOnlySpan<byte> segment, int field)
    {
        ushort checksum = InternetChecksum.Finish(
            pseudoHeader + InternetChecksum.Sum(segment[..field]) + InternetChecksum.Sum(segment[(field + sizeof(ushort))..]));
        return checksum == 0 && protocol == IpProtocol.Udp ? ushort.MaxValue : checksum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ushort Settle(IpProtocol protocol, ushort before, ushort after)
    {
        if (protocol != IpProtocol.Udp)
        {
            return after;
        }

        return before == 0 ? before : after == 0 ? ushort.MaxValue : after;
    }

    private static int CheckedField(IpProtocol protocol, ReadOnlySpan<byte> segment, int maximum)
    {
        if (!TryGetLayout(protocol, out int headerSize, out int field))
        {
            throw new ArgumentOutOfRangeException(nameof(protocol), protocol, "Only TCP, UDP and ICMPv6 (over IPv6) have such a checksum.");
        }

        return segment.Length >= headerSize && segment.Length <= maximum
            ? field
            : throw new ArgumentException($"{protocol} needs from {headerSize} to {maximum} bytes; there are {segment.Length}.", nameof(segment));
    }

    private static bool TryGetField(IpProtocol protocol, int length, out int field) =>
        TryGetLayout(protocol, out int headerSize, out field) && length >= headerSize;

    private static bool TryGetLayout(IpProtocol protocol, out int headerSize, out int field)
    {
        (headerSize, field) = protocol switch
        {
            IpProtocol.Tcp => (TcpHeader.Size, 16),
            IpProtocol.Udp => (UdpHeader.Size, 6),
            IpProtocol.Icmpv6 => (Icmpv6Header.Size, 2),
            _ => (0, 0),
        };
        return headerSize != 0;
    }
}
