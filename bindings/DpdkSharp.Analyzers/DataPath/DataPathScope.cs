using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DpdkSharp.Analyzers.DataPath;

/// <summary>Which code is marked [DataPath]: itself, its type, the member that it overrides or implements, or the method around it.</summary>
internal sealed class DataPathScope(INamedTypeSymbol attribute)
{
    private readonly ConcurrentDictionary<ISymbol, bool> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether an operation is executed for each burst or packet.</summary>
    public bool Contains(IOperation operation, ISymbol owner)
    {
        bool isOwn = IsMarked(owner);
        for (IOperation? o = operation; o is not null; o = o.Parent)
        {
            switch (o)
            {
                case IAttributeOperation:
                    return false;
                // What is said about a failure is made when there is one.
                case IThrowOperation when o != operation:
                case IArgumentOperation { Parent: IInvocationOperation call } when HasAttribute(call.TargetMethod, "DoesNotReturnAttribute") || HasAttribute(call.TargetMethod, "ConditionalAttribute"):
                    return false;
                case IAnonymousFunctionOperation lambda when !isOwn && o != operation:
                    isOwn = HasMark(lambda.Symbol);
                    break;
                case ILocalFunctionOperation function when o != operation:
                    if (HasAttribute(function.Symbol, "DoesNotReturnAttribute"))
                    {
                        return false;
                    }
                    isOwn = isOwn || HasMark(function.Symbol);
                    break;
                default:
                    break;
            }
        }
        return isOwn;
    }

    private static bool HasAttribute(ISymbol symbol, string name) => symbol.GetAttributes().Any(a => a.AttributeClass?.Name == name);

    private bool HasMark(ISymbol symbol) => symbol.GetAttributes().Any(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, attribute));

    private bool IsMarked(ISymbol symbol) => _known.GetOrAdd(symbol, Find);

    private bool Find(ISymbol symbol)
    {
        if (symbol is not IMethodSymbol method || HasAttribute(method, "DoesNotReturnAttribute"))
        {
            return false;
        }
        if (HasMark(method) || (method.AssociatedSymbol is { } member && HasMark(member)) || (method.OverriddenMethod is { } overridden && IsMarked(overridden)))
        {
            return true;
        }
        if (method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor or MethodKind.Destructor || method.Name == "Dispose")
        {
            return false;
        }
        for (INamedTypeSymbol? type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (HasMark(type))
            {
                return true;
            }
        }
        return method.ContainingType.AllInterfaces.SelectMany(static i => i.GetMembers()).Any(m =>
            (HasMark(m) || HasMark(m.ContainingType) || (m is IMethodSymbol { AssociatedSymbol: { } property } && HasMark(property)))
            && SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(m), method));
    }
}
