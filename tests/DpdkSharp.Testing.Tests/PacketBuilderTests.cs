using DpdkSharp.Headers;
using DpdkSharp.TestKit;
using static DpdkSharp.Headers.PacketLayerType;

namespace DpdkSharp.Testing.Tests;

/// <summary>Builders fill in what the layers say of each other; tcpdump and PacketDotNet find it right.</summary>
public sealed class PacketBuilderTests
{
    private static readonly Ipv6Address s_first = Ipv6Address.Parse("2001:db8::a");
    private static readonly Ipv6Address s_second = Ipv6Address.Parse("2001:db8::b");

    private static readonly (PacketBuilder Packet, PacketLayerType[] Layers)[] s_packets =
    [
        (Packet.Ethernet().Arp(), [PacketLayerType.Ethernet, Arp]),
        (Packet.Ethernet().Ipv4().Udp().Payload("odd"), [PacketLayerType.Ethernet, Ipv4, Udp]),
        (Packet.Ethernet().Ipv4(options: [148, 4, 0]).Tcp(options: [.. TcpOptionBytes.MaximumSegmentSize(1460), .. TcpOptionBytes.SackPermitted, .. TcpOptionBytes.WindowScale(7)]),
            [PacketLayerType.Ethernet, Ipv4, Tcp]),
        (Packet.Ethernet().Ipv4().Tcp(options: [.. TcpOptionBytes.Timestamps(1, 2), .. TcpOptionBytes.Sack((3u, 4u), (5u, 6u))]).PayloadOfLength(1001), [PacketLayerType.Ethernet, Ipv4, Tcp]),
        (Packet.Ethernet().Ipv4().Icmp(identifier: 7, sequenceNumber: 8).PayloadOfLength(57), [PacketLayerType.Ethernet, Ipv4, Icmp]),
        (Packet.Ethernet().Ipv4().Sctp().SctpChunk(0, [0, 0, 0, 1, 0, 2, 0, 3, 0, 0, 0, 0, 65]), [PacketLayerType.Ethernet, Ipv4, Sctp]),
        (Packet.Ethernet().Vlan(100, priority: 5).Ipv4().Udp(), [PacketLayerType.Ethernet, Vlan, Ipv4, Udp]),
        (Packet.Ethernet().Vlan(100).Vlan(200).Ipv6().Udp().Payload("x"), [PacketLayerType.Ethernet, Vlan, Vlan, Ipv6, Udp]),
        (Packet.Ethernet().Mpls(16).Mpls(17).Ipv4().Udp(), [PacketLayerType.Ethernet, Mpls, Mpls, Ipv4, Udp]),
        (Packet.Ethernet().Ipv6().Icmpv6(restOfHeader: 1).Payload("ping"), [PacketLayerType.Ethernet, Ipv6, Icmpv6]),
        (Packet.Ethernet().Ipv6().Ipv6HopByHop([5, 2, 0, 0]).Ipv6Routing([s_first, s_second]).Ipv6DestinationOptions().Ipv6Fragment(9).Tcp(flags: TcpFlags.Syn),
            [PacketLayerType.Ethernet, Ipv6, Ipv6HopByHop, Ipv6Routing, Ipv6DestinationOptions, Ipv6Fragment, Tcp]),
        (Packet.Ethernet().Ipv6().AuthenticationHeader(1, 2, new byte[12]).Udp().Payload("y"), [PacketLayerType.Ethernet, Ipv6, PacketLayerType.AuthenticationHeader, Udp]),
        (Packet.Ethernet().Ipv4().AuthenticationHeader(1, 2, new byte[16]).Icmp(), [PacketLayerType.Ethernet, Ipv4, PacketLayerType.AuthenticationHeader, Icmp]),
        (Packet.Ethernet().Ipv4().Udp().Vxlan(77).Ethernet().Ipv6().Tcp(), [PacketLayerType.Ethernet, Ipv4, Udp, Vxlan, PacketLayerType.Ethernet, Ipv6, Tcp]),
        (Packet.Ethernet().Ipv4().Gre(key: 1, sequenceNumber: 2, withChecksum: true).Ipv4().Udp().Payload("abc"), [PacketLayerType.Ethernet, Ipv4, Gre, Ipv4, Udp]),
        (Packet.Ethernet().Ipv6().Gre().Ethernet().Arp(), [PacketLayerType.Ethernet, Ipv6, Gre, PacketLayerType.Ethernet, Arp]),
        (Packet.Ethernet().Ipv4().Udp().Gtpu(1, sequenceNumber: 2, extensions: [(GtpuExtensionType.PduSessionContainer, [0, 9]), (GtpuExtensionType.PdcpPduNumber, [1, 2, 3])]).Ipv4().Tcp(),
            [PacketLayerType.Ethernet, Ipv4, Udp, Gtpu, Ipv4, Tcp]),
        (Packet.Ethernet().Ipv4().Ipv6().Ipv4().Udp(), [PacketLayerType.Ethernet, Ipv4, Ipv6, Ipv4, Udp]),
    ];

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, s_packets.Length)];

    [Theory, MemberData(nameof(Indices))]
    public void Layers_name_and_measure_what_follows(int index)
    {
        (PacketBuilder packet, PacketLayerType[] layers) = s_packets[index];

        PacketAssert.Layers(packet, layers);
        PacketAssert.ChecksumsAreRight(packet);
        // Padding is nobody's.
        TestPacket padded = packet.PadTo(packet.ToArray().Length + 10);
        PacketAssert.Layers(padded, layers);
        PacketAssert.ChecksumsAreRight(padded);
        packet.PadTo(0);
    }

    [Fact]
    public void Tcpdump_finds_nothing_wrong()
    {
        using var folder = new TemporaryFile();
        CaptureFile.WriteFrames(folder.Path, s_packets.Select(static p => p.Packet.ToArray()));

        var text = ChildProcess.RunChecked(Requirements.Program("tcpdump", "tcpdump"), "-r", folder.Path, "-n", "-t", "-e", "-vv", "-S");

        foreach (var wrong in (string[])["incorrect", "bad ", "invalid", "truncated", "[|", "malformed", "wrong"])
        {
            Assert.DoesNotContain(wrong, text, StringComparison.OrdinalIgnoreCase);
        }
        Assert.Contains("(correct)", text, StringComparison.Ordinal);
        Assert.Contains("udp sum ok", text, StringComparison.Ordinal);
        Assert.Contains("mss 1460,sackOK,wscale 7", text, StringComparison.Ordinal);
    }

    [Fact]
    public void PacketDotNet_reads_the_same()
    {
        byte[] bytes = Packet.Ethernet("02:00:00:00:00:0a", "02:00:00:00:00:0b")
            .Ipv4("198.51.100.1", "198.51.100.2", timeToLive: 3, dscp: 46, identification: 0x1234, flags: Ipv4Flags.DontFragment)
            .Tcp(1, 2, TcpFlags.Psh | TcpFlags.Ack, 3, 4, 5)
            .Payload("payload").ToArray();

        var ethernet = (PacketDotNet.EthernetPacket)PacketDotNet.Packet.ParsePacket(PacketDotNet.LinkLayers.Ethernet, bytes);
        var ip = Assert.IsType<PacketDotNet.IPv4Packet>(ethernet.PayloadPacket);
        var tcp = Assert.IsType<PacketDotNet.TcpPacket>(ip.PayloadPacket);
        Assert.Equal(("02000000000A", "02000000000B"), (ethernet.SourceHardwareAddress.ToString(), ethernet.DestinationHardwareAddress.ToString()));
        Assert.Equal(("198.51.100.1", "198.51.100.2", 3, 46 << 2, 0x1234), (ip.SourceAddress.ToString(), ip.DestinationAddress.ToString(), ip.TimeToLive, ip.TypeOfService, ip.Id));
        Assert.True(ip.ValidChecksum && tcp.ValidChecksum);
        Assert.Equal((1, 2, 3u, 4u, 5), (tcp.SourcePort, tcp.DestinationPort, tcp.SequenceNumber, tcp.AcknowledgmentNumber, tcp.WindowSize));
        Assert.True(tcp.Push && tcp.Acknowledgment && !tcp.Synchronize);
        Assert.Equal("payload"u8, tcp.PayloadData);
    }

    [Fact]
    public void What_is_told_stays_as_told()
    {
        TestPacket packet = Packet.Ethernet(etherType: (EtherType)0x1234).Ipv4(protocol: IpProtocol.Tcp, totalLength: 7, checksum: 8).Udp(1, 2, length: 9, checksum: 10);

        Assert.Equal((EtherType)0x1234, packet.Header<EthernetHeader>().EtherType);
        Assert.True(packet.Span.TryReadHeader(14, out Ipv4Header ip));
        Assert.Equal((IpProtocol.Tcp, 7, 8), (ip.Protocol, ip.TotalLength, ip.Checksum));
        Assert.True(packet.Span.TryReadHeader(34, out UdpHeader udp));
        Assert.Equal((2, 9, 10), (udp.DestinationPort, udp.Length, udp.Checksum));
        Assert.Equal(0, ((TestPacket)Packet.Ethernet().Ipv4().Udp(checksum: 0)).Header<UdpHeader>().Checksum);
        Assert.Equal(5, ((TestPacket)Packet.Ethernet().Ipv4().Tcp(checksum: 5)).Header<TcpHeader>().Checksum);
        Assert.Equal(5u, ((TestPacket)Packet.Ethernet().Ipv4().Sctp(checksum: 5)).Header<SctpHeader>().Checksum);
        Assert.False(((TestPacket)Packet.Ethernet().Mpls(1, bottomOfStack: false).Ipv4()).Header<MplsHeader>().IsBottomOfStack);
    }

    [Fact]
    public void The_outer_of_two_tags_is_a_service_tag()
    {
        TestPacket packet = Packet.Ethernet().Vlan(1).Vlan(2).Ipv4();

        Assert.Equal(EtherType.QinQ, packet.Header<EthernetHeader>().EtherType);
        Assert.Equal(EtherType.Vlan, packet.Header<VlanHeader>().EtherType);
        Assert.Equal((1, 2), (packet.Header<VlanHeader>(0).VlanId, packet.Header<VlanHeader>(1).VlanId));
    }

    [Fact]
    public void A_transport_checksum_counts_the_last_address_to_visit()
    {
        TestPacket routed = Packet.Ethernet().Ipv6(destination: s_second).Ipv6Routing([s_first, s_second]).Udp(checksum: null).Payload("x");
        TestPacket arrived = Packet.Ethernet().Ipv6(destination: s_first).Ipv6Routing([s_first, s_second], segmentsLeft: 0).Udp().Payload("x");

        Assert.Equal(arrived.Header<UdpHeader>().Checksum, routed.Header<UdpHeader>().Checksum);
    }

    [Fact]
    public void A_packet_lies_in_segments_as_asked_for()
    {
        using PacketPool pool = PacketPool.Create(UniqueName.Next("pool"), 255, 0, dataRoomSize: 256);
        PacketBuilder builder = Packet.Ethernet().Ipv4().Udp().PayloadOfLength(300);
        foreach ((int[] lengths, int[] expected) in (ReadOnlySpan<(int[], int[])>)[([], [128, 128, 86]), ([10], [.. Enumerable.Repeat(10, 34), 2]), ([14, 20, 100], [14, 20, 100, 100, 100, 8]), ([1, 128], [1, 128, 128, 85])])
        {
            Mbuf packet = builder.ToMbuf(pool, lengths);
            TestPacket copy = TestPacket.Copy(packet);
            packet.Free();

            Assert.Equal(expected, copy.SegmentLengths);
            PacketAssert.Equal(builder, copy);
        }
        Assert.Throws<ArgumentException>(() => builder.ToMbuf(pool, 129));
        Assert.Throws<ArgumentException>(() => builder.ToMbuf(pool, 10, 0));
        Assert.Contains("in use", Assert.Throws<InvalidOperationException>(() => builder.ToMbuf(pool, 1)).Message, StringComparison.Ordinal);
        Assert.Equal(0, pool.InUseCount);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Throws<ArgumentException>(() => Packet.Ethernet().Ipv4(options: new byte[41]));
        Assert.Throws<ArgumentException>(() => Packet.Ethernet().Ipv4().Tcp(options: new byte[41]));
        Assert.Throws<FormatException>(() => Packet.Ethernet().Ipv4("1.2.3"));
        Assert.Throws<InvalidOperationException>(() => Packet.Ethernet().Udp().ToArray());
        Assert.Throws<InvalidOperationException>(() => Packet.Ethernet().Ipv4().Icmpv6().ToArray());
        Assert.Throws<InvalidOperationException>(() => Packet.Ethernet().Ipv4().Udp().PayloadOfLength(70_000).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => Packet.Ethernet().Vlan(4096));
    }

    [Fact]
    public void A_builder_makes_packets_while_it_grows()
    {
        PacketBuilder builder = Packet.Ethernet().Ipv4().Udp();
        TestPacket first = builder;
        TestPacket second = builder.Payload("more");

        Assert.Equal((8, 12), (first.Header<UdpHeader>().Length, second.Header<UdpHeader>().Length));
        Assert.Equal("more"u8, second.Payload);
    }
}
