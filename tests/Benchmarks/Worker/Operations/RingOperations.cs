using DpdkSharp.Benchmarks.Worker.Setup;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Benchmarks.Worker.Operations;

/// <summary>Enqueue and dequeue by one thread, in each mode: the function asks the ring for its mode.</summary>
internal static unsafe class RingOperations
{
    private const int RingSize = 1024;

    public static IReadOnlyList<Benchmark> All { get; } =
    [
        new("ring-spsc", static r => Run(r, "spsc", RingSyncMode.SingleThread)),
        new("ring-mpmc", static r => Run(r, "mpmc", RingSyncMode.MultiThread)),
        new("ring-rts", static r => Run(r, "rts", RingSyncMode.RelaxedTailSync)),
        new("ring-hts", static r => Run(r, "hts", RingSyncMode.HeadTailSync)),
    ];

    private static BenchmarkResult Run(BenchmarkRequest request, string name, RingSyncMode mode)
    {
        Ring<nuint> ring = KeptObjects.Instance.Get(name, n => Ring<nuint>.Create(n, RingSize, mode, mode));
        return (request.Size == 1, request.IsSafe) switch
        {
            (true, false) => One(ring.Pointer, request.Count),
            (true, true) => OneSafe(ring, request.Count),
            (false, false) => Bulk(ring.Pointer, (uint)request.Size, request.Count),
            (false, true) => BulkSafe(ring, request.Size, request.Count),
        };
    }

    private static BenchmarkResult One(rte_ring* ring, ulong count)
    {
        void* taken = null;
        ulong sum = 0, start = rte_rdtsc();
        for (ulong i = 0; i < count; i++)
        {
            if (rte_ring_enqueue(ring, (void*)i) != 0 || rte_ring_dequeue(ring, &taken) != 0)
            {
                Operation.Fail("The ring lost an object.");
            }
            sum += (nuint)taken;
        }
        return Operation.End(start, count, sum);
    }

    private static BenchmarkResult OneSafe(Ring<nuint> ring, ulong count)
    {
        ulong sum = 0, start = EalClock.Cycles;
        for (ulong i = 0; i < count; i++)
        {
            if (!ring.TryEnqueue((nuint)i) || !ring.TryDequeue(out nuint taken))
            {
                Operation.Fail("The ring lost an object.");
                continue;
            }
            sum += taken;
        }
        return Operation.End(start, count, sum);
    }

    private static BenchmarkResult Bulk(rte_ring* ring, uint size, ulong count)
    {
        void** @in = stackalloc void*[BenchmarkRequest.MaxBurst];
        void** @out = stackalloc void*[BenchmarkRequest.MaxBurst];
        for (nuint i = 0; i < BenchmarkRequest.MaxBurst; i++)
        {
            @in[i] = (void*)i;
        }
        ulong sum = 0, start = rte_rdtsc();
        for (ulong i = 0; i < count; i++)
        {
            @in[0] = (void*)i;
            if (rte_ring_enqueue_bulk(ring, @in, size, null) != size || rte_ring_dequeue_bulk(ring, @out, size, null) != size)
            {
                Operation.Fail("The ring lost an object.");
            }
            sum += (nuint)@out[0] + (nuint)@out[size - 1];
        }
        return Operation.End(start, count, sum);
    }

    private static BenchmarkResult BulkSafe(Ring<nuint> ring, int size, ulong count)
    {
        Span<nuint> @in = stackalloc nuint[size];
        Span<nuint> @out = stackalloc nuint[size];
        for (int i = 0; i < size; i++)
        {
            @in[i] = (nuint)i;
        }
        ulong sum = 0, start = EalClock.Cycles;
        for (ulong i = 0; i < count; i++)
        {
            @in[0] = (nuint)i;
            if (!ring.TryEnqueueBulk(@in) || !ring.TryDequeueBulk(@out))
            {
                Operation.Fail("The ring lost an object.");
            }
            sum += @out[0] + @out[^1];
        }
        return Operation.End(start, count, sum);
    }
}
