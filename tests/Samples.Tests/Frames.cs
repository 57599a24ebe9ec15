using System.Buffers.Binary;
using System.Net;

namespace DpdkSharp.Samples.Tests;

/// <summary>Frames built byte by byte, and what a router makes of them, in code that shares nothing with what is tested.</summary>
internal static class Frames
{
    public const byte Tcp = 6;
    public const byte Udp = 17;

    private const int Ethernet = 14;

    /// <summary>An IPv4 packet with a right checksum, and 26 bytes behind its header that begin with the ports.</summary>
    public static byte[] Ipv4(string source, string destination, ushort sourcePort = 9, ushort destinationPort = 9, byte protocol = Udp, byte timeToLive = 64, byte[]? options = null)
    {
        options ??= [];
        var frame = new byte[Ethernet + 20 + options.Length + 26];
        WriteEthernet(frame, 0x0800);
        var header = frame.AsSpan(Ethernet);
        header[0] = (byte)(0x45 + (options.Length / 4));
        BinaryPrimitives.WriteUInt16BigEndian(header[2..], (ushort)header.Length);
        header[8] = timeToLive;
        header[9] = protocol;
        IPAddress.Parse(source).TryWriteBytes(header[12..], out _);
        IPAddress.Parse(destination).TryWriteBytes(header[16..], out _);
        options.CopyTo(header[20..]);
        WritePorts(header[(20 + options.Length)..], sourcePort, destinationPort);
        WriteChecksum(header);
        return frame;
    }

    /// <summary>An IPv6 packet, and 26 bytes behind its header that begin with the ports.</summary>
    public static byte[] Ipv6(string source, string destination, ushort sourcePort = 9, ushort destinationPort = 9, byte protocol = Udp, byte hopLimit = 64)
    {
        var frame = new byte[Ethernet + 40 + 26];
        WriteEthernet(frame, 0x86DD);
        var header = frame.AsSpan(Ethernet);
        header[0] = 0x60;
        BinaryPrimitives.WriteUInt16BigEndian(header[4..], 26);
        header[6] = protocol;
        header[7] = hopLimit;
        IPAddress.Parse(source).TryWriteBytes(header[8..], out _);
        IPAddress.Parse(destination).TryWriteBytes(header[24..], out _);
        WritePorts(header[40..], sourcePort, destinationPort);
        return frame;
    }

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

    private static void WriteEthernet(Span<byte> frame, ushort type)
    {
        ReadOnlySpan<byte> addresses = [0x00, 0x00, 0x5E, 0x00, 0x53, 0x01, 0x00, 0x00, 0x5E, 0x00, 0x53, 0x02];
        addresses.CopyTo(frame);
        BinaryPrimitives.WriteUInt16BigEndian(frame[12..], type);
    }

    private static void WritePorts(Span<byte> payload, ushort source, ushort destination)
    {
        BinaryPrimitives.WriteUInt16BigEndian(payload, source);
        BinaryPrimitives.WriteUInt16BigEndian(payload[2..], destination);
        for (var i = 4; i < payload.Length; i++)
        {
            payload[i] = (byte)i;
        }
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
