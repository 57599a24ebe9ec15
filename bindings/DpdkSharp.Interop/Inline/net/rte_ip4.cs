using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// In 22.11 these are in rte_ip.h.
public static unsafe partial class Dpdk
{
    private const ulong SegmentationFlags = RTE_MBUF_F_TX_TCP_SEG | RTE_MBUF_F_TX_UDP_SEG;
    private const byte ProtocolUdp = 17;

    /// <summary>The address a.b.c.d in host order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint RTE_IPV4(byte a, byte b, byte c, byte d) => ((uint)a << 24) | ((uint)b << 16) | ((uint)c << 8) | d;

    /// <summary>Whether the address, in host order, is a multicast one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool RTE_IS_IPV4_MCAST(uint x) => x >> 28 == 0xe;

    /// <summary>Bytes of the header, options included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte rte_ipv4_hdr_len(rte_ipv4_hdr* ipv4_hdr) => (byte)((*(byte*)ipv4_hdr & 0x0f) * 4);

    /// <summary>The header's checksum; its checksum field has to be zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_ipv4_cksum(rte_ipv4_hdr* ipv4_hdr) =>
        unchecked((ushort)~rte_raw_cksum(ipv4_hdr, rte_ipv4_hdr_len(ipv4_hdr)));

    /// <summary>The checksum of a header without options, whatever its checksum field holds.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_ipv4_cksum_simple(rte_ipv4_hdr* ipv4_hdr)
    {
        uint* words = (uint*)ipv4_hdr;
        ulong sum = (ulong)words[0] + words[1] + ((ushort*)ipv4_hdr)[4] + words[3] + words[4];
        return unchecked((ushort)~Checksum.Fold(sum));
    }

    /// <summary>
    /// The sum of the pseudo header, for the checksum field of a packet whose L4 checksum the device finishes. Its length is left out
    /// for packets that the device segments, of TCP and of UDP (22.11's C knows TCP only).
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_ipv4_phdr_cksum(rte_ipv4_hdr* ipv4_hdr, ulong ol_flags)
    {
        ulong sum = (ulong)ipv4_hdr->src_addr + ipv4_hdr->dst_addr + rte_cpu_to_be_16(ipv4_hdr->next_proto_id);
        if ((ol_flags & SegmentationFlags) == 0)
        {
            sum += rte_cpu_to_be_16(unchecked((ushort)(rte_be_to_cpu_16(ipv4_hdr->total_length) - rte_ipv4_hdr_len(ipv4_hdr))));
        }

        return Checksum.Fold(sum);
    }

    private static ushort Ipv4L4Sum(rte_ipv4_hdr* ipv4_hdr, void* l4_hdr)
    {
        uint headerLength = rte_ipv4_hdr_len(ipv4_hdr);
        uint totalLength = rte_be_to_cpu_16(ipv4_hdr->total_length);
        if (totalLength < headerLength)
        {
            return 0;
        }

        uint sum = (uint)rte_raw_cksum(l4_hdr, totalLength - headerLength) + rte_ipv4_phdr_cksum(ipv4_hdr, 0);
        return (ushort)((sum >> 16) + sum);
    }

    private static ushort Ipv4L4SumOfMbuf(rte_mbuf* m, rte_ipv4_hdr* ipv4_hdr, ushort l4_off)
    {
        ushort part;
        ushort length = unchecked((ushort)(rte_be_to_cpu_16(ipv4_hdr->total_length) - rte_ipv4_hdr_len(ipv4_hdr)));
        if (l4_off > m->pkt_len || rte_raw_cksum_mbuf(m, l4_off, length, &part) != 0)
        {
            return 0;
        }

        uint sum = (uint)part + rte_ipv4_phdr_cksum(ipv4_hdr, 0);
        return (ushort)((sum >> 16) + sum);
    }

    // In UDP zero means no checksum, so a checksum that comes out as zero is sent as its other form.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ushort FinishL4Checksum(ushort sum, byte protocol)
    {
        ushort checksum = unchecked((ushort)~sum);
        return checksum == 0 && protocol == ProtocolUdp ? ushort.MaxValue : checksum;
    }

    /// <summary>The UDP or TCP checksum of an IPv4 packet in one piece; its checksum field has to be zero.</summary>
    public static ushort rte_ipv4_udptcp_cksum(rte_ipv4_hdr* ipv4_hdr, void* l4_hdr) =>
        FinishL4Checksum(Ipv4L4Sum(ipv4_hdr, l4_hdr), ipv4_hdr->next_proto_id);

    /// <summary>The UDP or TCP checksum of an IPv4 packet in segments; its checksum field has to be zero.</summary>
    public static ushort rte_ipv4_udptcp_cksum_mbuf(rte_mbuf* m, rte_ipv4_hdr* ipv4_hdr, ushort l4_off) =>
        FinishL4Checksum(Ipv4L4SumOfMbuf(m, ipv4_hdr, l4_off), ipv4_hdr->next_proto_id);

    /// <summary>0 when the packet's UDP or TCP checksum is right, else -1. A UDP packet without one counts as wrong.</summary>
    public static int rte_ipv4_udptcp_cksum_verify(rte_ipv4_hdr* ipv4_hdr, void* l4_hdr) =>
        Ipv4L4Sum(ipv4_hdr, l4_hdr) == ushort.MaxValue ? 0 : -1;

    /// <inheritdoc cref="rte_ipv4_udptcp_cksum_verify"/>
    public static int rte_ipv4_udptcp_cksum_mbuf_verify(rte_mbuf* m, rte_ipv4_hdr* ipv4_hdr, ushort l4_off) =>
        Ipv4L4SumOfMbuf(m, ipv4_hdr, l4_off) == ushort.MaxValue ? 0 : -1;
}
