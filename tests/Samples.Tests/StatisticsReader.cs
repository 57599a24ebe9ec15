using System.Globalization;

namespace DpdkSharp.Samples.Tests;

/// <summary>Reads the statistics that l2fwd prints.</summary>
internal static class StatisticsReader
{
    /// <summary>Sent, received and dropped of each port, and of all (key -1), on the last screen of an output.</summary>
    public static Dictionary<int, (long Sent, long Received, long Dropped)> Last(string output)
    {
        var start = output.LastIndexOf("Port statistics ====", StringComparison.Ordinal);
        Assert.True(start >= 0, $"no statistics in: {output}");
        var numbers = new Dictionary<int, (long, long, long)>();
        var lines = output[start..].Split('\n');
        for (var i = 1; i + 3 < lines.Length; i++)
        {
            int? port = lines[i] switch
            {
                var line when line.StartsWith("Statistics for port ", StringComparison.Ordinal) => int.Parse(line.Split(' ')[3], CultureInfo.InvariantCulture),
                var line when line.StartsWith("Aggregate statistics ", StringComparison.Ordinal) => -1,
                _ => null,
            };
            if (port is { } key)
            {
                numbers.Add(key, (Number(lines[i + 1], "ackets sent:"), Number(lines[i + 2], "ackets received:"), Number(lines[i + 3], "ackets dropped:")));
            }
        }

        return numbers;
    }

    private static long Number(string line, string label)
    {
        Assert.Contains(label, line, StringComparison.Ordinal);
        return long.Parse(line.Split(' ')[^1], CultureInfo.InvariantCulture);
    }
}
