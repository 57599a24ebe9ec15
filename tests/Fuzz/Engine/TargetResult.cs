namespace DpdkSharp.Fuzz;

/// <summary>What came of fuzzing a target.</summary>
internal sealed record TargetResult(string Target, long Executions, long Findings, long Edges, double Seconds);
