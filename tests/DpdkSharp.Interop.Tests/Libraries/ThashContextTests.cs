using System.Buffers.Binary;
using System.Runtime.InteropServices;
using DpdkSharp.Interop.Tests.Inline;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Libraries;

/// <summary>Contexts of Toeplitz hashing: keys made so that a part of the tuple can be chosen for a wanted queue.</summary>
public sealed unsafe class ThashContextTests(EalFixture eal)
{
    private const uint KeyLength = 40;
    private static readonly byte[] s_taken = new byte[16];

    private delegate void Use(rte_thash_ctx* context);

    private void WithContext(uint queuesLog, uint flags, Use use) => eal.Run(() =>
    {
        rte_thash_ctx* context = rte_thash_init_ctx(EalFixture.UniqueName("thash"), KeyLength, queuesLog, null, flags);
        Assert.True(context != null);
        use(context);
        rte_thash_free_ctx(context);
    });

    private static byte* Text(string text) => (byte*)Marshal.StringToCoTaskMemUTF8(text);

    /// <summary>The hash of a tuple in network order, as a device makes it.</summary>
    private static uint Hash(rte_thash_ctx* context, ReadOnlySpan<byte> tuple)
    {
        uint* words = stackalloc uint[tuple.Length / 4];
        for (int i = 0; i < tuple.Length / 4; i++)
        {
            words[i] = BinaryPrimitives.ReadUInt32BigEndian(tuple[(i * 4)..]);
        }

        return rte_softrss(words, (uint)tuple.Length / 4, rte_thash_get_key(context));
    }

    [Fact]
    public void Bad_parameters_make_no_context() => eal.Run(() =>
    {
        byte* name = EalFixture.UniqueName("thash");
        Assert.True(rte_thash_init_ctx(null, KeyLength, 7, null, 0) == null);
        Assert.True(rte_thash_init_ctx(name, 0, 7, null, 0) == null);
        Assert.True(rte_thash_init_ctx(name, KeyLength, RTE_THASH_RETA_SZ_MIN - 1, null, 0) == null);
        Assert.True(rte_thash_init_ctx(name, KeyLength, RTE_THASH_RETA_SZ_MAX + 1, null, 0) == null);
        Assert.True(rte_thash_find_existing(name) == null);
        rte_thash_free_ctx(null);
    });

    [Fact]
    public void A_name_belongs_to_one_context_and_finds_it() => eal.Run(() =>
    {
        byte* name = EalFixture.UniqueName("thash");
        for (int i = 0; i < 100; i++)
        {
            rte_thash_ctx* context = rte_thash_init_ctx(name, KeyLength, 7, null, 0);
            Assert.True(context != null);
            Assert.True(rte_thash_find_existing(name) == context);
            Assert.True(rte_thash_init_ctx(name, KeyLength, 7, null, 0) == null);
            rte_thash_free_ctx(context);
            Assert.True(rte_thash_find_existing(name) == null);
        }
    });

    [Fact]
    public void Bad_parts_of_the_tuple_are_refused() => WithContext(7, 0, static context =>
    {
        byte* first = Text("first");
        Assert.Equal(-22, rte_thash_add_helper(null, first, 7, 0));
        Assert.Equal(-22, rte_thash_add_helper(context, null, 7, 0));
        // Shorter than what it has to choose, and behind the key's end.
        Assert.Equal(-22, rte_thash_add_helper(context, first, 6, 0));
        Assert.Equal(-22, rte_thash_add_helper(context, first, 7, KeyLength * 8));
        Assert.True(rte_thash_get_helper(context, first) == null);
        Assert.Equal(0, rte_thash_add_helper(context, first, 7, 0));
        Assert.True(rte_thash_get_helper(context, first) != null);
        Assert.True(rte_thash_get_helper(null, first) == null);
        Assert.True(rte_thash_get_helper(context, null) == null);
        Assert.Equal(-17, rte_thash_add_helper(context, first, 7, 0));
        // A part of the key is made for one of them: two may not share it but whole.
        Assert.Equal(0, rte_thash_add_helper(context, Text("second"), 7, 32 + (2 * 7)));
        Assert.Equal(-17, rte_thash_add_helper(context, Text("third"), 14, 7));
    });

    /// <summary>The sequence that the key's bits come from repeats itself: longer parts need leave to let it.</summary>
    [Fact]
    public void A_part_is_no_longer_than_the_sequence_unless_it_may_be()
    {
        WithContext(7, 0, static context =>
        {
            Assert.Equal(-28, rte_thash_add_helper(context, Text("long"), 1 << 7, 0));
            Assert.Equal(0, rte_thash_add_helper(context, Text("long"), (1 << 7) - 32, 0));
        });
        WithContext(7, RTE_THASH_IGNORE_PERIOD_OVERFLOW, static context => Assert.Equal(0, rte_thash_add_helper(context, Text("long"), (1 << 7) + 10, 0)));
    }

    /// <summary>What the library says has to be changed in the part gives the hash its wanted last bits, wherever the part is.</summary>
    [Theory]
    // Several parts, which may share the key's bits.
    [InlineData(7u, 0u, new uint[] { 56, 64, 120, 48, 0 }, 8)]
    // One that the sequence is no longer than.
    [InlineData(6u, (uint)RTE_THASH_MINIMAL_SEQ, new uint[] { 64 }, 16)]
    public void The_complement_leads_to_the_wanted_bits(uint queuesLog, uint flags, uint[] offsets, int bits) => WithContext(queuesLog, flags, context =>
    {
        foreach (uint offset in offsets)
        {
            Assert.Equal(0, rte_thash_add_helper(context, Text($"part{offset}"), (uint)bits, offset));
        }

        var random = new Random(6);
        byte[] tuple = new byte[16];
        uint mask = (1u << (int)queuesLog) - 1;
        foreach (uint offset in offsets)
        {
            rte_thash_subtuple_helper* helper = rte_thash_get_helper(context, Text($"part{offset}"));
            for (int i = 0; i < 2_000; i++)
            {
                random.NextBytes(tuple);
                uint wanted = (uint)random.Next() & mask;
                uint change = rte_thash_get_complement(helper, Hash(context, tuple), wanted);
                // A number in network order, as the tuple is.
                for (int place = 0; place < bits / 8; place++)
                {
                    tuple[(offset / 8) + place] ^= (byte)(change >> (bits - 8 - (place * 8)));
                }

                Assert.Equal(wanted, Hash(context, tuple) & mask);
            }
        }
    });

    [Fact]
    public void A_tuple_is_adjusted_and_one_that_is_taken_is_not_given() => WithContext(8, 0, context =>
    {
        // In the middle of a byte, with bits to spare that are filled at random.
        Assert.Equal(0, rte_thash_add_helper(context, Text("part"), 16, (5 * 8) + 4));
        rte_thash_subtuple_helper* helper = rte_thash_get_helper(context, Text("part"));
        var random = new Random(7);
        byte[] original = new byte[16];
        byte[] tuple = new byte[16];
        for (int i = 0; i < 1_000; i++)
        {
            random.NextBytes(original);
            uint wanted = (uint)random.Next(256);
            Adjust(original, tuple, wanted, 1, 0, taken: false);
            tuple.CopyTo(s_taken, 0);
            // The same again is the one that is taken: with another try another one is found.
            Adjust(original, tuple, wanted, 1, -17, taken: true);
            Adjust(original, tuple, wanted, 20, 0, taken: true);
            Assert.False(tuple.AsSpan().SequenceEqual(s_taken));
        }

        void Adjust(byte[] from, byte[] to, uint wanted, uint attempts, int expected, bool taken)
        {
            from.CopyTo(to, 0);
            fixed (byte* t = to)
            {
                Assert.Equal(expected, rte_thash_adjust_tuple(context, helper, t, (uint)to.Length, wanted, attempts, taken ? &IsFree : null, (void*)77));
            }

            Assert.True(expected != 0 || (Hash(context, to) & 0xff) == wanted);
            // Of the bits outside of the part none.
            Assert.Equal(from[..5], to[..5]);
            Assert.Equal(from[8..], to[8..]);
            Assert.Equal((from[5] >> 4, from[7] & 15), (to[5] >> 4, to[7] & 15));
        }
    });

    [Fact]
    public void Keys_are_made_that_spread_by_the_bits_that_vary()
    {
        byte* key = stackalloc byte[(int)KeyLength];
        new Span<byte>(key, (int)KeyLength).Clear();
        if (LoadedDpdk.Is("22.11"))
        {
            Exception? e = Record.Exception(() => rte_thash_gen_key(null, KeyLength, 7, 96, 16));
            Assert.Contains("24.11, 25.11", Assert.IsType<DpdkNotSupportedException>(e).Message, StringComparison.Ordinal);
            return;
        }

        // 16 bits that vary, from the third word on, and a table of 128 places.
        Assert.Equal(0, rte_thash_gen_key(key, KeyLength, 7, 64, 16));
        int[] places = new int[128];
        uint* tuple = stackalloc uint[3];
        for (uint i = 0; i < 1 << 16; i++)
        {
            tuple[2] = i << 16;
            places[rte_softrss(tuple, 3, key) & 127]++;
        }

        Assert.All(places, static count => Assert.Equal((1 << 16) / 128, count));
        Assert.Equal(-22, rte_thash_gen_key(null, KeyLength, 7, 64, 16));
        // Behind the key's end.
        Assert.Equal(-22, rte_thash_gen_key(key, KeyLength, 7, (KeyLength * 8) - 8, 16));
    }

    [UnmanagedCallersOnly]
    private static int IsFree(void* argument, byte* tuple) => (nint)argument == 77 && !new Span<byte>(tuple, s_taken.Length).SequenceEqual(s_taken) ? 1 : 0;
}
