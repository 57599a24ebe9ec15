namespace DpdkSharp.Interop;

/// <summary>
/// The alignment that C demands of a record where the C# struct has another one. A record of 16, 32 or 64 belongs in native
/// memory (or behind a pointer that DPDK gave), not on the stack, where nothing promises it.
/// </summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class NativeAlignmentAttribute(params int[] alignments) : Attribute
{
    /// <summary>In bytes: one value, or one for each of <see cref="DpdkRuntime.KnownAbis"/>.</summary>
    public IReadOnlyList<int> Alignments { get; } = alignments;
}
