using DpdkSharp.Headers;
using DpdkSharp.Testing;

namespace DpdkSharp.Samples.Firewall.Tests;

/// <summary>What may pass: the code that decides, without ports, at a time that the test sets.</summary>
public sealed class StatefulFilterTests : IDisposable
{
    private readonly VirtualClock _clock = new();
    private readonly PacketPool _pool = PacketPool.Create("packets", 1023, cacheSize: 0);
    private readonly StatefulFilter _filter;

    public StatefulFilterTests() => _filter = new StatefulFilter(_clock, mostFlows: 2);

    private static PacketBuilder Question(ushort port = 4000) => Packet.Ethernet().Ipv4("192.0.2.1", "198.51.100.1").Udp(port, 53).Payload("question");

    private static PacketBuilder Answer(ushort port = 4000) => Packet.Ethernet().Ipv4("198.51.100.1", "192.0.2.1").Udp(53, port).Payload("answer");

    [Fact]
    public void An_answer_passes_after_the_question()
    {
        Assert.False(Passes(Answer(), outwards: false));
        Assert.True(Passes(Question(), outwards: true));
        Assert.True(Passes(Answer(), outwards: false));
        Assert.False(Passes(Answer(port: 4001), outwards: false));
    }

    [Fact]
    public void A_conversation_ends_a_minute_after_the_last_packet()
    {
        Assert.True(Passes(Question(), outwards: true));
        _clock.Advance(TimeSpan.FromSeconds(60));
        Assert.True(Passes(Answer(), outwards: false));
        _clock.Advance(TimeSpan.FromSeconds(61));
        Assert.False(Passes(Answer(), outwards: false));
        _filter.Expire();
        Assert.Equal(0, _filter.FlowCount);
    }

    [Fact]
    public void Conversations_beyond_the_most_do_not_begin()
    {
        Assert.True(Passes(Question(1), outwards: true) && Passes(Question(2), outwards: true));
        Assert.False(Passes(Question(3), outwards: true));
        Assert.True(Passes(Question(1), outwards: true));
    }

    [Fact]
    public void Only_ARP_and_whole_headers_of_TCP_and_UDP_pass()
    {
        Assert.True(Passes(Packet.Ethernet().Arp(), outwards: false));
        Assert.True(Passes(Packet.Ethernet().Vlan(7).Ipv4().Tcp(flags: TcpFlags.Syn), outwards: true));
        Assert.False(Passes(Packet.Ethernet().Ipv4().Icmp(), outwards: true));
        Assert.False(Passes(Packet.Ethernet().Ipv6().Udp(), outwards: true));
        Assert.False(Passes(Packet.Ethernet().Ipv4(fragmentOffset: 8, protocol: IpProtocol.Udp).PayloadOfLength(32), outwards: true));
        Assert.False(Passes(Packet.Raw(Question().ToArray().AsSpan(0, 36)), outwards: true));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(35)]
    public void Headers_that_straddle_segments_are_read(int segmentLength) => Assert.True(Passes(Question(), outwards: true, segmentLength));

    [Fact]
    public void Those_that_pass_keep_their_order()
    {
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        foreach (PacketBuilder packet in (PacketBuilder[])[Question(1), Packet.Ethernet().Ipv4().Icmp(), Question(2), Packet.Ethernet().Ipv6(), Packet.Ethernet().Arp()])
        {
            Assert.True(burst.TryAdd(packet.ToMbuf(_pool)));
        }

        _filter.Filter(burst, outwards: true);

        PacketAssert.Equal([Question(1), Question(2), Packet.Ethernet().Arp()], [.. burst.Packets.ToArray().Select(TestPacket.Copy)]);
        Assert.Equal((3, 2), (_filter.PassedCount, _filter.DroppedCount));
    }

    public void Dispose() => _pool.Dispose();

    private bool Passes(PacketBuilder packet, bool outwards, params ReadOnlySpan<int> segmentLengths)
    {
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        Assert.True(burst.TryAdd(packet.ToMbuf(_pool, segmentLengths)));
        _filter.Filter(burst, outwards);
        return !burst.IsEmpty;
    }
}
