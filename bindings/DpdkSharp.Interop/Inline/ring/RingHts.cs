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
                n = behavior == rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED ? 0 : entries;
            }

            if (n == 0
                || Interlocked.CompareExchange(ref word, Pack(unchecked(oldHead + n), oldHead), old) == old)
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
}
