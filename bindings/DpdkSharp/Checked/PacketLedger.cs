using System.Runtime.CompilerServices;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>
/// What the safe layer tells of packets while the checked mode is on: who takes them, who gives them away. None of it runs otherwise. Methods that find the
/// calling place are not inlined: the chain of callers begins with them.
/// </summary>
internal static unsafe partial class PacketLedger
{
    // The chain of callers is read in these methods themselves: what reads it must be inlined from the first call on.
    private const MethodImplOptions Hook = MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization;

    private const int NotLocked = -1;
    private const uint Unknown = 1U << (int)LedgerKind.Unknown;
    private const uint InHandle = Unknown | (1U << (int)LedgerKind.Handle);
    private const uint InBurst = InHandle | (1U << (int)LedgerKind.Burst);
    private const uint InTxBuffer = Unknown | (1U << (int)LedgerKind.TxBuffer);
    private const uint Unsent = InTxBuffer | (1U << (int)LedgerKind.Device);
    private const uint InChain = InBurst | (1U << (int)LedgerKind.Segment);

    /// <summary>A packet is read or written, by its handle.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Use(rte_mbuf* mbuf)
    {
        if (!LedgerState.Of(LedgerEntries.Of(mbuf)->State).IsUsable)
        {
            UseOther(mbuf);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void UseOther(rte_mbuf* mbuf)
    {
        LedgerEntry* entry = LedgerMap.Find(mbuf, out LedgerRun* run);
        if (entry == null)
        {
            return;
        }
        LedgerState state = LedgerState.Of(entry->State);
        if (!state.IsUsable && state.Kind != LedgerKind.Unknown && !HasRawReferences(mbuf, state))
        {
            throw LedgerViolation.NotOwned(LedgerOperation.Use, mbuf, entry, run, state);
        }
    }

    /// <summary>The raw layer gets the address of a packet: it may add references, or give the packet away, and the ledger does not hear of it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Expose(rte_mbuf* mbuf)
    {
        LedgerEntry* entry = LedgerMap.Find(mbuf, out _);
        if (entry != null && LedgerState.Of(entry->State) is { IsUsable: true, IsRaw: false } state)
        {
            _ = Interlocked.CompareExchange(ref entry->State, state.AsRaw().Value, state.Value);
        }
    }

    /// <summary>The raw layer gives a packet to the safe layer: the application owns it, wherever it comes from.</summary>
    [MethodImpl(Hook)]
    public static void Adopt(rte_mbuf* mbuf)
    {
        LedgerEntry* entry = LedgerMap.Find(mbuf, out LedgerRun* run);
        if (entry != null && run->IsDisposed)
        {
            // Its memory is used for something else by now.
            LedgerMap.Remove(run->PoolNumber);
        }
        if (entry != null && !LedgerState.Of(entry->State).IsUsable)
        {
            Take(mbuf, LedgerState.Here(LedgerKind.Handle, 0).AsRaw(), rte_rdtsc());
        }
    }

    /// <summary>Throws when a packet that others are made of contradicts itself: a clone or a copy would follow the chain.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void UseWhole(rte_mbuf* mbuf)
    {
        LedgerEntry* entry = LedgerMap.Find(mbuf, out LedgerRun* run);
        if (entry == null)
        {
            return;
        }
        Use(mbuf);
        if (!PacketChecks.IsSound(mbuf, run))
        {
            throw LedgerViolation.NotSound(mbuf, entry, run);
        }
    }

    /// <summary>A device's queue is used: the device must not have been disposed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void UseQueue(EthDev device, object queue)
    {
        if (device.IsDisposed)
        {
            ThrowDisposed(queue);
        }
    }

    private static void ThrowDisposed(object queue) =>
        throw new PacketOwnershipException(PacketViolation.OwnerDisposed,
            $"Use of a disposed device: {queue} was used by {CallSites.TextOf(CallSites.LookUp())}, and its device was disposed before. Stop the threads that use a device's queues, then dispose of it.");

    /// <summary>Takes the lock of the thread that an mbuf belongs to, in place of another one.</summary>
    /// <param name="entry">The mbuf's entry.</param>
    /// <param name="locked">The lock that is held; <see cref="NotLocked"/> for none.</param>
    /// <returns>The mbuf's state, which nobody else changes now. Its thread's lock is held.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LedgerState Lock(LedgerEntry* entry, int locked)
    {
        while (true)
        {
            Unlock(locked);
            locked = LedgerState.Of(Volatile.Read(ref entry->State)).Thread;
            LedgerThreads.Enter(locked);
            var state = LedgerState.Of(Volatile.Read(ref entry->State));
            if (state.Thread == locked)
            {
                return state;
            }
        }
    }

    private static void Unlock(int locked)
    {
        if (locked != NotLocked)
        {
            LedgerThreads.Exit(locked);
        }
    }

    // References that the raw layer added are owners of which the ledger does not know.
    private static bool HasRawReferences(rte_mbuf* mbuf, LedgerState state) => state.IsRaw && rte_mbuf_refcnt_read(mbuf) > 1;
}
