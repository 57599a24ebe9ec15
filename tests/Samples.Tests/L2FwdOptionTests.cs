using DpdkSharp.TestKit;

namespace DpdkSharp.Samples.Tests;

/// <summary>The options of l2fwd that change no packet.</summary>
public sealed class L2FwdOptionTests
{
    private static readonly string[] s_twoNullPorts = ["net_null0", "net_null1"];

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Promiscuous_mode_is_on_when_asked_for(bool promiscuous)
    {
        using var pair = VethPair.Create();
        string[] arguments = ["-p", "1", .. promiscuous ? ["-P"] : Array.Empty<string>()];
        using var run = L2FwdRun.Start(1, [$"net_af_packet0,iface={pair.First}"], arguments);
        run.WaitForMainLoop();
        var link = ChildProcess.RunChecked(Requirements.Program("ip", "iproute2"), "link", "show", pair.First);
        run.Stop();

        Assert.Equal(promiscuous, link.Contains("PROMISC", StringComparison.Ordinal));
    }

    [Fact]
    public void Ports_are_dealt_out_to_lcores_as_many_as_asked_for()
    {
        using var run = L2FwdRun.Start(2, ["net_null0", "net_null1", "net_null2", "net_null3"], "-p", "0xf", "-q", "2", "-T", "0");
        var output = run.WaitForMainLoop().Stop().StandardOutput.Split('\n');

        var assignments = output.Where(static l => l.StartsWith("Lcore ", StringComparison.Ordinal)).ToArray();
        Assert.Equal(4, assignments.Length);
        Assert.Equal(
            "RX port 0 TX port 1, RX port 1 TX port 0, RX port 2 TX port 3, RX port 3 TX port 2",
            string.Join(", ", assignments.Select(static l => l.Split(": ")[1])));
        var lcores = assignments.Select(static l => l.Split(':')[0]).ToArray();
        Assert.Equal(lcores[0], lcores[1]);
        Assert.Equal(lcores[2], lcores[3]);
        Assert.NotEqual(lcores[0], lcores[2], StringComparer.Ordinal);
    }

    [Fact]
    public void Statistics_appear_once_a_period()
    {
        using var run = L2FwdRun.Start(1, s_twoNullPorts, "-p", "3", "-q", "2", "-T", "1");
        run.WaitForMainLoop();
        Thread.Sleep(TimeSpan.FromSeconds(3.5));
        var output = run.Stop().StandardOutput;

        Assert.InRange(output.Split("Port statistics ====").Length - 1, 2, 4);
        var last = StatisticsReader.Last(output);
        Assert.True(last[0].Received > 0 && last[1].Received > 0);
        Assert.Equal(last[0].Sent + last[1].Sent, last[-1].Sent);
        Assert.Equal(last[0].Received + last[1].Received, last[-1].Received);
        // A pipe is no terminal: nothing to clear.
        Assert.DoesNotContain('\e', output);
    }

    [Fact]
    public void A_period_of_zero_means_no_statistics()
    {
        using var run = L2FwdRun.Start(1, s_twoNullPorts, "-p", "3", "-q", "2", "-T", "0");
        run.WaitForMainLoop();
        Thread.Sleep(TimeSpan.FromSeconds(1.5));

        Assert.DoesNotContain("Port statistics", run.Stop().StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_that_the_mask_leaves_out_is_skipped_and_the_last_of_an_odd_number_sends_to_itself()
    {
        using var run = L2FwdRun.Start(1, s_twoNullPorts, "-p", "2");
        var output = run.WaitForMainLoop().Stop().StandardOutput;

        Assert.Contains("Notice: odd number of ports in portmask.\n", output, StringComparison.Ordinal);
        Assert.Contains("RX port 1 TX port 1\n", output, StringComparison.Ordinal);
        Assert.Contains("Skipping disabled port 0\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Initializing port 0", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Closing port 0", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_tells_its_own_options_and_those_of_EAL()
    {
        var result = ChildProcess.Run(SampleProgram.PathOf("L2Fwd"), ["--help"], L2FwdRun.Patience);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("--no-mac-updating", result.StandardOutput, StringComparison.Ordinal);
        Assert.Contains("--file-prefix", result.StandardOutput, StringComparison.Ordinal);
    }
}
