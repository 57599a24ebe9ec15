using System.Runtime.InteropServices;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>What a pool really has: in the caches of lcores, and behind them.</summary>
internal static unsafe class PoolContents
{
    /// <summary>Looks, without taking anything: true at some moment while other threads use the pool.</summary>
    /// <returns>The free objects; null where the pool's kind (its operations) cannot be looked into.</returns>
    public static List<nint>? Peek(rte_mempool* pool)
    {
        // The kinds of DPDK that are rings with these modes; what the others keep is their own business.
        if (OperationsOf(pool) is not ("ring_mp_mc" or "ring_sp_sc" or "ring_mp_sc" or "ring_sp_mc"))
        {
            return null;
        }
        List<nint> objects = Cached(pool);
        var ring = (rte_ring*)pool->pool_data;
        uint end = Volatile.Read(ref ring->prod.tail);
        void** slots = (void**)(ring + 1);
        for (uint i = Volatile.Read(ref ring->cons.tail); i != end && objects.Count <= pool->size * 2; i++)
        {
            objects.Add((nint)slots[i & ring->mask]);
        }
        return objects;
    }

    /// <summary>Takes everything out and puts it back, by the pool's own operations. No other thread may use the pool.</summary>
    public static List<nint> TakeAndPutBack(rte_mempool* pool)
    {
        var taken = new List<nint>();
        void* one;
        while (taken.Count <= pool->size * 2 && rte_mempool_ops_dequeue_bulk(pool, &one, 1) == 0)
        {
            taken.Add((nint)one);
        }
        fixed (nint* table = CollectionsMarshal.AsSpan(taken))
        {
            for (int i = 0; i < taken.Count; i++)
            {
                // Room is there: they came from it.
                _ = rte_mempool_ops_enqueue_bulk(pool, (void**)(table + i), 1);
            }
        }
        taken.AddRange(Cached(pool));
        return taken;
    }

    private static List<nint> Cached(rte_mempool* pool)
    {
        var objects = new List<nint>();
        for (uint lcore = 0; lcore < RTE_MAX_LCORE; lcore++)
        {
            rte_mempool_cache* cache = rte_mempool_default_cache(pool, lcore);
            void** table = cache == null ? null : (void**)&cache->objs;
            for (uint i = 0; cache != null && i < cache->len; i++)
            {
                objects.Add((nint)table[i]);
            }
        }
        return objects;
    }

    private static string? OperationsOf(rte_mempool* pool) => Marshal.PtrToStringUTF8((nint)rte_mempool_get_ops(pool->ops_index));
}
