using System.Runtime.InteropServices;
using DpdkSharp.Headers;

namespace DpdkSharp.Testing;

/// <summary>Judges the checksum of a layer.</summary>
internal static class ChecksumCheck
{
    /// <summary>Judges the checksum of a layer.</summary>
    /// <param name="packet">The packet.</param>
    /// <param name="layers">Its layers.</param>
    /// <param name="index">The layer.</param>
    /// <param name="right">The right one, when it is wrong.</param>
    public static ChecksumState Of(ReadOnlySpan<byte> packet, in PacketLayers layers, int index, out uint right)
    {
        right = 0;
        PacketLayer layer = layers[index];
        if (layer.Type == PacketLayerType.Ipv4)
        {
            _ = packet.TryReadHeader(layer.Offset, out Ipv4Header header);
            right = header.ComputeChecksum(packet[(layer.Offset + Ipv4Header.Size)..layer.End]);
            return Judge(header.Checksum, right);
        }
        if (!TryGetContent(packet, layers, index, out int ip, out ReadOnlySpan<byte> content))
        {
            return ChecksumState.Unknown;
        }
        switch (layer.Type)
        {
            case PacketLayerType.Icmp:
                right = IcmpHeader.ComputeChecksum(content);
                return Judge(MemoryMarshal.Read<IcmpHeader>(content).Checksum, right);
            case PacketLayerType.Sctp:
                right = SctpHeader.ComputeChecksum(content);
                return Judge(MemoryMarshal.Read<SctpHeader>(content).Checksum, right);
            case PacketLayerType.Tcp:
                right = Transport(packet, layers, ip, index, IpProtocol.Tcp, content);
                return Judge(MemoryMarshal.Read<TcpHeader>(content).Checksum, right);
            case PacketLayerType.Icmpv6 when layers[ip].Type == PacketLayerType.Ipv6:
                right = Transport(packet, layers, ip, index, IpProtocol.Icmpv6, content);
                return Judge(MemoryMarshal.Read<Icmpv6Header>(content).Checksum, right);
            case PacketLayerType.Udp:
                UdpHeader udp = MemoryMarshal.Read<UdpHeader>(content);
                if (udp.Checksum == 0)
                {
                    return ChecksumState.Absent;
                }
                right = Transport(packet, layers, ip, index, IpProtocol.Udp, content[..udp.Length]);
                return Judge(udp.Checksum, right);
            case PacketLayerType.Gre:
                GreHeader gre = MemoryMarshal.Read<GreHeader>(content);
                if (!gre.HasChecksum)
                {
                    return ChecksumState.Absent;
                }
                var sum = default(InternetChecksumAccumulator);
                sum.Add(content[..gre.ChecksumOffset]);
                sum.Add(content[(gre.ChecksumOffset + sizeof(ushort))..]);
                right = sum.Checksum;
                return Judge(MemoryMarshal.Read<GreChecksumWord>(content[gre.ChecksumOffset..]).Checksum, right);
            default:
                return ChecksumState.Unknown;
        }
    }

    private static ChecksumState Judge(uint checksum, uint right) => checksum == right ? ChecksumState.Right : ChecksumState.Wrong;

    /// <summary>What a layer above IP and all within it has of the packet; only when that is all of it.</summary>
    private static bool TryGetContent(ReadOnlySpan<byte> packet, in PacketLayers layers, int index, out int ip, out ReadOnlySpan<byte> content)
    {
        content = default;
        for (ip = index - 1; ip >= 0; ip--)
        {
            PacketLayer layer = layers[ip];
            if (layer.Type == PacketLayerType.Ipv6Fragment)
            {
                _ = packet.TryReadHeader(layer.Offset, out Ipv6FragmentHeader fragment);
                if (fragment.MoreFragments || fragment.FragmentOffset != 0)
                {
                    return false;
                }
            }
            if (layer.Type is PacketLayerType.Ipv4 or PacketLayerType.Ipv6)
            {
                break;
            }
        }
        if (ip < 0)
        {
            return false;
        }
        int start = layers[ip].Offset;
        int end;
        if (layers[ip].Type == PacketLayerType.Ipv4)
        {
            _ = packet.TryReadHeader(start, out Ipv4Header header);
            if (header.IsFragment)
            {
                return false;
            }
            end = start + header.TotalLength;
        }
        else
        {
            _ = packet.TryReadHeader(start, out Ipv6Header header);
            end = start + Ipv6Header.Size + header.PayloadLength;
        }
        int from = layers[index].Offset;
        if (end > packet.Length || layers[index].End > end)
        {
            return false;
        }
        content = packet[from..end];
        // A datagram may be shorter than what carries it, and not longer.
        return layers[index].Type != PacketLayerType.Udp || MemoryMarshal.Read<UdpHeader>(content).Length <= content.Length;
    }

    private static ushort Transport(ReadOnlySpan<byte> packet, in PacketLayers layers, int ip, int index, IpProtocol protocol, ReadOnlySpan<byte> segment)
    {
        if (layers[ip].Type == PacketLayerType.Ipv4)
        {
            _ = packet.TryReadHeader(layers[ip].Offset, out Ipv4Header ipv4);
            return TransportChecksum.Compute(ipv4.Source, ipv4.Destination, protocol, segment);
        }
        _ = packet.TryReadHeader(layers[ip].Offset, out Ipv6Header ipv6);
        return TransportChecksum.Compute(ipv6.Source, FinalDestination(packet, layers, ip, index, ipv6.Destination), protocol, segment);
    }

    /// <summary>The last address to visit, where a routing header has more of them.</summary>
    private static Ipv6Address FinalDestination(ReadOnlySpan<byte> packet, in PacketLayers layers, int ip, int index, Ipv6Address destination)
    {
        for (int i = ip + 1; i < index; i++)
        {
            PacketLayer layer = layers[i];
            if (layer.Type == PacketLayerType.Ipv6Routing && layer.Length >= 8 + Ipv6Address.ByteCount &&
                packet.TryReadHeader(layer.Offset, out Ipv6RoutingHeader routing) && routing.SegmentsLeft > 0)
            {
                int at = routing.RoutingType == 4 ? layer.Offset + 8 : layer.End - Ipv6Address.ByteCount;
                destination = new Ipv6Address(packet.Slice(at, Ipv6Address.ByteCount));
            }
        }
        return destination;
    }
}
