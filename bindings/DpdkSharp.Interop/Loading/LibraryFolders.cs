using System.Runtime.InteropServices;

namespace DpdkSharp.Interop;

/// <summary>The folders that the system's loader looks for libraries in.</summary>
internal static class LibraryFolders
{
    private const string Configuration = "/etc/ld.so.conf";

    private static string Triplet => RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? "aarch64-linux-gnu" : "x86_64-linux-gnu";

    /// <summary>Those that exist, in the loader's order, each once, however many links lead to it.</summary>
    internal static string[] All() =>
    [
        .. (Environment.GetEnvironmentVariable("LD_LIBRARY_PATH") ?? string.Empty).Split([':', ';'], StringSplitOptions.RemoveEmptyEntries)
            .Concat(Configured(Configuration, 0))
            .Concat([$"/usr/local/lib/{Triplet}", "/usr/local/lib", "/usr/local/lib64", $"/usr/lib/{Triplet}", $"/lib/{Triplet}", "/usr/lib64", "/lib64", "/usr/lib", "/lib"])
            .Where(Directory.Exists)
            .Select(static f => Path.TrimEndingDirectorySeparator(f))
            .DistinctBy(Behind, StringComparer.Ordinal),
    ];

    /// <summary>The folder or file itself, where links lead to it: /lib is a link to /usr/lib, and a library's name to a longer one.</summary>
    internal static string Behind(string path)
    {
        string full = Path.GetFullPath(path);
        try
        {
            string? parent = Path.GetDirectoryName(full);
            string here = parent is null ? full : Path.Combine(Behind(parent), Path.GetFileName(full));
            FileSystemInfo? target = Directory.Exists(here) ? Directory.ResolveLinkTarget(here, returnFinalTarget: true) : File.ResolveLinkTarget(here, returnFinalTarget: true);
            return target is null ? here : Behind(target.FullName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Links in a circle, or into a folder that is closed to us: nothing is behind them.
            return full;
        }
    }

    // See ldconfig(8): a folder a line; "include" takes further files in.
    private static IEnumerable<string> Configured(string file, int depth)
    {
        if (depth > 4 || !File.Exists(file))
        {
            return [];
        }
        try
        {
            return [.. File.ReadLines(file)
                .Select(static l => l.Split('#')[0].Trim())
                .SelectMany(l => l.StartsWith("include ", StringComparison.Ordinal)
                    ? Included(Path.Combine(Path.GetDirectoryName(file)!, l["include ".Length..].Trim())).SelectMany(f => Configured(f, depth + 1))
                    : l.StartsWith('/') ? [l] : [])];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static IEnumerable<string> Included(string pattern) =>
        Path.GetDirectoryName(pattern) is { } folder && Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, Path.GetFileName(pattern), new EnumerationOptions { MatchType = MatchType.Simple, AttributesToSkip = default }).Order(StringComparer.Ordinal)
            : [];
}
