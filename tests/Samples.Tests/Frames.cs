using System.Buffers.Binary;
using DpdkSharp.Headers;
using DpdkSharp.Testing;

namespace DpdkSharp.Samples.Tests;

/// <summary>Frames for routers, and what one makes of them, worked out by code that shares nothing with what is tested.</summary>
internal static class Frames
{
    public const byte Tcp = 6;
    public const byte Udp = 17;

    private const int Ethernet = 14;

    private static PacketBuilder Start => Packet.Ethernet("00:00:5e:00:53:02", "00:00:5e:00:53:01");

    /// <summary>An IPv4 packet, and 26 bytes behind its header that begin with the ports.</summary>
    public static byte[] Ipv4(string source, string destination, ushort sourcePort = 9, ushort destinationPort = 9, byte protocol = Udp, byte timeToLive = 64, byte[]? options = null) =>
        Start.Ipv4(source, destination, timeToLive, options: options, protocol: (IpProtocol)protocol).Payload(Ports(sourcePort, destinationPort)).ToArray();

    /// <summary>An IPv6 packet, and 26 bytes behind its header that begin with the ports.</summary>
    public static byte[] Ipv6(string source, string destination, ushort sourcePort = 9, ushort destinationPort = 9, byte protocol = Udp, byte hopLimit = 64) =>
        Start.Ipv6(source, destination, hopLimit, nextHeader: (IpProtocol)protocol).Payload(Ports(sourcePort, destinationPort)).ToArray();

    /// <summary>The frame with one byte changed; the checksum is right again for IPv4.</summary>
    public static byte[] With(byte[] frame, int offset, byte value)
    {
        byte[] changed = [.. frame];
        changed[offset] = value;
        if (changed[12] == 0x08 && changed[Ethernet] >> 4 == 4 && (changed[Ethernet] & 15) >= 5)
        {
            WriteChecksum(changed.AsSpan(Ethernet));
        }

        return changed;
    }

    /// <summary>What leaves a router: other Ethernet addresses, a time to live of one less, and the checksum computed anew.</summary>
    public static byte[] Routed(byte[] frame, byte[] destination, byte[] source)
    {
        byte[] routed = [.. destination, .. source, .. frame.AsSpan(12)];
        if (frame[12] == 0x08)
        {
            routed[Ethernet + 8]--;
            WriteChecksum(routed.AsSpan(Ethernet));
        }
        else
        {
            routed[Ethernet + 7]--;
        }

        return routed;
    }

    private static byte[] Ports(ushort source, ushort destination)
    {
        var payload = Enumerable.Range(0, 26).Select(static i => (byte)i).ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(payload, source);
        BinaryPrimitives.WriteUInt16BigEndian(payload.AsSpan(2), destination);
        return payload;
    }

    private static void WriteChecksum(Span<byte> header)
    {
        var length = (header[0] & 15) * 4;
        header[10] = header[11] = 0;
        var sum = 0u;
        for (var i = 0; i < length; i += 2)
        {
            sum += BinaryPrimitives.ReadUInt16BigEndian(header[i..]);
        }

        sum = (sum & 0xFFFF) + (sum >> 16);
        sum = (sum & 0xFFFF) + (sum >> 16);
        BinaryPrimitives.WriteUInt16BigEndian(header[10..], (ushort)~sum);
    }
}
