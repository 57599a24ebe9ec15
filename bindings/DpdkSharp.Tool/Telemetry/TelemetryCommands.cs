namespace DpdkSharp.Tool.Telemetry;

/// <summary>The answer of <c>telemetry --json</c> without a command.</summary>
internal sealed record TelemetryCommands(string Version, int ProcessId, IReadOnlyList<TelemetryHelp> Commands);
