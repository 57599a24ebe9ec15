namespace DpdkSharp.TestKit.Tests;

public sealed class TestpmdTests
{
    [Fact]
    public void It_forwards_and_answers_on_its_command_line()
    {
        using var testpmd = Testpmd.Start(EalArguments.Isolated(2, "net_null0", "net_null1"), "--total-num-mbufs=2048");

        Assert.Contains("io packet forwarding", testpmd.Command("show config fwd"), StringComparison.Ordinal);
        testpmd.Command("start");
        Thread.Sleep(200);
        var stopped = testpmd.Command("stop");

        Assert.Contains("Accumulated forward statistics for all ports", stopped, StringComparison.Ordinal);
        Assert.DoesNotContain("RX-packets: 0 ", stopped, StringComparison.Ordinal);
        Assert.Equal(0, testpmd.Quit());
    }

    [Fact]
    public void A_refused_argument_is_told_with_what_it_wrote()
    {
        var error = Assert.Throws<InvalidOperationException>(() => Testpmd.Start([.. EalArguments.Isolated(2), "--no-such-option"]));

        Assert.Contains("no-such-option", error.Message, StringComparison.Ordinal);
    }
}
