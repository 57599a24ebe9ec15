using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// The word counts readers in steps of RTE_RWLOCK_READ; below them are the writer's bit and that of a writer who waits, which keeps new
// readers out. It is the library's protocol, so that C and C# can share a lock.
public static unsafe partial class Dpdk
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_rwlock_init(rte_rwlock_t* rwl) => rwl->cnt = 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_rwlock_read_lock(rte_rwlock_t* rwl)
    {
        while (rte_rwlock_read_trylock(rwl) != 0)
        {
            rte_pause();
        }
    }

    /// <summary>0, or -EBUSY when a writer holds the lock or waits for it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_rwlock_read_trylock(rte_rwlock_t* rwl)
    {
        if ((Volatile.Read(ref rwl->cnt) & RTE_RWLOCK_MASK) != 0)
        {
            return -Errno.EBUSY;
        }

        if ((Interlocked.Add(ref rwl->cnt, RTE_RWLOCK_READ) & RTE_RWLOCK_MASK) == 0)
        {
            return 0;
        }

        // A writer came between the look and the step.
        Interlocked.Add(ref rwl->cnt, -RTE_RWLOCK_READ);
        return -Errno.EBUSY;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_rwlock_read_unlock(rte_rwlock_t* rwl) => Interlocked.Add(ref rwl->cnt, -RTE_RWLOCK_READ);

    /// <summary>0, or -EBUSY when anybody holds the lock.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_rwlock_write_trylock(rte_rwlock_t* rwl)
    {
        int found = Volatile.Read(ref rwl->cnt);
        return found < RTE_RWLOCK_WRITE && Interlocked.CompareExchange(ref rwl->cnt, found + RTE_RWLOCK_WRITE, found) == found
            ? 0
            : -Errno.EBUSY;
    }

    public static void rte_rwlock_write_lock(rte_rwlock_t* rwl)
    {
        while (true)
        {
            int found = Volatile.Read(ref rwl->cnt);
            // Nobody holds it. Taking it clears the waiting bit, which other waiting writers set again.
            if (found < RTE_RWLOCK_WRITE && Interlocked.CompareExchange(ref rwl->cnt, RTE_RWLOCK_WRITE, found) == found)
            {
                return;
            }

            if ((found & RTE_RWLOCK_WAIT) == 0)
            {
                Interlocked.Or(ref rwl->cnt, RTE_RWLOCK_WAIT);
            }

            while (Volatile.Read(ref rwl->cnt) > RTE_RWLOCK_WAIT)
            {
                rte_pause();
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_rwlock_write_unlock(rte_rwlock_t* rwl) => Interlocked.Add(ref rwl->cnt, -RTE_RWLOCK_WRITE);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_rwlock_write_is_locked(rte_rwlock_t* rwl) => (Volatile.Read(ref rwl->cnt) & RTE_RWLOCK_WRITE) != 0 ? 1 : 0;

    /// <inheritdoc cref="rte_spinlock_lock_tm"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_rwlock_read_lock_tm(rte_rwlock_t* rwl) => rte_rwlock_read_lock(rwl);

    /// <inheritdoc cref="rte_spinlock_lock_tm"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_rwlock_read_unlock_tm(rte_rwlock_t* rwl) => rte_rwlock_read_unlock(rwl);

    /// <inheritdoc cref="rte_spinlock_lock_tm"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_rwlock_write_lock_tm(rte_rwlock_t* rwl) => rte_rwlock_write_lock(rwl);

    /// <inheritdoc cref="rte_spinlock_lock_tm"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_rwlock_write_unlock_tm(rte_rwlock_t* rwl) => rte_rwlock_write_unlock(rwl);
}
