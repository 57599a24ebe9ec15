using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DpdkSharp.Analyzers.DataPath;

/// <summary>What allocates on the managed heap.</summary>
internal static class Allocations
{
    /// <summary>The kinds of operation that can.</summary>
    public static readonly OperationKind[] Kinds =
    [
        OperationKind.ObjectCreation, OperationKind.TypeParameterObjectCreation, OperationKind.ArrayCreation, OperationKind.CollectionExpression, OperationKind.AnonymousObjectCreation,
        OperationKind.DelegateCreation, OperationKind.Conversion, OperationKind.InterpolatedString, OperationKind.Binary, OperationKind.Invocation, OperationKind.Loop, OperationKind.YieldReturn,
    ];

    /// <summary>What it allocates; null when it does not.</summary>
    public static string? Describe(IOperation operation)
    {
        if (operation.ConstantValue.HasValue)
        {
            return null;
        }
        switch (operation)
        {
            case IObjectCreationOperation { Type: { IsReferenceType: true } type }:
                return $"an object of the class {type.Name}";
            case ITypeParameterObjectCreationOperation { Type.IsValueType: false }:
                return "an object of a type that may be a class";
            case IArrayCreationOperation array when !IsConstantSpan(array):
                return array.IsImplicit ? "an array for params arguments" : "an array";
            case ICollectionExpressionOperation { Elements.IsEmpty: false, Type.IsRefLikeType: false } collection:
                return $"a collection of the type {collection.Type?.Name ?? "array"}";
            case IAnonymousObjectCreationOperation:
                return "an anonymous object";
            case IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } when Captures(lambda):
                return "a closure and a delegate";
            case IDelegateCreationOperation { Target: IMethodReferenceOperation { Method.IsStatic: false } }:
                return "a delegate";
            case IConversionOperation conversion when IsBoxing(conversion):
                return $"a box for a value of the type {conversion.Operand.Type!.Name}";
            case IInterpolatedStringOperation { Type.SpecialType: SpecialType.System_String }:
                return "a string";
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String, Parent: not IBinaryOperation { Type.SpecialType: SpecialType.System_String } }:
                return "a string";
            case IInvocationOperation call:
                return DescribeCall(call.TargetMethod);
            case IForEachLoopOperation { Syntax: CommonForEachStatementSyntax loop } when operation.SemanticModel.GetForEachStatementInfo(loop) is { GetEnumeratorMethod: { } method }
                && method.ReturnType.IsReferenceType && !IsArrayOrString(operation):
                return "an enumerator";
            case IReturnOperation { Kind: OperationKind.YieldReturn }:
                return "the state of an iterator";
            default:
                return null;
        }
    }

    private static string? DescribeCall(IMethodSymbol method)
    {
        INamedTypeSymbol type = method.ContainingType;
        if (type.Name is "Enumerable" or "Queryable" or "ImmutableArrayExtensions" && type.ContainingNamespace?.Name == "Linq")
        {
            return $"what LINQ's {method.Name} needs";
        }
        bool makesString = method.ReturnType.SpecialType == SpecialType.System_String && (type.SpecialType == SpecialType.System_String || method is { Name: "ToString", IsStatic: false });
        if (makesString)
        {
            return "a string";
        }
        return method.Name is "ToArray" or "ToList" or "ToDictionary" or "ToHashSet" && method.ReturnType.IsReferenceType ? "a copy as a collection" : null;
    }

    // The elements are in the assembly: new byte[] { 1, 2 } as a ReadOnlySpan<byte>.
    private static bool IsConstantSpan(IArrayCreationOperation array) =>
        array.Parent is IConversionOperation { Type: { Name: "ReadOnlySpan", IsRefLikeType: true } } && array.Initializer?.ElementValues.All(static e => e.ConstantValue.HasValue) == true;

    private static bool Captures(IAnonymousFunctionOperation lambda) => lambda.Body.Descendants().Any(o => o switch
    {
        ILocalReferenceOperation local => !IsWithin(local.Local, lambda.Symbol),
        IParameterReferenceOperation parameter => !IsWithin(parameter.Parameter, lambda.Symbol),
        IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } => true,
        _ => false,
    });

    private static bool IsWithin(ISymbol variable, IMethodSymbol lambda)
    {
        for (ISymbol? symbol = variable.ContainingSymbol; symbol is IMethodSymbol; symbol = symbol.ContainingSymbol)
        {
            if (SymbolEqualityComparer.Default.Equals(symbol, lambda))
            {
                return true;
            }
        }
        return false;
    }

    private static bool IsBoxing(IConversionOperation conversion) =>
        conversion.Operand.Type is { IsValueType: true, IsRefLikeType: false } && conversion.Type is { IsReferenceType: true } && conversion.OperatorMethod is null
        // The JIT compares the bits.
        && conversion.Parent is not IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "HasFlag" } }
        // It is part of a string that is reported for itself.
        && conversion.Parent is not (IInterpolationOperation or IBinaryOperation { Type.SpecialType: SpecialType.System_String });

    private static bool IsArrayOrString(IOperation loop)
    {
        IOperation collection = ((IForEachLoopOperation)loop).Collection;
        while (collection is IConversionOperation { IsImplicit: true } conversion)
        {
            collection = conversion.Operand;
        }
        return collection.Type is IArrayTypeSymbol or { SpecialType: SpecialType.System_String };
    }
}
