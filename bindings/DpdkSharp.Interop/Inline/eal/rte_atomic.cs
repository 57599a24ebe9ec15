using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace DpdkSharp.Interop;

// On x86-64 the hardware orders loads with loads and stores with stores, so the smp and io halves only have to hold the compiler
// back; Volatile's half barriers do that there and emit the barrier instruction on arm64.
public static unsafe partial class Dpdk
{
    /// <summary>Full barrier, for non-temporal and device accesses too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_mb()
    {
        if (Sse2.IsSupported)
        {
            Sse2.MemoryFence();
        }
        else
        {
            Interlocked.MemoryBarrier();
        }
    }

    /// <summary>Store barrier, for non-temporal and device accesses too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_wmb()
    {
        if (Sse.IsSupported)
        {
            Sse.StoreFence();
        }
        else
        {
            Interlocked.MemoryBarrier();
        }
    }

    /// <summary>Load barrier, for non-temporal and device accesses too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_rmb()
    {
        if (Sse2.IsSupported)
        {
            Sse2.LoadFence();
        }
        else
        {
            Interlocked.MemoryBarrier();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_smp_mb() => Interlocked.MemoryBarrier();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_smp_wmb() => Volatile.WriteBarrier();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_smp_rmb() => Volatile.ReadBarrier();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_io_mb() => rte_mb();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_io_wmb()
    {
        if (X86Base.IsSupported)
        {
            Volatile.WriteBarrier();
        }
        else
        {
            Interlocked.MemoryBarrier();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_io_rmb()
    {
        if (X86Base.IsSupported)
        {
            Volatile.ReadBarrier();
        }
        else
        {
            Interlocked.MemoryBarrier();
        }
    }

    /// <summary>Keeps the compiler from moving memory accesses across it; on arm64 it is a load barrier as well.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_compiler_barrier()
    {
        Volatile.ReadBarrier();
        Volatile.WriteBarrier();
    }

    /// <summary>A barrier of the order given, one of <c>rte_memory_order_*</c> (C's <c>__ATOMIC_*</c>).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_atomic_thread_fence(int memorder)
    {
        if (memorder == rte_memory_order_seq_cst)
        {
            Interlocked.MemoryBarrier();
        }
        else if (memorder != rte_memory_order_relaxed)
        {
            // Together they hold all orders but that of a store before a load.
            Volatile.ReadBarrier();
            Volatile.WriteBarrier();
        }
    }

    /// <summary>Writes <paramref name="src"/> if the place holds <paramref name="exp"/>; 1 if it did, else 0. A full barrier.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_atomic16_cmpset(ushort* dst, ushort exp, ushort src) =>
        Interlocked.CompareExchange(ref *dst, src, exp) == exp ? 1 : 0;

    /// <inheritdoc cref="rte_atomic16_cmpset"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_atomic32_cmpset(uint* dst, uint exp, uint src) =>
        Interlocked.CompareExchange(ref *dst, src, exp) == exp ? 1 : 0;

    /// <inheritdoc cref="rte_atomic16_cmpset"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_atomic64_cmpset(ulong* dst, ulong exp, ulong src) =>
        Interlocked.CompareExchange(ref *dst, src, exp) == exp ? 1 : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_atomic16_exchange(ushort* dst, ushort val) => Interlocked.Exchange(ref *dst, val);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_atomic32_exchange(uint* dst, uint val) => Interlocked.Exchange(ref *dst, val);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_atomic64_exchange(ulong* dst, ulong val) => Interlocked.Exchange(ref *dst, val);

    /// <summary>
    /// Writes <paramref name="src"/> if the place, aligned to 16 bytes, holds <paramref name="exp"/>: 1. Else 0, and what it holds is read
    /// into <paramref name="exp"/>. Never fails for nothing and always is a full barrier, whatever is asked for.
    /// </summary>
    /// <exception cref="PlatformNotSupportedException">Not x86-64, or the system forbids new executable pages.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_atomic128_cmp_exchange(
        rte_int128_t* dst, rte_int128_t* exp, rte_int128_t* src, uint weak, int success, int failure) =>
        Int128Exchange.CompareExchange(dst, exp, src) ? 1 : 0;
}
