using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// A packet's metadata lies at an offset from the start of its mbuf.
public static unsafe partial class Dpdk
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte* RTE_MBUF_METADATA_UINT8_PTR(rte_mbuf* mbuf, uint offset) => (byte*)mbuf + offset;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort* RTE_MBUF_METADATA_UINT16_PTR(rte_mbuf* mbuf, uint offset) => (ushort*)RTE_MBUF_METADATA_UINT8_PTR(mbuf, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint* RTE_MBUF_METADATA_UINT32_PTR(rte_mbuf* mbuf, uint offset) => (uint*)RTE_MBUF_METADATA_UINT8_PTR(mbuf, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong* RTE_MBUF_METADATA_UINT64_PTR(rte_mbuf* mbuf, uint offset) => (ulong*)RTE_MBUF_METADATA_UINT8_PTR(mbuf, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte RTE_MBUF_METADATA_UINT8(rte_mbuf* mbuf, uint offset) => ref *RTE_MBUF_METADATA_UINT8_PTR(mbuf, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref ushort RTE_MBUF_METADATA_UINT16(rte_mbuf* mbuf, uint offset) => ref *RTE_MBUF_METADATA_UINT16_PTR(mbuf, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref uint RTE_MBUF_METADATA_UINT32(rte_mbuf* mbuf, uint offset) => ref *RTE_MBUF_METADATA_UINT32_PTR(mbuf, offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref ulong RTE_MBUF_METADATA_UINT64(rte_mbuf* mbuf, uint offset) => ref *RTE_MBUF_METADATA_UINT64_PTR(mbuf, offset);
}
