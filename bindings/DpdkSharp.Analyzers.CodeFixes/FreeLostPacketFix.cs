using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace DpdkSharp.Analyzers;

/// <summary>DPDK0002: frees the packet where the path ends on which it is lost.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FreeLostPacketFix))]
[Shared]
public sealed class FreeLostPacketFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.PacketLostId];

    /// <inheritdoc/>
    // Each path is mended for itself, and looked at again.
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
        Diagnostic diagnostic = context.Diagnostics[0];
        if (NameOf(root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)) is not { } name
            || Place(root.FindNode(diagnostic.AdditionalLocations[0].SourceSpan, getInnermostNodeForTie: true), name) is not { } place)
        {
            return;
        }
        context.RegisterCodeFix(
            CodeAction.Create($"Free '{name}' there", _ => Task.FromResult(context.Document.WithSyntaxRoot(Insert(root, place.Statement, place.Before, name))), nameof(FreeLostPacketFix)),
            diagnostic);
    }

    private static string? NameOf(SyntaxNode site) => site switch
    {
        InvocationExpressionSyntax { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } } => variable.Identifier.ValueText,
        InvocationExpressionSyntax call => call.ArgumentList.Arguments.FirstOrDefault(static a => a.RefKindKeyword.IsKind(SyntaxKind.OutKeyword))?.Expression switch
        {
            DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax variable } => variable.Identifier.ValueText,
            IdentifierNameSyntax name => name.Identifier.ValueText,
            _ => null,
        },
        _ => null,
    };

    // The statement that leaves, before which the packet is freed; or the last one of the path, after which it is.
    private static (StatementSyntax Statement, bool Before)? Place(SyntaxNode last, string name)
    {
        StatementSyntax? statement = last.FirstAncestorOrSelf<StatementSyntax>();
        if (statement is null)
        {
            return null;
        }
        if (statement is IfStatementSyntax condition && !condition.Statement.Span.Contains(last.Span))
        {
            StatementSyntax first = condition.Statement is BlockSyntax block ? block.Statements.FirstOrDefault() ?? condition : condition.Statement;
            return IsJump(first) && !Mentions(first, name) ? (first, true) : null;
        }
        if (IsJump(statement))
        {
            return Mentions(statement, name) ? null : (statement, true);
        }
        StatementSyntax? next = statement.Parent is BlockSyntax around ? around.Statements.SkipWhile(s => s != statement).Skip(1).FirstOrDefault() : null;
        return next is not null && IsJump(next) && !Mentions(next, name) ? (next, true) : statement is ExpressionStatementSyntax or LocalDeclarationStatementSyntax ? (statement, false) : null;
    }

    private static bool IsJump(StatementSyntax statement) => statement is ReturnStatementSyntax or ContinueStatementSyntax or BreakStatementSyntax or ThrowStatementSyntax;

    private static bool Mentions(SyntaxNode node, string name) => node.DescendantNodes().OfType<IdentifierNameSyntax>().Any(i => i.Identifier.ValueText == name);

    private static SyntaxNode Insert(SyntaxNode root, StatementSyntax statement, bool before, string name)
    {
        StatementSyntax free = SyntaxFactory.ParseStatement($"{name}.Free();").WithTrailingTrivia(SyntaxFactory.ElasticLineFeed).WithAdditionalAnnotations(Formatter.Annotation);
        switch (statement.Parent)
        {
            case BlockSyntax:
                return before ? root.InsertNodesBefore(statement, [free]) : root.InsertNodesAfter(statement, [free]);
            case GlobalStatementSyntax global:
                GlobalStatementSyntax top = SyntaxFactory.GlobalStatement(free);
                return before ? root.InsertNodesBefore(global, [top]) : root.InsertNodesAfter(global, [top]);
            default:
                return root.ReplaceNode(statement, SyntaxFactory.Block(free, statement.WithoutTrivia()).WithTrailingTrivia(statement.GetTrailingTrivia()).WithAdditionalAnnotations(Formatter.Annotation));
        }
    }
}
