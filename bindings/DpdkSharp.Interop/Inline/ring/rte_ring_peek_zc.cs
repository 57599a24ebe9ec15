using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// As the peek API, but the caller reads and writes the ring's own memory: ptr1 has n1 slots, ptr2 what wraps around to the start.
public static unsafe partial class Dpdk
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_enqueue_zc_bulk_elem_start(rte_ring* r, uint esize, uint n, rte_ring_zc_data* zcd, uint* free_space) =>
        RingPeek.EnqueueZeroCopyStart(r, esize, n, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, zcd, free_space);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_enqueue_zc_bulk_start(rte_ring* r, uint n, rte_ring_zc_data* zcd, uint* free_space) =>
        RingPeek.EnqueueZeroCopyStart(r, (uint)sizeof(void*), n, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, zcd, free_space);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_dequeue_zc_bulk_elem_start(rte_ring* r, uint esize, uint n, rte_ring_zc_data* zcd, uint* available) =>
        RingPeek.DequeueZeroCopyStart(r, esize, n, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, zcd, available);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_dequeue_zc_bulk_start(rte_ring* r, uint n, rte_ring_zc_data* zcd, uint* available) =>
        RingPeek.DequeueZeroCopyStart(r, (uint)sizeof(void*), n, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, zcd, available);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_enqueue_zc_burst_elem_start(rte_ring* r, uint esize, uint n, rte_ring_zc_data* zcd, uint* free_space) =>
        RingPeek.EnqueueZeroCopyStart(r, esize, n, rte_ring_queue_behavior.RTE_RING_QUEUE_VARIABLE, zcd, free_space);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_enqueue_zc_burst_start(rte_ring* r, uint n, rte_ring_zc_data* zcd, uint* free_space) =>
        RingPeek.EnqueueZeroCopyStart(r, (uint)sizeof(void*), n, rte_ring_queue_behavior.RTE_RING_QUEUE_VARIABLE, zcd, free_space);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_dequeue_zc_burst_elem_start(rte_ring* r, uint esize, uint n, rte_ring_zc_data* zcd, uint* available) =>
        RingPeek.DequeueZeroCopyStart(r, esize, n, rte_ring_queue_behavior.RTE_RING_QUEUE_VARIABLE, zcd, available);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_dequeue_zc_burst_start(rte_ring* r, uint n, rte_ring_zc_data* zcd, uint* available) =>
        RingPeek.DequeueZeroCopyStart(r, (uint)sizeof(void*), n, rte_ring_queue_behavior.RTE_RING_QUEUE_VARIABLE, zcd, available);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_ring_enqueue_zc_elem_finish(rte_ring* r, uint n) =>
        RingPeek.EnqueueZeroCopyFinish(r, n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_ring_dequeue_zc_elem_finish(rte_ring* r, uint n) =>
        RingPeek.DequeueFinish(r, n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_ring_enqueue_zc_finish(rte_ring* r, uint n) =>
        RingPeek.EnqueueZeroCopyFinish(r, n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_ring_dequeue_zc_finish(rte_ring* r, uint n) =>
        RingPeek.DequeueFinish(r, n);
}
