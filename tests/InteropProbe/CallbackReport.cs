namespace DpdkSharp.InteropProbe;

/// <summary>What callbacks saw that DPDK called on its own threads.</summary>
/// <param name="LaunchedOn">The lcore that ran what was launched.</param>
/// <param name="LaunchResult">What the launched function gave.</param>
/// <param name="ServiceRanOn">The lcore that ran the service.</param>
/// <param name="ServiceCalls">How often it did.</param>
/// <param name="TelemetryReply">What a client was answered on telemetry's socket.</param>
public sealed record CallbackReport(uint LaunchedOn, int LaunchResult, uint ServiceRanOn, int ServiceCalls, string TelemetryReply);
