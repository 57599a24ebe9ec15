using System.Runtime.InteropServices;

namespace DpdkSharp;

/// <summary>What the ledger keeps of a thread, in native memory, so that one look at a thread-static finds all of it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct LedgerThread
{
    /// <summary>How many places it remembers; a power of two.</summary>
    public const int PlaceCount = 512;

    /// <summary>Its number in <see cref="LedgerThreads"/>, from 1.</summary>
    public int Number;

    /// <summary>Where its stack ends, above all frames.</summary>
    public nuint StackEnd;

    /// <summary>The paths of callers that it came by (<see cref="FrameChain"/>) …</summary>
    public fixed ulong Paths[PlaceCount];

    /// <summary>… and the places that they are (<see cref="CallSites"/>).</summary>
    public fixed int Sites[PlaceCount];
}
