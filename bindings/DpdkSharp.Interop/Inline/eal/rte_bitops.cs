using System.Numerics;
using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong RTE_BIT64(int nr) => 1UL << nr;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint RTE_BIT32(int nr) => 1U << nr;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_clz32(uint v) => (uint)BitOperations.LeadingZeroCount(v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_clz64(ulong v) => (uint)BitOperations.LeadingZeroCount(v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ctz32(uint v) => (uint)BitOperations.TrailingZeroCount(v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ctz64(ulong v) => (uint)BitOperations.TrailingZeroCount(v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_popcount32(uint v) => (uint)BitOperations.PopCount(v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_popcount64(ulong v) => (uint)BitOperations.PopCount(v);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ffs32(uint v) => v == 0 ? 0 : rte_ctz32(v) + 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ffs64(ulong v) => v == 0 ? 0 : rte_ctz64(v) + 1;

    /// <summary>All bits from the highest set one down.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_combine32ms1b(uint x) => x == 0 ? 0 : uint.MaxValue >> BitOperations.LeadingZeroCount(x);

    /// <inheritdoc cref="rte_combine32ms1b"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_combine64ms1b(ulong v) => v == 0 ? 0 : ulong.MaxValue >> BitOperations.LeadingZeroCount(v);

    /// <summary>Position of the lowest set bit; not defined for 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_bsf32(uint v) => rte_ctz32(v);

    /// <inheritdoc cref="rte_bsf32"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_bsf64(ulong v) => rte_ctz64(v);

    /// <summary>1 and the position of the lowest set bit, or 0 when no bit is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_bsf32_safe(uint v, uint* pos)
    {
        if (v == 0)
        {
            return 0;
        }

        *pos = rte_bsf32(v);
        return 1;
    }

    /// <inheritdoc cref="rte_bsf32_safe"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_bsf64_safe(ulong v, uint* pos)
    {
        if (v == 0)
        {
            return 0;
        }

        *pos = rte_bsf64(v);
        return 1;
    }

    /// <summary>Position of the highest set bit, counted from 1; 0 when no bit is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_fls_u32(uint x) => 32 - rte_clz32(x);

    /// <inheritdoc cref="rte_fls_u32"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_fls_u64(ulong x) => 64 - rte_clz64(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool RTE_IS_POWER_OF_2<T>(T n)
        where T : unmanaged, IBinaryInteger<T> => n != T.Zero && (n & (n - T.One)) == T.Zero;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_is_power_of_2(uint n) => RTE_IS_POWER_OF_2(n) ? 1 : 0;

    /// <summary>The next power of two; 0 for 0 and for what exceeds the highest one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_align32pow2(uint x) => unchecked(rte_combine32ms1b(x - 1) + 1);

    /// <summary>The last power of two; 0 for 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_align32prevpow2(uint x)
    {
        x = rte_combine32ms1b(x);
        return x - (x >> 1);
    }

    /// <inheritdoc cref="rte_align32pow2"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_align64pow2(ulong v) => unchecked(rte_combine64ms1b(v - 1) + 1);

    /// <inheritdoc cref="rte_align32prevpow2"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_align64prevpow2(ulong v)
    {
        v = rte_combine64ms1b(v);
        return v - (v >> 1);
    }

    /// <summary>Base-2 logarithm, rounded up; 0 for 0. Not defined above the highest power of two.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_log2_u32(uint v) => v == 0 ? 0 : rte_bsf32(rte_align32pow2(v));

    /// <inheritdoc cref="rte_log2_u32"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_log2_u64(ulong v) => v == 0 ? 0 : rte_bsf64(rte_align64pow2(v));
}
