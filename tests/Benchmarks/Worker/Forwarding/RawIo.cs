using System.Runtime.CompilerServices;
using DpdkSharp.Interop;

namespace DpdkSharp.Benchmarks.Worker.Forwarding;

/// <summary>Nothing.</summary>
internal readonly unsafe struct RawIo : IRawWork
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Process(rte_mbuf** packets, int count) => count;
}
