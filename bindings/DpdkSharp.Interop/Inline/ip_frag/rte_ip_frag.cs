using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>The fragment header if it follows the IPv6 header at once; else null.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static rte_ipv6_fragment_ext* rte_ipv6_frag_get_ipv6_fragment_header(rte_ipv6_hdr* hdr)
    {
        const byte Fragment = 44;
        return hdr->proto == Fragment ? (rte_ipv6_fragment_ext*)(hdr + 1) : null;
    }

    /// <summary>1 for a fragment, the first one included.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_ipv4_frag_pkt_is_fragmented(rte_ipv4_hdr* hdr) =>
        (rte_be_to_cpu_16(hdr->fragment_offset) & (RTE_IPV4_HDR_MF_FLAG | RTE_IPV4_HDR_OFFSET_MASK)) != 0 ? 1 : 0;
}
