using System.Numerics;
using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// Bob Jenkins' hash (lookup3): three words of state, twelve bytes of the key a step. In C the last step reads whole words and masks
// what is beyond the key; here nothing beyond it is read.
public static unsafe partial class Dpdk
{
    /// <summary>Two hashes of a key of any length and alignment: from, and to, the two values.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_jhash_2hashes(void* key, uint length, uint* pc, uint* pb) => Jhash(key, length, ref *pc, ref *pb);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Jhash(void* key, uint length, ref uint pc, ref uint pb)
    {
        byte* k = (byte*)key;
        uint a = unchecked(RTE_JHASH_GOLDEN_RATIO + length + pc);
        uint b = a;
        uint c = unchecked(a + pb);
        // Counted apart, so that what is left of a constant length is a constant; and one step before the loop, so that most keys need none.
        uint steps = length == 0 ? 0 : (length - 1) / 12;
        uint left = length - (steps * 12);
        if (steps != 0)
        {
            JhashStep(k, ref a, ref b, ref c);
            k += 12;
        }

        for (uint i = 1; i < steps; i++)
        {
            JhashStep(k, ref a, ref b, ref c);
            k += 12;
        }

        if (left != 0)
        {
            unchecked
            {
                a += JhashWord(k, (int)left);
                b += JhashWord(k + 4, (int)left - 4);
                c += JhashWord(k + 8, (int)left - 8);
            }

            JhashFinal(ref a, ref b, ref c);
        }

        pc = c;
        pb = b;
    }

    /// <summary>As <see cref="rte_jhash_2hashes"/>, of so many 32-bit words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_jhash_32b_2hashes(uint* k, uint length, uint* pc, uint* pb) => rte_jhash_2hashes(k, length << 2, pc, pb);

    /// <summary>The hash of a key of any length and alignment.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_jhash(void* key, uint length, uint initval)
    {
        uint first = initval;
        uint second = 0;
        Jhash(key, length, ref first, ref second);
        return first;
    }

    /// <summary>The hash of so many 32-bit words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_jhash_32b(uint* k, uint length, uint initval) => rte_jhash(k, length << 2, initval);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_jhash_3words(uint a, uint b, uint c, uint initval) => JhashWords(12, a, b, c, initval);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_jhash_2words(uint a, uint b, uint initval) => JhashWords(8, a, b, 0, initval);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_jhash_1word(uint a, uint initval) => JhashWords(4, a, 0, 0, initval);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint JhashWords(uint length, uint a, uint b, uint c, uint initval)
    {
        uint start = unchecked(RTE_JHASH_GOLDEN_RATIO + length + initval);
        unchecked
        {
            a += start;
            b += start;
            c += start;
        }

        JhashFinal(ref a, ref b, ref c);
        return c;
    }

    /// <summary>The first bytes of a word, as many as are left of the key; the others count as zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint JhashWord(byte* k, int left) => left switch
    {
        >= 4 => Unsafe.ReadUnaligned<uint>(k),
        3 => Unsafe.ReadUnaligned<ushort>(k) | ((uint)k[2] << 16),
        2 => Unsafe.ReadUnaligned<ushort>(k),
        1 => *k,
        _ => 0,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void JhashStep(byte* k, ref uint a, ref uint b, ref uint c)
    {
        unchecked
        {
            a += Unsafe.ReadUnaligned<uint>(k);
            b += Unsafe.ReadUnaligned<uint>(k + 4);
            c += Unsafe.ReadUnaligned<uint>(k + 8);
        }

        JhashMix(ref a, ref b, ref c);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void JhashMix(ref uint a, ref uint b, ref uint c)
    {
        unchecked
        {
            a = (a - c) ^ BitOperations.RotateLeft(c, 4);
            c += b;
            b = (b - a) ^ BitOperations.RotateLeft(a, 6);
            a += c;
            c = (c - b) ^ BitOperations.RotateLeft(b, 8);
            b += a;
            a = (a - c) ^ BitOperations.RotateLeft(c, 16);
            c += b;
            b = (b - a) ^ BitOperations.RotateLeft(a, 19);
            a += c;
            c = (c - b) ^ BitOperations.RotateLeft(b, 4);
            b += a;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void JhashFinal(ref uint a, ref uint b, ref uint c)
    {
        unchecked
        {
            c = (c ^ b) - BitOperations.RotateLeft(b, 14);
            a = (a ^ c) - BitOperations.RotateLeft(c, 11);
            b = (b ^ a) - BitOperations.RotateLeft(a, 25);
            c = (c ^ b) - BitOperations.RotateLeft(b, 16);
            a = (a ^ c) - BitOperations.RotateLeft(c, 4);
            b = (b ^ a) - BitOperations.RotateLeft(a, 14);
            c = (c ^ b) - BitOperations.RotateLeft(b, 24);
        }
    }
}
