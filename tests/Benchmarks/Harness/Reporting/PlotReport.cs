using DpdkSharp.Benchmarks.Measuring;
using ScottPlot;

namespace DpdkSharp.Benchmarks.Reporting;

/// <summary>The ratios as bars with their quartiles, a picture a group: <c>GROUP.svg</c>.</summary>
internal static class PlotReport
{
    private const int PixelsPerBar = 22;

    public static void Write(string folder, IReadOnlyList<CaseResult> results)
    {
        foreach (IGrouping<string, CaseResult> group in results.GroupBy(static r => r.Case.Group, StringComparer.Ordinal))
        {
            CaseResult[] cases = [.. group];
            string[] sides = [.. cases.SelectMany(static r => r.Sides.Skip(1)).Select(static s => s.Side).Distinct(StringComparer.Ordinal)];
            using var plot = new Plot();
            plot.Title($"{group.Key}: C# against C (above 1: C# is faster)");
            plot.YLabel("cycles of C / cycles of C#");
            var colors = new ScottPlot.Palettes.Category10();
            for (int s = 0; s < sides.Length; s++)
            {
                var bars = new List<Bar>();
                for (int c = 0; c < cases.Length; c++)
                {
                    if (cases[c].Sides.FirstOrDefault(r => r.Side == sides[s]) is { } side)
                    {
                        double x = (c * (sides.Length + 1)) + s;
                        bars.Add(new Bar { Position = x, Value = side.MedianRatio, FillColor = colors.GetColor(s), LineWidth = 0 });
                        plot.Add.Line(x, side.LowerQuartile, x, side.UpperQuartile).Color = Colors.Black;
                    }
                }
                plot.Add.Bars(bars).LegendText = sides[s];
            }
            plot.Add.HorizontalLine(1, 1, Colors.Gray);
            plot.Axes.Bottom.SetTicks(
                [.. cases.Select((_, c) => (c * (sides.Length + 1)) + ((sides.Length - 1) / 2.0))],
                [.. cases.Select(static c => c.Case.Name)]);
            plot.Axes.Bottom.TickLabelStyle.Rotation = -60;
            plot.Axes.Bottom.TickLabelStyle.Alignment = Alignment.MiddleRight;
            plot.Axes.Bottom.MinimumSize = 170;
            plot.Axes.Margins(bottom: 0);
            plot.ShowLegend(Edge.Right);
            string name = string.Concat(group.Key.ToLowerInvariant().Select(static c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
            _ = plot.SaveSvg(Path.Combine(folder, name + ".svg"), 260 + (cases.Length * (sides.Length + 1) * PixelsPerBar), 560);
        }
    }
}
