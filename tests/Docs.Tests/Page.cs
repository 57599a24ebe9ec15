using DpdkSharp.TestKit;

namespace DpdkSharp.Docs.Tests;

/// <summary>A page of the documentation, by its path in the repository.</summary>
public sealed record Page(string Path)
{
    private const string Mark = "<!-- test: ";

    /// <summary>README.md and all pages of docs, but for those that the generator writes and those of the analyzers.</summary>
    public static IReadOnlyList<Page> All { get; } =
    [
        new("README.md"),
        .. Directory.EnumerateFiles(System.IO.Path.Combine(RepositoryPaths.Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Select(static f => System.IO.Path.GetRelativePath(RepositoryPaths.Root, f))
            .Where(static f => !f.StartsWith("docs/analyzers/", StringComparison.Ordinal) && f is not ("docs/coverage.md" or "docs/macros.md"))
            .Order(StringComparer.Ordinal)
            .Select(static f => new Page(f)),
    ];

    public string[] Lines { get; } = File.ReadAllLines(System.IO.Path.Combine(RepositoryPaths.Root, Path));

    /// <summary>The fenced blocks of C# and C.</summary>
    public IEnumerable<Block> Blocks()
    {
        for (int i = 0; i < Lines.Length; i++)
        {
            if (Lines[i] is not ("```csharp" or "```c"))
            {
                continue;
            }
            int end = Array.IndexOf(Lines, "```", i);
            yield return new Block(Path, i + 1, Lines[i][3..], DirectiveBefore(i), string.Join('\n', Lines[(i + 1)..end]) + "\n");
            i = end;
        }
    }

    /// <summary>The rows of tables of idioms: three cells each, without the head.</summary>
    public IEnumerable<Idiom> Idioms()
    {
        for (int i = 0; i < Lines.Length; i++)
        {
            if (Lines[i] != $"{Mark}idioms -->")
            {
                continue;
            }
            for (int row = i + 3; row < Lines.Length && Lines[row].StartsWith('|'); row++)
            {
                string[] cells = [.. Lines[row].Replace("\\|", "\u0001", StringComparison.Ordinal).Split('|')[1..^1]
                    .Select(static c => c.Replace('\u0001', '|').Replace("<br>", "\n", StringComparison.Ordinal).Replace("`", string.Empty, StringComparison.Ordinal).Trim())];
                yield return new Idiom(Path, row + 1, cells[0], cells[1], cells[2]);
            }
        }
    }

    private string DirectiveBefore(int line)
    {
        int i = line - 1;
        while (i >= 0 && Lines[i].Length == 0)
        {
            i--;
        }
        return i >= 0 && Lines[i].StartsWith(Mark, StringComparison.Ordinal) ? Lines[i][Mark.Length..^" -->".Length] : string.Empty;
    }
}
