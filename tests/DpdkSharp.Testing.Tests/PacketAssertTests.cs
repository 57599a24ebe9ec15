using DpdkSharp.Headers;

namespace DpdkSharp.Testing.Tests;

/// <summary>What a person sees when a packet is not as expected.</summary>
public sealed class PacketAssertTests
{
    private static readonly PacketBuilder s_packet = Packet.Ethernet().Ipv4(timeToLive: 64).Udp(1000, 53).Payload("hi");

    [Fact]
    public void A_difference_is_told_field_by_field_and_marked_in_the_bytes()
    {
        TestPacket actual = ((TestPacket)s_packet).With((ref Ipv4Header ip) => ip.TimeToLive = 63);

        string message = Assert.Throws<PacketAssertException>(() => PacketAssert.Equal(s_packet, actual)).Message;

        Assert.Equal(
            """
            The packets differ in 1 of 44 bytes, first at byte 22.
              Ipv4 (at byte 14)
                timeToLive              expected 64
                                        actual   63
                checksum                expected 0xf6cb (right)
                                        actual   0xf6cb (wrong: 0xf7cb is right)
              bytes: '-' expected, '+' actual
                0000  02 00 00 00 00 02 02 00  00 00 00 01 08 00 45 00  ..............E.
              - 0010  00 1e 00 00 00 00 40 11  f6 cb c0 00 02 01 c0 00  ......@.........
              + 0010  00 1e 00 00 00 00 3f 11  f6 cb c0 00 02 01 c0 00  ......?.........
                                        ^^
                0020  02 02 03 e8 00 35 00 0a  0f 50 68 69              .....5...Phi
            """,
            message);
    }

    [Fact]
    public void Other_layers_and_other_lengths_are_told()
    {
        string message = Assert.Throws<PacketAssertException>(() => PacketAssert.Equal(s_packet, Packet.Ethernet().Vlan(7).Ipv4().Udp(1000, 53).Payload("hi"))).Message;

        Assert.Contains("in length: expected 44 bytes, actual 48", message, StringComparison.Ordinal);
        Assert.Contains("layers expected Ethernet / Ipv4 / Udp / Payload", message, StringComparison.Ordinal);
        Assert.Contains("actual   Ethernet / Vlan / Ipv4 / Udp / Payload", message, StringComparison.Ordinal);
        Assert.Contains("^^", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_packet_is_shown_header_by_header()
    {
        string text = Packet.Ethernet().Ipv6().Tcp(1, 2, TcpFlags.Syn | TcpFlags.Ack).PadTo(80).ToString();

        Assert.Equal(
            """
            80 bytes
              Ethernet (bytes 0 to 13): source 02:00:00:00:00:01, destination 02:00:00:00:00:02, etherType Ipv6 (0x86DD)
              Ipv6 (bytes 14 to 53): source 2001:db8::1, destination 2001:db8::2, hopLimit 64, nextHeader Tcp (0x06), payloadLength 20, trafficClass 0x0, flowLabel 0x0
              Tcp (bytes 54 to 73): sourcePort 1, destinationPort 2, flags Syn, Ack, sequenceNumber 0, acknowledgmentNumber 0, window 65535, urgentPointer 0, checksum 0x545b (right)
              Padding (bytes 74 to 79)
            """,
            text[..text.IndexOf("\n    0000", StringComparison.Ordinal)]);
    }

    [Fact]
    public void What_the_walk_does_not_understand_is_shown_as_such()
    {
        byte[] bytes = s_packet.ToArray();
        Assert.Contains("Truncated (bytes 34 to 39)", PacketText.Describe(bytes.AsSpan(0, 40)), StringComparison.Ordinal);
        Assert.Contains("Unknown protocol (0x88b5)", Packet.Ethernet().Payload("x").ToString(), StringComparison.Ordinal);
        bytes[14] = 0x41;
        Assert.Contains("Malformed", PacketText.Describe(bytes), StringComparison.Ordinal);
        Assert.Equal("0 bytes", PacketText.Describe([]).Split('\n')[0]);
    }

    [Fact]
    public void Lists_tell_which_packet_differs_is_missing_or_one_too_many()
    {
        TestPacket a = s_packet;
        TestPacket b = Packet.Ethernet().Arp();
        string Message(IReadOnlyList<TestPacket> expected, IReadOnlyList<TestPacket> actual) => Assert.Throws<PacketAssertException>(() => PacketAssert.Equal(expected, actual)).Message;

        PacketAssert.Equal([a, b], [a, b]);
        Assert.StartsWith("Packet 1 is not as expected (2 packets were expected, and 2 are there).", Message([a, b], [a, a]), StringComparison.Ordinal);
        Assert.StartsWith("2 packets were expected, and 1 packets are there. The first that is missing:\n42 bytes", Message([a, b], [a]).Replace("1 are", "1 packets are", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("one too many:\n42 bytes", Message([a], [a, b]), StringComparison.Ordinal);
        PacketAssert.Empty([]);
        Assert.Throws<PacketAssertException>(() => PacketAssert.Empty([a]));
        Assert.Same(a, PacketAssert.Single([a]));
        Assert.Throws<PacketAssertException>(() => PacketAssert.Single([]));
        Assert.Throws<PacketAssertException>(() => PacketAssert.Single([a, b]));
    }

    [Fact]
    public void Wrong_checksums_are_found_at_every_layer()
    {
        foreach ((PacketBuilder packet, string layer) in (ReadOnlySpan<(PacketBuilder, string)>)[
            (Packet.Ethernet().Ipv4(checksum: 1).Udp(), "Ipv4"),
            (Packet.Ethernet().Ipv4().Udp(checksum: 1), "Udp"),
            (Packet.Ethernet().Ipv6().Tcp(checksum: 1), "Tcp"),
            (Packet.Ethernet().Ipv4().Icmp(checksum: 1), "Icmp"),
            (Packet.Ethernet().Ipv6().Icmpv6(checksum: 1), "Icmpv6"),
            (Packet.Ethernet().Ipv4().Sctp(checksum: 1), "Sctp"),
            (Packet.Ethernet().Ipv4().Gre(checksum: 1).Ipv4(), "Gre"),
            (Packet.Ethernet().Ipv4().Udp().Vxlan(1).Ethernet().Ipv4().Tcp(checksum: 1), "Tcp")])
        {
            Assert.StartsWith($"The checksum of the {layer} header", Assert.Throws<PacketAssertException>(() => PacketAssert.ChecksumsAreRight(packet)).Message, StringComparison.Ordinal);
        }
        PacketAssert.ChecksumsAreRight(Packet.Ethernet().Ipv4().Udp(checksum: 0));
        // Of a fragment nobody can say.
        PacketAssert.ChecksumsAreRight(Packet.Ethernet().Ipv4(flags: Ipv4Flags.MoreFragments).Udp(checksum: 1));
    }

    [Fact]
    public void A_header_that_is_not_there_is_told_with_the_packet()
    {
        TestPacket packet = s_packet;
        Assert.Contains("no TcpHeader", Assert.Throws<PacketAssertException>(() => packet.Header<TcpHeader>()).Message, StringComparison.Ordinal);
        Assert.Contains("number 1", Assert.Throws<PacketAssertException>(() => packet.Header<UdpHeader>(1)).Message, StringComparison.Ordinal);
        Assert.Contains("does not know", Assert.Throws<PacketAssertException>(() => packet.Header<GreKeyWord>()).Message, StringComparison.Ordinal);
        Assert.False(packet.TryGetHeader<TcpHeader>(out _));
        Assert.Throws<PacketAssertException>(() => PacketAssert.Layers(packet, PacketLayerType.Ethernet));
    }

    [Fact]
    public void Addresses_are_given_as_values_texts_or_not_at_all()
    {
        Assert.Equal((Address<Ipv4Address>)"192.0.2.1", new Ipv4Address(192, 0, 2, 1));
        Assert.True(((Address<Ipv4Address>)(string?)null) == default);
        Assert.False(default(Address<MacAddress>).IsGiven);
        Assert.Equal(MacAddress.Broadcast, default(Address<MacAddress>).Or(MacAddress.Broadcast));
    }
}
