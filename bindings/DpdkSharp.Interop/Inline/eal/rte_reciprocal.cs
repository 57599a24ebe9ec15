using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary><paramref name="a"/> by the divisor that <see cref="rte_reciprocal_value"/> was told, by a multiplication and shifts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_reciprocal_divide(uint a, rte_reciprocal R)
    {
        uint high = (uint)(((ulong)a * R.m) >> 32);
        return (high + ((a - high) >> R.sh1)) >> R.sh2;
    }

    /// <summary><paramref name="a"/> by the divisor that <see cref="rte_reciprocal_value_u64"/> was told, by a multiplication and shifts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_reciprocal_divide_u64(ulong a, rte_reciprocal_u64* R)
    {
        ulong high = Math.BigMul(a, R->m, out _);
        return (high + ((a - high) >> R->sh1)) >> R->sh2;
    }
}
