using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// As in C without the debug options, device and port ids are not checked.
public static unsafe partial class Dpdk
{
    /// <summary>Hands over events; answers how many, from the first on, were taken. <c>rte_errno</c> says why not all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_event_enqueue_burst(byte dev_id, byte port_id, rte_event* ev, ushort nb_events)
    {
        rte_event_fp_ops* device = EventFastPath.Device(dev_id);
        void* port = device->data[port_id];
        return EventFastPath.HasSingle && nb_events == 1 ? device->enqueue(port, ev) : device->enqueue_burst(port, ev, nb_events);
    }

    /// <summary>As <see cref="rte_event_enqueue_burst"/>, when all are new events.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_event_enqueue_new_burst(byte dev_id, byte port_id, rte_event* ev, ushort nb_events)
    {
        rte_event_fp_ops* device = EventFastPath.Device(dev_id);
        void* port = device->data[port_id];
        return EventFastPath.HasSingle && nb_events == 1 ? device->enqueue(port, ev) : device->enqueue_new_burst(port, ev, nb_events);
    }

    /// <summary>As <see cref="rte_event_enqueue_burst"/>, when all are forwarded events.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_event_enqueue_forward_burst(byte dev_id, byte port_id, rte_event* ev, ushort nb_events)
    {
        rte_event_fp_ops* device = EventFastPath.Device(dev_id);
        void* port = device->data[port_id];
        return EventFastPath.HasSingle && nb_events == 1 ? device->enqueue(port, ev) : device->enqueue_forward_burst(port, ev, nb_events);
    }

    /// <summary>Takes events, and releases those that the port took before; answers how many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_event_dequeue_burst(byte dev_id, byte port_id, rte_event* ev, ushort nb_events, ulong timeout_ticks)
    {
        rte_event_fp_ops* device = EventFastPath.Device(dev_id);
        void* port = device->data[port_id];
        return EventFastPath.HasSingle && nb_events == 1
            ? device->dequeue(port, ev, timeout_ticks)
            : device->dequeue_burst(port, ev, nb_events, timeout_ticks);
    }

    /// <summary>Lets a device that needs it do its own work on the port's thread. 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_event_maintain(byte dev_id, byte port_id, int op)
    {
        rte_event_fp_ops* device = EventFastPath.Device(dev_id);
        delegate* unmanaged<void*, int, void> maintain = device->maintain;
        if (maintain != null)
        {
            maintain(device->data[port_id], op);
        }

        return 0;
    }

    /// <summary>Has the port take events by another profile: 0, or a negative error, of which C keeps eight bits.</summary>
    /// <exception cref="DpdkNotSupportedException">The DPDK loaded is 22.11.</exception>
    [DpdkVersionsLike("25.11")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte rte_event_port_profile_switch(byte dev_id, byte port_id, byte profile_id)
    {
        rte_event_fp_ops* device = EventFastPath.Device(dev_id);
        return (byte)device->profile_switch(device->data[port_id], profile_id);
    }

    /// <summary>Changes how the port's next events are chosen ahead: 0, or a negative error.</summary>
    /// <exception cref="DpdkNotSupportedException">The DPDK loaded is 22.11.</exception>
    [DpdkVersionsLike("25.11")]
    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_event_port_preschedule_modify(byte dev_id, byte port_id, rte_event_dev_preschedule_type type)
    {
        rte_event_fp_ops* device = EventFastPath.Device(dev_id);
        return device->preschedule_modify(device->data[port_id], type);
    }

    /// <summary>Has the port's next events chosen ahead, once.</summary>
    /// <exception cref="DpdkNotSupportedException">The DPDK loaded is 22.11.</exception>
    [DpdkVersionsLike("25.11")]
    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_event_port_preschedule(byte dev_id, byte port_id, rte_event_dev_preschedule_type type)
    {
        rte_event_fp_ops* device = EventFastPath.Device(dev_id);
        device->preschedule(device->data[port_id], type);
    }
}
