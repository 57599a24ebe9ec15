using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

/// <summary>Head/tail-synchronised mode: one thread at a time is between reserving and publishing, so head and tail move as one 64-bit word.</summary>
internal static unsafe class RingHts
{
    // The word as it lies in memory on a little-endian machine: head in the low half, tail in the high half.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Pack(uint head, uint tail) => head | ((ulong)tail << 32);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint MoveHead(
        rte_ring_hts_headtail* own,
        rte_ring_headtail* other,
        uint capacity,
        uint n,
        rte_ring_queue_behavior behavior,
        out uint oldHead,
        out uint entries)
    {
        uint wanted = n;
        ref ulong word = ref *(ulong*)&own->ht;
        while (true)
        {
            n = wanted;
            ulong old = Volatile.Read(ref word);
            while ((uint)old != (uint)(old >> 32))
            {
                Dpdk.rte_pause();
                old = Volatile.Read(ref word);
            }

            oldHead = (uint)old;
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

            if (Interlocked.CompareExchange(ref word, Pack(unchecked(oldHead + n), oldHead), old) == old)
            {
                return n;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void UpdateTail(rte_ring_hts_headtail* own, uint oldTail, uint n) =>
        Volatile.Write(ref *((uint*)&own->ht + 1), unchecked(oldTail + n));

    /// <summary>The tail, and how many of <paramref name="n"/> the open reservation covers: all or none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint GetTail(rte_ring_hts_headtail* own, uint n, out uint tail)
    {
        ulong word = Volatile.Read(ref *(ulong*)&own->ht);
        tail = (uint)(word >> 32);
        return unchecked((uint)word - tail) >= n ? n : 0;
    }

    /// <summary>Closes the reservation, giving back what was not used.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void SetHeadTail(rte_ring_hts_headtail* own, uint tail, uint n)
    {
        uint position = unchecked(tail + n);
        Volatile.Write(ref *(ulong*)&own->ht, Pack(position, position));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint Enqueue(rte_ring* r, void* table, uint esize, uint n, rte_ring_queue_behavior behavior, uint* freeSpace)
    {
        n = MoveHead(&r->hts_prod, &r->cons, r->capacity, n, behavior, out uint head, out uint free);
        if (n != 0)
        {
            RingCore.CopyIn(r, head, table, esize, n);
            UpdateTail(&r->hts_prod, head, n);
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
        n = MoveHead(&r->hts_cons, &r->prod, 0, n, behavior, out uint head, out uint entries);
        if (n != 0)
        {
            RingCore.CopyOut(r, head, table, esize, n);
            UpdateTail(&r->hts_cons, head, n);
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
        if (MoveHead(&r->hts_prod, &r->cons, r->capacity, 1, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, out uint head, out _) == 0)
        {
            return 0;
        }

        ((void**)(r + 1))[head & r->mask] = obj;
        UpdateTail(&r->hts_prod, head, 1);
        return 1;
    }

    /// <summary>Dequeues one pointer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static (nint Value, uint Count) DequeueOne(rte_ring* r)
    {
        if (MoveHead(&r->hts_cons, &r->prod, 0, 1, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, out uint head, out _) == 0)
        {
            return default;
        }

        nint value = ((nint*)(r + 1))[head & r->mask];
        UpdateTail(&r->hts_cons, head, 1);
        return (value, 1);
    }
}
