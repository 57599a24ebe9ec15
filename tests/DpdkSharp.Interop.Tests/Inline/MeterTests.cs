using CsCheck;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Inline;

/// <summary>A meter in C and one here see the same packets; after each, both have the same colour and the same buckets.</summary>
public sealed unsafe class MeterTests
{
    private static readonly Gen<(ulong Gap, uint Length, rte_color Color)[]> s_packets = Gen.Select(
        Gen.OneOf(Gen.ULong[0, 1000], Gen.ULong[0, 10_000_000_000]), Gen.UInt[0, 9000], Gen.Int[0, 2].Select(static c => (rte_color)c)).Array[1, 50];

    private static readonly Gen<ulong> s_rates = Gen.ULong[1, 10_000_000_000];
    private static readonly Gen<ulong> s_bursts = Gen.ULong[1, 100_000];

    // The configuration reads the counter's rate, which is known once EAL runs.
    public MeterTests(EalFixture eal) => ArgumentNullException.ThrowIfNull(eal);

    [Fact]
    public void Single_rate_three_colours() => Gen.Select(s_rates, s_bursts, s_bursts, s_packets).Sample(
        (rate, committed, excess, packets) =>
        {
            var parameters = new rte_meter_srtcm_params { cir = rate, cbs = committed, ebs = excess };
            rte_meter_srtcm_profile profile;
            rte_meter_srtcm a;
            Assert.Equal(0, rte_meter_srtcm_profile_config(&profile, &parameters));
            Assert.Equal(0, rte_meter_srtcm_config(&a, &profile));
            rte_meter_srtcm b = a;
            ulong time = a.time;
            var blind = (delegate* unmanaged<void*, void*, ulong, uint, rte_color>)Oracle.Get("o_rte_meter_srtcm_color_blind_check");
            var aware = (delegate* unmanaged<void*, void*, ulong, uint, rte_color, rte_color>)Oracle.Get("o_rte_meter_srtcm_color_aware_check");
            foreach ((ulong gap, uint length, rte_color color) in packets)
            {
                time += gap;
                Assert.Equal(blind(&a, &profile, time, length), rte_meter_srtcm_color_blind_check(&b, &profile, time, length));
                Assert.Equal(aware(&a, &profile, time, length, color), rte_meter_srtcm_color_aware_check(&b, &profile, time, length, color));
                Assert.Equal((a.time, a.tc, a.te), (b.time, b.tc, b.te));
            }
        },
        iter: 10_000);

    [Fact]
    public void Two_rates_three_colours() => Gen.Select(s_rates, s_rates, s_bursts, s_bursts, s_packets).Sample(
        (first, second, committed, peak, packets) =>
        {
            var parameters = new rte_meter_trtcm_params { cir = Math.Min(first, second), pir = Math.Max(first, second), cbs = committed, pbs = peak };
            rte_meter_trtcm_profile profile;
            rte_meter_trtcm a;
            Assert.Equal(0, rte_meter_trtcm_profile_config(&profile, &parameters));
            Assert.Equal(0, rte_meter_trtcm_config(&a, &profile));
            rte_meter_trtcm b = a;
            ulong time = a.time_tc;
            var blind = (delegate* unmanaged<void*, void*, ulong, uint, rte_color>)Oracle.Get("o_rte_meter_trtcm_color_blind_check");
            var aware = (delegate* unmanaged<void*, void*, ulong, uint, rte_color, rte_color>)Oracle.Get("o_rte_meter_trtcm_color_aware_check");
            foreach ((ulong gap, uint length, rte_color color) in packets)
            {
                time += gap;
                Assert.Equal(blind(&a, &profile, time, length), rte_meter_trtcm_color_blind_check(&b, &profile, time, length));
                Assert.Equal(aware(&a, &profile, time, length, color), rte_meter_trtcm_color_aware_check(&b, &profile, time, length, color));
                Assert.Equal((a.time_tc, a.time_tp, a.tc, a.tp), (b.time_tc, b.time_tp, b.tc, b.tp));
            }
        },
        iter: 10_000);

    [Fact]
    public void Two_rates_with_an_excess_of_its_own() => Gen.Select(s_rates, s_rates, s_bursts, s_bursts, s_packets).Sample(
        (committedRate, excessRate, committed, excess, packets) =>
        {
            var parameters = new rte_meter_trtcm_rfc4115_params { cir = committedRate, eir = excessRate, cbs = committed, ebs = excess };
            rte_meter_trtcm_rfc4115_profile profile;
            rte_meter_trtcm_rfc4115 a;
            Assert.Equal(0, rte_meter_trtcm_rfc4115_profile_config(&profile, &parameters));
            Assert.Equal(0, rte_meter_trtcm_rfc4115_config(&a, &profile));
            rte_meter_trtcm_rfc4115 b = a;
            ulong time = a.time_tc;
            var blind = (delegate* unmanaged<void*, void*, ulong, uint, rte_color>)Oracle.Get("o_rte_meter_trtcm_rfc4115_color_blind_check");
            var aware = (delegate* unmanaged<void*, void*, ulong, uint, rte_color, rte_color>)Oracle.Get("o_rte_meter_trtcm_rfc4115_color_aware_check");
            foreach ((ulong gap, uint length, rte_color color) in packets)
            {
                time += gap;
                Assert.Equal(blind(&a, &profile, time, length), rte_meter_trtcm_rfc4115_color_blind_check(&b, &profile, time, length));
                Assert.Equal(aware(&a, &profile, time, length, color), rte_meter_trtcm_rfc4115_color_aware_check(&b, &profile, time, length, color));
                Assert.Equal((a.time_tc, a.time_te, a.tc, a.te), (b.time_tc, b.time_te, b.tc, b.te));
            }
        },
        iter: 10_000);
}
