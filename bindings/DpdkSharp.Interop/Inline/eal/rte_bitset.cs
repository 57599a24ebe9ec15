using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DpdkSharp.Interop;

// A bitset is an array of 64-bit words. The bits of the last word beyond the size may hold anything; nothing here depends on them. C has
// these from 24.11 on; here they work with every version, as nothing of them is in its libraries.
public static unsafe partial class Dpdk
{
    /// <summary>Words that a set of so many bits takes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint RTE_BITSET_NUM_WORDS(nuint size) => (size + 63) / 64;

    /// <summary>Bytes that a set of so many bits takes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint RTE_BITSET_SIZE(nuint size) => RTE_BITSET_NUM_WORDS(size) * sizeof(ulong);

    [Experimental("DPDK0001")]
    public static void rte_bitset_init(ulong* bitset, nuint size) => NativeMemory.Clear(bitset, RTE_BITSET_SIZE(size));

    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool rte_bitset_test(ulong* bitset, nuint bit_num) => rte_bit_test(bitset + (bit_num / 64), (uint)(bit_num % 64));

    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bitset_set(ulong* bitset, nuint bit_num) => rte_bit_set(bitset + (bit_num / 64), (uint)(bit_num % 64));

    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bitset_clear(ulong* bitset, nuint bit_num) => rte_bit_clear(bitset + (bit_num / 64), (uint)(bit_num % 64));

    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bitset_assign(ulong* bitset, nuint bit_num, bool bit_value) =>
        rte_bit_assign(bitset + (bit_num / 64), (uint)(bit_num % 64), bit_value);

    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bitset_flip(ulong* bitset, nuint bit_num) => rte_bit_flip(bitset + (bit_num / 64), (uint)(bit_num % 64));

    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool rte_bitset_atomic_test(ulong* bitset, nuint bit_num, int memory_order) =>
        rte_bit_atomic_test(bitset + (bit_num / 64), (uint)(bit_num % 64), memory_order);

    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bitset_atomic_set(ulong* bitset, nuint bit_num, int memory_order) =>
        rte_bit_atomic_set(bitset + (bit_num / 64), (uint)(bit_num % 64), memory_order);

    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bitset_atomic_clear(ulong* bitset, nuint bit_num, int memory_order) =>
        rte_bit_atomic_clear(bitset + (bit_num / 64), (uint)(bit_num % 64), memory_order);

    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bitset_atomic_flip(ulong* bitset, nuint bit_num, int memory_order) =>
        rte_bit_atomic_flip(bitset + (bit_num / 64), (uint)(bit_num % 64), memory_order);

    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bitset_atomic_assign(ulong* bitset, nuint bit_num, bool bit_value, int memory_order) =>
        rte_bit_atomic_assign(bitset + (bit_num / 64), (uint)(bit_num % 64), bit_value, memory_order);

    [Experimental("DPDK0001")]
    public static void rte_bitset_set_all(ulong* bitset, nuint size) => NativeMemory.Fill(bitset, RTE_BITSET_SIZE(size), 0xff);

    [Experimental("DPDK0001")]
    public static void rte_bitset_clear_all(ulong* bitset, nuint size) => NativeMemory.Clear(bitset, RTE_BITSET_SIZE(size));

    /// <summary>How many bits are set.</summary>
    [Experimental("DPDK0001")]
    public static nuint rte_bitset_count_set(ulong* bitset, nuint size)
    {
        nuint last = RTE_BITSET_NUM_WORDS(size) - 1;
        nuint total = 0;
        for (nuint i = 0; i < last; i++)
        {
            total += (nuint)BitOperations.PopCount(bitset[i]);
        }

        return total + (nuint)BitOperations.PopCount(bitset[last] & UsedBits(size));
    }

    /// <summary>How many bits are clear.</summary>
    [Experimental("DPDK0001")]
    public static nuint rte_bitset_count_clear(ulong* bitset, nuint size) => size - rte_bitset_count_set(bitset, size);

    /// <summary>The first set bit, or -1.</summary>
    [Experimental("DPDK0001")]
    public static nint rte_bitset_find_first_set(ulong* bitset, nuint size) => FindBit(bitset, 0, size, 0);

    /// <summary>The first set bit of <paramref name="len"/> from <paramref name="start_bit"/> on, all within the set; or -1.</summary>
    [Experimental("DPDK0001")]
    public static nint rte_bitset_find_set(ulong* bitset, nuint size, nuint start_bit, nuint len) => FindBit(bitset, start_bit, len, 0);

    /// <summary>The first set bit of <paramref name="len"/> from <paramref name="start_bit"/> on, continued at the beginning; or -1.</summary>
    [Experimental("DPDK0001")]
    public static nint rte_bitset_find_set_wrap(ulong* bitset, nuint size, nuint start_bit, nuint len) =>
        FindBitAround(bitset, size, start_bit, len, 0);

    /// <summary>The first clear bit, or -1.</summary>
    [Experimental("DPDK0001")]
    public static nint rte_bitset_find_first_clear(ulong* bitset, nuint size) => FindBit(bitset, 0, size, ulong.MaxValue);

    /// <summary>The first clear bit of <paramref name="len"/> from <paramref name="start_bit"/> on, all within the set; or -1.</summary>
    [Experimental("DPDK0001")]
    public static nint rte_bitset_find_clear(ulong* bitset, nuint size, nuint start_bit, nuint len) =>
        FindBit(bitset, start_bit, len, ulong.MaxValue);

    /// <summary>The first clear bit of <paramref name="len"/> from <paramref name="start_bit"/> on, continued at the beginning; or -1.</summary>
    [Experimental("DPDK0001")]
    public static nint rte_bitset_find_clear_wrap(ulong* bitset, nuint size, nuint start_bit, nuint len) =>
        FindBitAround(bitset, size, start_bit, len, ulong.MaxValue);

    [Experimental("DPDK0001")]
    public static void rte_bitset_copy(ulong* dst_bitset, ulong* src_bitset, nuint size) =>
        NativeMemory.Copy(src_bitset, dst_bitset, RTE_BITSET_SIZE(size));

    [Experimental("DPDK0001")]
    public static void rte_bitset_or(ulong* dst_bitset, ulong* src_bitset0, ulong* src_bitset1, nuint size)
    {
        nuint words = RTE_BITSET_NUM_WORDS(size);
        for (nuint i = 0; i < words; i++)
        {
            dst_bitset[i] = src_bitset0[i] | src_bitset1[i];
        }
    }

    [Experimental("DPDK0001")]
    public static void rte_bitset_and(ulong* dst_bitset, ulong* src_bitset0, ulong* src_bitset1, nuint size)
    {
        nuint words = RTE_BITSET_NUM_WORDS(size);
        for (nuint i = 0; i < words; i++)
        {
            dst_bitset[i] = src_bitset0[i] & src_bitset1[i];
        }
    }

    [Experimental("DPDK0001")]
    public static void rte_bitset_xor(ulong* dst_bitset, ulong* src_bitset0, ulong* src_bitset1, nuint size)
    {
        nuint words = RTE_BITSET_NUM_WORDS(size);
        for (nuint i = 0; i < words; i++)
        {
            dst_bitset[i] = src_bitset0[i] ^ src_bitset1[i];
        }
    }

    [Experimental("DPDK0001")]
    public static void rte_bitset_complement(ulong* dst_bitset, ulong* src_bitset, nuint size)
    {
        nuint words = RTE_BITSET_NUM_WORDS(size);
        for (nuint i = 0; i < words; i++)
        {
            dst_bitset[i] = ~src_bitset[i];
        }
    }

    /// <summary>Bit n comes to n + <paramref name="shift_bits"/>; zeros come in.</summary>
    [Experimental("DPDK0001")]
    public static void rte_bitset_shift_left(ulong* dst_bitset, ulong* src_bitset, nuint size, nuint shift_bits)
    {
        nuint words = RTE_BITSET_NUM_WORDS(size);
        nuint skip = shift_bits / 64;
        int bits = (int)(shift_bits % 64);
        for (nuint i = 0; i < words; i++)
        {
            ulong here = i >= skip ? src_bitset[i - skip] : 0;
            ulong below = i > skip ? src_bitset[i - skip - 1] : 0;
            // In two steps, as a shift by 64 is one by 0.
            dst_bitset[i] = (here << bits) | (below >> 1 >> (63 - bits));
        }
    }

    /// <summary>Bit n comes to n - <paramref name="shift_bits"/>; zeros come in, whatever the last word holds beyond the size.</summary>
    [Experimental("DPDK0001")]
    public static void rte_bitset_shift_right(ulong* dst_bitset, ulong* src_bitset, nuint size, nuint shift_bits)
    {
        nuint words = RTE_BITSET_NUM_WORDS(size);
        nuint skip = shift_bits / 64;
        int bits = (int)(shift_bits % 64);
        for (nuint i = 0; i < words; i++)
        {
            ulong here = UsedWord(src_bitset, i + skip, words, size);
            ulong above = UsedWord(src_bitset, i + skip + 1, words, size);
            dst_bitset[i] = (here >> bits) | (above << 1 << (63 - bits));
        }
    }

    [Experimental("DPDK0001")]
    public static bool rte_bitset_equal(ulong* bitset_a, ulong* bitset_b, nuint size)
    {
        nuint last = RTE_BITSET_NUM_WORDS(size) - 1;
        for (nuint i = 0; i < last; i++)
        {
            if (bitset_a[i] != bitset_b[i])
            {
                return false;
            }
        }

        return ((bitset_a[last] ^ bitset_b[last]) & UsedBits(size)) == 0;
    }

    /// <summary>The bits of the last word that belong to the set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong UsedBits(nuint size) => ulong.MaxValue >> (int)((RTE_BITSET_NUM_WORDS(size) * 64) - size);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong UsedWord(ulong* bitset, nuint index, nuint words, nuint size)
    {
        if (index >= words)
        {
            return 0;
        }

        ulong word = bitset[index];
        return index == words - 1 ? word & UsedBits(size) : word;
    }

    /// <summary>The first bit that is set once the words are XORed with <paramref name="invert"/>; or -1.</summary>
    private static nint FindBit(ulong* bitset, nuint start, nuint length, ulong invert)
    {
        if (length == 0)
        {
            return -1;
        }

        nuint end = start + length;
        nuint index = start / 64;
        ulong word = (bitset[index] ^ invert) & (ulong.MaxValue << (int)(start % 64));
        while (word == 0)
        {
            index++;
            if (index * 64 >= end)
            {
                return -1;
            }

            word = bitset[index] ^ invert;
        }

        nuint found = (index * 64) + (nuint)BitOperations.TrailingZeroCount(word);
        return found < end ? (nint)found : -1;
    }

    private static nint FindBitAround(ulong* bitset, nuint size, nuint start, nuint length, ulong invert)
    {
        if (start + length <= size)
        {
            return FindBit(bitset, start, length, invert);
        }

        nint found = FindBit(bitset, start, size - start, invert);
        return found >= 0 ? found : FindBit(bitset, 0, length - (size - start), invert);
    }
}
