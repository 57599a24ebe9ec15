using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// As in C without the debug options, device and queue ids are not checked.
public static unsafe partial class Dpdk
{
    /// <summary>The number that the program keeps in the session.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_cryptodev_sym_session_opaque_data_get(void* sess) => ((ulong*)sess)[CRYPTO_SESS_OPAQUE_DATA_OFF];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_cryptodev_sym_session_opaque_data_set(void* sess, ulong opaque) =>
        ((ulong*)sess)[CRYPTO_SESS_OPAQUE_DATA_OFF] = opaque;

    /// <summary>Hands over operations; answers how many, from the first on, were taken.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_cryptodev_enqueue_burst(byte dev_id, ushort qp_id, rte_crypto_op** ops, ushort nb_ops)
    {
        rte_crypto_fp_ops* device = CryptoFastPath.Device(dev_id);
        rte_cryptodev_cb_rcu* callbacks = device->qp.enq_cb + qp_id;
        if (callbacks->next != null)
        {
            nb_ops = CryptoFastPath.Call(callbacks, dev_id, qp_id, ops, nb_ops);
        }

        return device->enqueue_burst(device->qp.data[qp_id], ops, nb_ops);
    }

    /// <summary>Takes back operations that were processed; answers how many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_cryptodev_dequeue_burst(byte dev_id, ushort qp_id, rte_crypto_op** ops, ushort nb_ops)
    {
        rte_crypto_fp_ops* device = CryptoFastPath.Device(dev_id);
        nb_ops = device->dequeue_burst(device->qp.data[qp_id], ops, nb_ops);
        rte_cryptodev_cb_rcu* callbacks = device->qp.deq_cb + qp_id;
        return callbacks->next == null ? nb_ops : CryptoFastPath.Call(callbacks, dev_id, qp_id, ops, nb_ops);
    }

    /// <summary>Descriptors of the queue pair in use, or -ENOTSUP.</summary>
    /// <exception cref="DpdkNotSupportedException">The DPDK loaded is 22.11.</exception>
    [DpdkVersionsLike("25.11")]
    [Experimental("DPDK0001")]
    public static int rte_cryptodev_qp_depth_used(byte dev_id, ushort qp_id)
    {
        rte_crypto_fp_ops* device = CryptoFastPath.Device(dev_id);
        delegate* unmanaged<void*, uint> used = device->qp_depth_used;
        return used == null ? -Errno.ENOTSUP : (int)used(device->qp.data[qp_id]);
    }

    /// <summary>Hands over one operation as raw data; not begun before <c>rte_cryptodev_raw_enqueue_done</c>.</summary>
    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_cryptodev_raw_enqueue(
        rte_crypto_raw_dp_ctx* ctx,
        rte_crypto_vec* data_vec,
        ushort n_data_vecs,
        rte_crypto_sym_ofs ofs,
        rte_crypto_va_iova_ptr* iv,
        rte_crypto_va_iova_ptr* digest,
        rte_crypto_va_iova_ptr* aad_or_auth_iv,
        void* user_data) =>
        ctx->enqueue(ctx->qp_data, ctx->drv_ctx_data, data_vec, n_data_vecs, ofs, iv, digest, aad_or_auth_iv, user_data);

    /// <summary>Takes back the user data of one operation; it stays the device's until <c>rte_cryptodev_raw_dequeue_done</c>.</summary>
    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void* rte_cryptodev_raw_dequeue(rte_crypto_raw_dp_ctx* ctx, int* dequeue_status, rte_crypto_op_status* op_status) =>
        ctx->dequeue(ctx->qp_data, ctx->drv_ctx_data, dequeue_status, op_status);

    private static class CryptoFastPath
    {
        private static readonly byte* s_devices = (byte*)rte_crypto_fp_ops_;
        private static readonly nuint s_stride = (nuint)rte_crypto_fp_ops.SizeOf;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static rte_crypto_fp_ops* Device(byte id) => (rte_crypto_fp_ops*)(s_devices + (id * s_stride));

        [MethodImpl(MethodImplOptions.NoInlining)]
        internal static ushort Call(rte_cryptodev_cb_rcu* list, byte device, ushort queue, rte_crypto_op** ops, ushort count)
        {
            // Who removes a callback waits until this thread has gone through the list.
            rte_rcu_qsbr_thread_online(list->qsbr, 0);
            for (var callback = (rte_cryptodev_cb*)Volatile.Read(ref *(nint*)&list->next); callback != null; callback = callback->next)
            {
                count = callback->fn(device, queue, ops, count, callback->arg);
            }

            rte_rcu_qsbr_thread_offline(list->qsbr, 0);
            return count;
        }
    }
}
