namespace DpdkSharp.Interop;

/// <summary>
/// The alignment that C demands of a record where C# cannot promise it: such a record belongs in native memory
/// (or behind a pointer that DPDK gave), not on the stack.
/// </summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class NativeAlignmentAttribute(int alignment) : Attribute
{
    /// <summary>In bytes.</summary>
    public int Alignment { get; } = alignment;
}
