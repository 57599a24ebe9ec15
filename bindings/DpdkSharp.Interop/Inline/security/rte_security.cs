using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>The packet's security data; only once a device registered room for them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong* rte_security_dynfield(rte_mbuf* mbuf) => RTE_MBUF_DYNFIELD<ulong>(mbuf, *SecurityFastPath.FieldOffset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool rte_security_dynfield_is_registered() => *SecurityFastPath.FieldOffset >= 0;

    /// <summary>The number that the program keeps in the session.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_security_session_opaque_data_get(void* sess) => ((ulong*)sess)[RTE_SECURITY_SESS_OPAQUE_DATA_OFF];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_security_session_opaque_data_set(void* sess, ulong opaque) =>
        ((ulong*)sess)[RTE_SECURITY_SESS_OPAQUE_DATA_OFF] = opaque;

    /// <summary>The number that the driver keeps in the session, for packets.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_security_session_fast_mdata_get(void* sess) => ((ulong*)sess)[RTE_SECURITY_SESS_FAST_MDATA_OFF];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_security_session_fast_mdata_set(void* sess, ulong fdata) =>
        ((ulong*)sess)[RTE_SECURITY_SESS_FAST_MDATA_OFF] = fdata;

    /// <summary>What the device can do: <c>RTE_SEC_CTX_F_*</c>. In C a function from 23.11 on, before that a field.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_security_ctx_flags_get(void* ctx) => *(uint*)((byte*)ctx + SecurityFastPath.FlagsOffset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_security_ctx_flags_set(void* ctx, uint flags) => *(uint*)((byte*)ctx + SecurityFastPath.FlagsOffset) = flags;

    /// <summary>Puts a session's data on a packet: 0, or a negative error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_security_set_pkt_metadata(void* instance, void* sess, rte_mbuf* mb, void* @params)
    {
        if ((rte_security_ctx_flags_get(instance) & RTE_SEC_CTX_F_FAST_SET_MDATA) == 0)
        {
            return __rte_security_set_pkt_metadata(instance, sess, mb, @params);
        }

        *rte_security_dynfield(mb) = rte_security_session_fast_mdata_get(sess);
        return 0;
    }

    /// <summary>Gives the operation, a symmetric one, a security session: 0, or -EINVAL.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_security_attach_session(rte_crypto_op* op, void* sess)
    {
        if (op->type != (byte)RTE_CRYPTO_OP_TYPE_SYMMETRIC)
        {
            return -Errno.EINVAL;
        }

        op->sess_type = (byte)RTE_CRYPTO_OP_SECURITY_SESSION;
        op->sym->session = sess;
        return 0;
    }

    private static class SecurityFastPath
    {
        /// <summary>The ABI from which on the context is no longer public, and its flags stand at a place that is.</summary>
        private const int HiddenContext = 24;

        internal static readonly int* FieldOffset = rte_security_dynfield_offset;
        internal static readonly nint FlagsOffset = Abi.Known[Abi.Index].Number >= HiddenContext ? RTE_SECURITY_CTX_FLAGS_OFF * sizeof(uint) : 24;
    }
}
