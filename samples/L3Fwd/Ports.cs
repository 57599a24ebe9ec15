using System.Runtime.CompilerServices;
using DpdkSharp.Headers;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Samples.L3Fwd;

/// <summary>Checks --config against the machine, and sets up the ports.</summary>
internal static class Ports
{
    private const int RxDescriptors = 1024;
    private const int TxDescriptors = 1024;
    private const int MbufCacheSize = 256;
    private const int StandardMtu = 1500;
    private const RxOffloads Checksums = RxOffloads.Ipv4Checksum | RxOffloads.UdpChecksum | RxOffloads.TcpChecksum;
    private const RssHashTypes TransportHashes = RssHashTypes.Ipv4Tcp | RssHashTypes.Ipv4Udp | RssHashTypes.Ipv4Sctp | RssHashTypes.Ipv6Tcp | RssHashTypes.Ipv6Udp | RssHashTypes.Ipv6Sctp;

    /// <summary>Throws when --config names a port or lcore that is not there, a queue twice, or leaves out a queue.</summary>
    /// <exception cref="UsageException">It does.</exception>
    public static void CheckConfig(L3FwdOptions options, Eal eal)
    {
        foreach (QueueAssignment assignment in options.Config)
        {
            if (!options.IsEnabled(assignment.Port))
            {
                throw new UsageException($"--config names port {assignment.Port}, which the port mask 0x{options.PortMask:x} does not enable.");
            }
            if (eal.Lcores.All(l => l.Id != assignment.Lcore))
            {
                throw new UsageException($"--config names lcore {assignment.Lcore}, which EAL does not have: {string.Join(", ", eal.Lcores.Select(static l => l.Id))}. Enable it with -l.");
            }
        }
        foreach (IGrouping<int, QueueAssignment> port in options.Config.GroupBy(static a => a.Port))
        {
            if (!port.Select(static a => a.Queue).SequenceEqual(Enumerable.Range(0, port.Count())))
            {
                throw new UsageException($"--config: the queues of port {port.Key} are not numbered 0, 1, 2, … in this order.");
            }
        }
    }

    /// <summary>The pools, each made when it is first asked for: one a NUMA node, or one a port and NUMA node.</summary>
    public static Func<int, int, PacketPool> Pools(L3FwdOptions options, int portCount, int lcoreCount, List<PacketPool> pools)
    {
        var created = new Dictionary<(int, int), PacketPool>();
        int sharing = options.PerPortPool ? 1 : portCount;
        int queues = options.PerPortPool ? options.Config.GroupBy(static a => a.Port).Max(static g => g.Count()) : options.Config.Count;
        int mbufs = Math.Max((queues * RxDescriptors) + (sharing * lcoreCount * (LcoreForwarder.BurstSize + TxDescriptors)) + (lcoreCount * MbufCacheSize), 8192);
        return (port, socket) =>
        {
            (int, int) key = (options.PerPortPool ? port : 0, socket);
            if (!created.TryGetValue(key, out PacketPool? pool))
            {
                created[key] = pool = PacketPool.Create($"mbuf_pool_{key.Item1}:{socket}", mbufs, MbufCacheSize, socketId: socket);
                pools.Add(pool);
                Console.WriteLine($"Allocated mbuf pool on socket {socket}");
            }
            return pool;
        };
    }

    /// <summary>Configures a port and starts it.</summary>
    /// <param name="device">The port.</param>
    /// <param name="options">The options.</param>
    /// <param name="txQueues">How many transmit queues: one for each lcore that forwards.</param>
    /// <param name="poolOfQueue">The pool of each receive queue.</param>
    /// <exception cref="UsageException">The port cannot do what the options ask for.</exception>
    public static void Start(EthDev device, L3FwdOptions options, int txQueues, Func<int, PacketPool> poolOfQueue)
    {
        int rxQueues = options.Config.Count(a => a.Port == device.PortId);
        EthDevInfo info = device.GetInfo();
        Console.Write($"Initializing port {device.PortId} ... Creating queues: nb_rxq={rxQueues} nb_txq={txQueues}... ");
        int? mtu = options.MaxPacketLength is { } length ? length - Overhead(info) : null;
        if ((Checksums & ~info.RxOffloads) != RxOffloads.None && !options.RelaxRxOffload)
        {
            throw new UsageException($"{device} cannot verify all checksums (wanted: {Checksums}; it has: {info.RxOffloads & Checksums}). Add --relax-rx-offload to go on without.");
        }
        device.Configure(new EthDevOptions
        {
            RxQueueCount = rxQueues,
            TxQueueCount = txQueues,
            RxPoolOfQueue = poolOfQueue,
            RxDescriptorCount = RxDescriptors,
            TxDescriptorCount = TxDescriptors,
            RxOffloads = Checksums,
            TxOffloads = TxOffloads.FastFree | (mtu > StandardMtu ? TxOffloads.MultiSegment : TxOffloads.None),
            RssHashTypes = !options.Rss ? RssHashTypes.None : options.Lookup == LookupMethod.Acl ? RssHashTypes.Ip | TransportHashes : RssHashTypes.Ip,
            Mtu = mtu,
        });
        if (!options.ParsePacketType && rxQueues > 0 && !TellsPacketTypes(device, options.Lookup))
        {
            throw new UsageException($"{device} does not tell what packets are: add --parse-ptype.");
        }
        device.Start();
        if (options.Promiscuous)
        {
            device.IsPromiscuous = true;
        }
        Console.WriteLine($"done: \nPort {device.PortId}, MAC address: {device.MacAddress}, destination: {Destination(device, options)}\n");
    }

    /// <summary>The destination address of the packets that leave by a port.</summary>
    public static MacAddress Destination(EthDev device, L3FwdOptions options) =>
        options.Destinations.TryGetValue(device.PortId, out MacAddress address) ? address : new MacAddress(2, 0, 0, 0, 0, (byte)device.PortId);

    // What a driver counts as packet beside the MTU; most say so by the difference of the two limits.
    private static int Overhead(EthDevInfo info) =>
        info.MaxMtu != ushort.MaxValue && info.MaxRxPacketLength > info.MaxMtu ? (int)(info.MaxRxPacketLength - info.MaxMtu) : EthernetHeader.Size + 4;

    [SkipLocalsInit]
    private static unsafe bool TellsPacketTypes(EthDev device, LookupMethod lookup)
    {
        uint mask = (uint)(RTE_PTYPE_L3_MASK | RTE_PTYPE_L4_MASK);
        uint* types = stackalloc uint[256];
        int count = Math.Min(rte_eth_dev_get_supported_ptypes((ushort)device.PortId, mask, types, 256), 256);
        ReadOnlySpan<uint> told = new(types, Math.Max(count, 0));
        bool transport = lookup is LookupMethod.Lpm or LookupMethod.Fib || (told.Contains((uint)RTE_PTYPE_L4_TCP) && told.Contains((uint)RTE_PTYPE_L4_UDP));
        return transport && Any(told, RTE_ETH_IS_IPV4_HDR) && Any(told, RTE_ETH_IS_IPV6_HDR);
    }

    private static bool Any(ReadOnlySpan<uint> types, Func<uint, bool> test)
    {
        foreach (uint type in types)
        {
            if (test(type))
            {
                return true;
            }
        }
        return false;
    }
}
