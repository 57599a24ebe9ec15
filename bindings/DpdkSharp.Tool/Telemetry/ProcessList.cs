namespace DpdkSharp.Tool.Telemetry;

/// <summary>The answer of <c>processes --json</c>.</summary>
/// <param name="Folders">The folders that were looked in.</param>
/// <param name="Processes">What was found there.</param>
internal sealed record ProcessList(IReadOnlyList<string> Folders, IReadOnlyList<ProcessEntry> Processes);
