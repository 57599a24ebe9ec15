using DpdkSharp.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DpdkSharp.Analyzers.Tests;

/// <summary>What holds for all rules.</summary>
public class RuleTests
{
    private static IEnumerable<DiagnosticDescriptor> Rules => typeof(PacketOwnershipAnalyzer).Assembly.GetTypes()
        .Where(static t => t.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false))
        .SelectMany(static t => ((DiagnosticAnalyzer)Activator.CreateInstance(t)!).SupportedDiagnostics);

    [Fact]
    public void Each_rule_has_a_page_that_tells_of_it()
    {
        Assert.Equal(13, Rules.Count());
        foreach (DiagnosticDescriptor rule in Rules)
        {
            string page = File.ReadAllText(Path.Combine(RepositoryPaths.Root, rule.HelpLinkUri));
            Assert.StartsWith($"# {rule.Id}: {rule.Title}\n", page, StringComparison.Ordinal);
            Assert.All((string[])["## Why", "## Wrong", "## Right", "## Silence"], heading => Assert.Contains(heading, page, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_compiler_needs_no_workspaces() =>
        Assert.DoesNotContain(typeof(PacketOwnershipAnalyzer).Assembly.GetReferencedAssemblies(), static a => a.Name!.Contains("Workspaces", StringComparison.Ordinal));
}
