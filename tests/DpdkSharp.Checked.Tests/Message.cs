using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace DpdkSharp.Checked.Tests;

/// <summary>What messages say of places and times.</summary>
internal static class Message
{
    /// <summary>This place, as a message names it.</summary>
    public static string Here([CallerMemberName] string member = "", [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        $"DpdkSharp.Checked.Tests.{Path.GetFileNameWithoutExtension(file)}.{member} ({Path.GetFileName(file)}:{line})";

    /// <summary>A place of <see cref="Here"/>, in a lambda of that method.</summary>
    public static string InLambda(this string place) => place.Replace(" (", " (lambda) (", StringComparison.Ordinal);

    /// <summary>The message without addresses, thread names and times, which differ from run to run.</summary>
    public static string Steady(this Exception e) =>
        Regex.Replace(Regex.Replace(Regex.Replace(e.Message, "0x[0-9a-f]+", "0x..", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)),
            @" on (lcore \d+|the thread '[^']*')", "", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)),
            @"[0-9.]+ (µs|ms|s) ago", "a time ago", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
}
