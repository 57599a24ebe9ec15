using DpdkSharp.Interop.Tests.Inline;

namespace DpdkSharp.Interop.Tests.Shim.Devices;

/// <summary>A device that matches patterns.</summary>
internal sealed unsafe class RegexTable : FakeTable
{
    internal RegexTable(byte id)
        : base(Dpdk.rte_regex_devices + id, sizeof(rte_regexdev))
    {
        rte_regexdev* device = Dpdk.rte_regex_devices + id;
        device->enqueue = (delegate* unmanaged<rte_regexdev*, ushort, rte_regex_ops**, ushort, ushort>)FakeDevice.ChannelBurst(0);
        device->dequeue = (delegate* unmanaged<rte_regexdev*, ushort, rte_regex_ops**, ushort, ushort>)FakeDevice.ChannelBurst(1);
    }
}
