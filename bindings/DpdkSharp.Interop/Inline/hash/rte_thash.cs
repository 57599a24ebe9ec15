using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>A key for <see cref="rte_softrss_be"/>: each 32-bit word in the processor's order. <paramref name="len"/> is in bytes.</summary>
    public static void rte_convert_rss_key(uint* orig, uint* targ, int len)
    {
        for (int i = 0; i < len >> 2; i++)
        {
            targ[i] = rte_be_to_cpu_32(orig[i]);
        }
    }

    /// <summary>Both addresses of the header as the tuple wants them: 32-bit words in the processor's order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_thash_load_v6_addrs(rte_ipv6_hdr* orig, rte_thash_tuple* targ)
    {
        // The addresses are next to each other in both records.
        var from = new ReadOnlySpan<uint>((byte*)orig + 8, 8);
        var to = new Span<uint>(&targ->v6.src_addr, 8);
        if (BitConverter.IsLittleEndian)
        {
            BinaryPrimitives.ReverseEndianness(from, to);
        }
        else
        {
            from.CopyTo(to);
        }
    }

    /// <summary>The Toeplitz hash of so many 32-bit words; the key is as the device has it and 32 bits longer than the tuple.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_softrss(uint* input_tuple, uint input_len, byte* rss_key)
    {
        uint* key = (uint*)rss_key;
        uint hash = 0;
        for (uint i = 0; i < input_len; i++)
        {
            hash ^= Toeplitz(input_tuple[i], rte_be_to_cpu_32(key[i]), rte_be_to_cpu_32(key[i + 1]));
        }

        return hash;
    }

    /// <summary>As <see cref="rte_softrss"/>, with a key from <see cref="rte_convert_rss_key"/>: faster, as nothing is swapped.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_softrss_be(uint* input_tuple, uint input_len, byte* rss_key)
    {
        uint* key = (uint*)rss_key;
        uint hash = 0;
        for (uint i = 0; i < input_len; i++)
        {
            hash ^= Toeplitz(input_tuple[i], key[i], key[i + 1]);
        }

        return hash;
    }

    // Each set bit of the word brings in the 32 bits of the key that begin at its place, counted from the highest.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Toeplitz(uint word, uint key, uint next)
    {
        ulong window = ((ulong)key << 32) | next;
        uint hash = 0;
        for (; word != 0; word &= word - 1)
        {
            hash ^= (uint)(window >> (BitOperations.TrailingZeroCount(word) + 1));
        }

        return hash;
    }
}
