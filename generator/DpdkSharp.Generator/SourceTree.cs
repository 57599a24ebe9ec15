using DpdkSharp.Generator.Model;

namespace DpdkSharp.Generator;

/// <summary>Where in the repository the generator reads and writes.</summary>
internal sealed class SourceTree(string root)
{
    public string Configuration => Path.Combine(root, "generator", "dpdk.json");

    private string FactsFolder => Path.Combine(root, "generator", "abi");

    private string Generated => Path.Combine(root, "bindings", "DpdkSharp.Interop", "Generated");

    public string Facts(string version) => Path.Combine(FactsFolder, version + ".json");

    /// <summary>Headers that a version's own headers include and its packages do not install.</summary>
    public string StandIns(string version) => Path.Combine(root, "generator", "stand-ins", version);

    public IReadOnlyList<DpdkVersion> LoadFacts()
    {
        string[] files = [.. Directory.EnumerateFiles(FactsFolder, "*.json").Order(StringComparer.Ordinal)];
        return files.Length == 0 ? throw new GeneratorException($"there are no facts in {FactsFolder}.") : [.. files.Select(DpdkVersion.Load)];
    }

    /// <summary>Writes what differs and removes what is no longer generated; says how many files changed.</summary>
    public int Write(IReadOnlyDictionary<string, string> files)
    {
        IReadOnlyList<string> stale = Stale(files);
        foreach (string path in stale)
        {
            string full = Path.Combine(Generated, path);
            if (files.TryGetValue(path, out string? text))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(full)!);
                File.WriteAllText(full, text);
            }
            else
            {
                File.Delete(full);
            }
        }
        return stale.Count;
    }

    /// <summary>The files that are missing, differ, or should not be there.</summary>
    public IReadOnlyList<string> Stale(IReadOnlyDictionary<string, string> files)
    {
        IEnumerable<string> present = Directory.Exists(Generated)
            ? Directory.EnumerateFiles(Generated, "*.g.cs", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Generated, f))
            : [];
        return [.. present.Union(files.Keys, StringComparer.Ordinal)
            .Where(path => !files.TryGetValue(path, out string? text) || !File.Exists(Path.Combine(Generated, path)) || File.ReadAllText(Path.Combine(Generated, path)) != text)
            .Order(StringComparer.Ordinal)];
    }
}
