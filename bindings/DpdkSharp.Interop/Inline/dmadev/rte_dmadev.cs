using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// As in C without the debug options, ids are not checked, nor whether the device can do what it is asked for.
public static unsafe partial class Dpdk
{
    /// <summary>Asks for a copy; answers the job's index, or a negative error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_dma_copy(short dev_id, ushort vchan, ulong src, ulong dst, uint length, ulong flags)
    {
        rte_dma_fp_object* device = DmaFastPath.Device(dev_id);
        return device->copy(device->dev_private, vchan, src, dst, length, flags);
    }

    /// <summary>Asks for a copy from and to several places; answers the job's index, or a negative error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_dma_copy_sg(
        short dev_id, ushort vchan, rte_dma_sge* src, rte_dma_sge* dst, ushort nb_src, ushort nb_dst, ulong flags)
    {
        rte_dma_fp_object* device = DmaFastPath.Device(dev_id);
        return device->copy_sg(device->dev_private, vchan, src, dst, nb_src, nb_dst, flags);
    }

    /// <summary>Asks for memory to be filled; answers the job's index, or a negative error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_dma_fill(short dev_id, ushort vchan, ulong pattern, ulong dst, uint length, ulong flags)
    {
        rte_dma_fp_object* device = DmaFastPath.Device(dev_id);
        return device->fill(device->dev_private, vchan, pattern, dst, length, flags);
    }

    /// <summary>Has the device begin with what was asked for: 0, or a negative error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_dma_submit(short dev_id, ushort vchan)
    {
        rte_dma_fp_object* device = DmaFastPath.Device(dev_id);
        return device->submit(device->dev_private, vchan);
    }

    /// <summary>How many jobs have ended well, up to the first that has not; the last one's index and whether one failed, unless null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_dma_completed(short dev_id, ushort vchan, ushort nb_cpls, ushort* last_idx, bool* has_error)
    {
        rte_dma_fp_object* device = DmaFastPath.Device(dev_id);
        ushort index;
        bool failed;
        if (last_idx == null)
        {
            last_idx = &index;
        }

        if (has_error == null)
        {
            has_error = &failed;
        }

        *has_error = false;
        return device->completed(device->dev_private, vchan, nb_cpls, last_idx, has_error);
    }

    /// <summary>How many jobs have ended, well or not, and how each did; the last one's index unless null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_dma_completed_status(
        short dev_id, ushort vchan, ushort nb_cpls, ushort* last_idx, rte_dma_status_code* status)
    {
        rte_dma_fp_object* device = DmaFastPath.Device(dev_id);
        ushort index;
        return device->completed_status(device->dev_private, vchan, nb_cpls, last_idx == null ? &index : last_idx, status);
    }

    /// <summary>How many more jobs the device takes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_dma_burst_capacity(short dev_id, ushort vchan)
    {
        rte_dma_fp_object* device = DmaFastPath.Device(dev_id);
        return device->burst_capacity(device->dev_private, vchan);
    }

    /// <summary>Hands over operations; answers how many were taken.</summary>
    /// <exception cref="DpdkNotSupportedException">The DPDK loaded is older.</exception>
    [DpdkVersionsLike("25.11")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_dma_enqueue_ops(short dev_id, ushort vchan, rte_dma_op** ops, ushort nb_ops)
    {
        rte_dma_fp_object* device = DmaFastPath.Device(dev_id);
        return device->enqueue(device->dev_private, vchan, ops, nb_ops);
    }

    /// <summary>Takes back operations that have ended; answers how many.</summary>
    /// <exception cref="DpdkNotSupportedException">The DPDK loaded is older.</exception>
    [DpdkVersionsLike("25.11")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_dma_dequeue_ops(short dev_id, ushort vchan, rte_dma_op** ops, ushort nb_ops)
    {
        rte_dma_fp_object* device = DmaFastPath.Device(dev_id);
        return device->dequeue(device->dev_private, vchan, ops, nb_ops);
    }

    private static class DmaFastPath
    {
        // The variable holds the table's address, which is null until there is a first device.
        private static readonly byte** s_devices = (byte**)DpdkRuntime.GetExport("librte_dmadev", "rte_dma_fp_objs");
        private static readonly nint s_stride = rte_dma_fp_object.SizeOf;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static rte_dma_fp_object* Device(short id) => (rte_dma_fp_object*)(*s_devices + (id * s_stride));
    }
}
