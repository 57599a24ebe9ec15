using System.Globalization;
using DpdkSharp.Benchmarks.Reporting;
using MathNet.Numerics.Statistics;

namespace DpdkSharp.Benchmarks.Measuring;

/// <summary>How long one packet takes through a port and back, with and without a thread beside it that allocates, or also forces collections.</summary>
internal sealed class LatencyMeasurement(int runs, ulong rounds)
{
    private static readonly string[] s_points = ["50 %", "99 %", "99.9 %", "99.99 %", "longest"];

    /// <summary>Measures all sides in turn.</summary>
    /// <param name="sides">The sides; the first one is C.</param>
    public IEnumerable<ReportTable> Measure(IReadOnlyList<Side> sides)
    {
        foreach ((string load, string beside) in ((string, string)[])[
            ("idle", "an idle machine"),
            ("allocate", "a thread that allocates without end"),
            ("collect", "a thread that allocates and forces collections without end")])
        {
            var tails = sides.Select(static _ => new List<double[]>()).ToArray();
            for (int run = 0; run < runs; run++)
            {
                for (int i = 0; i < sides.Count; i++)
                {
                    WorkerAnswer answer = sides[i].Process.Run("latency", $"traffic={load} {sides[i].Settings}", rounds);
                    tails[i].Add([.. answer.Tail.Select(c => c * 1e9 / answer.CyclesPerSecond)]);
                }
            }
            double[][] medians = [.. tails.Select(static t => Enumerable.Range(0, s_points.Length).Select(p => t.Select(r => r[p]).Median()).ToArray())];
            yield return new ReportTable(
                "Latency beside " + beside,
                $"Nanoseconds that so many of {rounds:N0} rounds do not exceed, medians of {runs} runs, and the ratio to C's. C's load allocates and frees the same blocks.",
                ["", .. s_points],
                [.. sides.Select((side, i) => (IReadOnlyList<string>)[
                    side.Name,
                    .. medians[i].Select((ns, p) => i == 0 ? Format(ns) : $"{Format(ns)} ({ns / medians[0][p]:F2})")])]);
        }
    }

    private static string Format(double nanoseconds) => nanoseconds.ToString("N0", CultureInfo.InvariantCulture);
}
