using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

/// <summary>The two-step forms: reserve, then look or fill, then keep or give back.</summary>
internal static unsafe class RingPeek
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint ReserveEnqueue(rte_ring* r, uint n, rte_ring_queue_behavior behavior, out uint head, out uint free)
    {
        switch (r->prod.sync_type)
        {
            case rte_ring_sync_type.RTE_RING_SYNC_ST:
                return RingCore.MoveHead(&r->prod, &r->cons, r->capacity, single: true, n, behavior, out head, out free);
            case rte_ring_sync_type.RTE_RING_SYNC_MT_HTS:
                return RingHts.MoveHead(&r->hts_prod, &r->cons, r->capacity, n, behavior, out head, out free);
            default:
                head = 0;
                free = 0;
                return 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint ReserveDequeue(rte_ring* r, uint n, rte_ring_queue_behavior behavior, out uint head, out uint entries)
    {
        switch (r->cons.sync_type)
        {
            case rte_ring_sync_type.RTE_RING_SYNC_ST:
                return RingCore.MoveHead(&r->cons, &r->prod, 0, single: true, n, behavior, out head, out entries);
            case rte_ring_sync_type.RTE_RING_SYNC_MT_HTS:
                return RingHts.MoveHead(&r->hts_cons, &r->prod, 0, n, behavior, out head, out entries);
            default:
                head = 0;
                entries = 0;
                return 0;
        }
    }

    private static bool CanPeek(rte_ring_sync_type mode) =>
        mode is rte_ring_sync_type.RTE_RING_SYNC_ST or rte_ring_sync_type.RTE_RING_SYNC_MT_HTS;

    internal static uint EnqueueStart(rte_ring* r, uint n, rte_ring_queue_behavior behavior, uint* freeSpace)
    {
        n = ReserveEnqueue(r, n, behavior, out _, out uint free);
        if (freeSpace != null)
        {
            *freeSpace = free - n;
        }

        return n;
    }

    internal static uint DequeueStart(rte_ring* r, void* table, uint esize, uint n, rte_ring_queue_behavior behavior, uint* available)
    {
        n = ReserveDequeue(r, n, behavior, out uint head, out uint entries);
        if (n != 0)
        {
            RingCore.CopyOut(r, head, table, esize, n);
        }

        if (available != null)
        {
            *available = entries - n;
        }

        return n;
    }

    internal static void EnqueueFinish(rte_ring* r, void* table, uint esize, uint n)
    {
        switch (r->prod.sync_type)
        {
            case rte_ring_sync_type.RTE_RING_SYNC_ST:
                n = GetTail(&r->prod, n, out uint tail);
                if (n != 0)
                {
                    RingCore.CopyIn(r, tail, table, esize, n);
                }

                SetHeadTail(&r->prod, tail, n);
                break;
            case rte_ring_sync_type.RTE_RING_SYNC_MT_HTS:
                n = RingHts.GetTail(&r->hts_prod, n, out tail);
                if (n != 0)
                {
                    RingCore.CopyIn(r, tail, table, esize, n);
                }

                RingHts.SetHeadTail(&r->hts_prod, tail, n);
                break;
        }
    }

    internal static void EnqueueZeroCopyFinish(rte_ring* r, uint n)
    {
        switch (r->prod.sync_type)
        {
            case rte_ring_sync_type.RTE_RING_SYNC_ST:
                n = GetTail(&r->prod, n, out uint tail);
                SetHeadTail(&r->prod, tail, n);
                break;
            case rte_ring_sync_type.RTE_RING_SYNC_MT_HTS:
                n = RingHts.GetTail(&r->hts_prod, n, out tail);
                RingHts.SetHeadTail(&r->hts_prod, tail, n);
                break;
        }
    }

    internal static void DequeueFinish(rte_ring* r, uint n)
    {
        switch (r->cons.sync_type)
        {
            case rte_ring_sync_type.RTE_RING_SYNC_ST:
                n = GetTail(&r->cons, n, out uint tail);
                SetHeadTail(&r->cons, tail, n);
                break;
            case rte_ring_sync_type.RTE_RING_SYNC_MT_HTS:
                n = RingHts.GetTail(&r->hts_cons, n, out tail);
                RingHts.SetHeadTail(&r->hts_cons, tail, n);
                break;
        }
    }

    internal static uint EnqueueZeroCopyStart(
        rte_ring* r, uint esize, uint n, rte_ring_queue_behavior behavior, rte_ring_zc_data* zcd, uint* freeSpace)
    {
        if (!CanPeek(r->prod.sync_type))
        {
            return 0;
        }

        n = ReserveEnqueue(r, n, behavior, out uint head, out uint free);
        Locate(r, head, esize, n, zcd);
        if (freeSpace != null)
        {
            *freeSpace = free - n;
        }

        return n;
    }

    internal static uint DequeueZeroCopyStart(
        rte_ring* r, uint esize, uint n, rte_ring_queue_behavior behavior, rte_ring_zc_data* zcd, uint* available)
    {
        if (!CanPeek(r->cons.sync_type))
        {
            return 0;
        }

        n = ReserveDequeue(r, n, behavior, out uint head, out uint entries);
        Locate(r, head, esize, n, zcd);
        if (available != null)
        {
            *available = entries - n;
        }

        return n;
    }

    private static void Locate(rte_ring* r, uint head, uint esize, uint n, rte_ring_zc_data* zcd)
    {
        byte* slots = (byte*)(r + 1);
        uint index = head & r->mask;
        zcd->ptr1 = slots + ((nuint)index * esize);
        if (index + n > r->size)
        {
            zcd->n1 = r->size - index;
            zcd->ptr2 = slots;
        }
        else
        {
            zcd->n1 = n;
            zcd->ptr2 = null;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint GetTail(rte_ring_headtail* own, uint n, out uint tail)
    {
        tail = own->tail;
        return unchecked(own->head - tail) >= n ? n : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void SetHeadTail(rte_ring_headtail* own, uint tail, uint n)
    {
        uint position = unchecked(tail + n);
        own->head = position;
        Volatile.Write(ref own->tail, position);
    }
}
