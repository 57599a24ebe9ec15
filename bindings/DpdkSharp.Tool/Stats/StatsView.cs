using System.Globalization;
using DpdkSharp.Tool.Output;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace DpdkSharp.Tool.Stats;

/// <summary>Shows samples to people, with the history of each port's rates.</summary>
/// <param name="width">How many characters a line may have, now: the window's size changes.</param>
internal sealed class StatsView(Func<int> width)
{
    // What the table of ports takes with all its columns.
    private const int Wide = 160;
    // And with those that a terminal of 80 columns has room for.
    private const int Ordinary = 72;
    private const int HistoryLength = 24;
    private const int BarLength = 20;
    private const int ShortBarLength = 10;
    private const int FewRings = 8;
    private readonly Dictionary<int, (History Rx, History Tx)> _histories = [];

    public IRenderable Render(StatsSample sample)
    {
        var parts = new List<IRenderable>
        {
            new Text($"{sample.Process.Program ?? "process"} (pid {sample.Process.Pid}, {sample.Process.Version}) at {sample.Time.ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture)}, "
                + string.Create(CultureInfo.InvariantCulture, $"{sample.Seconds:0.0} s"), new Style(decoration: Decoration.Bold)),
            Text.Empty,
        };
        if (sample.Ports.Count == 0)
        {
            parts.Add(new Text("No ports."));
        }
        else
        {
            parts.Add(Ports(sample));
            if (width() < Wide)
            {
                parts.Add(Text.Empty);
                parts.Add(Histories(sample));
            }
        }
        if (sample.Ports.Any(static p => p.Queues.Count > 1))
        {
            parts.Add(Text.Empty);
            parts.Add(Queues(sample));
        }
        if (sample.Mempools.Count + sample.Rings.Count + sample.Heaps.Count > 0)
        {
            parts.Add(Text.Empty);
            parts.Add(Fill(sample));
        }
        if (sample.Ports.Any(static p => p.Xstats is not null))
        {
            parts.Add(Text.Empty);
            parts.Add(Xstats(sample));
        }
        return new Rows(parts);
    }

    private Table Ports(StatsSample sample)
    {
        int columns = width();
        Table table = columns switch
        {
            < Ordinary => Tables.Create("Port", "Name", ">RX pkt/s", ">TX pkt/s", ">Drops/s"),
            < Wide => Tables.Create("Port", "Name", ">RX pkt/s", ">RX bit/s", ">TX pkt/s", ">TX bit/s", ">Drops/s"),
            _ => Tables.Create("Port", "Name", "Link", ">RX pkt/s", ">RX bit/s", ">TX pkt/s", ">TX bit/s", ">Missed/s", ">Errors/s", ">No mbuf/s", "RX pkt/s, history", "TX pkt/s, history"),
        };
        foreach (PortSample port in sample.Ports)
        {
            if (!_histories.TryGetValue(port.Port, out (History Rx, History Tx) history))
            {
                history = (new History(HistoryLength), new History(HistoryLength));
                _histories.Add(port.Port, history);
            }
            history.Rx.Add(port.Rx.PacketsPerSecond ?? 0);
            history.Tx.Add(port.Tx.PacketsPerSecond ?? 0);
            string[] rates = columns < Ordinary
                ? [Rate(port.Rx.PacketsPerSecond), Rate(port.Tx.PacketsPerSecond)]
                : [Rate(port.Rx.PacketsPerSecond), Rate(port.Rx.BitsPerSecond), Rate(port.Tx.PacketsPerSecond), Rate(port.Tx.BitsPerSecond)];
            double? errors = port.RxErrors.PerSecond + port.TxErrors.PerSecond;
            if (columns < Wide)
            {
                table.Add([$"{port.Port}", port.Name, .. rates, Rate(port.Missed.PerSecond + errors + port.NoMbuf.PerSecond)]);
            }
            else
            {
                table.Add([$"{port.Port}", port.Name, Link(port), .. rates, Rate(port.Missed.PerSecond), Rate(errors), Rate(port.NoMbuf.PerSecond), history.Rx.ToString(), history.Tx.ToString()]);
            }
        }
        return table;
    }

    private Table Histories(StatsSample sample)
    {
        Table table = Tables.Create("Port", "Link", "RX pkt/s, history", "TX pkt/s, history");
        foreach (PortSample port in sample.Ports)
        {
            table.Add($"{port.Port}", Link(port), _histories[port.Port].Rx.ToString(), _histories[port.Port].Tx.ToString());
        }
        return table;
    }

    private static Table Queues(StatsSample sample)
    {
        Table table = Tables.Create("Port", ">Queue", ">RX pkt/s", ">RX bit/s", ">TX pkt/s", ">TX bit/s");
        foreach (PortSample port in sample.Ports.Where(static p => p.Queues.Count > 1))
        {
            foreach (QueueSample queue in port.Queues)
            {
                table.Add($"{port.Port}", $"{queue.Queue}", Rate(queue.Rx?.PacketsPerSecond), Rate(queue.Rx?.BitsPerSecond), Rate(queue.Tx?.PacketsPerSecond), Rate(queue.Tx?.BitsPerSecond));
            }
        }
        return table;
    }

    private Table Fill(StatsSample sample)
    {
        Table table = Tables.Create("Memory", "Name", ">Used", ">Of", "Fill");
        foreach (PoolSample pool in sample.Mempools)
        {
            table.Add("mempool", pool.Name, pool.InUse is { } used ? $"{used}" : "?", $"{pool.Size}", pool.InUse is { } part ? Bar(part, pool.Size) : "not told by this DPDK, and its memory cannot be read");
        }
        // A port of net_ring has 16 rings, most of which nobody uses.
        bool many = sample.Rings.Count > FewRings;
        foreach (RingSample ring in sample.Rings.Where(r => !many || r.Used > 0))
        {
            table.Add("ring", ring.Name, $"{ring.Used}", $"{ring.Capacity}", Bar(ring.Used, ring.Capacity));
        }
        if (many && sample.Rings.Count(static r => r.Used == 0) is var empty and > 0)
        {
            table.Add("ring", $"({empty} rings)", "0", "", "empty");
        }
        foreach (HeapSample heap in sample.Heaps)
        {
            table.Add("heap", heap.Name, Quantity.Bytes(heap.Bytes - heap.Free), Quantity.Bytes(heap.Bytes), Bar(heap.Bytes - heap.Free, heap.Bytes));
        }
        return table;
    }

    private static Table Xstats(StatsSample sample)
    {
        Table table = Tables.Create("Port", "Counter", ">Value", ">Per second");
        foreach (PortSample port in sample.Ports)
        {
            // Drivers have hundreds of counters, most of which never move.
            foreach ((string name, CounterSample counter) in port.Xstats!.Where(static x => x.Value.Count > 0))
            {
                table.Add($"{port.Port}", name, $"{counter.Count}", Rate(counter.PerSecond));
            }
        }
        return table;
    }

    private static string Link(PortSample port) => port switch
    {
        { Started: false } => "stopped",
        { Link: null } => "?",
        { Link.Up: false } => "down",
        { Link.Speed: var speed } => long.TryParse(speed, NumberStyles.None, CultureInfo.InvariantCulture, out long megabits)
            ? megabits is 0 or uint.MaxValue ? "up" : $"up, {Quantity.Short(megabits * 1e6)}bit/s"
            : speed is null ? "up" : "up, " + speed,
    };

    private static string Rate(double? rate) => rate is { } value ? Quantity.Short(value) : "-";

    private string Bar(long part, long whole)
    {
        double share = whole > 0 ? Math.Clamp((double)part / whole, 0, 1) : 0;
        int length = width() < Ordinary ? ShortBarLength : BarLength;
        int full = (int)Math.Round(share * length);
        return new string('█', full) + new string('░', length - full) + string.Create(CultureInfo.InvariantCulture, $" {share * 100:0} %");
    }
}
