using System.Text;
using DpdkSharp.Benchmarks.Measuring;

namespace DpdkSharp.Benchmarks.Reporting;

/// <summary>The tables, for people: <c>results.md</c>.</summary>
internal static class MarkdownReport
{
    public static void Write(string folder, Machine machine, IReadOnlyList<CaseResult> results)
    {
        var text = new StringBuilder();
        text.AppendLine($"{machine.Processor}, {machine.Cpus} CPUs; {machine.Memory}; {machine.System}; DPDK {machine.Dpdk}; {machine.Compiler}; {machine.Runtime}; {machine.Date}.")
            .AppendLine()
            .AppendLine("A ratio is C's cycles by C#'s, the median of the pairs with the quartiles: above 1, C# is faster.");
        foreach (IGrouping<string, CaseResult> group in results.GroupBy(static r => r.Case.Group, StringComparer.Ordinal))
        {
            string[] sides = [.. group.SelectMany(static r => r.Sides.Skip(1)).Select(static s => s.Side).Distinct(StringComparer.Ordinal)];
            string operation = group.First().Case.Operation;
            text.AppendLine().AppendLine($"## {group.Key}").AppendLine()
                .AppendLine($"| | C, cycles a {operation} | C, million {operation}s/s | {string.Join(" | ", sides)} |")
                .AppendLine($"|---|--:|--:|{string.Concat(sides.Select(static _ => "--:|"))}");
            foreach (CaseResult result in group)
            {
                SideResult c = result.Sides[0];
                text.Append($"| {result.Case.Name} | {c.MedianCycles:F1} | {result.MillionsPerSecond(c):F1} |");
                foreach (string side in sides)
                {
                    text.Append(result.Sides.FirstOrDefault(s => s.Side == side) is { } s ? $" {Ratio(s)} |" : " |");
                }
                text.AppendLine();
            }
        }
        File.WriteAllText(Path.Combine(folder, "results.md"), text.ToString());
    }

    public static string Ratio(SideResult side) => $"{side.MedianRatio:F2} ({side.LowerQuartile:F2}–{side.UpperQuartile:F2})";
}
