using System.Runtime.InteropServices;

namespace DpdkSharp.Headers.Tests;

/// <summary>Packets, built from the inside out: each layer takes what it carries.</summary>
internal static class Build
{
    internal static readonly byte[] Payload = "hello, packet"u8.ToArray();

    internal static byte[] Bytes<T>(in T header)
        where T : unmanaged, IPacketHeader<T> => MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in header)).ToArray();

    internal static byte[] Ethernet(EtherType type, byte[] payload) =>
        [
            .. Bytes(new EthernetHeader
            {
                Destination = MacAddress.Parse("02:00:00:00:00:02"),
                Source = MacAddress.Parse("02:00:00:00:00:01"),
                EtherType = type,
            }),
            .. payload,
        ];

    internal static byte[] Vlan(ushort id, EtherType type, byte[] payload) => [.. Bytes(new VlanHeader { VlanId = id, EtherType = type }), .. payload];

    internal static byte[] Mpls(uint label, bool last, byte[] payload) =>
        [.. Bytes(new MplsHeader { Label = label, IsBottomOfStack = last, TimeToLive = 64 }), .. payload];

    internal static byte[] Arp() => Bytes(new ArpHeader { Operation = ArpOperation.Request, TargetIp = Ipv4Address.Parse("192.0.2.1") });

    internal static byte[] Ipv4(IpProtocol protocol, byte[] payload, byte[]? options = null, int fragmentOffset = 0, Ipv4Flags flags = Ipv4Flags.None)
    {
        options ??= [];
        Ipv4Header header = new()
        {
            HeaderLength = 20 + options.Length,
            TotalLength = (ushort)(20 + options.Length + payload.Length),
            Protocol = protocol,
            FragmentOffset = fragmentOffset,
            Flags = flags,
            Source = Ipv4Address.Parse("192.0.2.1"),
            Destination = Ipv4Address.Parse("198.51.100.2"),
        };
        header.Checksum = header.ComputeChecksum(options);
        return [.. Bytes(header), .. options, .. payload];
    }

    internal static byte[] Ipv6(IpProtocol next, byte[] payload) =>
        [
            .. Bytes(new Ipv6Header
            {
                PayloadLength = (ushort)payload.Length,
                NextHeader = next,
                Source = Ipv6Address.Parse("2001:db8::1"),
                Destination = Ipv6Address.Parse("2001:db8::2"),
            }),
            .. payload,
        ];

    internal static byte[] Ipv6Options(IpProtocol next, byte[] options, byte[] payload) =>
        [.. Bytes(new Ipv6OptionsHeader { NextHeader = next, HeaderLength = 2 + options.Length }), .. options, .. payload];

    internal static byte[] Ipv6Routing(IpProtocol next, byte[] data, byte[] payload) =>
        [.. Bytes(new Ipv6RoutingHeader { NextHeader = next, HeaderLength = 4 + data.Length, RoutingType = 4 }), .. data, .. payload];

    internal static byte[] Ipv6Fragment(IpProtocol next, int offset, bool more, byte[] payload) =>
        [.. Bytes(new Ipv6FragmentHeader { NextHeader = next, FragmentOffset = offset, MoreFragments = more, Identification = 7 }), .. payload];

    internal static byte[] Authentication(IpProtocol next, byte[] value, byte[] payload) =>
        [.. Bytes(new AuthenticationHeader { NextHeader = next, HeaderLength = 12 + value.Length, SequenceNumber = 1 }), .. value, .. payload];

    internal static byte[] Tcp(byte[] payload, byte[]? options = null)
    {
        options ??= [];
        return
        [
            .. Bytes(new TcpHeader { SourcePort = 40000, DestinationPort = 80, HeaderLength = 20 + options.Length, Flags = TcpFlags.Syn }),
            .. options,
            .. payload,
        ];
    }

    internal static byte[] Udp(ushort port, byte[] payload, int extraLength = 0) =>
        [
            .. Bytes(new UdpHeader { SourcePort = 40000, DestinationPort = port, Length = (ushort)(8 + payload.Length + extraLength) }),
            .. payload,
        ];

    internal static byte[] Icmp(byte[] payload) => [.. Bytes(new IcmpHeader { Type = IcmpType.EchoRequest, Identifier = 1 }), .. payload];

    internal static byte[] Icmpv6(byte[] payload) => [.. Bytes(new Icmpv6Header { Type = Icmpv6Type.EchoRequest, Identifier = 1 }), .. payload];

    internal static byte[] Sctp(byte[] payload) => [.. Bytes(new SctpHeader { SourcePort = 1, DestinationPort = 2, VerificationTag = 3 }), .. payload];

    internal static byte[] Vxlan(uint vni, byte[] frame) => [.. Bytes(new VxlanHeader { Vni = vni }), .. frame];

    internal static byte[] Gre(EtherType type, byte[] payload, bool all = false)
    {
        byte[] words = all
            ? [.. Bytes(new GreChecksumWord { Checksum = 1 }), .. Bytes(new GreKeyWord { Key = 2 }), .. Bytes(new GreSequenceWord { SequenceNumber = 3 })]
            : [];
        return [.. Bytes(new GreHeader { Protocol = type, HasChecksum = all, HasKey = all, HasSequenceNumber = all }), .. words, .. payload];
    }

    /// <summary>A user's packet in GTP-U, with a PDU session container and a PDCP PDU number as extension headers when asked for.</summary>
    internal static byte[] Gtpu(byte[] payload, bool extensions = false)
    {
        byte[] optional = extensions
            ? [.. Bytes(new GtpuOptionalFields { NextExtension = GtpuExtensionType.PduSessionContainer }), 1, 0x00, 0x09, 0xC0, 1, 0x12, 0x34, 0]
            : [];
        return
        [
            .. Bytes(new GtpuHeader
            {
                HasExtensionHeader = extensions,
                TunnelEndpointId = 0x01020304,
                Length = (ushort)(optional.Length + payload.Length),
            }),
            .. optional,
            .. payload,
        ];
    }
}
