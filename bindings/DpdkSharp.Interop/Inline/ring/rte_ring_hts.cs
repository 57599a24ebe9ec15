using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_mp_hts_enqueue_bulk_elem(rte_ring* r, void* obj_table, uint esize, uint n, uint* free_space) =>
        RingHts.Enqueue(r, obj_table, esize, n, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, free_space);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_mc_hts_dequeue_bulk_elem(rte_ring* r, void* obj_table, uint esize, uint n, uint* available) =>
        RingHts.Dequeue(r, obj_table, esize, n, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, available);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_mp_hts_enqueue_bulk(rte_ring* r, void** obj_table, uint n, uint* free_space) =>
        RingHts.Enqueue(r, obj_table, (uint)sizeof(void*), n, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, free_space);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_mc_hts_dequeue_bulk(rte_ring* r, void** obj_table, uint n, uint* available) =>
        RingHts.Dequeue(r, obj_table, (uint)sizeof(void*), n, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, available);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_mp_hts_enqueue_burst_elem(rte_ring* r, void* obj_table, uint esize, uint n, uint* free_space) =>
        RingHts.Enqueue(r, obj_table, esize, n, rte_ring_queue_behavior.RTE_RING_QUEUE_VARIABLE, free_space);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_mc_hts_dequeue_burst_elem(rte_ring* r, void* obj_table, uint esize, uint n, uint* available) =>
        RingHts.Dequeue(r, obj_table, esize, n, rte_ring_queue_behavior.RTE_RING_QUEUE_VARIABLE, available);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_mp_hts_enqueue_burst(rte_ring* r, void** obj_table, uint n, uint* free_space) =>
        RingHts.Enqueue(r, obj_table, (uint)sizeof(void*), n, rte_ring_queue_behavior.RTE_RING_QUEUE_VARIABLE, free_space);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_mc_hts_dequeue_burst(rte_ring* r, void** obj_table, uint n, uint* available) =>
        RingHts.Dequeue(r, obj_table, (uint)sizeof(void*), n, rte_ring_queue_behavior.RTE_RING_QUEUE_VARIABLE, available);
}
