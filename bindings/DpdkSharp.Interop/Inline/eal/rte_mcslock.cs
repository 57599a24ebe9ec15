using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// The lock is a pointer to the last of a queue of nodes, one a thread: each waits on its own node, so waiting moves no shared cache line.
// The nodes belong in memory that stays where it is: native, or the waiting thread's stack.
public static unsafe partial class Dpdk
{
    public static void rte_mcslock_lock(rte_mcslock** msl, rte_mcslock* me)
    {
        Volatile.Write(ref me->locked, 1);
        Volatile.Write(ref *(nint*)&me->next, 0);
        var before = (rte_mcslock*)Interlocked.Exchange(ref *(nint*)msl, (nint)me);
        if (before == null)
        {
            return;
        }

        // The one before opens this node's door when it leaves.
        Volatile.Write(ref *(nint*)&before->next, (nint)me);
        while (Volatile.Read(ref me->locked) != 0)
        {
            rte_pause();
        }
    }

    public static void rte_mcslock_unlock(rte_mcslock** msl, rte_mcslock* me)
    {
        var next = (rte_mcslock*)Volatile.Read(ref *(nint*)&me->next);
        if (next == null)
        {
            if (Interlocked.CompareExchange(ref *(nint*)msl, 0, (nint)me) == (nint)me)
            {
                return;
            }

            // Somebody is in the queue who has not said so yet.
            while ((next = (rte_mcslock*)Volatile.Read(ref *(nint*)&me->next)) == null)
            {
                rte_pause();
            }
        }

        Volatile.Write(ref next->locked, 0);
    }

    /// <summary>1 when the lock was taken, 0 when somebody holds it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_mcslock_trylock(rte_mcslock** msl, rte_mcslock* me)
    {
        Volatile.Write(ref *(nint*)&me->next, 0);
        return Interlocked.CompareExchange(ref *(nint*)msl, (nint)me, 0) == 0 ? 1 : 0;
    }

    /// <summary>1 when somebody holds the lock, which is handed over as it was read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_mcslock_is_locked(rte_mcslock* msl) => msl != null ? 1 : 0;
}
