using System.Reflection;
using System.Runtime.InteropServices;
using DpdkSharp.Interop.Tests.Inline;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Shim;

/// <summary>
/// Functions of memory pools and mbufs: C# against the shim, on a real pool, with packets of one and more segments, direct and indirect ones,
/// external buffers, any reference count; on an lcore, whose cache is used, and on a thread that is none.
/// </summary>
public sealed unsafe class PoolFunctionTests : IDisposable
{
    private const int Cases = 10_000;
    private const int Mbufs = 47;
    private const ushort Room = 256;
    private const ushort PrivateSize = 24;
    private const int SlotSize = 1024;
    private const int Slots = 8;

    private static readonly string[] s_prefixes = ["rte_mbuf_", "rte_pktmbuf_", "__rte_pktmbuf_", "__rte_mbuf_", "rte_mempool_", "rte_validate_tx_offload", "rte_vlan_", "rte_raw_cksum_mbuf"];

    /// <summary>In the names of functions that work on what a caller has.</summary>
    private static readonly string[] s_ofTaken = ["put", "enqueue", "free", "reset"];

    private readonly EalFixture _eal;
    private readonly byte* _scratch = (byte*)NativeMemory.AlignedAlloc(Slots * SlotSize, 64);
    private readonly Memory _pristine = new();
    private readonly Memory _memory = new();
    private rte_mempool* _pool;

    public PoolFunctionTests(EalFixture eal)
    {
        _eal = eal;
        eal.Run(() =>
        {
            _pool = rte_pktmbuf_pool_create(EalFixture.UniqueName("compare"), Mbufs, 8, PrivateSize, Room, -1);
            Assert.True(_pool != null);
            Fill();
        });
        foreach (Memory memory in (Memory[])[_pristine, _memory])
        {
            memory.AddPool(_pool);
            memory.Add(_scratch, Slots * SlotSize);
        }
        _pristine.Save();
    }

    public static IEnumerable<TheoryDataRow<string, bool>> Names =>
        FunctionPair.Of(TakesObjects).SelectMany(static f => (TheoryDataRow<string, bool>[])[new(f.Name, true), new(f.Name, false)]);

    public void Dispose()
    {
        _pristine.Restore();
        _eal.Run(() => rte_mempool_free(_pool));
        NativeMemory.AlignedFree(_scratch);
    }

    internal static bool TakesObjects(FunctionPair function) =>
        !Uncompared.Covers(function.Name)
        && !PlainFunctionTests.IsPlain(function)
        && (Array.Exists(s_prefixes, p => function.Name.StartsWith(p, StringComparison.Ordinal)) || function.Name.Contains("_cksum_mbuf", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Names), DisableDiscoveryEnumeration = true)]
    public void The_function_equals_c(string name, bool lcore)
    {
        FunctionPair function = FunctionPair.All.First(f => f.Name == name);
        if (lcore)
        {
            _eal.Run(() => Compare(function, lcore));
        }
        else
        {
            Compare(function, lcore);
        }
    }

    private void Compare(FunctionPair function, bool lcore)
    {
        int seed = Environment.TickCount;
        var random = new Random(seed);
        var arguments = new object?[function.Parameters.Length];
        void** taken = stackalloc void*[Mbufs];
        for (int i = 0; i < Cases; i++)
        {
            _pristine.Restore();
            Memory.Fill(_scratch, Slots * SlotSize, random);
            // Some of the pool is out already; what is left may be less than what is asked for.
            int count = random.Next(1, 12);
            Assert.Equal(0, DpdkShim.rte_mempool_generic_get(_pool, taken, (uint)count, lcore ? DpdkShim.rte_mempool_default_cache(_pool, rte_lcore_id()) : null));
            rte_mbuf* first = Packet(function.Name, random);
            rte_mbuf* second = Packet(function.Name == "rte_pktmbuf_chain" ? function.Name : "fresh", random);
            int mbufs = 0;
            for (int p = 0; p < arguments.Length; p++)
            {
                Type type = function.Parameters[p].ParameterType;
                arguments[p] = type == typeof(rte_mbuf*)
                    ? Pointer.Box(Mbuf(function.Name, mbufs++, first, second), type)
                    : Argument(function, function.Parameters[p], p, first, new Span<nint>(taken, count), lcore, random);
            }

            string? difference = function.Compare(_memory, arguments);

            Assert.True(difference is null, $"{difference} (seed {seed}, case {i})");
        }
    }

    // Attaching takes a fresh packet first and the one to attach to second; all others take them the other way round.
    private static rte_mbuf* Mbuf(string function, int position, rte_mbuf* first, rte_mbuf* second) =>
        (position == 0) == (function is "rte_pktmbuf_attach" or "rte_pktmbuf_attach_extbuf" or "rte_mbuf_raw_free") ? second : first;

    private object Argument(FunctionPair function, ParameterInfo parameter, int position, rte_mbuf* packet, Span<nint> taken, bool lcore, Random random)
    {
        Type type = parameter.ParameterType;
        byte* slot = _scratch + (position * SlotSize);
        if (type == typeof(rte_mempool*))
        {
            return Pointer.Box(_pool, type);
        }
        if (type == typeof(rte_mempool_cache*))
        {
            return Pointer.Box(lcore && random.Next(2) == 0 ? DpdkShim.rte_mempool_default_cache(_pool, rte_lcore_id()) : null, type);
        }
        if (type == typeof(rte_mbuf_ext_shared_info*))
        {
            return Pointer.Box(SharedInfo(slot, random), type);
        }
        if (type == typeof(rte_mbuf**))
        {
            if (function.Name.EndsWith("_bulk", StringComparison.Ordinal))
            {
                taken.CopyTo(new Span<nint>(slot, SlotSize / sizeof(nint)));
            }
            else
            {
                *(rte_mbuf**)slot = packet;
            }

            return Pointer.Box(slot, type);
        }
        if (type == typeof(void**))
        {
            taken.CopyTo(new Span<nint>(slot, SlotSize / sizeof(nint)));
            return Pointer.Box(slot, type);
        }
        if (type.IsFunctionPointer)
        {
            return (nint)(delegate* unmanaged<void*, void*, void>)&Freed;
        }
        if (parameter.Name is "obj" or "elt")
        {
            return Pointer.Box(packet, type);
        }
        if (type.IsPointer)
        {
            if (parameter.Name == "buf_len")
            {
                *(ushort*)slot = (ushort)random.Next(SlotSize);
            }
            return Pointer.Box(slot, type);
        }
        uint number = (uint)(random.Next() >> random.Next(31));
        return parameter.Name switch
        {
            // What is given back or reset is what was taken; what is asked for may be more than there is.
            "n" or "count" when Array.Exists(s_ofTaken, w => function.Name.Contains(w, StringComparison.Ordinal)) => (uint)random.Next(taken.Length + 1),
            "n" or "count" => (uint)random.Next(Mbufs + 2),
            "lcore_id" => random.Next(2) == 0 ? 0u : LCORE_ID_ANY,
            "ops_index" => _pool->ops_index,
            // A length in a 16-bit field may be any; others stay inside the memory they name. Of nothing to read C does not say where it is.
            "len" when type == typeof(uint) => 1 + (number % 300),
            // Even: see Segment.
            "off" => number % 600 & ~1U,
            "l4_off" => (ushort)(number % 40 & ~1U),
            _ when type == typeof(ushort) => (ushort)(number % 300),
            _ when type == typeof(short) => (short)random.Next(-2, 4),
            _ when type == typeof(byte) => (byte)number,
            _ when type == typeof(int) => (int)number,
            _ when type == typeof(ulong) => (ulong)random.NextInt64(),
            _ when type.IsEnum => Enum.ToObject(type, number % 4),
            _ => number,
        };
    }

    /// <summary>A packet as some function may be given it.</summary>
    private rte_mbuf* Packet(string function, Random random)
    {
        rte_mbuf* head = Segment(random);
        bool external = function is "__rte_pktmbuf_free_extbuf" or "__rte_pktmbuf_pinned_extbuf_decref";
        bool indirect = function == "__rte_pktmbuf_free_direct" || (function == "rte_pktmbuf_detach" && random.Next(2) == 0);
        bool any = function != "fresh" && !external && !indirect && function != "rte_pktmbuf_detach" && function != "rte_pktmbuf_reset_headroom";
        if (external || (function == "rte_pktmbuf_detach" && !indirect) || (any && random.Next(4) == 0))
        {
            byte* buffer = _scratch + (6 * SlotSize);
            DpdkShim.rte_pktmbuf_attach_extbuf(head, buffer, 0x1000, SlotSize, SharedInfo(_scratch + (7 * SlotSize), random));
            (head->data_off, head->data_len) = ((ushort)random.Next(128), (ushort)(2 * random.Next(200)));
        }
        else if (indirect || (any && random.Next(4) == 0))
        {
            rte_mbuf* direct = Segment(random);
            DpdkShim.rte_pktmbuf_attach(head, direct);
            if (random.Next(2) == 0)
            {
                // The clone alone holds it.
                DpdkShim.rte_pktmbuf_free(direct);
            }
        }
        int segments = any ? random.Next(4) : 0;
        head->pkt_len = head->data_len;
        rte_mbuf* last = head;
        for (int i = 0; i < segments; i++)
        {
            last = last->next = Segment(random);
            head->nb_segs++;
            head->pkt_len += last->data_len;
        }
        if (any)
        {
            head->refcnt = (ushort)(1 + (random.Next(3) / 2));
            head->ol_flags |= (ulong)random.NextInt64() & ~(RTE_MBUF_F_INDIRECT | RTE_MBUF_F_EXTERNAL);
            head->tx_offload = (ulong)random.NextInt64() >> random.Next(63);
            head->vlan_tci = (ushort)random.Next();
            head->hash.rss = (uint)random.Next();
        }
        return head;
    }

    private rte_mbuf* Segment(Random random)
    {
        void* taken;
        Assert.Equal(0, DpdkShim.rte_mempool_generic_get(_pool, &taken, 1, null));
        var segment = (rte_mbuf*)taken;
        DpdkShim.rte_pktmbuf_reset(segment);
        segment->data_off = (ushort)random.Next(Room / 2);
        // Even, so that sums over segments mean the same on both sides: 22.11 is wrong behind an odd one.
        segment->data_len = (ushort)(2 * random.Next((Room - segment->data_off) / 2));
        segment->pkt_len = segment->data_len;
        segment->port = (ushort)random.Next();
        return segment;
    }

    private static rte_mbuf_ext_shared_info* SharedInfo(byte* place, Random random)
    {
        var shared = (rte_mbuf_ext_shared_info*)place;
        shared->free_cb = &Freed;
        shared->fcb_opaque = null;
        DpdkShim.rte_mbuf_ext_refcnt_set(shared, (ushort)(1 + random.Next(2)));
        return shared;
    }

    private void Fill()
    {
        rte_mbuf** all = stackalloc rte_mbuf*[Mbufs];
        Assert.Equal(0, rte_pktmbuf_alloc_bulk(_pool, all, Mbufs));
        for (int i = 0; i < Mbufs; i++)
        {
            Memory.Fill(all[i]->buf_addr, Room, new Random(i));
            rte_pktmbuf_free(all[i]);
        }
        // For threads that have no cache.
        rte_mempool_cache_flush(rte_mempool_default_cache(_pool, rte_lcore_id()), _pool);
    }

    [UnmanagedCallersOnly]
    private static void Freed(void* buffer, void* opaque)
    {
    }
}
