using MathNet.Numerics.Statistics;

namespace DpdkSharp.Benchmarks.Measuring;

/// <summary>What was measured of one side.</summary>
/// <param name="Side">Its name.</param>
/// <param name="Cycles">Cycles an operation, one figure a pair.</param>
/// <param name="Ratios">C's cycles by this side's, pair by pair: above 1, this side is faster than C.</param>
internal sealed record SideResult(string Side, IReadOnlyList<double> Cycles, IReadOnlyList<double> Ratios)
{
    public double MedianCycles => Cycles.Median();

    public double MedianRatio => Ratios.Median();

    public double LowerQuartile => Ratios.LowerQuartile();

    public double UpperQuartile => Ratios.UpperQuartile();
}
