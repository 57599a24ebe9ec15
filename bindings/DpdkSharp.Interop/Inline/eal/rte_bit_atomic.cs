using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// In C these are macros that choose by the type of the address: overloads here. The operations that change a bit are full barriers,
// whatever order is asked for: Interlocked knows no weaker one, and x86-64 has none.
public static unsafe partial class Dpdk
{
    /// <summary>Whether the bit is set. An acquire load, after a full barrier where sequential consistency is asked for.</summary>
    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool rte_bit_atomic_test(uint* addr, uint nr, int memory_order)
    {
        if (memory_order == rte_memory_order_seq_cst)
        {
            Interlocked.MemoryBarrier();
        }

        return (Volatile.Read(ref *addr) & (1U << (int)nr)) != 0;
    }

    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bit_atomic_set(uint* addr, uint nr, int memory_order) => Interlocked.Or(ref *addr, 1U << (int)nr);

    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bit_atomic_clear(uint* addr, uint nr, int memory_order) => Interlocked.And(ref *addr, ~(1U << (int)nr));

    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bit_atomic_assign(uint* addr, uint nr, bool value, int memory_order)
    {
        if (value)
        {
            rte_bit_atomic_set(addr, nr, memory_order);
        }
        else
        {
            rte_bit_atomic_clear(addr, nr, memory_order);
        }
    }

    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bit_atomic_flip(uint* addr, uint nr, int memory_order)
    {
        uint old = Volatile.Read(ref *addr);
        while (true)
        {
            uint found = Interlocked.CompareExchange(ref *addr, old ^ (1U << (int)nr), old);
            if (found == old)
            {
                return;
            }

            old = found;
        }
    }

    /// <summary>Sets the bit; true when it was set before.</summary>
    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool rte_bit_atomic_test_and_set(uint* addr, uint nr, int memory_order) =>
        (Interlocked.Or(ref *addr, 1U << (int)nr) & (1U << (int)nr)) != 0;

    /// <summary>Clears the bit; true when it was set before.</summary>
    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool rte_bit_atomic_test_and_clear(uint* addr, uint nr, int memory_order) =>
        (Interlocked.And(ref *addr, ~(1U << (int)nr)) & (1U << (int)nr)) != 0;

    /// <summary>Gives the bit a value; true when it was set before.</summary>
    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool rte_bit_atomic_test_and_assign(uint* addr, uint nr, bool value, int memory_order) =>
        value ? rte_bit_atomic_test_and_set(addr, nr, memory_order) : rte_bit_atomic_test_and_clear(addr, nr, memory_order);

    /// <summary>Whether the bit is set. An acquire load, after a full barrier where sequential consistency is asked for.</summary>
    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool rte_bit_atomic_test(ulong* addr, uint nr, int memory_order)
    {
        if (memory_order == rte_memory_order_seq_cst)
        {
            Interlocked.MemoryBarrier();
        }

        return (Volatile.Read(ref *addr) & (1UL << (int)nr)) != 0;
    }

    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bit_atomic_set(ulong* addr, uint nr, int memory_order) => Interlocked.Or(ref *addr, 1UL << (int)nr);

    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bit_atomic_clear(ulong* addr, uint nr, int memory_order) => Interlocked.And(ref *addr, ~(1UL << (int)nr));

    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bit_atomic_assign(ulong* addr, uint nr, bool value, int memory_order)
    {
        if (value)
        {
            rte_bit_atomic_set(addr, nr, memory_order);
        }
        else
        {
            rte_bit_atomic_clear(addr, nr, memory_order);
        }
    }

    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bit_atomic_flip(ulong* addr, uint nr, int memory_order)
    {
        ulong old = Volatile.Read(ref *addr);
        while (true)
        {
            ulong found = Interlocked.CompareExchange(ref *addr, old ^ (1UL << (int)nr), old);
            if (found == old)
            {
                return;
            }

            old = found;
        }
    }

    /// <summary>Sets the bit; true when it was set before.</summary>
    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool rte_bit_atomic_test_and_set(ulong* addr, uint nr, int memory_order) =>
        (Interlocked.Or(ref *addr, 1UL << (int)nr) & (1UL << (int)nr)) != 0;

    /// <summary>Clears the bit; true when it was set before.</summary>
    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool rte_bit_atomic_test_and_clear(ulong* addr, uint nr, int memory_order) =>
        (Interlocked.And(ref *addr, ~(1UL << (int)nr)) & (1UL << (int)nr)) != 0;

    /// <summary>Gives the bit a value; true when it was set before.</summary>
    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool rte_bit_atomic_test_and_assign(ulong* addr, uint nr, bool value, int memory_order) =>
        value ? rte_bit_atomic_test_and_set(addr, nr, memory_order) : rte_bit_atomic_test_and_clear(addr, nr, memory_order);
}
