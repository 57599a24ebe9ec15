using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace DpdkSharp.Analyzers;

/// <summary>DPDK0007: frees the packet that was not taken, drops the one that was not wanted, or says that the result does not matter.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IgnoredResultFix))]
[Shared]
public sealed class IgnoredResultFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.IgnoredResultId];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        Diagnostic diagnostic = context.Diagnostics[0];
        if (root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true) is not InvocationExpressionSyntax { Parent: ExpressionStatementSyntax statement, Expression: MemberAccessExpressionSyntax method } call)
        {
            return;
        }
        if (method.Name.Identifier.ValueText == "Take")
        {
            Register("Drop the packet", root.ReplaceNode(method.Name, SyntaxFactory.IdentifierName("Drop")));
            return;
        }
        if (method.Name.Identifier.ValueText is "TryEnqueue" or "TryAdd" or "TryChain" && call.ArgumentList.Arguments is { Count: 1 } arguments && arguments[0].Expression is IdentifierNameSyntax packet)
        {
            Register($"Free '{packet}' when it was not taken", root.ReplaceNode(
                statement,
                SyntaxFactory.IfStatement(
                        SyntaxFactory.PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, call.WithoutTrivia()),
                        SyntaxFactory.Block(SyntaxFactory.ParseStatement($"{packet}.Free();")))
                    .WithTriviaFrom(statement).WithAdditionalAnnotations(Formatter.Annotation)));
        }
        Register("The result does not matter", root.ReplaceNode(
            call,
            SyntaxFactory.AssignmentExpression(SyntaxKind.SimpleAssignmentExpression, SyntaxFactory.IdentifierName("_"), call.WithoutLeadingTrivia())
                .WithLeadingTrivia(call.GetLeadingTrivia()).WithAdditionalAnnotations(Formatter.Annotation)));

        void Register(string title, SyntaxNode newRoot) =>
            context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(newRoot)), title), diagnostic);
    }
}
