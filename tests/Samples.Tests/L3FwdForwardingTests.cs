using DpdkSharp.Testing;
using DpdkSharp.TestKit;

namespace DpdkSharp.Samples.Tests;

/// <summary>What l3fwd does to packets: the port they leave by, what is changed of them, and what is dropped.</summary>
public sealed class L3FwdForwardingTests
{
    private const int Ethernet = 14;

    [Theory]
    [InlineData("lpm")]
    [InlineData("fib")]
    public void Without_rule_files_the_networks_for_benchmarks_lead_to_the_ports(string lookup)
    {
        byte[][] frames =
        [
            Frames.Ipv4("192.0.2.1", "198.18.0.1"),
            Frames.Ipv4("192.0.2.1", "198.18.1.200", timeToLive: 2),
            Frames.Ipv6("2001:db8::1", "2001:200:0:1::1"),
            Frames.Ipv6("2001:db8::1", "2001:200::77", hopLimit: 255),
            Frames.Ipv4("192.0.2.1", "198.18.1.1", protocol: 1, options: [1, 1, 1, 0]),
            // No route: a port that is not enabled, and networks that nobody knows.
            Frames.Ipv4("192.0.2.1", "198.18.2.1"),
            Frames.Ipv4("192.0.2.1", "198.19.0.1"),
            Frames.Ipv6("2001:db8::1", "2001:200:0:2::1"),
        ];
        using var run = new L3FwdRun(frames, "--lookup", lookup);

        AssertSent(run, 0, frames[0], frames[3]);
        // A burst's IPv4 packets go before its IPv6 packets; within each family the order stays.
        AssertSent(run, 1, frames[1], frames[4], frames[2]);
        Assert.Equal((2, 8, 3), run.Statistics[0]);
        Assert.Equal((3, 0, 0), run.Statistics[1]);
    }

    [Theory]
    [InlineData("lpm")]
    [InlineData("fib")]
    public void Rule_files_say_where_networks_are(string lookup)
    {
        using var folder = new TemporaryFolder();
        var ipv4 = folder.Write("v4.txt", "# networks\n\nR10.0.0.0/8 0\nR10.1.0.0/16 1\n  R10.1.2.3/32\t0\nR10.9.0.0/16 5\n");
        var ipv6 = folder.Write("v6.txt", "R2001:db8::/32 1\nR2001:db8:1::/48 0x0\n");
        byte[][] frames =
        [
            Frames.Ipv4("192.0.2.1", "10.2.0.1"),
            Frames.Ipv4("192.0.2.1", "10.1.0.1"),
            Frames.Ipv4("192.0.2.1", "10.1.2.3"),
            Frames.Ipv6("2001:db8::1", "2001:db8::1"),
            Frames.Ipv6("2001:db8::1", "2001:db8:1::1"),
            // Port 5 is not there: its route is left out, and the next shorter one counts.
            Frames.Ipv4("192.0.2.1", "10.9.0.1"),
            Frames.Ipv4("192.0.2.1", "198.18.1.1"),
        ];
        using var run = new L3FwdRun(frames, "--lookup", lookup, "--rule_ipv4", ipv4, "--rule_ipv6", ipv6);

        AssertSent(run, 0, frames[0], frames[2], frames[5], frames[4]);
        AssertSent(run, 1, frames[1], frames[3]);
        Assert.Equal((6, 7, 1), run.Statistics[-1]);
    }

    [Theory]
    [InlineData("lpm")]
    [InlineData("em")]
    [InlineData("fib")]
    [InlineData("acl")]
    public void Packets_that_a_router_must_not_forward_are_dropped(string lookup)
    {
        using var folder = new TemporaryFolder();
        string[] rules = lookup == "acl" ? ["--rule_ipv4", folder.Write("v4.txt", "R0.0.0.0/0 0.0.0.0/0 0 : 65535 0 : 65535 0/0 1"), "--rule_ipv6", folder.Write("v6.txt", "R::/0 ::/0 0 : 65535 0 : 65535 0/0 1")]
            : lookup == "em" ? ["--hash-entry-num", "400"] : [];
        var good = Frames.Ipv4("198.18.1.1", "198.18.1.0");
        byte[][] frames =
        [
            good,
            Frames.With(good, Ethernet, 0x65),
            Frames.With(good, Ethernet, 0x44),
            // A header that is longer than the packet says it is.
            Frames.With(good, Ethernet + 3, 19),
            // A total length that is longer than the frame.
            Frames.With(good, Ethernet + 3, 200),
            Frames.Ipv4("198.18.1.1", "198.18.1.0", timeToLive: 1),
            Frames.Ipv4("198.18.1.1", "198.18.1.0", timeToLive: 0),
            good[..20],
            good[..13],
            Frames.With(Frames.Ipv6("2001:200:0:1::1", "2001:200:0:1::"), Ethernet, 0x40),
            Frames.Ipv6("2001:200:0:1::1", "2001:200:0:1::", hopLimit: 1),
            Frames.Ipv6("2001:200:0:1::1", "2001:200:0:1::")[..50],
            // Not IP at all.
            Frames.With(good, 12, 0x88),
            good,
        ];
        using var run = new L3FwdRun(frames, ["--lookup", lookup, .. rules]);

        AssertSent(run, 0);
        AssertSent(run, 1, good, good);
        Assert.Equal((2, frames.Length, frames.Length - 2), run.Statistics[-1]);
    }

    [Fact]
    public void A_FIB_has_a_default_route()
    {
        using var folder = new TemporaryFolder();
        byte[][] frames = [Frames.Ipv4("192.0.2.1", "10.2.0.1"), Frames.Ipv4("192.0.2.1", "203.0.113.1"), Frames.Ipv6("2001:db8::1", "2001:db8::2")];
        using var run = new L3FwdRun(frames, "--lookup", "fib", "--rule_ipv4", folder.Write("v4.txt", "R10.0.0.0/8 0\nR0.0.0.0/0 1\n"), "--rule_ipv6", folder.Write("v6.txt", "R::/0 1\n"));

        AssertSent(run, 0, frames[0]);
        AssertSent(run, 1, frames[1], frames[2]);
    }

    [Fact]
    public void Exact_match_forwards_the_IPv4_flows_of_its_rules()
    {
        using var folder = new TemporaryFolder();
        var ipv4 = folder.Write("v4.txt", "R10.0.0.1 10.0.0.2 80 1000 6 1\nR10.0.0.1 10.0.0.2 80 1000 17 0\n");
        byte[][] frames =
        [
            Frames.Ipv4("10.0.0.2", "10.0.0.1", 1000, 80, Frames.Tcp),
            Frames.Ipv4("10.0.0.2", "10.0.0.1", 1000, 80, Frames.Udp),
            Frames.Ipv4("10.0.0.2", "10.0.0.1", 1000, 81, Frames.Udp),
            Frames.Ipv4("10.0.0.2", "10.0.0.1", 1001, 80, Frames.Udp),
            Frames.Ipv4("10.0.0.3", "10.0.0.1", 1000, 80, Frames.Udp),
            Frames.Ipv4("10.0.0.2", "10.0.0.3", 1000, 80, Frames.Udp),
            Frames.Ipv4("10.0.0.2", "10.0.0.1", 1000, 80, protocol: 132),
            // With options the ports are elsewhere, and a fragment has none: neither has a flow.
            Frames.Ipv4("10.0.0.2", "10.0.0.1", 1000, 80, Frames.Udp, options: [1, 1, 1, 0]),
            Frames.With(Frames.Ipv4("10.0.0.2", "10.0.0.1", 1000, 80, Frames.Udp), Ethernet + 7, 1),
            // IPv6 is not what this run is for.
            Frames.Ipv6("2001:200:0:1::1", "2001:200:0:1::"),
        ];
        using var run = new L3FwdRun(frames, "--lookup", "em", "--rule_ipv4", ipv4, "--hash-entry-num", "0x400");

        AssertSent(run, 0, frames[1]);
        AssertSent(run, 1, frames[0]);
        Assert.Equal((2, 10, 8), run.Statistics[-1]);
        Assert.Contains("EM: Adding 2 IPv4 and 0 IPv6 flows\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Exact_match_forwards_the_IPv6_flows_where_it_is_told_so()
    {
        byte[][] frames =
        [
            Frames.Ipv6("2001:200:0:1::1", "2001:200:0:1::"),
            Frames.Ipv6("2001:200::1", "2001:200::"),
            Frames.Ipv6("2001:200::1", "2001:200::", sourcePort: 10),
            Frames.Ipv6("2001:200::2", "2001:200::"),
            Frames.Ipv6("2001:200::1", "2001:200::", protocol: Frames.Tcp),
            Frames.Ipv4("198.18.1.1", "198.18.1.0"),
        ];
        using var run = new L3FwdRun(frames, "--lookup", "em", "--ipv6", "--hash-entry-num", "400");

        AssertSent(run, 0, frames[1]);
        AssertSent(run, 1, frames[0]);
        Assert.Equal((2, 6, 4), run.Statistics[-1]);
    }

    [Theory]
    [InlineData("default")]
    [InlineData("scalar")]
    [InlineData("sse")]
    public void An_ACL_denies_and_forwards_by_the_first_rule_that_matches(string algorithm)
    {
        using var folder = new TemporaryFolder();
        var ipv4 = folder.Write("v4.txt", "@10.1.0.0/16 0.0.0.0/0 0 : 65535 0 : 65535 0x00/0x00\nR0.0.0.0/0 10.2.0.0/16 0 : 65535 80 : 443 6/0xff 1\nR0.0.0.0/0 10.0.0.0/8 0 : 65535 0 : 65535 0/0 0\n");
        var ipv6 = folder.Write("v6.txt", "@2001:db8:bad::/48 ::/0 0 : 65535 0 : 65535 0/0\nR2001:db8::/32 ::/0 0 : 65535 53 : 53 17/0xff 1\n");
        byte[][] frames =
        [
            Frames.Ipv4("10.1.0.1", "10.2.0.1", 1000, 80, Frames.Tcp),
            Frames.Ipv4("10.3.0.1", "10.2.0.1", 1000, 80, Frames.Tcp),
            Frames.Ipv4("10.3.0.1", "10.2.0.1", 1000, 444, Frames.Tcp),
            Frames.Ipv4("10.3.0.1", "10.2.0.1", 1000, 80, Frames.Udp),
            Frames.Ipv4("10.3.0.1", "11.2.0.1", 1000, 80, Frames.Tcp),
            Frames.Ipv6("2001:db8:bad::1", "2001:db8::1", 1000, 53),
            Frames.Ipv6("2001:db8::2", "2001:db8::1", 1000, 53),
            Frames.Ipv6("2001:db8::2", "2001:db8::1", 1000, 54),
            Frames.Ipv6("2001:db9::2", "2001:db8::1", 1000, 53),
        ];
        string[] how = algorithm == "default" ? [] : ["--alg", algorithm];
        using var run = new L3FwdRun(frames, ["--lookup", "acl", "--rule_ipv4", ipv4, "--rule_ipv6", ipv6, .. how]);

        AssertSent(run, 0, frames[2], frames[3]);
        AssertSent(run, 1, frames[1], frames[6]);
        Assert.Equal((4, 9, 5), run.Statistics[-1]);
    }

    [Fact]
    public void Destination_addresses_can_be_given()
    {
        var frame = Frames.Ipv4("192.0.2.1", "198.18.1.1");
        using var run = new L3FwdRun([frame], "--eth-dest", "0,02:aa:00:00:00:00", "--eth-dest", "1,02:bb:cc:dd:ee:ff", "--no-numa", "--per-port-pool", "--disable-rss", "--mode", "poll", "--max-pkt-len", "9000");

        Assert.Equal([Frames.Routed(frame, [0x02, 0xBB, 0xCC, 0xDD, 0xEE, 0xFF], run.MacAddress(1))], run.Sent[1]);
        Assert.Equal(2, run.Output.Split("Allocated mbuf pool on socket 0\n").Length - 1);
    }

    [Fact]
    public void Each_lcore_has_a_transmit_queue_of_each_port()
    {
        using var folder = new TemporaryFolder();
        byte[][] frames = [Frames.Ipv4("192.0.2.1", "198.18.1.1"), Frames.Ipv4("192.0.2.1", "198.18.0.1")];
        string[] inputs = [folder.File("in0.pcap"), folder.File("in1.pcap")];
        string Output(int port, int queue) => folder.File($"out{port}{queue}.pcap");
        for (var port = 0; port < 2; port++)
        {
            CaptureFile.WriteFrames(inputs[port], [frames[port]]);
        }

        var eal = EalArguments.Isolated(2, [.. inputs.Select((input, port) => $"net_pcap{port},rx_pcap={input},rx_pcap={inputs[1 - port]},tx_pcap={Output(port, 0)},tx_pcap={Output(port, 1)}")]);
        var lcores = eal[1].Split(',');
        using var process = SampleProgram.Start("L3Fwd", eal, "-p", "3", "-T", "1", "--parse-ptype", "--relax-rx-offload", "--config", $"(0,0,{lcores[0]}),(0,1,{lcores[1]}),(1,0,{lcores[1]}),(1,1,{lcores[0]})");
        process.WaitForOutput($"Total packets sent: {4,18}\n", L2FwdRun.Patience);
        process.Terminate();
        var result = process.WaitForExit(L2FwdRun.Patience);

        Assert.True(result.ExitCode == 0, result.StandardError);
        Assert.Equal(2, result.StandardError.Split("entering main loop on lcore").Length - 1);
        // Port 0 queue 0 and port 1 queue 1 read the packet for port 1 and are polled by the first lcore; the others the one for port 0, by the second.
        Assert.Equal((2, 0), (CaptureFile.ReadFrames(Output(1, 0)).Count, CaptureFile.ReadFrames(Output(1, 1)).Count));
        Assert.Equal((0, 2), (CaptureFile.ReadFrames(Output(0, 0)).Count, CaptureFile.ReadFrames(Output(0, 1)).Count));
    }

    /// <summary>Packets of real programs: what is IP goes to its host's port, ARP and tagged frames do not.</summary>
    [Fact]
    public void Real_traffic_is_routed()
    {
        using var folder = new TemporaryFolder();
        var frames = CaptureFile.ReadFrames(RepositoryPaths.MixedCapture);
        var ipv4 = folder.Write("v4.txt", "R192.0.2.1/32 0\nR192.0.2.2/32 1\n");
        var ipv6 = folder.Write("v6.txt", "R2001:db8::1/128 0\nR2001:db8::2/128 1\n");
        byte[][] to = [[192, 0, 2, 1], [192, 0, 2, 2]];
        byte[][] to6 = [[.. Convert.FromHexString("20010db8000000000000000000000001")], [.. Convert.FromHexString("20010db8000000000000000000000002")]];
        using var run = new L3FwdRun(frames, "--rule_ipv4", ipv4, "--rule_ipv6", ipv6);

        for (var port = 0; port < 2; port++)
        {
            byte[][] routed = [.. frames.Where(f => IsFor(f, 0x08, 0x00, 30, to[port], 22) || IsFor(f, 0x86, 0xDD, 38, to6[port], 21))];
            Assert.True(routed.Length > 50);
            AssertFrames([.. routed.Where(static f => f[12] == 0x08)], [.. run.Sent[port].Where(static f => f[12] == 0x08)], run.MacAddress(port), port);
            AssertFrames([.. routed.Where(static f => f[12] == 0x86)], [.. run.Sent[port].Where(static f => f[12] == 0x86)], run.MacAddress(port), port);
        }

        Assert.Equal(353, run.Statistics[-1].Received);
        Assert.Equal(353, run.Statistics[-1].Sent + run.Statistics[-1].Dropped);
    }

    private static bool IsFor(byte[] frame, byte type, byte type2, int offset, byte[] address, int timeToLive) =>
        frame.Length > offset + address.Length && frame[12] == type && frame[13] == type2 && frame.AsSpan(offset, address.Length).SequenceEqual(address) && frame[timeToLive] > 1;

    private static void AssertSent(L3FwdRun run, int port, params byte[][] frames) => AssertFrames(frames, run.Sent[port], run.MacAddress(port), port);

    private static void AssertFrames(byte[][] frames, IReadOnlyList<byte[]> sent, byte[] source, int port)
    {
        Assert.Equal(frames.Length, sent.Count);
        for (var i = 0; i < frames.Length; i++)
        {
            var expected = Frames.Routed(frames[i], [2, 0, 0, 0, 0, (byte)port], source);
            Assert.True(expected.AsSpan().SequenceEqual(sent[i]), $"frame {i} of port {port}: {Convert.ToHexString(expected)} was expected, {Convert.ToHexString(sent[i])} was sent");
        }
    }
}
