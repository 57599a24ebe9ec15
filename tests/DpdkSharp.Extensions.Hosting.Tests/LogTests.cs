using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DpdkSharp.Extensions.Hosting.Tests;

/// <summary>DPDK's log in Microsoft.Extensions.Logging, and the levels of its filters in DPDK.</summary>
public sealed class LogTests
{
    private static readonly Lazy<Scenario> s_run = new(static () => Scenario.Run("log"));

    [Fact]
    public void Messages_come_by_component_and_level_as_they_are()
    {
        string[] user = [.. s_run.Value.Of("log").Where(static l => l.StartsWith("DpdkLog.user1|", StringComparison.Ordinal))];

        Assert.Equal(["DpdkLog.user1|Debug|debug {of} user1", "DpdkLog.user1|Information|notice", "DpdkLog.user1|Critical|critical", "DpdkLog.user1|Error|still written"], user);
    }

    [Fact]
    public void What_the_filters_leave_out_is_not_written_by_DPDK()
    {
        // EAL says at the level of information which sockets and cores it found; the filter of the scenario wants warnings.
        Assert.DoesNotContain(s_run.Value.Of("log"), static l => l.StartsWith("DpdkLog.lib.eal|Information", StringComparison.Ordinal));
        Assert.Contains("lib.eal|Warning", s_run.Value.Of("component"), StringComparer.Ordinal);
    }

    [Fact]
    public void A_filter_that_changes_while_the_program_runs_changes_DPDK_s_level() => Assert.Contains("user1|Error", s_run.Value.Of("component"), StringComparer.Ordinal);

    [Theory]
    [InlineData(LogLevel.Trace, EalLogLevel.Debug)]
    [InlineData(LogLevel.Debug, EalLogLevel.Debug)]
    [InlineData(LogLevel.Information, EalLogLevel.Information)]
    [InlineData(LogLevel.Warning, EalLogLevel.Warning)]
    [InlineData(LogLevel.Error, EalLogLevel.Error)]
    [InlineData(LogLevel.Critical, EalLogLevel.Critical)]
    [InlineData(LogLevel.None, EalLogLevel.Emergency)]
    public void A_logger_s_level_becomes_DPDK_s(LogLevel from, EalLogLevel to)
    {
        using ILoggerFactory factory = LoggerFactory.Create(builder => builder.SetMinimumLevel(from).AddProvider(new EverythingProvider()));

        Assert.Equal(to, LogLevels.ToDpdk(factory.CreateLogger("any")));
        Assert.Equal(EalLogLevel.Emergency, LogLevels.ToDpdk(NullLogger.Instance));
    }

    private sealed class EverythingProvider : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
        }

        public void Dispose()
        {
        }
    }
}
