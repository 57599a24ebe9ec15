using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DpdkSharp.Analyzers;

/// <summary>A test's <c>Assert.Throws(() => …)</c>: the code in it does not come to its end, so nothing is lost there.</summary>
internal static class ExpectedFailure
{
    public static bool IsWithin(SyntaxNode node)
    {
        for (SyntaxNode? n = node; n is not null; n = n.Parent)
        {
            if (n is AnonymousFunctionExpressionSyntax { Parent: ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } } && NameOf(call).StartsWith("Throws", StringComparison.Ordinal))
            {
                return true;
            }
        }
        return false;
    }

    private static string NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        SimpleNameSyntax name => name.Identifier.ValueText,
        _ => string.Empty,
    };
}
