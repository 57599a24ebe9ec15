using DpdkSharp.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DpdkSharp.Docs.Tests;

/// <summary>Each message that the libraries can give stands in docs/troubleshooting.md: the longest part of it that is always the same, at least.</summary>
public sealed class TroubleshootingTests
{
    private static readonly string[] s_exceptions = ["DpdkException", "DpdkNotSupportedException", "InvalidOperationException"];
    private static readonly string[] s_helpers = ["Check", "ThrowIfNegative", "ThrowIfNull", "Failure"];
    private static readonly string[] s_libraries = ["DpdkSharp", "DpdkSharp.Interop/Loading", "DpdkSharp.Extensions.Hosting", "DpdkSharp.Testing"];

    [Fact]
    public void Every_message_has_its_line()
    {
        string page = File.ReadAllText(Path.Combine(RepositoryPaths.Root, "docs", "troubleshooting.md"));
        (string Where, string Text)[] messages = [.. Messages()];

        Assert.True(messages.Length > 80, $"only {messages.Length} messages were found");
        string missing = string.Join('\n', messages.Where(m => !page.Contains(m.Text, StringComparison.Ordinal)).Select(static m => $"{m.Where}: {m.Text}").Distinct(StringComparer.Ordinal));
        Assert.True(missing.Length == 0, missing);
    }

    private static IEnumerable<(string Where, string Text)> Messages() =>
        from library in s_libraries
        from file in Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, "bindings", library), "*.cs", SearchOption.AllDirectories)
        // The ledger's own messages are in safety.md.
        where !file.Contains("/Checked/Ledger", StringComparison.Ordinal) && !file.Contains("/Checked/Packet", StringComparison.Ordinal)
        from node in CSharpSyntaxTree.ParseText(File.ReadAllText(file), new CSharpParseOptions(LanguageVersion.CSharp14)).GetRoot().DescendantNodes()
        let arguments = node switch
        {
            ObjectCreationExpressionSyntax creation when s_exceptions.Contains(creation.Type.ToString(), StringComparer.Ordinal) => creation.ArgumentList,
            InvocationExpressionSyntax call when s_helpers.Contains(call.Expression.ToString().Split('.')[^1], StringComparer.Ordinal) => call.ArgumentList,
            _ => null,
        }
        where arguments is not null
        let literal = arguments.Arguments.Select(static a => a.Expression).FirstOrDefault(static e => e is InterpolatedStringExpressionSyntax or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression })
        where literal is not null
        let text = Sentence(literal)
        // A word or two name nothing; the helper's caller has the rest.
        where text.Contains(' ', StringComparison.Ordinal)
        select (Path.GetRelativePath(RepositoryPaths.Root, file), text);

    // The longest part without a placeholder, of its first sentence where there is more than one.
    private static string Sentence(ExpressionSyntax literal)
    {
        IEnumerable<string> parts = literal is InterpolatedStringExpressionSyntax interpolated
            ? interpolated.Contents.OfType<InterpolatedStringTextSyntax>().Select(static t => t.TextToken.ValueText)
            : [((LiteralExpressionSyntax)literal).Token.ValueText];
        string longest = parts.SelectMany(static p => p.Split(". ")).Select(static p => p.Trim(' ', '.', ':', '\'', '(', ')', ',')).MaxBy(static p => p.Length) ?? string.Empty;
        return longest;
    }
}
