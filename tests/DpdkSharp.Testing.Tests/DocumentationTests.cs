using DpdkSharp.Headers;
using DpdkSharp.TestKit;

namespace DpdkSharp.Testing.Tests;

/// <summary>The C# in docs/testing.md that is not part of the firewall's tests, and that of README.md about testing; Docs.Tests compares.</summary>
public sealed class DocumentationTests
{
    [Fact]
    public void A_program_is_tested_between_ports_in_memory()
    {
        using PacketPool pool = PacketPool.Create("answers", 63, cacheSize: 0);
        var program = new Answerer(pool);
        using TestPort port = TestPort.Create();
        port.Inject(Packet.Ethernet().Ipv4().Udp(4000, 53).Payload("question"));
        program.Step(port.Device);
        PacketAssert.Equal([Packet.Ethernet().Ipv4().Udp(53, 4000).Payload("answer")], port.TakeAll());
    }

    [Fact]
    public void The_failure_shown_is_what_is_seen()
    {
        string page = Normal(File.ReadAllText(Path.Combine(RepositoryPaths.Root, "docs", "testing.md")));
        TestPacket packet = Packet.Ethernet().Ipv4().Udp(1000, 53).Payload("hi");

        Assert.Contains(Normal(PacketText.Compare(packet.Span, packet.With((ref Ipv4Header ip) => ip.TimeToLive = 63).Span)), page, StringComparison.Ordinal);
    }

    [Fact]
    public void Packets_of_the_page_can_be_built()
    {
        TestPacket question = Packet.Ethernet().Vlan(100).Ipv4("192.0.2.1", "198.51.100.1", timeToLive: 1).Udp(4000, 53).Payload("question");
        TestPacket opening = Packet.Ethernet().Ipv6().Tcp(4000, 443, TcpFlags.Syn, options: [.. TcpOptionBytes.MaximumSegmentSize(1460), .. TcpOptionBytes.SackPermitted]);
        TestPacket tunnel = Packet.Ethernet().Ipv4().Udp().Vxlan(vni: 77).Ethernet().Ipv4().Icmp();
        TestPacket mobile = Packet.Ethernet().Ipv4().Udp().Gtpu(tunnelEndpointId: 1, sequenceNumber: 2).Ipv4().Tcp();
        TestPacket routed = Packet.Ethernet().Ipv6().Ipv6HopByHop([5, 2, 0, 0]).Ipv6Routing([Ipv6Address.Parse("2001:db8::a")]).Ipv6Fragment(identification: 9).Udp();
        TestPacket wrong = Packet.Ethernet().Ipv4(totalLength: 7, checksum: 0xBAD).Udp(checksum: 0);
        TestPacket padded = Packet.Ethernet().Arp().PadTo(60);

        foreach (TestPacket right in (TestPacket[])[question, opening, tunnel, mobile, routed, padded])
        {
            PacketAssert.ChecksumsAreRight(right);
            Assert.Equal(PacketParseStop.Payload, right.Layers.Stop);
        }
        Assert.Equal(PacketParseStop.Malformed, wrong.Layers.Stop);
        Assert.Equal(60, padded.Length);

        TestPacket expected = question.With((ref Ipv4Header ip) => ip.Dscp = 46);
        Assert.Equal(46, expected.Header<Ipv4Header>().Dscp);
        Assert.Equal(0, question.Header<Ipv4Header>().Dscp);
    }

    private static string Normal(string text) => string.Join('\n', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    // A program to test: answers every packet.
    private sealed class Answerer(PacketPool pool)
    {
        public void Step(EthDev port)
        {
            using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
            int received = port.RxQueues[0].Receive(burst);
            burst.Clear();
            for (int i = 0; i < received; i++)
            {
                Assert.True(burst.TryAdd(Packet.Ethernet().Ipv4().Udp(53, 4000).Payload("answer").ToMbuf(pool)));
            }
            port.TxQueues[0].Send(burst);
        }
    }
}
