using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// Element sizes are multiples of four bytes, as rte_ring_create_elem demands.
public static unsafe partial class Dpdk
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_mp_enqueue_bulk_elem(rte_ring* r, void* obj_table, uint esize, uint n, uint* free_space) =>
        RingCore.Enqueue(r, obj_table, esize, n, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, single: false, free_space);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_sp_enqueue_bulk_elem(rte_ring* r, void* obj_table, uint esize, uint n, uint* free_space) =>
        RingCore.Enqueue(r, obj_table, esize, n, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, single: true, free_space);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_enqueue_bulk_elem(rte_ring* r, void* obj_table, uint esize, uint n, uint* free_space) =>
        RingCore.EnqueueByMode(r, obj_table, esize, n, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, free_space);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_mc_dequeue_bulk_elem(rte_ring* r, void* obj_table, uint esize, uint n, uint* available) =>
        RingCore.Dequeue(r, obj_table, esize, n, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, single: false, available);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_sc_dequeue_bulk_elem(rte_ring* r, void* obj_table, uint esize, uint n, uint* available) =>
        RingCore.Dequeue(r, obj_table, esize, n, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, single: true, available);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_dequeue_bulk_elem(rte_ring* r, void* obj_table, uint esize, uint n, uint* available) =>
        RingCore.DequeueByMode(r, obj_table, esize, n, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, available);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_mp_enqueue_burst_elem(rte_ring* r, void* obj_table, uint esize, uint n, uint* free_space) =>
        RingCore.Enqueue(r, obj_table, esize, n, rte_ring_queue_behavior.RTE_RING_QUEUE_VARIABLE, single: false, free_space);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_sp_enqueue_burst_elem(rte_ring* r, void* obj_table, uint esize, uint n, uint* free_space) =>
        RingCore.Enqueue(r, obj_table, esize, n, rte_ring_queue_behavior.RTE_RING_QUEUE_VARIABLE, single: true, free_space);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_enqueue_burst_elem(rte_ring* r, void* obj_table, uint esize, uint n, uint* free_space) =>
        RingCore.EnqueueByMode(r, obj_table, esize, n, rte_ring_queue_behavior.RTE_RING_QUEUE_VARIABLE, free_space);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_mc_dequeue_burst_elem(rte_ring* r, void* obj_table, uint esize, uint n, uint* available) =>
        RingCore.Dequeue(r, obj_table, esize, n, rte_ring_queue_behavior.RTE_RING_QUEUE_VARIABLE, single: false, available);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_sc_dequeue_burst_elem(rte_ring* r, void* obj_table, uint esize, uint n, uint* available) =>
        RingCore.Dequeue(r, obj_table, esize, n, rte_ring_queue_behavior.RTE_RING_QUEUE_VARIABLE, single: true, available);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_dequeue_burst_elem(rte_ring* r, void* obj_table, uint esize, uint n, uint* available) =>
        RingCore.DequeueByMode(r, obj_table, esize, n, rte_ring_queue_behavior.RTE_RING_QUEUE_VARIABLE, available);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_ring_mp_enqueue_elem(rte_ring* r, void* obj, uint esize) =>
        rte_ring_mp_enqueue_bulk_elem(r, obj, esize, 1, null) != 0 ? 0 : -Errno.ENOBUFS;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_ring_sp_enqueue_elem(rte_ring* r, void* obj, uint esize) =>
        rte_ring_sp_enqueue_bulk_elem(r, obj, esize, 1, null) != 0 ? 0 : -Errno.ENOBUFS;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_ring_enqueue_elem(rte_ring* r, void* obj, uint esize) =>
        rte_ring_enqueue_bulk_elem(r, obj, esize, 1, null) != 0 ? 0 : -Errno.ENOBUFS;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_ring_mc_dequeue_elem(rte_ring* r, void* obj_p, uint esize) =>
        rte_ring_mc_dequeue_bulk_elem(r, obj_p, esize, 1, null) != 0 ? 0 : -Errno.ENOENT;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_ring_sc_dequeue_elem(rte_ring* r, void* obj_p, uint esize) =>
        rte_ring_sc_dequeue_bulk_elem(r, obj_p, esize, 1, null) != 0 ? 0 : -Errno.ENOENT;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_ring_dequeue_elem(rte_ring* r, void* obj_p, uint esize) =>
        rte_ring_dequeue_bulk_elem(r, obj_p, esize, 1, null) != 0 ? 0 : -Errno.ENOENT;
}
