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

    // Each loop is a method of its own: what it needs is then in registers, which a method that calls C code has few of.
    public int Process(rte_mbuf** packets, int count)
    {
        Scratch* scratch = _scratch;
        nuint badCount = Sort(packets, (nuint)count, scratch);
        fixed (MacAddressPair* hops = &Unsafe.As<MacTable, MacAddressPair>(ref Unsafe.AsRef(in _hops)))
        {
            if (scratch->Count4 > 0)
            {
                badCount = Rewrite4(packets, scratch, _lpm, hops, badCount);
            }
            if (scratch->Count6 > 0)
            {
                _ = rte_lpm6_lookup_bulk_func(_lpm6, (rte_ipv6_addr*)scratch->Addresses6, scratch->Hops6, (uint)scratch->Count6);
                badCount = Rewrite6(packets, scratch, hops, badCount);
            }
        }
        return badCount == 0 ? count : Drop(packets, count, (rte_mbuf**)scratch->Bad, (uint)badCount);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static nuint Sort(rte_mbuf** packets, nuint count, Scratch* scratch)
    {
        nuint count4 = 0, count6 = 0, badCount = 0;
        for (nuint i = 0; i < count; i++)
        {
            rte_prefetch0(rte_pktmbuf_mtod(packets[i]));
        }
        for (nuint i = 0; i < count; i++)
        {
            rte_mbuf* packet = packets[i];
            var ether = rte_pktmbuf_mtod<rte_ether_hdr>(packet);
            if (ether->ether_type == RTE_BE16(RTE_ETHER_TYPE_IPV4))
            {
                var ip = (rte_ipv4_hdr*)(ether + 1);
                if (IsGood(packet, ip))
                {
                    scratch->Addresses4[count4] = rte_be_to_cpu_32(ip->dst_addr);
                    scratch->Index4[count4++] = (ushort)i;
                    continue;
                }
            }
            else if (ether->ether_type == RTE_BE16(RTE_ETHER_TYPE_IPV6))
            {
                var ip = (rte_ipv6_hdr*)(ether + 1);
                if (IsGood(packet, ip))
                {
                    ((rte_ipv6_addr*)scratch->Addresses6)[count6] = ip->dst_addr;
                    scratch->Index6[count6++] = (ushort)i;
                    continue;
                }
            }
            scratch->Bad[badCount++] = (ulong)packet;
            packets[i] = null;
        }
        scratch->Count4 = count4;
        scratch->Count6 = count6;
        return badCount;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static nuint Rewrite4(rte_mbuf** packets, Scratch* scratch, rte_lpm* lpm, MacAddressPair* hops, nuint badCount)
    {
        nuint count = scratch->Count4;
        _ = rte_lpm_lookup_bulk(lpm, scratch->Addresses4, scratch->Entries4, (uint)count);
        for (nuint i = 0; i < count; i++)
        {
            rte_mbuf* packet = packets[scratch->Index4[i]];
            uint entry = scratch->Entries4[i];
            if ((entry & RTE_LPM_LOOKUP_SUCCESS) == 0)
            {
                scratch->Bad[badCount++] = (ulong)packet;
                packets[scratch->Index4[i]] = null;
                continue;
            }
            var ether = rte_pktmbuf_mtod<rte_ether_hdr>(packet);
            var ip = (rte_ipv4_hdr*)(ether + 1);
            *(MacAddressPair*)ether = hops[entry & (Tables.NextHopCount - 1)];
            ip->time_to_live--;
            ip->hdr_checksum++;
        }
        return badCount;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static nuint Rewrite6(rte_mbuf** packets, Scratch* scratch, MacAddressPair* hops, nuint badCount)
    {
        nuint count = scratch->Count6;
        for (nuint i = 0; i < count; i++)
        {
            rte_mbuf* packet = packets[scratch->Index6[i]];
            int hop = scratch->Hops6[i];
            if (hop < 0)
            {
                scratch->Bad[badCount++] = (ulong)packet;
                packets[scratch->Index6[i]] = null;
                continue;
            }
            var ether = rte_pktmbuf_mtod<rte_ether_hdr>(packet);
            *(MacAddressPair*)ether = hops[hop & (Tables.NextHopCount - 1)];
            ((rte_ipv6_hdr*)(ether + 1))->hop_limits--;
        }
        return badCount;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsGood(rte_mbuf* packet, rte_ipv4_hdr* ip) =>
        packet->data_len >= sizeof(rte_ether_hdr) + sizeof(rte_ipv4_hdr) && ip->version_ihl >> 4 == 4 &&
        (ip->version_ihl & 0xf) >= 5 && rte_be_to_cpu_16(ip->total_length) >= sizeof(rte_ipv4_hdr);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsGood(rte_mbuf* packet, rte_ipv6_hdr* ip) =>
        packet->data_len >= sizeof(rte_ether_hdr) + sizeof(rte_ipv6_hdr) && *(byte*)ip >> 4 == 6;

    [MethodImpl(MethodImplOptions.NoInlining)]
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
        public nuint Count4;
        public nuint Count6;
        public fixed uint Addresses4[BenchmarkRequest.MaxBurst];
        public fixed uint Entries4[BenchmarkRequest.MaxBurst];
        public fixed ulong Addresses6[2 * BenchmarkRequest.MaxBurst];
        public fixed int Hops6[BenchmarkRequest.MaxBurst];
        public fixed ushort Index4[BenchmarkRequest.MaxBurst];
        public fixed ushort Index6[BenchmarkRequest.MaxBurst];
        public fixed ulong Bad[BenchmarkRequest.MaxBurst];
    }
}
