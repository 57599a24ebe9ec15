using System.Text.RegularExpressions;
using DpdkSharp.TestKit;

namespace DpdkSharp.Docs.Tests;

/// <summary>What the pages point to is there.</summary>
public sealed partial class LinkTests
{
    public static TheoryData<string> Pages => [.. Page.All.Select(static p => p.Path)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_leads_somewhere(string page)
    {
        string folder = Path.GetDirectoryName(Path.Combine(RepositoryPaths.Root, page))!;
        IEnumerable<string> targets = new Page(page).Lines
            .SelectMany(static l => Link().Matches(l))
            .Select(static m => m.Groups["target"].Value)
            .Where(static t => !t.StartsWith("http", StringComparison.Ordinal));

        Assert.All(targets, target =>
        {
            string[] parts = target.Split('#');
            string path = parts[0].Length == 0 ? Path.Combine(RepositoryPaths.Root, page) : Path.GetFullPath(Path.Combine(folder, parts[0]));
            Assert.True(File.Exists(path) || Directory.Exists(path), $"{page} links to {target}, which is not there.");
            if (parts.Length == 2)
            {
                Assert.Contains(parts[1], File.ReadLines(path).Where(static l => l.StartsWith('#')).Select(Anchor), StringComparer.Ordinal);
            }
        });
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_command_has_the_options_that_it_is_shown_with(string page)
    {
        foreach (Match command in new Page(page).Lines.SelectMany(static l => Command().Matches(l)))
        {
            string script = Path.Combine(RepositoryPaths.Root, command.Groups["script"].Value);
            Assert.True(File.Exists(script), $"{page}: there is no {command.Groups["script"].Value}.");
            string[] options = [.. Option().Matches(command.Groups["arguments"].Value).Select(static m => m.Value.Trim())];
            if (options.Length > 0)
            {
                string help = ChildProcess.RunChecked(script, "--help");
                Assert.All(options.Where(static o => o != "--help"), option => Assert.Contains(option, help, StringComparison.Ordinal));
            }
        }
    }

    private static string Anchor(string heading) =>
        NotInAnchors().Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), string.Empty).Replace(' ', '-');

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    // A script and what follows it in the same line, up to a comment or the end of an inline code.
    [GeneratedRegex(@"(?<script>scripts/[a-z-]+\.sh)(?<arguments>( +[^\s`#|;&]+)*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Command();

    [GeneratedRegex(" --[a-z][a-z-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Option();

    [GeneratedRegex("[^a-z0-9 _-]", RegexOptions.NonBacktracking)]
    private static partial Regex NotInAnchors();
}
