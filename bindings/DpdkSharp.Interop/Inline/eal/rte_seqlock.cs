using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_seqlock_init(rte_seqlock_t* seqlock)
    {
        rte_seqcount_init(&seqlock->count);
        rte_spinlock_init(&seqlock->@lock);
    }

    /// <inheritdoc cref="rte_seqcount_read_begin"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_seqlock_read_begin(rte_seqlock_t* seqlock) => rte_seqcount_read_begin(&seqlock->count);

    /// <inheritdoc cref="rte_seqcount_read_retry"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool rte_seqlock_read_retry(rte_seqlock_t* seqlock, uint begin_sn) => rte_seqcount_read_retry(&seqlock->count, begin_sn);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_seqlock_write_lock(rte_seqlock_t* seqlock)
    {
        rte_spinlock_lock(&seqlock->@lock);
        rte_seqcount_write_begin(&seqlock->count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_seqlock_write_unlock(rte_seqlock_t* seqlock)
    {
        rte_seqcount_write_end(&seqlock->count);
        rte_spinlock_unlock(&seqlock->@lock);
    }
}
