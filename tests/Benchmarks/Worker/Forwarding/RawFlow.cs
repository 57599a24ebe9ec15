using DpdkSharp.Headers;
using System.Runtime.CompilerServices;
using DpdkSharp.Benchmarks.Worker.Setup;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Benchmarks.Worker.Forwarding;

/// <summary>An exact match of the five-tuple.</summary>
internal readonly unsafe struct RawFlow : IRawWork
{
    private readonly MacTable _hops;
    private readonly rte_hash* _flows;

    private RawFlow(rte_hash* flows)
    {
        _hops = MacTable.Create();
        _flows = flows;
    }

    public static RawFlow Create(int flows) => new(Tables.Flows(flows).Pointer);

    // Each loop is a method of its own: what it needs is then in registers, which a method that calls C code has few of.
    [SkipLocalsInit]
    public int Process(rte_mbuf** packets, int count)
    {
        const int Max = BenchmarkRequest.MaxBurst;
        FlowKey* keys = stackalloc FlowKey[Max];
        void** pointers = stackalloc void*[Max];
        int* positions = stackalloc int[Max];
        ReadKeys(packets, (nuint)count, keys, pointers);
        for (int i = 0; i < count; i += RTE_HASH_LOOKUP_BULK_MAX)
        {
            _ = rte_hash_lookup_bulk(_flows, pointers + i, (uint)Math.Min(count - i, RTE_HASH_LOOKUP_BULK_MAX), positions + i);
        }
        fixed (MacAddressPair* hops = &Unsafe.As<MacTable, MacAddressPair>(ref Unsafe.AsRef(in _hops)))
        {
            return (int)Rewrite(packets, (nuint)count, positions, hops);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ReadKeys(rte_mbuf** packets, nuint count, FlowKey* keys, void** pointers)
    {
        for (nuint i = 0; i < count; i++)
        {
            rte_prefetch0(rte_pktmbuf_mtod(packets[i]));
        }
        for (nuint i = 0; i < count; i++)
        {
            var ip = (rte_ipv4_hdr*)(rte_pktmbuf_mtod<rte_ether_hdr>(packets[i]) + 1);
            keys[i] = FlowKey.Of(*(ulong*)&ip->src_addr, *(uint*)(ip + 1), ip->next_proto_id);
            pointers[i] = &keys[i];
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static nuint Rewrite(rte_mbuf** packets, nuint count, int* positions, MacAddressPair* hops)
    {
        nuint sending = 0;
        for (nuint i = 0; i < count; i++)
        {
            rte_mbuf* packet = packets[i];
            if (positions[i] < 0)
            {
                Drop(packet);
                continue;
            }
            *rte_pktmbuf_mtod<MacAddressPair>(packet) = hops[positions[i] & (Tables.NextHopCount - 1)];
            packets[sending++] = packet;
        }
        return sending;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop(rte_mbuf* packet) => rte_pktmbuf_free(packet);
}
