using DpdkSharp.Generator.Model;

namespace DpdkSharp.Generator.Extract;

/// <summary>The include folders of one DPDK version, and which of their headers belong to which library.</summary>
internal sealed class HeaderMap
{
    private readonly Dictionary<string, string> _libraryOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _byFile = new(StringComparer.Ordinal);

    /// <param name="include">The folder that installed headers lie under: usr/include, or where a build installed them.</param>
    /// <param name="configuration">Which headers belong to which library.</param>
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
        Present = [.. _libraryOf.Keys.Where(path => Folders.Any(folder => File.Exists(Path.Combine(folder, path))))];
    }

    /// <summary>The folders to give the compiler.</summary>
    public IReadOnlyList<string> Folders { get; }

    /// <summary>The configured headers that this version has, in the configuration's order.</summary>
    public IReadOnlyList<string> Present { get; }

    public string LibraryOf(string header) => _libraryOf[header];

    /// <summary>The full path of a header of this version, or null.</summary>
    public string? Locate(string header) => Folders.Select(folder => Path.Combine(folder, header)).FirstOrDefault(File.Exists);

    /// <summary>The configured header that a file is, or null for all others.</summary>
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
                .FirstOrDefault(_libraryOf.ContainsKey);
            _byFile[file] = header;
        }
        return header;
    }
}
