using DpdkSharp;

namespace ForwarderApp;

/// <summary>The ports, their packets' pool, and a forwarder for each lcore.</summary>
public sealed class ForwarderHost : IDisposable
{
    private const int PacketsPerQueue = 4096;

    private readonly PacketPool _pool;
    private readonly List<EthDev> _ports = [];
    private readonly List<(Lcore Lcore, Forwarder Forwarder)> _workers = [];

    private ForwarderHost(PacketPool pool) => _pool = pool;

    /// <summary>The forwarders, one for each lcore that has work.</summary>
    public IReadOnlyList<Forwarder> Forwarders => [.. _workers.Select(static w => w.Forwarder)];

    /// <summary>Opens and starts the ports.</summary>
    /// <exception cref="ForwarderException">A port is not there, or there are none.</exception>
    public static ForwarderHost Start(Eal eal, ForwarderOptions options)
    {
        IReadOnlyList<int> ids = options.Ports.Count > 0 ? [.. options.Ports.Distinct()] : EthDev.PortIds;
        if (EthDev.PortIds.Count == 0)
        {
            throw new ForwarderException(EthDev.NoPortsReason);
        }
        if (ids.Except(EthDev.PortIds).ToArray() is { Length: > 0 } missing)
        {
            throw new ForwarderException($"--port: there is no port {string.Join(", ", missing)}; there are {string.Join(", ", EthDev.PortIds)}.");
        }
        var host = new ForwarderHost(PacketPool.Create("packets", PacketsPerQueue * ids.Count * eal.Lcores.Count));
        try
        {
            host.Open(eal, ids, options);
            return host;
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    /// <summary>Forwards on all lcores until it is told to stop.</summary>
    public void Run(StopSignal stop)
    {
        Console.WriteLine($"Forwarding on {_workers.Count} lcores between {_ports.Count} ports");
        // The main lcore is this thread: it comes last.
        LcoreJob.WaitAll([.. _workers.OrderBy(static w => w.Lcore.IsMain).Select(w => w.Lcore.Launch(() => Work(w.Forwarder, stop)))]);
    }

    public void Dispose()
    {
        foreach (EthDev port in _ports)
        {
            port.Dispose();
        }
        _pool.Dispose();
    }

    private static void Work(Forwarder forwarder, StopSignal stop)
    {
        try
        {
            while (!stop.IsRequested)
            {
                _ = forwarder.Step();
            }
        }
        finally
        {
            // When one fails, the others do not go on without it.
            stop.Request();
        }
    }

    private void Open(Eal eal, IReadOnlyList<int> ids, ForwarderOptions options)
    {
        foreach (int id in ids)
        {
            _ports.Add(EthDev.Open(id));
        }
        // A queue belongs to one lcore: no more lcores work than the ports have queues.
        int workers = _ports.Select(static p => p.GetInfo()).Aggregate(eal.Lcores.Count, static (least, info) => Math.Min(least, Math.Min(info.MaxRxQueues, info.MaxTxQueues)));
        if (workers < eal.Lcores.Count)
        {
            Console.WriteLine($"Notice: the ports have {workers} queues; {eal.Lcores.Count - workers} lcores have nothing to do.");
        }
        foreach (EthDev port in _ports)
        {
            port.Configure(new EthDevOptions
            {
                RxPool = _pool,
                RxQueueCount = workers,
                TxQueueCount = workers,
                // The device deals packets out to the queues by their addresses and ports, as far as it can.
                RssHashTypes = workers > 1 ? port.GetInfo().RssHashTypes : default,
            });
            port.Start();
            if (options.Promiscuous)
            {
                port.IsPromiscuous = true;
            }
            Console.WriteLine($"Port {port.PortId}: {port.Name}, {port.MacAddress}, {port.GetLink()}");
        }
        for (int i = 0; i < workers; i++)
        {
            int queue = i;
            _workers.Add((eal.Lcores[i], new Forwarder([.. _ports.Select((port, index) => Path(port, Partner(index), queue))])));
        }
    }

    private static ForwardingPath Path(EthDev from, EthDev to, int queue) => new(from.RxQueues[queue], to.TxQueues[queue], to.MacAddress);

    // Neighbours; the last of an odd number is its own.
    private EthDev Partner(int index) => _ports[Math.Min(index ^ 1, _ports.Count - 1)];
}
