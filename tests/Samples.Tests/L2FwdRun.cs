using DpdkSharp.TestKit;

namespace DpdkSharp.Samples.Tests;

/// <summary>l2fwd in a process of its own.</summary>
internal sealed class L2FwdRun : IDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private L2FwdRun(ChildProcess process) => Process = process;

    public ChildProcess Process { get; }

    /// <summary>Starts it on virtual devices.</summary>
    public static L2FwdRun Start(int lcores, IReadOnlyList<string> vdevs, params IReadOnlyList<string> arguments) =>
        new(SampleProgram.Start("L2Fwd", EalArguments.Isolated(lcores, vdevs), arguments));

    /// <summary>Waits until it forwards on an lcore.</summary>
    public L2FwdRun WaitForMainLoop()
    {
        Process.WaitForOutput("entering main loop", Patience);
        return this;
    }

    /// <summary>Waits until a statistics screen has the number in its last line but one: packets sent by all ports.</summary>
    public L2FwdRun WaitForTotalSent(int packets)
    {
        Process.WaitForOutput($"Total packets sent: {packets,18}\n", Patience);
        return this;
    }

    /// <summary>Ends it with SIGINT; it has to end in order.</summary>
    public ProcessResult Stop()
    {
        Process.Interrupt();
        return WaitForOrderlyEnd();
    }

    /// <summary>Exit code 0, all ports closed, the last word said, and nothing but log lines on stderr.</summary>
    public ProcessResult WaitForOrderlyEnd()
    {
        var result = Process.WaitForExit(Patience);
        Assert.True(result.ExitCode == 0, $"exit code {result.ExitCode}: {result.StandardError}");
        Assert.EndsWith("Bye...\n", result.StandardOutput, StringComparison.Ordinal);
        Assert.DoesNotContain("l2fwd:", result.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain("xception", result.StandardError, StringComparison.Ordinal);
        return result;
    }

    /// <summary>The MAC address that it printed for a port.</summary>
    public byte[] MacAddress(int port)
    {
        var label = $"Port {port}, MAC address: ";
        var line = Process.StandardOutput.Split('\n').Single(l => l.StartsWith(label, StringComparison.Ordinal));
        return Convert.FromHexString(line[label.Length..].Replace(":", "", StringComparison.Ordinal));
    }

    public void Dispose() => Process.Dispose();
}
