using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DpdkSharp.Analyzers;

/// <summary>
/// A call that needs EAL, on a path that starts EAL only later. EAL starts once a process, so a start that is still to come proves that it does not run yet. Methods that ask
/// for <c>Eal.Current</c> know what they do.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EalOrderAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.BeforeEal];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownTypes.Of(start.Compilation) is { } types)
            {
                start.RegisterOperationBlockAction(block => Analyze(block, types));
            }
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, KnownTypes types)
    {
        foreach (IOperation block in context.OperationBlocks.Where(b => b.Kind is OperationKind.Block or OperationKind.MethodBody or OperationKind.ConstructorBody
            && b.Descendants().Any(o => IsStart(o, types)) && !b.Descendants().Any(o => IsQuestion(o, types))))
        {
            AnalyzeAll(context.GetControlFlowGraph(block), types, context.ReportDiagnostic);
        }
    }

    private static void AnalyzeAll(ControlFlowGraph graph, KnownTypes types, Action<Diagnostic> report)
    {
        Analyze(graph, types, report);
        foreach (IMethodSymbol local in graph.LocalFunctions)
        {
            AnalyzeAll(graph.GetLocalFunctionControlFlowGraph(local), types, report);
        }
        foreach (IFlowAnonymousFunctionOperation lambda in graph.Blocks.SelectMany(Operations).OfType<IFlowAnonymousFunctionOperation>().Where(static l => !ExpectedFailure.IsWithin(l.Syntax)))
        {
            AnalyzeAll(graph.GetAnonymousFunctionControlFlowGraph(lambda), types, report);
        }
    }

    private static void Analyze(ControlFlowGraph graph, KnownTypes types, Action<Diagnostic> report)
    {
        BasicBlock[] starts = [.. graph.Blocks.Where(b => Operations(b).Any(o => IsStart(o, types)))];
        foreach (BasicBlock block in graph.Blocks)
        {
            bool maybeStarted = starts.Any(s => IsReachable(s, block));
            foreach (IOperation operation in Operations(block))
            {
                maybeStarted |= IsStart(operation, types);
                if (maybeStarted || Need(operation, types) is not { } name)
                {
                    continue;
                }
                IOperation? start = Operations(block).FirstOrDefault(o => IsStart(o, types) && o.Syntax.SpanStart > operation.Syntax.SpanStart)
                    ?? starts.Where(s => IsReachable(block, s)).SelectMany(Operations).FirstOrDefault(o => IsStart(o, types));
                if (start is not null)
                {
                    report(Diagnostic.Create(Rules.BeforeEal, operation.Syntax.GetLocation(), name, Rules.Line(start.Syntax.GetLocation())));
                }
            }
        }
    }

    private static IEnumerable<IOperation> Operations(BasicBlock block) =>
        block.Operations.Concat(block.BranchValue is null ? [] : [block.BranchValue]).SelectMany(static o => o.DescendantsAndSelf());

    private static bool IsStart(IOperation operation, KnownTypes types) =>
        operation is IInvocationOperation { TargetMethod.Name: "Initialize" } call && KnownTypes.Is(call.TargetMethod.ContainingType, types.Eal);

    private static bool IsQuestion(IOperation operation, KnownTypes types) =>
        operation is IPropertyReferenceOperation { Property.Name: "Current" } property && KnownTypes.Is(property.Property.ContainingType, types.Eal);

    private static string? Need(IOperation operation, KnownTypes types)
    {
        ISymbol? member = operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IPropertyReferenceOperation property => property.Property,
            _ => null,
        };
        return member is { IsStatic: true, ContainingType: { Name: not "MbufTxOffload" } type }
            && SymbolEqualityComparer.Default.Equals(type.ContainingNamespace, types.Mbuf.ContainingNamespace)
            && SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, types.Mbuf.ContainingAssembly)
            && member.Name is "Create" or "Open" or "Register" or "SubscribeAll" or "PortIds"
                ? $"{type.Name}.{member.Name}"
                : null;
    }

    /// <summary>Whether some path leads from the end of one block to the start of another.</summary>
    private static bool IsReachable(BasicBlock from, BasicBlock to)
    {
        var seen = new HashSet<int>();
        var open = new Stack<BasicBlock>(Successors(from));
        while (open.Count > 0)
        {
            BasicBlock block = open.Pop();
            if (block.Ordinal == to.Ordinal)
            {
                return true;
            }
            if (seen.Add(block.Ordinal))
            {
                foreach (BasicBlock next in Successors(block))
                {
                    open.Push(next);
                }
            }
        }
        return false;
    }

    private static ImmutableArray<BasicBlock> Successors(BasicBlock block) =>
        [.. new[] { block.FallThroughSuccessor?.Destination, block.ConditionalSuccessor?.Destination }.OfType<BasicBlock>()];
}
