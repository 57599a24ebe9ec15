using System.Runtime.InteropServices;
using CsCheck;
using DpdkSharp.TestKit;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Tests.Hashing;

public class HashTableTests
{
    [Fact]
    public void A_key_has_a_position_until_it_is_deleted()
    {
        using HashTable<Flow> table = Create<Flow>();
        Assert.True(table.TryAdd(new(1, 2), out int first));
        Assert.True(table.TryAdd(new(3, 4), out int second));
        Assert.NotEqual(first, second);
        Assert.InRange(first, 0, table.PositionCount - 1);
        Assert.True(table.TryAdd(new(1, 2), out int again));
        Assert.Equal((first, 2), (again, table.Count));
        Assert.True(table.TryLookup(new(1, 2), out int found));
        Assert.Equal(first, found);
        Assert.True(table.TryGetKey(second, out Flow key));
        Assert.Equal(new Flow(3, 4), key);
        Assert.True(table.Delete(new(1, 2), out int deleted));
        Assert.Equal(first, deleted);
        Assert.False(table.Delete(new(1, 2), out deleted));
        Assert.True(deleted < 0);
        Assert.False(table.TryLookup(new(1, 2), out found));
        Assert.True(found < 0);
        Assert.False(table.TryGetKey(first, out key));
        Assert.Equal(default, key);
        Assert.False(table.TryGetKey(-1, out _));
        Assert.False(table.TryGetKey(table.PositionCount, out _));
        table.Clear();
        Assert.Equal(0, table.Count);
        Assert.False(table.TryLookup(new(3, 4), out _));
    }

    [Fact]
    public void A_value_is_stored_with_a_key()
    {
        using HashTable<Flow> table = Create<Flow>();
        Assert.True(table.TryAddData(new(1, 2), 77));
        Assert.True(table.TryLookupData(new(1, 2), out nint data));
        Assert.Equal(77, data);
        Assert.True(table.TryAddData(new(1, 2), -1));
        Assert.True(table.TryLookupData(new(1, 2), out data));
        Assert.Equal((-1, 1), (data, table.Count));
        Assert.False(table.TryLookupData(new(2, 1), out data));
        Assert.Equal(0, data);
    }

    [Fact]
    public unsafe void The_hash_can_be_computed_by_the_program()
    {
        using HashTable<Flow> table = Create<Flow>();
        Flow key = new(1, 2);
        uint hash = table.Hash(key);
        Assert.Equal(rte_hash_crc(&key, (uint)sizeof(Flow), uint.MaxValue), hash);
        Assert.True(table.TryAdd(key, hash, out int position));
        Assert.True(table.TryLookup(key, hash, out int found));
        Assert.Equal(position, found);
        Assert.False(table.TryLookup(key, ~hash, out _));
        Assert.True(table.TryAddData(key, hash, 5));
        Assert.True(table.TryLookupData(key, hash, out nint data));
        Assert.Equal(5, data);
        Assert.True(table.Delete(key, hash, out found));
        Assert.Equal(position, found);
        Assert.False(table.TryLookupData(key, hash, out _));
    }

    [Fact]
    public unsafe void Another_hash_function_takes_the_place_of_DPDKs()
    {
        using HashTable<Flow> table = HashTable<Flow>.Create(UniqueName.Next("hash"), 16, &Sum, seed: 1000);
        Assert.Equal(1000u + 16 + 3 + 4, table.Hash(new(3, 4)));
        Assert.True(table.TryAdd(new(3, 4), out int position));
        Assert.True(table.TryLookup(new(3, 4), 1023, out int found));
        Assert.Equal(position, found);
    }

    [Fact]
    public unsafe void A_key_of_zero_bytes_is_a_key_like_any_other()
    {
        // DPDK keeps the upper half of the hash with a key, and 0 where there is no key.
        byte* zeros = stackalloc byte[256];
        new Span<byte>(zeros, 256).Clear();
        for (uint length = 1; length <= 256; length++)
        {
            Assert.NotEqual(0u, rte_hash_crc(zeros, length, uint.MaxValue) >> 16);
        }
        using HashTable<Flow> table = Create<Flow>();
        Assert.True(table.TryAdd(new(1, 1), out _));
        Assert.True(table.TryAdd(default, out int position));
        Assert.True(table.Delete(new(1, 1), out _));
        Assert.True(table.TryAdd(default, out int again));
        Assert.Equal((position, 1), (again, table.Count));
    }

    [Theory]
    [InlineData(HashTableFlags.None)]
    [InlineData(HashTableFlags.ExtendableBuckets)]
    [InlineData(HashTableFlags.ReadWriteConcurrency)]
    [InlineData(HashTableFlags.ReadWriteConcurrencyLockFree)]
    [InlineData(HashTableFlags.NoFreeOnDelete)]
    [InlineData(HashTableFlags.TransactionalMemory | HashTableFlags.ReadWriteConcurrency)]
    public void A_table_agrees_with_a_dictionary(HashTableFlags flags) =>
        Gen.Select(Gen.UInt[0, 40], Gen.Int[0, 3], Gen.Long).List[1, 100].Sample(steps =>
        {
            Check(steps, flags, static n => (ushort)n);
            Check(steps, flags, static n => n);
            Check(steps, flags, static n => new Flow(n, 7));
            Check(steps, flags, static n => new Thirteen(n, 7, 5));
            Check(steps, flags, static n => new FourtyEight(n));
        }, iter: 30, threads: 1);

    [Fact]
    public void Bulk_takes_any_number_of_keys()
    {
        using HashTable<uint> table = Create<uint>(256);
        var positions = new Dictionary<uint, int>();
        for (uint key = 0; key < 200; key += 2)
        {
            Assert.True(table.TryAdd(key, out int position));
            positions[key] = position;
        }
        foreach (int count in (int[])[0, 1, 2, 63, 64, 65, 128, 150])
        {
            uint[] keys = [.. Enumerable.Range(0, count).Select(static i => (uint)i)];
            uint[] hashes = [.. keys.Select(k => table.Hash(k))];
            int[] found = [.. Enumerable.Repeat(1234, 160)];
            int[] foundByHash = [.. found];
            table.Lookup(keys, found);
            table.Lookup(keys, hashes, foundByHash);
            Assert.Equal(found, foundByHash);
            for (int i = 0; i < count; i++)
            {
                Assert.Equal(positions.TryGetValue(keys[i], out int position) ? position : -2, found[i]);
            }
            Assert.All(found[count..], static p => Assert.Equal(1234, p));
        }
        Assert.Throws<ArgumentException>(() => table.Lookup(new uint[3], new int[2]));
        Assert.Throws<ArgumentException>(() => table.Lookup(new uint[3], new uint[2], new int[3]));
    }

    [Fact]
    public void Bulk_tells_the_values_of_up_to_64_keys()
    {
        using HashTable<uint> table = Create<uint>(256);
        for (uint key = 0; key < 64; key += 3)
        {
            Assert.True(table.TryAddData(key, (nint)key + 1));
        }
        uint[] keys = [.. Enumerable.Range(0, 64).Select(static i => (uint)i)];
        nint[] data = [.. Enumerable.Repeat((nint)(-5), 64)];
        Assert.Equal(22, table.LookupData(keys, data, out ulong hits));
        for (int i = 0; i < 64; i++)
        {
            Assert.Equal(i % 3 == 0, (hits & (1UL << i)) != 0);
            Assert.Equal(i % 3 == 0 ? i + 1 : -5, data[i]);
        }
        Assert.Equal(0, table.LookupData([], [], out hits));
        Assert.Equal(0ul, hits);
        Assert.Throws<ArgumentOutOfRangeException>(() => table.LookupData(new uint[65], new nint[65], out _));
        Assert.Throws<ArgumentException>(() => table.LookupData(new uint[3], new nint[2], out _));
    }

    [Fact]
    public void A_table_with_extendable_buckets_takes_as_many_keys_as_were_asked_for()
    {
        using HashTable<Flow> table = HashTable<Flow>.Create(UniqueName.Next("hash"), 64, HashTableFlags.ExtendableBuckets);
        for (uint i = 0; i < 64; i++)
        {
            Assert.True(table.TryAdd(new(i, i * i), out _));
        }
        Assert.False(table.TryAdd(new(64, 0), out int position));
        Assert.True(position < 0);
        Assert.False(table.TryAddData(new(64, 0), 1));
        Assert.Equal(64, table.Count);
        for (uint i = 0; i < 64; i++)
        {
            Assert.True(table.TryLookup(new(i, i * i), out _));
        }
    }

    [Fact]
    public void A_position_can_stay_taken_until_nobody_uses_it()
    {
        using HashTable<uint> table = HashTable<uint>.Create(UniqueName.Next("hash"), 8, HashTableFlags.ReadWriteConcurrencyLockFree | HashTableFlags.ExtendableBuckets);
        for (uint i = 0; i < 8; i++)
        {
            Assert.True(table.TryAdd(i, out _));
        }
        Assert.True(table.Delete(3, out int position));
        Assert.False(table.TryAdd(100, out _));
        table.FreePosition(position);
        Assert.True(table.TryAdd(100, out int again));
        Assert.Equal(position, again);
        Assert.Throws<ArgumentOutOfRangeException>(() => table.FreePosition(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => table.FreePosition(8));
        using HashTable<uint> other = Create<uint>();
        Assert.Contains("Create it with NoFreeOnDelete", Assert.Throws<InvalidOperationException>(() => other.FreePosition(1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_writers_are_lcores()
    {
        using HashTable<uint> table = HashTable<uint>.Create(UniqueName.Next("hash"), 4096, HashTableFlags.MultiWriterAdd);
        Assert.True(table.PositionCount > 4096);
        InvalidOperationException? refused = null;
        var stranger = new Thread(() => refused = Assert.Throws<InvalidOperationException>(() => table.TryAdd(1, out _)));
        stranger.Start();
        stranger.Join();
        Assert.Contains("register it with LcoreRegistration.Register", refused!.Message, StringComparison.Ordinal);
        Thread[] writers = [.. Enumerable.Range(0, 2).Select(n => new Thread(() =>
        {
            using LcoreRegistration registration = LcoreRegistration.Register();
            for (uint i = 0; i < 1000; i++)
            {
                Assert.True(table.TryAddData((2 * i) + (uint)n, (nint)i));
            }
        }))];
        Array.ForEach(writers, static w => w.Start());
        Array.ForEach(writers, static w => w.Join());
        Assert.Equal(2000, table.Count);
        for (uint key = 0; key < 2000; key++)
        {
            Assert.True(table.TryLookupData(key, out nint data));
            Assert.Equal((nint)(key / 2), data);
        }
    }

    [Fact]
    public void Bad_parameters_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => HashTable<int>.Create("bad", 7));
        Assert.Throws<ArgumentOutOfRangeException>(static () => HashTable<int>.Create("bad", (1 << 30) + 1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => HashTable<int>.Create("bad", 8, (HashTableFlags)64));
        Assert.Contains("exclude each other", Assert.Throws<ArgumentException>(static () => HashTable<int>.Create("bad", 8, HashTableFlags.ReadWriteConcurrency | HashTableFlags.ReadWriteConcurrencyLockFree)).Message, StringComparison.Ordinal);
        Assert.Contains("DPDK allows 25", Assert.Throws<ArgumentException>(static () => HashTable<int>.Create(new string('x', 26), 8)).Message, StringComparison.Ordinal);
        Assert.Contains("DPDK allows 21", Assert.Throws<ArgumentException>(static () => HashTable<int>.Create(new string('x', 22), 8, HashTableFlags.ExtendableBuckets)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_unique_and_free_again_after_disposal()
    {
        string name = UniqueName.Next("hash").PadRight(25, 'x');
        HashTable<int> table = HashTable<int>.Create(name, 8);
        Assert.Equal($"the hash table '{name}'", table.ToString());
        var e = Assert.Throws<DpdkException>(() => HashTable<int>.Create(name, 8));
        Assert.Equal(("rte_hash_create", 17), (e.Function, e.Errno));
        using (HashTable<int>.Create(name[..24] + 'y', 8))
        {
            table.Dispose();
        }
        table.Dispose();
        Assert.Throws<ObjectDisposedException>(() => table.TryLookup(1, out _));
        Assert.Throws<ObjectDisposedException>(() => table.Lookup(new int[1], new int[1]));
        Assert.Throws<ObjectDisposedException>(() => table.Count);
        using HashTable<int> again = HashTable<int>.Create(name, 8);
        Assert.Equal(0, again.Count);
    }

    [Fact]
    public void Too_large_a_table_says_how_much_memory_it_needs()
    {
        var e = Assert.Throws<DpdkException>(static () => HashTable<Flow>.Create(UniqueName.Next("hash"), 1 << 26));
        Assert.Equal(12, e.Errno);
        Assert.Contains("It needs about 3073 MB", e.Message, StringComparison.Ordinal);
    }

    private static HashTable<TKey> Create<TKey>(int capacity = 64)
        where TKey : unmanaged => HashTable<TKey>.Create(UniqueName.Next("hash"), capacity);

    [UnmanagedCallersOnly]
    private static unsafe uint Sum(void* key, uint length, uint seed) => seed + length + (uint)((Flow*)key)->A + (uint)((Flow*)key)->B;

    /// <summary>Adds, deletes and looks up, against a dictionary of the framework.</summary>
    private static void Check<TKey>(List<(uint Key, int Kind, long Data)> steps, HashTableFlags flags, Func<uint, TKey> create)
        where TKey : unmanaged
    {
        bool frees = (flags & (HashTableFlags.NoFreeOnDelete | HashTableFlags.ReadWriteConcurrencyLockFree)) != HashTableFlags.None;
        using HashTable<TKey> table = HashTable<TKey>.Create(UniqueName.Next("hash"), 128, flags);
        var model = new Dictionary<TKey, nint>();
        foreach ((uint number, int kind, long data) in steps)
        {
            TKey key = create(number);
            if (kind == 0)
            {
                Assert.Equal(model.Remove(key), table.Delete(key, out int position));
                if (frees && position >= 0)
                {
                    table.FreePosition(position);
                }
            }
            else
            {
                Assert.True(table.TryAddData(key, (nint)data));
                model[key] = (nint)data;
            }
            Assert.Equal(model.TryGetValue(key, out nint expected), table.TryLookupData(key, out nint found));
            Assert.Equal(expected, found);
            Assert.Equal(model.Count, table.Count);
        }
        var walked = new Dictionary<TKey, nint>();
        foreach (HashTableEntry<TKey> entry in table)
        {
            walked.Add(entry.Key, entry.Data);
            Assert.True(table.TryLookup(entry.Key, out int position));
            Assert.Equal(position, entry.Position);
        }
        Assert.Equal(model, walked);
        TKey[] all = [.. Enumerable.Range(0, 41).Select(n => create((uint)n))];
        var positions = new int[all.Length];
        table.Lookup(all, positions);
        Assert.Equal(all.Select(model.ContainsKey), positions.Select(static p => p >= 0));
    }

    [StructLayout(LayoutKind.Sequential)]
    private record struct Flow(ulong A, ulong B);

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    private record struct Thirteen(uint A, ulong B, byte C);

    [StructLayout(LayoutKind.Sequential, Size = 48)]
    private record struct FourtyEight(long A);
}
