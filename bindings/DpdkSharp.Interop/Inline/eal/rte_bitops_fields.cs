using System.Numerics;
using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// Masks, and fields inside registers.
public static unsafe partial class Dpdk
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint RTE_SHIFT_VAL32(uint val, int nr) => val << nr;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong RTE_SHIFT_VAL64(ulong val, int nr) => val << nr;

    /// <summary>The bits from <paramref name="low"/> to <paramref name="high"/>, both of them too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint RTE_GENMASK32(int high, int low) => (uint.MaxValue << low) & (uint.MaxValue >> (31 - high));

    /// <summary>The bits from <paramref name="low"/> to <paramref name="high"/>, both of them too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong RTE_GENMASK64(int high, int low) => (ulong.MaxValue << low) & (ulong.MaxValue >> (63 - high));

    /// <summary>The field of <paramref name="reg"/> under <paramref name="mask"/>, as a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint RTE_FIELD_GET32(uint mask, uint reg) => (reg & mask) >> BitOperations.TrailingZeroCount(mask);

    /// <summary>The field of <paramref name="reg"/> under <paramref name="mask"/>, as a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong RTE_FIELD_GET64(ulong mask, ulong reg) => (reg & mask) >> BitOperations.TrailingZeroCount(mask);
}
