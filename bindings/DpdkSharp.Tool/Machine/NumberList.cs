using System.Globalization;

namespace DpdkSharp.Tool.Machine;

/// <summary>Lists of numbers as the kernel writes them: 0-3,8.</summary>
internal static class NumberList
{
    /// <summary>The numbers, in order; none of a text that is no such list ("(null)").</summary>
    public static IReadOnlyList<int> Parse(string? text)
    {
        var numbers = new SortedSet<int>();
        foreach (string part in (text ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] ends = part.Split('-');
            if (ends.Length is 1 or 2 && int.TryParse(ends[0], NumberStyles.None, null, out int first)
                && int.TryParse(ends[^1], NumberStyles.None, null, out int last) && last - first is >= 0 and < 65_536)
            {
                numbers.UnionWith(Enumerable.Range(first, last - first + 1));
            }
        }
        return [.. numbers];
    }

    /// <summary>The numbers as such a list.</summary>
    public static string Format(IEnumerable<int> numbers)
    {
        var parts = new List<string>();
        int first = -1, last = -1;
        foreach (int number in numbers.Order())
        {
            if (first >= 0 && number == last + 1)
            {
                last = number;
                continue;
            }
            Close();
            first = last = number;
        }
        Close();
        return string.Join(',', parts);

        void Close()
        {
            if (first >= 0)
            {
                parts.Add(first == last ? $"{first}" : $"{first}-{last}");
            }
        }
    }
}
