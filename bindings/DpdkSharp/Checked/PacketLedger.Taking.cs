using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

// How packets come to the application: from pools, devices and rings.
internal static unsafe partial class PacketLedger
{
    /// <summary>As <see cref="PacketPool.TryAllocate(out Mbuf)"/>: null when the pool is empty.</summary>
    [MethodImpl(Hook)]
    public static rte_mbuf* Allocate(rte_mempool* pool)
    {
        rte_mbuf* mbuf = rte_mbuf_raw_alloc(pool);
        if (mbuf != null)
        {
            TakeFromPool(pool, &mbuf, 1, LedgerState.Here(LedgerKind.Handle, 0));
        }
        return mbuf;
    }

    /// <summary>As <c>rte_pktmbuf_alloc_bulk</c>, for a burst.</summary>
    [MethodImpl(Hook)]
    public static bool Allocate(rte_mempool* pool, rte_mbuf** mbufs, uint count)
    {
        bool taken = rte_mbuf_raw_alloc_bulk(pool, mbufs, count) == 0;
        if (taken)
        {
            TakeFromPool(pool, mbufs, (int)count, LedgerState.Here(LedgerKind.Burst, 0));
        }
        return taken;
    }

    /// <summary>As <see cref="RxQueue.Receive"/>.</summary>
    [MethodImpl(Hook)]
    public static int Receive(RxQueue queue, in EthRxQueueSlot slot, PacketBurst burst)
    {
        UseQueue(queue.Device, queue);
        fixed (Mbuf* packets = &burst.FirstFree)
        {
            int received = slot.Burst((rte_mbuf**)packets, (ushort)burst.FreeCount);
            if (received > 0)
            {
                Take((rte_mbuf**)packets, received, LedgerState.Here(LedgerKind.Burst, queue.LedgerOwner), rte_rdtsc());
                burst.Commit(received);
            }
            return received;
        }
    }

    /// <summary>Packets have come out of a ring.</summary>
    [MethodImpl(Hook)]
    public static void Dequeued(int ring, void* mbufs, int count, LedgerKind kind)
    {
        if (count > 0)
        {
            Take((rte_mbuf**)mbufs, count, LedgerState.Here(kind, ring), rte_rdtsc());
        }
    }

    /// <summary>DPDK has made a packet: a clone or a copy.</summary>
    [MethodImpl(Hook)]
    public static void Made(rte_mbuf* mbuf)
    {
        if (mbuf != null)
        {
            Take(mbuf, LedgerState.Here(LedgerKind.Handle, 0), rte_rdtsc());
        }
    }

    /// <summary>A packet goes into a burst.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void IntoBurst(rte_mbuf* mbuf)
    {
        LedgerEntry* entry = LedgerMap.Find(mbuf, out LedgerRun* run);
        if (entry == null)
        {
            return;
        }
        LedgerState state = Lock(entry, NotLocked);
        bool isOwned = state.Kind is LedgerKind.Handle or LedgerKind.Unknown || HasRawReferences(mbuf, state);
        if (isOwned)
        {
            entry->State = state.As(LedgerKind.Burst).Value;
        }
        Unlock(state.Thread);
        if (!isOwned)
        {
            throw LedgerViolation.NotOwned(LedgerOperation.Add, mbuf, entry, run, state);
        }
    }

    /// <summary>Packets go out of a burst, to the application.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void OutOfBurst(ReadOnlySpan<Mbuf> packets)
    {
        int locked = NotLocked;
        foreach (Mbuf packet in packets)
        {
            rte_mbuf* mbuf = packet.Known;
            LedgerEntry* entry = LedgerEntries.Of(mbuf);
            LedgerState state = LedgerState.Of(entry->State);
            if (state.Thread != locked)
            {
                state = Lock(entry, locked);
                locked = state.Thread;
            }
            // What is no longer in the burst's hands is found out when it is used.
            if (state.Kind == LedgerKind.Burst)
            {
                entry->State = state.As(LedgerKind.Handle).Value;
            }
        }
        Unlock(locked);
    }

    // A loop of its own, so that all it needs is in registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Take(rte_mbuf** mbufs, int count, LedgerState state, ulong now)
    {
        Vector256<ulong> taken = LedgerEntry.OfTaken(state, now);
        for (int i = 0; i < count; i++)
        {
            rte_mbuf* mbuf = mbufs[i];
            LedgerEntries.Of(mbuf)->Take(taken);
            // A ring may hold null handles.
            if (mbuf != null && mbuf->nb_segs > 1)
            {
                TakeSegments(mbuf, state.As(LedgerKind.Segment), now);
            }
        }
    }

    private static void Take(rte_mbuf* mbuf, LedgerState state, ulong now) => Take(&mbuf, 1, state, now);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void TakeSegments(rte_mbuf* mbuf, LedgerState state, ulong now)
    {
        int left = mbuf->nb_segs - 1;
        for (rte_mbuf* segment = mbuf->next; segment != null && left > 0; segment = segment->next, left--)
        {
            LedgerEntries.Of(segment)->Take(LedgerEntry.OfTaken(state, now));
        }
    }

    private static void TakeFromPool(rte_mempool* pool, rte_mbuf** mbufs, int count, LedgerState state)
    {
        ulong now = rte_rdtsc();
        PacketOwnershipException? found = null;
        for (int i = 0; i < count; i++)
        {
            LedgerEntry* entry = LedgerMap.Find(mbufs[i], out LedgerRun* run);
            if (entry == null || run->Pool != pool)
            {
                found ??= Foreign(pool, mbufs[i], entry, run);
                continue;
            }
            found ??= PacketChecks.FindInFree(mbufs[i], entry, run, repair: true);
            rte_pktmbuf_reset(mbufs[i]);
            entry->Take(LedgerEntry.OfTaken(state, now));
        }
        if (found is not null)
        {
            GiveBack(pool, mbufs, count);
            throw found;
        }
    }

    // The caller gets an exception and no packets: they are put back, but for those that may be somebody else's.
    private static void GiveBack(rte_mempool* pool, rte_mbuf** mbufs, int count)
    {
        ulong now = rte_rdtsc();
        LedgerState free = LedgerState.Here(LedgerKind.Free, 0);
        for (int i = 0; i < count; i++)
        {
            LedgerEntry* entry = LedgerMap.Find(mbufs[i], out LedgerRun* run);
            if (entry != null && run->Pool == pool)
            {
                entry->State = free.Value;
                entry->Since = now;
                PacketCanary.SetFree(mbufs[i], run);
                rte_mbuf_raw_free(mbufs[i]);
            }
        }
    }

    private static PacketOwnershipException Foreign(rte_mempool* pool, rte_mbuf* mbuf, LedgerEntry* entry, LedgerRun* run) =>
        new(PacketViolation.ForeignPool,
            $"Foreign pool: {PoolLedger.DescriptionOf(pool)} gave out 0x{(nuint)mbuf:x}, which is {(entry == null ? "no packet of a pool that the ledger knows" : LedgerText.Mbuf(mbuf, run))}. "
            + "C code or the raw layer put it there: a packet goes back to the pool that it came from (rte_pktmbuf_free finds it). It is left out of both pools now.");
}
