using DpdkSharp.Benchmarks.Cases;

namespace DpdkSharp.Benchmarks.Measuring;

/// <summary>What was measured of one case. The first side is C.</summary>
internal sealed record CaseResult(BenchmarkCase Case, ulong Operations, ulong CyclesPerSecond, IReadOnlyList<SideResult> Sides)
{
    /// <summary>Million operations a second, of a side.</summary>
    public double MillionsPerSecond(SideResult side) => CyclesPerSecond / side.MedianCycles / 1e6;
}
