using System.Text.Json;
using DpdkSharp.Benchmarks.Measuring;

namespace DpdkSharp.Benchmarks.Reporting;

/// <summary>All figures, for programs: <c>results.json</c>.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    public static void Write(string folder, Machine machine, IReadOnlyList<CaseResult> results, IReadOnlyList<ReportTable> others)
    {
        var report = new
        {
            machine,
            cases = results.Select(static r => new
            {
                r.Case.Group,
                r.Case.Name,
                r.Case.Benchmark,
                r.Case.Settings,
                r.Case.Operation,
                r.Operations,
                r.CyclesPerSecond,
                sides = r.Sides.Select(static s => new { s.Side, s.MedianCycles, s.MedianRatio, s.LowerQuartile, s.UpperQuartile, s.Cycles, s.Ratios }),
            }),
            others,
        };
        File.WriteAllText(Path.Combine(folder, "results.json"), JsonSerializer.Serialize(report, Options));
    }
}
