using DpdkSharp.Testing;
using DpdkSharp.TestKit;

namespace DpdkSharp.Samples.Tests;

/// <summary>The skeleton on the safe layer and on the raw one behave alike.</summary>
public sealed class SkeletonTests
{
    [Theory]
    [InlineData("Skeleton", "INT")]
    [InlineData("Skeleton", "TERM")]
    [InlineData("Skeleton.Raw", "INT")]
    [InlineData("Skeleton.Raw", "TERM")]
    public void It_forwards_packets_as_they_are_until_a_signal_comes(string sample, string signal)
    {
        using var folder = new TemporaryFolder();
        var capture = CaptureFile.ReadFrames(RepositoryPaths.MixedCapture);
        string[] outputs = [folder.File("out0.pcap"), folder.File("out1.pcap")];
        using var process = ChildProcess.Start(
            SampleProgram.PathOf(sample),
            EalArguments.Isolated(1, [.. outputs.Select((output, i) => $"net_pcap{i},rx_pcap={RepositoryPaths.MixedCapture},tx_pcap={output}")]));
        process.WaitForOutput("forwarding packets. [Ctrl+C to quit]", L2FwdRun.Patience);
        var size = new FileInfo(RepositoryPaths.MixedCapture).Length;
        Assert.True(SpinWait.SpinUntil(() => outputs.All(o => new FileInfo(o).Length >= size), L2FwdRun.Patience));
        if (signal == "INT")
        {
            process.Interrupt();
        }
        else
        {
            process.Terminate();
        }

        var result = process.WaitForExit(L2FwdRun.Patience);

        Assert.Equal(0, result.ExitCode);
        Assert.EndsWith("Bye...\n", result.StandardOutput, StringComparison.Ordinal);
        foreach (var output in outputs)
        {
            Assert.Equal(capture, CaptureFile.ReadFrames(output));
        }
    }

    [Theory]
    [InlineData("Skeleton")]
    [InlineData("Skeleton.Raw")]
    public void More_lcores_than_it_uses_are_told(string sample)
    {
        using var process = ChildProcess.Start(SampleProgram.PathOf(sample), EalArguments.Isolated(2, "net_null0", "net_null1"));
        process.WaitForOutput("forwarding packets", L2FwdRun.Patience);
        process.Interrupt();
        var result = process.WaitForExit(L2FwdRun.Patience);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("WARNING: Too many lcores enabled. Only 1 used.", result.StandardOutput, StringComparison.Ordinal);
    }
}
