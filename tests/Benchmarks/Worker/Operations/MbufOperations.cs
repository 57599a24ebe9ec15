using DpdkSharp.Benchmarks.Worker.Setup;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Benchmarks.Worker.Operations;

/// <summary>Packet buffers: taken and given back, cloned, walked.</summary>
internal static unsafe class MbufOperations
{
    private const int Frame = 64;
    private const int Chains = 32;
    private const int Segments = 4;

    public static IReadOnlyList<Benchmark> All { get; } =
    [
        new("alloc-free", static r => r.IsSafe ? AllocFreeSafe(r.Ports.Pool(Frame), r.Count) : AllocFree(r.Ports.Pool(Frame).Pointer, r.Count)),
        new("alloc-free-bulk", static r => r.IsSafe
            ? AllocFreeBulkSafe(r.Ports.Pool(Frame), r.Size, r.Count)
            : AllocFreeBulk(r.Ports.Pool(Frame).Pointer, (uint)r.Size, r.Count)),
        new("alloc-free-registered", AllocFreeRegistered),
        new("alloc-free-unregistered", AllocFreeUnregistered),
        new("clone-free", static r => CloneFree(r.Ports.Pool(Frame), r.Count, r.IsSafe)),
        new("chain-walk", static r => ChainWalk(r.Ports.Pool(Frame), r.Count, r.IsSafe)),
    ];

    private static BenchmarkResult AllocFree(rte_mempool* pool, ulong count)
    {
        ulong sum = 0, start = rte_rdtsc();
        for (ulong i = 0; i < count; i++)
        {
            rte_mbuf* m = rte_pktmbuf_alloc(pool);
            if (m == null)
            {
                Operation.Fail("The pool is empty.");
            }
            sum += m->buf_len;
            rte_pktmbuf_free(m);
        }
        return Operation.End(start, count, sum);
    }

    private static BenchmarkResult AllocFreeSafe(PacketPool pool, ulong count)
    {
        ulong sum = 0, start = EalClock.Cycles;
        for (ulong i = 0; i < count; i++)
        {
            if (!pool.TryAllocate(out Mbuf m))
            {
                Operation.Fail("The pool is empty.");
            }
            sum += m.Pointer->buf_len;
            m.Free();
        }
        return Operation.End(start, count, sum);
    }

    private static BenchmarkResult AllocFreeBulk(rte_mempool* pool, uint size, ulong count)
    {
        rte_mbuf** packets = stackalloc rte_mbuf*[BenchmarkRequest.MaxBurst];
        ulong sum = 0, start = rte_rdtsc();
        for (ulong i = 0; i < count; i++)
        {
            if (rte_pktmbuf_alloc_bulk(pool, packets, size) != 0)
            {
                Operation.Fail("The pool is empty.");
            }
            sum += packets[size - 1]->buf_len;
            rte_pktmbuf_free_bulk(packets, size);
        }
        return Operation.End(start, count, sum);
    }

    private static BenchmarkResult AllocFreeBulkSafe(PacketPool pool, int size, ulong count)
    {
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(size)]);
        ulong sum = 0, start = EalClock.Cycles;
        for (ulong i = 0; i < count; i++)
        {
            if (!pool.TryAllocate(burst, size))
            {
                Operation.Fail("The pool is empty.");
            }
            sum += burst[size - 1].Pointer->buf_len;
            burst.Clear();
        }
        return Operation.End(start, count, sum);
    }

    private static BenchmarkResult AllocFreeRegistered(BenchmarkRequest request)
    {
        rte_mempool* pool = request.Ports.Pool(Frame).Pointer;
        return OwnThread.Run(() =>
        {
            using LcoreRegistration registration = LcoreRegistration.Register();
            BenchmarkResult result = AllocFree(pool, request.Count);
            // What its cache holds would be lost to the others.
            rte_mempool_cache_flush(null, pool);
            return result;
        });
    }

    // It has no cache.
    private static BenchmarkResult AllocFreeUnregistered(BenchmarkRequest request)
    {
        rte_mempool* pool = request.Ports.Pool(Frame).Pointer;
        return OwnThread.Run(() => AllocFree(pool, request.Count));
    }

    private static BenchmarkResult CloneFree(PacketPool pool, ulong count, bool isSafe)
    {
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(1)]);
        if (!pool.TryAllocate(burst, 1))
        {
            Operation.Fail("The pool is empty.");
        }
        Traffic.Fill(burst, Frame, "udp");
        return isSafe ? CloneFreeSafe(burst[0], pool, count) : CloneFreeRaw(burst[0].Pointer, pool.Pointer, count);
    }

    private static BenchmarkResult CloneFreeRaw(rte_mbuf* packet, rte_mempool* pool, ulong count)
    {
        ulong sum = 0, start = rte_rdtsc();
        for (ulong i = 0; i < count; i++)
        {
            rte_mbuf* clone = rte_pktmbuf_clone(packet, pool);
            if (clone == null)
            {
                Operation.Fail("The pool is empty.");
            }
            sum += clone->pkt_len;
            rte_pktmbuf_free(clone);
        }
        return Operation.End(start, count, sum);
    }

    private static BenchmarkResult CloneFreeSafe(Mbuf packet, PacketPool pool, ulong count)
    {
        ulong sum = 0, start = EalClock.Cycles;
        for (ulong i = 0; i < count; i++)
        {
            if (!packet.TryClone(pool, out Mbuf clone))
            {
                Operation.Fail("The pool is empty.");
            }
            sum += (uint)clone.PacketLength;
            clone.Free();
        }
        return Operation.End(start, count, sum);
    }

    // Segments of different lengths, all in the first-level cache.
    private static BenchmarkResult ChainWalk(PacketPool pool, ulong count, bool isSafe)
    {
        Mbuf* packets = stackalloc Mbuf[Chains];
        for (int i = 0; i < Chains * Segments; i++)
        {
            if (!pool.TryAllocate(out Mbuf segment) || !segment.TryAppend(1 + (i % 60), out _))
            {
                Operation.Fail("The pool is empty.");
            }
            if (i % Segments == 0)
            {
                packets[i / Segments] = segment;
            }
            else if (!packets[i / Segments].TryChain(segment))
            {
                Operation.Fail("The chain takes no more.");
            }
        }
        BenchmarkResult result = isSafe ? ChainWalkSafe(packets, count) : ChainWalkRaw((rte_mbuf**)packets, count);
        for (int i = 0; i < Chains; i++)
        {
            packets[i].Free();
        }
        return result;
    }

    private static BenchmarkResult ChainWalkRaw(rte_mbuf** packets, ulong count)
    {
        ulong sum = 0, start = rte_rdtsc();
        for (ulong i = 0; i < count; i++)
        {
            for (rte_mbuf* m = packets[i % Chains]; m != null; m = m->next)
            {
                sum += m->data_len;
            }
        }
        return Operation.End(start, count, sum);
    }

    private static BenchmarkResult ChainWalkSafe(Mbuf* packets, ulong count)
    {
        ulong sum = 0, start = EalClock.Cycles;
        for (ulong i = 0; i < count; i++)
        {
            foreach (Mbuf segment in packets[i % Chains].Segments)
            {
                sum += (uint)segment.DataLength;
            }
        }
        return Operation.End(start, count, sum);
    }
}
