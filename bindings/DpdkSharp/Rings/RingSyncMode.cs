using DpdkSharp.Interop;

namespace DpdkSharp;

/// <summary>How threads share one side of a ring (<c>rte_ring_sync_type</c>).</summary>
public enum RingSyncMode
{
    /// <summary>Any number of threads, each of which finishes in turn: the fastest where every thread has a CPU of its own.</summary>
    MultiThread = (int)rte_ring_sync_type.RTE_RING_SYNC_MT,

    /// <summary>One thread only. Allows zero copy.</summary>
    SingleThread = (int)rte_ring_sync_type.RTE_RING_SYNC_ST,

    /// <summary>Any number of threads, of which the last one finishes for all (RTS): for threads that share CPUs.</summary>
    RelaxedTailSync = (int)rte_ring_sync_type.RTE_RING_SYNC_MT_RTS,

    /// <summary>Any number of threads, one at a time (HTS): for threads that share CPUs. Allows zero copy.</summary>
    HeadTailSync = (int)rte_ring_sync_type.RTE_RING_SYNC_MT_HTS,
}
