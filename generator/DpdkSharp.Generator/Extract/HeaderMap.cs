using System.Text.RegularExpressions;
using DpdkSharp.Generator.Model;

namespace DpdkSharp.Generator.Extract;

/// <summary>The include folders of one DPDK version, and which of their headers belong to which library.</summary>
internal sealed partial class HeaderMap
{
    private readonly Dictionary<string, string> _libraryOf = new(StringComparer.Ordinal);
    private readonly HashSet<string> _present;
    private HashSet<string>? _byOthers;
    private readonly Dictionary<string, string?> _byFile = new(StringComparer.Ordinal);

    /// <param name="include">The folder that installed headers lie under: usr/include, or where a build installed them.</param>
    /// <param name="configuration">Which headers belong to which library, and which are left out.</param>
    public HeaderMap(string include, Configuration configuration)
    {
        // Distributions keep what depends on the architecture (rte_build_config.h) in a folder of its own.
        Folders = [.. Directory.EnumerateFiles(include, "rte_*.h", SearchOption.AllDirectories)
            .Where(static f => Path.GetFileName(f) is "rte_eal.h" or "rte_build_config.h")
            .Select(static f => Path.GetDirectoryName(Path.GetFullPath(f))!)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
        if (Folders.Count == 0)
        {
            throw new GeneratorException($"no DPDK headers (rte_eal.h) were found under '{include}'.");
        }
        foreach ((string library, IReadOnlyList<string> paths) in configuration.Libraries)
        {
            foreach (string path in paths)
            {
                if (!_libraryOf.TryAdd(path, library))
                {
                    throw new GeneratorException($"the configuration lists {path} twice.");
                }
            }
        }
        List<string> installed = [.. Folders
            .SelectMany(static folder => Directory.EnumerateFiles(folder, "*.h").Concat(Directory.Exists(Path.Combine(folder, "generic")) ? Directory.EnumerateFiles(Path.Combine(folder, "generic"), "*.h") : [])
                .Select(file => Path.GetRelativePath(folder, file)))
            // An installation may share the folder with others' headers (/usr/local/include): what is not listed is known by DPDK's prefix.
            .Where(path => _libraryOf.ContainsKey(path) || Path.GetFileName(path).StartsWith("rte_", StringComparison.Ordinal))
            .Where(path => !configuration.ExcludeHeaders.Any(e => e.Matches(Path.GetFileName(path)) && (e.Lacking is not { } other || IsLacking(path, other))))
            .Order(StringComparer.Ordinal)];
        // Headers that nobody has placed yet come last: they are a newer version's, or another one's.
        Present = [.. _libraryOf.Keys.Where(installed.Contains), .. installed.Where(path => !_libraryOf.ContainsKey(path))];
        _present = Present.ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The folders to give the compiler.</summary>
    public IReadOnlyList<string> Folders { get; }

    /// <summary>The headers of this version that are not left out: those the configuration lists, in its order, then all others.</summary>
    public IReadOnlyList<string> Present { get; }

    /// <summary>Headers of <see cref="Present"/> that cannot stand a second inclusion, and that others include: to be left to these.</summary>
    public IReadOnlySet<string> ByOthers => _byOthers ??= Present
        .SelectMany(Includes)
        .Where(h => _present.Contains(h) && !GuardPattern().IsMatch(Directives(h).FirstOrDefault() ?? string.Empty))
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The library that a header belongs to; null for one that the configuration does not list.</summary>
    public string? LibraryOf(string header) => _libraryOf.GetValueOrDefault(header);

    /// <summary>The full path of a header of this version, or null.</summary>
    public string? Locate(string header) => Folders.Select(folder => Path.Combine(folder, header)).FirstOrDefault(File.Exists);

    private bool IsLacking(string header, string other) => Locate(other) is null && Includes(header).Contains(other, StringComparer.Ordinal);

    private IEnumerable<string> Includes(string header) =>
        Directives(header).Select(static d => IncludePattern().Match(d)).Where(static m => m.Success).Select(static m => m.Groups["path"].Value);

    private IEnumerable<string> Directives(string header) => File.ReadLines(Locate(header)!).Select(static l => l.TrimStart()).Where(static l => l.StartsWith('#'));

    /// <summary>The covered header that a file is, or null for all others.</summary>
    public string? Find(string file)
    {
        if (file.Length == 0)
        {
            return null;
        }
        if (!_byFile.TryGetValue(file, out string? header))
        {
            string full = Path.GetFullPath(file);
            header = Folders
                .Where(folder => full.StartsWith(folder + '/', StringComparison.Ordinal))
                .Select(folder => full[(folder.Length + 1)..])
                .FirstOrDefault(_present.Contains);
            _byFile[file] = header;
        }
        return header;
    }

    [GeneratedRegex("""^#\s*include\s*[<"](?<path>[^>"]+)[>"]""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex IncludePattern();

    [GeneratedRegex(@"^#\s*(ifndef|if\s+!\s*defined|pragma\s+once)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex GuardPattern();
}
