using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_event_ring_count(rte_event_ring* r) => rte_ring_count(&r->r);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_event_ring_free_count(rte_event_ring* r) => rte_ring_free_count(&r->r);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_event_ring_get_size(rte_event_ring* r) => rte_ring_get_size(&r->r);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_event_ring_get_capacity(rte_event_ring* r) => rte_ring_get_capacity(&r->r);

    /// <summary>Puts in as many events as fit; how many, and the room left unless null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_event_ring_enqueue_burst(rte_event_ring* r, rte_event* events, uint n, ushort* free_space)
    {
        uint space;
        uint taken = rte_ring_enqueue_burst_elem(&r->r, events, (uint)sizeof(rte_event), n, &space);
        Tell(free_space, space);
        return taken;
    }

    /// <summary>Takes out as many events as there are; how many, and how many are left unless null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_event_ring_dequeue_burst(rte_event_ring* r, rte_event* events, uint n, ushort* available)
    {
        uint left;
        uint taken = rte_ring_dequeue_burst_elem(&r->r, events, (uint)sizeof(rte_event), n, &left);
        Tell(available, left);
        return taken;
    }

    /// <summary>Puts in all of the events, or none; how many, and the room left unless null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_event_ring_enqueue_bulk(rte_event_ring* r, rte_event* events, uint n, ushort* free_space)
    {
        uint space;
        uint taken = rte_ring_enqueue_bulk_elem(&r->r, events, (uint)sizeof(rte_event), n, &space);
        Tell(free_space, space);
        return taken;
    }

    /// <summary>Takes out so many events, or none; how many, and how many are left unless null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_event_ring_dequeue_bulk(rte_event_ring* r, rte_event* events, uint n, ushort* available)
    {
        uint left;
        uint taken = rte_ring_dequeue_bulk_elem(&r->r, events, (uint)sizeof(rte_event), n, &left);
        Tell(available, left);
        return taken;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Tell(ushort* to, uint value)
    {
        if (to != null)
        {
            *to = (ushort)value;
        }
    }
}
