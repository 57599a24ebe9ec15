using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// .NET has no intrinsics for hardware transactions, so these take the lock: what C does on processors without them. A thread in C that
// elides the same lock sees it taken and gives up its transaction, so both may share it.
public static unsafe partial class Dpdk
{
    /// <summary>1 when the processor has restricted transactional memory and EAL found it usable.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_tm_supported() => *rte_rtm_supported;

    /// <summary>As the function without <c>_tm</c>.</summary>
    /// <remarks>In C the lock may be elided by a hardware transaction. That is an optimisation, which C# does not make.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_spinlock_lock_tm(rte_spinlock_t* sl) => rte_spinlock_lock(sl);

    /// <inheritdoc cref="rte_spinlock_lock_tm"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_spinlock_unlock_tm(rte_spinlock_t* sl) => rte_spinlock_unlock(sl);

    /// <inheritdoc cref="rte_spinlock_lock_tm"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_spinlock_trylock_tm(rte_spinlock_t* sl) => rte_spinlock_trylock(sl);

    /// <inheritdoc cref="rte_spinlock_lock_tm"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_spinlock_recursive_lock_tm(rte_spinlock_recursive_t* slr) => rte_spinlock_recursive_lock(slr);

    /// <inheritdoc cref="rte_spinlock_lock_tm"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_spinlock_recursive_unlock_tm(rte_spinlock_recursive_t* slr) => rte_spinlock_recursive_unlock(slr);

    /// <inheritdoc cref="rte_spinlock_lock_tm"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_spinlock_recursive_trylock_tm(rte_spinlock_recursive_t* slr) => rte_spinlock_recursive_trylock(slr);
}
