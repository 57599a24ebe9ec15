namespace DpdkSharp.Tool.Telemetry;

/// <summary>Which of the running processes is meant; null stands for any.</summary>
internal sealed record AttachChoice(string? FilePrefix, int? ProcessId, string? RuntimeFolder);
