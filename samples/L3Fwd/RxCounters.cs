using System.Runtime.InteropServices;

namespace DpdkSharp.Samples.L3Fwd;

/// <summary>What came in by a receive queue; written by the lcore that polls it, on a cache line of its own.</summary>
[StructLayout(LayoutKind.Explicit, Size = 192)]
internal struct RxCounters
{
    [FieldOffset(64)]
    public ulong Received;

    /// <summary>What was not forwarded: no valid header, no time to live, no route.</summary>
    [FieldOffset(72)]
    public ulong Dropped;
}
