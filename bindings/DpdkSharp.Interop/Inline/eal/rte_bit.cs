using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// In C these are macros that choose by the type of the address: overloads here.
public static unsafe partial class Dpdk
{
    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool rte_bit_test(uint* addr, uint nr) => (*addr & (1U << (int)nr)) != 0;

    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bit_set(uint* addr, uint nr) => *addr |= 1U << (int)nr;

    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bit_clear(uint* addr, uint nr) => *addr &= ~(1U << (int)nr);

    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bit_assign(uint* addr, uint nr, bool value) =>
        *addr = (*addr & ~(1U << (int)nr)) | ((uint)(value ? 1 : 0) << (int)nr);

    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bit_flip(uint* addr, uint nr) => *addr ^= 1U << (int)nr;

    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool rte_bit_test(ulong* addr, uint nr) => (*addr & (1UL << (int)nr)) != 0;

    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bit_set(ulong* addr, uint nr) => *addr |= 1UL << (int)nr;

    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bit_clear(ulong* addr, uint nr) => *addr &= ~(1UL << (int)nr);

    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bit_assign(ulong* addr, uint nr, bool value) =>
        *addr = (*addr & ~(1UL << (int)nr)) | ((ulong)(value ? 1 : 0) << (int)nr);

    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bit_flip(ulong* addr, uint nr) => *addr ^= 1UL << (int)nr;
}
