// The port of DPDK's l3fwd: forwards packets between ports at layer 3.
using DpdkSharp;
using DpdkSharp.Samples;
using DpdkSharp.Samples.L3Fwd;

return Sample.Run("l3fwd", () =>
{
    using var stop = new StopSignal();
    int separator = Array.IndexOf(args, "--");
    if (args.AsSpan(0, separator < 0 ? args.Length : separator).ContainsAny("-h", "--help"))
    {
        // EAL prints its own help behind this one's, and ends the process.
        _ = L3FwdOptions.Parse(["--help"]);
        Eal.Initialize(args).Dispose();
        return 0;
    }
    // Wrong arguments and rules are told before EAL has taken memory and devices.
    if (L3FwdOptions.Parse(separator < 0 ? [] : args[(separator + 1)..]) is not { } options)
    {
        return 0;
    }
    Func<int, LookupTables> createTables = LookupTables.Prepare(options);
    using Eal eal = Eal.Initialize(args);
    IReadOnlyList<int> available = EthDev.PortIds;
    PortCheck.Mask(options.PortMask, available);
    Ports.CheckConfig(options, eal);

    // One transmit queue of each port for each lcore that forwards, in this order.
    Lcore[] lcores = [.. options.Config.Select(static a => a.Lcore).Distinct().Select(id => eal.Lcores.First(l => l.Id == id))];
    int[] enabled = [.. available.Where(options.IsEnabled)];
    int SocketOf(Lcore lcore) => options.Numa ? lcore.SocketId : 0;

    var tables = new Dictionary<int, LookupTables>();
    var pools = new List<PacketPool>();
    var devices = new SortedDictionary<int, EthDev>();
    var forwarders = new List<LcoreForwarder>();
    try
    {
        foreach (int socket in lcores.Select(SocketOf).Distinct())
        {
            tables[socket] = createTables(socket);
        }
        Func<int, int, PacketPool> poolOf = Ports.Pools(options, enabled.Length, lcores.Length, pools);
        foreach (int id in enabled)
        {
            EthDev device = devices[id] = EthDev.Open(id);
            Ports.Start(device, options, lcores.Length, queue => poolOf(id, SocketOf(lcores.First(l => options.Config.Any(a => a.Lcore == l.Id && a.Port == id && a.Queue == queue)))));
        }
        foreach (int id in available.Except(enabled))
        {
            Console.WriteLine($"Skipping disabled port {id}");
        }
        PortCheck.Links(devices.Values, stop);
        for (int i = 0; i < lcores.Length; i++)
        {
            Lcore lcore = lcores[i];
            var ports = new TxPort?[enabled[^1] + 1];
            foreach (EthDev device in devices.Values)
            {
                ports[device.PortId] = new TxPort(device.TxQueues[i].CreateBuffer(LcoreForwarder.BurstSize), device.MacAddress, Ports.Destination(device, options));
            }
            RxQueue[] queues = [.. options.Config.Where(a => a.Lcore == lcore.Id).Select(a => devices[a.Port].RxQueues[a.Queue])];
            forwarders.Add(new LcoreForwarder(queues, ports, tables[SocketOf(lcore)].CreateForwarder(ports, options.ParsePacketType), stop));
        }
        var screen = new StatisticsScreen(() => Sum(enabled, forwarders), TimeSpan.FromSeconds(options.TimerPeriod));
        // The main lcore prints the statistics, whether or not it forwards; its job is launched last.
        LcoreJob[] jobs = [.. lcores.Zip(forwarders)
            .OrderBy(static p => p.First.IsMain)
            .Select(p => p.First.Launch(() => p.Second.Run(p.First.IsMain ? screen : null)))];
        while (!stop.IsRequested && !lcores.Any(static l => l.IsMain) && jobs.Any(static j => !j.IsCompleted))
        {
            stop.Token.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(100));
            screen.Tick(EalClock.Cycles);
        }
        LcoreJob.WaitAll(jobs);
        screen.Print();
    }
    finally
    {
        forwarders.ForEach(static f => f.Dispose());
        PortCheck.Close(devices.Values);
        pools.ForEach(static p => p.Dispose());
        foreach (LookupTables table in tables.Values)
        {
            table.Dispose();
        }
    }
    Console.WriteLine("Bye...");
    return 0;
});

static IEnumerable<PortStatistics> Sum(int[] ports, List<LcoreForwarder> forwarders)
{
    ILookup<int, PortStatistics> all = forwarders.SelectMany(static f => f.Statistics).ToLookup(static s => s.PortId);
    return ports.Select(port => all[port].Aggregate(
        new PortStatistics(port, 0, 0, 0),
        static (sum, part) => sum with { Sent = sum.Sent + part.Sent, Received = sum.Received + part.Received, Dropped = sum.Dropped + part.Dropped }));
}
