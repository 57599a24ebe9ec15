namespace DpdkSharp.Headers.Tests;

/// <summary>Checksums written down as the RFCs state them, a byte or a bit at a time.</summary>
internal static class Reference
{
    /// <summary>RFC 1071: 16-bit words in network order, carries added back in, complemented.</summary>
    internal static ushort InternetChecksum(ReadOnlySpan<byte> bytes)
    {
        ulong sum = 0;
        for (int i = 0; i < bytes.Length; i += 2)
        {
            sum += (ulong)((bytes[i] << 8) | (i + 1 < bytes.Length ? bytes[i + 1] : 0));
        }

        while (sum > 0xFFFF)
        {
            sum = (sum & 0xFFFF) + (sum >> 16);
        }

        return (ushort)~sum;
    }

    /// <summary>CRC32c by long division, one bit at a time.</summary>
    internal static uint Crc32c(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in bytes)
        {
            crc ^= b;
            for (int i = 0; i < 8; i++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0x82F63B78 : crc >> 1;
            }
        }

        return ~crc;
    }

    internal static byte[] PseudoHeader(Ipv4Address source, Ipv4Address destination, IpProtocol protocol, int length) =>
        [.. source.ToIPAddress().GetAddressBytes(), .. destination.ToIPAddress().GetAddressBytes(), 0, (byte)protocol, (byte)(length >> 8), (byte)length];

    internal static byte[] PseudoHeader(Ipv6Address source, Ipv6Address destination, IpProtocol protocol, int length) =>
        [
            .. source.ToIPAddress().GetAddressBytes(), .. destination.ToIPAddress().GetAddressBytes(),
            (byte)(length >> 24), (byte)(length >> 16), (byte)(length >> 8), (byte)length, 0, 0, 0, (byte)protocol,
        ];
}
