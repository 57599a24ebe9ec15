// The port of DPDK's l2fwd: forwards packets between ports at layer 2.
using DpdkSharp;
using DpdkSharp.Interop;
using DpdkSharp.Samples;
using DpdkSharp.Samples.L2Fwd;

const int RxDescriptors = 1024;
const int TxDescriptors = 1024;
const int MbufCacheSize = 256;

return Sample.Run("l2fwd", () =>
{
    using var stop = new StopSignal();
    int separator = Array.IndexOf(args, "--");
    if (args.AsSpan(0, separator < 0 ? args.Length : separator).ContainsAny("-h", "--help"))
    {
        // EAL prints its own help behind this one's, and ends the process.
        _ = L2FwdOptions.Parse(["--help"]);
        Eal.Initialize(args).Dispose();
        return 0;
    }
    // Wrong arguments are told before EAL has taken memory and devices.
    if (L2FwdOptions.Parse(separator < 0 ? [] : args[(separator + 1)..]) is not { } options)
    {
        return 0;
    }
    using Eal eal = Eal.Initialize(args);
    AllowCapture(eal);
    Console.WriteLine($"MAC updating {(options.MacUpdating ? "enabled" : "disabled")}");

    IReadOnlyList<int> available = EthDev.PortIds;
    SortedDictionary<int, int> destinations = PortPairs.Create(options, available);
    List<(Lcore Lcore, List<int> Ports)> assignment = Assign(eal, destinations, options.QueuesPerLcore);

    int mbufs = Math.Max(destinations.Count * (RxDescriptors + TxDescriptors + Forwarder.BurstSize + (assignment.Count * MbufCacheSize)), 8192);
    using PacketPool pool = PacketPool.Create("mbuf_pool", mbufs, MbufCacheSize);
    var devices = new List<EthDev>();
    var ports = new SortedDictionary<int, ForwardedPort>();
    try
    {
        foreach (int id in destinations.Keys)
        {
            devices.Add(EthDev.Open(id));
            ports[id] = new ForwardedPort(StartPort(devices[^1], pool, options.Promiscuous));
        }
        foreach (int id in available.Except(destinations.Keys))
        {
            Console.WriteLine($"Skipping disabled port {id}");
        }
        PortCheck.Links(devices, stop);
        var screen = new StatisticsScreen(() => ports.Values.Select(static p => p.Statistics), TimeSpan.FromSeconds(options.TimerPeriod));
        // The main lcore prints the statistics, whether or not it forwards.
        LcoreJob[] jobs = [.. assignment.Select(a => (a.Lcore, Forwarder: new Forwarder([.. a.Ports.Select(p => (ports[p], ports[destinations[p]]))], options, a.Lcore.IsMain ? screen : null, stop)))
            .OrderBy(static a => a.Lcore.IsMain)
            .Select(static a => a.Lcore.Launch(a.Forwarder.Run))];
        while (!stop.IsRequested && !assignment.Exists(static a => a.Lcore.IsMain) && jobs.Any(static j => !j.IsCompleted))
        {
            stop.Token.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(100));
            screen.Tick(EalClock.Cycles);
        }
        LcoreJob.WaitAll(jobs);
    }
    finally
    {
        foreach (ForwardedPort port in ports.Values)
        {
            port.Dispose();
        }
        PortCheck.Close(devices);
    }
    Console.WriteLine("Bye...");
    return 0;
});

// As many ports to each lcore as -q allows, in the order of both.
// So that "dpdksharp capture" can look at what goes through; its library is one that a system with DPDK's drivers need not have.
static void AllowCapture(Eal eal)
{
    try
    {
        eal.EnablePacketCapture();
    }
    catch (DpdkNotSupportedException e)
    {
        EalLog.Write(EalLogLevel.Notice, $"L2FWD: packets cannot be captured: {e.Message}");
    }
}

static List<(Lcore Lcore, List<int> Ports)> Assign(Eal eal, SortedDictionary<int, int> destinations, int queuesPerLcore)
{
    var assignment = new List<(Lcore Lcore, List<int> Ports)>();
    foreach ((int port, int destination) in destinations)
    {
        if (assignment.Count == 0 || assignment[^1].Ports.Count == queuesPerLcore)
        {
            if (assignment.Count == eal.Lcores.Count)
            {
                throw new UsageException($"{destinations.Count} ports need more than the {eal.Lcores.Count} lcores at {queuesPerLcore} a lcore: enable more with -l, or give each more with -q.");
            }
            assignment.Add((eal.Lcores[assignment.Count], []));
        }
        assignment[^1].Ports.Add(port);
        Console.WriteLine($"Lcore {assignment[^1].Lcore.Id}: RX port {port} TX port {destination}");
    }
    return assignment;
}

static EthDev StartPort(EthDev device, PacketPool pool, bool promiscuous)
{
    Console.Write($"Initializing port {device.PortId}... ");
    device.Configure(new EthDevOptions { RxPool = pool, RxDescriptorCount = RxDescriptors, TxDescriptorCount = TxDescriptors, TxOffloads = TxOffloads.MultiSegment | TxOffloads.FastFree });
    device.Start();
    if (promiscuous)
    {
        device.IsPromiscuous = true;
    }
    Console.WriteLine($"done: \nPort {device.PortId}, MAC address: {device.MacAddress}\n");
    return device;
}
