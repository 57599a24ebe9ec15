namespace DpdkSharp.Benchmarks.Measuring;

/// <summary>What a worker says of a run.</summary>
/// <param name="Operations">How many operations it did.</param>
/// <param name="Cycles">In how many cycles of the time stamp counter.</param>
/// <param name="CyclesPerSecond">That counter's frequency.</param>
/// <param name="Check">A checksum of what came out.</param>
/// <param name="Tail">Cycles that 50, 99, 99.9, 99.99 and 100 % of the rounds do not exceed, where the benchmark has rounds.</param>
internal sealed record WorkerAnswer(ulong Operations, ulong Cycles, ulong CyclesPerSecond, string Check, IReadOnlyList<ulong> Tail)
{
    public double CyclesPerOperation => (double)Cycles / Operations;
}
