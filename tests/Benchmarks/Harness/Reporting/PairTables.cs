using DpdkSharp.Benchmarks.Measuring;

namespace DpdkSharp.Benchmarks.Reporting;

/// <summary>The cases that are measured in pairs, as tables: one a group.</summary>
internal static class PairTables
{
    public static IEnumerable<ReportTable> Make(IEnumerable<CaseResult> results) =>
        results.GroupBy(static r => r.Case.Group, StringComparer.Ordinal).Select(static group =>
        {
            string[] sides = [.. group.SelectMany(static r => r.Sides.Skip(1)).Select(static s => s.Side).Distinct(StringComparer.Ordinal)];
            string operation = group.First().Case.Operation;
            return new ReportTable(
                group.Key,
                "A ratio is C's cycles by C#'s, the median of the pairs with the quartiles: above 1, C# is faster.",
                ["", $"C, cycles a {operation}", $"C, million {operation}s/s", .. sides],
                [.. group.Select(r => (IReadOnlyList<string>)[
                    r.Case.Name,
                    $"{r.Sides[0].MedianCycles:F1}",
                    $"{r.MillionsPerSecond(r.Sides[0]):F1}",
                    .. sides.Select(side => r.Sides.FirstOrDefault(s => s.Side == side) is { } s ? Ratio(s) : string.Empty)])]);
        });

    public static string Ratio(SideResult side) => $"{side.MedianRatio:F2} ({side.LowerQuartile:F2}–{side.UpperQuartile:F2})";
}
