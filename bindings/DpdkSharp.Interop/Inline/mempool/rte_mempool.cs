using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// The layout of the pool, its cache and its operations is one in all supported ABIs, and so is what a cache does:
// - get takes from the top of the cache; when that is not enough, it fills the cache from the pool up to its size plus what is
//   still wanted;
// - put adds to the cache; when the flush threshold (1.5 times the size) would be passed, all that is in it goes to the pool first;
// - more than the threshold at once bypasses the cache.
// Statistics, cookies and fast-path tracing are compile-time options of C that distributions leave off.
public static unsafe partial class Dpdk
{
    /// <summary>The header in front of each object of a pool.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static rte_mempool_objhdr* rte_mempool_get_header(void* obj) => (rte_mempool_objhdr*)obj - 1;

    /// <summary>The trailer behind the object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static rte_mempool_objtlr* rte_mempool_get_trailer(void* obj) =>
        (rte_mempool_objtlr*)((byte*)obj + rte_mempool_from_obj(obj)->elt_size);

    /// <summary>The pool that the object belongs to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static rte_mempool* rte_mempool_from_obj(void* obj) => rte_mempool_get_header(obj)->mp;

    /// <summary>The object's IO address.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_mempool_virt2iova(void* elt) => rte_mempool_get_header(elt)->iova;

    /// <summary>Bytes of the pool record with <paramref name="cs"/>, the size of its caches.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint RTE_MEMPOOL_HEADER_SIZE(rte_mempool* mp, uint cs) =>
        (nuint)sizeof(rte_mempool) + (cs == 0 ? 0 : (nuint)sizeof(rte_mempool_cache) * RTE_MAX_LCORE);

    /// <summary>The private area of the pool.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void* rte_mempool_get_priv(rte_mempool* mp) => (byte*)mp + RTE_MEMPOOL_HEADER_SIZE(mp, mp->cache_size);

    public static int rte_mempool_full(rte_mempool* mp) => rte_mempool_avail_count(mp) == mp->size ? 1 : 0;

    public static int rte_mempool_empty(rte_mempool* mp) => rte_mempool_avail_count(mp) == 0 ? 1 : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static rte_mempool_ops* rte_mempool_get_ops(int ops_index) => MempoolSlowPath.Operations + ops_index;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_mempool_ops_dequeue_bulk(rte_mempool* mp, void** obj_table, uint n) =>
        rte_mempool_get_ops(mp->ops_index)->dequeue(mp, obj_table, n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_mempool_ops_enqueue_bulk(rte_mempool* mp, void** obj_table, uint n) =>
        rte_mempool_get_ops(mp->ops_index)->enqueue(mp, obj_table, n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_mempool_ops_dequeue_contig_blocks(rte_mempool* mp, void** first_obj_table, uint n) =>
        rte_mempool_get_ops(mp->ops_index)->dequeue_contig_blocks(mp, first_obj_table, n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_mempool_get_contig_blocks(rte_mempool* mp, void** first_obj_table, uint n) =>
        rte_mempool_ops_dequeue_contig_blocks(mp, first_obj_table, n);

    /// <summary>The pool's cache of that lcore; null for a pool without caches and for <c>LCORE_ID_ANY</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static rte_mempool_cache* rte_mempool_default_cache(rte_mempool* mp, uint lcore_id) =>
        mp->cache_size == 0 || lcore_id >= RTE_MAX_LCORE ? null : mp->local_cache + lcore_id;

    /// <summary>Gives all that the cache holds back to the pool. Null stands for the calling lcore's cache.</summary>
    public static void rte_mempool_cache_flush(rte_mempool_cache* cache, rte_mempool* mp)
    {
        if (cache == null)
        {
            cache = rte_mempool_default_cache(mp, rte_lcore_id());
        }

        if (cache == null || cache->len == 0)
        {
            return;
        }

        _ = rte_mempool_ops_enqueue_bulk(mp, (void**)&cache->objs, cache->len);
        cache->len = 0;
    }

    /// <summary>Gives objects back, through <paramref name="cache"/> unless that is null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_mempool_generic_put(rte_mempool* mp, void** obj_table, uint n, rte_mempool_cache* cache)
    {
        // In 64 bits, so that no count however large passes the check by wrapping around.
        if (cache != null && (ulong)cache->len + n <= cache->flushthresh)
        {
            void** top = (void**)&cache->objs + cache->len;
            cache->len += n;
            RingCore.Copy((byte*)top, (byte*)obj_table, (nuint)n * (nuint)sizeof(void*));
        }
        else
        {
            MempoolSlowPath.Put(mp, obj_table, n, cache);
        }
    }

    /// <inheritdoc cref="rte_mempool_generic_put"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_mempool_do_generic_put(rte_mempool* mp, void** obj_table, uint n, rte_mempool_cache* cache) =>
        rte_mempool_generic_put(mp, obj_table, n, cache);

    /// <summary>Gives objects back, through the calling lcore's cache if the pool has caches and the thread is an lcore.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_mempool_put_bulk(rte_mempool* mp, void** obj_table, uint n) =>
        rte_mempool_generic_put(mp, obj_table, n, rte_mempool_default_cache(mp, rte_lcore_id()));

    /// <inheritdoc cref="rte_mempool_put_bulk"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_mempool_put(rte_mempool* mp, void* obj)
    {
        rte_mempool_cache* cache = rte_mempool_default_cache(mp, rte_lcore_id());
        if (cache != null)
        {
            uint length = cache->len;
            if (length < cache->flushthresh)
            {
                cache->len = length + 1;
                ((void**)&cache->objs)[length] = obj;
                return;
            }
        }

        MempoolSlowPath.PutOne(mp, obj, cache);
    }

    /// <summary>Takes objects, through <paramref name="cache"/> unless that is null: all of them and 0, or none and a negative error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_mempool_generic_get(rte_mempool* mp, void** obj_table, uint n, rte_mempool_cache* cache)
    {
        if (cache == null || n > cache->len)
        {
            return MempoolSlowPath.Get(mp, obj_table, n, cache);
        }

        uint rest = cache->len - n;
        cache->len = rest;
        MempoolSlowPath.PopReversed(obj_table, (void**)&cache->objs + rest, n);
        return 0;
    }

    /// <inheritdoc cref="rte_mempool_generic_get"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_mempool_do_generic_get(rte_mempool* mp, void** obj_table, uint n, rte_mempool_cache* cache) =>
        rte_mempool_generic_get(mp, obj_table, n, cache);

    /// <summary>Takes objects, through the calling lcore's cache if the pool has caches and the thread is an lcore.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_mempool_get_bulk(rte_mempool* mp, void** obj_table, uint n) =>
        rte_mempool_generic_get(mp, obj_table, n, rte_mempool_default_cache(mp, rte_lcore_id()));

    /// <inheritdoc cref="rte_mempool_get_bulk"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_mempool_get(rte_mempool* mp, void** obj_p)
    {
        nint taken = MempoolTake(mp);
        if (taken < 0)
        {
            return (int)taken;
        }

        *obj_p = (void*)taken;
        return 0;
    }

    /// <summary>
    /// Takes one object: its address, or a negative error. The address is a value all along, so that the variable that a caller names by
    /// a pointer can stay in a register.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint MempoolTake(rte_mempool* mp)
    {
        rte_mempool_cache* cache = rte_mempool_default_cache(mp, rte_lcore_id());
        if (cache == null || cache->len == 0)
        {
            return MempoolSlowPath.GetOne(mp, cache);
        }

        uint last = cache->len - 1;
        cache->len = last;
        return (nint)((void**)&cache->objs)[last];
    }
}
