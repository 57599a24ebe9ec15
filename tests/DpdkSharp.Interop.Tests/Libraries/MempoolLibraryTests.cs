using System.Runtime.InteropServices;
using DpdkSharp.Interop.Tests.Inline;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Libraries;

/// <summary>Pools of objects: what makes none, who initialises the objects, and where they come from.</summary>
public sealed unsafe class MempoolLibraryTests(EalFixture eal)
{
    private const uint Count = 127;
    private const int PoolArgument = 0x1234_5678;
    private const int ObjectArgument = 12;

    // What callbacks are given they write down, to be asserted afterwards: an exception that leaves a callback ends the process.
    private static readonly List<nint> s_takenBack = [];
    private static readonly List<(uint Number, uint Written, int Argument, bool OfPool)> s_objects = [];

    private static rte_mempool* Create(uint flags = 0, uint cache = 0, byte* name = null)
    {
        rte_mempool* pool = rte_mempool_create(
            name == null ? EalFixture.UniqueName("poollib") : name, Count, 64, cache, 32,
            &InitialisePool, (void*)PoolArgument, &InitialiseObject, (void*)ObjectArgument, -1, flags);
        Assert.True(pool == null || *(nint*)rte_mempool_get_priv(pool) == PoolArgument);
        return pool;
    }

    [UnmanagedCallersOnly]
    private static void InitialisePool(rte_mempool* pool, void* argument) => *(nint*)rte_mempool_get_priv(pool) = (nint)argument;

    [UnmanagedCallersOnly]
    private static void InitialiseObject(rte_mempool* pool, void* argument, void* element, uint number)
    {
        new Span<byte>(element, (int)pool->elt_size).Clear();
        ((uint*)element)[0] = number;
        ((int*)element)[2] = (int)(nint)argument;
    }

    /// <summary>A walk meets every object once, as it was initialised.</summary>
    private static void AssertObjects(rte_mempool* pool)
    {
        s_objects.Clear();
        Assert.Equal(Count, rte_mempool_obj_iter(pool, &Note, null));
        Assert.Equal(Enumerable.Range(0, (int)Count).Select(static i => ((uint)i, (uint)i, ObjectArgument, true)), s_objects);
    }

    [UnmanagedCallersOnly]
    private static void Note(rte_mempool* pool, void* argument, void* element, uint number) =>
        s_objects.Add((number, ((uint*)element)[0], ((int*)element)[2], rte_mempool_from_obj(element) == pool));

    [UnmanagedCallersOnly]
    private static void NoteMemory(rte_mempool* pool, void* argument, rte_mempool_memhdr* memory, uint number) => (*(ulong*)argument) += memory->len;

    [UnmanagedCallersOnly]
    private static void Find(rte_mempool* pool, void* argument)
    {
        nint* wantedAndFound = (nint*)argument;
        wantedAndFound[1] += wantedAndFound[0] == (nint)pool ? 1 : 0;
    }

    [Fact]
    public void Bad_parameters_make_no_pool() => eal.Run(() =>
    {
        static void Refused(uint n, uint cache, uint flags, int error, string name = "badpool")
        {
            byte* text = (byte*)Marshal.StringToCoTaskMemUTF8(name);
            Assert.True(rte_mempool_create(text, n, 64, cache, 0, null, null, null, null, -1, flags) == null);
            Assert.Equal(error, rte_errno);
            Assert.True(rte_mempool_lookup(text) == null);
            Marshal.FreeCoTaskMem((nint)text);
        }

        Refused(0, 0, 0, 22);
        Refused(1023, RTE_MEMPOOL_CACHE_MAX_SIZE + 1, 0, 22);
        // A cache must not hold more than the pool has.
        Refused(100, 101, 0, 22);
        Refused(100, 0, 1u << 20, 22);
        Refused(100, 0, 0, 36, new string('p', (int)RTE_MEMPOOL_NAMESIZE));
        rte_mempool_free(null);
    });

    [Fact]
    public void A_name_belongs_to_one_pool_and_finds_it() => eal.Run(() =>
    {
        byte* name = EalFixture.UniqueName("poollib");
        Assert.True(rte_mempool_lookup(name) == null);
        Assert.Equal(2, rte_errno);
        rte_mempool* pool = Create(name: name);
        Assert.True(pool != null);
        Assert.True(rte_mempool_lookup(name) == pool);
        Assert.True(Create(name: name) == null);
        Assert.Equal(17, rte_errno);
        nint* wantedAndFound = stackalloc nint[2];
        wantedAndFound[0] = (nint)pool;
        wantedAndFound[1] = 0;
        rte_mempool_walk(&Find, wantedAndFound);
        Assert.Equal(1, wantedAndFound[1]);
        rte_mempool_free(pool);
        Assert.True(rte_mempool_lookup(name) == null);
    });

    [Theory]
    [InlineData(0u)]
    [InlineData((uint)RTE_MEMPOOL_F_NO_SPREAD)]
    [InlineData((uint)RTE_MEMPOOL_F_NO_CACHE_ALIGN)]
    [InlineData((uint)RTE_MEMPOOL_F_SP_PUT | RTE_MEMPOOL_F_SC_GET)]
    [InlineData((uint)RTE_MEMPOOL_F_NO_IOVA_CONTIG)]
    public void Objects_are_initialised_aligned_and_all_different(uint flags) => eal.Run(() =>
    {
        rte_mempool* pool = Create(flags);
        Assert.True(pool != null);
        Assert.Equal((1, 0), (rte_mempool_full(pool), rte_mempool_empty(pool)));
        AssertObjects(pool);
        ulong memory = 0;
        Assert.Equal(pool->nb_mem_chunks, rte_mempool_mem_iter(pool, &NoteMemory, &memory));
        Assert.True(memory >= Count * 64);
        void** objects = stackalloc void*[(int)Count + 1];
        for (uint i = 0; i < Count; i++)
        {
            Assert.Equal(i, rte_mempool_in_use_count(pool));
            Assert.Equal(0, rte_mempool_get(pool, objects + i));
            nuint alignment = (flags & RTE_MEMPOOL_F_NO_CACHE_ALIGN) != 0 ? 8u : 64u;
            Assert.Equal(0u, (nuint)objects[i] % alignment);
            // Written full length: nobody else's begins before its end.
            new Span<byte>((byte*)objects[i] + 4, 60).Fill((byte)i);
        }

        Assert.Equal((0, 1), (rte_mempool_full(pool), rte_mempool_empty(pool)));
        Assert.Equal(-105, rte_mempool_get(pool, objects + Count));
        for (uint i = 0; i < Count; i++)
        {
            Assert.Equal(-1, new Span<byte>((byte*)objects[i] + 4, 60).IndexOfAnyExcept((byte)i));
            rte_mempool_put(pool, objects[i]);
        }

        rte_mempool_audit(pool);
        Assert.Equal(1, rte_mempool_full(pool));
        rte_mempool_free(pool);
    });

    [Theory]
    [InlineData(0u, "ring_mp_mc")]
    [InlineData((uint)RTE_MEMPOOL_F_SP_PUT | RTE_MEMPOOL_F_SC_GET, "ring_sp_sc")]
    [InlineData((uint)RTE_MEMPOOL_F_SP_PUT, "ring_sp_mc")]
    [InlineData((uint)RTE_MEMPOOL_F_SC_GET, "ring_mp_sc")]
    public void The_flags_choose_the_ring(uint flags, string operations) => eal.Run(() =>
    {
        rte_mempool* pool = Create(flags);
        Assert.True(pool != null);
        Assert.Equal(operations, Marshal.PtrToStringUTF8((nint)rte_mempool_get_ops(pool->ops_index)));
        rte_mempool_free(pool);
    });

    [Fact]
    public void An_empty_pool_is_filled_by_ones_own_choice() => eal.Run(() =>
    {
        rte_mempool* pool = rte_mempool_create_empty(EalFixture.UniqueName("poollib"), Count, 64, 0, 0, -1, 0);
        Assert.True(pool != null);
        Assert.Equal(0u, pool->populated_size);
        fixed (byte* unknown = "nosuchops"u8, stack = "ring_mp_mc"u8)
        {
            Assert.Equal(-22, rte_mempool_set_ops_byname(pool, unknown, null));
            Assert.Equal(0, rte_mempool_set_ops_byname(pool, stack, null));
            Assert.Equal((int)Count, rte_mempool_populate_default(pool));
            Assert.Equal(Count, pool->populated_size);
            // Too late to change.
            Assert.Equal(-17, rte_mempool_set_ops_byname(pool, stack, null));
        }

        Assert.Equal(Count, rte_mempool_obj_iter(pool, &InitialiseObject, (void*)ObjectArgument));
        AssertObjects(pool);
        Assert.Equal(1, rte_mempool_full(pool));
        rte_mempool_free(pool);
    });

    /// <summary>A pool over memory that the program brings, a piece at a time: it is given back, piece by piece, when the pool is freed.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_pool_lives_in_memory_of_ones_own(bool byPages) => eal.Run(() =>
    {
        const int Page = 4096;
        const nuint PieceSize = 2 * Page;
        rte_mempool* pool = rte_mempool_create_empty(EalFixture.UniqueName("poollib"), Count, 64, 0, 0, -1, 0);
        Assert.True(pool != null);
        List<nint> pieces = [];
        uint objects = 0;
        while (pool->populated_size < Count)
        {
            byte* piece = (byte*)NativeMemory.AlignedAlloc(PieceSize, Page);
            pieces.Add((nint)piece);
            int added = byPages
                ? rte_mempool_populate_virt(pool, piece, PieceSize, Page, &TakeBack, (void*)ObjectArgument)
                : rte_mempool_populate_iova(pool, piece, (ulong)piece, PieceSize, &TakeBack, (void*)ObjectArgument);
            Assert.InRange(added, 1, (int)Count);
            objects += (uint)added;
            Assert.Equal(objects, pool->populated_size);
        }

        Assert.InRange(pieces.Count, 2, 20);
        Assert.Equal(Count, objects);
        Assert.Equal(1, rte_mempool_full(pool));
        void** taken = stackalloc void*[(int)Count];
        Assert.Equal(0, rte_mempool_get_bulk(pool, taken, Count));
        for (uint i = 0; i < Count; i++)
        {
            nint place = (nint)taken[i];
            Assert.Contains(pieces, p => place >= p && place + 64 <= p + (nint)PieceSize);
            // Where the device finds it: at the address that was given.
            Assert.Equal((ulong)place, rte_mempool_virt2iova(taken[i]));
        }

        rte_mempool_put_bulk(pool, taken, Count);
        // What is full takes no more, and what is too small for one object holds none.
        byte* more = (byte*)NativeMemory.AlignedAlloc(PieceSize, Page);
        Assert.Equal(-28, rte_mempool_populate_iova(pool, more, (ulong)more, PieceSize, null, null));
        NativeMemory.AlignedFree(more);
        s_takenBack.Clear();
        rte_mempool_free(pool);
        Assert.Equal(pieces.Order(), s_takenBack.Order());
    });

    [Fact]
    public void A_pool_lives_in_anonymous_memory() => eal.Run(() =>
    {
        rte_mempool* pool = rte_mempool_create_empty(EalFixture.UniqueName("poollib"), Count, 64, 0, 0, -1, 0);
        Assert.True(pool != null);
        Assert.Equal((int)Count, rte_mempool_populate_anon(pool));
        Assert.Equal(1, rte_mempool_full(pool));
        Assert.Equal(Count, rte_mempool_obj_iter(pool, &InitialiseObject, (void*)ObjectArgument));
        AssertObjects(pool);
        rte_mempool_audit(pool);
        // A second time there is nothing left to do, which is an error.
        Assert.Equal(0, rte_mempool_populate_anon(pool));
        Assert.Equal(22, rte_errno);
        rte_mempool_free(pool);
    });

    [UnmanagedCallersOnly]
    private static void TakeBack(rte_mempool_memhdr* piece, void* argument)
    {
        s_takenBack.Add((nint)argument == ObjectArgument ? (nint)piece->addr : 0);
        NativeMemory.AlignedFree(piece->addr);
    }

    [Fact]
    public void A_cache_of_ones_own_keeps_objects_until_it_is_flushed() => eal.Run(() =>
    {
        Assert.True(rte_mempool_cache_create(0, -1) == null);
        Assert.Equal(22, rte_errno);
        Assert.True(rte_mempool_cache_create(RTE_MEMPOOL_CACHE_MAX_SIZE + 1, -1) == null);
        Assert.Equal(22, rte_errno);
        rte_mempool* pool = Create();
        rte_mempool_cache* cache = rte_mempool_cache_create(16, -1);
        Assert.True(cache != null);
        void* taken;
        Assert.Equal(0, rte_mempool_generic_get(pool, &taken, 1, cache));
        Assert.True(cache->len > 0);
        Assert.True(rte_mempool_avail_count(pool) < Count - 1);
        rte_mempool_generic_put(pool, &taken, 1, cache);
        rte_mempool_cache_flush(cache, pool);
        Assert.Equal(0u, cache->len);
        Assert.Equal(1, rte_mempool_full(pool));
        rte_mempool_cache_free(cache);
        rte_mempool_free(pool);
    });

    /// <summary>Each thread marks what it holds; an object that both held would show the other's mark.</summary>
    [Fact]
    public void Two_threads_never_hold_the_same_object() => eal.Run(() =>
    {
        rte_mempool* pool = Create();
        int clashes = 0;
        void Work(uint mark)
        {
            rte_mempool_cache* cache = mark == 1 ? rte_mempool_cache_create(8, -1) : null;
            void** held = stackalloc void*[32];
            for (uint round = 0; round < 20_000; round++)
            {
                uint n = (round % 32) + 1;
                if (rte_mempool_generic_get(pool, held, n, cache) != 0)
                {
                    _ = Thread.Yield();
                    continue;
                }

                for (uint i = 0; i < n; i++)
                {
                    Volatile.Write(ref ((uint*)held[i])[1], mark);
                }

                for (uint i = 0; i < n; i++)
                {
                    if (Volatile.Read(ref ((uint*)held[i])[1]) != mark)
                    {
                        _ = Interlocked.Increment(ref clashes);
                    }
                }

                rte_mempool_generic_put(pool, held, n, cache);
            }

            if (cache != null)
            {
                rte_mempool_cache_flush(cache, pool);
                rte_mempool_cache_free(cache);
            }
        }

        Threads.Run(() => Work(1), () => Work(2));
        Assert.Equal(0, clashes);
        Assert.Equal(1, rte_mempool_full(pool));
        AssertObjects(pool);
        rte_mempool_free(pool);
    });
}
