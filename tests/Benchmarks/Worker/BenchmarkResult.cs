namespace DpdkSharp.Benchmarks.Worker;

/// <summary>What a benchmark did.</summary>
/// <param name="Operations">How many operations.</param>
/// <param name="Cycles">In how many cycles of the time stamp counter.</param>
/// <param name="Check">A checksum of what came out; C's must be the same.</param>
internal readonly record struct BenchmarkResult(ulong Operations, ulong Cycles, ulong Check)
{
    /// <summary>Cycles that 50, 99, 99.9, 99.99 and 100 % of the rounds do not exceed; null where a benchmark has no rounds.</summary>
    public IReadOnlyList<ulong>? Tail { get; init; }
}
