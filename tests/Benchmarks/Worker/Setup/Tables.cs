using System.Runtime.InteropServices;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Benchmarks.Worker.Setup;

/// <summary>Routes and flows: the same as on the C side, made from the same random numbers.</summary>
internal static unsafe class Tables
{
    public const int RouteCount = 10_000;
    public const int NextHopCount = 8;
    private const int FlowEntries = 16_384;

    private static rte_lpm* _lpm;
    private static rte_lpm6* _lpm6;
    private static rte_hash* _flows;
    private static int _flowsAdded;

    /// <summary>10 % of the routes are longer than 24 bits, as DPDK's LPM has a second table for those.</summary>
    public static IReadOnlyList<(uint Address, byte Depth)> Routes4 { get; } = MakeRoutes4();

    public static IReadOnlyList<(rte_ipv6_addr Address, byte Depth)> Routes6 { get; } = MakeRoutes6();

    public static rte_lpm* Lpm()
    {
        if (_lpm == null)
        {
            rte_lpm_config config = default;
            config.max_rules = 2 * RouteCount;
            config.number_tbl8s = 4096;
            fixed (byte* name = "routes4"u8)
            {
                _lpm = rte_lpm_create(name, SOCKET_ID_ANY, &config);
            }
            Require(_lpm != null, "There is no memory for the IPv4 routes.");
            for (int i = 0; i < RouteCount; i++)
            {
                Require(rte_lpm_add(_lpm, Routes4[i].Address, Routes4[i].Depth, (uint)(i % NextHopCount)) == 0, $"IPv4 route {i} is refused.");
            }
        }
        return _lpm;
    }

    public static rte_lpm6* Lpm6()
    {
        if (_lpm6 == null)
        {
            rte_lpm6_config config = default;
            config.max_rules = 2 * RouteCount;
            config.number_tbl8s = 65_536;
            fixed (byte* name = "routes6"u8)
            {
                _lpm6 = rte_lpm6_create(name, SOCKET_ID_ANY, &config);
            }
            Require(_lpm6 != null, "There is no memory for the IPv6 routes.");
            for (int i = 0; i < RouteCount; i++)
            {
                rte_ipv6_addr address = Routes6[i].Address;
                Require(rte_lpm6_add(_lpm6, &address, Routes6[i].Depth, (uint)(i % NextHopCount)) == 0, $"IPv6 route {i} is refused.");
            }
        }
        return _lpm6;
    }

    /// <summary>The table that holds the flows of traffic "flows", the first <paramref name="count"/> of them; a flow's value is its position.</summary>
    public static rte_hash* Flows(int count)
    {
        if (_flows == null)
        {
            rte_hash_parameters parameters = default;
            parameters.entries = FlowEntries;
            parameters.key_len = (uint)sizeof(FlowKey);
            parameters.socket_id = SOCKET_ID_ANY;
            fixed (byte* name = "flows"u8)
            {
                parameters.name = name;
                _flows = rte_hash_create(&parameters);
            }
            Require(_flows != null, "There is no memory for the flows.");
        }
        for (; _flowsAdded < count; _flowsAdded++)
        {
            FlowKey key = Flow(_flowsAdded);
            Require(rte_hash_add_key(_flows, &key) >= 0, $"Flow {_flowsAdded} is refused.");
        }
        return _flows;
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

    private static (rte_ipv6_addr Address, byte Depth)[] MakeRoutes6()
    {
        var random = new RandomNumbers(0xda942042e4dd58b5);
        var routes = new (rte_ipv6_addr, byte)[RouteCount];
        for (int i = 0; i < RouteCount; i++)
        {
            ulong high = random.Next();
            rte_ipv6_addr address = default;
            Span<byte> bytes = MemoryMarshal.AsBytes(new Span<rte_ipv6_addr>(ref address));
            bytes[0] = 0x20;
            for (int b = 1; b < 6; b++)
            {
                bytes[b] = (byte)(high >> (8 * b));
            }
            routes[i] = (address, 48);
        }
        return routes;
    }

    private static void Require(bool done, string otherwise)
    {
        if (!done)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
