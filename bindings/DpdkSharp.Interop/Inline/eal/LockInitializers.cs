namespace DpdkSharp.Interop;

// What a lock on the stack or inside a record is set to: free.
public static unsafe partial class Dpdk
{
    public static rte_spinlock_t RTE_SPINLOCK_INITIALIZER => default;

    public static rte_spinlock_recursive_t RTE_SPINLOCK_RECURSIVE_INITIALIZER => new() { user = -1 };

    public static rte_rwlock_t RTE_RWLOCK_INITIALIZER => default;

    public static rte_pflock RTE_PFLOCK_INITIALIZER => default;

    public static rte_seqcount_t RTE_SEQCOUNT_INITIALIZER => default;

    public static rte_seqlock_t RTE_SEQLOCK_INITIALIZER => default;

    public static rte_ticketlock_t RTE_TICKETLOCK_INITIALIZER => default;

    public static rte_ticketlock_recursive_t RTE_TICKETLOCK_RECURSIVE_INITIALIZER => new() { user = TICKET_LOCK_INVALID_ID };

    public static rte_atomic16_t RTE_ATOMIC16_INIT(short val) => new() { cnt = val };

    public static rte_atomic32_t RTE_ATOMIC32_INIT(int val) => new() { cnt = val };

    public static rte_atomic64_t RTE_ATOMIC64_INIT(long val) => new() { cnt = val };
}
