using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DpdkSharp.Analyzers;

/// <summary>A local that is a copy of a packet's header, changed and then forgotten.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HeaderCopyAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.LostHeaderChange];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownTypes.Of(start.Compilation) is { PacketHeader: { } header } types)
            {
                start.RegisterOperationBlockAction(block => Analyze(block, types, header));
            }
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, KnownTypes types, INamedTypeSymbol header)
    {
        IOperation[] operations = [.. context.OperationBlocks.SelectMany(static b => b.Descendants())];
        foreach (ILocalSymbol copy in operations.Select(o => CopyOf(o, types, header)).OfType<ILocalSymbol>())
        {
            ILocalReferenceOperation[] references = [.. operations.OfType<ILocalReferenceOperation>().Where(r => SymbolEqualityComparer.Default.Equals(r.Local, copy) && !IsDeclaration(r))];
            IOperation[] changes = [.. references.Where(IsChange)];
            if (changes.Length == 0 || references.Any(r => !IsChange(r) && !IsRead(r)))
            {
                continue;
            }
            // What is read after the last change was changed for that.
            int last = changes.Max(static c => c.Syntax.SpanStart);
            if (references.All(r => IsChange(r) || r.Syntax.SpanStart < last))
            {
                context.ReportDiagnostic(Diagnostic.Create(Rules.LostHeaderChange, changes[0].Parent!.Syntax.GetLocation(), copy.Locations, copy.Name));
            }
        }
    }

    private static ILocalSymbol? CopyOf(IOperation operation, KnownTypes types, INamedTypeSymbol header)
    {
        ILocalSymbol? local = operation switch
        {
            IVariableDeclaratorOperation { Symbol: { RefKind: RefKind.None } symbol } declarator when Value(declarator) is IPropertyReferenceOperation { Property.Name: "Value" } value
                && KnownTypes.Is(value.Property.ContainingType, types.HeaderRef) => symbol,
            IArgumentOperation { Parameter.RefKind: RefKind.Out, Parent: IInvocationOperation { TargetMethod.Name: "TryReadHeader" }, Value: var target } =>
                (target as ILocalReferenceOperation ?? (target as IDeclarationExpressionOperation)?.Expression as ILocalReferenceOperation)?.Local,
            _ => null,
        };
        return local?.Type.AllInterfaces.Any(i => KnownTypes.Is(i, header)) == true ? local : null;
    }

    private static IOperation? Value(IVariableDeclaratorOperation declarator) =>
        declarator.Initializer?.Value ?? (declarator.Parent as IVariableDeclarationOperation)?.Initializer?.Value;

    private static bool IsDeclaration(ILocalReferenceOperation reference) => reference.IsDeclaration || reference.Parent is IArgumentOperation { Parameter.RefKind: RefKind.Out };

    private static bool IsChange(ILocalReferenceOperation reference) => reference.Parent switch
    {
        IPropertyReferenceOperation property => property.Instance == reference && property.Parent is IAssignmentOperation assignment && assignment.Target == property
            || property.Instance == reference && property.Parent is IIncrementOrDecrementOperation,
        IInvocationOperation call => call.Instance == reference && !call.TargetMethod.IsReadOnly && call.TargetMethod.ContainingType.Name != "Object",
        _ => false,
    };

    private static bool IsRead(ILocalReferenceOperation reference) => reference.Parent switch
    {
        IPropertyReferenceOperation property => property.Instance == reference,
        IInvocationOperation call => call.Instance == reference,
        _ => false,
    };
}
