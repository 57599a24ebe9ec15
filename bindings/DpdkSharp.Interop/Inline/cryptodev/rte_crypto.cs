using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>Takes an operation from its pool, reset for that type; null when there is none, or not of that type.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static rte_crypto_op* rte_crypto_op_alloc(rte_mempool* mempool, rte_crypto_op_type type)
    {
        rte_crypto_op* op;
        return rte_crypto_op_bulk_alloc(mempool, type, &op, 1) == 1 ? op : null;
    }

    /// <summary>Takes so many operations, or none; answers how many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_crypto_op_bulk_alloc(rte_mempool* mempool, rte_crypto_op_type type, rte_crypto_op** ops, ushort nb_ops)
    {
        var pool = (rte_crypto_op_pool_private*)rte_mempool_get_priv(mempool);
        if ((pool->type != type && pool->type != RTE_CRYPTO_OP_TYPE_UNDEFINED) || rte_mempool_get_bulk(mempool, (void**)ops, nb_ops) != 0)
        {
            return 0;
        }

        for (uint i = 0; i < nb_ops; i++)
        {
            ResetCryptoOp(ops[i], type);
        }

        return nb_ops;
    }

    /// <summary>Gives an operation back; nothing for null and for one that is in an mbuf.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_crypto_op_free(rte_crypto_op* op)
    {
        if (op != null && op->mempool != null)
        {
            rte_mempool_put(op->mempool, op);
        }
    }

    /// <summary>Makes a symmetric operation on the packet in its own private area; null when that is too small.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static rte_crypto_op* rte_crypto_sym_op_alloc_from_mbuf_priv_data(rte_mbuf* m)
    {
        if (m == null || m->priv_size < rte_crypto_op.SizeOf + sizeof(rte_crypto_sym_op))
        {
            return null;
        }

        var op = (rte_crypto_op*)(m + 1);
        ResetCryptoOp(op, RTE_CRYPTO_OP_TYPE_SYMMETRIC);
        op->mempool = null;
        op->sym->m_src = m;
        return op;
    }

    /// <summary>Makes a chain of transforms in the operation's private area; null when that is too small, or none is asked for.</summary>
    /// <remarks>C does not notice that none is asked for and writes as many as a byte counts, far beyond the area.</remarks>
    public static rte_crypto_sym_xform* rte_crypto_op_sym_xforms_alloc(rte_crypto_op* op, byte nb_xforms)
    {
        if (op->type != (byte)RTE_CRYPTO_OP_TYPE_SYMMETRIC || op->mempool == null || nb_xforms == 0)
        {
            return null;
        }

        var pool = (rte_crypto_op_pool_private*)rte_mempool_get_priv(op->mempool);
        if (pool->priv_size < sizeof(rte_crypto_sym_xform) * nb_xforms)
        {
            return null;
        }

        var first = (rte_crypto_sym_xform*)(op->sym + 1);
        op->sym->xform = first;
        rte_crypto_sym_xform* last = first + nb_xforms - 1;
        for (rte_crypto_sym_xform* xform = first; xform <= last; xform++)
        {
            xform->type = RTE_CRYPTO_SYM_XFORM_NOT_SPECIFIED;
            xform->next = xform < last ? xform + 1 : null;
        }

        return first;
    }

    /// <summary>Gives the operation, a symmetric one, a session: 0, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_crypto_op_attach_sym_session(rte_crypto_op* op, void* sess)
    {
        if (op->type != (byte)RTE_CRYPTO_OP_TYPE_SYMMETRIC)
        {
            return -1;
        }

        op->sess_type = (byte)RTE_CRYPTO_OP_WITH_SESSION;
        op->sym->session = sess;
        return 0;
    }

    /// <summary>Gives the operation, an asymmetric one, a session: 0, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_crypto_op_attach_asym_session(rte_crypto_op* op, rte_cryptodev_asym_session* sess)
    {
        if (op->type != (byte)RTE_CRYPTO_OP_TYPE_ASYMMETRIC)
        {
            return -1;
        }

        op->sess_type = (byte)RTE_CRYPTO_OP_WITH_SESSION;
        op->asym->session = sess;
        return 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void ResetCryptoOp(rte_crypto_op* op, rte_crypto_op_type type)
    {
        op->type = (byte)type;
        op->status = (byte)RTE_CRYPTO_OP_STATUS_NOT_PROCESSED;
        op->sess_type = (byte)RTE_CRYPTO_OP_SESSIONLESS;
        if (type == RTE_CRYPTO_OP_TYPE_SYMMETRIC)
        {
            *op->sym = default;
        }
        else if (type == RTE_CRYPTO_OP_TYPE_ASYMMETRIC)
        {
            NativeMemory.Clear(op->asym, (nuint)rte_crypto_asym_op.SizeOf);
        }
    }
}
