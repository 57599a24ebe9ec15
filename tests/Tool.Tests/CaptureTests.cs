using DpdkSharp.Testing;
using DpdkSharp.TestKit;

namespace DpdkSharp.Tool.Tests;

/// <summary>capture, of programs that run with huge pages of the test's own.</summary>
public sealed class CaptureTests
{
    [Fact]
    public void Packets_of_CSharp_l2fwd_are_captured_and_it_goes_on()
    {
        using var pages = new HugePages(96);
        using var folder = new TemporaryFolder();
        var prefix = EalArguments.UniqueFilePrefix();
        using var l2fwd = RunningProgram.L2Fwd(Arguments(pages, prefix, 1, Traffic(folder), "net_null1"));

        var file = folder.File("all.pcapng");
        var summary = ToolProgram.Json(0, "capture", "-f", prefix, "-p", "net_pcap0", "--direction", "rx", "-c", "40", "--duration", "20", "-w", file, "--json");
        Assert.Equal("count", summary.GetProperty("end").GetString());
        Assert.Equal(40, summary.GetProperty("packets").GetInt64());
        var captured = CaptureFile.ReadFrames(file);
        Assert.Equal(40, captured.Count);
        var sent = CaptureFile.ReadFrames(folder.File("in.pcap")).Select(Convert.ToHexString).ToHashSet(StringComparer.Ordinal);
        // l2fwd changes addresses after it has received: what came in is what the capture was fed with.
        Assert.All(captured, f => Assert.Contains(Convert.ToHexString(f), sent));

        // Only what the filter lets through, and cut short.
        _ = ToolProgram.Output(0, "capture", "-f", prefix, "-p", "0", "--direction", "rx", "-c", "10", "--duration", "20", "--filter", "ip and tcp", "-s", "64", "-w", file);
        Assert.All(CaptureFile.Read(file), static p => Assert.Equal(6, p.Data.Span[23]));
        Assert.All(CaptureFile.Read(file), static p => Assert.True(p.Data.Length <= 64));

        Assert.Contains("is wrong", ToolProgram.Refusal(2, "capture", "-f", prefix, "--filter", "tcpx", "-w", file), StringComparison.Ordinal);
        Assert.Contains("the program has no port '9'; it has 0 (net_pcap0), 1 (net_null1)", ToolProgram.Refusal(2, "capture", "-f", prefix, "-p", "9", "-w", file), StringComparison.Ordinal);

        var growing = folder.File("endless.pcapng");
        using (var endless = ToolProgram.Start("capture", "-f", prefix, "-w", growing))
        {
            // Interrupted when packets are on their way, however long it takes to get there.
            Assert.True(SpinWait.SpinUntil(() => endless.HasExited || (File.Exists(growing) && new FileInfo(growing).Length > 10_000), ToolProgram.Patience));
            endless.Interrupt();
            var ended = endless.WaitForExit(ToolProgram.Patience);
            Assert.True(ended.ExitCode == 0, $"exit code {ended.ExitCode}: {ended.StandardError}");
            Assert.Matches(@"^\d+ packets in ", ended.StandardOutput);
        }
        l2fwd.Interrupt();
        Assert.Equal(0, l2fwd.WaitForExit(ToolProgram.Patience).ExitCode);
    }

    /// <summary>More packets come than can be written, always: the end has to be heard all the same, and the program to be left alone.</summary>
    [Fact]
    public async Task A_capture_into_a_slow_pipe_can_be_interrupted()
    {
        using var pages = new HugePages(96);
        using var folder = new TemporaryFolder();
        var prefix = EalArguments.UniqueFilePrefix();
        using var l2fwd = RunningProgram.L2Fwd(Arguments(pages, prefix, 1, Traffic(folder), "net_null1"));

        var pipe = folder.File("pipe");
        _ = ChildProcess.RunChecked("mkfifo", pipe);
        using var capture = ToolProgram.Start("capture", "-f", prefix, "-w", pipe);
        long read = 0;
        var reader = Task.Run(
            () =>
            {
                using var from = File.OpenRead(pipe);
                var buffer = new byte[65_536];
                for (int count; (count = from.Read(buffer)) > 0; Thread.Sleep(5))
                {
                    Interlocked.Add(ref read, count);
                }
            },
            TestContext.Current.CancellationToken);
        // More than the ring holds: from here on it is always full.
        Assert.True(SpinWait.SpinUntil(() => capture.HasExited || Interlocked.Read(ref read) > 5_000_000, ToolProgram.Patience), $"{Interlocked.Read(ref read)} bytes in time");
        capture.Interrupt();
        var ended = capture.WaitForExit(ToolProgram.Patience);
        Assert.True(ended.ExitCode == 0, $"exit code {ended.ExitCode}: {ended.StandardError}");
        Assert.Matches(@"^\d+ packets in ", ended.StandardOutput);
        await reader.WaitAsync(ToolProgram.Patience, TestContext.Current.CancellationToken);

        // The program copies no more: the next capture is the only one.
        Assert.Equal(5, ToolProgram.Json(0, "capture", "-f", prefix, "-c", "5", "--duration", "20", "-w", folder.File("next.pcapng"), "--json").GetProperty("packets").GetInt64());
        l2fwd.Interrupt();
        Assert.Equal(0, l2fwd.WaitForExit(ToolProgram.Patience).ExitCode);
    }

    [Fact]
    public void Packets_of_dpdk_testpmd_are_captured()
    {
        using var pages = new HugePages(96);
        using var folder = new TemporaryFolder();
        var prefix = EalArguments.UniqueFilePrefix();
        using var testpmd = Testpmd.Start(Arguments(pages, prefix, 2, Traffic(folder), "net_null1"), "--total-num-mbufs=2048");
        _ = testpmd.Command("start");
        var file = folder.File("all.pcapng");
        _ = ToolProgram.Output(0, "capture", "-f", prefix, "-p", "0", "--direction", "rx", "-c", "20", "--duration", "20", "-w", file);

        Assert.Equal(20, CaptureFile.ReadFrames(file).Count);
        // DPDK's counters go on from one capture to the next, or begin anew: the summary is of this one.
        var again = ToolProgram.Json(0, "capture", "-f", prefix, "-p", "0", "-c", "2", "--duration", "20", "-w", file, "--json").GetProperty("ports")[0];
        Assert.True(again.GetProperty("accepted").GetInt64() >= 2, again.GetRawText());
        Assert.Equal(0, again.GetProperty("filtered").GetInt64());
        Assert.Contains("(Invalid argument). It must have called rte_pdump_init", ToolProgram.Refusal(3, "capture", "-f", prefix, "-q", "7", "-w", file), StringComparison.Ordinal);
        testpmd.Kill();
        Assert.Contains($"'{prefix}': it has ended, and ", ToolProgram.Refusal(3, "capture", "-f", prefix, "-w", file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_shares_nothing_is_told()
    {
        using var folder = new TemporaryFolder();
        var prefix = EalArguments.UniqueFilePrefix();
        using var l2fwd = RunningProgram.L2Fwd(prefix);
        Assert.Contains("with huge pages (no --no-huge)", ToolProgram.Refusal(3, "capture", "-f", prefix, "-w", folder.File("x")), StringComparison.Ordinal);
        Assert.Contains("cannot join a DPDK program with the file prefix 'nobody'", ToolProgram.Refusal(3, "capture", "-f", "nobody", "-w", folder.File("x")), StringComparison.Ordinal);
    }

    private static string[] Arguments(HugePages pages, string prefix, int lcores, params IReadOnlyList<string> vdevs) =>
        ["-l", RunningProgram.Lcores(lcores), "-m", "64", "--huge-dir", pages.Folder, "--no-pci", "--file-prefix", prefix, .. vdevs.SelectMany(static v => (string[])["--vdev", v])];

    /// <summary>A device that receives real traffic over and over.</summary>
    private static string Traffic(TemporaryFolder folder)
    {
        var input = folder.File("in.pcap");
        CaptureFile.WriteFrames(input, CaptureFile.ReadFrames(RepositoryPaths.MixedCapture).Where(static f => f.Length <= 1522));
        return $"net_pcap0,rx_pcap={input},infinite_rx=1";
    }
}
