using System.Runtime.InteropServices;
using DpdkSharp.Interop.Tests.Inline;

namespace DpdkSharp.Interop.Tests.Shim.Devices;

/// <summary>A baseband device.</summary>
internal sealed unsafe class BasebandTable : FakeTable
{
    private readonly rte_bbdev_data* _data = (rte_bbdev_data*)NativeMemory.AllocZeroed((nuint)sizeof(rte_bbdev_data));

    internal BasebandTable(ushort id)
        : base(Dpdk.rte_bbdev_devices + id, sizeof(rte_bbdev))
    {
        rte_bbdev* device = Dpdk.rte_bbdev_devices + id;
        device->data = _data;
        device->enqueue_enc_ops = (delegate* unmanaged<rte_bbdev_queue_data*, rte_bbdev_enc_op**, ushort, ushort>)FakeDevice.Burst(0);
        device->enqueue_dec_ops = (delegate* unmanaged<rte_bbdev_queue_data*, rte_bbdev_dec_op**, ushort, ushort>)FakeDevice.Burst(1);
        device->dequeue_enc_ops = (delegate* unmanaged<rte_bbdev_queue_data*, rte_bbdev_enc_op**, ushort, ushort>)FakeDevice.Burst(2);
        device->dequeue_dec_ops = (delegate* unmanaged<rte_bbdev_queue_data*, rte_bbdev_dec_op**, ushort, ushort>)FakeDevice.Burst(3);
        device->enqueue_ldpc_enc_ops = (delegate* unmanaged<rte_bbdev_queue_data*, rte_bbdev_enc_op**, ushort, ushort>)FakeDevice.Burst(4);
        device->enqueue_ldpc_dec_ops = (delegate* unmanaged<rte_bbdev_queue_data*, rte_bbdev_dec_op**, ushort, ushort>)FakeDevice.Burst(5);
        device->dequeue_ldpc_enc_ops = (delegate* unmanaged<rte_bbdev_queue_data*, rte_bbdev_enc_op**, ushort, ushort>)FakeDevice.Burst(6);
        device->dequeue_ldpc_dec_ops = (delegate* unmanaged<rte_bbdev_queue_data*, rte_bbdev_dec_op**, ushort, ushort>)FakeDevice.Burst(7);
        device->enqueue_fft_ops = (delegate* unmanaged<rte_bbdev_queue_data*, rte_bbdev_fft_op**, ushort, ushort>)FakeDevice.Burst(8);
        device->dequeue_fft_ops = (delegate* unmanaged<rte_bbdev_queue_data*, rte_bbdev_fft_op**, ushort, ushort>)FakeDevice.Burst(9);
        if (!LoadedDpdk.Is("22.11"))
        {
            device->enqueue_mldts_ops = (delegate* unmanaged<rte_bbdev_queue_data*, rte_bbdev_mldts_op**, ushort, ushort>)FakeDevice.Burst(10);
            device->dequeue_mldts_ops = (delegate* unmanaged<rte_bbdev_queue_data*, rte_bbdev_mldts_op**, ushort, ushort>)FakeDevice.Burst(11);
        }
    }

    // Drivers are given the queue's own record; nobody reads it here.
    internal override void Vary(Random random) => _data->queues = (rte_bbdev_queue_data*)(random.NextInt64() >> 1);

    public override void Dispose()
    {
        base.Dispose();
        NativeMemory.Free(_data);
    }
}
