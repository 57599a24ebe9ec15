using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// Start reserves, finish takes or gives back: for sides in single-threaded or head/tail-synchronised mode.
// On a side in another mode start answers 0 and finish does nothing.
public static unsafe partial class Dpdk
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_enqueue_bulk_elem_start(rte_ring* r, uint n, uint* free_space) =>
        RingPeek.EnqueueStart(r, n, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, free_space);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_enqueue_bulk_start(rte_ring* r, uint n, uint* free_space) =>
        RingPeek.EnqueueStart(r, n, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, free_space);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_dequeue_bulk_elem_start(rte_ring* r, void* obj_table, uint esize, uint n, uint* available) =>
        RingPeek.DequeueStart(r, obj_table, esize, n, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, available);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_dequeue_bulk_start(rte_ring* r, void** obj_table, uint n, uint* available) =>
        RingPeek.DequeueStart(r, obj_table, (uint)sizeof(void*), n, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, available);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_enqueue_burst_elem_start(rte_ring* r, uint n, uint* free_space) =>
        RingPeek.EnqueueStart(r, n, rte_ring_queue_behavior.RTE_RING_QUEUE_VARIABLE, free_space);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_enqueue_burst_start(rte_ring* r, uint n, uint* free_space) =>
        RingPeek.EnqueueStart(r, n, rte_ring_queue_behavior.RTE_RING_QUEUE_VARIABLE, free_space);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_dequeue_burst_elem_start(rte_ring* r, void* obj_table, uint esize, uint n, uint* available) =>
        RingPeek.DequeueStart(r, obj_table, esize, n, rte_ring_queue_behavior.RTE_RING_QUEUE_VARIABLE, available);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_dequeue_burst_start(rte_ring* r, void** obj_table, uint n, uint* available) =>
        RingPeek.DequeueStart(r, obj_table, (uint)sizeof(void*), n, rte_ring_queue_behavior.RTE_RING_QUEUE_VARIABLE, available);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_ring_enqueue_elem_finish(rte_ring* r, void* obj_table, uint esize, uint n) =>
        RingPeek.EnqueueFinish(r, obj_table, esize, n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_ring_enqueue_finish(rte_ring* r, void** obj_table, uint n) =>
        RingPeek.EnqueueFinish(r, obj_table, (uint)sizeof(void*), n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_ring_dequeue_elem_finish(rte_ring* r, uint n) =>
        RingPeek.DequeueFinish(r, n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_ring_dequeue_finish(rte_ring* r, uint n) =>
        RingPeek.DequeueFinish(r, n);
}
