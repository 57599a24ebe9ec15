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
    // 16 pointers.
    private const nuint LongestByWords = 128;

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
                if (behavior == rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED)
                {
                    return 0;
                }

                n = entries;
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
        if (r->prod.sync_type == rte_ring_sync_type.RTE_RING_SYNC_ST)
        {
            return Enqueue(r, table, esize, n, behavior, single: true, freeSpace);
        }

        // Out of line: a call costs little beside a locked instruction, and the caller keeps its registers.
        return esize == sizeof(void*)
            ? EnqueueSharedPointers(r, table, n, behavior, freeSpace)
            : EnqueueShared(r, table, esize, n, behavior, freeSpace);
    }

    /// <summary>Dequeues in the mode the ring was created with.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint DequeueByMode(rte_ring* r, void* table, uint esize, uint n, rte_ring_queue_behavior behavior, uint* available)
    {
        if (r->cons.sync_type == rte_ring_sync_type.RTE_RING_SYNC_ST)
        {
            return Dequeue(r, table, esize, n, behavior, single: true, available);
        }

        return esize == sizeof(void*)
            ? DequeueSharedPointers(r, table, n, behavior, available)
            : DequeueShared(r, table, esize, n, behavior, available);
    }

    /// <summary>Enqueues one pointer; the value goes from a register into its slot, not through a table of one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint EnqueueOne(rte_ring* r, void* obj, bool single)
    {
        if (MoveHead(&r->prod, &r->cons, r->capacity, single, 1, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, out uint head, out _) == 0)
        {
            return 0;
        }

        ((void**)(r + 1))[head & r->mask] = obj;
        UpdateTail(&r->prod, head, 1, single);
        return 1;
    }

    /// <summary>Dequeues one pointer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint DequeueOne(rte_ring* r, void** obj, bool single)
    {
        if (MoveHead(&r->cons, &r->prod, 0, single, 1, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, out uint head, out _) == 0)
        {
            return 0;
        }

        *obj = ((void**)(r + 1))[head & r->mask];
        UpdateTail(&r->cons, head, 1, single);
        return 1;
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

        if (mode == rte_ring_sync_type.RTE_RING_SYNC_MT)
        {
            return DequeueOne(r, obj, single: false);
        }

        (nint value, uint n) = DequeueOneRelaxed(r);
        if (n != 0)
        {
            *obj = (void*)value;
        }

        return n;
    }

    // By value, here and back, so that the caller's variable can live in a register.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static uint EnqueueOneRelaxed(rte_ring* r, void* obj) => r->prod.sync_type switch
    {
        rte_ring_sync_type.RTE_RING_SYNC_MT_RTS => RingRts.EnqueueOne(r, obj),
        rte_ring_sync_type.RTE_RING_SYNC_MT_HTS => RingHts.EnqueueOne(r, obj),
        _ => 0,
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (nint Value, uint Count) DequeueOneRelaxed(rte_ring* r) => r->cons.sync_type switch
    {
        rte_ring_sync_type.RTE_RING_SYNC_MT_RTS => RingRts.DequeueOne(r),
        rte_ring_sync_type.RTE_RING_SYNC_MT_HTS => RingHts.DequeueOne(r),
        _ => default,
    };

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static uint EnqueueSharedPointers(rte_ring* r, void* table, uint n, rte_ring_queue_behavior behavior, uint* freeSpace) =>
        EnqueueAnyShared(r, table, (uint)sizeof(void*), n, behavior, freeSpace);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static uint EnqueueShared(rte_ring* r, void* table, uint esize, uint n, rte_ring_queue_behavior behavior, uint* freeSpace) =>
        EnqueueAnyShared(r, table, esize, n, behavior, freeSpace);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static uint DequeueSharedPointers(rte_ring* r, void* table, uint n, rte_ring_queue_behavior behavior, uint* available) =>
        DequeueAnyShared(r, table, (uint)sizeof(void*), n, behavior, available);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static uint DequeueShared(rte_ring* r, void* table, uint esize, uint n, rte_ring_queue_behavior behavior, uint* available) =>
        DequeueAnyShared(r, table, esize, n, behavior, available);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint EnqueueAnyShared(rte_ring* r, void* table, uint esize, uint n, rte_ring_queue_behavior behavior, uint* freeSpace)
    {
        switch (r->prod.sync_type)
        {
            case rte_ring_sync_type.RTE_RING_SYNC_MT:
                return Enqueue(r, table, esize, n, behavior, single: false, freeSpace);
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint DequeueAnyShared(rte_ring* r, void* table, uint esize, uint n, rte_ring_queue_behavior behavior, uint* available)
    {
        switch (r->cons.sync_type)
        {
            case rte_ring_sync_type.RTE_RING_SYNC_MT:
                return Dequeue(r, table, esize, n, behavior, single: false, available);
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
        if (bytes > LongestByWords)
        {
            for (; done + 32 <= bytes; done += 32)
            {
                Copy32(to + done, from + done);
            }
        }

        // What is short was often written word by word just before: a wider load would wait until those words have reached the cache.
        for (; done + 32 <= bytes; done += 32)
        {
            *(ulong*)(to + done) = *(ulong*)(from + done);
            *(ulong*)(to + done + 8) = *(ulong*)(from + done + 8);
            *(ulong*)(to + done + 16) = *(ulong*)(from + done + 16);
            *(ulong*)(to + done + 24) = *(ulong*)(from + done + 24);
        }

        for (; done + 8 <= bytes; done += 8)
        {
            *(ulong*)(to + done) = *(ulong*)(from + done);
        }

        if ((bytes & 4) != 0)
        {
            *(uint*)(to + done) = *(uint*)(from + done);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy32(byte* to, byte* from)
    {
        if (Vector256.IsHardwareAccelerated)
        {
            Vector256.Load(from).Store(to);
        }
        else
        {
            Vector128.Load(from).Store(to);
            Vector128.Load(from + 16).Store(to + 16);
        }
    }
}
