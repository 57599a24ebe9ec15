using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DpdkSharp.Analyzers.Ownership;

/// <summary>
/// Walks every path through a method, each with what is known on it, and reports what is wrong on one of them. A state that was in a block before is not
/// walked again from there, so that loops end.
/// </summary>
internal sealed partial class OwnershipWalk
{
    // A method with more paths than this is left alone from there on: what was found is right all the same.
    private const int MostSteps = 6000;

    private readonly KnownTypes _types;
    private readonly ControlFlowGraph _graph;
    private readonly MethodFacts _facts;
    private readonly Action<Diagnostic> _report;
    private readonly HashSet<(string, Location)> _reported = [];
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Stack<(BasicBlock Block, FlowState State)> _open = new();

    private OwnershipWalk(KnownTypes types, ControlFlowGraph graph, MethodFacts facts, Action<Diagnostic> report)
    {
        _types = types;
        _graph = graph;
        _facts = facts;
        _report = report;
    }

    /// <summary>Walks a method, and the lambdas and local functions in it, each for itself.</summary>
    public static void Run(KnownTypes types, ControlFlowGraph graph, IMethodSymbol? method, ISymbol owner, Action<Diagnostic> report)
    {
        var facts = new MethodFacts(graph.OriginalOperation, owner);
        RunAll(graph, method);

        void RunAll(ControlFlowGraph part, IMethodSymbol? function)
        {
            facts.AddConditions(part);
            new OwnershipWalk(types, part, facts, report).Run(function);
            foreach (IMethodSymbol local in part.LocalFunctions)
            {
                RunAll(part.GetLocalFunctionControlFlowGraph(local), local);
            }
            foreach (IFlowAnonymousFunctionOperation lambda in part.Blocks.SelectMany(static b => b.Operations.Concat(b.BranchValue is null ? [] : [b.BranchValue]))
                .SelectMany(static o => o.DescendantsAndSelf()).OfType<IFlowAnonymousFunctionOperation>().Where(static l => !ExpectedFailure.IsWithin(l.Syntax)))
            {
                RunAll(part.GetAnonymousFunctionControlFlowGraph(lambda), lambda.Symbol);
            }
        }
    }

    private void Run(IMethodSymbol? function)
    {
        FlowState start = FlowState.Start;
        foreach (IParameterSymbol parameter in function?.Parameters ?? [])
        {
            if (_facts.Variable(parameter) is not { } variable)
            {
                continue;
            }
            if (_types.IsHandle(parameter.Type))
            {
                int id = NewId(parameter);
                NoteKind(id, parameter.Type);
                start = start.Set(id, new TrackedPacket(PacketOwner.Unknown)).Set(variable, FlowValue.Of(FlowValueKind.Packet, id));
            }
            else if (_types.IsBurst(parameter.Type))
            {
                int id = NewId(parameter);
                start = start.Set(id, new TrackedBurst(BurstContent.Unknown, -1)).Set(variable, FlowValue.Of(FlowValueKind.Burst, id));
            }
        }
        _open.Push((_graph.Blocks[0], start));
        // What was done before an exception came is not known: a handler starts with nothing.
        foreach (BasicBlock handler in Regions(_graph.Root).Where(static r => r.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.Filter)
            .Select(r => _graph.Blocks[r.FirstBlockOrdinal]))
        {
            _open.Push((handler, FlowState.Start));
        }
        for (int step = 0; step < MostSteps && _open.Count > 0; step++)
        {
            (BasicBlock block, FlowState state) = _open.Pop();
            if (_seen.Add(block.Ordinal + ":" + state.Key))
            {
                Walk(block, state);
            }
        }
    }

    private static IEnumerable<ControlFlowRegion> Regions(ControlFlowRegion region) => region.NestedRegions.SelectMany(Regions).Prepend(region);

    private void Walk(BasicBlock block, FlowState state)
    {
        if (block.Kind == BasicBlockKind.Exit)
        {
            AtEnd(state);
            return;
        }
        foreach (FlowState after in Execute(block.Operations, state))
        {
            Branch(block, after);
        }
    }

    private IEnumerable<FlowState> Execute(ImmutableArray<IOperation> operations, FlowState state)
    {
        var states = new List<FlowState> { state };
        foreach (IOperation operation in operations)
        {
            var next = new List<FlowState>();
            foreach (FlowState before in states)
            {
                FlowState here = before.At(operation.Syntax);
                next.AddRange(Evaluate(operation, here).Select(outcome => Forget(outcome.State, null)));
            }
            states = next;
        }
        return states;
    }

    private void Branch(BasicBlock block, FlowState state)
    {
        if (block.ConditionKind == ControlFlowConditionKind.None)
        {
            if (block.BranchValue is null)
            {
                Follow(block, block.FallThroughSuccessor, state);
                return;
            }
            if (block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Throw && WithoutConversion(block.BranchValue).IsImplicit)
            {
                // The compiler's own, for a switch expression without an arm that fits: nobody counts on it.
                return;
            }
            foreach (FlowOutcome outcome in Evaluate(block.BranchValue, state.At(block.BranchValue.Syntax)))
            {
                // What is returned is the caller's.
                Follow(block, block.FallThroughSuccessor, Escape(outcome.State, outcome.Value));
            }
            return;
        }
        IOperation condition = MethodFacts.WithoutNot(block.BranchValue!, out bool negated);
        foreach (FlowOutcome outcome in Evaluate(condition, state.At(condition.Syntax)))
        {
            foreach (bool value in (bool[])[true, false])
            {
                if (!(value ? outcome.Value.IsFalse : outcome.Value.IsTrue) && Assume(condition, value, outcome) is { } known)
                {
                    bool whole = value != negated;
                    bool conditional = whole == (block.ConditionKind == ControlFlowConditionKind.WhenTrue);
                    Follow(block, conditional ? block.ConditionalSuccessor : block.FallThroughSuccessor, Forget(known, null));
                }
            }
        }
    }

    // Null when this cannot be, by what the path knows already.
    private FlowState? Assume(IOperation condition, bool value, FlowOutcome outcome)
    {
        FlowState state = outcome.State;
        if (outcome.Value.Kind != FlowValueKind.Unknown)
        {
            return state;
        }
        object? variable = condition switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFlowCaptureReferenceOperation capture => capture.Id,
            _ => null,
        };
        if (variable is not null)
        {
            return _facts.Variable(variable) is { } number ? state.Set(number, FlowValue.Bool(value)) : state;
        }
        if (!_facts.TryGetCondition(condition, out int fact, out bool opposite))
        {
            return state;
        }
        bool holds = value != opposite;
        return state.Facts.TryGetValue(fact, out bool before) ? (before == holds ? state : null) : state.Assume(fact, holds);
    }

    private void Follow(BasicBlock block, ControlFlowBranch? branch, FlowState state)
    {
        switch (branch?.Semantics)
        {
            case ControlFlowBranchSemantics.Regular or ControlFlowBranchSemantics.Return:
                GoThroughFinally(branch.FinallyRegions, branch.Destination!.Ordinal, state);
                break;
            case ControlFlowBranchSemantics.StructuredExceptionHandling when state.Continuations.Count > 0:
                _open.Push((_graph.Blocks[state.Continuations[state.Continuations.Count - 1]], state.Pop()));
                break;
            case ControlFlowBranchSemantics.Throw or ControlFlowBranchSemantics.Rethrow:
                Throw(block, state);
                break;
            default:
                // The program ends, or its code has errors.
                break;
        }
    }

    private void GoThroughFinally(IEnumerable<ControlFlowRegion> finallyRegions, int destination, FlowState state)
    {
        int[] stops = [.. finallyRegions.Select(static r => r.FirstBlockOrdinal), destination];
        for (int i = stops.Length - 1; i > 0; i--)
        {
            state = state.Push(stops[i]);
        }
        _open.Push((_graph.Blocks[stops[0]], state));
    }

    private void Throw(BasicBlock block, FlowState state)
    {
        var finallyRegions = new List<ControlFlowRegion>();
        for (ControlFlowRegion? region = block.EnclosingRegion; region?.EnclosingRegion is { } outer; region = outer)
        {
            if (region.Kind != ControlFlowRegionKind.Try)
            {
                continue;
            }
            if (outer.Kind == ControlFlowRegionKind.TryAndCatch)
            {
                // Its handlers are walked anyway.
                return;
            }
            finallyRegions.AddRange(outer.NestedRegions.Where(static r => r.Kind == ControlFlowRegionKind.Finally));
        }
        GoThroughFinally(finallyRegions, _graph.Blocks.Length - 1, state);
    }
}
