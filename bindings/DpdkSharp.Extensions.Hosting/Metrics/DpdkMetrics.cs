using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;

namespace DpdkSharp.Extensions.Hosting;

/// <summary>
/// Ports, queues, packet pools, rings and lcores as instruments of <c>System.Diagnostics.Metrics</c>, for OpenTelemetry, <c>dotnet-counters</c> and everything else that listens to meters.
/// What is observed is read when a listener asks, on the listener's thread; the data path does nothing for it. All members may be called from any thread.
/// </summary>
/// <remarks>
/// The meter is <see cref="MeterName"/>; its counters run from the device's start or its last reset. All that a driver counts under names of its own is in the meter
/// <see cref="ExtendedMeterName"/>. In a host, <see cref="DpdkProgramContext.Use{T}(T)"/> observes what it is given.
/// </remarks>
public sealed partial class DpdkMetrics : IDisposable
{
    /// <summary>The name of the meter: "DpdkSharp".</summary>
    public const string MeterName = "DpdkSharp";

    /// <summary>The name of the meter with the extended statistics of each port (<c>rte_eth_xstats_get</c>), many series a port: "DpdkSharp.ExtendedStatistics".</summary>
    public const string ExtendedMeterName = "DpdkSharp.ExtendedStatistics";

    private readonly Meter _meter;
    private readonly Meter _extended;
    private readonly ObservedSet<EthDev> _ports = new();
    private readonly ObservedSet<PacketPool> _pools = new();
    private readonly ObservedSet<ObservedRing> _rings = new();
    private readonly ObservedSet<DpdkWorker> _workers = new();

    /// <summary>Makes the instruments with meters of their own.</summary>
    public DpdkMetrics()
        : this(new Meter(MeterName), new Meter(ExtendedMeterName))
    {
    }

    /// <summary>Makes the instruments with a factory's meters.</summary>
    /// <param name="factory">The factory, as the host's services have it.</param>
    public DpdkMetrics(IMeterFactory factory)
        : this((factory ?? throw new ArgumentNullException(nameof(factory))).Create(MeterName), factory.Create(ExtendedMeterName))
    {
    }

    private DpdkMetrics(Meter meter, Meter extended)
    {
        _meter = meter;
        _extended = extended;
        CreatePortInstruments();
        meter.CreateObservableUpDownCounter("dpdk.mempool.objects", ObservePools, "{object}", "Objects of a pool, by state: available or in_use.");
        meter.CreateObservableUpDownCounter("dpdk.mempool.capacity", () => _pools.Read(static pool => [new(pool.Capacity, Tag("dpdk.mempool.name", pool.Name))]), "{object}", "Objects that a pool has.");
        meter.CreateObservableUpDownCounter("dpdk.ring.entries", () => _rings.Read(static ring => [new(ring.Count(), Tag("dpdk.ring.name", ring.Name))]), "{entry}", "Entries that wait in a ring.");
        meter.CreateObservableUpDownCounter("dpdk.ring.capacity", () => _rings.Read(static ring => [new(ring.Capacity, Tag("dpdk.ring.name", ring.Name))]), "{entry}", "Entries that a ring can hold.");
        meter.CreateObservableCounter("dpdk.lcore.cycles", () => _workers.Read(ObserveCycles), "{cycle}", "TSC cycles of a worker, by state: busy (rounds with packets) or idle.");
        meter.CreateObservableCounter("dpdk.lcore.polls", () => _workers.Read(static w => [new(w.Polls, Lcore(w))]), "{poll}", "Rounds of a worker's poll loop.");
        meter.CreateObservableCounter("dpdk.lcore.packets", () => _workers.Read(static w => [new(w.Packets, Lcore(w))]), "{packet}", "Packets that a worker handled.");
        meter.CreateObservableUpDownCounter("dpdk.lcore.running", () => _workers.Read(static w => [new(w.Lcore.IsRunning ? 1 : 0, Lcore(w))]), "{lcore}", "1 while a worker runs, 0 when it has returned.");
    }

    /// <summary>Measures a port and its queues.</summary>
    /// <param name="port">The port.</param>
    /// <returns>Ends it; dispose of it before the port.</returns>
    public IDisposable Observe(EthDev port) => _ports.Add(port);

    /// <summary>Measures a packet pool.</summary>
    /// <param name="pool">The pool.</param>
    /// <returns>Ends it; dispose of it before the pool.</returns>
    public IDisposable Observe(PacketPool pool) => _pools.Add(pool);

    /// <summary>Measures a ring.</summary>
    /// <typeparam name="T">What is in the ring.</typeparam>
    /// <param name="ring">The ring.</param>
    /// <returns>Ends it; dispose of it before the ring.</returns>
    public IDisposable Observe<T>(Ring<T> ring)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(ring);
        return _rings.Add(new ObservedRing(ring.Name, ring.Capacity, () => ring.Count));
    }

    /// <summary>Ends all instruments.</summary>
    public void Dispose()
    {
        _meter.Dispose();
        _extended.Dispose();
    }

    /// <summary>Measures a worker.</summary>
    internal IDisposable Observe(DpdkWorker worker) => _workers.Add(worker);

    private void CreatePortInstruments()
    {
        _meter.CreateObservableCounter("dpdk.port.packets", () => Ports(static (p, s) => [Directed(p, s.ReceivedPackets, "receive"), Directed(p, s.SentPackets, "transmit")]), "{packet}", "Packets of a port, by direction.");
        _meter.CreateObservableCounter("dpdk.port.io", () => Ports(static (p, s) => [Directed(p, s.ReceivedBytes, "receive"), Directed(p, s.SentBytes, "transmit")]), "By", "Bytes of a port, by direction.");
        _meter.CreateObservableCounter("dpdk.port.errors", () => Ports(static (p, s) => [Directed(p, s.ReceiveErrors, "receive"), Directed(p, s.SendErrors, "transmit")]), "{packet}", "Packets of a port with errors, by direction.");
        _meter.CreateObservableCounter("dpdk.port.missed", () => Ports(static (p, s) => [Plain(p, s.MissedPackets)]), "{packet}", "Packets that a port dropped because no descriptor was free: the program was too slow.");
        _meter.CreateObservableCounter("dpdk.port.no_mbuf", () => Ports(static (p, s) => [Plain(p, s.NoMbuf)]), "{failure}", "How often a port's driver found its pool empty.");
        _meter.CreateObservableUpDownCounter("dpdk.port.link.up", () => _ports.Read(static p => [new(p.GetLink().IsUp ? 1 : 0, Port(p))]), "{link}", "1 while a port has a link.");
        _meter.CreateObservableUpDownCounter("dpdk.port.link.speed", () => _ports.Read(ObserveSpeed), "bit/s", "The speed of a port's link; absent when the driver does not know it.");
        _meter.CreateObservableCounter("dpdk.queue.packets", () => _ports.Read(static p => ObserveQueues(p, "packets")), "{packet}", "Packets of a queue, by direction; from the extended statistics.");
        _meter.CreateObservableCounter("dpdk.queue.io", () => _ports.Read(static p => ObserveQueues(p, "bytes")), "By", "Bytes of a queue, by direction; from the extended statistics.");
        _extended.CreateObservableCounter("dpdk.port.xstats", () => _ports.Read(ObserveExtended), null, "The extended statistics of a port, by the driver's own names.");
    }

    private IEnumerable<Measurement<long>> Ports(Func<EthDev, EthStats, Measurement<long>[]> measure) => _ports.Read(port => measure(port, port.GetStats()));

    private IEnumerable<Measurement<long>> ObservePools() => _pools.Read(static pool =>
    {
        // One reading for both, so that they add up.
        int available = pool.AvailableCount;
        KeyValuePair<string, object?> name = Tag("dpdk.mempool.name", pool.Name);
        return
        [
            new Measurement<long>(available, name, Tag("dpdk.mempool.state", "available")),
            new Measurement<long>(pool.Capacity - available, name, Tag("dpdk.mempool.state", "in_use")),
        ];
    });

    private static Measurement<long>[] ObserveCycles(DpdkWorker worker) =>
    [
        new((long)worker.BusyCycles, Lcore(worker), Tag("dpdk.lcore.state", "busy")),
        new((long)worker.IdleCycles, Lcore(worker), Tag("dpdk.lcore.state", "idle")),
    ];

    private static Measurement<long>[] ObserveSpeed(EthDev port) =>
        port.GetLink() is { SpeedMbps: not uint.MaxValue } link ? [new(link.SpeedMbps * 1_000_000L, Port(port))] : [];

    private static Measurement<long>[] ObserveQueues(EthDev port, string what) =>
    [
        .. port.GetExtendedStats()
            .Select(static s => (Match: QueueStatistic().Match(s.Name), s.Value))
            .Where(s => s.Match.Success && s.Match.Groups["what"].Value == what)
            .Select(s => new Measurement<long>(
                (long)s.Value,
                [.. Port(port), Tag("dpdk.queue.id", int.Parse(s.Match.Groups["queue"].ValueSpan, provider: null)), Direction(s.Match.Groups["side"].Value == "rx" ? "receive" : "transmit")])),
    ];

    private static Measurement<long>[] ObserveExtended(EthDev port) =>
        [.. port.GetExtendedStats().Select(s => new Measurement<long>((long)s.Value, [.. Port(port), Tag("dpdk.port.statistic", s.Name)]))];

    private static Measurement<long> Directed(EthDev port, ulong value, string direction) => new((long)value, [.. Port(port), Direction(direction)]);

    private static Measurement<long> Plain(EthDev port, ulong value) => new((long)value, Port(port));

    private static KeyValuePair<string, object?>[] Port(EthDev port) => [Tag("dpdk.port.id", port.PortId), Tag("dpdk.port.name", port.Name)];

    private static KeyValuePair<string, object?> Lcore(DpdkWorker worker) => Tag("dpdk.lcore.id", worker.Lcore.Id);

    private static KeyValuePair<string, object?> Direction(string direction) => Tag("network.io.direction", direction);

    private static KeyValuePair<string, object?> Tag(string name, object value) => new(name, value);

    // The names that ethdev itself gives the counters of queues, in all versions.
    [GeneratedRegex("^(?<side>rx|tx)_q(?<queue>[0-9]+)_(?<what>packets|bytes)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex QueueStatistic();
}
