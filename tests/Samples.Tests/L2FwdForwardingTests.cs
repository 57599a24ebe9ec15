using DpdkSharp.Testing;
using DpdkSharp.TestKit;

namespace DpdkSharp.Samples.Tests;

/// <summary>What l2fwd does to packets, on the shipped capture of real traffic: small ones, fragments, tagged ones and jumbo frames.</summary>
public sealed class L2FwdForwardingTests
{
    private const int JumboFrames = 8;
    private const int LargestPlainFrame = 1522;

    private static readonly IReadOnlyList<byte[]> s_capture = CaptureFile.ReadFrames(RepositoryPaths.MixedCapture);

    [Fact]
    public void Forwarded_packets_have_new_MAC_addresses_and_are_otherwise_the_same()
    {
        using var folder = new TemporaryFolder();
        var output = folder.File("out.pcap");
        using var run = L2FwdRun.Start(
            1, [$"net_pcap0,rx_pcap={RepositoryPaths.MixedCapture}", $"net_pcap1,tx_pcap={output}"], "-p", "0x3", "-q", "2", "-P", "-T", "1");
        run.WaitForTotalSent(s_capture.Count);
        var statistics = StatisticsReader.Last(run.Stop().StandardOutput);

        var forwarded = CaptureFile.ReadFrames(output);
        Assert.Equal(353, forwarded.Count);
        Assert.Equal(JumboFrames, forwarded.Count(static frame => frame.Length > LargestPlainFrame));
        AssertFrames([.. s_capture.Select(frame => Rewritten(frame, port: 1, run.MacAddress(1)))], forwarded);
        Assert.Equal((0, 353, 0), statistics[0]);
        Assert.Equal((353, 0, 0), statistics[1]);
        Assert.Equal((353, 353, 0), statistics[-1]);
    }

    [Fact]
    public void Without_MAC_updating_packets_are_the_same_to_the_last_byte()
    {
        using var folder = new TemporaryFolder();
        var output = folder.File("out.pcap");
        using var run = L2FwdRun.Start(
            1, [$"net_pcap0,rx_pcap={RepositoryPaths.MixedCapture}", $"net_pcap1,tx_pcap={output}"], "-p", "3", "-q", "2", "-T", "1", "--no-mac-updating");
        run.WaitForTotalSent(s_capture.Count);
        var result = run.Stop();

        Assert.StartsWith("MAC updating disabled\n", result.StandardOutput, StringComparison.Ordinal);
        AssertFrames(s_capture, CaptureFile.ReadFrames(output));
    }

    [Fact]
    public void Packets_that_cross_a_ring_and_come_back_have_the_addresses_of_the_last_hop()
    {
        using var folder = new TemporaryFolder();
        var output = folder.File("out.pcap");
        using var run = L2FwdRun.Start(
            1, [$"net_pcap0,rx_pcap={RepositoryPaths.MixedCapture},tx_pcap={output}", "net_ring0"], "-p", "3", "-q", "2", "-T", "1");
        run.WaitForTotalSent(2 * s_capture.Count);
        var statistics = StatisticsReader.Last(run.Stop().StandardOutput);

        AssertFrames([.. s_capture.Select(frame => Rewritten(frame, port: 0, run.MacAddress(0)))], CaptureFile.ReadFrames(output));
        Assert.Equal((353, 353, 0), statistics[0]);
        Assert.Equal((353, 353, 0), statistics[1]);
        Assert.Equal((706, 706, 0), statistics[-1]);
    }

    [Fact]
    public void Two_lcores_forward_in_both_directions()
    {
        using var folder = new TemporaryFolder();
        string[] outputs = [folder.File("out0.pcap"), folder.File("out1.pcap")];
        using var run = L2FwdRun.Start(
            2, [.. outputs.Select((output, i) => $"net_pcap{i},rx_pcap={RepositoryPaths.MixedCapture},tx_pcap={output}")], "-p", "3", "-q", "1", "-T", "1");
        run.WaitForTotalSent(2 * s_capture.Count);
        var result = run.Stop();

        Assert.Contains("RX port 0 TX port 1\n", result.StandardOutput, StringComparison.Ordinal);
        Assert.Equal(2, result.StandardError.Split("entering main loop on lcore").Length - 1);
        for (var port = 0; port < 2; port++)
        {
            AssertFrames([.. s_capture.Select(frame => Rewritten(frame, port, run.MacAddress(port)))], CaptureFile.ReadFrames(outputs[port]));
        }
    }

    [Fact]
    public void The_port_map_says_where_packets_go()
    {
        using var folder = new TemporaryFolder();
        string[] outputs = [folder.File("out1.pcap"), folder.File("out2.pcap")];
        using var run = L2FwdRun.Start(
            1,
            [$"net_pcap0,rx_pcap={RepositoryPaths.MixedCapture}", $"net_pcap1,tx_pcap={outputs[0]}", $"net_pcap2,tx_pcap={outputs[1]}"],
            "-p", "7", "-q", "3", "-T", "1", "--portmap", "(0,2),(1,1)");
        run.WaitForTotalSent(s_capture.Count);
        run.Stop();

        Assert.Empty(CaptureFile.ReadFrames(outputs[0]));
        AssertFrames([.. s_capture.Select(frame => Rewritten(frame, port: 2, run.MacAddress(2)))], CaptureFile.ReadFrames(outputs[1]));
    }

    private static byte[] Rewritten(byte[] frame, int port, byte[] source) => [2, 0, 0, 0, 0, (byte)port, .. source, .. frame.AsSpan(12)];

    private static void AssertFrames(IReadOnlyList<byte[]> expected, IReadOnlyList<byte[]> actual)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var i = 0; i < expected.Count; i++)
        {
            Assert.True(expected[i].AsSpan().SequenceEqual(actual[i]), $"frame {i}: {Convert.ToHexString(expected[i])} became {Convert.ToHexString(actual[i])}");
        }
    }
}
