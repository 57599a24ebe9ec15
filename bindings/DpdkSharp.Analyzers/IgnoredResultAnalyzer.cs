using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DpdkSharp.Analyzers;

/// <summary>
/// A call that stands for itself, though its result tells whether it did what it was called for. Receive and Send are none of these: the burst owns what is left. Who
/// does not care writes <c>_ =</c>.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IgnoredResultAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.IgnoredResult];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownTypes.Of(start.Compilation) is { } types)
            {
                start.RegisterOperationAction(operation => Analyze(operation, types), OperationKind.ExpressionStatement);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, KnownTypes types)
    {
        if (((IExpressionStatementOperation)context.Operation).Operation is not IInvocationOperation call
            || !SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingAssembly, types.Mbuf.ContainingAssembly))
        {
            return;
        }
        IMethodSymbol method = call.TargetMethod;
        INamedTypeSymbol type = method.ContainingType;
        bool ofPackets = type.TypeArguments.Any(types.IsMbuf);
        string? why = (type.Name, method.Name) switch
        {
            ("PacketBurst", "Take") => "the packet that was taken out is lost; Drop frees it",
            ("PacketBurst", "TryAdd") => "when the burst is full, the packet is still the caller's and is lost",
            ("Ring", "TryEnqueue" or "TryEnqueueBulk") when ofPackets => "when the ring is full, the packets are still the caller's and are lost",
            ("Ring", "EnqueueBurst") when ofPackets => "the packets that the ring has no room for are still the caller's and are lost",
            ("Ring", "DequeueBurst") => "it tells how many elements there are",
            ("Mbuf", "TryChain") => "when there are too many segments, the packet is still the caller's and is lost",
            // Text is nobody's packet.
            (_, "TryFormat" or "TryParse") => null,
            _ when method.Name.StartsWith("Try", StringComparison.Ordinal) && method.ReturnType.SpecialType == SpecialType.System_Boolean =>
                method.Parameters.Any(static p => p.RefKind == RefKind.Out) ? "when it fails, there is nothing in the out argument" : "when it fails, nothing was done",
            _ => null,
        };
        if (why is not null && !ExpectedFailure.IsWithin(call.Syntax))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.IgnoredResult, call.Syntax.GetLocation(), method.Name, why));
        }
    }
}
