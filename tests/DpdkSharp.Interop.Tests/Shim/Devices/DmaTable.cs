using System.Runtime.InteropServices;
using DpdkSharp.Interop.Tests.Inline;

namespace DpdkSharp.Interop.Tests.Shim.Devices;

/// <summary>A DMA device. DPDK makes the table with the first device: one of our own takes its place.</summary>
internal sealed unsafe class DmaTable : FakeTable
{
    private readonly byte* _table;
    private readonly rte_dma_fp_object* _device;

    internal DmaTable(short id)
        : base((void*)DpdkRuntime.GetExport("librte_dmadev", "rte_dma_fp_objs"), sizeof(void*))
    {
        _table = (byte*)NativeMemory.AlignedAlloc((nuint)(rte_dma_fp_object.SizeOf * (id + 1)), 64);
        *(byte**)DpdkRuntime.GetExport("librte_dmadev", "rte_dma_fp_objs") = _table;
        _device = (rte_dma_fp_object*)(_table + (id * rte_dma_fp_object.SizeOf));
        _device->copy = FakeDevice.Transfer(0);
        _device->copy_sg = (delegate* unmanaged<void*, ushort, rte_dma_sge*, rte_dma_sge*, ushort, ushort, ulong, int>)FakeDevice.TransferScattered;
        _device->fill = FakeDevice.Transfer(1);
        _device->submit = FakeDevice.Submit;
        _device->completed = (delegate* unmanaged<void*, ushort, ushort, ushort*, bool*, ushort>)FakeDevice.Completed;
        _device->completed_status = (delegate* unmanaged<void*, ushort, ushort, ushort*, rte_dma_status_code*, ushort>)FakeDevice.CompletedStatus;
        _device->burst_capacity = FakeDevice.Capacity;
        if (LoadedDpdk.Is("25.11"))
        {
            _device->enqueue = (delegate* unmanaged<void*, ushort, rte_dma_op**, ushort, ushort>)FakeDevice.ChannelBurst(0);
            _device->dequeue = (delegate* unmanaged<void*, ushort, rte_dma_op**, ushort, ushort>)FakeDevice.ChannelBurst(1);
        }
    }

    internal override void Vary(Random random) => _device->dev_private = (void*)random.NextInt64();

    public override void Dispose()
    {
        base.Dispose();
        NativeMemory.AlignedFree(_table);
    }
}
