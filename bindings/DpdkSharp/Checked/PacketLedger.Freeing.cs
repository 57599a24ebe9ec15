using System.Runtime.CompilerServices;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

// How packets go back to their pools. The ledger does it itself, as DPDK does, to mark each buffer in the moment in which it is free.
internal static unsafe partial class PacketLedger
{
    /// <summary>As <see cref="Mbuf.Free"/>.</summary>
    [MethodImpl(Hook)]
    public static void Free(rte_mbuf* mbuf)
    {
        if (mbuf != null && Free(mbuf, InHandle, LedgerState.Here(LedgerKind.Free, 0), rte_rdtsc(), again: true) is { } found)
        {
            throw found;
        }
    }

    /// <summary>Frees the packets of a burst. What is wrong with one does not keep the others: it is told at the end.</summary>
    [MethodImpl(Hook)]
    public static void FreeBurst(void* mbufs, int count) => FreeAll((rte_mbuf**)mbufs, count, InBurst, LedgerState.Here(LedgerKind.Free, 0));

    /// <summary>Frees packets of a transmit buffer, sent in vain or never sent.</summary>
    [MethodImpl(Hook)]
    public static void FreeUnsent(void* mbufs, int count) => FreeAll((rte_mbuf**)mbufs, count, Unsent, LedgerState.Here(LedgerKind.Free, 0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FreeAll(rte_mbuf** mbufs, int count, uint allowed, LedgerState to)
    {
        ulong now = rte_rdtsc();
        PacketOwnershipException? found = null;
        for (int i = 0; i < count; i++)
        {
            // A clean-up after a violation comes by the same packet: that was told.
            PacketOwnershipException? problem = Free(mbufs[i], allowed, to, now, again: false);
            found ??= problem;
        }
        if (found is not null)
        {
            throw found;
        }
    }

    private static PacketOwnershipException? Free(rte_mbuf* mbuf, uint allowed, LedgerState to, ulong now, bool again)
    {
        LedgerEntry* entry = LedgerMap.Find(mbuf, out LedgerRun* run);
        if (entry == null)
        {
            rte_pktmbuf_free(mbuf);
            return null;
        }
        LedgerState state = Lock(entry, NotLocked);
        bool isOwned = IsOwned(mbuf, state, allowed);
        bool isSound = isOwned && PacketChecks.IsSound(mbuf, run);
        if (isSound)
        {
            MarkFreed(mbuf, entry, state, to, now);
        }
        Unlock(state.Thread);
        if (!isOwned)
        {
            return again || !state.IsReported ? LedgerViolation.NotOwned(LedgerOperation.Free, mbuf, entry, run, state) : null;
        }
        if (!isSound)
        {
            return LedgerViolation.NotSound(mbuf, entry, run);
        }
        rte_mbuf* following = mbuf->nb_segs > 1 ? mbuf->next : null;
        PacketOwnershipException? found = Release(mbuf, entry, run, to);
        while (following != null)
        {
            rte_mbuf* next = following->next;
            PacketOwnershipException? problem = FreeSegment(following, allowed | InChain, to, now);
            found ??= problem;
            following = next;
        }
        return found;
    }

    private static PacketOwnershipException? FreeSegment(rte_mbuf* mbuf, uint allowed, LedgerState to, ulong now)
    {
        LedgerEntry* entry = LedgerMap.Find(mbuf, out LedgerRun* run);
        if (entry == null)
        {
            rte_pktmbuf_free_seg(mbuf);
            return null;
        }
        LedgerState state = Lock(entry, NotLocked);
        bool isOwned = IsOwned(mbuf, state, allowed);
        if (isOwned)
        {
            MarkFreed(mbuf, entry, state, to, now);
        }
        Unlock(state.Thread);
        return isOwned ? Release(mbuf, entry, run, to) : LedgerViolation.NotOwned(LedgerOperation.Free, mbuf, entry, run, state);
    }

    private static bool IsOwned(rte_mbuf* mbuf, LedgerState state, uint allowed) => (allowed & (1U << (int)state.Kind)) != 0 || HasRawReferences(mbuf, state);

    private static void MarkFreed(rte_mbuf* mbuf, LedgerEntry* entry, LedgerState state, LedgerState to, ulong now)
    {
        bool isShared = rte_mbuf_refcnt_read(mbuf) > 1;
        // Of references that the raw layer added, one goes, and the packet stays the application's.
        if (!(isShared && state.IsRaw))
        {
            entry->State = isShared ? to.As(LedgerKind.Clones).Value : to.Value;
            entry->Since = now;
        }
    }

    // Gives a segment back to its pool, when this was its last reference.
    private static PacketOwnershipException? Release(rte_mbuf* mbuf, LedgerEntry* entry, LedgerRun* run, LedgerState to)
    {
        PacketOwnershipException? found = PacketCanary.IsFenceWhole(mbuf, run) ? null : PacketChecks.Overrun(mbuf, entry, run);
        mbuf = rte_pktmbuf_prefree_seg(mbuf);
        if (mbuf != null)
        {
            // It may have been shared a moment ago.
            entry->State = to.Value;
            PacketCanary.SetFree(mbuf, run);
            rte_mbuf_raw_free(mbuf);
        }
        return found;
    }
}
