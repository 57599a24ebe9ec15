using CsCheck;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Inline;

public sealed unsafe class BitsetTests
{
    private const int Words = 6;

    // Sets of 1 to 300 bits in six words: sparse, dense and arbitrary ones, and whatever beyond the size.
    private static readonly Gen<ulong[]> s_words = Gen.OneOf(
        Gen.ULong.Array[Words],
        Gen.Select(Gen.Int[0, 399], Gen.Bool, static (bit, invert) => Enumerable.Range(0, Words).Select(i => (i == bit / 64 ? 1UL << (bit % 64) : 0) ^ (invert ? ulong.MaxValue : 0)).ToArray()));

    private static readonly Gen<int> s_sizes = Gen.OneOf(Gen.Int[1, 300], Gen.Int[1, 4].Select(static n => n * 64), Gen.Int[63, 66]);

    [Fact]
    public void Searches_and_counts_equal_c() => Gen.Select(s_words, s_sizes, Gen.Int[0, 299], Gen.Int[0, 300]).Sample(
        (words, bits, from, count) =>
        {
            nuint size = (nuint)bits;
            nuint start = (nuint)(from % bits);
            nuint within = (nuint)count % (size - start + 1);
            nuint around = (nuint)count % (size + 1);
            fixed (ulong* set = words)
            {
                Assert.Equal(Count("count_set", set, size), (nint)rte_bitset_count_set(set, size));
                Assert.Equal(Count("count_clear", set, size), (nint)rte_bitset_count_clear(set, size));
                Assert.Equal(Count("find_first_set", set, size), rte_bitset_find_first_set(set, size));
                Assert.Equal(Count("find_first_clear", set, size), rte_bitset_find_first_clear(set, size));
                Assert.Equal(Find("find_set", set, size, start, within), rte_bitset_find_set(set, size, start, within));
                Assert.Equal(Find("find_clear", set, size, start, within), rte_bitset_find_clear(set, size, start, within));
                Assert.Equal(Find("find_set_wrap", set, size, start, around), rte_bitset_find_set_wrap(set, size, start, around));
                Assert.Equal(Find("find_clear_wrap", set, size, start, around), rte_bitset_find_clear_wrap(set, size, start, around));
            }
        },
        iter: 10_000);

    [Fact]
    public void Whole_sets_are_combined_as_in_c() => Gen.Select(s_words, s_words, s_sizes, Gen.Int[0, 400]).Sample(
        (first, second, bits, shift) =>
        {
            nuint size = (nuint)bits;
            nuint by = (nuint)(shift % bits);
            ulong* c = stackalloc ulong[Words];
            ulong* here = stackalloc ulong[Words];
            fixed (ulong* a = first)
            fixed (ulong* b = second)
            {
                foreach (string operation in (string[])["copy", "or", "and", "xor", "complement", "shift_left", "shift_right"])
                {
                    new Span<ulong>(c, Words).Fill(77);
                    new Span<ulong>(here, Words).Fill(77);
                    nint inC = Oracle.GetNewest("o_rte_bitset_" + operation);
                    switch (operation)
                    {
                        case "copy":
                            ((delegate* unmanaged<ulong*, ulong*, nuint, void>)inC)(c, a, size);
                            rte_bitset_copy(here, a, size);
                            break;
                        case "or":
                            ((delegate* unmanaged<ulong*, ulong*, ulong*, nuint, void>)inC)(c, a, b, size);
                            rte_bitset_or(here, a, b, size);
                            break;
                        case "and":
                            ((delegate* unmanaged<ulong*, ulong*, ulong*, nuint, void>)inC)(c, a, b, size);
                            rte_bitset_and(here, a, b, size);
                            break;
                        case "xor":
                            ((delegate* unmanaged<ulong*, ulong*, ulong*, nuint, void>)inC)(c, a, b, size);
                            rte_bitset_xor(here, a, b, size);
                            break;
                        case "complement":
                            ((delegate* unmanaged<ulong*, ulong*, nuint, void>)inC)(c, a, size);
                            rte_bitset_complement(here, a, size);
                            break;
                        case "shift_left":
                            ((delegate* unmanaged<ulong*, ulong*, nuint, nuint, void>)inC)(c, a, size, by);
                            rte_bitset_shift_left(here, a, size, by);
                            break;
                        default:
                            ((delegate* unmanaged<ulong*, ulong*, nuint, nuint, void>)inC)(c, a, size, by);
                            rte_bitset_shift_right(here, a, size, by);
                            break;
                    }

                    Assert.Equal(new Span<ulong>(c, Words).ToArray(), new Span<ulong>(here, Words).ToArray());
                }

                var equal = (delegate* unmanaged<ulong*, ulong*, nuint, byte>)Oracle.GetNewest("o_rte_bitset_equal");
                Assert.Equal(equal(a, b, size) != 0, rte_bitset_equal(a, b, size));
                // The same within the size, whatever beyond it.
                rte_bitset_copy(here, a, (nuint)(Words * 64));
                here[bits / 64] ^= bits % 64 == 0 ? 0 : 1UL << 63 >> (63 - (bits % 64));
                Assert.True(rte_bitset_equal(a, here, size));
                Assert.NotEqual(0, equal(a, here, size));
            }
        },
        iter: 10_000);

    [Fact]
    public void Single_bits_equal_c() => Gen.Select(s_words, Gen.Int[0, 299], Gen.Bool).Sample(
        (words, bit, value) =>
        {
            nuint n = (nuint)bit;
            ulong[] copy = [.. words];
            ulong[] atomic = [.. words];
            fixed (ulong* a = words)
            fixed (ulong* b = copy)
            fixed (ulong* c = atomic)
            {
                var test = (delegate* unmanaged<ulong*, nuint, byte>)Oracle.GetNewest("o_rte_bitset_test");
                Assert.Equal(test(a, n) != 0, rte_bitset_test(b, n));
                Assert.Equal(test(a, n) != 0, rte_bitset_atomic_test(b, n, rte_memory_order_acquire));
                ((delegate* unmanaged<ulong*, nuint, void>)Oracle.GetNewest("o_rte_bitset_flip"))(a, n);
                rte_bitset_flip(b, n);
                rte_bitset_atomic_flip(c, n, rte_memory_order_relaxed);
                Assert.Equal(words, copy);
                Assert.Equal(words, atomic);
                ((delegate* unmanaged<ulong*, nuint, byte, void>)Oracle.GetNewest("o_rte_bitset_assign"))(a, n, value ? (byte)1 : (byte)0);
                rte_bitset_assign(b, n, value);
                rte_bitset_atomic_assign(c, n, value, rte_memory_order_relaxed);
                Assert.Equal(words, copy);
                Assert.Equal(words, atomic);
                ((delegate* unmanaged<ulong*, nuint, void>)Oracle.GetNewest(value ? "o_rte_bitset_clear" : "o_rte_bitset_set"))(a, n);
                if (value)
                {
                    rte_bitset_clear(b, n);
                    rte_bitset_atomic_clear(c, n, rte_memory_order_relaxed);
                }
                else
                {
                    rte_bitset_set(b, n);
                    rte_bitset_atomic_set(c, n, rte_memory_order_relaxed);
                }

                Assert.Equal(words, copy);
                Assert.Equal(words, atomic);
            }
        },
        iter: 10_000);

    [Fact]
    public void A_set_is_filled_and_emptied_in_whole_words()
    {
        ulong* set = stackalloc ulong[3];
        set[2] = 5;
        Assert.Equal((nuint)2, RTE_BITSET_NUM_WORDS(65));
        Assert.Equal((nuint)16, RTE_BITSET_SIZE(128));
        rte_bitset_set_all(set, 65);
        Assert.Equal([ulong.MaxValue, ulong.MaxValue, 5], new Span<ulong>(set, 3).ToArray());
        Assert.Equal((nuint)65, rte_bitset_count_set(set, 65));
        rte_bitset_clear_all(set, 65);
        Assert.Equal([0ul, 0, 5], new Span<ulong>(set, 3).ToArray());
        rte_bitset_set_all(set, 64);
        rte_bitset_init(set, 64);
        Assert.Equal([0ul, 0, 5], new Span<ulong>(set, 3).ToArray());
    }

    private static nint Count(string function, ulong* set, nuint size) =>
        ((delegate* unmanaged<ulong*, nuint, nint>)Oracle.GetNewest("o_rte_bitset_" + function))(set, size);

    private static nint Find(string function, ulong* set, nuint size, nuint start, nuint length) =>
        ((delegate* unmanaged<ulong*, nuint, nuint, nuint, nint>)Oracle.GetNewest("o_rte_bitset_" + function))(set, size, start, length);
}
