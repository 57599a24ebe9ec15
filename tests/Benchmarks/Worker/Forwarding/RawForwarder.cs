using System.Runtime.CompilerServices;
using DpdkSharp.Benchmarks.Worker.Setup;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Benchmarks.Worker.Forwarding;

/// <summary>Receive, work on the packets, transmit: on one port, on one lcore. The loop is compiled anew for each kind of work.</summary>
internal static unsafe class RawForwarder
{
    public static BenchmarkResult Run<TWork>(BenchmarkRequest request, TWork work)
        where TWork : struct, IRawWork
    {
        EthDev device = request.Ports.Open(request);
        request.Ports.Load(device, request);
        ulong start = rte_rdtsc();
        (ulong received, ulong dropped) = Forward((ushort)device.PortId, (ushort)request.Burst, request.Count, work);
        ulong cycles = rte_rdtsc() - start;
        (int left, ulong check) = Ports.Unload(device, request);
        return new BenchmarkResult(received, cycles, check + (dropped << 32) + ((ulong)left << 48));
    }

    private static (ulong Received, ulong Dropped) Forward<TWork>(ushort port, ushort burst, ulong count, TWork work)
        where TWork : struct, IRawWork
    {
        rte_mbuf** packets = stackalloc rte_mbuf*[BenchmarkRequest.MaxBurst];
        ulong received = 0;
        ulong dropped = 0;
        while (received < count)
        {
            ushort got = rte_eth_rx_burst(port, 0, packets, burst);
            if (got == 0)
            {
                continue;
            }
            received += got;
            int sending = work.Process(packets, got);
            ushort sent = rte_eth_tx_burst(port, 0, packets, (ushort)sending);
            if (sent < got)
            {
                dropped += (ulong)(got - sent);
                Drop(packets + sent, sending - sent);
            }
        }
        return (received, dropped);
    }

    // A method of its own: it hardly ever happens, and must not take registers from the loop.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop(rte_mbuf** packets, int count) => rte_pktmbuf_free_bulk(packets, (uint)count);
}
