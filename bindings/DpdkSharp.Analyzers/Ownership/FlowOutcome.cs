namespace DpdkSharp.Analyzers.Ownership;

/// <summary>One way in which an expression can turn out: what it gives, and what is known then.</summary>
internal readonly struct FlowOutcome(FlowState state, FlowValue value)
{
    public FlowState State { get; } = state;

    public FlowValue Value { get; } = value;
}
