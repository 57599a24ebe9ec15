using System.Diagnostics;
using System.Globalization;

namespace DpdkSharp.Tool.Stats;

/// <summary>Makes rates of two readings.</summary>
internal static class SampleMaker
{
    public static StatsSample Make(StatsProcess process, Reading before, Reading now, bool xstats)
    {
        Dictionary<int, PortReading> old = before.Ports.ToDictionary(static p => p.Port);
        return new StatsSample(
            now.Time,
            Math.Round(Stopwatch.GetElapsedTime(before.Timestamp, now.Timestamp).TotalSeconds, 6),
            process,
            // A port that has come meanwhile has no rates yet.
            [.. now.Ports.Select(p => Port(old.TryGetValue(p.Port, out PortReading? then) && then.Name == p.Name ? then : null, p, xstats))],
            now.Pools,
            now.Rings,
            now.Heaps);
    }

    private static PortSample Port(PortReading? then, PortReading now, bool xstats)
    {
        double seconds = then is null ? 0 : Stopwatch.GetElapsedTime(then.Timestamp, now.Timestamp).TotalSeconds;
        return new PortSample(
            now.Port,
            now.Name,
            now.Started,
            now.Link,
            Flow("ipackets", "ibytes")!,
            Flow("opackets", "obytes")!,
            Counter("imissed"),
            Counter("ierrors"),
            Counter("oerrors"),
            Counter("rx_nombuf"),
            [.. Enumerable.Range(0, Math.Max(now.RxQueues, now.TxQueues)).Select(q => new QueueSample(
                q,
                q < now.RxQueues ? QueueFlow(q, "rx", "q_ipackets", "q_ibytes") : null,
                q < now.TxQueues ? QueueFlow(q, "tx", "q_opackets", "q_obytes") : null))],
            xstats ? now.Xstats.ToDictionary(static x => x.Key, x => new CounterSample(x.Value, Rate(then?.Xstats.GetValueOrDefault(x.Key), x.Value)), StringComparer.Ordinal) : null);

        FlowSample Flow(string packets, string bytes) => new(
            now.Counters.GetValueOrDefault(packets),
            now.Counters.GetValueOrDefault(bytes),
            Rate(then?.Counters.GetValueOrDefault(packets), now.Counters.GetValueOrDefault(packets)),
            Rate(then?.Counters.GetValueOrDefault(bytes), now.Counters.GetValueOrDefault(bytes)) * 8);

        // The common counters have 16 queues at most, and none since 25.11; the driver's own names have all that it counts.
        FlowSample? QueueFlow(int queue, string direction, string packets, string bytes)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"{direction}_q{queue}_");
            return now.Xstats.TryGetValue(name + "packets", out ulong count)
                ? new FlowSample(
                    count,
                    now.Xstats.GetValueOrDefault(name + "bytes"),
                    Rate(then?.Xstats.GetValueOrDefault(name + "packets"), count),
                    Rate(then?.Xstats.GetValueOrDefault(name + "bytes"), now.Xstats.GetValueOrDefault(name + "bytes")) * 8)
                : now.Counters.ContainsKey($"{packets}.{queue}") ? Flow($"{packets}.{queue}", $"{bytes}.{queue}") : null;
        }

        CounterSample Counter(string name) => new(now.Counters.GetValueOrDefault(name), Rate(then?.Counters.GetValueOrDefault(name), now.Counters.GetValueOrDefault(name)));

        double? Rate(ulong? earlier, ulong later) =>
            earlier is { } first && later >= first && seconds > 0 ? Math.Round((later - first) / seconds, 1) : null;
    }
}
