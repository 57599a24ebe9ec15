using DpdkSharp.Headers;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Benchmarks.Worker.Setup;

/// <summary>Routes and flows: the same as on the C side, made from the same random numbers.</summary>
internal static class Tables
{
    public const int RouteCount = 10_000;
    public const int NextHopCount = 8;
    private const int FlowEntries = 16_384;

    private static int _flowsAdded;

    /// <summary>10 % of the routes are longer than 24 bits, as DPDK's LPM has a second table for those.</summary>
    public static IReadOnlyList<(uint Address, byte Depth)> Routes4 { get; } = MakeRoutes4();

    public static IReadOnlyList<(Ipv6Address Address, byte Depth)> Routes6 { get; } = MakeRoutes6();

    public static Lpm Lpm() => KeptObjects.Instance.Get("routes4", static name =>
    {
        DpdkSharp.Lpm table = DpdkSharp.Lpm.Create(name, 2 * RouteCount, tbl8Groups: 4096);
        for (int i = 0; i < RouteCount; i++)
        {
            table.Add(new Ipv4Address(Routes4[i].Address), Routes4[i].Depth, (uint)(i % NextHopCount));
        }
        return table;
    });

    public static Lpm6 Lpm6() => KeptObjects.Instance.Get("routes6", static name =>
    {
        DpdkSharp.Lpm6 table = DpdkSharp.Lpm6.Create(name, 2 * RouteCount, tbl8Groups: 65_536);
        for (int i = 0; i < RouteCount; i++)
        {
            table.Add(Routes6[i].Address, Routes6[i].Depth, (uint)(i % NextHopCount));
        }
        return table;
    });

    /// <summary>The table that holds the flows of traffic "flows", the first <paramref name="count"/> of them; a flow's value is its position.</summary>
    public static HashTable<FlowKey> Flows(int count)
    {
        HashTable<FlowKey> table = KeptObjects.Instance.Get("flows", static name => HashTable<FlowKey>.Create(name, FlowEntries));
        for (; _flowsAdded < count; _flowsAdded++)
        {
            if (!table.TryAdd(Flow(_flowsAdded), out _))
            {
                throw new InvalidOperationException($"Flow {_flowsAdded} is refused.");
            }
        }
        return table;
    }

    public static FlowKey Flow(int index) => new(
        rte_cpu_to_be_32(RTE_IPV4(10, 0, 0, 0) + (uint)(index * 7)),
        rte_cpu_to_be_32(RTE_IPV4(198, 18, 0, 0) + (uint)index),
        rte_cpu_to_be_16((ushort)(1024 + (index % 50_000))),
        rte_cpu_to_be_16(53),
        IPPROTO_UDP);

    public const byte IPPROTO_UDP = 17;

    private static (uint Address, byte Depth)[] MakeRoutes4()
    {
        var random = new RandomNumbers(0x2545f4914f6cdd1d);
        var routes = new (uint, byte)[RouteCount];
        for (int i = 0; i < RouteCount; i++)
        {
            int depth = i % 10 == 0 ? 28 : 16 + (i % 9);
            routes[i] = ((uint)random.Next() & (uint.MaxValue << (32 - depth)), (byte)depth);
        }
        return routes;
    }

    private static (Ipv6Address Address, byte Depth)[] MakeRoutes6()
    {
        var random = new RandomNumbers(0xda942042e4dd58b5);
        var routes = new (Ipv6Address, byte)[RouteCount];
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        bytes[0] = 0x20;
        for (int i = 0; i < RouteCount; i++)
        {
            ulong high = random.Next();
            for (int b = 1; b < 6; b++)
            {
                bytes[b] = (byte)(high >> (8 * b));
            }
            routes[i] = (new Ipv6Address(bytes), 48);
        }
        return routes;
    }
}
