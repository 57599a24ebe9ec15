using DpdkSharp.Benchmarks.Cases;
using DpdkSharp.Benchmarks.Reporting;
using MathNet.Numerics.Statistics;

namespace DpdkSharp.Benchmarks.Measuring;

/// <summary>The same forwarding, on the same kind of port, by DPDK's own test program: a peer that is not of this project.</summary>
internal sealed class TestpmdMeasurement(WorkerPrograms programs, PairedMeasurement measurement, TimeSpan slice)
{
    private const int Packets = 512;

    // Not the ring that other cases use, which is larger: testpmd cannot make one.
    private static readonly (string Device, string Vdev)[] s_devices = [(WorkerPrograms.RingDevice, WorkerPrograms.RingDevice), ("null", "net_null0,size=64")];
    private static readonly string[] s_modes = ["io", "mac", "macswap"];

    /// <summary>Measures testpmd and the sides in turn.</summary>
    /// <param name="sides">The sides; the first one is C.</param>
    public IEnumerable<ReportTable> Measure(IReadOnlyList<Side> sides)
    {
        // What the checked mode costs is told with the other forwarding.
        sides = [.. sides.Where(static s => !s.IsChecked)];
        var rows = new List<IReadOnlyList<string>>();
        foreach ((string device, string vdev) in s_devices)
        {
            using TestpmdProcess testpmd = programs.StartTestpmd(vdev);
            foreach (string mode in s_modes)
            {
                var rates = new List<double>();
                var @case = new BenchmarkCase(
                    "testpmd", $"{mode}/{device}", "forward-" + mode, $"device={device} packets={Packets} frame=64 burst=32", "packet", HasSafeLayer: true, IsQuick: true);
                CaseResult result = measurement.Measure(
                    @case, sides, () => rates.Add(testpmd.Forward(mode, Packets, slice, PairedMeasurement.SlicesPerFigure)));
                rows.Add(
                [
                    @case.Name,
                    $"{rates.Median() / 1e6:F1}",
                    .. result.Sides.Select(side => Against(rates, side, result)),
                ]);
            }
        }
        return
        [
            new ReportTable(
                "Forwarding against testpmd",
                $"Million packets a second, medians, and the ratio to testpmd's, the median of the pairs with the quartiles: above 1, faster than testpmd. " +
                $"One lcore, one port whose output is its input (net_ring, {Packets} packets that circulate) or that has no end of them (net_null), frames of 64 bytes, " +
                "bursts of 32. The work is not quite the same: testpmd calls its forwarding function through a pointer each burst, counts packets in memory, and looks at settings of the " +
                "stream; in modes mac and macswap it also sets each packet's offload flags, header lengths and VLAN tag.",
                ["", "testpmd", .. sides.Select(static s => s.Name)],
                rows),
        ];
    }

    private static string Against(List<double> rates, SideResult side, CaseResult result)
    {
        double[] own = [.. side.Cycles.Select(c => result.CyclesPerSecond / c)];
        double[] ratios = [.. own.Zip(rates, static (o, testpmd) => o / testpmd)];
        return $"{own.Median() / 1e6:F1}: {ratios.Median():F2} ({ratios.LowerQuartile():F2}–{ratios.UpperQuartile():F2})";
    }
}
