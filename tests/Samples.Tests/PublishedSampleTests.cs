using DpdkSharp.Testing;
using DpdkSharp.TestKit;

namespace DpdkSharp.Samples.Tests;

/// <summary>The samples as NativeAOT programs: published without a warning, and run. Publishing takes a while.</summary>
[Collection("NativeAOT")]
public sealed class PublishedSampleTests
{
    private static readonly TimeSpan s_publishPatience = TimeSpan.FromMinutes(10);

    [Fact]
    public void HelloWorld()
    {
        var eal = EalArguments.Isolated(2);
        var result = ChildProcess.Run(Publish("HelloWorld"), eal, L2FwdRun.Patience);

        Assert.True(result.ExitCode == 0, result.StandardError);
        foreach (var core in eal[1].Split(','))
        {
            Assert.Contains($"hello from core {core}\n", result.StandardOutput, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("L2Fwd")]
    [InlineData("Skeleton")]
    [InlineData("Skeleton.Raw")]
    public void Forwarding(string sample)
    {
        var program = Publish(sample);
        using var folder = new TemporaryFolder();
        var output = folder.File("out.pcap");
        string[] own = sample == "L2Fwd" ? ["--", "-p", "3", "-q", "2", "-T", "1", "--no-mac-updating"] : [];
        using var process = ChildProcess.Start(
            program, [.. EalArguments.Isolated(1, $"net_pcap0,rx_pcap={RepositoryPaths.MixedCapture}", $"net_pcap1,tx_pcap={output}"), .. own]);
        process.WaitForOutput(sample == "L2Fwd" ? "entering main loop" : "forwarding packets", L2FwdRun.Patience);
        var size = new FileInfo(RepositoryPaths.MixedCapture).Length;
        Assert.True(SpinWait.SpinUntil(() => new FileInfo(output).Length >= size, L2FwdRun.Patience));
        process.Terminate();
        var result = process.WaitForExit(L2FwdRun.Patience);

        Assert.True(result.ExitCode == 0, result.StandardError);
        Assert.EndsWith("Bye...\n", result.StandardOutput, StringComparison.Ordinal);
        Assert.Equal(CaptureFile.ReadFrames(RepositoryPaths.MixedCapture), CaptureFile.ReadFrames(output));
    }

    [Theory]
    [InlineData("lpm")]
    [InlineData("em")]
    [InlineData("fib")]
    [InlineData("acl")]
    public void Routing(string lookup)
    {
        using var folder = new TemporaryFolder();
        var frame = Frames.Ipv4("198.18.1.1", "198.18.1.0");
        string[] rules = lookup == "acl"
            ? ["--rule_ipv4", folder.Write("v4.txt", "R0.0.0.0/0 0.0.0.0/0 0 : 65535 0 : 65535 0/0 1"), "--rule_ipv6", folder.Write("v6.txt", "R::/0 ::/0 0 : 65535 0 : 65535 0/0 1")]
            : ["--hash-entry-num", "400"];
        using var run = new L3FwdRun([frame], Publish("L3Fwd"), ["--lookup", lookup, .. rules]);

        Assert.Equal([Frames.Routed(frame, [2, 0, 0, 0, 0, 1], run.MacAddress(1))], run.Sent[1]);
    }

    [Fact]
    public void A_wrong_argument_is_one_line_there_too()
    {
        var result = ChildProcess.Run(Publish("L2Fwd"), [.. EalArguments.Isolated(1, "net_null0"), "--", "-p", "zz"], L2FwdRun.Patience);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("l2fwd: -p: 'zz' is no port mask", result.StandardError, StringComparison.Ordinal);
    }

    private static readonly Dictionary<string, string> s_published = new(StringComparer.Ordinal);

    /// <summary>Publishes a sample, once, and gives the program.</summary>
    private static string Publish(string sample)
    {
        lock (s_published)
        {
            return s_published.TryGetValue(sample, out var program) ? program : s_published[sample] = PublishAnew(sample);
        }
    }

    private static string PublishAnew(string sample)
    {
        // scripts/matrix.sh runs the same programs on each version, where there is no SDK.
        if (Environment.GetEnvironmentVariable("DPDKSHARP_PUBLISHED") is { Length: > 0 } published)
        {
            var there = Path.Combine(published, sample, sample);
            Assert.True(File.Exists(there), $"{there} does not exist: scripts/matrix.sh publishes it");
            Assert.False(File.Exists(there + ".dll"), "this is no native program");
            return there;
        }

        var folder = Path.Combine(RepositoryPaths.Artifacts, "published", sample);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        var result = ChildProcess.Run(
            "dotnet",
            // Nothing stays behind that would hold the output open.
            ["publish", Path.Combine(RepositoryPaths.Root, "samples", sample), "-c", "Release", "-nologo", "-o", folder, "-nodeReuse:false", "-p:UseSharedCompilation=false"],
            s_publishPatience,
            // Under "dotnet test" these lead to that process's own MSBuild.
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["MSBUILDDISABLENODEREUSE"] = "1", ["MSBuildSDKsPath"] = null, ["MSBuildExtensionsPath"] = null },
            RepositoryPaths.Root);
        Assert.True(result.ExitCode == 0, result.StandardOutput + result.StandardError);
        Assert.DoesNotMatch("warning +[A-Z]+[0-9]+", result.StandardOutput + result.StandardError);
        var program = Path.Combine(folder, sample);
        Assert.False(File.Exists(program + ".dll"), "this is no native program");
        return program;
    }
}
