namespace DpdkSharp.Tool.Telemetry;

/// <summary>A telemetry socket that was found in a run-time folder.</summary>
/// <param name="FilePrefix">The <c>--file-prefix</c> of its process: "rte" when none was given.</param>
/// <param name="Path">The socket.</param>
internal sealed record TelemetrySocket(string FilePrefix, string Path);
