using DpdkSharp.Benchmarks.Worker.Setup;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Benchmarks.Worker.Operations;

/// <summary>Objects of a pool, through the lcore's cache.</summary>
internal static unsafe class MempoolOperations
{
    private const int Objects = 4095;
    private const int Cache = 250;

    public static IReadOnlyList<Benchmark> All { get; } =
    [
        new("get-put", static r => r.IsSafe ? GetPutSafe(Pool(), r.Count) : GetPut(Pool().Pointer, r.Count)),
        new("get-put-bulk", static r => r.IsSafe ? GetPutBulkSafe(Pool(), r.Size, r.Count) : GetPutBulk(Pool().Pointer, (uint)r.Size, r.Count)),
    ];

    private static Mempool<PoolObject> Pool() => KeptObjects.Instance.Get("objects", static name =>
    {
        Mempool<PoolObject> pool = Mempool<PoolObject>.Create(name, Objects, Cache);
        pool.ForEach(static (ref value, _) => value.Value = PoolObject.FirstValue);
        return pool;
    });

    private static BenchmarkResult GetPut(rte_mempool* pool, ulong count)
    {
        ulong sum = 0, start = rte_rdtsc();
        for (ulong i = 0; i < count; i++)
        {
            void* taken;
            if (rte_mempool_get(pool, &taken) != 0)
            {
                Operation.Fail("The pool is empty.");
            }
            sum += *(ulong*)taken;
            rte_mempool_put(pool, taken);
        }
        return Operation.End(start, count, sum);
    }

    private static BenchmarkResult GetPutSafe(Mempool<PoolObject> pool, ulong count)
    {
        ulong sum = 0, start = EalClock.Cycles;
        for (ulong i = 0; i < count; i++)
        {
            if (!pool.TryGet(out MempoolObject<PoolObject> taken))
            {
                Operation.Fail("The pool is empty.");
            }
            sum += taken.Value.Value;
            pool.Put(taken);
        }
        return Operation.End(start, count, sum);
    }

    private static BenchmarkResult GetPutBulk(rte_mempool* pool, uint size, ulong count)
    {
        void** objects = stackalloc void*[BenchmarkRequest.MaxBurst];
        ulong sum = 0, start = rte_rdtsc();
        for (ulong i = 0; i < count; i++)
        {
            if (rte_mempool_get_bulk(pool, objects, size) != 0)
            {
                Operation.Fail("The pool is empty.");
            }
            sum += *(ulong*)objects[size - 1];
            rte_mempool_put_bulk(pool, objects, size);
        }
        return Operation.End(start, count, sum);
    }

    private static BenchmarkResult GetPutBulkSafe(Mempool<PoolObject> pool, int size, ulong count)
    {
        Span<MempoolObject<PoolObject>> objects = stackalloc MempoolObject<PoolObject>[size];
        ulong sum = 0, start = EalClock.Cycles;
        for (ulong i = 0; i < count; i++)
        {
            if (!pool.TryGet(objects))
            {
                Operation.Fail("The pool is empty.");
            }
            sum += objects[^1].Value.Value;
            pool.Put(objects);
        }
        return Operation.End(start, count, sum);
    }
}
