using System.Text.RegularExpressions;
using DpdkSharp.TestKit;

namespace DpdkSharp.Catalogue.Tests;

/// <summary>A file of the catalogue: a program and, in the comment at its head, what is to be said of it. README.md tells how one is written.</summary>
public sealed partial class Entry
{
    private const string Marker = "// <-- ";

    private Entry(string path)
    {
        Name = Path.GetFileNameWithoutExtension(path);
        Folder = Path.GetFileName(Path.GetDirectoryName(path))!;
        Source = File.ReadAllText(path);
        string[] lines = Source.Split('\n');
        string[] head = [.. lines.TakeWhile(static l => l.StartsWith("//", StringComparison.Ordinal)).Select(static l => l[2..].Trim())];
        Catches = [.. head.Where(static l => l.StartsWith("caught by:", StringComparison.Ordinal)).Select(l => Parse(l["caught by:".Length..].Trim()))];
        RunsAlone = head.Contains("runs: alone", StringComparer.Ordinal);
        RunsNot = head.Any(static l => l.StartsWith("runs: not", StringComparison.Ordinal));
        Sentence = head is [{ Length: > 20 } first, ..] ? first : throw new FormatException($"{Folder}/{Name}.cs does not start with a sentence in a comment.");
        Markers = [.. lines.Index().Where(static l => l.Item.Contains(Marker, StringComparison.Ordinal))
            .Select(static l => (l.Index + 1, l.Item[(l.Item.IndexOf(Marker, StringComparison.Ordinal) + Marker.Length)..].Trim()))];
    }

    /// <summary>The name of its file.</summary>
    public string Name { get; }

    /// <summary>Misuse or Correct.</summary>
    public string Folder { get; }

    public string Source { get; }

    /// <summary>What it is about.</summary>
    public string Sentence { get; }

    public IReadOnlyList<Catch> Catches { get; }

    /// <summary>It starts EAL itself, from its arguments, and so needs a process of its own.</summary>
    public bool RunsAlone { get; }

    /// <summary>It is compiled only.</summary>
    public bool RunsNot { get; }

    /// <summary>The marked lines, with the id that they name or "here".</summary>
    public IReadOnlyList<(int Line, string Id)> Markers { get; }

    /// <summary>The diagnostics that are promised, as "DPDK0004 in line 7".</summary>
    public IEnumerable<string> PromisedDiagnostics
    {
        get
        {
            string[] ids = [.. Catches.Where(static c => c.IsCompileTime).Select(static c => c.Name)];
            return Markers.SelectMany(marker => marker.Id != "here" ? [marker.Id] : ids, static (marker, id) => Describe(id, marker.Line)).Order(StringComparer.Ordinal);
        }
    }

    /// <summary>All entries of a folder: Misuse or Correct.</summary>
    public static IReadOnlyList<Entry> All(string folder) => [.. Directory.EnumerateFiles(PathOf(folder), "*.cs").Order(StringComparer.Ordinal).Select(static f => new Entry(f))];

    /// <summary>An entry by the name of its file.</summary>
    public static Entry Find(string folder, string name) => new(Path.Combine(PathOf(folder), name + ".cs"));

    public static string Describe(string id, int line) => $"{id} in line {line:D}";

    public override string ToString() => Name;

    private static string PathOf(string folder) => Path.Combine(RepositoryPaths.Root, "tests", "Catalogue.Tests", folder);

    private Catch Parse(string text)
    {
        Match match = CatchPattern().Match(text);
        return match.Success
            ? new Catch(match.Groups["by"].Value, match.Groups["name"].Value, match.Groups["text"].Value)
            : throw new FormatException($"{Folder}/{Name}.cs: 'caught by: {text}' is not understood; README.md tells the forms.");
    }

    [GeneratedRegex("""^(?<by>compiler|analyzer)\s+(?<name>\w+)$|^(?<by>exception|checked)(\s+(?<name>\w+))?\s+"(?<text>[^"]+)"$|^(?<by>nothing)\b.{10,}$""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CatchPattern();
}
