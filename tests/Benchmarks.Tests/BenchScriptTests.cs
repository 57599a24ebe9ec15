using System.Text.Json;
using DpdkSharp.TestKit;

namespace DpdkSharp.Benchmarks.Tests;

/// <summary>scripts/bench.sh: that it builds both sides, finds that they do the same work, and reports. No figure is judged here.</summary>
public sealed class BenchScriptTests
{
    private static readonly string s_script = Path.Combine(RepositoryPaths.Scripts, "bench.sh");

    [Fact]
    public void Both_sides_do_the_same_work_and_the_results_are_written()
    {
        string[] cases = ["mac/ring/64/32", "l3-mixed/ring/64/32", "flow/ring/64/32", "classify-loop/ring/64/32", "classify-acl/ring/64/32", "crc/16", "ring-spsc/8", "call/shim", "mac/memif/64/32"];
        ProcessResult run = ChildProcess.Run(s_script, ["--no-aot", "--pairs", "7", "--only", .. cases], TimeSpan.FromMinutes(8));

        Assert.True(run.ExitCode == 0, run.StandardError + run.StandardOutput);
        string folder = Path.Combine(RepositoryPaths.Artifacts, "bench");
        using JsonDocument results = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "results.json")));
        foreach (string name in cases)
        {
            JsonElement found = Assert.Single(results.RootElement.GetProperty("cases").EnumerateArray(), c => c.GetProperty("name").GetString() == name);
            JsonElement.ArrayEnumerator sides = found.GetProperty("sides").EnumerateArray();
            Assert.StartsWith("C, JIT", string.Join(", ", sides.Select(static s => s.GetProperty("side").GetString())), StringComparison.Ordinal);
            Assert.All(sides, static s =>
            {
                Assert.Equal(7, s.GetProperty("ratios").GetArrayLength());
                Assert.True(s.GetProperty("medianCycles").GetDouble() > 0);
            });
            Assert.Contains($"| {name} |", File.ReadAllText(Path.Combine(folder, "results.md")), StringComparison.Ordinal);
        }
        Assert.NotEmpty(Directory.GetFiles(folder, "*.svg"));
    }

    [Fact]
    public void What_dotnet_has_without_dpdk_moves_frames_too()
    {
        ProcessResult run = ChildProcess.Run(s_script, ["--no-aot", "--no-build", "--quick", "--only", "kernel"], TimeSpan.FromMinutes(3));

        Assert.True(run.ExitCode == 0, run.StandardError + run.StandardOutput);
        string results = File.ReadAllText(Path.Combine(RepositoryPaths.Artifacts, "bench", "results.md"));
        foreach (string way in (string[])["Socket (AF_PACKET)", "SharpPcap", "DpdkSharp, net_af_packet", "DpdkSharp, net_af_xdp"])
        {
            // Once received, once sent; a way that moves no frame ends the run.
            Assert.Equal(2, results.Split('\n').Count(l => l.StartsWith($"| {way} |", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void A_name_that_nothing_has_is_told()
    {
        ProcessResult run = ChildProcess.Run(s_script, ["--no-aot", "--no-build", "--only", "nothing-of-the-kind"], TimeSpan.FromMinutes(1));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("nothing has a name that starts with nothing-of-the-kind; --list names all", run.StandardError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("6")]
    [InlineData("many")]
    public void Too_few_pairs_are_refused(string number)
    {
        ProcessResult run = ChildProcess.Run(s_script, ["--no-aot", "--no-build", "--pairs", number, "--only", "tsc"], TimeSpan.FromMinutes(1));

        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"--pairs must be a number, at least 7, as the median of fewer says little; '{number}' is not.", run.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_names_what_can_be_measured()
    {
        ProcessResult run = ChildProcess.Run(s_script, ["--no-aot", "--no-build", "--list"], TimeSpan.FromMinutes(1));

        Assert.Equal(0, run.ExitCode);
        Assert.Superset(
            new HashSet<string>(["io/ring/64/1", "mac/null/1518/32", "alloc-free/single", "latency", "startup"], StringComparer.Ordinal),
            run.StandardOutput.Split('\n').ToHashSet(StringComparer.Ordinal));
    }
}
