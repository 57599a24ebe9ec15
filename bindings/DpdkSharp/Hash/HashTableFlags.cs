using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>
/// Who may use a <see cref="HashTable{TKey}"/> at the same time, and what it does when it fills up: DPDK's flags. Without any, one thread at a time.
/// </summary>
[Flags]
public enum HashTableFlags
{
    /// <summary>One thread at a time, or several that only look up.</summary>
    None = 0,

    /// <summary>Locks take the processor's memory transactions where it has them (<c>RTE_HASH_EXTRA_FLAGS_TRANS_MEM_SUPPORT</c>).</summary>
    TransactionalMemory = RTE_HASH_EXTRA_FLAGS_TRANS_MEM_SUPPORT,

    /// <summary>Several threads may add and delete (<c>RTE_HASH_EXTRA_FLAGS_MULTI_WRITER_ADD</c>); each has to be an lcore or registered (<see cref="LcoreRegistration"/>).</summary>
    MultiWriterAdd = RTE_HASH_EXTRA_FLAGS_MULTI_WRITER_ADD,

    /// <summary>Threads may look up while another adds and deletes: a lock that readers share (<c>RTE_HASH_EXTRA_FLAGS_RW_CONCURRENCY</c>).</summary>
    ReadWriteConcurrency = RTE_HASH_EXTRA_FLAGS_RW_CONCURRENCY,

    /// <summary>A key whose buckets are full goes into a further one: the table takes as many keys as it was created for (<c>RTE_HASH_EXTRA_FLAGS_EXT_TABLE</c>).</summary>
    ExtendableBuckets = RTE_HASH_EXTRA_FLAGS_EXT_TABLE,

    /// <summary>The place of a deleted key stays taken until <see cref="HashTable{TKey}.FreePosition"/> (<c>RTE_HASH_EXTRA_FLAGS_NO_FREE_ON_DEL</c>).</summary>
    NoFreeOnDelete = RTE_HASH_EXTRA_FLAGS_NO_FREE_ON_DEL,

    /// <summary>
    /// Threads may look up while another adds and deletes, without a lock (<c>RTE_HASH_EXTRA_FLAGS_RW_CONCURRENCY_LF</c>). Includes
    /// <see cref="NoFreeOnDelete"/>: the place of a deleted key is freed when no thread looks at it any more. Excludes <see cref="ReadWriteConcurrency"/>.
    /// </summary>
    ReadWriteConcurrencyLockFree = RTE_HASH_EXTRA_FLAGS_RW_CONCURRENCY_LF,
}
