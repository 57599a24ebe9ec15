using System.Globalization;

namespace DpdkSharp.Interop;

/// <summary>Looks at the files of a DPDK without loading them.</summary>
internal static class InstallationCheck
{
    private static readonly EnumerationOptions All = new() { MatchType = MatchType.Simple, AttributesToSkip = default };

    /// <summary>Every <c>librte_eal.so.N</c> of a folder, with its N; links of other names to it are left out.</summary>
    internal static IEnumerable<(string Path, int AbiNumber)> Eals(string folder) =>
        Entries(folder, "librte_eal.so.*")
            .Select(static path => (Path: path, Number: int.TryParse(path.AsSpan(path.LastIndexOf(".so.", StringComparison.Ordinal) + 4), NumberStyles.None, CultureInfo.InvariantCulture, out int n) ? n : -1))
            .Where(static e => e.Number >= 0)
            .OrderBy(static e => e.Number);

    /// <summary>The libraries of a folder that belong to an ABI, by the name the loader looks for: librte_ring.so.25.</summary>
    internal static IEnumerable<string> Files(string folder, int abiNumber, string prefix) =>
        Entries(folder, string.Create(CultureInfo.InvariantCulture, $"{prefix}*.so.{abiNumber}")).Order(StringComparer.Ordinal);

    /// <summary>The library without folder and version: librte_ring.</summary>
    internal static string LibraryName(string path)
    {
        string file = Path.GetFileName(path);
        int end = file.IndexOf(".so", StringComparison.Ordinal);
        return end < 0 ? file : file[..end];
    }

    /// <summary>What cannot be loaded of a folder's libraries of an ABI.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="abiNumber">The ABI.</param>
    /// <param name="first">Where what they need is looked for, besides the system's folders.</param>
    /// <param name="prefix">How their names begin.</param>
    internal static DpdkFault[] Faults(string folder, int abiNumber, IEnumerable<string> first, string prefix)
    {
        string[] folders = [folder, .. first, .. LibraryFolders.All()];
        var there = new Dictionary<string, bool>(StringComparer.Ordinal);
        return [.. Files(folder, abiNumber, prefix).Select(file => Fault(file, Exists)).OfType<DpdkFault>()];

        bool Exists(string library)
        {
            if (!there.TryGetValue(library, out bool exists))
            {
                there[library] = exists = folders.Any(f => File.Exists(Path.Combine(f, library)));
            }
            return exists;
        }
    }

    /// <summary>What is wrong with a library that has the right name; null when nothing is.</summary>
    internal static DpdkFault? Fault(string file, Func<string, bool> exists)
    {
        if (ElfLibrary.Read(file, out string? fault) is not { } library)
        {
            return new DpdkFault(file, fault!);
        }
        if (OtherName(file, library) is { } other)
        {
            return new DpdkFault(file, other);
        }
        string[] missing = [.. library.Needed.Where(n => !n.StartsWith("ld-linux", StringComparison.Ordinal) && !exists(n) && !library.Folders.Any(f => File.Exists(Path.Combine(f, n))))];
        return missing.Length == 0 ? null
            : new DpdkFault(file, $"it needs {string.Join(", ", missing)}, which {(missing.Length == 1 ? "is" : "are")} not there") { Missing = missing };
    }

    /// <summary>Says so when a file is another library, or one of another version, than its name tells.</summary>
    internal static string? OtherName(string file, ElfLibrary library) =>
        library.Name is null || library.Name == Path.GetFileName(file) ? null : $"it is really {library.Name}: a library of another version, or another one, under this name";

    private static string[] Entries(string folder, string pattern)
    {
        try
        {
            return Directory.GetFiles(folder, pattern, All);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Gone meanwhile, or closed to this user: the loader finds nothing there either.
            return [];
        }
    }
}
