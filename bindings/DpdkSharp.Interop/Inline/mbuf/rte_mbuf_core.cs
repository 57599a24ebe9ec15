using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// The macros of the header. Where C names a pointer type (rte_pktmbuf_mtod(m, struct x *)), C# names what it points to.
public static unsafe partial class Dpdk
{
    /// <summary>Whether the data belongs to another mbuf.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool RTE_MBUF_CLONED(rte_mbuf* mb) => (mb->ol_flags & RTE_MBUF_F_INDIRECT) != 0;

    /// <summary>Whether the data lies in an external buffer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool RTE_MBUF_HAS_EXTBUF(rte_mbuf* mb) => (mb->ol_flags & RTE_MBUF_F_EXTERNAL) != 0;

    /// <summary>Whether the data lies in the mbuf's own buffer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool RTE_MBUF_DIRECT(rte_mbuf* mb) => (mb->ol_flags & (RTE_MBUF_F_INDIRECT | RTE_MBUF_F_EXTERNAL)) == 0;

    /// <summary>The segment's data.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void* rte_pktmbuf_mtod(rte_mbuf* m) => (byte*)m->buf_addr + m->data_off;

    /// <inheritdoc cref="rte_pktmbuf_mtod(rte_mbuf*)"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T* rte_pktmbuf_mtod<T>(rte_mbuf* m)
        where T : unmanaged => (T*)((byte*)m->buf_addr + m->data_off);

    /// <summary>The segment's data from <paramref name="o"/> bytes after its start.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T* rte_pktmbuf_mtod_offset<T>(rte_mbuf* m, long o)
        where T : unmanaged => (T*)((byte*)m->buf_addr + m->data_off + o);

    /// <summary>IO address <paramref name="o"/> bytes after the start of the data.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_pktmbuf_iova_offset(rte_mbuf* m, ulong o) => rte_mbuf_iova_get(m) + m->data_off + o;

    /// <summary>IO address of the start of the data.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_pktmbuf_iova(rte_mbuf* m) => rte_mbuf_iova_get(m) + m->data_off;
}
