using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DpdkSharp.Analyzers;

/// <summary>DPDK0004: removes the call of <c>Free</c> for a packet that is freed or sent already.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveSecondFreeFix))]
[Shared]
public sealed class RemoveSecondFreeFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.GivenTwiceId];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        Diagnostic diagnostic = context.Diagnostics[0];
        if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is InvocationExpressionSyntax
            {
                Parent: ExpressionStatementSyntax { Parent: BlockSyntax or GlobalStatementSyntax } statement,
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Free" },
            })
        {
            SyntaxNode removed = statement.Parent is GlobalStatementSyntax global ? global : statement;
            context.RegisterCodeFix(
                CodeAction.Create("Remove this call of Free", _ => Task.FromResult(context.Document.WithSyntaxRoot(root.RemoveNode(removed, SyntaxRemoveOptions.KeepNoTrivia)!)), nameof(RemoveSecondFreeFix)),
                diagnostic);
        }
    }
}
