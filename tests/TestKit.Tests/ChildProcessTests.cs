namespace DpdkSharp.TestKit.Tests;

public sealed class ChildProcessTests
{
    private static readonly TimeSpan s_enough = TimeSpan.FromSeconds(20);

    [Fact]
    public void Captures_both_outputs_and_the_exit_code()
    {
        var result = ChildProcess.Run("sh", ["-c", "echo out $GREETING; echo err >&2; exit 7"], s_enough, new Dictionary<string, string?>(StringComparer.Ordinal) { ["GREETING"] = "hello" });

        Assert.Equal(new ProcessResult(7, "out hello\n", "err\n"), result);
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void A_signal_reaches_its_handler(string signal)
    {
        using var child = ChildProcess.Start("sh", ["-c", $"trap 'echo caught; exit 5' {signal}; echo ready; while :; do sleep 0.05; done"]);
        child.WaitForOutput("ready", s_enough);

        if (string.Equals(signal, "INT", StringComparison.Ordinal))
        {
            child.Interrupt();
        }
        else
        {
            child.Terminate();
        }

        Assert.Equal(new ProcessResult(5, "ready\ncaught\n", ""), child.WaitForExit(s_enough));
    }

    [Fact]
    public void Kill_needs_no_cooperation()
    {
        using var child = ChildProcess.Start("sh", ["-c", "trap '' INT TERM; echo ready; exec sleep 100"]);
        child.WaitForOutput("ready", s_enough);

        child.Kill();

        Assert.Equal(128 + 9, child.WaitForExit(s_enough).ExitCode);
    }

    [Fact]
    public void Dispose_kills_what_still_runs()
    {
        int id;
        using (var child = ChildProcess.Start("sleep", ["100"]))
        {
            id = child.Id;
            Assert.True(Directory.Exists($"/proc/{id}"));
        }

        Assert.False(Directory.Exists($"/proc/{id}"));
    }

    [Fact]
    public void A_timeout_tells_what_was_written()
    {
        using var child = ChildProcess.Start("sh", ["-c", "echo so far; exec sleep 100"]);
        child.WaitForOutput("so far", s_enough);

        var error = Assert.Throws<TimeoutException>(() => child.WaitForExit(TimeSpan.FromMilliseconds(100)));

        Assert.Contains("so far", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Waiting_for_output_that_cannot_come_ends_with_the_program()
    {
        using var child = ChildProcess.Start("sh", ["-c", "echo something else; exit 3"]);

        var error = Assert.Throws<InvalidOperationException>(() => child.WaitForOutput("never", s_enough));

        Assert.Contains("exit code 3", error.Message, StringComparison.Ordinal);
        Assert.Contains("something else", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_reach_standard_input()
    {
        using var child = ChildProcess.Start("cat", []);
        child.WriteLine("one");
        child.WriteLine("two");
        child.CloseInput();

        Assert.Equal("one\ntwo\n", child.WaitForExit(s_enough).StandardOutput);
    }

    [Fact]
    public void A_program_that_has_to_succeed_says_why_it_did_not()
    {
        var error = Assert.Throws<InvalidOperationException>(() => ChildProcess.RunChecked("sh", "-c", "echo because >&2; exit 4"));

        Assert.Contains("exit code 4: because", error.Message, StringComparison.Ordinal);
    }
}
