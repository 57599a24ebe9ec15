namespace DpdkSharp.Tool.Telemetry;

/// <summary>A command that a process knows, and what it says of it.</summary>
internal sealed record TelemetryHelp(string Command, string Help);
