using DpdkSharp.TestKit;

namespace DpdkSharp.Tool.Tests;

/// <summary>A forwarder that runs, with a telemetry socket: DPDK's own and C# l2fwd.</summary>
internal static class RunningProgram
{
    /// <summary>EAL's arguments, with ordinary memory.</summary>
    public static string[] Arguments(string prefix, int lcores, params IReadOnlyList<string> vdevs) =>
        ["-l", Lcores(lcores), "--no-huge", "-m", "256", "--no-pci", "--file-prefix", prefix, .. vdevs.SelectMany(static v => (string[])["--vdev", v])];

    public static string Lcores(int count) => EalArguments.Isolated(count)[1];

    public static Testpmd Testpmd(string prefix)
    {
        var testpmd = TestKit.Testpmd.Start(Arguments(prefix, 2, "net_null0", "net_ring0"), "--total-num-mbufs=2048");
        _ = testpmd.Command("start tx_first");
        return testpmd;
    }

    public static ChildProcess L2Fwd(string prefix) => L2Fwd(Arguments(prefix, 1, "net_null0", "net_null1"));

    /// <summary>On a pair of devices that EAL's arguments name.</summary>
    public static ChildProcess L2Fwd(string[] eal)
    {
        var process = SampleProgram.Start("L2Fwd", eal, "-p", "3", "-q", "2", "-T", "0");
        process.WaitForOutput("entering main loop", ToolProgram.Patience);
        return process;
    }
}
