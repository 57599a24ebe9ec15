using DpdkSharp.TestKit;

namespace DpdkSharp.Checked.Tests;

/// <summary>The tests of the safe layer and of devices, as they are, with the checked mode on: it finds nothing in them.</summary>
public sealed class SuiteTests
{
    // The samples' tests start programs one after the other for minutes; those that forward packets are enough.
    [Theory]
    [InlineData("DpdkSharp.Tests", "*")]
    [InlineData("DpdkSharp.Devices.Tests", "*")]
    [InlineData("Samples.Tests", "*ForwardingTests*")]
    public void Nothing_is_found_in_programs_that_are_right(string project, string classes)
    {
        string program = Path.Combine(RepositoryPaths.Artifacts, "bin", project, RepositoryPaths.Configuration, project);
        Assert.True(File.Exists(program), $"{program} is missing: build tests/{project}.");

        ProcessResult run = ChildProcess.Run(
            program, ["-noColor", "-noLogo", "-class", classes], TimeSpan.FromMinutes(8),
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["DPDKSHARP_CHECKED"] = "1" });

        Assert.True(run.ExitCode == 0, run.StandardOutput + run.StandardError);
        Assert.DoesNotContain("Total: 0,", run.StandardOutput, StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(PacketOwnershipException), run.StandardOutput + run.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public void A_variable_that_says_nothing_known_is_refused()
    {
        ProcessResult run = ChildProcess.Run(
            SampleProgram.PathOf("HelloWorld"), EalArguments.Isolated(1), TimeSpan.FromMinutes(1),
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["DPDKSHARP_CHECKED"] = "yes" });

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(
            "The environment variable DPDKSHARP_CHECKED is 'yes'. It may be 1 (checked mode), stacks (with stack traces), 0 (off) or not set.", run.StandardError + run.StandardOutput, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", false)]
    [InlineData("stacks", true)]
    public void Whole_stack_traces_are_kept_where_they_are_asked_for(string value, bool hasCallers)
    {
        // A worker that loses a packet; its pool tells of it. The method that took it is named in both; what called that, only with stacks.
        ProcessResult run = ChildProcess.Run(
            SampleProgram.PathOf("HostingRunner"), ["leaks", EalArguments.UniqueFilePrefix()], TimeSpan.FromMinutes(1),
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["DPDKSHARP_CHECKED"] = value });

        string thrown = Assert.Single(run.StandardOutput.Split('\n'), static l => l.StartsWith("thrown|", StringComparison.Ordinal));
        Assert.Contains("ScenarioProgram", thrown, StringComparison.Ordinal);
        Assert.Equal(hasCallers, thrown.Contains("LcoreJob.Run", StringComparison.Ordinal));
    }
}
