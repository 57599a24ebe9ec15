using CsCheck;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Inline;

public sealed unsafe class MempoolTests(EalFixture eal)
{
    private const uint ObjectSize = 64;

    /// <summary>A pool whose objects carry their number; to be called on the main lcore.</summary>
    private static rte_mempool* Create(uint count, uint cacheSize)
    {
        rte_mempool* pool = rte_mempool_create(
            EalFixture.UniqueName("pool"), count, ObjectSize, cacheSize, 16, null, null, null, null, -1, 0);
        Assert.True(pool != null);
        void** all = stackalloc void*[(int)count];
        Assert.Equal(0, rte_mempool_generic_get(pool, all, count, null));
        for (uint i = 0; i < count; i++)
        {
            *(uint*)all[i] = i;
        }

        rte_mempool_generic_put(pool, all, count, null);
        return pool;
    }

    [Fact]
    public void An_lcore_goes_through_its_cache() => eal.Run(() =>
    {
        rte_mempool* pool = Create(255, 32);
        rte_mempool_cache* cache = rte_mempool_default_cache(pool, rte_lcore_id());
        Assert.True(cache == pool->local_cache);
        Assert.Equal(48u, cache->flushthresh);
        void* first;
        Assert.Equal(0, rte_mempool_get(pool, &first));
        Assert.Equal(32u, cache->len);
        Assert.Equal(254u, rte_mempool_avail_count(pool));
        rte_mempool_put(pool, first);
        Assert.Equal(33u, cache->len);
        void** many = stackalloc void*[64];
        Assert.Equal(0, rte_mempool_get_bulk(pool, many, 33));
        Assert.Equal(0u, cache->len);
        Assert.True(many[0] == first);
        rte_mempool_put_bulk(pool, many, 33);
        Assert.Equal(33u, cache->len);
        rte_mempool_cache_flush(null, pool);
        Assert.Equal(0u, cache->len);
        Assert.Equal(1, rte_mempool_full(pool));
        rte_mempool_free(pool);
    });

    [Fact]
    public void A_thread_without_lcore_goes_to_the_pool()
    {
        rte_mempool* pool = null;
        eal.Run(() => pool = Create(63, 16));
        Assert.True(rte_mempool_default_cache(pool, rte_lcore_id()) == null);
        void** all = stackalloc void*[64];
        Assert.Equal(0, rte_mempool_get_bulk(pool, all, 60));
        Assert.Equal(0, rte_mempool_get(pool, all + 60));
        Assert.Equal(0, rte_mempool_get(pool, all + 61));
        Assert.Equal(0, rte_mempool_get(pool, all + 62));
        Assert.Equal(1, rte_mempool_empty(pool));
        Assert.Equal(-105, rte_mempool_get(pool, all + 63));
        Assert.Equal(-105, rte_mempool_get_bulk(pool, all + 63, 1));
        HashSet<uint> numbers = [];
        for (int i = 0; i < 63; i++)
        {
            Assert.True(numbers.Add(*(uint*)all[i]));
            Assert.True(rte_mempool_from_obj(all[i]) == pool);
            Assert.Equal(((delegate* unmanaged<void*, ulong>)Oracle.Get("o_rte_mempool_virt2iova"))(all[i]), rte_mempool_virt2iova(all[i]));
        }

        rte_mempool_put(pool, all[0]);
        rte_mempool_put_bulk(pool, all + 1, 62);
        Assert.Equal(1, rte_mempool_full(pool));
        for (uint lcore = 0; lcore < RTE_MAX_LCORE; lcore++)
        {
            Assert.Equal(0u, pool->local_cache[lcore].len);
        }

        eal.Run(() => rte_mempool_free(pool));
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(32u)]
    public void The_private_area_is_where_c_has_it(uint cacheSize) => eal.Run(() =>
    {
        rte_mempool* pool = Create(63, cacheSize);
        var inC = (delegate* unmanaged<rte_mempool*, void*>)Oracle.Get("o_rte_mempool_get_priv");
        Assert.True(inC(pool) == rte_mempool_get_priv(pool));
        rte_mempool_free(pool);
    });

    /// <summary>Twin pools with a cache each, one worked on by C, one by C#: the same objects in the same order, the same cache.</summary>
    [Theory]
    [InlineData(8u)]
    [InlineData(32u)]
    [InlineData(512u)]
    public void Random_operations_leave_the_cache_as_c_does(uint cacheSize) => eal.Run(() =>
    {
        const uint Count = 2047;
        rte_mempool* ours = Create(Count, 0);
        rte_mempool* theirs = Create(Count, 0);
        rte_mempool_cache* ourCache = rte_mempool_cache_create(cacheSize, -1);
        rte_mempool_cache* theirCache = rte_mempool_cache_create(cacheSize, -1);
        var get = (delegate* unmanaged<rte_mempool*, void**, uint, rte_mempool_cache*, int>)Oracle.Get("o_rte_mempool_generic_get");
        var put = (delegate* unmanaged<rte_mempool*, void**, uint, rte_mempool_cache*, void>)Oracle.Get("o_rte_mempool_generic_put");
        var flush = (delegate* unmanaged<rte_mempool_cache*, rte_mempool*, void>)Oracle.Get("o_rte_mempool_cache_flush");
        void** ourHeld = stackalloc void*[(int)Count + 1];
        void** theirHeld = stackalloc void*[(int)Count + 1];
        uint held = 0;
        Gen.Select(Gen.Int[0, 20], Gen.UInt[0, 700], Gen.UInt[0, 60]).Sample(
            (operation, large, small) =>
            {
                uint n = operation % 3 == 0 ? large : small;
                if (operation == 20)
                {
                    rte_mempool_cache_flush(ourCache, ours);
                    flush(theirCache, theirs);
                }
                else if (operation % 2 == 0)
                {
                    n = Math.Min(n, Count - held);
                    int result = rte_mempool_generic_get(ours, ourHeld + held, n, ourCache);
                    Assert.Equal(get(theirs, theirHeld + held, n, theirCache), result);
                    for (uint i = held; result == 0 && i < held + n; i++)
                    {
                        Assert.Equal(*(uint*)theirHeld[i], *(uint*)ourHeld[i]);
                    }

                    held += result == 0 ? n : 0;
                }
                else
                {
                    n = Math.Min(n, held);
                    held -= n;
                    rte_mempool_generic_put(ours, ourHeld + held, n, ourCache);
                    put(theirs, theirHeld + held, n, theirCache);
                }

                Assert.Equal(theirCache->len, ourCache->len);
                Assert.Equal(rte_mempool_avail_count(theirs), rte_mempool_avail_count(ours));
                for (uint i = 0; i < ourCache->len; i++)
                {
                    Assert.Equal(*(uint*)((void**)&theirCache->objs)[i], *(uint*)((void**)&ourCache->objs)[i]);
                }
            },
            iter: 10_000,
            threads: 1);

        // One more than there is: refused, and nothing has moved.
        uint more = rte_mempool_avail_count(ours) + ourCache->len + 1;
        void** beyond = stackalloc void*[(int)more];
        Assert.True(rte_mempool_generic_get(ours, beyond, more, ourCache) < 0);
        Assert.True(get(theirs, beyond, more, theirCache) < 0);
        Assert.Equal(theirCache->len, ourCache->len);

        rte_mempool_generic_put(ours, ourHeld, held, ourCache);
        rte_mempool_cache_flush(ourCache, ours);
        Assert.Equal(1, rte_mempool_full(ours));
        rte_mempool_cache_free(ourCache);
        rte_mempool_cache_free(theirCache);
        rte_mempool_free(ours);
        rte_mempool_free(theirs);
    });
}
