using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace DpdkSharp.Interop;

// .NET has prefetch intrinsics on x86 only. A prefetch is a hint, so elsewhere these are empty: right, if slower than they could be.
public static unsafe partial class Dpdk
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_prefetch0(void* p)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(p);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_prefetch1(void* p)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch1(p);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_prefetch2(void* p)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch2(p);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_prefetch_non_temporal(void* p)
    {
        if (Sse.IsSupported)
        {
            Sse.PrefetchNonTemporal(p);
        }
    }

    // The intent to write is lost: PREFETCHW has no intrinsic.

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_prefetch0_write(void* p) => rte_prefetch0(p);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_prefetch1_write(void* p) => rte_prefetch1(p);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_prefetch2_write(void* p) => rte_prefetch2(p);

    /// <summary>A hint that the cache line may leave the caches near this core. It has no intrinsic, so nothing happens.</summary>
    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_cldemote(void* p)
    {
    }
}
