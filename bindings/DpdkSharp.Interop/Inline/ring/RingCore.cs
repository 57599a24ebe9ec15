using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DpdkSharp.Interop;

/// <summary>What all enqueue and dequeue forms share.</summary>
/// <remarks>
/// A ring is a table of <c>size</c> slots behind the record, and two pairs of free-running 32-bit positions: producers reserve
/// slots by moving their head, fill them, and publish by moving their tail; consumers the same on their side. A side looks at the
/// other side's tail only. Reading that tail is an acquire, writing the own tail a release, on x86-64 plain moves both.
/// Every caller passes constants for element size, behaviour and mode, so that they fold when this is inlined.
/// </remarks>
internal static unsafe class RingCore
{
    /// <summary>Reserves up to <paramref name="n"/> slots by moving the head of <paramref name="own"/>; answers how many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint MoveHead(
        rte_ring_headtail* own,
        rte_ring_headtail* other,
        uint capacity,
        bool single,
        uint n,
        rte_ring_queue_behavior behavior,
        out uint oldHead,
        out uint entries)
    {
        uint wanted = n;
        oldHead = Volatile.Read(ref own->head);
        while (true)
        {
            n = wanted;
            entries = unchecked(capacity + Volatile.Read(ref other->tail) - oldHead);
            if (n > entries)
            {
                n = behavior == rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED ? 0 : entries;
            }

            if (n == 0)
            {
                return 0;
            }

            uint newHead = unchecked(oldHead + n);
            if (single)
            {
                own->head = newHead;
                return n;
            }

            uint seen = Interlocked.CompareExchange(ref own->head, newHead, oldHead);
            if (seen == oldHead)
            {
                return n;
            }

            oldHead = seen;
        }
    }

    /// <summary>Publishes the slots from <paramref name="oldTail"/> on, after those who reserved earlier ones have done so.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void UpdateTail(rte_ring_headtail* own, uint oldTail, uint n, bool single)
    {
        if (!single)
        {
            while (Volatile.Read(ref own->tail) != oldTail)
            {
                Dpdk.rte_pause();
            }
        }

        Volatile.Write(ref own->tail, unchecked(oldTail + n));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Enqueue(
        rte_ring* r, void* table, uint esize, uint n, rte_ring_queue_behavior behavior, bool single, uint* freeSpace)
    {
        n = MoveHead(&r->prod, &r->cons, r->capacity, single, n, behavior, out uint head, out uint free);
        if (n != 0)
        {
            CopyIn(r, head, table, esize, n);
            UpdateTail(&r->prod, head, n, single);
        }

        if (freeSpace != null)
        {
            *freeSpace = free - n;
        }

        return n;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Dequeue(
        rte_ring* r, void* table, uint esize, uint n, rte_ring_queue_behavior behavior, bool single, uint* available)
    {
        n = MoveHead(&r->cons, &r->prod, 0, single, n, behavior, out uint head, out uint entries);
        if (n != 0)
        {
            CopyOut(r, head, table, esize, n);
            UpdateTail(&r->cons, head, n, single);
        }

        if (available != null)
        {
            *available = entries - n;
        }

        return n;
    }

    /// <summary>Enqueues in the mode the ring was created with.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint EnqueueByMode(rte_ring* r, void* table, uint esize, uint n, rte_ring_queue_behavior behavior, uint* freeSpace)
    {
        rte_ring_sync_type mode = r->prod.sync_type;
        if (mode == rte_ring_sync_type.RTE_RING_SYNC_ST)
        {
            return Enqueue(r, table, esize, n, behavior, single: true, freeSpace);
        }

        // The two modes made for more threads than cores are kept out of line: they wait for others anyway.
        return mode == rte_ring_sync_type.RTE_RING_SYNC_MT
            ? Enqueue(r, table, esize, n, behavior, single: false, freeSpace)
            : EnqueueRelaxed(r, table, esize, n, behavior, freeSpace);
    }

    /// <summary>Dequeues in the mode the ring was created with.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint DequeueByMode(rte_ring* r, void* table, uint esize, uint n, rte_ring_queue_behavior behavior, uint* available)
    {
        rte_ring_sync_type mode = r->cons.sync_type;
        if (mode == rte_ring_sync_type.RTE_RING_SYNC_ST)
        {
            return Dequeue(r, table, esize, n, behavior, single: true, available);
        }

        return mode == rte_ring_sync_type.RTE_RING_SYNC_MT
            ? Dequeue(r, table, esize, n, behavior, single: false, available)
            : DequeueRelaxed(r, table, esize, n, behavior, available);
    }

    /// <summary>Enqueues one pointer; the value goes from a register into its slot, not through a table of one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint EnqueueOne(rte_ring* r, void* obj, bool single)
    {
        uint n = MoveHead(&r->prod, &r->cons, r->capacity, single, 1, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, out uint head, out _);
        if (n != 0)
        {
            ((void**)(r + 1))[head & r->mask] = obj;
            UpdateTail(&r->prod, head, 1, single);
        }

        return n;
    }

    /// <summary>Dequeues one pointer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint DequeueOne(rte_ring* r, void** obj, bool single)
    {
        uint n = MoveHead(&r->cons, &r->prod, 0, single, 1, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, out uint head, out _);
        if (n != 0)
        {
            *obj = ((void**)(r + 1))[head & r->mask];
            UpdateTail(&r->cons, head, 1, single);
        }

        return n;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint EnqueueOneByMode(rte_ring* r, void* obj)
    {
        rte_ring_sync_type mode = r->prod.sync_type;
        if (mode == rte_ring_sync_type.RTE_RING_SYNC_ST)
        {
            return EnqueueOne(r, obj, single: true);
        }

        return mode == rte_ring_sync_type.RTE_RING_SYNC_MT ? EnqueueOne(r, obj, single: false) : EnqueueOneRelaxed(r, obj);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint DequeueOneByMode(rte_ring* r, void** obj)
    {
        rte_ring_sync_type mode = r->cons.sync_type;
        if (mode == rte_ring_sync_type.RTE_RING_SYNC_ST)
        {
            return DequeueOne(r, obj, single: true);
        }

        return mode == rte_ring_sync_type.RTE_RING_SYNC_MT
            ? DequeueOne(r, obj, single: false)
            : DequeueRelaxed(r, obj, (uint)sizeof(void*), 1, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, null);
    }

    // By value, so that taking its address here does not force the caller's copy into memory.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static uint EnqueueOneRelaxed(rte_ring* r, void* obj) =>
        EnqueueRelaxed(r, &obj, (uint)sizeof(void*), 1, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, null);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static uint EnqueueRelaxed(rte_ring* r, void* table, uint esize, uint n, rte_ring_queue_behavior behavior, uint* freeSpace)
    {
        switch (r->prod.sync_type)
        {
            case rte_ring_sync_type.RTE_RING_SYNC_MT_RTS:
                return RingRts.Enqueue(r, table, esize, n, behavior, freeSpace);
            case rte_ring_sync_type.RTE_RING_SYNC_MT_HTS:
                return RingHts.Enqueue(r, table, esize, n, behavior, freeSpace);
            default:
                // Not a mode: the memory is no ring. C answers that nothing fits.
                if (freeSpace != null)
                {
                    *freeSpace = 0;
                }

                return 0;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static uint DequeueRelaxed(rte_ring* r, void* table, uint esize, uint n, rte_ring_queue_behavior behavior, uint* available)
    {
        switch (r->cons.sync_type)
        {
            case rte_ring_sync_type.RTE_RING_SYNC_MT_RTS:
                return RingRts.Dequeue(r, table, esize, n, behavior, available);
            case rte_ring_sync_type.RTE_RING_SYNC_MT_HTS:
                return RingHts.Dequeue(r, table, esize, n, behavior, available);
            default:
                if (available != null)
                {
                    *available = 0;
                }

                return 0;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void CopyIn(rte_ring* r, uint head, void* table, uint esize, uint n)
    {
        uint index = head & r->mask;
        byte* slots = (byte*)(r + 1);
        if (index + n <= r->size)
        {
            Copy(slots + ((nuint)index * esize), (byte*)table, (nuint)n * esize);
        }
        else
        {
            CopyInWrapped(r, index, (byte*)table, esize, n);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void CopyOut(rte_ring* r, uint head, void* table, uint esize, uint n)
    {
        uint index = head & r->mask;
        byte* slots = (byte*)(r + 1);
        if (index + n <= r->size)
        {
            Copy((byte*)table, slots + ((nuint)index * esize), (nuint)n * esize);
        }
        else
        {
            CopyOutWrapped(r, index, (byte*)table, esize, n);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CopyInWrapped(rte_ring* r, uint index, byte* table, uint esize, uint n)
    {
        nuint first = (nuint)(r->size - index) * esize;
        byte* slots = (byte*)(r + 1);
        Copy(slots + ((nuint)index * esize), table, first);
        Copy(slots, table + first, ((nuint)n * esize) - first);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void CopyOutWrapped(rte_ring* r, uint index, byte* table, uint esize, uint n)
    {
        nuint first = (nuint)(r->size - index) * esize;
        byte* slots = (byte*)(r + 1);
        Copy(table, slots + ((nuint)index * esize), first);
        Copy(table + first, slots, ((nuint)n * esize) - first);
    }

    /// <summary>Copies a multiple of four bytes. Inline, as a call of memcpy costs more than moving a burst of pointers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Copy(byte* to, byte* from, nuint bytes)
    {
        nuint done = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            for (; done + 32 <= bytes; done += 32)
            {
                Vector256.Load(from + done).Store(to + done);
            }
        }
        else
        {
            for (; done + 32 <= bytes; done += 32)
            {
                Vector128.Load(from + done).Store(to + done);
                Vector128.Load(from + done + 16).Store(to + done + 16);
            }
        }

        if ((bytes & 16) != 0)
        {
            Vector128.Load(from + done).Store(to + done);
            done += 16;
        }

        if ((bytes & 8) != 0)
        {
            *(ulong*)(to + done) = *(ulong*)(from + done);
            done += 8;
        }

        if ((bytes & 4) != 0)
        {
            *(uint*)(to + done) = *(uint*)(from + done);
        }
    }
}
