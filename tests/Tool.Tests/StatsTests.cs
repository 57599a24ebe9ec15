using System.Text.Json;
using DpdkSharp.TestKit;

namespace DpdkSharp.Tool.Tests;

/// <summary>stats, attached to programs that forward packets.</summary>
public sealed class StatsTests
{
    [Fact]
    public void It_watches_dpdk_testpmd()
    {
        var prefix = EalArguments.UniqueFilePrefix();
        using var testpmd = RunningProgram.Testpmd(prefix);
        var samples = ToolProgram.Output(0, "stats", "-f", prefix, "--json", "-n", "2", "-i", "0.5", "--xstats").TrimEnd('\n').Split('\n').Select(static l => JsonDocument.Parse(l).RootElement).ToArray();

        Assert.Equal(2, samples.Length);
        var ports = samples[1].GetProperty("ports").EnumerateArray().ToArray();
        Assert.Equal(["net_null0", "net_ring0"], ports.Select(static p => p.GetProperty("name").GetString()!), StringComparer.Ordinal);
        Assert.All(ports, static p => Assert.True(p.GetProperty("rx").GetProperty("packetsPerSecond").GetDouble() > 1000));
        Assert.All(ports, static p => Assert.True(p.GetProperty("queues")[0].GetProperty("tx").GetProperty("packetsPerSecond").GetDouble() > 1000));
        Assert.True(ports[0].GetProperty("xstats").GetProperty("rx_good_packets").GetProperty("count").GetUInt64() > 0);
        Assert.True(
            ports[0].GetProperty("rx").GetProperty("packets").GetUInt64() > samples[0].GetProperty("ports")[0].GetProperty("rx").GetProperty("packets").GetUInt64());

        // In 22.11 they are read from the program's memory.
        var pool = samples[1].GetProperty("mempools").EnumerateArray().Single();
        Assert.Equal(2048, pool.GetProperty("size").GetInt64());
        Assert.InRange(pool.GetProperty("inUse").GetInt64(), 0, 2048);
        Assert.Equal(2048, pool.GetProperty("inUse").GetInt64() + pool.GetProperty("free").GetInt64());
        Assert.Contains(samples[1].GetProperty("rings").EnumerateArray(), static r => r.GetProperty("name").GetString() == "ETH_RXTX0_net_ring0");
        Assert.True(samples[1].GetProperty("heaps")[0].GetProperty("bytes").GetInt64() > 0);
    }

    [Fact]
    public void It_watches_CSharp_l2fwd_and_prints_plain_text_into_a_pipe()
    {
        var prefix = EalArguments.UniqueFilePrefix();
        using var l2fwd = RunningProgram.L2Fwd(prefix);
        var text = ToolProgram.Output(0, "stats", "-f", prefix, "-n", "1", "-i", "0.5");

        Assert.StartsWith($"L2Fwd (pid {l2fwd.Id}, DPDK ", text, StringComparison.Ordinal);
        Assert.Matches(@"\n0     net_null0  up, 10\.0Gbit/s +[1-9][\d.]*[kM] ", text);
        Assert.Matches(@"\nmempool  mbuf_pool +\d+ +8192  ", text);
        Assert.DoesNotContain("\e", text, StringComparison.Ordinal);
    }

    [Fact]
    public void It_ends_when_nobody_reads_any_more()
    {
        var prefix = EalArguments.UniqueFilePrefix();
        using var l2fwd = RunningProgram.L2Fwd(prefix);
        var result = ChildProcess.Run("bash", ["-c", "\"$1\" stats -f \"$2\" -i 0.2 | head -n 1; echo ${PIPESTATUS[0]}", "bash", ToolProgram.Path, prefix], ToolProgram.Patience);

        Assert.Matches($@"^L2Fwd \(pid {l2fwd.Id}, .*\n0\n$", result.StandardOutput);
        Assert.Empty(result.StandardError);
    }

    [Theory]
    [InlineData(80)]
    [InlineData(60)]
    public void It_fits_a_narrow_terminal(int columns)
    {
        var prefix = EalArguments.UniqueFilePrefix();
        using var l2fwd = RunningProgram.L2Fwd(prefix);
        // "script" gives it a terminal.
        var result = ChildProcess.Run(
            "script", ["-qec", $"stty cols {columns} rows 40; {ToolProgram.Path} stats -f {prefix} -n 1 -i 0.5", "/dev/null"], ToolProgram.Patience,
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["TERM"] = "xterm" });

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("\e[", result.StandardOutput, StringComparison.Ordinal);
        Assert.Matches(@"0     net_null0 +\d[\d.]*[kM]? ", result.StandardOutput);
    }

    [Fact]
    public void Ctrl_C_ends_it_in_order_and_the_programs_end_ends_it_too()
    {
        var prefix = EalArguments.UniqueFilePrefix();
        using var l2fwd = RunningProgram.L2Fwd(prefix);
        using var first = ToolProgram.Start("stats", "-f", prefix, "-i", "0.2");
        using var second = ToolProgram.Start("stats", "--pid", $"{l2fwd.Id}", "-i", "0.2");
        first.WaitForOutput("net_null1", ToolProgram.Patience);
        second.WaitForOutput("net_null1", ToolProgram.Patience);

        first.Interrupt();
        var interrupted = first.WaitForExit(ToolProgram.Patience);
        Assert.Equal(0, interrupted.ExitCode);
        Assert.Empty(interrupted.StandardError);

        l2fwd.Kill();
        var ended = second.WaitForExit(ToolProgram.Patience);
        Assert.Equal(1, ended.ExitCode);
        Assert.Contains($"the process {l2fwd.Id} ended meanwhile", ended.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_programs_one_has_to_be_chosen()
    {
        using var folder = new TemporaryFolder();
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal) { ["RUNTIME_DIRECTORY"] = folder.Path };
        string[] arguments = ["-l", RunningProgram.Lcores(1), "--no-huge", "-m", "64", "--no-pci", "--vdev", "net_null0", "--vdev", "net_null1"];
        string[] own = ["--", "-p", "3", "-q", "2", "-T", "0"];
        using var left = ChildProcess.Start(SampleProgram.PathOf("L2Fwd"), [.. arguments, "--file-prefix", "left", .. own], environment);
        using var right = ChildProcess.Start(SampleProgram.PathOf("L2Fwd"), [.. arguments, "--file-prefix", "right", .. own], environment);
        left.WaitForOutput("entering main loop", ToolProgram.Patience);
        right.WaitForOutput("entering main loop", ToolProgram.Patience);

        var refusal = ToolProgram.Refusal(2, "stats", "--runtime-dir", Path.Combine(folder.Path, "dpdk"));
        Assert.Contains($"--file-prefix left --pid {left.Id}  L2Fwd", refusal, StringComparison.Ordinal);
        Assert.Contains($"--file-prefix right --pid {right.Id}  L2Fwd", refusal, StringComparison.Ordinal);
    }
}
