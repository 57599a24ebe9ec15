using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    // The next ticket is the upper half of the word: adding there carries into nothing, so one 32-bit addition draws it. .NET has no
    // 16-bit one.
    private const uint TicketStep = 1U << 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_ticketlock_init(rte_ticketlock_t* tl) => tl->tickets = 0;

    /// <summary>Waits for its turn: threads get the lock in the order in which they came.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_ticketlock_lock(rte_ticketlock_t* tl)
    {
        ushort mine = (ushort)((Interlocked.Add(ref tl->tickets, TicketStep) - TicketStep) >> 16);
        while (Volatile.Read(ref tl->s.current) != mine)
        {
            rte_pause();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_ticketlock_unlock(rte_ticketlock_t* tl) =>
        Volatile.Write(ref tl->s.current, unchecked((ushort)(tl->s.current + 1)));

    /// <summary>1 when the lock was taken, 0 when somebody holds it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_ticketlock_trylock(rte_ticketlock_t* tl)
    {
        uint found = Volatile.Read(ref tl->tickets);
        return (ushort)found == (ushort)(found >> 16)
            && Interlocked.CompareExchange(ref tl->tickets, unchecked(found + TicketStep), found) == found
            ? 1
            : 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_ticketlock_is_locked(rte_ticketlock_t* tl)
    {
        uint found = Volatile.Read(ref tl->tickets);
        return (ushort)found != (ushort)(found >> 16) ? 1 : 0;
    }

    public static void rte_ticketlock_recursive_init(rte_ticketlock_recursive_t* tlr)
    {
        rte_ticketlock_init(&tlr->tl);
        tlr->user = TICKET_LOCK_INVALID_ID;
        tlr->count = 0;
    }

    public static void rte_ticketlock_recursive_lock(rte_ticketlock_recursive_t* tlr)
    {
        int id = rte_gettid();
        if (Volatile.Read(ref tlr->user) != id)
        {
            rte_ticketlock_lock(&tlr->tl);
            Volatile.Write(ref tlr->user, id);
        }

        tlr->count++;
    }

    public static void rte_ticketlock_recursive_unlock(rte_ticketlock_recursive_t* tlr)
    {
        if (--tlr->count == 0)
        {
            Volatile.Write(ref tlr->user, TICKET_LOCK_INVALID_ID);
            rte_ticketlock_unlock(&tlr->tl);
        }
    }

    public static int rte_ticketlock_recursive_trylock(rte_ticketlock_recursive_t* tlr)
    {
        int id = rte_gettid();
        if (Volatile.Read(ref tlr->user) != id)
        {
            if (rte_ticketlock_trylock(&tlr->tl) == 0)
            {
                return 0;
            }

            Volatile.Write(ref tlr->user, id);
        }

        tlr->count++;
        return 1;
    }
}
