using System.Collections.Immutable;
using DpdkSharp.Analyzers.DataPath;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DpdkSharp.Analyzers;

/// <summary>In code that is marked [DataPath]: what allocates, waits or throws.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DataPathAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.Allocation, Rules.Wait, Rules.Throw];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownTypes.Of(start.Compilation)?.DataPathAttribute is not { } attribute)
            {
                return;
            }
            var scope = new DataPathScope(attribute);
            start.RegisterOperationAction(operation => Report(operation, scope, Rules.Allocation, Allocations.Describe(operation.Operation)), Allocations.Kinds);
            start.RegisterOperationAction(
                operation => Report(operation, scope, Rules.Wait, DescribeWait(operation.Operation)),
                OperationKind.Lock, OperationKind.Await, OperationKind.Invocation, OperationKind.PropertyReference);
            start.RegisterOperationAction(operation => Report(operation, scope, Rules.Throw, string.Empty), OperationKind.Throw);
        });
    }

    private static void Report(OperationAnalysisContext context, DataPathScope scope, DiagnosticDescriptor rule, string? what)
    {
        if (what is not null && scope.Contains(context.Operation, context.ContainingSymbol))
        {
            context.ReportDiagnostic(Diagnostic.Create(rule, context.Operation.Syntax.GetLocation(), what));
        }
    }

    private static string? DescribeWait(IOperation operation) => operation switch
    {
        ILockOperation => "lock",
        IAwaitOperation => "await",
        IInvocationOperation call when BlockingCalls.Waits(call.TargetMethod) || IsConsole(call.TargetMethod) => Name(call.TargetMethod),
        IPropertyReferenceOperation property when BlockingCalls.Waits(property.Property) => Name(property.Property),
        _ => null,
    };

    // A terminal takes its time; a worker may speak to it now and then, but not for each packet.
    private static bool IsConsole(IMethodSymbol method) => method.ContainingType is { Name: "Console", ContainingNamespace.Name: "System" };

    private static string Name(ISymbol member) => $"{member.ContainingType.Name}.{member.Name}";
}
