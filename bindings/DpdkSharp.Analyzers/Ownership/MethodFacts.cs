using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DpdkSharp.Analyzers.Ownership;

/// <summary>What is to be known of a method before its paths are walked: numbers for its variables, which of them can be followed, which conditions come twice.</summary>
internal sealed class MethodFacts
{
    private readonly Dictionary<object, int> _variables = [];
    private readonly HashSet<ISymbol> _shared = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<string, int> _conditions = new(StringComparer.Ordinal);
    private readonly Dictionary<int, HashSet<ISymbol>> _symbolsOfCondition = [];

    /// <param name="root">The body, as it was written.</param>
    /// <param name="owner">Whose body it is.</param>
    public MethodFacts(IOperation root, ISymbol owner)
    {
        foreach (IOperation operation in root.DescendantsAndSelf())
        {
            // What lambdas share may change at any time; what is passed by reference too.
            ISymbol? symbol = operation switch
            {
                ILocalReferenceOperation local => local.Local,
                IParameterReferenceOperation parameter => parameter.Parameter,
                _ => null,
            };
            if (symbol is null)
            {
                continue;
            }
            bool isReference = symbol is IParameterSymbol { RefKind: not RefKind.None } || symbol is ILocalSymbol { RefKind: not RefKind.None, Type.Name: "Mbuf" or "PacketBurst" };
            if (isReference || operation.Parent is IAddressOfOperation || operation.Parent is IArgumentOperation { Parameter.RefKind: RefKind.Ref }
                || !SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, FunctionAround(operation, owner)))
            {
                _shared.Add(symbol);
            }
        }
    }

    /// <summary>Counts the conditions of a graph: only those that come more than once are remembered.</summary>
    public void AddConditions(ControlFlowGraph graph)
    {
        foreach (IGrouping<string, IOperation> condition in graph.Blocks.Where(static b => b.ConditionKind != ControlFlowConditionKind.None)
            .Select(static b => WithoutNot(b.BranchValue!, out _)).Where(IsPure).GroupBy(static o => Text(o, out _), StringComparer.Ordinal).Where(static g => g.Skip(1).Any()))
        {
            int number = _conditions.Count;
            _conditions[condition.Key] = number;
            _symbolsOfCondition[number] = new HashSet<ISymbol>(condition.First().DescendantsAndSelf().Select(SymbolOf).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        }
    }

    /// <summary>The number of a local, a parameter or a temporary; null when it cannot be followed.</summary>
    public int? Variable(object symbolOrCapture)
    {
        if (symbolOrCapture is ISymbol symbol && _shared.Contains(symbol))
        {
            return null;
        }
        if (!_variables.TryGetValue(symbolOrCapture, out int number))
        {
            number = _variables.Count;
            _variables[symbolOrCapture] = number;
        }
        return number;
    }

    /// <summary>The number of a condition that comes more than once, and whether this is its opposite.</summary>
    public bool TryGetCondition(IOperation condition, out int number, out bool opposite) => _conditions.TryGetValue(Text(condition, out opposite), out number);

    /// <summary>The conditions that ask for a variable, which has changed.</summary>
    public IEnumerable<int> ConditionsOf(ISymbol symbol) => _symbolsOfCondition.Where(c => c.Value.Contains(symbol)).Select(static c => c.Key);

    public static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        IPropertyReferenceOperation property => property.Property,
        _ => null,
    };

    /// <summary>A condition without the negations around it.</summary>
    public static IOperation WithoutNot(IOperation condition, out bool negated)
    {
        negated = false;
        while (condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
        {
            condition = not.Operand;
            negated = !negated;
        }
        return condition;
    }

    // What is written in two ways is one condition: a > b is the opposite of a <= b.
    private static string Text(IOperation condition, out bool opposite)
    {
        opposite = false;
        switch (condition)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.LessThan or BinaryOperatorKind.NotEquals } comparison:
                opposite = true;
                return Join(comparison, comparison.OperatorKind switch
                {
                    BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThan,
                    BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThanOrEqual,
                    _ => BinaryOperatorKind.Equals,
                });
            case IBinaryOperation comparison:
                return Join(comparison, comparison.OperatorKind);
            case IIsPatternOperation { Pattern: INegatedPatternOperation not } match:
                opposite = true;
                return $"{match.Value.Syntax} is {not.Pattern.Syntax}";
            default:
                return condition.Syntax.ToString();
        }

        static string Join(IBinaryOperation comparison, BinaryOperatorKind kind) => $"{comparison.LeftOperand.Syntax} {kind} {comparison.RightOperand.Syntax}";
    }

    private static bool IsPure(IOperation operation) => operation.DescendantsAndSelf().All(static o => o
        is ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IPropertyReferenceOperation or ILiteralOperation
        or IBinaryOperation or IUnaryOperation or IConversionOperation or IInstanceReferenceOperation or IIsPatternOperation or IConstantPatternOperation
        or INegatedPatternOperation or IRelationalPatternOperation or IDefaultValueOperation);

    private static ISymbol FunctionAround(IOperation operation, ISymbol owner)
    {
        for (IOperation? o = operation.Parent; o is not null; o = o.Parent)
        {
            switch (o)
            {
                case IAnonymousFunctionOperation lambda:
                    return lambda.Symbol;
                case ILocalFunctionOperation function:
                    return function.Symbol;
                default:
                    break;
            }
        }
        return owner;
    }
}
