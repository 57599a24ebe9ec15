using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>
/// A table of keys that are looked up by all their bits (<c>rte_hash</c>): flows, sessions, MAC addresses. Each key has a position, a small number that stays the same
/// until the key is deleted, by which a program finds what belongs to it in an array of its own; or a pointer-sized value is stored with it. Who may use the table at
/// the same time says <see cref="HashTableFlags"/>.
/// </summary>
/// <remarks>
/// The hash of a key is DPDK's CRC-32C with a seed of 0xFFFFFFFF, unless it was created with another. A program that computes the same itself
/// (<c>rte_hash_crc</c> of the raw layer, which needs no native call) hands it to the overloads that take one.
/// </remarks>
/// <typeparam name="TKey">
/// What a key is: a type without references. All its bytes count, so a structure with padding between its fields, or behind them, has to be laid out without.
/// </typeparam>
public sealed unsafe class HashTable<TKey> : IDisposable
    where TKey : unmanaged
{
    // What RTE_HASH_BUCKET_ENTRIES is in DPDK's own code; no header tells it.
    private const int FewestEntries = 8;
    // With DPDK's seed of 0 a key of zero bytes has the hash 0, which is also what stands in unused places: such a key can be added twice.
    private const uint DefaultSeed = uint.MaxValue;
    private const int OutOfMemory = 12;
    private const int NoSpace = -28;

    private readonly HashTableFlags _flags;
    private rte_hash* _table;

    private HashTable(rte_hash* table, string name, HashTableFlags flags)
    {
        _table = table;
        _flags = flags;
        Name = name;
        Eal.Require().Children.Add(ToString());
    }

    /// <summary>Its name, unique in the process and the processes that share its memory.</summary>
    public string Name { get; }

    /// <summary>The raw layer's pointer.</summary>
    /// <exception cref="ObjectDisposedException">The table was disposed.</exception>
    public rte_hash* Pointer
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (_table == null)
            {
                ThrowDisposed();
            }
            return _table;
        }
    }

    /// <summary>How many keys it holds (<c>rte_hash_count</c>); with <see cref="HashTableFlags.NoFreeOnDelete"/> also the deleted ones whose positions are not freed.</summary>
    public int Count => rte_hash_count(Pointer);

    /// <summary>How many positions there are (<c>rte_hash_max_key_id</c>): an array of this length has room for something for each key.</summary>
    public int PositionCount => rte_hash_max_key_id(Pointer);

    /// <summary>Creates an empty table (<c>rte_hash_create</c>).</summary>
    /// <param name="name">1 to 25 characters, to 21 with <see cref="HashTableFlags.ExtendableBuckets"/>; unique.</param>
    /// <param name="capacity">
    /// How many keys it can hold: 8 to 2^30. Without <see cref="HashTableFlags.ExtendableBuckets"/> a key can find its buckets full before that, from about 95 % on.
    /// </param>
    /// <param name="flags">Who may use it at the same time, and more.</param>
    /// <param name="socketId">The NUMA node; null takes the calling thread's.</param>
    /// <returns>The table; dispose of it when no thread uses it any more.</returns>
    /// <exception cref="ArgumentException">A parameter is out of its range.</exception>
    /// <exception cref="InvalidOperationException">EAL is not running.</exception>
    /// <exception cref="DpdkException">There is a table of that name, or too little memory.</exception>
#pragma warning disable CA1000 // The key type is part of the question: HashTable<FiveTuple>.Create("flows", 65536).
    public static HashTable<TKey> Create(string name, int capacity, HashTableFlags flags = HashTableFlags.None, int? socketId = null) =>
        Create(name, capacity, null, DefaultSeed, flags, socketId);

    /// <summary>Creates an empty table with a hash function of the program's own (<c>rte_hash_create</c>).</summary>
    /// <param name="name">As for the other one.</param>
    /// <param name="capacity">As for the other one.</param>
    /// <param name="hashFunction">
    /// Takes the key, its length in bytes and the seed; null takes DPDK's. A managed one costs a transition for each call that is not given the hash.
    /// </param>
    /// <param name="seed">
    /// What the hash function starts with. Choose one by which a key of zero bytes has another hash than 0: DPDK may add a key with both twice.
    /// </param>
    /// <param name="flags">Who may use it at the same time, and more.</param>
    /// <param name="socketId">The NUMA node; null takes the calling thread's.</param>
    /// <returns>The table; dispose of it when no thread uses it any more.</returns>
    /// <exception cref="ArgumentException">A parameter is out of its range.</exception>
    /// <exception cref="InvalidOperationException">EAL is not running.</exception>
    /// <exception cref="DpdkException">There is a table of that name, or too little memory.</exception>
    public static HashTable<TKey> Create(
        string name,
        int capacity,
        delegate* unmanaged<void*, uint, uint, uint> hashFunction,
        uint seed,
        HashTableFlags flags = HashTableFlags.None,
        int? socketId = null)
#pragma warning restore CA1000
    {
        _ = Eal.Require();
        // Free places are kept in rings, named after the table.
        MemoryNames.Check(name, flags.HasFlag(HashTableFlags.ExtendableBuckets) ? "RG_HT_EXT_" : "RG_HT_");
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, FewestEntries);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(capacity, RTE_HASH_ENTRIES_MAX);
        const HashTableFlags Both = HashTableFlags.ReadWriteConcurrency | HashTableFlags.ReadWriteConcurrencyLockFree;
        if ((flags & Both) == Both)
        {
            throw new ArgumentException($"{nameof(HashTableFlags.ReadWriteConcurrency)} and {nameof(HashTableFlags.ReadWriteConcurrencyLockFree)} exclude each other.", nameof(flags));
        }
        const HashTableFlags All = Both | HashTableFlags.TransactionalMemory | HashTableFlags.MultiWriterAdd | HashTableFlags.ExtendableBuckets | HashTableFlags.NoFreeOnDelete;
        if ((flags & ~All) != HashTableFlags.None)
        {
            throw new ArgumentOutOfRangeException(nameof(flags), flags, "There is no such flag.");
        }
        using var text = new NativeText(name);
        var parameters = new rte_hash_parameters
        {
            name = text,
            entries = (uint)capacity,
            key_len = (uint)sizeof(TKey),
            hash_func = hashFunction,
            hash_func_init_val = seed,
            socket_id = socketId ?? (int)rte_socket_id(),
            extra_flag = (byte)flags,
        };
        // Where memory is missing it sets no error.
        rte_errno = OutOfMemory;
        rte_hash* table = rte_hash_create(&parameters);
        return table != null ? new HashTable<TKey>(table, name, flags) : throw MemoryNames.Failure(
            Describe(name), nameof(rte_hash_create), rte_errno, (long)capacity * (sizeof(TKey) + 32));
    }

    /// <summary>The hash of a key, as the table computes it (<c>rte_hash_hash</c>).</summary>
    /// <param name="key">The key.</param>
    /// <returns>The hash.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint Hash(in TKey key)
    {
        fixed (TKey* k = &key)
        {
            return rte_hash_hash(Pointer, k);
        }
    }

    /// <summary>Adds a key (<c>rte_hash_add_key</c>). One that is there already stays where it is, and loses what was stored with it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="position">Its position, 0 to <see cref="PositionCount"/> - 1; negative on failure.</param>
    /// <returns>False when the table has no place for it.</returns>
    /// <exception cref="InvalidOperationException">The table has <see cref="HashTableFlags.MultiWriterAdd"/>, and the thread is no lcore.</exception>
    public bool TryAdd(in TKey key, out int position)
    {
        ThrowUnlessWriter();
        fixed (TKey* k = &key)
        {
            position = rte_hash_add_key(Pointer, k);
        }
        return Added(position, nameof(rte_hash_add_key));
    }

    /// <summary>Adds a key whose hash is known (<c>rte_hash_add_key_with_hash</c>). One that is there already stays where it is, and loses what was stored with it.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hash">Its hash, as <see cref="Hash"/> tells it.</param>
    /// <param name="position">Its position, 0 to <see cref="PositionCount"/> - 1; negative on failure.</param>
    /// <returns>False when the table has no place for it.</returns>
    /// <exception cref="InvalidOperationException">The table has <see cref="HashTableFlags.MultiWriterAdd"/>, and the thread is no lcore.</exception>
    public bool TryAdd(in TKey key, uint hash, out int position)
    {
        ThrowUnlessWriter();
        fixed (TKey* k = &key)
        {
            position = rte_hash_add_key_with_hash(Pointer, k, hash);
        }
        return Added(position, nameof(rte_hash_add_key_with_hash));
    }

    /// <summary>Adds a key and stores a value with it, or replaces the value of a key that is there already (<c>rte_hash_add_key_data</c>).</summary>
    /// <param name="key">The key.</param>
    /// <param name="data">The value: a number, or the address of something in native memory.</param>
    /// <returns>False when the table has no place for it.</returns>
    /// <exception cref="InvalidOperationException">The table has <see cref="HashTableFlags.MultiWriterAdd"/>, and the thread is no lcore.</exception>
    public bool TryAddData(in TKey key, nint data)
    {
        ThrowUnlessWriter();
        fixed (TKey* k = &key)
        {
            return Added(rte_hash_add_key_data(Pointer, k, (void*)data), nameof(rte_hash_add_key_data));
        }
    }

    /// <summary>Adds a key whose hash is known and stores a value with it, or replaces the value of a key that is there already (<c>rte_hash_add_key_with_hash_data</c>).</summary>
    /// <param name="key">The key.</param>
    /// <param name="hash">Its hash, as <see cref="Hash"/> tells it.</param>
    /// <param name="data">The value: a number, or the address of something in native memory.</param>
    /// <returns>False when the table has no place for it.</returns>
    /// <exception cref="InvalidOperationException">The table has <see cref="HashTableFlags.MultiWriterAdd"/>, and the thread is no lcore.</exception>
    public bool TryAddData(in TKey key, uint hash, nint data)
    {
        ThrowUnlessWriter();
        fixed (TKey* k = &key)
        {
            return Added(rte_hash_add_key_with_hash_data(Pointer, k, hash, (void*)data), nameof(rte_hash_add_key_with_hash_data));
        }
    }

    /// <summary>
    /// Deletes a key (<c>rte_hash_del_key</c>). With <see cref="HashTableFlags.NoFreeOnDelete"/> its position stays taken until <see cref="FreePosition"/>.
    /// </summary>
    /// <param name="key">The key.</param>
    /// <param name="position">Its position; negative when it is not there.</param>
    /// <returns>False when it is not there.</returns>
    /// <exception cref="InvalidOperationException">The table has <see cref="HashTableFlags.MultiWriterAdd"/>, and the thread is no lcore.</exception>
    public bool Delete(in TKey key, out int position)
    {
        ThrowUnlessWriter();
        fixed (TKey* k = &key)
        {
            position = rte_hash_del_key(Pointer, k);
        }
        return position >= 0;
    }

    /// <summary>Deletes a key whose hash is known (<c>rte_hash_del_key_with_hash</c>). With <see cref="HashTableFlags.NoFreeOnDelete"/> its position stays taken until <see cref="FreePosition"/>.</summary>
    /// <param name="key">The key.</param>
    /// <param name="hash">Its hash, as <see cref="Hash"/> tells it.</param>
    /// <param name="position">Its position; negative when it is not there.</param>
    /// <returns>False when it is not there.</returns>
    /// <exception cref="InvalidOperationException">The table has <see cref="HashTableFlags.MultiWriterAdd"/>, and the thread is no lcore.</exception>
    public bool Delete(in TKey key, uint hash, out int position)
    {
        ThrowUnlessWriter();
        fixed (TKey* k = &key)
        {
            position = rte_hash_del_key_with_hash(Pointer, k, hash);
        }
        return position >= 0;
    }

    /// <summary>
    /// Frees the position of a deleted key, once no thread looks at it any more (<c>rte_hash_free_key_with_position</c>). Exactly once for each deleted key: a position
    /// that is freed twice is given to two keys.
    /// </summary>
    /// <param name="position">What <see cref="Delete(in TKey, out int)"/> told.</param>
    /// <exception cref="InvalidOperationException">The table frees positions by itself, or the thread is no lcore and the table has <see cref="HashTableFlags.MultiWriterAdd"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The table has no such position.</exception>
    public void FreePosition(int position)
    {
        if ((_flags & (HashTableFlags.NoFreeOnDelete | HashTableFlags.ReadWriteConcurrencyLockFree)) == HashTableFlags.None)
        {
            throw new InvalidOperationException($"{ToString()} frees the position of a key when the key is deleted. Create it with {nameof(HashTableFlags.NoFreeOnDelete)} to do so later.");
        }
        ThrowUnlessWriter();
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(position, PositionCount);
        int result = rte_hash_free_key_with_position(Pointer, position);
        _ = DpdkException.ThrowIfNegative(result, nameof(rte_hash_free_key_with_position), $"position {position:D} of {this} could not be freed");
    }

    /// <summary>Deletes all keys (<c>rte_hash_reset</c>). No other thread may use the table meanwhile.</summary>
    public void Clear() => rte_hash_reset(Pointer);

    /// <summary>The position of a key (<c>rte_hash_lookup</c>).</summary>
    /// <param name="key">The key.</param>
    /// <param name="position">Its position; negative when it is not there.</param>
    /// <returns>Whether it is there.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryLookup(in TKey key, out int position)
    {
        fixed (TKey* k = &key)
        {
            position = rte_hash_lookup(Pointer, k);
        }
        return position >= 0;
    }

    /// <summary>The position of a key (<c>rte_hash_lookup_with_hash</c>).</summary>
    /// <param name="key">The key.</param>
    /// <param name="hash">Its hash, as <see cref="Hash"/> tells it.</param>
    /// <param name="position">Its position; negative when it is not there.</param>
    /// <returns>Whether it is there.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryLookup(in TKey key, uint hash, out int position)
    {
        fixed (TKey* k = &key)
        {
            position = rte_hash_lookup_with_hash(Pointer, k, hash);
        }
        return position >= 0;
    }

    /// <summary>What was stored with a key (<c>rte_hash_lookup_data</c>).</summary>
    /// <param name="key">The key.</param>
    /// <param name="data">The value; 0 when the key is not there, or nothing was stored with it.</param>
    /// <returns>Whether the key is there.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryLookupData(in TKey key, out nint data)
    {
        void* value = null;
        fixed (TKey* k = &key)
        {
            bool found = rte_hash_lookup_data(Pointer, k, &value) >= 0;
            data = (nint)value;
            return found;
        }
    }

    /// <summary>What was stored with a key (<c>rte_hash_lookup_with_hash_data</c>).</summary>
    /// <param name="key">The key.</param>
    /// <param name="hash">Its hash, as <see cref="Hash"/> tells it.</param>
    /// <param name="data">The value; 0 when the key is not there, or nothing was stored with it.</param>
    /// <returns>Whether the key is there.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryLookupData(in TKey key, uint hash, out nint data)
    {
        void* value = null;
        fixed (TKey* k = &key)
        {
            bool found = rte_hash_lookup_with_hash_data(Pointer, k, hash, &value) >= 0;
            data = (nint)value;
            return found;
        }
    }

    /// <summary>The positions of many keys (<c>rte_hash_lookup_bulk</c>): the memory accesses of up to 64 keys overlap, with one native call for them.</summary>
    /// <param name="keys">The keys, any number.</param>
    /// <param name="positions">Takes a position for each, in the same order; negative for a key that is not there.</param>
    /// <exception cref="ArgumentException"><paramref name="positions"/> is shorter than <paramref name="keys"/>.</exception>
    [SkipLocalsInit]
    public void Lookup(scoped ReadOnlySpan<TKey> keys, scoped Span<int> positions)
    {
        Lengths.ThrowIfShorter(positions.Length, keys.Length, nameof(positions));
        rte_hash* table = Pointer;
        void** pointers = stackalloc void*[RTE_HASH_LOOKUP_BULK_MAX];
        fixed (TKey* first = keys)
        {
            fixed (int* answers = positions)
            {
                for (int i = 0; i < keys.Length; i += RTE_HASH_LOOKUP_BULK_MAX)
                {
                    int count = PointAt(first + i, keys.Length - i, pointers);
                    _ = rte_hash_lookup_bulk(table, pointers, (uint)count, answers + i);
                }
            }
        }
    }

    /// <summary>The positions of many keys (<c>rte_hash_lookup_with_hash_bulk</c>): the memory accesses of up to 64 keys overlap, with one native call for them.</summary>
    /// <param name="keys">The keys, any number.</param>
    /// <param name="hashes">The hash of each, as <see cref="Hash"/> tells it.</param>
    /// <param name="positions">Takes a position for each, in the same order; negative for a key that is not there.</param>
    /// <exception cref="ArgumentException"><paramref name="hashes"/> or <paramref name="positions"/> is shorter than <paramref name="keys"/>.</exception>
    [SkipLocalsInit]
    public void Lookup(scoped ReadOnlySpan<TKey> keys, scoped ReadOnlySpan<uint> hashes, scoped Span<int> positions)
    {
        Lengths.ThrowIfShorter(hashes.Length, keys.Length, nameof(hashes));
        Lengths.ThrowIfShorter(positions.Length, keys.Length, nameof(positions));
        rte_hash* table = Pointer;
        void** pointers = stackalloc void*[RTE_HASH_LOOKUP_BULK_MAX];
        fixed (TKey* first = keys)
        {
            fixed (uint* signatures = hashes)
            {
                fixed (int* answers = positions)
                {
                    for (int i = 0; i < keys.Length; i += RTE_HASH_LOOKUP_BULK_MAX)
                    {
                        int count = PointAt(first + i, keys.Length - i, pointers);
                        _ = rte_hash_lookup_with_hash_bulk(table, pointers, signatures + i, (uint)count, answers + i);
                    }
                }
            }
        }
    }

    /// <summary>What was stored with up to 64 keys (<c>rte_hash_lookup_bulk_data</c>).</summary>
    /// <param name="keys">The keys: at most 64.</param>
    /// <param name="data">Takes a value for each, in the same order; those of keys that are not there stay as they were.</param>
    /// <param name="hits">Bit N is set when the key N is there.</param>
    /// <returns>How many of them are there.</returns>
    /// <exception cref="ArgumentException"><paramref name="keys"/> has more than 64, or <paramref name="data"/> is shorter than <paramref name="keys"/>.</exception>
    [SkipLocalsInit]
    public int LookupData(scoped ReadOnlySpan<TKey> keys, scoped Span<nint> data, out ulong hits)
    {
        Lengths.ThrowIfShorter(data.Length, keys.Length, nameof(data));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(keys.Length, RTE_HASH_LOOKUP_BULK_MAX, nameof(keys));
        rte_hash* table = Pointer;
        hits = 0;
        if (keys.IsEmpty)
        {
            return 0;
        }
        void** pointers = stackalloc void*[RTE_HASH_LOOKUP_BULK_MAX];
        ulong mask = 0;
        int found;
        fixed (TKey* first = keys)
        {
            fixed (nint* values = data)
            {
                int count = PointAt(first, keys.Length, pointers);
                found = rte_hash_lookup_bulk_data(table, pointers, (uint)count, &mask, (void**)values);
            }
        }
        hits = mask;
        return found;
    }

    /// <summary>The key at a position (<c>rte_hash_get_key_with_position</c>).</summary>
    /// <param name="position">The position.</param>
    /// <param name="key">The key; the default value on failure.</param>
    /// <returns>False when there is no key.</returns>
    public bool TryGetKey(int position, out TKey key)
    {
        key = default;
        void* found = null;
        if ((uint)position >= (uint)PositionCount || rte_hash_get_key_with_position(Pointer, position, &found) < 0)
        {
            return false;
        }
        key = Unsafe.ReadUnaligned<TKey>(found);
        return true;
    }

    /// <summary>
    /// All keys, in no particular order, for <c>foreach</c> (<c>rte_hash_iterate</c>). What is added or deleted by another thread meanwhile may or may not be among them.
    /// </summary>
    /// <returns>The enumerator; it allocates nothing.</returns>
    public HashTableEnumerator<TKey> GetEnumerator() => new(Pointer);

    /// <summary>Gives the memory back (<c>rte_hash_free</c>). No thread may use the table any more. Does nothing the second time.</summary>
    public void Dispose()
    {
        if (_table == null)
        {
            return;
        }
        rte_hash* table = _table;
        _table = null;
        rte_hash_free(table);
        Eal.Current?.Children.Remove(ToString());
    }

    /// <inheritdoc/>
    public override string ToString() => Describe(Name);

    private static string Describe(string name) => $"the hash table '{name}'";

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PointAt(TKey* keys, int left, void** pointers)
    {
        int count = Math.Min(left, RTE_HASH_LOOKUP_BULK_MAX);
        for (nint i = 0; i < count; i++)
        {
            pointers[i] = keys + i;
        }
        return count;
    }

    private bool Added(int result, string function) => result >= 0
        || (result == NoSpace ? false : throw new DpdkException($"a key could not be added to {this}", function, -result));

    // With caches of free places, one for each lcore, DPDK takes the thread's number as it is.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void ThrowUnlessWriter()
    {
        if (_flags.HasFlag(HashTableFlags.MultiWriterAdd) && rte_lcore_id() == LCORE_ID_ANY)
        {
            ThrowNoLcore();
        }
    }

    [DoesNotReturn]
    private void ThrowNoLcore() => throw new InvalidOperationException(
        $"{ToString()} is for several writers ({nameof(HashTableFlags.MultiWriterAdd)}), and this thread is no lcore: register it with {nameof(LcoreRegistration)}.{nameof(LcoreRegistration.Register)}.");

    [DoesNotReturn]
    private void ThrowDisposed() => throw new ObjectDisposedException(ToString());
}
