using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>The dynamic field at the offset that its registration answered.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T* RTE_MBUF_DYNFIELD<T>(rte_mbuf* m, int offset)
        where T : unmanaged => (T*)((byte*)m + offset);
}
