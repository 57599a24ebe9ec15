using DpdkSharp.Headers;
using DpdkSharp.Interop;
using DpdkSharp.Benchmarks.Worker.Setup;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Benchmarks.Worker.Operations;

/// <summary>The internet checksum: of bytes, of IPv4 headers, of UDP packets.</summary>
internal static unsafe class ChecksumOperations
{
    private static readonly byte* Headers = MakeHeaders();
    private static readonly byte* Packet = MakePacket();

    public static IReadOnlyList<Benchmark> All { get; } =
    [
        new("checksum-raw", static r => r.IsSafe ? BytesSafe(Operation.Input, r.Size, r.Count) : Bytes(Operation.Input, (nuint)r.Size, r.Count)),
        new("checksum-ipv4", static r => r.IsSafe ? Ipv4Safe(Headers, r.Count) : Ipv4(Headers, r.Count)),
        new("checksum-udp", Udp),
    ];

    private static BenchmarkResult Bytes(byte* input, nuint size, ulong count)
    {
        ulong sum = 0, start = rte_rdtsc();
        for (ulong i = 0; i < count; i++)
        {
            sum += rte_raw_cksum(Operation.InputAt(input, i), size);
        }
        return Operation.End(start, count, sum);
    }

    private static BenchmarkResult BytesSafe(byte* input, int size, ulong count)
    {
        ulong sum = 0, start = EalClock.Cycles;
        for (ulong i = 0; i < count; i++)
        {
            // Complemented and in the processor's order, as a header's property wants it.
            ushort checksum = InternetChecksum.Compute(new ReadOnlySpan<byte>(Operation.InputAt(input, i), size));
            sum += rte_cpu_to_be_16((ushort)~checksum);
        }
        return Operation.End(start, count, sum);
    }

    private static BenchmarkResult Ipv4(byte* headers, ulong count)
    {
        ulong sum = 0, start = rte_rdtsc();
        for (ulong i = 0; i < count; i++)
        {
            sum += rte_ipv4_cksum((rte_ipv4_hdr*)Operation.InputAt(headers, i));
        }
        return Operation.End(start, count, sum);
    }

    private static BenchmarkResult Ipv4Safe(byte* headers, ulong count)
    {
        ulong sum = 0, start = EalClock.Cycles;
        for (ulong i = 0; i < count; i++)
        {
            sum += rte_cpu_to_be_16(((Ipv4Header*)Operation.InputAt(headers, i))->ComputeChecksum());
        }
        return Operation.End(start, count, sum);
    }

    // Of a whole packet of "size" bytes, IPv4 header included.
    private static BenchmarkResult Udp(BenchmarkRequest request)
    {
        ((rte_ipv4_hdr*)Packet)->total_length = rte_cpu_to_be_16((ushort)request.Size);
        return request.IsSafe ? UdpSafe((Ipv4Header*)Packet, request.Count) : UdpRaw((rte_ipv4_hdr*)Packet, request.Count);
    }

    private static BenchmarkResult UdpRaw(rte_ipv4_hdr* ip, ulong count)
    {
        var udp = (rte_udp_hdr*)(ip + 1);
        ulong sum = 0, start = rte_rdtsc();
        for (ulong i = 0; i < count; i++)
        {
            udp->src_port = (ushort)i;
            udp->dgram_cksum = 0;
            sum += rte_ipv4_udptcp_cksum(ip, udp);
        }
        return Operation.End(start, count, sum);
    }

    private static BenchmarkResult UdpSafe(Ipv4Header* ip, ulong count)
    {
        var udp = (UdpHeader*)(ip + 1);
        ulong sum = 0, start = EalClock.Cycles;
        for (ulong i = 0; i < count; i++)
        {
            udp->SourcePort = rte_cpu_to_be_16((ushort)i);
            udp->Checksum = 0;
            var segment = new ReadOnlySpan<byte>(udp, ip->TotalLength - ip->HeaderLength);
            sum += rte_cpu_to_be_16(TransportChecksum.Compute(ip->Source, ip->Destination, ip->Protocol, segment));
        }
        return Operation.End(start, count, sum);
    }

    private static byte* MakeHeaders()
    {
        byte* headers = CopyInput();
        for (ulong i = 0; i < Operation.InputCount; i++)
        {
            var ip = (rte_ipv4_hdr*)Operation.InputAt(headers, i);
            ip->version_ihl = RTE_IPV4_VHL_DEF;
            ip->hdr_checksum = 0;
        }
        return headers;
    }

    private static byte* MakePacket()
    {
        byte* packet = CopyInput();
        ((rte_ipv4_hdr*)packet)->version_ihl = RTE_IPV4_VHL_DEF;
        ((rte_ipv4_hdr*)packet)->next_proto_id = Tables.IPPROTO_UDP;
        return packet;
    }

    private static byte* CopyInput()
    {
        byte* copy = Operation.AllocateInput();
        new ReadOnlySpan<byte>(Operation.Input, Operation.InputBytes).CopyTo(new Span<byte>(copy, Operation.InputBytes));
        return copy;
    }
}
