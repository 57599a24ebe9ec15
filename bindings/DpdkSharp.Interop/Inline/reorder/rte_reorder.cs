using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>The packet's sequence number; only once a reorder buffer exists, as that makes room for it.</summary>
    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint* rte_reorder_seqn(rte_mbuf* mbuf) => RTE_MBUF_DYNFIELD<uint>(mbuf, *ReorderSequence.Offset);

    // The variable's address, looked up once.
    private static class ReorderSequence
    {
        internal static readonly int* Offset = rte_reorder_seqn_dynfield_offset;
    }
}
