using System.Runtime.CompilerServices;
using DpdkSharp.Interop;

namespace DpdkSharp;

/// <summary>Makes the exception of what the ledger found.</summary>
internal static unsafe class LedgerViolation
{
    /// <summary>A packet was used by somebody who does not own it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static PacketOwnershipException NotOwned(LedgerOperation operation, rte_mbuf* mbuf, LedgerEntry* entry, LedgerRun* run, LedgerState state)
    {
        (PacketViolation violation, string title, string advice) = state.Kind switch
        {
            LedgerKind.Free or LedgerKind.Clones when operation == LedgerOperation.Free => (PacketViolation.DoubleFree, "Double free",
                "A packet is freed once, by its last owner: set the handle to default when it is freed, or keep the packet in a burst that frees it."),
            LedgerKind.Free or LedgerKind.Clones => (PacketViolation.UseAfterFree, "Use after free",
                "Free a packet after its last use; a span, a header or a handle of it means nothing afterwards."),
            LedgerKind.Device or LedgerKind.TxBuffer => (PacketViolation.UseAfterSend, "Use after send",
                "What a device or transmit buffer took is theirs, and they free it. To keep the packet too, send a clone (TryClone)."),
            LedgerKind.Ring => (PacketViolation.UseAfterEnqueue, "Use after enqueue",
                "What a ring took belongs to whoever takes it out. To keep the packet too, put a clone into the ring (TryClone)."),
            LedgerKind.PoolDisposed => (PacketViolation.OwnerDisposed, "Use of a disposed pool's packet",
                "Dispose of a pool after the last use of its packets."),
            LedgerKind.Segment => (PacketViolation.TwoOwners, "Two owners",
                "A segment goes where its packet goes: free, send or pass on the packet's first segment."),
            _ => (PacketViolation.TwoOwners, "Two owners",
                "Take the packet out of the burst first (Take, TakeAll), or let the burst free it (Drop, Clear)."),
        };
        string verb = operation switch
        {
            LedgerOperation.Free => "freed",
            LedgerOperation.Send => "sent",
            LedgerOperation.Enqueue => "put into a ring",
            LedgerOperation.Add => "added to a burst or transmit buffer",
            LedgerOperation.Chain => "chained, cloned or copied",
            _ => "read or written",
        };
        if (!state.IsUsable)
        {
            // Whoever has it meanwhile does not lose anything by the mark.
            _ = Interlocked.CompareExchange(ref entry->State, state.AsReported().Value, state.Value);
        }
        return new PacketOwnershipException(violation,
            $"{title}: {LedgerText.Mbuf(mbuf, run)} was {verb} by {CallSites.TextOf(CallSites.LookUp())}. {LedgerText.History(entry, state)} {advice}");
    }

    /// <summary>A packet that was given away contradicts itself.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static PacketOwnershipException NotSound(rte_mbuf* mbuf, LedgerEntry* entry, LedgerRun* run)
    {
        (PacketViolation violation, string text) = PacketChecks.Find(mbuf, run) ?? (PacketViolation.CorruptedPacket, "it was changed by another thread in this moment");
        string title = violation == PacketViolation.ForeignPool ? "Foreign pool" : "Corrupted packet";
        return new PacketOwnershipException(violation,
            $"{title}: {LedgerText.Mbuf(mbuf, run)} was given away by {CallSites.TextOf(CallSites.LookUp())}, and {text}. {LedgerText.History(entry)} "
            + "It was left where it was. Look for code that changes the mbuf's fields: raw pointers, C code, or two threads with one packet.");
    }
}
