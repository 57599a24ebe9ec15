using System.Globalization;

namespace DpdkSharp.Testing;

/// <summary>The CPUs that this process may run on.</summary>
internal static class AllowedCpus
{
    private const string Key = "Cpus_allowed_list:";

    /// <summary>Reads the list of the main thread: a thread pinned to one CPU must not make it the only one.</summary>
    public static IReadOnlyList<int> Read() => Parse(File.ReadLines("/proc/self/status").First(static line => line.StartsWith(Key, StringComparison.Ordinal))[Key.Length..]);

    /// <summary>Reads a list: "0-3,8".</summary>
    internal static List<int> Parse(string list)
    {
        var cpus = new List<int>();
        foreach (string range in list.Split(','))
        {
            string[] bounds = range.Split('-');
            int first = int.Parse(bounds[0], CultureInfo.InvariantCulture);
            cpus.AddRange(Enumerable.Range(first, int.Parse(bounds[^1], CultureInfo.InvariantCulture) - first + 1));
        }
        return cpus;
    }
}
