using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_spinlock_init(rte_spinlock_t* sl) => *(int*)sl = 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_spinlock_lock(rte_spinlock_t* sl)
    {
        while (rte_spinlock_trylock(sl) == 0)
        {
            // Wait on a shared copy of the cache line; only then try to own it again.
            while (Volatile.Read(ref *(int*)sl) != 0)
            {
                rte_pause();
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_spinlock_unlock(rte_spinlock_t* sl) => Volatile.Write(ref *(int*)sl, 0);

    /// <summary>1 when the lock was taken, 0 when somebody holds it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_spinlock_trylock(rte_spinlock_t* sl) => Interlocked.Exchange(ref *(int*)sl, 1) == 0 ? 1 : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_spinlock_is_locked(rte_spinlock_t* sl) => Volatile.Read(ref *(int*)sl);

    public static void rte_spinlock_recursive_init(rte_spinlock_recursive_t* slr)
    {
        rte_spinlock_init(&slr->sl);
        slr->user = -1;
        slr->count = 0;
    }

    public static void rte_spinlock_recursive_lock(rte_spinlock_recursive_t* slr)
    {
        int id = rte_gettid();
        if (Volatile.Read(ref slr->user) != id)
        {
            rte_spinlock_lock(&slr->sl);
            slr->user = id;
        }

        slr->count++;
    }

    public static void rte_spinlock_recursive_unlock(rte_spinlock_recursive_t* slr)
    {
        if (--slr->count == 0)
        {
            slr->user = -1;
            rte_spinlock_unlock(&slr->sl);
        }
    }

    public static int rte_spinlock_recursive_trylock(rte_spinlock_recursive_t* slr)
    {
        int id = rte_gettid();
        if (Volatile.Read(ref slr->user) != id)
        {
            if (rte_spinlock_trylock(&slr->sl) == 0)
            {
                return 0;
            }

            slr->user = id;
        }

        slr->count++;
        return 1;
    }
}
