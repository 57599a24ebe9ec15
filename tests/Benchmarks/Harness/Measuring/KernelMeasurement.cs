using System.Diagnostics;
using System.Globalization;
using DpdkSharp.Benchmarks.Reporting;
using DpdkSharp.TestKit;
using MathNet.Numerics.Statistics;

namespace DpdkSharp.Benchmarks.Measuring;

/// <summary>What a .NET program would use without DPDK, and DPDK's drivers for interfaces of the kernel, on the same veth pair.</summary>
/// <param name="programs">The programs.</param>
/// <param name="runs">How often each is measured.</param>
internal sealed class KernelMeasurement(WorkerPrograms programs, int runs)
{
    private const string Seconds = "1";
    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(20);
    private static readonly (string Way, string Name)[] s_ways =
    [
        ("socket", "Socket (AF_PACKET)"), ("sharppcap", "SharpPcap"), ("af_packet", "DpdkSharp, net_af_packet"), ("af_xdp", "DpdkSharp, net_af_xdp"),
    ];

    /// <summary>Measures all in turn.</summary>
    public IEnumerable<ReportTable> Measure()
    {
        using VethPair pair = VethPair.Create();
        using (TestpmdProcess generator = programs.StartPeer("generator", $"net_af_packet0,iface={pair.Second},qdisc_bypass=1,framecnt=2048,blocksz=65536", frame: 64, room: 2048))
        {
            generator.Flood();
            yield return Table(
                "Receiving from a network interface of the kernel",
                $"Frames of 64 bytes on a veth pair, medians of {runs} runs of {Seconds} s in turn. testpmd sends on the other end, from the other CPU, as fast as the kernel lets it: all that " +
                "there is to receive. CPU is that of the whole process; a DPDK driver polls, so that it is always busy: the last column counts only the polls that found frames.",
                "receive",
                pair.First,
                pair.First);
        }
        yield return Table(
            "Sending to a network interface of the kernel",
            $"Frames of 64 bytes on a veth pair, medians of {runs} runs of {Seconds} s in turn, counted by the kernel on the other end.",
            "send",
            pair.First,
            pair.Second);
    }

    /// <param name="title">The table's title.</param>
    /// <param name="note">What it shows.</param>
    /// <param name="direction">What the programs do.</param>
    /// <param name="device">The interface that they use.</param>
    /// <param name="counted">The one that tells how many frames there were.</param>
    private ReportTable Table(string title, string note, string direction, string device, string counted)
    {
        var results = s_ways.Select(static _ => new List<Result>()).ToArray();
        for (int run = 0; run < runs; run++)
        {
            for (int i = 0; i < s_ways.Length; i++)
            {
                results[i].Add(Run(direction, s_ways[i].Way, device, counted));
            }
        }
        return new ReportTable(
            title,
            note,
            ["", "offered or sent, million/s", "handled, million/s", "ratio to a socket", "CPU, ns a frame", "busy, ns a frame"],
            [.. results.Select((r, i) => (IReadOnlyList<string>)[
                s_ways[i].Name,
                Format(r.Select(static x => x.Offered / 1e6).Median(), 2),
                Format(r.Select(static x => x.Rate / 1e6).Median(), 2),
                Format(r.Zip(results[0], static (x, socket) => x.Rate / socket.Rate).Median(), 2),
                Format(r.Select(static x => x.CpuNanoseconds).Median(), 0),
                Format(r.Select(static x => x.BusyNanoseconds).Median(), 0)])]);
    }

    private Result Run(string direction, string way, string device, string counted)
    {
        using ChildProcess process = ChildProcess.Start("taskset", ["--cpu-list", "1", programs.Alternatives, direction, way, device, Seconds]);
        process.WaitForOutput("= ready", s_timeout);
        long before = FramesReceived(counted);
        long start = Stopwatch.GetTimestamp();
        process.WaitForOutput("= frames=", s_timeout);
        double offered = (FramesReceived(counted) - before) / Stopwatch.GetElapsedTime(start).TotalSeconds;
        string answer = process.WaitForExit(s_timeout).StandardOutput.Split('\n').First(static l => l.StartsWith("= frames=", StringComparison.Ordinal));
        Dictionary<string, double> values = answer[2..].Split(' ').Select(static w => w.Split('='))
            .ToDictionary(static w => w[0], static w => double.Parse(w[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        double frames = values["frames"] > 0 ? values["frames"] : throw new BenchmarkException($"{way} did not {direction} a single frame.");
        return new Result(offered, frames / values["seconds"], values["cpu"] * 1e9 / frames, values["busy"] * 1e9 / frames);
    }

    private static long FramesReceived(string device) => long.Parse(File.ReadAllText($"/sys/class/net/{device}/statistics/rx_packets"), CultureInfo.InvariantCulture);

    private static string Format(double value, int digits) => value.ToString($"F{digits}", CultureInfo.InvariantCulture);

    private readonly record struct Result(double Offered, double Rate, double CpuNanoseconds, double BusyNanoseconds);
}
