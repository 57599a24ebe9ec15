using System.Runtime.CompilerServices;
using DpdkSharp.Headers;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Benchmarks.Worker.Forwarding;

/// <summary>A reflector's work: each packet goes back where it came from.</summary>
internal readonly unsafe struct RawMacSwap : IRawWork
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Process(rte_mbuf** packets, int count)
    {
        for (nuint i = 0; i < (nuint)count; i++)
        {
            rte_prefetch0(rte_pktmbuf_mtod(packets[i]));
        }
        for (nuint i = 0; i < (nuint)count; i++)
        {
            EthernetHeader* ethernet = rte_pktmbuf_mtod<EthernetHeader>(packets[i]);
            ethernet->SwapAddresses();
        }
        return count;
    }
}
