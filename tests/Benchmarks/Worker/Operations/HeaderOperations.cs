using System.Runtime.CompilerServices;
using DpdkSharp.Benchmarks.Worker.Setup;
using DpdkSharp.Headers;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Benchmarks.Worker.Operations;

/// <summary>From Ethernet over IPv4 to UDP, each length checked.</summary>
internal static unsafe class HeaderOperations
{
    private const int Frame = 64;
    private const int Packets = 64;

    public static IReadOnlyList<Benchmark> All { get; } = [new("parse-udp", Run)];

    private static BenchmarkResult Run(BenchmarkRequest request)
    {
        Span<Mbuf> storage = stackalloc Mbuf[PacketBurst.StorageFor(Packets)];
        using var burst = new PacketBurst(storage);
        if (!request.Ports.Pool(Frame).TryAllocate(burst, Packets))
        {
            Operation.Fail("The pool is empty.");
        }
        Traffic.Fill(burst, Frame, "flows");
        fixed (Mbuf* packets = burst.Packets)
        {
            return request.IsSafe ? LoopSafe(packets, request.Count) : LoopRaw((rte_mbuf**)packets, request.Count);
        }
    }

    private static BenchmarkResult LoopRaw(rte_mbuf** packets, ulong count)
    {
        ulong sum = 0, start = rte_rdtsc();
        for (ulong i = 0; i < count; i++)
        {
            sum += Parse(packets[i % Packets]);
        }
        return Operation.End(start, count, sum);
    }

    private static BenchmarkResult LoopSafe(Mbuf* packets, ulong count)
    {
        ulong sum = 0, start = EalClock.Cycles;
        for (ulong i = 0; i < count; i++)
        {
            sum += ParseSafe(packets[i % Packets]);
        }
        return Operation.End(start, count, sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Parse(rte_mbuf* packet)
    {
        var ether = rte_pktmbuf_mtod<rte_ether_hdr>(packet);
        var ip = (rte_ipv4_hdr*)(ether + 1);
        uint length = packet->data_len;
        if (length < sizeof(rte_ether_hdr) + sizeof(rte_ipv4_hdr) || ether->ether_type != RTE_BE16(RTE_ETHER_TYPE_IPV4))
        {
            return 0;
        }
        uint ipLength = rte_ipv4_hdr_len(ip);
        if (ip->version_ihl >> 4 != 4 || ipLength < sizeof(rte_ipv4_hdr) || ip->next_proto_id != Tables.IPPROTO_UDP ||
            length < sizeof(rte_ether_hdr) + ipLength + sizeof(rte_udp_hdr))
        {
            return 0;
        }
        var udp = (rte_udp_hdr*)((byte*)ip + ipLength);
        return (ulong)rte_be_to_cpu_32(ip->src_addr) + rte_be_to_cpu_32(ip->dst_addr) + rte_be_to_cpu_16(udp->src_port) +
            rte_be_to_cpu_16(udp->dst_port);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong ParseSafe(Mbuf packet)
    {
        if (!packet.TryGetHeader(0, out HeaderRef<EthernetHeader> ether) || ether.Value.EtherType != EtherType.Ipv4 ||
            !packet.TryGetHeader(EthernetHeader.Size, out HeaderRef<Ipv4Header> ip) || ip.Value.Version != 4 ||
            !ip.Value.TryGetHeaderLength(out int length) || ip.Value.Protocol != IpProtocol.Udp ||
            !packet.TryGetHeader(EthernetHeader.Size + length, out HeaderRef<UdpHeader> udp))
        {
            return 0;
        }
        return (ulong)ip.Value.Source.Value + ip.Value.Destination.Value + udp.Value.SourcePort + udp.Value.DestinationPort;
    }
}
