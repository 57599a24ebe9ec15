using System.Text.RegularExpressions;
using DpdkSharp.TestKit;

namespace DpdkSharp.Interop.Tests.Shim;

/// <summary>What is written by hand in the raw layer's sources.</summary>
internal static partial class Sources
{
    public static HashSet<string> ByHand { get; } = Directory
        .EnumerateFiles(Path.Combine(RepositoryPaths.Root, "bindings", "DpdkSharp.Interop", "Inline"), "*.cs", SearchOption.AllDirectories)
        .SelectMany(static file => Method().Matches(File.ReadAllText(file)).Select(static m => m.Groups["name"].Value))
        .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"^    public static [^=;({]*?\b(?<name>\w+)(<[\w, ]+>)?\(", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Method();
}
