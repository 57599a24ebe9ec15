using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// As in C, device and queue ids are not checked.
public static unsafe partial class Dpdk
{
    /// <summary>Hands over operations; answers how many, from the first on, were taken.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_bbdev_enqueue_enc_ops(ushort dev_id, ushort queue_id, rte_bbdev_enc_op** ops, ushort num_ops)
    {
        rte_bbdev* device = BasebandFastPath.Devices + dev_id;
        return device->enqueue_enc_ops(BasebandFastPath.Queue(device, queue_id), ops, num_ops);
    }

    /// <summary>Takes back operations that were processed; answers how many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_bbdev_dequeue_enc_ops(ushort dev_id, ushort queue_id, rte_bbdev_enc_op** ops, ushort num_ops)
    {
        rte_bbdev* device = BasebandFastPath.Devices + dev_id;
        return device->dequeue_enc_ops(BasebandFastPath.Queue(device, queue_id), ops, num_ops);
    }

    /// <inheritdoc cref="rte_bbdev_enqueue_enc_ops"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_bbdev_enqueue_dec_ops(ushort dev_id, ushort queue_id, rte_bbdev_dec_op** ops, ushort num_ops)
    {
        rte_bbdev* device = BasebandFastPath.Devices + dev_id;
        return device->enqueue_dec_ops(BasebandFastPath.Queue(device, queue_id), ops, num_ops);
    }

    /// <inheritdoc cref="rte_bbdev_dequeue_enc_ops"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_bbdev_dequeue_dec_ops(ushort dev_id, ushort queue_id, rte_bbdev_dec_op** ops, ushort num_ops)
    {
        rte_bbdev* device = BasebandFastPath.Devices + dev_id;
        return device->dequeue_dec_ops(BasebandFastPath.Queue(device, queue_id), ops, num_ops);
    }

    /// <inheritdoc cref="rte_bbdev_enqueue_enc_ops"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_bbdev_enqueue_ldpc_enc_ops(ushort dev_id, ushort queue_id, rte_bbdev_enc_op** ops, ushort num_ops)
    {
        rte_bbdev* device = BasebandFastPath.Devices + dev_id;
        return device->enqueue_ldpc_enc_ops(BasebandFastPath.Queue(device, queue_id), ops, num_ops);
    }

    /// <inheritdoc cref="rte_bbdev_dequeue_enc_ops"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_bbdev_dequeue_ldpc_enc_ops(ushort dev_id, ushort queue_id, rte_bbdev_enc_op** ops, ushort num_ops)
    {
        rte_bbdev* device = BasebandFastPath.Devices + dev_id;
        return device->dequeue_ldpc_enc_ops(BasebandFastPath.Queue(device, queue_id), ops, num_ops);
    }

    /// <inheritdoc cref="rte_bbdev_enqueue_enc_ops"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_bbdev_enqueue_ldpc_dec_ops(ushort dev_id, ushort queue_id, rte_bbdev_dec_op** ops, ushort num_ops)
    {
        rte_bbdev* device = BasebandFastPath.Devices + dev_id;
        return device->enqueue_ldpc_dec_ops(BasebandFastPath.Queue(device, queue_id), ops, num_ops);
    }

    /// <inheritdoc cref="rte_bbdev_dequeue_enc_ops"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_bbdev_dequeue_ldpc_dec_ops(ushort dev_id, ushort queue_id, rte_bbdev_dec_op** ops, ushort num_ops)
    {
        rte_bbdev* device = BasebandFastPath.Devices + dev_id;
        return device->dequeue_ldpc_dec_ops(BasebandFastPath.Queue(device, queue_id), ops, num_ops);
    }

    /// <inheritdoc cref="rte_bbdev_enqueue_enc_ops"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_bbdev_enqueue_fft_ops(ushort dev_id, ushort queue_id, rte_bbdev_fft_op** ops, ushort num_ops)
    {
        rte_bbdev* device = BasebandFastPath.Devices + dev_id;
        return device->enqueue_fft_ops(BasebandFastPath.Queue(device, queue_id), ops, num_ops);
    }

    /// <inheritdoc cref="rte_bbdev_dequeue_enc_ops"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_bbdev_dequeue_fft_ops(ushort dev_id, ushort queue_id, rte_bbdev_fft_op** ops, ushort num_ops)
    {
        rte_bbdev* device = BasebandFastPath.Devices + dev_id;
        return device->dequeue_fft_ops(BasebandFastPath.Queue(device, queue_id), ops, num_ops);
    }

    /// <inheritdoc cref="rte_bbdev_enqueue_enc_ops"/>
    /// <exception cref="DpdkNotSupportedException">The DPDK loaded is 22.11.</exception>
    [DpdkVersionsLike("25.11")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_bbdev_enqueue_mldts_ops(ushort dev_id, ushort queue_id, rte_bbdev_mldts_op** ops, ushort num_ops)
    {
        BasebandFastPath.RequireMldts();
        rte_bbdev* device = BasebandFastPath.Devices + dev_id;
        return device->enqueue_mldts_ops(BasebandFastPath.Queue(device, queue_id), ops, num_ops);
    }

    /// <inheritdoc cref="rte_bbdev_dequeue_enc_ops"/>
    /// <exception cref="DpdkNotSupportedException">The DPDK loaded is 22.11.</exception>
    [DpdkVersionsLike("25.11")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_bbdev_dequeue_mldts_ops(ushort dev_id, ushort queue_id, rte_bbdev_mldts_op** ops, ushort num_ops)
    {
        BasebandFastPath.RequireMldts();
        rte_bbdev* device = BasebandFastPath.Devices + dev_id;
        return device->dequeue_mldts_ops(BasebandFastPath.Queue(device, queue_id), ops, num_ops);
    }

    private static class BasebandFastPath
    {
        internal static readonly rte_bbdev* Devices = rte_bbdev_devices;

        private static readonly nuint s_queueStride = (nuint)rte_bbdev_queue_data.SizeOf;
        // 22.11 has room where later versions have these functions: what stands there is no function.
        private static readonly bool s_hasMldts = Abi.Declares(nameof(rte_bbdev_enqueue_mldts_ops));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static void RequireMldts([CallerMemberName] string function = "")
        {
            if (!s_hasMldts)
            {
                Abi.ThrowUndeclared(function);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static rte_bbdev_queue_data* Queue(rte_bbdev* device, ushort queue) =>
            (rte_bbdev_queue_data*)((byte*)device->data->queues + (queue * s_queueStride));
    }
}
