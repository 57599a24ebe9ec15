namespace DpdkSharp.Benchmarks.Worker;

/// <summary>What a benchmark did.</summary>
/// <param name="Operations">How many operations.</param>
/// <param name="Cycles">In how many cycles of the time stamp counter.</param>
/// <param name="Check">A checksum of what came out; C's must be the same.</param>
internal readonly record struct BenchmarkResult(ulong Operations, ulong Cycles, ulong Check);
