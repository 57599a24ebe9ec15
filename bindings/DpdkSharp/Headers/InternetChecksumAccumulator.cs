using System.Buffers.Binary;

namespace DpdkSharp.Headers;

/// <summary>
/// Computes an internet checksum piece by piece, the pieces being of any length: for packets that lie in several segments. Not for use
/// by two threads at a time.
/// </summary>
public struct InternetChecksumAccumulator
{
    private ulong _sum;
    private bool _odd;

    /// <summary>The checksum of all that was added, for a header's <c>Checksum</c>; for UDP, 0 must be sent as 0xFFFF.</summary>
    public readonly ushort Checksum => InternetChecksum.Finish(_sum);

    /// <summary>Whether the sum of all that was added, the checksum field included, is that of undamaged data.</summary>
    public readonly bool IsValid => InternetChecksum.Fold(_sum) == 0xFFFF;

    /// <summary>Adds the next bytes.</summary>
    /// <param name="data">The bytes, of any length and at any address.</param>
    public void Add(ReadOnlySpan<byte> data)
    {
        ushort sum = InternetChecksum.Fold(InternetChecksum.Sum(data));

        // After an odd number of bytes every byte is in the other half of its word.
        _sum += _odd ? BinaryPrimitives.ReverseEndianness(sum) : sum;
        _odd ^= (data.Length & 1) != 0;
    }

    /// <summary>Adds the pseudo-header that TCP and UDP checksums count in (<c>rte_ipv4_phdr_cksum</c>); it counts the same before, between and after the other data.</summary>
    /// <param name="source">The sender's address.</param>
    /// <param name="destination">The receiver's address.</param>
    /// <param name="protocol">The protocol above IP.</param>
    /// <param name="length">The length in bytes of its header and data.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is not from 0 to 65535.</exception>
    public void AddPseudoHeader(Ipv4Address source, Ipv4Address destination, IpProtocol protocol, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, ushort.MaxValue, nameof(length));
        _sum += TransportChecksum.PseudoHeaderSum(source, destination, protocol, (uint)length);
    }

    /// <summary>Adds the pseudo-header that TCP, UDP and ICMPv6 checksums count in (<c>rte_ipv6_phdr_cksum</c>); it counts the same before, between and after the other data.</summary>
    /// <param name="source">The sender's address.</param>
    /// <param name="destination">The receiver's address; with a routing header, the last one to visit.</param>
    /// <param name="protocol">The protocol above IP, after all extension headers.</param>
    /// <param name="length">The length in bytes of its header and data.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is negative.</exception>
    public void AddPseudoHeader(in Ipv6Address source, in Ipv6Address destination, IpProtocol protocol, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        _sum += TransportChecksum.PseudoHeaderSum(source, destination, protocol, (uint)length);
    }
}
