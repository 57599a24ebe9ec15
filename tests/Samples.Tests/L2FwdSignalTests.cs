using System.Diagnostics;
using DpdkSharp.Testing;
using DpdkSharp.TestKit;

namespace DpdkSharp.Samples.Tests;

/// <summary>SIGINT and SIGTERM end l2fwd in order, whenever they come.</summary>
public sealed class L2FwdSignalTests
{
    [Theory]
    [InlineData("MAC updating enabled", "INT")]
    [InlineData("MAC updating enabled", "TERM")]
    [InlineData("Initializing port 0", "INT")]
    [InlineData("Initializing port 0", "TERM")]
    [InlineData("Checking link status", "INT")]
    [InlineData("Checking link status", "TERM")]
    [InlineData("entering main loop", "INT")]
    [InlineData("entering main loop", "TERM")]
    [InlineData("Port statistics ====", "INT")]
    [InlineData("Port statistics ====", "TERM")]
    public void It_closes_its_ports_and_says_goodbye(string moment, string signal)
    {
        using var run = L2FwdRun.Start(1, ["net_null0", "net_null1"], "-p", "3", "-q", "2", "-T", "1");
        run.Process.WaitForOutput(moment, L2FwdRun.Patience);
        var number = Signal(run.Process, signal);
        var output = run.WaitForOrderlyEnd().StandardOutput;

        Assert.Equal(1, output.Split($"Signal {number} received, preparing to exit...\n").Length - 1);
        Assert.EndsWith("Closing port 0... Done\nClosing port 1... Done\nBye...\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void It_does_not_wait_for_a_link_then(string signal)
    {
        using var folder = new TemporaryFolder();
        // Nobody is at the other end, so that the link stays down.
        using var run = L2FwdRun.Start(
            1, [$"net_memif0,role=server,socket-abstract=no,socket={folder.File("memif.sock")}", "net_null0"], "-p", "3", "-q", "2");
        run.Process.WaitForOutput("Checking link status", L2FwdRun.Patience);
        Thread.Sleep(500);
        Assert.DoesNotContain("Checking link statusdone", run.Process.StandardOutput, StringComparison.Ordinal);
        var started = Stopwatch.GetTimestamp();
        Signal(run.Process, signal);
        var output = run.WaitForOrderlyEnd().StandardOutput;

        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5));
        Assert.Contains("Port 1 Link down\n", output.Replace("Port 0 Link down\n", "Port 1 Link down\n", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_signals_are_as_good_as_one()
    {
        using var run = L2FwdRun.Start(1, ["net_null0", "net_null1"], "-p", "3", "-q", "2");
        run.WaitForMainLoop();
        for (var i = 0; i < 5; i++)
        {
            Signal(run.Process, i % 2 == 0 ? "INT" : "TERM");
        }

        Assert.Equal(1, run.WaitForOrderlyEnd().StandardOutput.Split("received, preparing to exit...").Length - 1);
    }

    [Fact]
    public void All_packets_received_before_it_have_left()
    {
        using var folder = new TemporaryFolder();
        var output = folder.File("out.pcap");
        // The driver repeats a capture for ever, if no frame in it takes more than one buffer.
        var input = folder.File("in.pcap");
        var capture = CaptureFile.ReadFrames(RepositoryPaths.MixedCapture).Where(static f => f.Length <= 1522).ToArray();
        CaptureFile.WriteFrames(input, capture);
        using var run = L2FwdRun.Start(
            1, [$"net_pcap0,rx_pcap={input},infinite_rx=1", $"net_pcap1,tx_pcap={output}"], "-p", "3", "-q", "2", "-T", "1");
        run.Process.WaitForOutput("Port statistics ====", L2FwdRun.Patience);
        var closed = run.Stop().StandardOutput;

        // The file is whole: no frame cut short, and the frames are those of the capture, round after round.
        var forwarded = CaptureFile.ReadFrames(output);
        Assert.True(forwarded.Count >= StatisticsReader.Last(closed)[1].Sent);
        for (var i = 0; i < forwarded.Count; i++)
        {
            Assert.True(forwarded[i].AsSpan(12).SequenceEqual(capture[i % capture.Length].AsSpan(12)), $"frame {i}");
        }
    }

    private static int Signal(ChildProcess process, string signal)
    {
        if (signal == "INT")
        {
            process.Interrupt();
            return 2;
        }

        process.Terminate();
        return 15;
    }
}
