using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DpdkSharp.Analyzers.Ownership;

/// <summary>
/// Whether a method only looks at a packet that it is given: then the packet is the caller's still. Found out for methods of the same file, whose bodies are at
/// hand; of all others it is not known.
/// </summary>
internal static class Borrowing
{
    private const int MostCalls = 3;

    public static bool Borrows(IInvocationOperation call, IArgumentOperation argument, KnownTypes types) => Borrows(call, argument, types, MostCalls);

    private static bool Borrows(IInvocationOperation call, IArgumentOperation argument, KnownTypes types, int depth)
    {
        IMethodSymbol method = call.TargetMethod;
        if (depth == 0 || argument.Parameter is not { RefKind: RefKind.None or RefKind.In } parameter || method.IsVirtual || method.IsAbstract || method.IsOverride
            || call.SemanticModel is not { } model || method.DeclaringSyntaxReferences.FirstOrDefault() is not { } declaration || declaration.SyntaxTree != model.SyntaxTree
            || model.GetOperation(declaration.GetSyntax(CancellationToken.None)) is not { } body)
        {
            return false;
        }
        return body.Descendants().OfType<IParameterReferenceOperation>()
            .Where(r => SymbolEqualityComparer.Default.Equals(r.Parameter.OriginalDefinition, parameter.OriginalDefinition))
            .All(r => OnlyLooks(r, types, depth));
    }

    private static bool OnlyLooks(IParameterReferenceOperation reference, KnownTypes types, int depth) => reference.Parent switch
    {
        IPropertyReferenceOperation { Property.Name: not ("Pointer" or "Next" or "Segments") } property when property.Instance == reference => true,
        IInvocationOperation { TargetMethod.Name: not ("Free" or "TryChain") } call when call.Instance == reference && types.IsMbuf(call.TargetMethod.ContainingType) => true,
        IBinaryOperation => true,
        IArgumentOperation { Parent: IPropertyReferenceOperation } => true,
        IArgumentOperation { Parent: IInvocationOperation call } argument => Borrows(call, argument, types, depth - 1),
        _ => false,
    };
}
