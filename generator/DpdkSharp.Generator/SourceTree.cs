using System.Text.RegularExpressions;
using DpdkSharp.Generator.Model;
using DpdkSharp.Generator.NewVersion;

namespace DpdkSharp.Generator;

/// <summary>Where in the repository the generator reads and writes.</summary>
internal sealed partial class SourceTree(string root)
{
    /// <summary>Where the C# goes, below the root.</summary>
    public const string Generated = "bindings/DpdkSharp.Interop/Generated";

    /// <summary>Where the C of the shim goes, below the root.</summary>
    public const string GeneratedShim = "bindings/native/Generated";

    public string Configuration => Path.Combine(root, "generator", "dpdk.json");

    private string FactsFolder => Path.Combine(root, "generator", "abi");

    public string Facts(string version) => Path.Combine(FactsFolder, version + ".json");

    /// <summary>
    /// The folders of headers that a version's own headers include and its packages do not install: its own first; what another version
    /// needed may help one that nobody has seen yet.
    /// </summary>
    public IEnumerable<string> StandIns(string version)
    {
        string folder = Path.Combine(root, "generator", "stand-ins");
        return Directory.Exists(folder)
            ? Directory.EnumerateDirectories(folder).OrderBy(f => Path.GetFileName(f) != version).ThenBy(static f => f, StringComparer.Ordinal)
            : [];
    }

    /// <summary>The inline functions that are written in C# by hand.</summary>
    public IReadOnlySet<string> HandWritten() => Directory.EnumerateFiles(Path.Combine(root, "bindings", "DpdkSharp.Interop", "Inline"), "*.cs", SearchOption.AllDirectories)
        .SelectMany(static file => PublicMember().Matches(File.ReadAllText(file)))
        .Select(static m => m.Groups["name"].Value)
        .ToHashSet(StringComparer.Ordinal);

    public IReadOnlyList<DpdkVersion> LoadFacts()
    {
        string[] files = [.. Directory.EnumerateFiles(FactsFolder, "*.json").Order(StringComparer.Ordinal)];
        return files.Length == 0 ? throw new GeneratorException($"there are no facts in {FactsFolder}.") : [.. files.Select(DpdkVersion.Load)];
    }

    /// <summary>Writes what differs and removes what is no longer generated; says how many files changed.</summary>
    public int Write(IReadOnlyDictionary<string, string> files)
    {
        FileSet changes = Changes(files);
        changes.Write();
        return changes.Count;
    }

    /// <summary>What has to be written and removed, so that the generated files are these.</summary>
    public FileSet Changes(IReadOnlyDictionary<string, string> files)
    {
        var changes = new FileSet();
        foreach (string path in Stale(files))
        {
            changes.Add(Path.Combine(root, path), files.GetValueOrDefault(path));
        }
        return changes;
    }

    /// <summary>The files that are missing, differ, or should not be there.</summary>
    public IReadOnlyList<string> Stale(IReadOnlyDictionary<string, string> files)
    {
        IEnumerable<string> present = ((string[])[Generated, GeneratedShim])
            .Select(folder => Path.Combine(root, folder))
            .Where(Directory.Exists)
            .SelectMany(static folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(root, file));
        return [.. present.Union(files.Keys, StringComparer.Ordinal)
            .Where(path => !files.TryGetValue(path, out string? text) || !File.Exists(Path.Combine(root, path)) || File.ReadAllText(Path.Combine(root, path)) != text)
            .Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"^    public (static|const) [^=;({]*?\b(?<name>\w+)(<[\w, ]+>)?( =>| \{| = |\(|$)", RegexOptions.Multiline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex PublicMember();
}
