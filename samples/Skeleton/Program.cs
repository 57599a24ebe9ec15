// The port of DPDK's skeleton (basicfwd) on the safe layer: one core forwards between pairs of ports, 0 <-> 1, 2 <-> 3.
using DpdkSharp;
using DpdkSharp.Samples;

const int RxRingSize = 1024;
const int TxRingSize = 1024;
const int MbufsPerPort = 8191;
const int MbufCacheSize = 250;
const int BurstSize = 32;

return Sample.Run("skeleton", () =>
{
    using var stop = new StopSignal();
    using Eal eal = Eal.Initialize(args);

    IReadOnlyList<int> portIds = EthDev.PortIds;
    if (portIds.Count < 2 || portIds.Count % 2 != 0)
    {
        throw new UsageException(portIds.Count == 0 ? EthDev.NoPortsReason : $"the number of ports must be even, and there are {portIds.Count}: name another with --vdev, or leave one out.{Sample.StartupErrors}");
    }

    using PacketPool pool = PacketPool.Create("MBUF_POOL", MbufsPerPort * portIds.Count, MbufCacheSize);
    EthDev[] ports = [.. portIds.Select(EthDev.Open)];
    try
    {
        foreach (EthDev port in ports)
        {
            StartPort(port, pool);
        }
        if (eal.Lcores.Count > 1)
        {
            Console.WriteLine("\nWARNING: Too many lcores enabled. Only 1 used.");
        }
        eal.MainLcore.Launch(() => Forward(ports, stop)).Wait();
    }
    finally
    {
        foreach (EthDev port in ports)
        {
            port.Dispose();
        }
    }
    Console.WriteLine("Bye...");
    return 0;
});

static void StartPort(EthDev port, PacketPool pool)
{
    port.Configure(new EthDevOptions
    {
        RxPool = pool,
        RxDescriptorCount = RxRingSize,
        TxDescriptorCount = TxRingSize,
        TxOffloads = TxOffloads.MultiSegment | TxOffloads.FastFree,
    });
    port.Start();
    Console.WriteLine($"Port {port.PortId} MAC: {port.MacAddress}");
    port.IsPromiscuous = true;
}

static void Forward(EthDev[] ports, StopSignal stop)
{
    Console.WriteLine($"\nCore {Lcore.CurrentId} forwarding packets. [Ctrl+C to quit]");
    (RxQueue From, TxQueue To)[] paths = [.. ports.Select((port, i) => (port.RxQueues[0], ports[i ^ 1].TxQueues[0]))];
    using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(BurstSize)]);
    while (!stop.IsRequested)
    {
        foreach ((RxQueue from, TxQueue to) in paths)
        {
            if (from.Receive(burst) > 0)
            {
                to.Send(burst);
                // What the other port did not take is dropped.
                burst.Clear();
            }
        }
    }
}
