using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>Entries in the ring. A snapshot: other threads may have moved on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_count(rte_ring* r)
    {
        uint producer = Volatile.Read(ref r->prod.tail);
        uint consumer = Volatile.Read(ref r->cons.tail);
        uint count = unchecked(producer - consumer) & r->mask;
        // The two were not read at one instant, so the difference can exceed what the ring holds.
        return count > r->capacity ? r->capacity : count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_free_count(rte_ring* r) =>
        r->capacity - rte_ring_count(r);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_ring_full(rte_ring* r) =>
        rte_ring_free_count(r) == 0 ? 1 : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_ring_empty(rte_ring* r) =>
        Volatile.Read(ref r->prod.tail) == Volatile.Read(ref r->cons.tail) ? 1 : 0;

    /// <summary>Slots, a power of two; one more than fit unless the ring was made with <c>RING_F_EXACT_SZ</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_get_size(rte_ring* r) =>
        r->size;

    /// <summary>Entries that fit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_get_capacity(rte_ring* r) =>
        r->capacity;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static rte_ring_sync_type rte_ring_get_prod_sync_type(rte_ring* r) =>
        r->prod.sync_type;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_ring_is_prod_single(rte_ring* r) =>
        r->prod.sync_type == rte_ring_sync_type.RTE_RING_SYNC_ST ? 1 : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static rte_ring_sync_type rte_ring_get_cons_sync_type(rte_ring* r) =>
        r->cons.sync_type;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_ring_is_cons_single(rte_ring* r) =>
        r->cons.sync_type == rte_ring_sync_type.RTE_RING_SYNC_ST ? 1 : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_mp_enqueue_bulk(rte_ring* r, void** obj_table, uint n, uint* free_space) =>
        RingCore.Enqueue(r, obj_table, (uint)sizeof(void*), n, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, single: false, free_space);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_sp_enqueue_bulk(rte_ring* r, void** obj_table, uint n, uint* free_space) =>
        RingCore.Enqueue(r, obj_table, (uint)sizeof(void*), n, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, single: true, free_space);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_enqueue_bulk(rte_ring* r, void** obj_table, uint n, uint* free_space) =>
        RingCore.EnqueueByMode(r, obj_table, (uint)sizeof(void*), n, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, free_space);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_mc_dequeue_bulk(rte_ring* r, void** obj_table, uint n, uint* available) =>
        RingCore.Dequeue(r, obj_table, (uint)sizeof(void*), n, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, single: false, available);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_sc_dequeue_bulk(rte_ring* r, void** obj_table, uint n, uint* available) =>
        RingCore.Dequeue(r, obj_table, (uint)sizeof(void*), n, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, single: true, available);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_dequeue_bulk(rte_ring* r, void** obj_table, uint n, uint* available) =>
        RingCore.DequeueByMode(r, obj_table, (uint)sizeof(void*), n, rte_ring_queue_behavior.RTE_RING_QUEUE_FIXED, available);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_mp_enqueue_burst(rte_ring* r, void** obj_table, uint n, uint* free_space) =>
        RingCore.Enqueue(r, obj_table, (uint)sizeof(void*), n, rte_ring_queue_behavior.RTE_RING_QUEUE_VARIABLE, single: false, free_space);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_sp_enqueue_burst(rte_ring* r, void** obj_table, uint n, uint* free_space) =>
        RingCore.Enqueue(r, obj_table, (uint)sizeof(void*), n, rte_ring_queue_behavior.RTE_RING_QUEUE_VARIABLE, single: true, free_space);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_enqueue_burst(rte_ring* r, void** obj_table, uint n, uint* free_space) =>
        RingCore.EnqueueByMode(r, obj_table, (uint)sizeof(void*), n, rte_ring_queue_behavior.RTE_RING_QUEUE_VARIABLE, free_space);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_mc_dequeue_burst(rte_ring* r, void** obj_table, uint n, uint* available) =>
        RingCore.Dequeue(r, obj_table, (uint)sizeof(void*), n, rte_ring_queue_behavior.RTE_RING_QUEUE_VARIABLE, single: false, available);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_sc_dequeue_burst(rte_ring* r, void** obj_table, uint n, uint* available) =>
        RingCore.Dequeue(r, obj_table, (uint)sizeof(void*), n, rte_ring_queue_behavior.RTE_RING_QUEUE_VARIABLE, single: true, available);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_ring_dequeue_burst(rte_ring* r, void** obj_table, uint n, uint* available) =>
        RingCore.DequeueByMode(r, obj_table, (uint)sizeof(void*), n, rte_ring_queue_behavior.RTE_RING_QUEUE_VARIABLE, available);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_ring_mp_enqueue(rte_ring* r, void* obj) =>
        RingCore.EnqueueOne(r, obj, single: false) != 0 ? 0 : -Errno.ENOBUFS;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_ring_sp_enqueue(rte_ring* r, void* obj) =>
        RingCore.EnqueueOne(r, obj, single: true) != 0 ? 0 : -Errno.ENOBUFS;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_ring_enqueue(rte_ring* r, void* obj) =>
        RingCore.EnqueueOneByMode(r, obj) != 0 ? 0 : -Errno.ENOBUFS;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_ring_mc_dequeue(rte_ring* r, void** obj_p) =>
        RingCore.DequeueOne(r, obj_p, single: false) != 0 ? 0 : -Errno.ENOENT;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_ring_sc_dequeue(rte_ring* r, void** obj_p) =>
        RingCore.DequeueOne(r, obj_p, single: true) != 0 ? 0 : -Errno.ENOENT;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_ring_dequeue(rte_ring* r, void** obj_p) =>
        RingCore.DequeueOneByMode(r, obj_p) != 0 ? 0 : -Errno.ENOENT;
}
