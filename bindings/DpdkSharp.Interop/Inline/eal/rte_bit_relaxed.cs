using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// The operations on one bit of a word in memory. In C the newer ones are macros that choose by the type of the address; overloads here.
public static unsafe partial class Dpdk
{
    /// <summary>The bit in its place, or 0. Neither atomic nor a barrier, as the others here called relaxed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_bit_relaxed_get32(uint nr, uint* addr) => Volatile.Read(ref *addr) & RTE_BIT32((int)nr);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bit_relaxed_set32(uint nr, uint* addr) => Volatile.Write(ref *addr, Volatile.Read(ref *addr) | RTE_BIT32((int)nr));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bit_relaxed_clear32(uint nr, uint* addr) => Volatile.Write(ref *addr, Volatile.Read(ref *addr) & ~RTE_BIT32((int)nr));

    /// <summary>Sets the bit and answers it as it was, in its place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_bit_relaxed_test_and_set32(uint nr, uint* addr)
    {
        uint old = Volatile.Read(ref *addr);
        Volatile.Write(ref *addr, old | RTE_BIT32((int)nr));
        return old & RTE_BIT32((int)nr);
    }

    /// <summary>Clears the bit and answers it as it was, in its place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_bit_relaxed_test_and_clear32(uint nr, uint* addr)
    {
        uint old = Volatile.Read(ref *addr);
        Volatile.Write(ref *addr, old & ~RTE_BIT32((int)nr));
        return old & RTE_BIT32((int)nr);
    }

    /// <summary>The bit in its place, or 0. Neither atomic nor a barrier, as the others here called relaxed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_bit_relaxed_get64(uint nr, ulong* addr) => Volatile.Read(ref *addr) & RTE_BIT64((int)nr);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bit_relaxed_set64(uint nr, ulong* addr) => Volatile.Write(ref *addr, Volatile.Read(ref *addr) | RTE_BIT64((int)nr));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bit_relaxed_clear64(uint nr, ulong* addr) => Volatile.Write(ref *addr, Volatile.Read(ref *addr) & ~RTE_BIT64((int)nr));

    /// <summary>Sets the bit and answers the whole word as it was: not the bit alone, as its namesakes do. So does C.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_bit_relaxed_test_and_set64(uint nr, ulong* addr)
    {
        ulong old = Volatile.Read(ref *addr);
        Volatile.Write(ref *addr, old | RTE_BIT64((int)nr));
        return old;
    }

    /// <summary>Clears the bit and answers it as it was, in its place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_bit_relaxed_test_and_clear64(uint nr, ulong* addr)
    {
        ulong old = Volatile.Read(ref *addr);
        Volatile.Write(ref *addr, old & ~RTE_BIT64((int)nr));
        return old & RTE_BIT64((int)nr);
    }
}
