using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

/// <summary>Event devices' entries in <c>rte_event_fp_ops</c>.</summary>
internal static unsafe class EventFastPath
{
    /// <summary>Whether drivers have functions of their own for a single event: then those stand before the burst functions.</summary>
    internal static readonly bool HasSingle = FirstBurstOffset() > sizeof(void**);

    private static readonly byte* s_devices = (byte*)Dpdk.rte_event_fp_ops_;
    private static readonly nuint s_stride = (nuint)rte_event_fp_ops.SizeOf;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static rte_event_fp_ops* Device(byte id) => (rte_event_fp_ops*)(s_devices + (id * s_stride));

    private static nint FirstBurstOffset()
    {
        rte_event_fp_ops* device = Dpdk.rte_event_fp_ops_;
        fixed (void* burst = &device->enqueue_burst)
        {
            return (nint)((byte*)burst - (byte*)device);
        }
    }
}
