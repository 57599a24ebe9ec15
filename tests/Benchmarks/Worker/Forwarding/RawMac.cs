using DpdkSharp.Headers;
using System.Runtime.CompilerServices;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Benchmarks.Worker.Forwarding;

/// <summary>l2fwd's work: both MAC addresses anew.</summary>
internal readonly unsafe struct RawMac(MacAddressPair addresses) : IRawWork
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Process(rte_mbuf** packets, int count)
    {
        for (nuint i = 0; i < (nuint)count; i++)
        {
            rte_prefetch0(rte_pktmbuf_mtod(packets[i]));
        }
        MacAddressPair hop = addresses;
        for (nuint i = 0; i < (nuint)count; i++)
        {
            *rte_pktmbuf_mtod<MacAddressPair>(packets[i]) = hop;
        }
        return count;
    }
}
