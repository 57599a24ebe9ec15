using Microsoft.Extensions.DependencyInjection;

namespace DpdkSharp.Extensions.Hosting.Tests;

/// <summary>A host that starts, runs and stops DPDK: in order, and clear when something goes wrong.</summary>
public sealed class LifetimeTests
{
    private const string Host = "DpdkSharp.Extensions.Hosting.DpdkHostedService";

    [Fact]
    public void When_all_workers_have_returned_the_host_stops_and_EAL_has_ended()
    {
        Scenario run = Scenario.Run("ends-by-itself");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("ended", Assert.Single(run.Of("eal")));
        Assert.Contains($"{Host}|Information|EAL has started; workers run on lcore 1", run.Of("log"), StringComparer.Ordinal);
        Assert.Contains($"{Host}|Information|All workers have returned, and EAL has ended", run.Of("log"), StringComparer.Ordinal);
    }

    [Fact]
    public void A_worker_that_fails_stops_the_others_and_the_host_and_is_told()
    {
        Scenario run = Scenario.Run("worker-fails");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("InvalidOperationException|the worker lost its way", Assert.Single(run.Of("thrown")));
        Assert.Contains($"{Host}|Critical|The DPDK program failed; the host stops|the worker lost its way", run.Of("log"), StringComparer.Ordinal);
        Assert.Equal("ended", Assert.Single(run.Of("eal")));
    }

    [Fact]
    public void A_program_that_cannot_start_fails_the_start_of_the_host_and_leaves_nothing_open()
    {
        Scenario run = Scenario.Run("start-fails");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal("InvalidOperationException|the cable is not plugged in", Assert.Single(run.Of("thrown")));
        Assert.Equal("ended", Assert.Single(run.Of("eal")));
    }

    [Fact]
    public void EAL_that_refuses_to_start_says_why()
    {
        Scenario run = Scenario.Run("eal-refuses");

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("DpdkException|EAL could not start with the arguments", Assert.Single(run.Of("thrown")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_that_does_not_exist_is_an_error_that_names_it()
    {
        Scenario run = Scenario.Run("unknown-setting");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("'Cores'", Assert.Single(run.Of("thrown")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_without_workers_is_told_what_it_forgot()
    {
        Assert.Contains("call AddWorker in Start", Assert.Single(Scenario.Run("no-workers").Of("thrown")), StringComparison.Ordinal);
    }

    [Fact]
    public void An_lcore_takes_one_worker()
    {
        Assert.Contains("lcore 1 has work already", Assert.Single(Scenario.Run("two-on-one-lcore").Of("thrown")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_worker_that_does_not_stop_is_named_and_does_not_keep_the_process()
    {
        Scenario run = Scenario.Run("stuck");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(run.Of("log"), static l => l.StartsWith($"{Host}|Error|lcore 1 did not stop in the time", StringComparison.Ordinal));
        Assert.Equal("running", Assert.Single(run.Of("eal")));
    }

    [Fact]
    public void A_packet_that_a_worker_lost_is_told_when_its_pool_is_disposed()
    {
        Scenario run = Scenario.Run("leaks");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("packets", Assert.Single(run.Of("thrown")), StringComparison.Ordinal);
        Assert.Contains(run.Of("log"), static l => l.StartsWith($"{Host}|Critical|", StringComparison.Ordinal));
    }

    [Fact]
    public void A_host_has_one_program()
    {
        var services = new ServiceCollection();
        services.AddDpdk<NoProgram>();

        Assert.Contains("once a process", Assert.Throws<InvalidOperationException>(() => services.AddDpdk<NoProgram>()).Message, StringComparison.Ordinal);
    }

    private sealed class NoProgram : IDpdkProgram
    {
        public void Start(DpdkProgramContext context) => throw new InvalidOperationException("It is never started.");
    }
}
