namespace DpdkSharp.Benchmarks.Measuring;

/// <summary>What a worker says of a run.</summary>
/// <param name="Operations">How many operations it did.</param>
/// <param name="Cycles">In how many cycles of the time stamp counter.</param>
/// <param name="CyclesPerSecond">That counter's frequency.</param>
/// <param name="Check">A checksum of what came out.</param>
internal readonly record struct WorkerAnswer(ulong Operations, ulong Cycles, ulong CyclesPerSecond, string Check)
{
    public double CyclesPerOperation => (double)Cycles / Operations;
}
