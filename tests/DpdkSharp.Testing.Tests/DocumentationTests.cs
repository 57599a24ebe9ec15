using System.Text.RegularExpressions;
using DpdkSharp.Headers;
using DpdkSharp.TestKit;

namespace DpdkSharp.Testing.Tests;

/// <summary>The C# in docs/testing.md is code that is compiled and run: in the firewall's tests, or here.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public void Every_example_is_part_of_a_test()
    {
        string page = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "docs", "testing.md"));
        string[] sources = [.. Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, "samples", "Firewall.Tests"), "*.cs").Append(SourcePath()).Select(File.ReadAllText).Select(Normal)];

        MatchCollection examples = Example.Matches(page);
        Assert.InRange(examples.Count, 5, 20);
        Assert.All(examples, example => Assert.True(sources.Any(s => s.Contains(Normal(example.Groups["code"].Value), StringComparison.Ordinal)), $"no test has this code:\n{example.Groups["code"].Value}"));
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

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Example { get; }

    private static string SourcePath() => Path.Combine(RepositoryPaths.Root, "tests", "DpdkSharp.Testing.Tests", "DocumentationTests.cs");

    private static string Normal(string text) => string.Join('\n', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
