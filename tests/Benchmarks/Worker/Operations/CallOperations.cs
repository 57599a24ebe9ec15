using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Benchmarks.Worker.Operations;

/// <summary>What a call costs: an inlined one, one of a library.</summary>
internal static unsafe class CallOperations
{
    private static readonly delegate* unmanaged[SuppressGCTransition]<uint> LcoreCount =
        (delegate* unmanaged[SuppressGCTransition]<uint>)DpdkRuntime.GetExport("librte_eal", nameof(rte_lcore_count));

    public static IReadOnlyList<Benchmark> All { get; } =
    [
        new("lcore-id", static r => LcoreId((uint*)Operation.Output, r.Count)),
        new("tsc", static r => Tsc(r.Count)),
        new("call-export", static r => Exported(r.Count)),
        new("call-export-no-transition", static r => ExportedWithoutTransition(r.Count)),
        new("call-shim", static r => Shim(Operation.Input, r.Count)),
    ];

    private static BenchmarkResult LcoreId(uint* seen, ulong count)
    {
        ulong start = rte_rdtsc();
        for (ulong i = 0; i < count; i++)
        {
            seen[i % Operation.InputCount] = rte_lcore_id();
        }
        return Operation.End(start, count, seen[0]);
    }

    // The check is that it never went back.
    private static BenchmarkResult Tsc(ulong count)
    {
        ulong sum = 0, last = 0, start = rte_rdtsc();
        for (ulong i = 0; i < count; i++)
        {
            ulong now = rte_rdtsc();
            sum += now >= last ? 1UL : 0;
            last = now;
        }
        return Operation.End(start, count, sum);
    }

    // A function that reads a field of a record and no more.
    private static BenchmarkResult Exported(ulong count)
    {
        ulong sum = 0, start = rte_rdtsc();
        for (ulong i = 0; i < count; i++)
        {
            sum += rte_lcore_count();
        }
        return Operation.End(start, count, sum);
    }

    // The same without the transition that lets a collection begin.
    private static BenchmarkResult ExportedWithoutTransition(ulong count)
    {
        ulong sum = 0, start = rte_rdtsc();
        for (ulong i = 0; i < count; i++)
        {
            sum += LcoreCount();
        }
        return Operation.End(start, count, sum);
    }

    // Inlined in C; there is a C# version too, which this is not.
    private static BenchmarkResult Shim(byte* input, ulong count)
    {
        ulong sum = 0, start = rte_rdtsc();
        for (ulong i = 0; i < count; i++)
        {
            sum += (ulong)DpdkShim.rte_is_unicast_ether_addr((rte_ether_addr*)Operation.InputAt(input, i));
        }
        return Operation.End(start, count, sum);
    }
}
