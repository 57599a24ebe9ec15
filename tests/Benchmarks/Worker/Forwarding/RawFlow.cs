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

    [SkipLocalsInit]
    public int Process(rte_mbuf** packets, int count)
    {
        const int Max = BenchmarkRequest.MaxBurst;
        FlowKey* keys = stackalloc FlowKey[Max];
        void** pointers = stackalloc void*[Max];
        int* positions = stackalloc int[Max];
        nuint sending = 0;

        for (nuint i = 0; i < (nuint)count; i++)
        {
            rte_prefetch0(rte_pktmbuf_mtod(packets[i]));
        }
        for (nuint i = 0; i < (nuint)count; i++)
        {
            var ip = (rte_ipv4_hdr*)(rte_pktmbuf_mtod<rte_ether_hdr>(packets[i]) + 1);
            var udp = (rte_udp_hdr*)(ip + 1);
            keys[i] = new FlowKey(ip->src_addr, ip->dst_addr, udp->src_port, udp->dst_port, ip->next_proto_id);
            pointers[i] = &keys[i];
        }
        for (int i = 0; i < count; i += RTE_HASH_LOOKUP_BULK_MAX)
        {
            _ = rte_hash_lookup_bulk(_flows, pointers + i, (uint)Math.Min(count - i, RTE_HASH_LOOKUP_BULK_MAX), positions + i);
        }
        fixed (MacAddressPair* hops = &Unsafe.As<MacTable, MacAddressPair>(ref Unsafe.AsRef(in _hops)))
        {
            for (nuint i = 0; i < (nuint)count; i++)
            {
                rte_mbuf* packet = packets[i];
                if (positions[i] < 0)
                {
                    rte_pktmbuf_free(packet);
                    continue;
                }
                *rte_pktmbuf_mtod<MacAddressPair>(packet) = hops[positions[i] & (Tables.NextHopCount - 1)];
                packets[sending++] = packet;
            }
        }
        return (int)sending;
    }
}
