using System.Text.Json;
using DpdkSharp.InteropProbe;
using DpdkSharp.TestKit;

namespace DpdkSharp.Interop.Tests.Callbacks;

/// <summary>Callbacks that need a second lcore or the telemetry socket, in a process with an EAL of its own.</summary>
public sealed class WorkerCallbackTests
{
    private static readonly Lazy<CallbackReport> s_report = new(static () =>
    {
        ProcessResult result = Probe.Run(["callbacks", UniqueName.Next("cbk")]);
        return result.ExitCode == 0
            ? JsonSerializer.Deserialize<CallbackReport>(result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1])!
            : throw new InvalidOperationException($"the probe ended with {result.ExitCode}: {result.StandardError}");
    });

    [Fact]
    public void Launch_on_an_lcore()
    {
        Assert.Equal(1u, s_report.Value.LaunchedOn);
        Assert.Equal(42, s_report.Value.LaunchResult);
    }

    [Fact]
    public void Service_on_a_service_lcore()
    {
        Assert.Equal(1u, s_report.Value.ServiceRanOn);
        Assert.True(s_report.Value.ServiceCalls >= 3, $"{s_report.Value.ServiceCalls} calls");
    }

    [Fact]
    public void Telemetry_command_asked_over_the_socket()
    {
        using JsonDocument reply = JsonDocument.Parse(s_report.Value.TelemetryReply);

        JsonElement told = reply.RootElement.GetProperty("/dpdksharp/echo");
        Assert.Equal("some words", told.GetProperty("parameters").GetString());
        Assert.Equal(-7, told.GetProperty("number").GetInt32());
    }
}
