using DpdkSharp.Interop.Tests.Inline;

namespace DpdkSharp.Interop.Tests.Shim.Devices;

/// <summary>An event device, which may have no work of its own.</summary>
internal sealed unsafe class EventTable : FakeTable
{
    private readonly rte_event_fp_ops* _device;

    internal EventTable(byte id)
        : base((byte*)Dpdk.rte_event_fp_ops_ + (id * rte_event_fp_ops.SizeOf), rte_event_fp_ops.SizeOf)
    {
        _device = (rte_event_fp_ops*)((byte*)Dpdk.rte_event_fp_ops_ + (id * rte_event_fp_ops.SizeOf));
        _device->data = Queues;
        _device->enqueue_burst = (delegate* unmanaged<void*, rte_event*, ushort, ushort>)FakeDevice.Burst(0);
        _device->enqueue_new_burst = (delegate* unmanaged<void*, rte_event*, ushort, ushort>)FakeDevice.Burst(1);
        _device->enqueue_forward_burst = (delegate* unmanaged<void*, rte_event*, ushort, ushort>)FakeDevice.Burst(2);
        _device->ca_enqueue = (delegate* unmanaged<void*, rte_event*, ushort, ushort>)FakeDevice.Burst(3);
        _device->txa_enqueue = (delegate* unmanaged<void*, rte_event*, ushort, ushort>)FakeDevice.Burst(4);
        _device->txa_enqueue_same_dest = (delegate* unmanaged<void*, rte_event*, ushort, ushort>)FakeDevice.Burst(5);
        _device->dequeue_burst = (delegate* unmanaged<void*, rte_event*, ushort, ulong, ushort>)FakeDevice.DequeueInTime;
        if (EventFastPath.HasSingle)
        {
            _device->enqueue = (delegate* unmanaged<void*, rte_event*, ushort>)FakeDevice.EnqueueOne;
            _device->dequeue = (delegate* unmanaged<void*, rte_event*, ulong, ushort>)FakeDevice.DequeueOne;
        }

        if (!LoadedDpdk.Is("22.11"))
        {
            _device->profile_switch = FakeDevice.SwitchProfile;
            _device->preschedule_modify = (delegate* unmanaged<void*, rte_event_dev_preschedule_type, int>)FakeDevice.ModifyPreschedule;
            _device->preschedule = (delegate* unmanaged<void*, rte_event_dev_preschedule_type, void>)FakeDevice.Preschedule;
        }
    }

    internal override void Vary(Random random)
    {
        base.Vary(random);
        _device->maintain = random.Next(4) == 0 ? null : FakeDevice.Maintain;
    }
}
