using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DpdkSharp.Benchmarks.Worker.Forwarding;
using DpdkSharp.Benchmarks.Worker.Setup;
using DpdkSharp.Headers;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Benchmarks.Worker.Classifying;

/// <summary>Forwarding by rules, which are machine code.</summary>
internal readonly unsafe struct RawClassify : IRawWork
{
    private const nuint Lanes = RuleCompiler.Lanes;
    private const nuint Columns = RuleCompiler.Columns;

    // Columns and results of the largest burst.
    private static readonly uint* s_columns = (uint*)NativeMemory.AlignedAlloc(BenchmarkRequest.MaxBurst * RuleCompiler.Columns * sizeof(uint), 64);
    private static readonly uint* s_results = (uint*)NativeMemory.AlignedAlloc(BenchmarkRequest.MaxBurst * sizeof(uint), 64);
    private static readonly RuleCompiler.Matcher s_match = RuleCompiler.Compile(RuleTable.Rules);

    private readonly MacTable _hops;
    private readonly uint* _columns;
    private readonly uint* _results;
    private readonly RuleCompiler.Matcher _match;

    private RawClassify(RuleCompiler.Matcher match)
    {
        _hops = MacTable.Create();
        _columns = s_columns;
        _results = s_results;
        _match = match;
    }

    public static RawClassify Create() => new(s_match);

    public int Process(rte_mbuf** packets, int count)
    {
        for (nuint i = 0; i < (nuint)count; i++)
        {
            rte_prefetch0(rte_pktmbuf_mtod(packets[i]));
        }
        for (nuint i = 0; i < (nuint)count; i++)
        {
            var ip = (rte_ipv4_hdr*)(rte_pktmbuf_mtod<rte_ether_hdr>(packets[i]) + 1);
            uint* columns = _columns + (i / Lanes * Lanes * Columns) + (i % Lanes);
            columns[0] = rte_be_to_cpu_32(ip->src_addr);
            columns[Lanes] = rte_be_to_cpu_32(ip->dst_addr);
            columns[2 * Lanes] = rte_be_to_cpu_16(((rte_udp_hdr*)(ip + 1))->dst_port);
            columns[3 * Lanes] = ip->next_proto_id;
        }
        for (int block = 0; block < count; block += (int)Lanes)
        {
            _match(ref _columns[block * (int)Columns]).Store(_results + block);
        }
        fixed (MacAddressPair* hops = &Unsafe.As<MacTable, MacAddressPair>(ref Unsafe.AsRef(in _hops)))
        {
            for (nuint i = 0; i < (nuint)count; i++)
            {
                *rte_pktmbuf_mtod<MacAddressPair>(packets[i]) = hops[_results[i] & (Tables.NextHopCount - 1)];
            }
        }
        return count;
    }
}
