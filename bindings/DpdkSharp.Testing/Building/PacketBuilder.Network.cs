using System.Runtime.InteropServices;
using DpdkSharp.Headers;

namespace DpdkSharp.Testing;

/// <content>IPv4, IPv6 and its extension headers.</content>
public sealed partial class PacketBuilder
{
    private static readonly Ipv4Address s_sourceIpv4 = new(192, 0, 2, 1);
    private static readonly Ipv4Address s_destinationIpv4 = new(192, 0, 2, 2);
    private static readonly Ipv6Address s_sourceIpv6 = new(0x2001_0DB8_0000_0000, 1);
    private static readonly Ipv6Address s_destinationIpv6 = new(0x2001_0DB8_0000_0000, 2);

    /// <summary>Adds an <see cref="Ipv4Header"/>.</summary>
    /// <param name="source">The sender; 192.0.2.1 by default.</param>
    /// <param name="destination">The receiver; 192.0.2.2 by default.</param>
    /// <param name="timeToLive">How many more routers it may pass.</param>
    /// <param name="dscp">The differentiated services code point, 0 to 63.</param>
    /// <param name="ecn">Explicit congestion notification, 0 to 3.</param>
    /// <param name="identification">The number that the fragments of a datagram share.</param>
    /// <param name="flags">"Don't fragment" and "more fragments".</param>
    /// <param name="fragmentOffset">A multiple of 8 from 0 to 65528.</param>
    /// <param name="options">Options, filled up with zeros to a multiple of 4 bytes; at most 40.</param>
    /// <param name="protocol">What follows; by default what does, or 253 (for experiments) where that has no number.</param>
    /// <param name="totalLength">The length of header and payload; by default what it is.</param>
    /// <param name="checksum">The checksum; by default the right one.</param>
    /// <returns>This builder.</returns>
    public PacketBuilder Ipv4(
        Address<Ipv4Address> source = default, Address<Ipv4Address> destination = default, byte timeToLive = 64, byte dscp = 0, byte ecn = 0,
        ushort identification = 0, Ipv4Flags flags = Ipv4Flags.None, int fragmentOffset = 0, ReadOnlySpan<byte> options = default,
        IpProtocol? protocol = null, ushort? totalLength = null, ushort? checksum = null)
    {
        ThrowIfLonger(options, 40, nameof(options));
        var header = new Ipv4Header
        {
            Source = source.Or(s_sourceIpv4),
            Destination = destination.Or(s_destinationIpv4),
            TimeToLive = timeToLive,
            Dscp = dscp,
            Ecn = ecn,
            Identification = identification,
            Flags = flags,
            FragmentOffset = fragmentOffset,
            HeaderLength = RoundUp(Ipv4Header.Size + options.Length, 4),
        };
        return Add(PacketLayerType.Ipv4, Bytes(header, options, 4), (index, packet) =>
        {
            BuilderLayer layer = _layers[index];
            ref Ipv4Header there = ref At<Ipv4Header>(packet, layer.Offset);
            there.Protocol = protocol ?? NextProtocol(index, overIpv6: false);
            there.TotalLength = totalLength ?? Length16(packet.Length - layer.Offset, "an IPv4 header");
            there.Checksum = checksum ?? there.ComputeChecksum(packet.Slice(layer.Offset + Ipv4Header.Size, layer.Bytes.Length - Ipv4Header.Size));
        });
    }

    /// <summary>Adds an <see cref="Ipv6Header"/>.</summary>
    /// <param name="source">The sender; 2001:db8::1 by default.</param>
    /// <param name="destination">The receiver; 2001:db8::2 by default.</param>
    /// <param name="hopLimit">How many more routers it may pass.</param>
    /// <param name="trafficClass">Differentiated services code point and congestion notification.</param>
    /// <param name="flowLabel">The flow label, 0 to 0xFFFFF.</param>
    /// <param name="nextHeader">What follows; by default what does: 59 for nothing, or 253 (for experiments) where that has no number.</param>
    /// <param name="payloadLength">The length of all that follows; by default what it is.</param>
    /// <returns>This builder.</returns>
    public PacketBuilder Ipv6(
        Address<Ipv6Address> source = default, Address<Ipv6Address> destination = default, byte hopLimit = 64, byte trafficClass = 0,
        uint flowLabel = 0, IpProtocol? nextHeader = null, ushort? payloadLength = null) =>
        Add(PacketLayerType.Ipv6, Bytes(new Ipv6Header
        {
            Source = source.Or(s_sourceIpv6),
            Destination = destination.Or(s_destinationIpv6),
            HopLimit = hopLimit,
            TrafficClass = trafficClass,
            FlowLabel = flowLabel,
        }), (index, packet) =>
        {
            int offset = _layers[index].Offset;
            ref Ipv6Header there = ref At<Ipv6Header>(packet, offset);
            there.NextHeader = nextHeader ?? NextProtocol(index, overIpv6: true);
            there.PayloadLength = payloadLength ?? Length16(packet.Length - offset - Ipv6Header.Size, "an IPv6 header");
        });

    /// <summary>Adds an IPv6 header of hop-by-hop options (<see cref="Ipv6OptionsHeader"/>).</summary>
    /// <param name="options">The options; padding to a multiple of 8 bytes is added. At most 2,046 bytes.</param>
    /// <param name="nextHeader">What follows; by default what does.</param>
    /// <returns>This builder.</returns>
    public PacketBuilder Ipv6HopByHop(ReadOnlySpan<byte> options = default, IpProtocol? nextHeader = null) => Ipv6Options(PacketLayerType.Ipv6HopByHop, options, nextHeader);

    /// <summary>Adds an IPv6 header of destination options (<see cref="Ipv6OptionsHeader"/>).</summary>
    /// <param name="options">The options; padding to a multiple of 8 bytes is added. At most 2,046 bytes.</param>
    /// <param name="nextHeader">What follows; by default what does.</param>
    /// <returns>This builder.</returns>
    public PacketBuilder Ipv6DestinationOptions(ReadOnlySpan<byte> options = default, IpProtocol? nextHeader = null) =>
        Ipv6Options(PacketLayerType.Ipv6DestinationOptions, options, nextHeader);

    /// <summary>
    /// Adds an <see cref="Ipv6RoutingHeader"/>. While segments are left, the checksums of TCP, UDP and ICMPv6 are those for the last address to visit: the first
    /// in the list of a segment routing header (type 4), the last of other types.
    /// </summary>
    /// <param name="addresses">The addresses, in the header's order.</param>
    /// <param name="segmentsLeft">How many are still to be visited; all by default.</param>
    /// <param name="routingType">The type; 4 is segment routing, 2 is mobile IPv6.</param>
    /// <param name="nextHeader">What follows; by default what does.</param>
    /// <returns>This builder.</returns>
    public PacketBuilder Ipv6Routing(IReadOnlyList<Ipv6Address> addresses, byte? segmentsLeft = null, byte routingType = 4, IpProtocol? nextHeader = null)
    {
        ArgumentNullException.ThrowIfNull(addresses);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(addresses.Count, 127, nameof(addresses));
        // Four bytes, of meaning in segment routing headers: the number of the last entry first.
        byte[] data = new byte[4 + (addresses.Count * Ipv6Address.ByteCount)];
        if (routingType == 4 && addresses.Count > 0)
        {
            data[0] = (byte)(addresses.Count - 1);
        }
        for (int i = 0; i < addresses.Count; i++)
        {
            _ = addresses[i].TryWriteBytes(data.AsSpan(4 + (i * Ipv6Address.ByteCount)));
        }
        var header = new Ipv6RoutingHeader
        {
            RoutingType = routingType,
            SegmentsLeft = segmentsLeft ?? (byte)addresses.Count,
            HeaderLength = Ipv6RoutingHeader.Size + data.Length,
        };
        return Add(PacketLayerType.Ipv6Routing, Bytes(header, data, 8), (index, packet) =>
            At<Ipv6RoutingHeader>(packet, _layers[index].Offset).NextHeader = nextHeader ?? NextProtocol(index, overIpv6: true));
    }

    /// <summary>Adds an <see cref="Ipv6FragmentHeader"/>.</summary>
    /// <param name="identification">The number that the fragments of a datagram share.</param>
    /// <param name="fragmentOffset">A multiple of 8 from 0 to 65528.</param>
    /// <param name="moreFragments">Whether more follow.</param>
    /// <param name="nextHeader">What the whole datagram starts with; by default what follows.</param>
    /// <returns>This builder.</returns>
    public PacketBuilder Ipv6Fragment(uint identification = 0, int fragmentOffset = 0, bool moreFragments = false, IpProtocol? nextHeader = null) =>
        Add(PacketLayerType.Ipv6Fragment, Bytes(new Ipv6FragmentHeader { Identification = identification, FragmentOffset = fragmentOffset, MoreFragments = moreFragments }), (index, packet) =>
            At<Ipv6FragmentHeader>(packet, _layers[index].Offset).NextHeader = nextHeader ?? NextProtocol(index, overIpv6: true));

    /// <summary>Adds an <see cref="Headers.AuthenticationHeader"/>. Its integrity check value is not computed.</summary>
    /// <param name="securityParametersIndex">The index by which the receiver knows the security association.</param>
    /// <param name="sequenceNumber">The sequence number.</param>
    /// <param name="integrityCheckValue">The value; filled up with zeros to a multiple of 4 bytes over IPv4, so that the header is a multiple of 8 over IPv6.</param>
    /// <param name="nextHeader">What follows; by default what does.</param>
    /// <returns>This builder.</returns>
    public PacketBuilder AuthenticationHeader(uint securityParametersIndex = 0, uint sequenceNumber = 0, ReadOnlySpan<byte> integrityCheckValue = default, IpProtocol? nextHeader = null)
    {
        ThrowIfLonger(integrityCheckValue, 1008, nameof(integrityCheckValue));
        bool overIpv6 = _layers.FindLast(static l => l.Type is PacketLayerType.Ipv4 or PacketLayerType.Ipv6)?.Type == PacketLayerType.Ipv6;
        int multiple = overIpv6 ? 8 : 4;
        var header = new AuthenticationHeader
        {
            SecurityParametersIndex = securityParametersIndex,
            SequenceNumber = sequenceNumber,
            HeaderLength = RoundUp(Headers.AuthenticationHeader.Size + integrityCheckValue.Length, multiple),
        };
        return Add(PacketLayerType.AuthenticationHeader, Bytes(header, integrityCheckValue, multiple), (index, packet) =>
            At<AuthenticationHeader>(packet, _layers[index].Offset).NextHeader = nextHeader ?? NextProtocol(index, overIpv6));
    }

    private static void ThrowIfLonger(ReadOnlySpan<byte> bytes, int most, string parameter)
    {
        if (bytes.Length > most)
        {
            throw new ArgumentException($"The header has room for {most:D} bytes; {bytes.Length:D} were given.", parameter);
        }
    }

    private PacketBuilder Ipv6Options(PacketLayerType type, ReadOnlySpan<byte> options, IpProtocol? nextHeader)
    {
        ThrowIfLonger(options, 2046, nameof(options));
        int length = RoundUp(Ipv6OptionsHeader.Size + options.Length, 8);
        byte[] bytes = Bytes(new Ipv6OptionsHeader { HeaderLength = length }, options, 8);
        int padding = length - Ipv6OptionsHeader.Size - options.Length;
        if (padding > 1)
        {
            bytes[length - padding] = (byte)Ipv6OptionType.PadN;
            bytes[length - padding + 1] = (byte)(padding - 2);
        }
        return Add(type, bytes, (index, packet) =>
            At<Ipv6OptionsHeader>(packet, _layers[index].Offset).NextHeader = nextHeader ?? NextProtocol(index, overIpv6: true));
    }

    /// <summary>The IPv6 address that a transport checksum counts: the last one to visit.</summary>
    private Ipv6Address FinalDestination(int ip, int transport, ReadOnlySpan<byte> packet)
    {
        Ipv6Address destination = MemoryMarshal.Read<Ipv6Header>(packet[_layers[ip].Offset..]).Destination;
        for (int i = ip + 1; i < transport; i++)
        {
            BuilderLayer layer = _layers[i];
            if (layer.Type != PacketLayerType.Ipv6Routing || layer.Bytes.Length < 8 + Ipv6Address.ByteCount)
            {
                continue;
            }
            Ipv6RoutingHeader routing = MemoryMarshal.Read<Ipv6RoutingHeader>(packet[layer.Offset..]);
            if (routing.SegmentsLeft > 0)
            {
                int at = routing.RoutingType == 4 ? 8 : layer.Bytes.Length - Ipv6Address.ByteCount;
                destination = new Ipv6Address(packet.Slice(layer.Offset + at, Ipv6Address.ByteCount));
            }
        }
        return destination;
    }
}
