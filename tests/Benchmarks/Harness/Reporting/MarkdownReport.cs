using System.Text;
using DpdkSharp.Benchmarks.Measuring;

namespace DpdkSharp.Benchmarks.Reporting;

/// <summary>The tables, for people: <c>results.md</c>.</summary>
internal static class MarkdownReport
{
    public static void Write(string folder, Machine machine, IEnumerable<ReportTable> tables)
    {
        var text = new StringBuilder();
        text.AppendLine($"{machine.Processor}, {machine.Cpus} CPUs; {machine.Memory}; {machine.System}; DPDK {machine.Dpdk}; {machine.Compiler}; {machine.Runtime}; {machine.Date}.");
        foreach (ReportTable table in tables)
        {
            text.AppendLine().AppendLine($"## {table.Title}").AppendLine().AppendLine(table.Note).AppendLine();
            AppendRow(text, table.Columns);
            text.Append("|---|").AppendLine(string.Concat(Enumerable.Repeat("--:|", table.Columns.Count - 1)));
            foreach (IReadOnlyList<string> row in table.Rows)
            {
                AppendRow(text, row);
            }
        }
        File.WriteAllText(Path.Combine(folder, "results.md"), text.ToString());
    }

    private static void AppendRow(StringBuilder text, IEnumerable<string> cells) => text.AppendLine($"| {string.Join(" | ", cells)} |");
}
