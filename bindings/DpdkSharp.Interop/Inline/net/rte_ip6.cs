using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// In 22.11 these are in rte_ip.h, and an address is an array where it is a record later; so addresses are read by their place.
public static unsafe partial class Dpdk
{
    /// <summary>0, or -EINVAL when the version is not 6.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_ipv6_check_version(rte_ipv6_hdr* ip) => (*(byte*)ip & 0xf0) == 0x60 ? 0 : -Errno.EINVAL;

    /// <inheritdoc cref="rte_ipv4_phdr_cksum"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_ipv6_phdr_cksum(rte_ipv6_hdr* ipv6_hdr, ulong ol_flags)
    {
        ulong sum = Checksum.Sum(in *((byte*)ipv6_hdr + 8), 32) + rte_cpu_to_be_16(ipv6_hdr->proto);
        if ((ol_flags & SegmentationFlags) == 0)
        {
            sum += ipv6_hdr->payload_len;
        }

        return Checksum.Fold(sum);
    }

    private static ushort Ipv6L4Sum(rte_ipv6_hdr* ipv6_hdr, void* l4_hdr)
    {
        uint sum = (uint)rte_raw_cksum(l4_hdr, rte_be_to_cpu_16(ipv6_hdr->payload_len)) + rte_ipv6_phdr_cksum(ipv6_hdr, 0);
        return (ushort)((sum >> 16) + sum);
    }

    private static ushort Ipv6L4SumOfMbuf(rte_mbuf* m, rte_ipv6_hdr* ipv6_hdr, ushort l4_off)
    {
        ushort part;
        if (l4_off > m->pkt_len || rte_raw_cksum_mbuf(m, l4_off, rte_be_to_cpu_16(ipv6_hdr->payload_len), &part) != 0)
        {
            return 0;
        }

        uint sum = (uint)part + rte_ipv6_phdr_cksum(ipv6_hdr, 0);
        return (ushort)((sum >> 16) + sum);
    }

    /// <summary>The UDP or TCP checksum of an IPv6 packet in one piece, without extension headers; its checksum field has to be zero.</summary>
    public static ushort rte_ipv6_udptcp_cksum(rte_ipv6_hdr* ipv6_hdr, void* l4_hdr) =>
        FinishL4Checksum(Ipv6L4Sum(ipv6_hdr, l4_hdr), ipv6_hdr->proto);

    /// <summary>The UDP or TCP checksum of an IPv6 packet in segments; its checksum field has to be zero.</summary>
    public static ushort rte_ipv6_udptcp_cksum_mbuf(rte_mbuf* m, rte_ipv6_hdr* ipv6_hdr, ushort l4_off) =>
        FinishL4Checksum(Ipv6L4SumOfMbuf(m, ipv6_hdr, l4_off), ipv6_hdr->proto);

    /// <summary>0 when the packet's UDP or TCP checksum is right, else -1.</summary>
    public static int rte_ipv6_udptcp_cksum_verify(rte_ipv6_hdr* ipv6_hdr, void* l4_hdr) =>
        Ipv6L4Sum(ipv6_hdr, l4_hdr) == ushort.MaxValue ? 0 : -1;

    /// <inheritdoc cref="rte_ipv6_udptcp_cksum_verify"/>
    public static int rte_ipv6_udptcp_cksum_mbuf_verify(rte_mbuf* m, rte_ipv6_hdr* ipv6_hdr, ushort l4_off) =>
        Ipv6L4SumOfMbuf(m, ipv6_hdr, l4_off) == ushort.MaxValue ? 0 : -1;

    /// <summary>
    /// The protocol after the extension header at <paramref name="p"/> of type <paramref name="proto"/>, and that header's bytes;
    /// -EINVAL when <paramref name="proto"/> is no extension header.
    /// </summary>
    public static int rte_ipv6_get_next_ext(byte* p, int proto, nuint* ext_len)
    {
        const int HopByHop = 0, Routing = 43, Fragment = 44, Authentication = 51, Destination = 60;
        switch (proto)
        {
            case Authentication:
                *ext_len = ((nuint)p[1] + 2) * 4;
                return p[0];
            case HopByHop:
            case Routing:
            case Destination:
                *ext_len = ((nuint)p[1] + 1) * 8;
                return p[0];
            case Fragment:
                *ext_len = 8;
                return p[0];
            default:
                return -Errno.EINVAL;
        }
    }
}
