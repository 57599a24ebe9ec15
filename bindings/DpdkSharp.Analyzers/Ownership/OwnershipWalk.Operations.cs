using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DpdkSharp.Analyzers.Ownership;

/// <summary>Expressions and statements, one at a time, in the order in which they are executed.</summary>
internal sealed partial class OwnershipWalk
{
    private IEnumerable<FlowOutcome> Evaluate(IOperation operation, FlowState state)
    {
        switch (operation)
        {
            case IExpressionStatementOperation statement:
                return Evaluate(statement.Operation, state);
            case { ConstantValue: { HasValue: true, Value: bool truth } }:
                return One(state, FlowValue.Bool(truth));
            case { ConstantValue: { HasValue: true, Value: int number } }:
                return One(state, number == 0 ? FlowValue.Of(FlowValueKind.Zero) : number > 0 ? FlowValue.Of(FlowValueKind.Positive) : FlowValue.Unknown);
            case ILocalReferenceOperation local:
                return Read(operation, local.Local, state);
            case IParameterReferenceOperation parameter:
                return Read(operation, parameter.Parameter, state);
            case IFlowCaptureReferenceOperation capture:
                return Read(operation, capture.Id, state);
            case IFlowCaptureOperation capture:
                return Then(Evaluate(capture.Value, state), (s, v) => One(_facts.Variable(capture.Id) is { } variable ? s.Set(variable, v) : s, FlowValue.Unknown));
            case ISimpleAssignmentOperation assignment:
                return Assign(assignment, state);
            case ICompoundAssignmentOperation or IIncrementOrDecrementOperation or IDeconstructionAssignmentOperation:
                return Then(Children(operation, state), (s, _) => One(Change(s, operation.ChildOperations.First()), FlowValue.Unknown));
            case IDefaultValueOperation when _types.IsHandle(operation.Type):
                return One(state, FlowValue.Of(FlowValueKind.NoPacket));
            case IObjectCreationOperation creation:
                return Create(creation, state);
            case IConversionOperation conversion:
                return Then(Evaluate(conversion.Operand, state), (s, v) => IsBoxing(conversion) ? One(Escape(s, v), FlowValue.Unknown) : One(s, v));
            case IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not:
                return Then(Evaluate(not.Operand, state), static (s, v) => One(s, v.IsTrue ? FlowValue.False : v.IsFalse ? FlowValue.True : FlowValue.Unknown));
            case IBinaryOperation binary:
                return Then(
                    Evaluate(binary.LeftOperand, state),
                    (s, left) => Then(Evaluate(binary.RightOperand, s), (t, right) => Compare(binary.OperatorKind, left, right, t)));
            case IIsPatternOperation match:
                return Then(Evaluate(match.Value, state), (s, v) => Match(match.Pattern, v, s));
            case IPropertyReferenceOperation property:
                return Property(property, state);
            case IImplicitIndexerReferenceOperation indexer:
                return Then(Evaluate(indexer.Instance, state), (s, of) => Then(Evaluate(indexer.Argument, s), (t, _) => Part(indexer, of, t)));
            case IInvocationOperation call:
                return Call(call, state);
            case IArgumentOperation argument:
                return Evaluate(argument.Value, state);
            case IFieldReferenceOperation { Instance: { } instance }:
                return Then(Evaluate(instance, state), static (s, _) => One(s, FlowValue.Unknown));
            case IFlowAnonymousFunctionOperation or IAnonymousFunctionOperation or ILocalFunctionOperation:
                return One(state, FlowValue.Unknown);
            default:
                return Children(operation, state);
        }
    }

    private static FlowOutcome[] One(FlowState state, FlowValue value) => [new FlowOutcome(state, value)];

    private delegate IEnumerable<FlowOutcome> Continuation(FlowState state, FlowValue value);

    private static IEnumerable<FlowOutcome> Then(IEnumerable<FlowOutcome> outcomes, Continuation next)
    {
        var all = new List<FlowOutcome>();
        foreach (FlowOutcome outcome in outcomes)
        {
            all.AddRange(next(outcome.State, outcome.Value));
        }
        return all;
    }

    /// <summary>What is not known here: a packet that takes part in it may be anybody's afterwards.</summary>
    private IEnumerable<FlowOutcome> Children(IOperation operation, FlowState state)
    {
        IEnumerable<FlowOutcome> outcomes = One(state, FlowValue.Unknown);
        foreach (IOperation child in operation.ChildOperations)
        {
            outcomes = Then(outcomes, (s, _) => Then(Evaluate(child, s), (t, v) => One(Escape(t, v), FlowValue.Unknown)));
        }
        return outcomes;
    }

    // span[14..], packets[^1]
    private IEnumerable<FlowOutcome> Part(IOperation indexer, FlowValue of, FlowState state)
    {
        if (of.Kind == FlowValueKind.PacketsOfBurst && _types.IsMbuf(indexer.Type))
        {
            return [MakePacket(state, indexer.Syntax, new TrackedPacket(PacketOwner.Burst, of.Id))];
        }
        return One(state, indexer.Type is { IsRefLikeType: true } ? of : FlowValue.Unknown);
    }

    private FlowOutcome[] Read(IOperation operation, object symbol, FlowState state)
    {
        if (_facts.Variable(symbol) is not { } variable)
        {
            return One(state, FlowValue.Unknown);
        }
        FlowValue value = state[variable];
        // How long it is can be asked for at any time.
        if (operation.Parent is not IPropertyReferenceOperation { Property.Name: "Length" or "IsEmpty" or "IsNull" })
        {
            CheckBytes(state, value, operation.Syntax);
        }
        return One(state, value);
    }

    private IEnumerable<FlowOutcome> Assign(ISimpleAssignmentOperation assignment, FlowState state)
    {
        object? target = assignment.Target switch
        {
            // Through a reference, into what it refers to.
            ILocalReferenceOperation { Local.RefKind: not RefKind.None } when !assignment.IsRef => null,
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFlowCaptureReferenceOperation capture => capture.Id,
            _ => null,
        };
        if (target is not null && _facts.Variable(target) is { } variable)
        {
            return Then(Evaluate(assignment.Value, state), (s, v) => Store(s, target, variable, assignment, v));
        }
        if (assignment.Target is IDiscardOperation)
        {
            return Evaluate(assignment.Value, state);
        }
        // Into a field, an array, another's variable: it can be found there by other code.
        return Then(
            assignment.Target is ILocalReferenceOperation { Local.RefKind: RefKind.None } or IParameterReferenceOperation ? One(state, FlowValue.Unknown) : Evaluate(assignment.Target, state),
            (s, _) => Then(Evaluate(assignment.Value, s), (t, v) => One(Change(Escape(t, v), assignment.Target), v)));
    }

    private IEnumerable<FlowOutcome> Store(FlowState state, object target, int variable, ISimpleAssignmentOperation assignment, FlowValue value)
    {
        if (value.Kind == FlowValueKind.Unknown && _types.IsHandle(assignment.Target.Type))
        {
            FlowOutcome unknown = MakePacket(state, assignment.Syntax, new TrackedPacket(PacketOwner.Unknown), assignment.Target.Type);
            (state, value) = (unknown.State, unknown.Value);
        }
        if (target is ISymbol symbol)
        {
            state = state.Forget(_facts.ConditionsOf(symbol));
        }
        return One(state.Set(variable, value), value);
    }

    /// <summary>A variable, or several in a tuple, has a new value that is not known.</summary>
    private FlowState Change(FlowState state, IOperation target)
    {
        if (target is ITupleOperation tuple)
        {
            return tuple.Elements.Aggregate(state, Change);
        }
        if (target is IDeclarationExpressionOperation declaration)
        {
            return Change(state, declaration.Expression);
        }
        if (MethodFacts.SymbolOf(target) is { } symbol)
        {
            state = state.Forget(_facts.ConditionsOf(symbol));
            if (target is ILocalReferenceOperation { Local.RefKind: RefKind.None } or IParameterReferenceOperation && _facts.Variable(symbol) is { } variable)
            {
                state = state.Set(variable, FlowValue.Unknown);
            }
        }
        return state;
    }

    private IEnumerable<FlowOutcome> Create(IObjectCreationOperation creation, FlowState state)
    {
        if (_types.IsMbuf(creation.Type))
        {
            return Then(Children(creation, state), (s, _) => creation.Arguments.IsEmpty
                ? One(s, FlowValue.Of(FlowValueKind.NoPacket))
                : [MakePacket(s, creation.Syntax, new TrackedPacket(PacketOwner.Unknown))]);
        }
        if (!_types.IsBurst(creation.Type) || creation.Arguments.IsEmpty)
        {
            return Children(creation, state);
        }
        IOperation storage = WithoutConversion(creation.Arguments[0].Value);
        object? symbol = (object?)(storage as ILocalReferenceOperation)?.Local ?? (storage as IParameterReferenceOperation)?.Parameter;
        int variable = symbol is not null && _facts.Variable(symbol) is { } number ? number : -1;
        return Then(Children(creation, state), (s, _) => [MakeBurst(s, creation.Syntax, variable)]);
    }

    private static IOperation WithoutConversion(IOperation operation)
    {
        while (operation is IConversionOperation conversion)
        {
            operation = conversion.Operand;
        }
        return operation;
    }

    private static bool IsBoxing(IConversionOperation conversion) =>
        conversion.Operand.Type is { IsValueType: true } && conversion.Type is { IsReferenceType: true };

    private static IEnumerable<FlowOutcome> Compare(BinaryOperatorKind comparison, FlowValue left, FlowValue right, FlowState state)
    {
        bool? result = (left.Kind, right.Kind, comparison) switch
        {
            (FlowValueKind.NoPacket, FlowValueKind.NoPacket, BinaryOperatorKind.Equals) => true,
            (FlowValueKind.NoPacket, FlowValueKind.NoPacket, BinaryOperatorKind.NotEquals) => false,
            (FlowValueKind.Packet, FlowValueKind.NoPacket, BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals) when IsThere(left) => comparison == BinaryOperatorKind.NotEquals,
            (FlowValueKind.NoPacket, FlowValueKind.Packet, BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals) when IsThere(right) => comparison == BinaryOperatorKind.NotEquals,
            (FlowValueKind.True or FlowValueKind.False, FlowValueKind.True or FlowValueKind.False, BinaryOperatorKind.Equals) => left.Kind == right.Kind,
            (FlowValueKind.True or FlowValueKind.False, FlowValueKind.True or FlowValueKind.False, BinaryOperatorKind.NotEquals) => left.Kind != right.Kind,
            _ => null,
        };
        if (result is { } known)
        {
            return One(state, FlowValue.Bool(known));
        }
        if (right.Kind == FlowValueKind.Zero && left.Kind is FlowValueKind.Zero or FlowValueKind.Positive or FlowValueKind.CountOfBurst)
        {
            return WithZero(comparison, left, state);
        }
        return left.Kind == FlowValueKind.Zero && right.Kind is FlowValueKind.Positive or FlowValueKind.CountOfBurst
            ? WithZero(Mirrored(comparison), right, state)
            : One(state, FlowValue.Unknown);

        bool IsThere(FlowValue packet) => state.Packets.TryGetValue(packet.Id, out TrackedPacket tracked) && tracked.Owner != PacketOwner.Unknown;
    }

    private static IEnumerable<FlowOutcome> WithZero(BinaryOperatorKind comparison, FlowValue number, FlowState state) =>
        Then(ZeroOrPositive(number, state), (s, v) => One(s, (comparison, v.Kind) switch
        {
            (BinaryOperatorKind.Equals or BinaryOperatorKind.LessThanOrEqual, FlowValueKind.Zero) => FlowValue.True,
            (BinaryOperatorKind.Equals or BinaryOperatorKind.LessThanOrEqual, FlowValueKind.Positive) => FlowValue.False,
            (BinaryOperatorKind.NotEquals or BinaryOperatorKind.GreaterThan, FlowValueKind.Zero) => FlowValue.False,
            (BinaryOperatorKind.NotEquals or BinaryOperatorKind.GreaterThan, FlowValueKind.Positive) => FlowValue.True,
            (BinaryOperatorKind.LessThan, not FlowValueKind.Unknown) => FlowValue.False,
            (BinaryOperatorKind.GreaterThanOrEqual, not FlowValueKind.Unknown) => FlowValue.True,
            _ => FlowValue.Unknown,
        }));

    /// <summary>The number of packets in a burst is zero, and then it holds none, or it is not.</summary>
    private static IEnumerable<FlowOutcome> ZeroOrPositive(FlowValue number, FlowState state)
    {
        if (number.Kind != FlowValueKind.CountOfBurst)
        {
            return One(state, number);
        }
        if (!state.Bursts.TryGetValue(number.Id, out TrackedBurst burst) || burst.Content == BurstContent.Unknown)
        {
            return One(state, FlowValue.Unknown);
        }
        FlowState none = state.Set(number.Id, burst.With(BurstContent.Nothing));
        return burst.Content == BurstContent.Nothing
            ? One(state, FlowValue.Of(FlowValueKind.Zero))
            : [new FlowOutcome(none, FlowValue.Of(FlowValueKind.Zero)), new FlowOutcome(state, FlowValue.Of(FlowValueKind.Positive))];
    }

    private static BinaryOperatorKind Mirrored(BinaryOperatorKind comparison) => comparison switch
    {
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        _ => comparison,
    };

    private IEnumerable<FlowOutcome> Match(IPatternOperation pattern, FlowValue value, FlowState state)
    {
        foreach (IOperation part in pattern.DescendantsAndSelf())
        {
            if (part is IDeclarationPatternOperation { DeclaredSymbol: ILocalSymbol declared } && _facts.Variable(declared) is { } variable)
            {
                // Known only where the pattern names the value itself, not a part of it.
                state = state.Forget(_facts.ConditionsOf(declared)).Set(variable, IsOfWhole(part, pattern) ? value : FlowValue.Unknown);
            }
        }
        return Truth(pattern, value, state);
    }

    private static bool IsOfWhole(IOperation part, IPatternOperation pattern)
    {
        for (IOperation? o = part; o is not null; o = o.Parent)
        {
            if (o is IRecursivePatternOperation or IListPatternOperation or INegatedPatternOperation)
            {
                return false;
            }
            if (ReferenceEquals(o, pattern))
            {
                return true;
            }
        }
        return false;
    }

    private IEnumerable<FlowOutcome> Truth(IPatternOperation pattern, FlowValue value, FlowState state)
    {
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                return Then(Evaluate(constant.Value, state), (s, v) => Compare(BinaryOperatorKind.Equals, value, v, s));
            case IRelationalPatternOperation relation:
                return Then(Evaluate(relation.Value, state), (s, v) => Compare(relation.OperatorKind, value, v, s));
            case INegatedPatternOperation not:
                return Then(Truth(not.Pattern, value, state), static (s, v) => One(s, v.IsTrue ? FlowValue.False : v.IsFalse ? FlowValue.True : FlowValue.Unknown));
            case IDeclarationPatternOperation { MatchesNull: true } or IDiscardPatternOperation:
                return One(state, FlowValue.True);
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } and:
                return Then(Truth(and.LeftPattern, value, state), (s, left) => left.IsFalse
                    ? One(s, left)
                    : Then(Truth(and.RightPattern, value, s), (t, right) => One(t, right.IsFalse || left.IsTrue ? right : FlowValue.Unknown)));
            case IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or:
                return Then(Truth(or.LeftPattern, value, state), (s, left) => left.IsTrue
                    ? One(s, left)
                    : Then(Truth(or.RightPattern, value, s), (t, right) => One(t, right.IsTrue || left.IsFalse ? right : FlowValue.Unknown)));
            default:
                return One(state, FlowValue.Unknown);
        }
    }
}
