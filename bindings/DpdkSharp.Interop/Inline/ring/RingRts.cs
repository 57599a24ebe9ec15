using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

/// <summary>
/// Relaxed-tail mode: nobody waits for those who reserved before. Head and tail count reservations besides positions; the thread
/// whose publication makes the counts equal moves the tail over all of them. <c>htd_max</c> bounds how far the head may run ahead.
/// </summary>
internal static unsafe class RingRts
{
    // The word as it lies in memory on a little-endian machine: count in the low half, position in the high half.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Pack(uint count, uint position) => count | ((ulong)position << 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint MoveHead(
        rte_ring_rts_headtail* own,
        rte_ring_headtail* other,
        uint capacity,
        uint n,
        rte_ring_queue_behavior behavior,
        out uint oldHead,
        out uint entries)
    {
        uint wanted = n;
        ref ulong word = ref *(ulong*)&own->head;
        uint* tailPosition = (uint*)&own->tail + 1;
        uint maxDistance = own->htd_max;
        while (true)
        {
            n = wanted;
            ulong old = Volatile.Read(ref word);
            while (unchecked((uint)(old >> 32) - Volatile.Read(ref *tailPosition)) > maxDistance)
            {
                Dpdk.rte_pause();
                old = Volatile.Read(ref word);
            }

            oldHead = (uint)(old >> 32);
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

            if (Interlocked.CompareExchange(ref word, Pack(unchecked((uint)old + 1), unchecked(oldHead + n)), old) == old)
            {
                return n;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void UpdateTail(rte_ring_rts_headtail* own)
    {
        ref ulong tail = ref *(ulong*)&own->tail;
        ref ulong head = ref *(ulong*)&own->head;
        ulong old = Volatile.Read(ref tail);
        while (true)
        {
            ulong current = Volatile.Read(ref head);
            uint count = unchecked((uint)old + 1);
            uint position = count == (uint)current ? (uint)(current >> 32) : (uint)(old >> 32);
            ulong seen = Interlocked.CompareExchange(ref tail, Pack(count, position), old);
            if (seen == old)
            {
                return;
            }

            old = seen;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Enqueue(rte_ring* r, void* table, uint esize, uint n, rte_ring_queue_behavior behavior, uint* freeSpace)
    {
        n = MoveHead(&r->rts_prod, &r->cons, r->capacity, n, behavior, out uint head, out uint free);
        if (n != 0)
        {
            RingCore.CopyIn(r, head, table, esize, n);
            UpdateTail(&r->rts_prod);
        }

        if (freeSpace != null)
        {
            *freeSpace = free - n;
        }

        return n;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Dequeue(rte_ring* r, void* table, uint esize, uint n, rte_ring_queue_behavior behavior, uint* available)
    {
        n = MoveHead(&r->rts_cons, &r->prod, 0, n, behavior, out uint head, out uint entries);
        if (n != 0)
        {
            RingCore.CopyOut(r, head, table, esize, n);
            UpdateTail(&r->rts_cons);
        }

        if (available != null)
        {
            *available = entries - n;
        }

        return n;
    }

    /// <summary>Enqueues one pointer; the value goes from a register into its slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint EnqueueOne(rte_ring* r, void* obj)
    {
        if (MoveHead(&r->rts_prod, &r->cons, r->capacity, 1, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, out uint head, out _) == 0)
        {
            return 0;
        }

        ((void**)(r + 1))[head & r->mask] = obj;
        UpdateTail(&r->rts_prod);
        return 1;
    }

    /// <summary>Dequeues one pointer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (nint Value, uint Count) DequeueOne(rte_ring* r)
    {
        if (MoveHead(&r->rts_cons, &r->prod, 0, 1, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, out uint head, out _) == 0)
        {
            return default;
        }

        nint value = ((nint*)(r + 1))[head & r->mask];
        UpdateTail(&r->rts_cons);
        return (value, 1);
    }
}
