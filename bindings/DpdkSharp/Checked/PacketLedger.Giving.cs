using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

// How packets leave the application: to devices, rings and transmit buffers, and into other packets.
internal static unsafe partial class PacketLedger
{
    /// <summary>As <see cref="TxQueue.Send"/>.</summary>
    [MethodImpl(Hook)]
    public static int Send(TxQueue queue, in EthTxQueueSlot slot, PacketBurst burst)
    {
        UseQueue(queue.Device, queue);
        int count = burst.Count;
        if (count == 0)
        {
            return 0;
        }
        fixed (Mbuf* packets = &burst.First)
        {
            var mbufs = (rte_mbuf**)packets;
            Give(mbufs, count, LedgerState.Here(LedgerKind.Device, queue.LedgerOwner), InBurst, LedgerKind.Burst, LedgerOperation.Send);
            int sent = slot.Burst(mbufs, (ushort)count);
            TakeBack(mbufs + sent, count - sent, LedgerKind.Burst);
            burst.RemoveFirst(sent);
            return sent;
        }
    }

    /// <summary>As <see cref="TxQueue.Prepare"/>, before it: every packet must be one of the application's.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Prepare(TxQueue queue, PacketBurst burst)
    {
        UseQueue(queue.Device, queue);
        foreach (Mbuf packet in burst.Packets)
        {
            UseWhole(packet.Known);
        }
    }

    /// <summary>Packets go into a ring: before it can be seen there. What the ring does not take comes back by <see cref="TakeBack"/>.</summary>
    [MethodImpl(Hook)]
    public static void Enqueue(int ring, void* mbufs, int count, LedgerKind kind) =>
        Give((rte_mbuf**)mbufs, count, LedgerState.Here(LedgerKind.Ring, ring), InBurst, kind, LedgerOperation.Enqueue);

    /// <summary>Packets go into a transmit buffer.</summary>
    [MethodImpl(Hook)]
    public static void IntoTxBuffer(TxQueue queue, void* mbufs, int count, LedgerKind kind)
    {
        UseQueue(queue.Device, queue);
        Give((rte_mbuf**)mbufs, count, LedgerState.Here(LedgerKind.TxBuffer, queue.LedgerOwner), kind == LedgerKind.Burst ? InBurst : InHandle, kind, LedgerOperation.Add);
    }

    /// <summary>Packets go from a transmit buffer to the device.</summary>
    [MethodImpl(Hook)]
    public static void Flush(TxQueue queue, void* mbufs, int count)
    {
        UseQueue(queue.Device, queue);
        Give((rte_mbuf**)mbufs, count, LedgerState.Here(LedgerKind.Device, queue.LedgerOwner), InTxBuffer, LedgerKind.TxBuffer, LedgerOperation.Send);
    }

    /// <summary>A packet is hung behind another one.</summary>
    [MethodImpl(Hook)]
    public static void Chain(rte_mbuf* head, rte_mbuf* tail)
    {
        UseWhole(head);
        Give(&tail, 1, LedgerState.Here(LedgerKind.Segment, 0), InHandle, LedgerKind.Handle, LedgerOperation.Chain);
    }

    /// <summary>A packet is gathered into its first segment: the others are free then. Told before, as others may take them at once.</summary>
    [MethodImpl(Hook)]
    public static void Linearize(rte_mbuf* mbuf)
    {
        UseWhole(mbuf);
        MarkSegments(mbuf, LedgerState.Here(LedgerKind.Free, 0), rte_rdtsc());
    }

    /// <summary>The segments of a packet that could not be gathered.</summary>
    [MethodImpl(Hook)]
    public static void TakeBackSegments(rte_mbuf* mbuf) => MarkSegments(mbuf, LedgerState.Here(LedgerKind.Segment, 0), rte_rdtsc());

    /// <summary>What was given and not taken is the application's again; its chain, too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void TakeBack(void* mbufs, int count, LedgerKind kind)
    {
        if (count > 0)
        {
            Return((rte_mbuf**)mbufs, count, kind);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Return(rte_mbuf** mbufs, int count, LedgerKind kind)
    {
        for (int i = 0; i < count; i++)
        {
            int left = mbufs[i] == null ? 0 : mbufs[i]->nb_segs;
            LedgerKind next = kind;
            for (rte_mbuf* segment = mbufs[i]; segment != null && left > 0; segment = segment->next, left--)
            {
                LedgerEntry* entry = LedgerMap.Find(segment, out _);
                if (entry != null)
                {
                    bool wasTaken = LedgerState.Of(entry->Taken).IsUsable;
                    entry->State = wasTaken ? LedgerState.Of(entry->Taken).As(next).Value : (ulong)LedgerKind.Unknown;
                    entry->Since = entry->TakenAt;
                }
                next = kind == LedgerKind.TxBuffer ? kind : LedgerKind.Segment;
            }
        }
    }

    /// <summary>Gives packets away, all or none: when one of them is not the application's, the others are as before.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Give(rte_mbuf** mbufs, int count, LedgerState to, uint allowed, LedgerKind back, LedgerOperation operation)
    {
        ulong now = rte_rdtsc();
        int locked = NotLocked;
        int i = 0;
        while (i < count)
        {
            rte_mbuf* mbuf = mbufs[i];
            if (mbuf == null)
            {
                i++;
                continue;
            }
            LedgerEntry* entry = LedgerEntries.Of(mbuf);
            var state = LedgerState.Of(entry->State);
            if (state.Thread != locked)
            {
                state = Lock(entry, locked);
                locked = state.Thread;
            }
            if (IsWrong(mbuf, state, allowed))
            {
                break;
            }
            MarkSegments(mbuf, to, now);
            var given = Vector128.Create(to.After(state).Value, now);
            entry->Set(given);
            i++;
            if ((allowed & (1U << (int)state.Kind)) != 0 && mbuf->nb_segs == 1)
            {
                i += GiveAlike(mbufs + i, count - i, state, PacketChecks.Shape.Of(mbuf), given);
            }
        }
        Unlock(locked);
        if (i < count)
        {
            Return(mbufs, i, back);
            ThrowWrong(mbufs[i], allowed, operation);
        }
    }

    // Packets that came together have the same state, and most have the same header: what was found out of one goes for those behind it. A loop of its own,
    // so that all it needs is in registers.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int GiveAlike(rte_mbuf** mbufs, int count, LedgerState state, PacketChecks.Shape shape, Vector128<ulong> given)
    {
        int i = 0;
        // An empty state is that of a null handle, too.
        while (i < count && state.Value != 0)
        {
            rte_mbuf* mbuf = mbufs[i];
            LedgerEntry* entry = LedgerEntries.Of(mbuf);
            if (entry->State != state.Value || !shape.IsOf(mbuf))
            {
                break;
            }
            entry->Set(given);
            i++;
        }
        return i;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsWrong(rte_mbuf* mbuf, LedgerState state, uint allowed) =>
        LedgerMap.Find(mbuf, out LedgerRun* run) != null
        && (((allowed & (1U << (int)state.Kind)) == 0 && !HasRawReferences(mbuf, state)) || PacketChecks.Find(mbuf, run) is not null);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowWrong(rte_mbuf* mbuf, uint allowed, LedgerOperation operation)
    {
        LedgerEntry* entry = LedgerMap.Find(mbuf, out LedgerRun* run);
        var state = LedgerState.Of(entry->State);
        throw (allowed & (1U << (int)state.Kind)) == 0 ? LedgerViolation.NotOwned(operation, mbuf, entry, run, state) : LedgerViolation.NotSound(mbuf, entry, run);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MarkSegments(rte_mbuf* mbuf, LedgerState to, ulong now)
    {
        int left = mbuf->nb_segs - 1;
        for (rte_mbuf* segment = left > 0 ? mbuf->next : null; segment != null && left > 0; segment = segment->next, left--)
        {
            LedgerEntry* entry = LedgerEntries.Of(segment);
            entry->State = to.Value;
            entry->Since = now;
        }
    }
}
