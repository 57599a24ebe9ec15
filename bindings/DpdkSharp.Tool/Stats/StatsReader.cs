using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using DpdkSharp.Tool.Telemetry;

namespace DpdkSharp.Tool.Stats;

/// <summary>Reads what a process tells by telemetry, in the words of any version of it. What a version does not tell is left out.</summary>
internal sealed class StatsReader(TelemetryClient client)
{
    private static readonly string[] QueueCounters = ["q_ipackets", "q_opackets", "q_ibytes", "q_obytes"];
    private readonly FillReader _fill = new(client);

    public Reading Read()
    {
        PortReading[] ports = [.. client.Send("/ethdev/list").Items().Select(static p => p.Number()).OfType<ulong>().Select(p => ReadPort((int)p)).OfType<PortReading>()];
        return new Reading(DateTimeOffset.UtcNow, Stopwatch.GetTimestamp(), ports, ReadPools(), ReadRings(), ReadHeaps());
    }

    /// <summary>Null when the port went away between two commands.</summary>
    private PortReading? ReadPort(int port)
    {
        JsonElement stats = client.Send($"/ethdev/stats,{port}");
        long timestamp = Stopwatch.GetTimestamp();
        if (stats.ValueKind != JsonValueKind.Object)
        {
            return null;
        }
        JsonElement info = client.Send($"/ethdev/info,{port}");
        JsonElement link = client.Send($"/ethdev/link_status,{port}");
        JsonElement xstats = client.Send($"/ethdev/xstats,{port}");
        var counters = new Dictionary<string, ulong>(StringComparer.Ordinal);
        foreach (JsonProperty counter in stats.EnumerateObject())
        {
            if (counter.Value.ValueKind != JsonValueKind.Array && counter.Value.Number() is { } value)
            {
                counters[counter.Name] = value;
            }
            else if (QueueCounters.Contains(counter.Name, StringComparer.Ordinal))
            {
                IReadOnlyList<JsonElement> queues = counter.Value.Items();
                for (int q = 0; q < queues.Count; q++)
                {
                    counters[$"{counter.Name}.{q}"] = queues[q].Number() ?? 0;
                }
            }
        }
        var all = new Dictionary<string, ulong>(StringComparer.Ordinal);
        if (xstats.ValueKind == JsonValueKind.Object)
        {
            foreach (JsonProperty counter in xstats.EnumerateObject())
            {
                all[counter.Name] = counter.Value.Number() ?? 0;
            }
        }
        return new PortReading(
            port,
            timestamp,
            info.Text("name") ?? string.Create(CultureInfo.InvariantCulture, $"port {port}"),
            info.Number("dev_started") is { } started ? started != 0 : null,
            (int)(info.Number("nb_rx_queues") ?? 0),
            (int)(info.Number("nb_tx_queues") ?? 0),
            link.Text("status") is { } status ? new LinkSample(string.Equals(status, "UP", StringComparison.OrdinalIgnoreCase), link.Text("speed"), link.Text("duplex")) : null,
            counters,
            all);
    }

    private List<PoolSample> ReadPools()
    {
        var pools = new List<PoolSample>();
        foreach (string name in Names("/mempool/list"))
        {
            JsonElement info = client.Send("/mempool/info," + name);
            if (info.Number("size") is not { } size)
            {
                continue;
            }
            // Told since 23.07; before that it stands in the process's memory only.
            PoolFill? fill = info.Number("common_pool_count") is { } common
                ? new PoolFill((long)common, (long)(info.Number("total_cache_count") ?? 0))
                : info.Text("mz_name") is { } zone ? _fill.Pool(name, zone) : null;
            long? free = fill is null ? null : fill.Common + fill.Cached;
            pools.Add(new PoolSample(name, (long)size, (long)(info.Number("elt_size") ?? 0), free, fill?.Cached, free is null ? null : Math.Max(0, (long)size - free.Value)));
        }
        return pools;
    }

    private List<RingSample> ReadRings()
    {
        // Told since 23.07 too.
        JsonElement list = client.Send("/ring/list");
        if (list.ValueKind != JsonValueKind.Array)
        {
            return _fill.Rings();
        }
        var rings = new List<RingSample>();
        foreach (JsonElement item in list.EnumerateArray())
        {
            // The rings behind memory pools are shown as pools.
            if (item.GetString() is { } name && !name.StartsWith("MP_", StringComparison.Ordinal)
                && client.Send("/ring/info," + name) is var info && info.Number("capacity") is { } capacity && info.Number("used_count") is { } used)
            {
                rings.Add(new RingSample(name, (long)capacity, (long)used));
            }
        }
        return rings;
    }

    private List<HeapSample> ReadHeaps()
    {
        var heaps = new List<HeapSample>();
        foreach (JsonElement heap in client.Send("/eal/heap_list").Items())
        {
            JsonElement info = client.Send($"/eal/heap_info,{heap.GetRawText()}");
            if (info.Number("Heap_size") is { } size and > 0 && info.Number("Free_size") is { } free)
            {
                heaps.Add(new HeapSample(info.Text("Name") ?? heap.GetRawText(), (long)size, (long)free));
            }
        }
        return heaps;
    }

    private IEnumerable<string> Names(string command) => client.Send(command).Items().Select(static n => n.GetString()).OfType<string>();
}
