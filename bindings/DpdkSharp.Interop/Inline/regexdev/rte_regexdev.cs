using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>Hands over operations; answers how many, from the first on, were taken.</summary>
    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_regexdev_enqueue_burst(byte dev_id, ushort qp_id, rte_regex_ops** ops, ushort nb_ops)
    {
        rte_regexdev* device = RegexFastPath.Devices + dev_id;
        return device->enqueue(device, qp_id, ops, nb_ops);
    }

    /// <summary>Takes back operations that were processed; answers how many.</summary>
    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_regexdev_dequeue_burst(byte dev_id, ushort qp_id, rte_regex_ops** ops, ushort nb_ops)
    {
        rte_regexdev* device = RegexFastPath.Devices + dev_id;
        return device->dequeue(device, qp_id, ops, nb_ops);
    }

    private static class RegexFastPath
    {
        internal static readonly rte_regexdev* Devices = rte_regex_devices;
    }
}
