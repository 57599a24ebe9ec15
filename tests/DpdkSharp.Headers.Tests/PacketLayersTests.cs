using CsCheck;
using static DpdkSharp.Headers.EtherType;
using static DpdkSharp.Headers.Tests.Build;

namespace DpdkSharp.Headers.Tests;

/// <summary>One walk tells which headers a packet has and where; it trusts nothing that the packet says.</summary>
public class PacketLayersTests
{
    private static readonly byte[] Padding1 = [1, 4, 0, 0, 0, 0];

    /// <summary>Packets of every kind, and the layers that the walk finds in them.</summary>
    private static readonly (byte[] Packet, string Layers)[] Packets =
    [
        (Ethernet(EtherType.Arp, [.. Build.Arp(), .. new byte[18]]), "Ethernet+14 Arp+28"),
        (Ethernet(EtherType.Ipv4, Build.Ipv4(IpProtocol.Tcp, Tcp(Payload, [2, 4, 5, 0xB4, 1, 3, 3, 7]))), "Ethernet+14 Ipv4+20 Tcp+28"),
        (Ethernet(EtherType.Ipv4, Build.Ipv4(IpProtocol.Udp, Udp(53, Payload), [148, 4, 0, 0])), "Ethernet+14 Ipv4+24 Udp+8"),
        (Ethernet(QinQ, Build.Vlan(5, EtherType.Vlan, Build.Vlan(6, EtherType.Ipv6, Build.Ipv6(IpProtocol.Udp, Udp(53, Payload))))),
            "Ethernet+14 Vlan+4 Vlan+4 Ipv6+40 Udp+8"),
        (Ethernet(EtherType.Mpls, Build.Mpls(100, false, Build.Mpls(200, true, Build.Ipv4(IpProtocol.Icmp, Icmp(Payload))))),
            "Ethernet+14 Mpls+4 Mpls+4 Ipv4+20 Icmp+8"),
        (Ethernet(EtherType.Ipv6, Build.Ipv6(IpProtocol.Icmpv6, Icmpv6(Payload))), "Ethernet+14 Ipv6+40 Icmpv6+8"),
        (Ethernet(EtherType.Ipv6, Build.Ipv6(IpProtocol.Ipv6HopByHop, Ipv6Options(IpProtocol.Ipv6DestinationOptions, Padding1,
            Ipv6Options(IpProtocol.Ipv6Routing, Padding1, Ipv6Routing(IpProtocol.Ipv6Fragment, new byte[20],
            Ipv6Fragment(IpProtocol.Udp, 0, true, Udp(53, Payload, extraLength: 1000))))))),
            "Ethernet+14 Ipv6+40 Ipv6HopByHop+8 Ipv6DestinationOptions+8 Ipv6Routing+24 Ipv6Fragment+8 Udp+8"),
        (Ethernet(EtherType.Ipv4, Build.Ipv4(IpProtocol.AuthenticationHeader, Authentication(IpProtocol.Sctp, new byte[12], Sctp(Payload)))),
            "Ethernet+14 Ipv4+20 AuthenticationHeader+24 Sctp+12"),
        (Ethernet(EtherType.Ipv6, Build.Ipv6(IpProtocol.AuthenticationHeader, Authentication(IpProtocol.Icmpv6, new byte[12], Icmpv6(Payload)))),
            "Ethernet+14 Ipv6+40 AuthenticationHeader+24 Icmpv6+8"),
        (Ethernet(EtherType.Ipv4, Build.Ipv4(IpProtocol.Udp, Udp(4789, Vxlan(77, Ethernet(EtherType.Ipv6, Build.Ipv6(IpProtocol.Tcp, Tcp(Payload))))))),
            "Ethernet+14 Ipv4+20 Udp+8 Vxlan+8 Ethernet+14 Ipv6+40 Tcp+20"),
        (Ethernet(EtherType.Ipv4, Build.Ipv4(IpProtocol.Gre, Gre(EtherType.Ipv4, Build.Ipv4(IpProtocol.Udp, Udp(53, Payload)), all: true))),
            "Ethernet+14 Ipv4+20 Gre+16 Ipv4+20 Udp+8"),
        (Ethernet(EtherType.Ipv6, Build.Ipv6(IpProtocol.Gre, Gre(TransparentEthernetBridging, Ethernet(EtherType.Arp, Build.Arp())))),
            "Ethernet+14 Ipv6+40 Gre+4 Ethernet+14 Arp+28"),
        (Ethernet(EtherType.Ipv4, Build.Ipv4(IpProtocol.Udp, Udp(2152, Gtpu(Build.Ipv6(IpProtocol.Icmpv6, Icmpv6(Payload)))))),
            "Ethernet+14 Ipv4+20 Udp+8 Gtpu+8 Ipv6+40 Icmpv6+8"),
        (Ethernet(EtherType.Ipv6, Build.Ipv6(IpProtocol.Udp, Udp(2152, Gtpu(Build.Ipv4(IpProtocol.Tcp, Tcp(Payload)), extensions: true)))),
            "Ethernet+14 Ipv6+40 Udp+8 Gtpu+20 Ipv4+20 Tcp+20"),
        (Ethernet(EtherType.Ipv4, Build.Ipv4(IpProtocol.Ipv6, Build.Ipv6(IpProtocol.Ipv4, Build.Ipv4(IpProtocol.Mpls,
            Build.Mpls(3, true, Build.Ipv4(IpProtocol.Udp, Udp(53, Payload))))))),
            "Ethernet+14 Ipv4+20 Ipv6+40 Ipv4+20 Mpls+4 Ipv4+20 Udp+8"),
    ];

    public static TheoryData<int> Indices => [.. Enumerable.Range(0, Packets.Length)];

    private static Gen<byte[]> AnyPacket => Gen.Int[0, Packets.Length - 1].Select(i => Packets[i].Packet);

    /// <summary>Valid packets with some bytes changed, and cut off somewhere.</summary>
    private static Gen<byte[]> DamagedPacket =>
        Gen.Select(AnyPacket, Gen.Select(Gen.Int[0, 200], Gen.Byte).Array[0, 4], Gen.Int[0, 300], (packet, changes, length) =>
        {
            byte[] damaged = [.. packet];
            foreach ((int at, byte value) in changes)
            {
                damaged[at % damaged.Length] = value;
            }

            return damaged[..Math.Min(length, damaged.Length)];
        });

    [Theory, MemberData(nameof(Indices))]
    public void The_layers_of_a_packet_are_found_where_they_are(int index)
    {
        (byte[] packet, string expected) = Packets[index];

        PacketLayers layers = PacketLayers.Parse(packet);

        Assert.Equal(expected, Describe(layers));
        Assert.Equal(PacketParseStop.Payload, layers.Stop);
        Assert.Equal(-1, layers.NextProtocol);
        bool arp = expected.EndsWith("Arp+28", StringComparison.Ordinal);
        Assert.Equal(arp ? "" : "hello, packet", System.Text.Encoding.ASCII.GetString(arp ? [] : packet.AsSpan(layers.PayloadOffset, layers.PayloadLength)));
    }

    [Theory, MemberData(nameof(Indices))]
    public void A_packet_cut_off_anywhere_is_truncated(int index)
    {
        using GuardedMemory memory = new();
        byte[] packet = Packets[index].Packet;
        int needed = packet.Length;
        if (Packets[index].Layers == "Ethernet+14 Arp+28")
        {
            needed -= 18; // Ethernet's padding is nobody's
        }

        for (int length = 0; length < packet.Length; length++)
        {
            PacketLayers layers = PacketLayers.Parse(memory.AtEnd(packet.AsSpan(0, length)));
            Assert.Equal(length < needed ? PacketParseStop.Truncated : PacketParseStop.Payload, layers.Stop);
        }
    }

    [Theory, MemberData(nameof(Indices))]
    public void Padding_after_the_packet_is_not_payload(int index)
    {
        byte[] packet = Packets[index].Packet;

        PacketLayers layers = PacketLayers.Parse((byte[])[.. packet, .. new byte[30]]);

        Assert.Equal(Describe(PacketLayers.Parse(packet)), Describe(layers));
        if (!layers.TryFind(PacketLayerType.Arp, out _))
        {
            Assert.Equal(Payload.Length, layers.PayloadLength);
        }
    }

    [Fact]
    public void Any_bytes_are_walked_without_leaving_them()
    {
        using GuardedMemory memory = new();
        Gen<PacketLayerType> anyStart = Gen.Int[0, 25].Select(i => (PacketLayerType)i);
        Gen.Select(Gen.Byte.Array[0, 200], anyStart, Gen.Bool).Sample(
            (bytes, start, tunnels) => CheckConsistent(memory, bytes, start, tunnels),
            iter: 100_000,
            threads: 1);
    }

    [Fact]
    public void Damaged_packets_are_walked_without_leaving_them()
    {
        using GuardedMemory memory = new();
        Gen.Select(DamagedPacket, Gen.Bool).Sample(
            (bytes, tunnels) => CheckConsistent(memory, bytes, PacketLayerType.Ethernet, tunnels),
            iter: 200_000,
            threads: 1);
    }

    [Fact]
    public void A_packet_in_pieces_is_walked_like_one_in_one_piece() =>
        Gen.Select(DamagedPacket, Gen.Int[1, 9]).Sample(
            (bytes, pieceLength) =>
            {
                PacketLayers whole = PacketLayers.Parse(bytes);
                PacketLayers pieces = PacketLayers.Parse(new PiecewiseSource(bytes.Chunk(pieceLength).ToArray()));

                Assert.Equal(Describe(whole), Describe(pieces));
                Assert.Equal(
                    (whole.Stop, whole.IsFragment, whole.NextProtocol, whole.PayloadOffset, whole.PayloadLength),
                    (pieces.Stop, pieces.IsFragment, pieces.NextProtocol, pieces.PayloadOffset, pieces.PayloadLength));
            },
            iter: 20_000,
            threads: 1);

    [Fact]
    public void Outer_and_inner_layers_are_found_by_type()
    {
        byte[] packet = Ethernet(EtherType.Ipv4, Build.Ipv4(IpProtocol.Udp, Udp(4789, Vxlan(77, Ethernet(EtherType.Ipv4, Build.Ipv4(IpProtocol.Tcp, Tcp([])))))));

        PacketLayers layers = PacketLayers.Parse(packet);

        Assert.True(layers.TryFind(PacketLayerType.Ipv4, out PacketLayer outer));
        Assert.True(layers.TryFindLast(PacketLayerType.Ipv4, out PacketLayer inner));
        Assert.Equal((14, 20, 34), (outer.Offset, outer.Length, outer.End));
        Assert.Equal((64, 20, 84), (inner.Offset, inner.Length, inner.End));
        Assert.False(layers.TryFind(PacketLayerType.Sctp, out _));
        Assert.False(layers.TryFindLast(PacketLayerType.Sctp, out _));
        Assert.Equal(PacketLayerType.Tcp, layers[layers.Count - 1].Type);
        Assert.Throws<ArgumentOutOfRangeException>(() => layers[layers.Count]);
        Assert.Throws<ArgumentOutOfRangeException>(() => layers[-1]);
    }

    [Fact]
    public void Tunnels_are_left_alone_when_asked()
    {
        Assert.Equal("Ethernet+14 Ipv4+20 Udp+8", Outside(IpProtocol.Udp, Udp(4789, Vxlan(7, Ethernet(EtherType.Arp, Build.Arp())))));
        Assert.Equal("Ethernet+14 Ipv4+20 Udp+8", Outside(IpProtocol.Udp, Udp(2152, Gtpu(Build.Ipv4(IpProtocol.Tcp, Tcp([]))))));
        Assert.Equal("Ethernet+14 Ipv4+20 Gre+4", Outside(IpProtocol.Gre, Gre(EtherType.Ipv4, Build.Ipv4(IpProtocol.Tcp, Tcp([])))));
        Assert.Equal("Ethernet+14 Ipv4+20", Outside(IpProtocol.Ipv4, Build.Ipv4(IpProtocol.Tcp, Tcp([]))));
        Assert.Equal("Ethernet+14 Ipv4+20", Outside(IpProtocol.Ipv6, Build.Ipv6(IpProtocol.Tcp, Tcp([]))));

        static string Outside(IpProtocol protocol, byte[] payload)
        {
            PacketLayers layers = PacketLayers.Parse(Ethernet(EtherType.Ipv4, Build.Ipv4(protocol, payload)), tunnels: false);
            Assert.Equal(PacketParseStop.Payload, layers.Stop);
            return Describe(layers);
        }
    }

    [Fact]
    public void A_fragment_has_upper_layers_only_when_it_is_the_first()
    {
        PacketLayers first = PacketLayers.Parse(
            Build.Ipv4(IpProtocol.Udp, Udp(53, Payload, extraLength: 3000), flags: Ipv4Flags.MoreFragments), PacketLayerType.Ipv4);
        PacketLayers later = PacketLayers.Parse(Build.Ipv4(IpProtocol.Udp, Payload, fragmentOffset: 1480), PacketLayerType.Ipv4);
        PacketLayers later6 = PacketLayers.Parse(
            Build.Ipv6(IpProtocol.Ipv6Fragment, Ipv6Fragment(IpProtocol.Udp, 1480, false, Payload)), PacketLayerType.Ipv6);
        PacketLayers atomic = PacketLayers.Parse(
            Build.Ipv6(IpProtocol.Ipv6Fragment, Ipv6Fragment(IpProtocol.Udp, 0, false, Udp(53, Payload))), PacketLayerType.Ipv6);

        Assert.Equal(("Ipv4+20 Udp+8", PacketParseStop.Payload, true), (Describe(first), first.Stop, first.IsFragment));
        Assert.Equal(("Ipv4+20", PacketParseStop.Fragment, true), (Describe(later), later.Stop, later.IsFragment));
        Assert.Equal(("Ipv6+40 Ipv6Fragment+8", PacketParseStop.Fragment, true), (Describe(later6), later6.Stop, later6.IsFragment));
        Assert.Equal(("Ipv6+40 Ipv6Fragment+8 Udp+8", PacketParseStop.Payload, false), (Describe(atomic), atomic.Stop, atomic.IsFragment));
        Assert.Equal((20, Payload.Length), (later.PayloadOffset, later.PayloadLength));
    }

    [Fact]
    public void The_walk_ends_at_what_it_does_not_know_and_says_what_that_is()
    {
        Stops(Ethernet(Lldp, Payload), "Ethernet+14", (int)Lldp);
        Stops(Ethernet((EtherType)46, Payload), "Ethernet+14", 46);
        Stops(Ethernet(EtherType.Ipv4, Build.Ipv4(IpProtocol.Esp, Payload)), "Ethernet+14 Ipv4+20", (int)IpProtocol.Esp);
        Stops(Ethernet(EtherType.Ipv4, Build.Ipv4(IpProtocol.Icmpv6, Icmpv6([]))), "Ethernet+14 Ipv4+20", (int)IpProtocol.Icmpv6);
        Stops(Ethernet(EtherType.Ipv6, Build.Ipv6(IpProtocol.Icmp, Icmp([]))), "Ethernet+14 Ipv6+40", (int)IpProtocol.Icmp);
        Stops(Ethernet(EtherType.Mpls, Build.Mpls(1, true, [0, 0, 0, 0])), "Ethernet+14 Mpls+4", -1);
        Stops(Ethernet(EtherType.Ipv4, Build.Ipv4(IpProtocol.Udp, Udp(2152, Gtpu([0xFF])))), "Ethernet+14 Ipv4+20 Udp+8 Gtpu+8", -1);
        Stops(Ethernet(EtherType.Ipv4, Build.Ipv4(IpProtocol.Gre, Bytes(new GreHeader { Version = 1 }))), "Ethernet+14 Ipv4+20", -1);
        Stops(Ethernet(EtherType.Arp, Bytes(new ArpHeader { HardwareType = 6 })), "Ethernet+14", -1);

        static void Stops(byte[] packet, string layers, int protocol)
        {
            PacketLayers found = PacketLayers.Parse(packet);
            Assert.Equal((layers, PacketParseStop.UnknownProtocol, protocol), (Describe(found), found.Stop, found.NextProtocol));
        }
    }

    [Fact]
    public void Headers_that_contradict_themselves_are_malformed()
    {
        Malformed(Change(Build.Ipv4(IpProtocol.Tcp, Tcp([])), 0, 0x55), PacketLayerType.Ipv4, ""); // version 5
        Malformed(Change(Build.Ipv4(IpProtocol.Tcp, Tcp([])), 0, 0x44), PacketLayerType.Ipv4, ""); // a header of 16 bytes
        Malformed(Change(Build.Ipv4(IpProtocol.Tcp, Tcp([])), 3, 19), PacketLayerType.Ipv4, ""); // 19 bytes in all
        Malformed(Change(Build.Ipv6(IpProtocol.Tcp, Tcp([])), 0, 0x40), PacketLayerType.Ipv6, ""); // version 4
        Malformed(Build.Ipv6(IpProtocol.Ipv6DestinationOptions, Ipv6Options(IpProtocol.Ipv6HopByHop, Padding1, [])),
            PacketLayerType.Ipv6, "Ipv6+40 Ipv6DestinationOptions+8"); // hop-by-hop options that are not first
        Malformed(Change(Tcp([]), 12, 0x40), PacketLayerType.Tcp, ""); // a header of 16 bytes
        Malformed(Change(Udp(53, []), 5, 7), PacketLayerType.Udp, ""); // 7 bytes in all
        Malformed(Change(Vxlan(1, []), 0, 0), PacketLayerType.Vxlan, ""); // no network identifier
        Malformed(Change(Authentication(IpProtocol.Tcp, [], Tcp([])), 1, 0), PacketLayerType.AuthenticationHeader, ""); // 8 bytes
        Malformed(Change(Gtpu(Payload, extensions: true), 12, 0), PacketLayerType.Gtpu, ""); // an extension header of no length
        Malformed(Change(Gtpu(Payload, extensions: true), 12, 200), PacketLayerType.Gtpu, ""); // one longer than the message
        Malformed(Change(Gtpu([], extensions: true), 3, 3), PacketLayerType.Gtpu, ""); // no room for the optional fields

        static byte[] Change(byte[] packet, int at, byte value)
        {
            packet[at] = value;
            return packet;
        }

        static void Malformed(byte[] packet, PacketLayerType start, string layers)
        {
            PacketLayers found = PacketLayers.Parse(packet, start);
            Assert.Equal((layers, PacketParseStop.Malformed), (Describe(found), found.Stop));
        }
    }

    [Fact]
    public void There_is_an_end_to_how_many_layers_are_walked()
    {
        byte[] tags = Build.Arp();
        for (int i = 0; i < 14; i++)
        {
            tags = Build.Vlan(1, i == 0 ? EtherType.Arp : EtherType.Vlan, tags);
        }

        Assert.Equal(PacketParseStop.Payload, PacketLayers.Parse(Ethernet(EtherType.Vlan, tags)).Stop);
        PacketLayers tooMany = PacketLayers.Parse(Ethernet(EtherType.Vlan, Build.Vlan(1, EtherType.Vlan, tags)));
        Assert.Equal((PacketParseStop.TooManyLayers, PacketLayers.MaxCount), (tooMany.Stop, tooMany.Count));
    }

    [Fact]
    public void The_first_fragment_of_a_GTP_message_may_end_within_the_message_but_not_within_its_headers()
    {
        byte[] datagram = Udp(2152, Gtpu(Build.Ipv4(IpProtocol.Tcp, Tcp(Payload)), extensions: true));
        for (int length = 8; length < datagram.Length; length++)
        {
            byte[] fragment = Build.Ipv4(IpProtocol.Udp, datagram[..length], flags: Ipv4Flags.MoreFragments);

            PacketLayers layers = PacketLayers.Parse(fragment, PacketLayerType.Ipv4);

            string expected = length switch
            {
                < 8 + 20 => "Ipv4+20 Udp+8",
                < 8 + 20 + 20 => "Ipv4+20 Udp+8 Gtpu+20",
                _ => "Ipv4+20 Udp+8 Gtpu+20 Ipv4+20",
            };
            bool nothingAfterGtp = length == 8 + 20;
            Assert.Equal((expected, nothingAfterGtp ? PacketParseStop.Payload : PacketParseStop.Truncated), (Describe(layers), layers.Stop));
        }
    }

    [Fact]
    public void A_whole_packet_within_a_fragment_must_be_whole()
    {
        byte[] tooShort = Udp(53, Payload, extraLength: 1);
        foreach (byte[] inner in (byte[][])[Gre(EtherType.Ipv4, Build.Ipv4(IpProtocol.Udp, tooShort)), Gre(EtherType.Ipv6, Build.Ipv6(IpProtocol.Udp, tooShort))])
        {
            PacketLayers layers = PacketLayers.Parse(Build.Ipv4(IpProtocol.Gre, inner, flags: Ipv4Flags.MoreFragments), PacketLayerType.Ipv4);
            Assert.Equal((PacketParseStop.Truncated, true), (layers.Stop, layers.IsFragment));
            Assert.Equal(PacketLayerType.Udp, layers[layers.Count - 1].Type);
        }
    }

    [Fact]
    public void There_is_an_end_to_how_far_layers_are_walked()
    {
        // Tunnels in tunnels, each with all the extension headers that are walked, until the next header starts beyond 65535.
        byte[] packet = Build.Ipv6(IpProtocol.Udp, Udp(53, []));
        for (int i = 0; i < 4; i++)
        {
            packet = Build.Ipv6(IpProtocol.Udp, Udp(2152, LongGtpu(16, packet)));
        }

        PacketLayers layers = PacketLayers.Parse(packet, PacketLayerType.Ipv6);

        Assert.Equal((PacketParseStop.TooManyLayers, 13), (layers.Stop, layers.Count));
        Assert.Equal((65520, 65560), (layers[12].Offset, layers.PayloadOffset));
        Assert.Equal(PacketParseStop.TooManyLayers, PacketLayers.Parse(LongGtpu(17, packet[^48..]), PacketLayerType.Gtpu).Stop);

        static byte[] LongGtpu(int extensions, byte[] payload)
        {
            byte[] optional = new byte[4 + (extensions * 1020)];
            for (int i = 0; i < extensions; i++)
            {
                optional[3 + (i * 1020)] = 0xC0; // the type of this one, at the end of the one before
                optional[4 + (i * 1020)] = 255; // its length in words
            }

            GtpuHeader header = new() { HasExtensionHeader = true, Length = (ushort)(optional.Length + payload.Length) };
            return [.. Bytes(header), .. optional, .. payload];
        }
    }

    [Fact]
    public void Signalling_in_GTP_carries_no_packet()
    {
        byte[] echo = Bytes(new GtpuHeader { MessageType = GtpuMessageType.EchoRequest, HasSequenceNumber = true, Length = 4 });

        PacketLayers layers = PacketLayers.Parse((byte[])[.. echo, 0, 1, 0, 0], PacketLayerType.Gtpu);

        Assert.Equal(("Gtpu+12", PacketParseStop.Payload, 0), (Describe(layers), layers.Stop, layers.PayloadLength));
    }

    [Fact]
    public void A_walk_allocates_nothing()
    {
        byte[] packet = Packets[^1].Packet;
        _ = PacketLayers.Parse(packet);
        long before = GC.GetAllocatedBytesForCurrentThread();
        int count = PacketLayers.Parse(packet).Count;
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(7, count);
    }

    private static void CheckConsistent(GuardedMemory memory, byte[] bytes, PacketLayerType start, bool tunnels)
    {
        PacketLayers layers = PacketLayers.Parse(memory.AtEnd(bytes), start, tunnels);
        PacketLayers again = PacketLayers.Parse(memory.AtStart(bytes), start, tunnels);

        Assert.Equal(Describe(again), Describe(layers));
        int end = 0;
        for (int i = 0; i < layers.Count; i++)
        {
            Assert.Equal(end, layers[i].Offset);
            Assert.NotEqual(PacketLayerType.None, layers[i].Type);
            Assert.True(layers[i].Length > 0);
            end = layers[i].End;
        }

        Assert.Equal(end, layers.PayloadOffset);
        Assert.InRange(layers.PayloadLength, 0, bytes.Length - end);
        Assert.True(layers.NextProtocol == -1 || layers.Stop == PacketParseStop.UnknownProtocol);
    }

    private static string Describe(in PacketLayers layers)
    {
        List<string> words = [];
        int end = 0;
        for (int i = 0; i < layers.Count; i++)
        {
            Assert.Equal(end, layers[i].Offset);
            words.Add($"{layers[i].Type}+{layers[i].Length}");
            end = layers[i].End;
        }

        return string.Join(' ', words);
    }
}
