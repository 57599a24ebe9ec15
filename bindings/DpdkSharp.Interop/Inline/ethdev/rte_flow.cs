using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>The packet's metadata; only once <see cref="rte_flow_dynf_metadata_register"/> made room for it.</summary>
    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint* RTE_FLOW_DYNF_METADATA(rte_mbuf* m) => RTE_MBUF_DYNFIELD<uint>(m, *FlowMetadata.Offset);

    /// <inheritdoc cref="RTE_FLOW_DYNF_METADATA"/>
    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_flow_dynf_metadata_get(rte_mbuf* m) => *RTE_FLOW_DYNF_METADATA(m);

    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_flow_dynf_metadata_set(rte_mbuf* m, uint v) => *RTE_FLOW_DYNF_METADATA(m) = v;

    /// <summary>1 once metadata have been registered in this process.</summary>
    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_flow_dynf_metadata_avail() => *FlowMetadata.Mask != 0 ? 1 : 0;

    // The variables' addresses, looked up once.
    private static class FlowMetadata
    {
        internal static readonly int* Offset = rte_flow_dynf_metadata_offs;
        internal static readonly ulong* Mask = rte_flow_dynf_metadata_mask;
    }
}
