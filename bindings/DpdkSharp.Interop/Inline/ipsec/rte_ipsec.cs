using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>Makes crypto operations for packets; answers how many can go to the crypto device, those that cannot are moved behind them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_ipsec_pkt_crypto_prepare(rte_ipsec_session* ss, rte_mbuf** mb, rte_crypto_op** cop, ushort num) =>
        ss->pkt_func.prepare.async(ss, mb, cop, num);

    /// <summary>Prepares packets and has the processor encrypt or decrypt them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_ipsec_pkt_cpu_prepare(rte_ipsec_session* ss, rte_mbuf** mb, ushort num) =>
        ss->pkt_func.prepare.sync(ss, mb, num);

    /// <summary>Finishes packets after the crypto work; answers how many are good, those that are not are moved behind them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_ipsec_pkt_process(rte_ipsec_session* ss, rte_mbuf** mb, ushort num) =>
        ss->pkt_func.process(ss, mb, num);

    /// <summary>As <see cref="rte_ipsec_pkt_crypto_prepare"/>, with the sequence number in <paramref name="state"/>.</summary>
    /// <exception cref="DpdkNotSupportedException">The DPDK loaded is 22.11.</exception>
    [DpdkVersionsLike("25.11")]
    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_ipsec_pkt_crypto_prepare_stateless(
        rte_ipsec_session* ss, rte_mbuf** mb, rte_crypto_op** cop, ushort num, rte_ipsec_state* state) =>
        ss->pkt_func.prepare_stateless.async(ss, mb, cop, num, state);

    /// <summary>As <see cref="rte_ipsec_pkt_cpu_prepare"/>, with the sequence number in <paramref name="state"/>.</summary>
    /// <exception cref="DpdkNotSupportedException">The DPDK loaded is 22.11.</exception>
    [DpdkVersionsLike("25.11")]
    [Experimental("DPDK0001")]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_ipsec_pkt_cpu_prepare_stateless(rte_ipsec_session* ss, rte_mbuf** mb, ushort num, rte_ipsec_state* state) =>
        ss->pkt_func.prepare_stateless.sync(ss, mb, num, state);

    /// <summary>The IPsec session that a crypto operation's session belongs to; null for an operation without one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static rte_ipsec_session* rte_ipsec_ses_from_crypto(rte_crypto_op* cop)
    {
        if (cop->sess_type == (byte)RTE_CRYPTO_OP_SECURITY_SESSION)
        {
            return (rte_ipsec_session*)rte_security_session_opaque_data_get(cop->sym->session);
        }

        return cop->sess_type == (byte)RTE_CRYPTO_OP_WITH_SESSION
            ? (rte_ipsec_session*)rte_cryptodev_sym_session_opaque_data_get(cop->sym->session)
            : null;
    }
}
