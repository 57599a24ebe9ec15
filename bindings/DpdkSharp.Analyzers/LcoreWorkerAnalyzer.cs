using System.Collections.Concurrent;
using System.Collections.Immutable;
using DpdkSharp.Analyzers.DataPath;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DpdkSharp.Analyzers;

/// <summary>
/// Follows the calls from what is launched on an lcore, and reports what waits in a loop that polls queues. What a worker does before and after its loop is its own
/// business; so is a worker that polls nothing.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LcoreWorkerAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.BlockedLcore];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownTypes.Of(start.Compilation) is { } types)
            {
                var calls = new ConcurrentBag<CallSite>();
                start.RegisterOperationAction(operation => Collect(operation, types, calls), OperationKind.Invocation, OperationKind.PropertyReference, OperationKind.Lock);
                start.RegisterCompilationEndAction(end => Report(end, calls));
            }
        });
    }

    private static void Collect(OperationAnalysisContext context, KnownTypes types, ConcurrentBag<CallSite> calls)
    {
        (ISymbol function, ImmutableArray<SyntaxNode> loops) = Surroundings(context.Operation, context.ContainingSymbol);
        Location location = context.Operation.Syntax.GetLocation();
        switch (context.Operation)
        {
            case ILockOperation:
                calls.Add(new CallSite(CallKind.Waits, function, null, loops, location, "lock"));
                break;
            case IPropertyReferenceOperation property when BlockingCalls.Waits(property.Property):
                calls.Add(new CallSite(CallKind.Waits, function, null, loops, location, property.Property.Name));
                break;
            case IInvocationOperation call when KnownTypes.Is(call.TargetMethod.ContainingType, types.Lcore) && call.TargetMethod.Name == "Launch" && Target(call.Arguments[0].Value) is { } worker:
                calls.Add(new CallSite(CallKind.Launches, function, worker, loops, location, string.Empty));
                break;
            case IInvocationOperation call when BlockingCalls.Waits(call.TargetMethod):
                calls.Add(new CallSite(CallKind.Waits, function, null, loops, location, $"{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}"));
                break;
            case IInvocationOperation call when Polls(call.TargetMethod, types):
                calls.Add(new CallSite(CallKind.Polls, function, null, loops, location, string.Empty));
                break;
            case IInvocationOperation call when !call.TargetMethod.DeclaringSyntaxReferences.IsEmpty:
                calls.Add(new CallSite(CallKind.Calls, function, call.TargetMethod.OriginalDefinition, loops, location, string.Empty));
                break;
            default:
                break;
        }
    }

    private static bool Polls(IMethodSymbol method, KnownTypes types) =>
        (KnownTypes.Is(method.ContainingType, types.RxQueue) && method.Name == "Receive")
        || (KnownTypes.Is(method.ContainingType, types.TxQueue) && method.Name == "Send")
        || (KnownTypes.Is(method.ContainingType, types.RingPacketExtensions) && method.Name == "Dequeue")
        || (KnownTypes.Is(method.ContainingType, types.Ring) && method.Name is "TryDequeue" or "TryDequeueBulk" or "DequeueBurst" or "ReserveDequeue" && types.IsMbuf(method.ContainingType.TypeArguments[0]));

    private static IMethodSymbol? Target(IOperation work) => work switch
    {
        IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } => lambda.Symbol,
        IDelegateCreationOperation { Target: IMethodReferenceOperation method } => method.Method.OriginalDefinition,
        IConversionOperation conversion => Target(conversion.Operand),
        _ => null,
    };

    private static (ISymbol Function, ImmutableArray<SyntaxNode> Loops) Surroundings(IOperation operation, ISymbol owner)
    {
        ImmutableArray<SyntaxNode>.Builder loops = ImmutableArray.CreateBuilder<SyntaxNode>();
        for (IOperation? o = operation.Parent; o is not null; o = o.Parent)
        {
            switch (o)
            {
                case ILoopOperation loop:
                    loops.Add(loop.Syntax);
                    break;
                case IAnonymousFunctionOperation lambda:
                    return (lambda.Symbol, loops.ToImmutable());
                case ILocalFunctionOperation function:
                    return (function.Symbol, loops.ToImmutable());
                default:
                    break;
            }
        }
        return (owner, loops.ToImmutable());
    }

    private static void Report(CompilationAnalysisContext context, ConcurrentBag<CallSite> calls)
    {
        ILookup<ISymbol, CallSite> byFunction = calls.ToLookup(static c => c.Function, SymbolEqualityComparer.Default);
        var polling = new HashSet<ISymbol>(calls.Where(static c => c.Kind == CallKind.Polls).Select(static c => c.Function), SymbolEqualityComparer.Default);
        for (int before = -1; before != polling.Count;)
        {
            before = polling.Count;
            polling.UnionWith(calls.Where(c => c.Kind == CallKind.Calls && polling.Contains(c.Callee!)).Select(static c => c.Function));
        }
        var pollingLoops = new HashSet<SyntaxNode>(calls.Where(c => c.Kind == CallKind.Polls || (c.Kind == CallKind.Calls && polling.Contains(c.Callee!))).SelectMany(static c => c.Loops));
        var seen = new HashSet<(ISymbol, bool)>();
        var reported = new HashSet<Location>();
        var open = new Stack<(ISymbol Function, bool InLoop)>(calls.Where(static c => c.Kind == CallKind.Launches).Select(static c => ((ISymbol)c.Callee!, false)));
        while (open.Count > 0)
        {
            (ISymbol function, bool inLoop) = open.Pop();
            if (!seen.Add((function, inLoop)))
            {
                continue;
            }
            foreach (CallSite call in byFunction[function])
            {
                bool here = inLoop || call.Loops.Any(pollingLoops.Contains);
                if (call.Kind == CallKind.Calls)
                {
                    open.Push((call.Callee!, here));
                }
                else if (call.Kind == CallKind.Waits && here && reported.Add(call.Location))
                {
                    context.ReportDiagnostic(Diagnostic.Create(Rules.BlockedLcore, call.Location, call.Name));
                }
            }
        }
    }

    private enum CallKind
    {
        Calls,
        Launches,
        Polls,
        Waits,
    }

    private sealed class CallSite(CallKind kind, ISymbol function, IMethodSymbol? callee, ImmutableArray<SyntaxNode> loops, Location location, string name)
    {
        public CallKind Kind => kind;

        public ISymbol Function => function;

        public IMethodSymbol? Callee => callee;

        public ImmutableArray<SyntaxNode> Loops => loops;

        public Location Location => location;

        public string Name => name;
    }
}
