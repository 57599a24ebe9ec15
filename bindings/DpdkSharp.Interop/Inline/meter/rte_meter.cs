using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// Token buckets: committed (c) and excess (e) or peak (p). Each is filled by whole periods that passed since it was filled last, and
// holds no more than its burst size. A packet is coloured by the buckets that have its length, and taken from those.
public static unsafe partial class Dpdk
{
    /// <summary>The colour of a packet of <paramref name="pkt_len"/> bytes at the counter reading <paramref name="time"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static rte_color rte_meter_srtcm_color_blind_check(rte_meter_srtcm* m, rte_meter_srtcm_profile* p, ulong time, uint pkt_len) =>
        rte_meter_srtcm_color_aware_check(m, p, time, pkt_len, rte_color.RTE_COLOR_GREEN);

    /// <summary>The colour of a packet that has been coloured before: it gets no better one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static rte_color rte_meter_srtcm_color_aware_check(
        rte_meter_srtcm* m, rte_meter_srtcm_profile* p, ulong time, uint pkt_len, rte_color pkt_color)
    {
        ulong periods = (time - m->time) / p->cir_period;
        m->time += periods * p->cir_period;
        ulong committed = m->tc + (periods * p->cir_bytes_per_period);
        ulong excess = m->te;
        if (committed > p->cbs)
        {
            // What the committed bucket cannot hold goes to the other one.
            excess = Math.Min(excess + (committed - p->cbs), p->ebs);
            committed = p->cbs;
        }

        return Spend(ref m->tc, ref m->te, committed, excess, pkt_len, pkt_color);
    }

    /// <inheritdoc cref="rte_meter_srtcm_color_blind_check"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static rte_color rte_meter_trtcm_color_blind_check(rte_meter_trtcm* m, rte_meter_trtcm_profile* p, ulong time, uint pkt_len) =>
        rte_meter_trtcm_color_aware_check(m, p, time, pkt_len, rte_color.RTE_COLOR_GREEN);

    /// <inheritdoc cref="rte_meter_srtcm_color_aware_check"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static rte_color rte_meter_trtcm_color_aware_check(
        rte_meter_trtcm* m, rte_meter_trtcm_profile* p, ulong time, uint pkt_len, rte_color pkt_color)
    {
        ulong committed = Fill(ref m->time_tc, m->tc, time, p->cir_period, p->cir_bytes_per_period, p->cbs);
        ulong peak = Fill(ref m->time_tp, m->tp, time, p->pir_period, p->pir_bytes_per_period, p->pbs);
        rte_color color = rte_color.RTE_COLOR_GREEN;
        if (pkt_color == rte_color.RTE_COLOR_RED || peak < pkt_len)
        {
            color = rte_color.RTE_COLOR_RED;
        }
        else
        {
            peak -= pkt_len;
            if (pkt_color == rte_color.RTE_COLOR_YELLOW || committed < pkt_len)
            {
                color = rte_color.RTE_COLOR_YELLOW;
            }
            else
            {
                committed -= pkt_len;
            }
        }

        m->tc = committed;
        m->tp = peak;
        return color;
    }

    /// <inheritdoc cref="rte_meter_srtcm_color_blind_check"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static rte_color rte_meter_trtcm_rfc4115_color_blind_check(
        rte_meter_trtcm_rfc4115* m, rte_meter_trtcm_rfc4115_profile* p, ulong time, uint pkt_len) =>
        rte_meter_trtcm_rfc4115_color_aware_check(m, p, time, pkt_len, rte_color.RTE_COLOR_GREEN);

    /// <inheritdoc cref="rte_meter_srtcm_color_aware_check"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static rte_color rte_meter_trtcm_rfc4115_color_aware_check(
        rte_meter_trtcm_rfc4115* m, rte_meter_trtcm_rfc4115_profile* p, ulong time, uint pkt_len, rte_color pkt_color)
    {
        ulong committed = Fill(ref m->time_tc, m->tc, time, p->cir_period, p->cir_bytes_per_period, p->cbs);
        ulong excess = Fill(ref m->time_te, m->te, time, p->eir_period, p->eir_bytes_per_period, p->ebs);
        return Spend(ref m->tc, ref m->te, committed, excess, pkt_len, pkt_color);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Fill(ref ulong filled, ulong tokens, ulong time, ulong period, ulong bytesPerPeriod, ulong size)
    {
        ulong periods = (time - filled) / period;
        filled += periods * period;
        return Math.Min(tokens + (periods * bytesPerPeriod), size);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static rte_color Spend(ref ulong tc, ref ulong te, ulong committed, ulong excess, uint length, rte_color color)
    {
        if (color == rte_color.RTE_COLOR_GREEN && committed >= length)
        {
            tc = committed - length;
            te = excess;
            return rte_color.RTE_COLOR_GREEN;
        }

        tc = committed;
        if (color != rte_color.RTE_COLOR_RED && excess >= length)
        {
            te = excess - length;
            return rte_color.RTE_COLOR_YELLOW;
        }

        te = excess;
        return rte_color.RTE_COLOR_RED;
    }
}
