using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DpdkSharp.Interop;

/// <summary>What happens when the cache does not serve; out of line, so that the inlined part stays small.</summary>
internal static unsafe class MempoolSlowPath
{
    /// <summary>The table that drivers register in; an address that the JIT takes for a constant.</summary>
    internal static readonly rte_mempool_ops* Operations = (rte_mempool_ops*)&Dpdk.rte_mempool_ops_table_->ops;

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Put(rte_mempool* mp, void** table, uint n, rte_mempool_cache* cache)
    {
        if (cache == null || n > cache->flushthresh)
        {
            _ = Dpdk.rte_mempool_ops_enqueue_bulk(mp, table, n);
            return;
        }

        void** objects = (void**)&cache->objs;
        if ((ulong)cache->len + n <= cache->flushthresh)
        {
            objects += cache->len;
            cache->len += n;
        }
        else
        {
            _ = Dpdk.rte_mempool_ops_enqueue_bulk(mp, objects, cache->len);
            cache->len = n;
        }

        RingCore.Copy((byte*)objects, (byte*)table, (nuint)n * (nuint)sizeof(void*));
    }

    // A thread without a cache comes by here each time: it needs nothing but the call.
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void PutOne(rte_mempool* mp, void* obj, rte_mempool_cache* cache)
    {
        if (cache == null)
        {
            _ = Dpdk.rte_mempool_ops_enqueue_bulk(mp, &obj, 1);
        }
        else
        {
            Put(mp, &obj, 1, cache);
        }
    }

    /// <summary>The address of an object, or a negative error: no address is negative.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static nint GetOne(rte_mempool* mp, rte_mempool_cache* cache)
    {
        void* obj;
        int result = cache == null ? Dpdk.rte_mempool_ops_dequeue_bulk(mp, &obj, 1) : Get(mp, &obj, 1, cache);
        return result < 0 ? result : (nint)obj;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static int Get(rte_mempool* mp, void** table, uint n, rte_mempool_cache* cache)
    {
        if (cache == null)
        {
            return Dpdk.rte_mempool_ops_dequeue_bulk(mp, table, n);
        }

        void** objects = (void**)&cache->objs;
        uint cached = Math.Min(n, cache->len);
        uint rest = cache->len - cached;
        PopReversed(table, objects + rest, cached);
        cache->len = rest;
        uint missing = n - cached;
        if (missing == 0)
        {
            return 0;
        }

        table += cached;
        // The cache has room for twice its largest size: what is wanted now, and a full cache beneath it.
        if (missing <= Dpdk.RTE_MEMPOOL_CACHE_MAX_SIZE)
        {
            uint fill = cache->size + missing;
            if (Dpdk.rte_mempool_ops_dequeue_bulk(mp, objects, fill) >= 0)
            {
                PopReversed(table, objects + cache->size, missing);
                cache->len = cache->size;
                return 0;
            }
        }

        int result = Dpdk.rte_mempool_ops_dequeue_bulk(mp, table, missing);
        if (result < 0)
        {
            // What had been popped is still in its place: counting it again undoes the pop.
            cache->len = cached;
        }

        return result;
    }

    /// <summary>Copies <paramref name="n"/> pointers from the top of a stack: the last one comes first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void PopReversed(void** to, void** from, uint n)
    {
        nuint left = n;
        if (Vector256.IsHardwareAccelerated)
        {
            while (left >= 4)
            {
                left -= 4;
                Vector256.Shuffle(Vector256.Load((ulong*)(from + left)), Vector256.Create(3UL, 2, 1, 0)).Store((ulong*)to);
                to += 4;
            }
        }

        while (left != 0)
        {
            *to++ = from[--left];
        }
    }
}
