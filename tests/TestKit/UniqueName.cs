using System.Globalization;

namespace DpdkSharp.TestKit;

/// <summary>Names of devices, namespaces and the like that no other test process uses at the same time.</summary>
public static class UniqueName
{
    private static int s_last;

    /// <summary>A name of at most 15 characters, which is what a network device may have.</summary>
    /// <param name="stem">One to four letters that say what it is for.</param>
    public static string Next(string stem)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(stem.Length, 4, nameof(stem));
        // A process id has up to seven digits (4,194,304 at most), which leaves four for the number.
        return string.Create(CultureInfo.InvariantCulture, $"{stem}{Environment.ProcessId}{Interlocked.Increment(ref s_last):x}");
    }
}
