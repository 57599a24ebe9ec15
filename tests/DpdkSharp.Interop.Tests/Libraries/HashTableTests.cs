using System.Runtime.InteropServices;
using DpdkSharp.Interop.Tests.Inline;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Libraries;

/// <summary>The cuckoo hash table: what it refuses, where it keeps keys, and when it is full.</summary>
public sealed unsafe class HashTableTests(EalFixture eal)
{
    private const int NotFound = -2;
    private const int BadArgument = -22;
    private const int NoSpace = -28;

    private static rte_hash_parameters Parameters(uint entries, uint keyLength, int flags) => new()
    {
        name = EalFixture.UniqueName("hash"),
        entries = entries,
        key_len = keyLength,
        socket_id = -1,
        extra_flag = (byte)flags,
    };

    private static rte_hash* Create(uint entries, uint keyLength = 4, int flags = 0, delegate* unmanaged<void*, uint, uint, uint> function = null)
    {
        rte_hash_parameters parameters = Parameters(entries, keyLength, flags);
        parameters.hash_func = function;
        rte_hash* table = rte_hash_create(&parameters);
        Assert.True(table != null, $"rte_errno {rte_errno}");
        return table;
    }

    /// <summary>All keys in bucket 3, or in its alternative 3 ^ 1.</summary>
    [UnmanagedCallersOnly]
    private static uint SameForAll(void* key, uint length, uint initial) => 3 | (1 << 16);

    [UnmanagedCallersOnly]
    private static uint SumOfBytes(void* key, uint length, uint initial)
    {
        uint sum = initial;
        foreach (byte b in new ReadOnlySpan<byte>(key, (int)length))
        {
            sum = (sum * 31) + b;
        }

        return sum;
    }

    /// <summary>Keys are the same when all but their last byte is.</summary>
    [UnmanagedCallersOnly]
    private static int CompareAllButLast(void* a, void* b, nuint length) =>
        new ReadOnlySpan<byte>(a, (int)length - 1).SequenceCompareTo(new ReadOnlySpan<byte>(b, (int)length - 1));

    [Fact]
    public void Bad_parameters_make_no_table() => eal.Run(() =>
    {
        Assert.True(rte_hash_create(null) == null);
        void Refused(uint entries, uint keyLength, int flags, int socket = -1)
        {
            rte_hash_parameters parameters = Parameters(entries, keyLength, flags);
            parameters.socket_id = socket;
            Assert.True(rte_hash_create(&parameters) == null);
            Assert.True(rte_hash_find_existing(parameters.name) == null);
        }

        Refused(entries: 0, keyLength: 4, flags: 0);
        // Less than a bucket has places.
        Refused(entries: 7, keyLength: 4, flags: 0);
        Refused(entries: RTE_HASH_ENTRIES_MAX + 1, keyLength: 4, flags: 0);
        Refused(entries: 64, keyLength: 0, flags: 0);
        Refused(entries: 64, keyLength: 4, flags: 0x80);
        Refused(entries: 64, keyLength: 4, flags: RTE_HASH_EXTRA_FLAGS_RW_CONCURRENCY | RTE_HASH_EXTRA_FLAGS_RW_CONCURRENCY_LF);
        Refused(entries: 64, keyLength: 4, flags: 0, socket: 33);
        rte_hash_free(null);
    });

    [Fact]
    public void A_name_belongs_to_one_table_and_finds_it() => eal.Run(() =>
    {
        rte_hash_parameters parameters = Parameters(64, 4, 0);
        Assert.True(rte_hash_find_existing(parameters.name) == null);
        Assert.Equal(2, rte_errno);
        rte_hash* table = rte_hash_create(&parameters);
        Assert.True(table != null);
        Assert.True(rte_hash_find_existing(parameters.name) == table);
        Assert.True(rte_hash_create(&parameters) == null);
        Assert.Equal(17, rte_errno);
        rte_hash_free(table);
        Assert.True(rte_hash_find_existing(parameters.name) == null);
    });

    /// <summary>What a release build of the library still checks; the data path trusts its caller.</summary>
    [Fact]
    public void No_table_and_no_position_are_refused() => eal.Run(() =>
    {
        rte_hash* table = Create(64);
        rte_hash_reset(null);
        Assert.Equal(BadArgument, rte_hash_count(null));
        Assert.Equal(BadArgument, rte_hash_free_key_with_position(table, 65));
        rte_hash_free(table);
    });

    [Fact]
    public void A_key_keeps_its_position_until_it_is_deleted() => eal.Run(() =>
    {
        rte_hash* table = Create(64);
        uint key = 4711;
        Assert.Equal(NotFound, rte_hash_del_key(table, &key));
        int position = rte_hash_add_key(table, &key);
        Assert.InRange(position, 0, 63);
        Assert.Equal(position, rte_hash_add_key(table, &key));
        Assert.Equal(1, rte_hash_count(table));
        Assert.Equal(position, rte_hash_lookup(table, &key));
        void* stored;
        Assert.Equal(0, rte_hash_get_key_with_position(table, position, &stored));
        Assert.Equal(key, *(uint*)stored);
        Assert.True(stored != &key);
        uint other = 4712;
        Assert.Equal(NotFound, rte_hash_lookup(table, &other));
        Assert.Equal(position, rte_hash_del_key(table, &key));
        Assert.Equal(NotFound, rte_hash_del_key(table, &key));
        Assert.Equal(NotFound, rte_hash_lookup(table, &key));
        Assert.Equal(NotFound, rte_hash_get_key_with_position(table, position, &stored));
        Assert.Equal(0, rte_hash_count(table));
        rte_hash_free(table);
    });

    [Fact]
    public void The_forms_with_a_hash_do_what_those_without_do() => eal.Run(() =>
    {
        rte_hash* table = Create(64, 4, 0, &SumOfBytes);
        uint key = 0x01020304;
        uint hash = rte_hash_hash(table, &key);
        Assert.Equal((((((4u * 31) + 3) * 31) + 2) * 31) + 1, hash);
        int position = rte_hash_add_key_with_hash(table, &key, hash);
        Assert.Equal(position, rte_hash_lookup(table, &key));
        Assert.Equal(position, rte_hash_lookup_with_hash(table, &key, hash));
        // A wrong one leads to other buckets.
        Assert.Equal(NotFound, rte_hash_lookup_with_hash(table, &key, hash ^ 0x00ff_0007));
        Assert.Equal(0, rte_hash_add_key_with_hash_data(table, &key, hash, (void*)7));
        void* data;
        Assert.Equal(position, rte_hash_lookup_with_hash_data(table, &key, hash, &data));
        Assert.Equal(7, (nint)data);
        Assert.Equal(position, rte_hash_del_key_with_hash(table, &key, hash));
        Assert.Equal(NotFound, rte_hash_lookup(table, &key));
        rte_hash_free(table);
    });

    [Fact]
    public void Data_is_replaced_by_the_same_key() => eal.Run(() =>
    {
        rte_hash* table = Create(64);
        uint key = 9;
        void* data = (void*)1;
        Assert.Equal(NotFound, rte_hash_lookup_data(table, &key, &data));
        Assert.Equal(0, rte_hash_add_key_data(table, &key, (void*)100));
        int position = rte_hash_lookup_data(table, &key, &data);
        Assert.Equal(100, (nint)data);
        Assert.Equal(0, rte_hash_add_key_data(table, &key, (void*)200));
        Assert.Equal(position, rte_hash_lookup_data(table, &key, &data));
        Assert.Equal(200, (nint)data);
        // Added again without data, it has none.
        Assert.Equal(position, rte_hash_add_key(table, &key));
        Assert.Equal(position, rte_hash_lookup_data(table, &key, &data));
        Assert.True(data == null);
        Assert.Equal(1, rte_hash_count(table));
        rte_hash_free(table);
    });

    /// <summary>Two buckets of eight, and not one more, although the table has room elsewhere.</summary>
    [Fact]
    public void Keys_of_one_hash_fill_their_two_buckets() => eal.Run(() =>
    {
        rte_hash* table = Create(64, 4, 0, &SameForAll);
        var positions = new HashSet<int>();
        for (uint key = 0; key < 16; key++)
        {
            Assert.True(positions.Add(rte_hash_add_key(table, &key)));
        }

        Assert.DoesNotContain(positions, static p => p < 0);
        uint beyond = 16;
        Assert.Equal(NoSpace, rte_hash_add_key(table, &beyond));
        Assert.Equal(16, rte_hash_count(table));
        for (uint key = 0; key < 16; key++)
        {
            Assert.Contains(rte_hash_lookup(table, &key), positions);
        }

        uint given = 5;
        Assert.Contains(rte_hash_del_key(table, &given), positions);
        Assert.True(rte_hash_add_key(table, &beyond) >= 0);
        Assert.Equal(NotFound, rte_hash_lookup(table, &given));
        rte_hash_free(table);
    });

    [Fact]
    public void An_extendable_table_takes_all_its_entries_whatever_their_hash() => eal.Run(() =>
    {
        rte_hash* table = Create(64, 4, RTE_HASH_EXTRA_FLAGS_EXT_TABLE, &SameForAll);
        for (uint round = 0; round < 3; round++)
        {
            for (uint key = 0; key < 64; key++)
            {
                Assert.Equal(0, rte_hash_add_key_data(table, &key, (void*)(key + round)));
            }

            uint beyond = 64;
            Assert.Equal(NoSpace, rte_hash_add_key(table, &beyond));
            Assert.Equal(64, rte_hash_count(table));
            AssertIterates(table, Enumerable.Range(0, 64).ToDictionary(i => (uint)i, i => (nint)(i + round)));
            // From both ends, so that links are taken out of the chain's middle as well.
            for (uint i = 0; i < 64; i++)
            {
                uint key = i % 2 == 0 ? i : 64 - i;
                Assert.True(rte_hash_del_key(table, &key) >= 0);
                Assert.Equal(NotFound, rte_hash_lookup(table, &key));
            }

            Assert.Equal(0, rte_hash_count(table));
        }

        rte_hash_free(table);
    });

    [Fact]
    public void A_deleted_keys_position_can_be_held_back() => eal.Run(() =>
    {
        rte_hash* table = Create(8, 4, RTE_HASH_EXTRA_FLAGS_NO_FREE_ON_DEL);
        int* positions = stackalloc int[8];
        for (uint key = 0; key < 8; key++)
        {
            positions[key] = rte_hash_add_key(table, &key);
            Assert.True(positions[key] >= 0);
        }

        uint more = 100;
        Assert.Equal(NoSpace, rte_hash_add_key(table, &more));
        for (uint key = 0; key < 8; key++)
        {
            Assert.Equal(positions[key], rte_hash_del_key(table, &key));
        }

        // The keys are gone, their places are not free yet.
        Assert.Equal(NoSpace, rte_hash_add_key(table, &more));
        Assert.Equal(0, rte_hash_free_key_with_position(table, positions[3]));
        Assert.Equal(positions[3], rte_hash_add_key(table, &more));
        rte_hash_free(table);
    });

    [Fact]
    public void Bulks_answer_for_every_key_found_or_not() => eal.Run(() =>
    {
        rte_hash* table = Create(256);
        uint* keys = stackalloc uint[RTE_HASH_LOOKUP_BULK_MAX];
        void** pointers = stackalloc void*[RTE_HASH_LOOKUP_BULK_MAX];
        uint* hashes = stackalloc uint[RTE_HASH_LOOKUP_BULK_MAX];
        int* positions = stackalloc int[RTE_HASH_LOOKUP_BULK_MAX];
        void** data = stackalloc void*[RTE_HASH_LOOKUP_BULK_MAX];
        for (uint i = 0; i < RTE_HASH_LOOKUP_BULK_MAX; i++)
        {
            keys[i] = (i * 0x9e3779b9u) + 1;
            pointers[i] = keys + i;
        }

        ulong expected = 0;
        for (int i = 0; i < RTE_HASH_LOOKUP_BULK_MAX; i++)
        {
            hashes[i] = rte_hash_hash(table, keys + i);
            if (i % 3 != 1)
            {
                Assert.Equal(0, rte_hash_add_key_data(table, keys + i, (void*)(nint)(i + 1000)));
                expected |= 1UL << i;
            }
        }

        ulong hits;
        for (int n = 1; n <= RTE_HASH_LOOKUP_BULK_MAX; n++)
        {
            ulong wanted = n == 64 ? expected : expected & ((1UL << n) - 1);
            int count = System.Numerics.BitOperations.PopCount(wanted);
            Assert.Equal(count, rte_hash_lookup_bulk_data(table, pointers, (uint)n, &hits, data));
            Assert.Equal(wanted, hits);
            Assert.Equal(0, rte_hash_lookup_bulk(table, pointers, (uint)n, positions));
            AssertBulk(n);
            new Span<int>(positions, n).Clear();
            new Span<nint>(data, n).Clear();
            Assert.Equal(count, rte_hash_lookup_with_hash_bulk_data(table, pointers, hashes, (uint)n, &hits, data));
            Assert.Equal(wanted, hits);
            Assert.Equal(0, rte_hash_lookup_with_hash_bulk(table, pointers, hashes, (uint)n, positions));
            AssertBulk(n);
        }

        rte_hash_free(table);

        void AssertBulk(int n)
        {
            for (int i = 0; i < n; i++)
            {
                Assert.Equal(i % 3 != 1 ? rte_hash_lookup(table, keys + i) : NotFound, positions[i]);
                if (i % 3 != 1)
                {
                    Assert.Equal(i + 1000, (nint)data[i]);
                }
            }
        }
    });

    [Theory]
    [InlineData(0)]
    [InlineData(RTE_HASH_EXTRA_FLAGS_EXT_TABLE)]
    public void Iteration_meets_each_key_once(int flags) => eal.Run(() =>
    {
        rte_hash* table = Create(512, 4, flags);
        AssertIterates(table, []);
        var expected = new Dictionary<uint, nint>();
        var random = new Random(5);
        while (expected.Count < 400)
        {
            uint key = (uint)random.Next();
            expected[key] = random.Next();
            Assert.Equal(0, rte_hash_add_key_data(table, &key, (void*)expected[key]));
        }

        AssertIterates(table, expected);
        rte_hash_reset(table);
        Assert.Equal(0, rte_hash_count(table));
        AssertIterates(table, []);
        foreach (uint key in expected.Keys)
        {
            Assert.Equal(NotFound, rte_hash_lookup(table, &key));
        }

        // All places are there again.
        for (uint key = 0; key < 400; key++)
        {
            Assert.True(rte_hash_add_key(table, &key) >= 0);
        }

        rte_hash_free(table);
    });

    /// <summary>Lengths that have a compare of their own in the library, and others; keys that differ in one byte only, at either end.</summary>
    [Theory]
    [InlineData(1u)]
    [InlineData(3u)]
    [InlineData(8u)]
    [InlineData(13u)]
    [InlineData(16u)]
    [InlineData(17u)]
    [InlineData(32u)]
    [InlineData(48u)]
    [InlineData(64u)]
    [InlineData(80u)]
    [InlineData(96u)]
    [InlineData(112u)]
    [InlineData(127u)]
    [InlineData(128u)]
    [InlineData(1000u)]
    public void Keys_of_any_length_are_compared_whole(uint length) => eal.Run(() =>
    {
        rte_hash* table = Create(64, length, 0, &SameForAll);
        byte* key = stackalloc byte[1000];
        int* positions = stackalloc int[3];
        for (int i = 0; i < 3; i++)
        {
            Change(i);
            positions[i] = rte_hash_add_key(table, key);
            Assert.True(positions[i] >= 0);
        }

        for (int i = 0; i < 3; i++)
        {
            Change(i);
            Assert.Equal(positions[i], rte_hash_lookup(table, key));
            void* stored;
            Assert.Equal(0, rte_hash_get_key_with_position(table, positions[i], &stored));
            Assert.True(new Span<byte>(key, (int)length).SequenceEqual(new Span<byte>(stored, (int)length)));
        }

        key[length / 2] ^= 0x40;
        Assert.Equal(NotFound, rte_hash_lookup(table, key));
        rte_hash_free(table);

        void Change(int i)
        {
            new Span<byte>(key, 1000).Fill(0x5a);
            key[0] ^= (byte)(i == 1 ? 1 : 0);
            key[length - 1] ^= (byte)(i == 2 ? 2 : 0);
        }
    });

    [Fact]
    public void A_compare_function_of_ones_own_decides_what_is_the_same() => eal.Run(() =>
    {
        rte_hash* table = Create(64, 4, 0, &SameForAll);
        rte_hash_set_cmp_func(table, &CompareAllButLast);
        uint first = 0x01_aabbcc;
        uint same = 0x02_aabbcc;
        uint other = 0x01_aabbcd;
        int position = rte_hash_add_key(table, &first);
        Assert.Equal(position, rte_hash_lookup(table, &same));
        Assert.Equal(NotFound, rte_hash_lookup(table, &other));
        Assert.Equal(position, rte_hash_add_key(table, &same));
        Assert.NotEqual(position, rte_hash_add_key(table, &other));
        rte_hash_free(table);
    });

    /// <summary>Keys move between their two buckets to make room: most of the places can be used before one finds none.</summary>
    [Fact]
    public void A_table_is_well_filled_before_it_refuses() => eal.Run(() =>
    {
        const uint Entries = 4096;
        rte_hash* table = Create(Entries);
        Assert.True(rte_hash_max_key_id(table) >= (int)Entries);
        var random = new Random(17);
        var taken = new List<uint>();
        while (taken.Count < Entries)
        {
            uint key = (uint)random.NextInt64(1L << 32);
            int position = rte_hash_add_key(table, &key);
            if (position < 0)
            {
                Assert.Equal(NoSpace, position);
                break;
            }

            Assert.InRange(position, 0, rte_hash_max_key_id(table));
            taken.Add(key);
        }

        Assert.InRange(taken.Count, (int)(Entries * 8 / 10), (int)Entries);
        Assert.Equal(taken.Distinct().Count(), rte_hash_count(table));
        foreach (uint key in taken)
        {
            Assert.True(rte_hash_lookup(table, &key) >= 0);
        }

        rte_hash_free(table);
    });

    private static void AssertIterates(rte_hash* table, Dictionary<uint, nint> expected)
    {
        var seen = new Dictionary<uint, nint>();
        uint next = 0;
        void* key;
        void* data;
        int position;
        while ((position = rte_hash_iterate(table, &key, &data, &next)) >= 0)
        {
            seen.Add(*(uint*)key, (nint)data);
            Assert.Equal(position, rte_hash_lookup(table, key));
        }

        Assert.Equal(NotFound, position);
        Assert.Equal(expected.OrderBy(static p => p.Key), seen.OrderBy(static p => p.Key));
    }
}
