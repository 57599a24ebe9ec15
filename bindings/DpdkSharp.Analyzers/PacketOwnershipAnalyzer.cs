using System.Collections.Immutable;
using DpdkSharp.Analyzers.Ownership;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DpdkSharp.Analyzers;

/// <summary>Follows packets and bursts on every path through a method: lost ones, those that are used or given away after they are gone, spans that outlive them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PacketOwnershipAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Rules.PacketLost, Rules.UsedAfterGiven, Rules.GivenTwice, Rules.SpanOutlivesPacket, Rules.BurstLost, Rules.OpenReservation];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownTypes.Of(start.Compilation) is { } types)
            {
                start.RegisterOperationBlockAction(block => Analyze(block, types));
            }
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, KnownTypes types)
    {
        foreach (IOperation block in context.OperationBlocks)
        {
            if (block.Kind is OperationKind.Block or OperationKind.MethodBody or OperationKind.ConstructorBody or OperationKind.FieldInitializer or OperationKind.PropertyInitializer
                && block.Descendants().Any(o => types.IsHandle(o.Type) || types.IsBurst(o.Type) || types.IsReservation(o.Type)))
            {
                OwnershipWalk.Run(types, context.GetControlFlowGraph(block), context.OwningSymbol as IMethodSymbol, context.OwningSymbol, context.ReportDiagnostic);
            }
        }
    }
}
