using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// 22.11 counts in 16 bits what later versions count in 32. Both forms work with every version.
public static unsafe partial class Dpdk
{
    /// <summary>Takes so many operations from their pool: 0, or a negative error and none.</summary>
    [DpdkVersionsLike("25.11")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_bbdev_enc_op_alloc_bulk(rte_mempool* mempool, rte_bbdev_enc_op** ops, uint num_ops)
    {
        rte_bbdev_op_type type = ((rte_bbdev_op_pool_private*)rte_mempool_get_priv(mempool))->type;
        return type != RTE_BBDEV_OP_TURBO_ENC && type != RTE_BBDEV_OP_LDPC_ENC ? -Errno.EINVAL : rte_mempool_get_bulk(mempool, (void**)ops, num_ops);
    }

    /// <inheritdoc cref="rte_bbdev_enc_op_alloc_bulk(rte_mempool*, rte_bbdev_enc_op**, uint)"/>
    [DpdkVersionsLike("22.11")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_bbdev_enc_op_alloc_bulk(rte_mempool* mempool, rte_bbdev_enc_op** ops, ushort num_ops) =>
        rte_bbdev_enc_op_alloc_bulk(mempool, ops, (uint)num_ops);

    /// <summary>Gives operations of one pool back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bbdev_enc_op_free_bulk(rte_bbdev_enc_op** ops, uint num_ops)
    {
        if (num_ops != 0)
        {
            rte_mempool_put_bulk(ops[0]->mempool, (void**)ops, num_ops);
        }
    }

    /// <inheritdoc cref="rte_bbdev_enc_op_alloc_bulk(rte_mempool*, rte_bbdev_enc_op**, uint)"/>
    [DpdkVersionsLike("25.11")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_bbdev_dec_op_alloc_bulk(rte_mempool* mempool, rte_bbdev_dec_op** ops, uint num_ops)
    {
        rte_bbdev_op_type type = ((rte_bbdev_op_pool_private*)rte_mempool_get_priv(mempool))->type;
        return type != RTE_BBDEV_OP_TURBO_DEC && type != RTE_BBDEV_OP_LDPC_DEC ? -Errno.EINVAL : rte_mempool_get_bulk(mempool, (void**)ops, num_ops);
    }

    /// <inheritdoc cref="rte_bbdev_enc_op_alloc_bulk(rte_mempool*, rte_bbdev_enc_op**, uint)"/>
    [DpdkVersionsLike("22.11")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_bbdev_dec_op_alloc_bulk(rte_mempool* mempool, rte_bbdev_dec_op** ops, ushort num_ops) =>
        rte_bbdev_dec_op_alloc_bulk(mempool, ops, (uint)num_ops);

    /// <inheritdoc cref="rte_bbdev_enc_op_free_bulk"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bbdev_dec_op_free_bulk(rte_bbdev_dec_op** ops, uint num_ops)
    {
        if (num_ops != 0)
        {
            rte_mempool_put_bulk(ops[0]->mempool, (void**)ops, num_ops);
        }
    }

    /// <inheritdoc cref="rte_bbdev_enc_op_alloc_bulk(rte_mempool*, rte_bbdev_enc_op**, uint)"/>
    [DpdkVersionsLike("25.11")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_bbdev_fft_op_alloc_bulk(rte_mempool* mempool, rte_bbdev_fft_op** ops, uint num_ops)
    {
        rte_bbdev_op_type type = ((rte_bbdev_op_pool_private*)rte_mempool_get_priv(mempool))->type;
        return type != RTE_BBDEV_OP_FFT ? -Errno.EINVAL : rte_mempool_get_bulk(mempool, (void**)ops, num_ops);
    }

    /// <inheritdoc cref="rte_bbdev_enc_op_alloc_bulk(rte_mempool*, rte_bbdev_enc_op**, uint)"/>
    [DpdkVersionsLike("22.11")]
    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_bbdev_fft_op_alloc_bulk(rte_mempool* mempool, rte_bbdev_fft_op** ops, ushort num_ops) =>
        rte_bbdev_fft_op_alloc_bulk(mempool, ops, (uint)num_ops);

    /// <inheritdoc cref="rte_bbdev_enc_op_free_bulk"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bbdev_fft_op_free_bulk(rte_bbdev_fft_op** ops, uint num_ops)
    {
        if (num_ops != 0)
        {
            rte_mempool_put_bulk(ops[0]->mempool, (void**)ops, num_ops);
        }
    }

    /// <inheritdoc cref="rte_bbdev_enc_op_alloc_bulk(rte_mempool*, rte_bbdev_enc_op**, uint)"/>
    /// <exception cref="DpdkNotSupportedException">The DPDK loaded is 22.11.</exception>
    [DpdkVersionsLike("25.11")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_bbdev_mldts_op_alloc_bulk(rte_mempool* mempool, rte_bbdev_mldts_op** ops, ushort num_ops)
    {
        BasebandFastPath.RequireMldts();
        rte_bbdev_op_type type = ((rte_bbdev_op_pool_private*)rte_mempool_get_priv(mempool))->type;
        return type != RTE_BBDEV_OP_MLDTS ? -Errno.EINVAL : rte_mempool_get_bulk(mempool, (void**)ops, num_ops);
    }

    /// <inheritdoc cref="rte_bbdev_enc_op_free_bulk"/>
    /// <exception cref="DpdkNotSupportedException">The DPDK loaded is 22.11.</exception>
    [DpdkVersionsLike("25.11")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bbdev_mldts_op_free_bulk(rte_bbdev_mldts_op** ops, uint num_ops)
    {
        BasebandFastPath.RequireMldts();
        if (num_ops != 0)
        {
            rte_mempool_put_bulk(ops[0]->mempool, (void**)ops, num_ops);
        }
    }
}
