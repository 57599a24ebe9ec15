using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_mp_rts_enqueue_bulk_elem(rte_ring* r, void* obj_table, uint esize, uint n, uint* free_space) =>
        RingRts.Enqueue(r, obj_table, esize, n, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, free_space);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_mc_rts_dequeue_bulk_elem(rte_ring* r, void* obj_table, uint esize, uint n, uint* available) =>
        RingRts.Dequeue(r, obj_table, esize, n, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, available);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_mp_rts_enqueue_bulk(rte_ring* r, void** obj_table, uint n, uint* free_space) =>
        RingRts.Enqueue(r, obj_table, (uint)sizeof(void*), n, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, free_space);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_mc_rts_dequeue_bulk(rte_ring* r, void** obj_table, uint n, uint* available) =>
        RingRts.Dequeue(r, obj_table, (uint)sizeof(void*), n, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, available);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_mp_rts_enqueue_burst_elem(rte_ring* r, void* obj_table, uint esize, uint n, uint* free_space) =>
        RingRts.Enqueue(r, obj_table, esize, n, rte_ring_queue_behavior.RTE_RING_QUEUE_VARIABLE, free_space);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_mc_rts_dequeue_burst_elem(rte_ring* r, void* obj_table, uint esize, uint n, uint* available) =>
        RingRts.Dequeue(r, obj_table, esize, n, rte_ring_queue_behavior.RTE_RING_QUEUE_VARIABLE, available);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_mp_rts_enqueue_burst(rte_ring* r, void** obj_table, uint n, uint* free_space) =>
        RingRts.Enqueue(r, obj_table, (uint)sizeof(void*), n, rte_ring_queue_behavior.RTE_RING_QUEUE_VARIABLE, free_space);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_mc_rts_dequeue_burst(rte_ring* r, void** obj_table, uint n, uint* available) =>
        RingRts.Dequeue(r, obj_table, (uint)sizeof(void*), n, rte_ring_queue_behavior.RTE_RING_QUEUE_VARIABLE, available);

    /// <summary>How far that side's head may run ahead of its tail; <c>uint.MaxValue</c> when the ring is not in this mode.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_get_prod_htd_max(rte_ring* r) =>
        r->prod.sync_type == rte_ring_sync_type.RTE_RING_SYNC_MT_RTS ? r->rts_prod.htd_max : uint.MaxValue;

    /// <summary>Sets how far that side's head may run ahead of its tail; -ENOTSUP when the ring is not in this mode.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_ring_set_prod_htd_max(rte_ring* r, uint v)
    {
        if (r->prod.sync_type != rte_ring_sync_type.RTE_RING_SYNC_MT_RTS)
        {
            return -Errno.ENOTSUP;
        }

        r->rts_prod.htd_max = v;
        return 0;
    }

    /// <summary>How far that side's head may run ahead of its tail; <c>uint.MaxValue</c> when the ring is not in this mode.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_get_cons_htd_max(rte_ring* r) =>
        r->cons.sync_type == rte_ring_sync_type.RTE_RING_SYNC_MT_RTS ? r->rts_cons.htd_max : uint.MaxValue;

    /// <summary>Sets how far that side's head may run ahead of its tail; -ENOTSUP when the ring is not in this mode.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_ring_set_cons_htd_max(rte_ring* r, uint v)
    {
        if (r->cons.sync_type != rte_ring_sync_type.RTE_RING_SYNC_MT_RTS)
        {
            return -Errno.ENOTSUP;
        }

        r->rts_cons.htd_max = v;
        return 0;
    }
}
