using DpdkSharp.Headers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DpdkSharp.Benchmarks.Worker.Setup;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Benchmarks.Worker.Forwarding;

/// <summary>l3fwd's work: IPv4 and IPv6 headers are checked, their destinations looked up, MAC addresses and TTL rewritten.</summary>
internal readonly unsafe struct RawL3 : IRawWork
{
    // Made once: stack memory would be cleared, and guarded, with each burst.
    private static readonly Scratch* s_scratch = (Scratch*)NativeMemory.AlignedAlloc((nuint)sizeof(Scratch), 64);

    private readonly MacTable _hops;
    private readonly rte_lpm* _lpm;
    private readonly rte_lpm6* _lpm6;
    private readonly Scratch* _scratch;

    private RawL3(rte_lpm* lpm, rte_lpm6* lpm6)
    {
        _hops = MacTable.Create();
        _scratch = s_scratch;
        _lpm = lpm;
        _lpm6 = lpm6;
    }

    public static RawL3 Create() => new(Tables.Lpm().Pointer, Tables.Lpm6().Pointer);

    public int Process(rte_mbuf** packets, int count)
    {
        uint* addresses4 = _scratch->Addresses4;
        uint* entries4 = _scratch->Entries4;
        var addresses6 = (rte_ipv6_addr*)_scratch->Addresses6;
        int* hops6 = _scratch->Hops6;
        ushort* index4 = _scratch->Index4;
        ushort* index6 = _scratch->Index6;
        var bad = (rte_mbuf**)_scratch->Bad;
        nuint count4 = 0, count6 = 0, badCount = 0;

        for (nuint i = 0; i < (nuint)count; i++)
        {
            rte_prefetch0(rte_pktmbuf_mtod(packets[i]));
        }
        for (nuint i = 0; i < (nuint)count; i++)
        {
            var ether = rte_pktmbuf_mtod<rte_ether_hdr>(packets[i]);
            if (ether->ether_type == RTE_BE16(RTE_ETHER_TYPE_IPV4))
            {
                var ip = (rte_ipv4_hdr*)(ether + 1);
                if (IsGood(packets[i], ip))
                {
                    addresses4[count4] = rte_be_to_cpu_32(ip->dst_addr);
                    index4[count4++] = (ushort)i;
                    continue;
                }
            }
            else if (ether->ether_type == RTE_BE16(RTE_ETHER_TYPE_IPV6))
            {
                var ip = (rte_ipv6_hdr*)(ether + 1);
                if (IsGood(packets[i], ip))
                {
                    addresses6[count6] = ip->dst_addr;
                    index6[count6++] = (ushort)i;
                    continue;
                }
            }
            bad[badCount++] = packets[i];
            packets[i] = null;
        }
        if (count4 > 0)
        {
            _ = rte_lpm_lookup_bulk(_lpm, addresses4, entries4, (uint)count4);
        }
        if (count6 > 0)
        {
            _ = rte_lpm6_lookup_bulk_func(_lpm6, addresses6, hops6, (uint)count6);
        }
        fixed (MacAddressPair* hops = &Unsafe.As<MacTable, MacAddressPair>(ref Unsafe.AsRef(in _hops)))
        {
            for (nuint i = 0; i < count4; i++)
            {
                rte_mbuf* packet = packets[index4[i]];
                var ether = rte_pktmbuf_mtod<rte_ether_hdr>(packet);
                var ip = (rte_ipv4_hdr*)(ether + 1);
                if ((entries4[i] & RTE_LPM_LOOKUP_SUCCESS) == 0)
                {
                    bad[badCount++] = packet;
                    packets[index4[i]] = null;
                    continue;
                }
                *(MacAddressPair*)ether = hops[entries4[i] & (Tables.NextHopCount - 1)];
                ip->time_to_live--;
                ip->hdr_checksum++;
            }
            for (nuint i = 0; i < count6; i++)
            {
                rte_mbuf* packet = packets[index6[i]];
                var ether = rte_pktmbuf_mtod<rte_ether_hdr>(packet);
                if (hops6[i] < 0)
                {
                    bad[badCount++] = packet;
                    packets[index6[i]] = null;
                    continue;
                }
                *(MacAddressPair*)ether = hops[hops6[i] & (Tables.NextHopCount - 1)];
                ((rte_ipv6_hdr*)(ether + 1))->hop_limits--;
            }
        }
        return badCount == 0 ? count : Drop(packets, count, bad, (uint)badCount);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsGood(rte_mbuf* packet, rte_ipv4_hdr* ip) =>
        packet->data_len >= sizeof(rte_ether_hdr) + sizeof(rte_ipv4_hdr) && ip->version_ihl >> 4 == 4 &&
        (ip->version_ihl & 0xf) >= 5 && rte_be_to_cpu_16(ip->total_length) >= sizeof(rte_ipv4_hdr);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsGood(rte_mbuf* packet, rte_ipv6_hdr* ip) =>
        packet->data_len >= sizeof(rte_ether_hdr) + sizeof(rte_ipv6_hdr) && *(byte*)ip >> 4 == 6;

    private static int Drop(rte_mbuf** packets, int count, rte_mbuf** bad, uint badCount)
    {
        rte_pktmbuf_free_bulk(bad, badCount);
        int sending = 0;
        for (int i = 0; i < count; i++)
        {
            if (packets[i] != null)
            {
                packets[sending++] = packets[i];
            }
        }
        return sending;
    }

    private struct Scratch
    {
        public fixed uint Addresses4[BenchmarkRequest.MaxBurst];
        public fixed uint Entries4[BenchmarkRequest.MaxBurst];
        public fixed ulong Addresses6[2 * BenchmarkRequest.MaxBurst];
        public fixed int Hops6[BenchmarkRequest.MaxBurst];
        public fixed ushort Index4[BenchmarkRequest.MaxBurst];
        public fixed ushort Index6[BenchmarkRequest.MaxBurst];
        public fixed ulong Bad[BenchmarkRequest.MaxBurst];
    }
}
