using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DpdkSharp.Benchmarks.Worker.Setup;
using DpdkSharp.Headers;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Benchmarks.Worker.Operations;

/// <summary>Routes and flows looked up; the keys are spread over the tables, more than the caches hold.</summary>
internal static unsafe class LookupOperations
{
    private const int Keys = 8192;
    private const uint NoHop = 0xffff;
    private const uint HopMask = 0xffffff; // A bulk's results are raw entries.
    private const ulong Seed = 0x9e6c63d0876a9a47;

    private static readonly uint* Addresses = MakeAddresses();
    private static readonly Ipv4Address* SafeAddresses = MakeSafeAddresses();
    private static readonly FlowKey* FlowKeys = MakeFlowKeys();
    private static readonly void** FlowPointers = MakeFlowPointers();

    public static IReadOnlyList<Benchmark> All { get; } =
    [
        new("lpm", static r => r.IsSafe ? RouteSafe(Tables.Lpm(), SafeAddresses, r.Count) : Route(Tables.Lpm().Pointer, Addresses, r.Count)),
        new("lpm-bulk", static r => r.IsSafe
            ? RouteBulkSafe(Tables.Lpm(), SafeAddresses, r.Size, r.Count)
            : RouteBulk(Tables.Lpm().Pointer, Addresses, (uint)r.Size, r.Count)),
        new("lpm-x4", static r => RouteX4(Tables.Lpm().Pointer, Addresses, r.Count)),
        new("hash-lookup", static r => r.IsSafe ? FlowSafe(Tables.Flows(Keys), FlowKeys, r.Count) : Flow(Tables.Flows(Keys).Pointer, FlowKeys, r.Count)),
        new("hash-lookup-bulk", static r => r.IsSafe
            ? FlowBulkSafe(Tables.Flows(Keys), FlowKeys, r.Size, r.Count)
            : FlowBulk(Tables.Flows(Keys).Pointer, FlowPointers, (uint)r.Size, r.Count)),
    ];

    private static BenchmarkResult Route(rte_lpm* table, uint* keys, ulong count)
    {
        ulong sum = 0, start = rte_rdtsc();
        for (ulong i = 0; i < count; i++)
        {
            uint hop;
            if (rte_lpm_lookup(table, keys[i % Keys], &hop) == 0)
            {
                sum += hop;
            }
        }
        return Operation.End(start, count, sum);
    }

    private static BenchmarkResult RouteSafe(Lpm table, Ipv4Address* keys, ulong count)
    {
        ulong sum = 0, start = EalClock.Cycles;
        for (ulong i = 0; i < count; i++)
        {
            if (table.TryLookup(keys[i % Keys], out uint hop))
            {
                sum += hop;
            }
        }
        return Operation.End(start, count, sum);
    }

    private static BenchmarkResult RouteBulk(rte_lpm* table, uint* keys, uint size, ulong count)
    {
        uint* hops = stackalloc uint[BenchmarkRequest.MaxBurst];
        ulong sum = 0, start = rte_rdtsc();
        for (ulong i = 0; i < count; i++)
        {
            _ = rte_lpm_lookup_bulk(table, keys + (i * size % Keys), hops, size);
            sum += (hops[0] & HopMask) + (hops[size - 1] & HopMask);
        }
        return Operation.End(start, count, sum);
    }

    private static BenchmarkResult RouteBulkSafe(Lpm table, Ipv4Address* keys, int size, ulong count)
    {
        Span<uint> hops = stackalloc uint[size];
        ulong sum = 0, start = EalClock.Cycles;
        for (ulong i = 0; i < count; i++)
        {
            table.Lookup(new ReadOnlySpan<Ipv4Address>(keys + (i * (ulong)size % Keys), size), hops, NoHop);
            sum += hops[0] + hops[^1];
        }
        return Operation.End(start, count, sum);
    }

    private static BenchmarkResult RouteX4(rte_lpm* table, uint* keys, ulong count)
    {
        uint* hops = stackalloc uint[4];
        ulong sum = 0, start = rte_rdtsc();
        for (ulong i = 0; i < count; i++)
        {
            rte_lpm_lookupx4(table, Vector128.Load(keys + (i * 4 % Keys)), hops, NoHop);
            sum += hops[0] + hops[1] + hops[2] + hops[3];
        }
        return Operation.End(start, count, sum);
    }

    private static BenchmarkResult Flow(rte_hash* table, FlowKey* keys, ulong count)
    {
        ulong sum = 0, start = rte_rdtsc();
        for (ulong i = 0; i < count; i++)
        {
            sum += (ulong)rte_hash_lookup(table, &keys[i % Keys]);
        }
        return Operation.End(start, count, sum);
    }

    private static BenchmarkResult FlowSafe(HashTable<FlowKey> table, FlowKey* keys, ulong count)
    {
        ulong sum = 0, start = EalClock.Cycles;
        for (ulong i = 0; i < count; i++)
        {
            if (table.TryLookup(in keys[i % Keys], out int position))
            {
                sum += (ulong)position;
            }
        }
        return Operation.End(start, count, sum);
    }

    private static BenchmarkResult FlowBulk(rte_hash* table, void** pointers, uint size, ulong count)
    {
        int* positions = stackalloc int[RTE_HASH_LOOKUP_BULK_MAX];
        ulong sum = 0, start = rte_rdtsc();
        for (ulong i = 0; i < count; i++)
        {
            _ = rte_hash_lookup_bulk(table, pointers + (i * size % Keys), size, positions);
            sum += (ulong)positions[0] + (ulong)positions[size - 1];
        }
        return Operation.End(start, count, sum);
    }

    private static BenchmarkResult FlowBulkSafe(HashTable<FlowKey> table, FlowKey* keys, int size, ulong count)
    {
        Span<int> positions = stackalloc int[size];
        ulong sum = 0, start = EalClock.Cycles;
        for (ulong i = 0; i < count; i++)
        {
            table.Lookup(new ReadOnlySpan<FlowKey>(keys + (i * (ulong)size % Keys), size), positions);
            sum += (ulong)positions[0] + (ulong)positions[^1];
        }
        return Operation.End(start, count, sum);
    }

    // Within the routes, in the processor's order.
    private static uint* MakeAddresses()
    {
        var addresses = (uint*)NativeMemory.AlignedAlloc(Keys * sizeof(uint), 64);
        var random = new RandomNumbers(Seed);
        for (int i = 0; i < Keys; i++)
        {
            (uint address, byte depth) = Tables.Routes4[(int)(random.Next() % Tables.RouteCount)];
            addresses[i] = address | ((uint)random.Next() & (uint.MaxValue >> depth));
        }
        return addresses;
    }

    private static Ipv4Address* MakeSafeAddresses()
    {
        var addresses = (Ipv4Address*)NativeMemory.AlignedAlloc((nuint)(Keys * sizeof(Ipv4Address)), 64);
        for (int i = 0; i < Keys; i++)
        {
            addresses[i] = new Ipv4Address(Addresses[i]);
        }
        return addresses;
    }

    // Flows that the table has, in random order.
    private static FlowKey* MakeFlowKeys()
    {
        var keys = (FlowKey*)NativeMemory.AlignedAlloc((nuint)(Keys * sizeof(FlowKey)), 64);
        var random = new RandomNumbers(Seed);
        for (int i = 0; i < Keys; i++)
        {
            keys[i] = Tables.Flow((int)(random.Next() % Keys));
        }
        return keys;
    }

    private static void** MakeFlowPointers()
    {
        var pointers = (void**)NativeMemory.AlignedAlloc((nuint)(Keys * sizeof(void*)), 64);
        for (int i = 0; i < Keys; i++)
        {
            pointers[i] = FlowKeys + i;
        }
        return pointers;
    }
}
