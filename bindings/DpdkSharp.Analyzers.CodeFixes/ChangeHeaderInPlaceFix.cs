using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DpdkSharp.Analyzers;

/// <summary>DPDK0013: makes the copy of the header a reference to it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChangeHeaderInPlaceFix))]
[Shared]
public sealed class ChangeHeaderInPlaceFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.LostHeaderChangeId];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        Diagnostic diagnostic = context.Diagnostics[0];
        if (root.FindNode(diagnostic.AdditionalLocations[0].SourceSpan) is VariableDeclaratorSyntax { Initializer.Value: MemberAccessExpressionSyntax value, Parent: VariableDeclarationSyntax { Variables.Count: 1 } declaration })
        {
            VariableDeclarationSyntax inPlace = declaration
                .ReplaceNode(value, SyntaxFactory.RefExpression(SyntaxFactory.Token(SyntaxKind.RefKeyword).WithTrailingTrivia(SyntaxFactory.Space), value.WithoutLeadingTrivia()));
            inPlace = inPlace.WithType(SyntaxFactory.RefType(SyntaxFactory.Token(SyntaxKind.RefKeyword).WithTrailingTrivia(SyntaxFactory.Space), inPlace.Type.WithoutLeadingTrivia()).WithLeadingTrivia(declaration.GetLeadingTrivia()));
            context.RegisterCodeFix(
                CodeAction.Create("Change the header in the packet (ref)", _ => Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(declaration, inPlace))), nameof(ChangeHeaderInPlaceFix)),
                diagnostic);
        }
    }
}
