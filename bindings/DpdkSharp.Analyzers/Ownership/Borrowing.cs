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

    /// <param name="call">The call.</param>
    /// <param name="argument">The packet.</param>
    /// <param name="types">DpdkSharp's types.</param>
    /// <param name="model">Of the file; an operation of a flow graph does not know it.</param>
    public static bool Borrows(IInvocationOperation call, IArgumentOperation argument, KnownTypes types, SemanticModel? model) => Borrows(call, argument, types, model, MostCalls);

    private static bool Borrows(IInvocationOperation call, IArgumentOperation argument, KnownTypes types, SemanticModel? model, int depth)
    {
        IMethodSymbol method = call.TargetMethod;
        if (depth == 0 || argument.Parameter is not { RefKind: RefKind.None or RefKind.In } parameter || method.IsVirtual || method.IsAbstract || method.IsOverride
            || model is null || method.DeclaringSyntaxReferences.FirstOrDefault() is not { } declaration || declaration.SyntaxTree != model.SyntaxTree
            || model.GetOperation(declaration.GetSyntax(CancellationToken.None)) is not { } body)
        {
            return false;
        }
        return body.Descendants().OfType<IParameterReferenceOperation>()
            .Where(r => SymbolEqualityComparer.Default.Equals(r.Parameter.OriginalDefinition, parameter.OriginalDefinition))
            .All(r => OnlyLooks(r, types, model, depth));
    }

    private static bool OnlyLooks(IParameterReferenceOperation reference, KnownTypes types, SemanticModel model, int depth) => reference.Parent switch
    {
        IPropertyReferenceOperation { Property.Name: not ("Pointer" or "Next" or "Segments") } property when property.Instance == reference => true,
        IInvocationOperation { TargetMethod.Name: not ("Free" or "TryChain") } call when call.Instance == reference && types.IsMbuf(call.TargetMethod.ContainingType) => true,
        IBinaryOperation => true,
        IArgumentOperation { Parent: IPropertyReferenceOperation } => true,
        IArgumentOperation { Parent: IInvocationOperation call } argument => Borrows(call, argument, types, model, depth - 1),
        _ => false,
    };
}
