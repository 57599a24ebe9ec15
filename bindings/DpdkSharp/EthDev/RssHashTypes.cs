using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>Which header fields RSS spreads packets by (<c>RTE_ETH_RSS_*</c>).</summary>
[Flags]
public enum RssHashTypes : ulong
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>IPv4 addresses.</summary>
    Ipv4 = RTE_ETH_RSS_IPV4,

    /// <summary>Addresses of IPv4 fragments.</summary>
    FragmentedIpv4 = RTE_ETH_RSS_FRAG_IPV4,

    /// <summary>IPv4 addresses and TCP ports.</summary>
    Ipv4Tcp = RTE_ETH_RSS_NONFRAG_IPV4_TCP,

    /// <summary>IPv4 addresses and UDP ports.</summary>
    Ipv4Udp = RTE_ETH_RSS_NONFRAG_IPV4_UDP,

    /// <summary>IPv4 addresses and SCTP ports.</summary>
    Ipv4Sctp = RTE_ETH_RSS_NONFRAG_IPV4_SCTP,

    /// <summary>IPv4 addresses of other protocols.</summary>
    Ipv4Other = RTE_ETH_RSS_NONFRAG_IPV4_OTHER,

    /// <summary>IPv6 addresses.</summary>
    Ipv6 = RTE_ETH_RSS_IPV6,

    /// <summary>Addresses of IPv6 fragments.</summary>
    FragmentedIpv6 = RTE_ETH_RSS_FRAG_IPV6,

    /// <summary>IPv6 addresses and TCP ports.</summary>
    Ipv6Tcp = RTE_ETH_RSS_NONFRAG_IPV6_TCP,

    /// <summary>IPv6 addresses and UDP ports.</summary>
    Ipv6Udp = RTE_ETH_RSS_NONFRAG_IPV6_UDP,

    /// <summary>IPv6 addresses and SCTP ports.</summary>
    Ipv6Sctp = RTE_ETH_RSS_NONFRAG_IPV6_SCTP,

    /// <summary>IPv6 addresses of other protocols.</summary>
    Ipv6Other = RTE_ETH_RSS_NONFRAG_IPV6_OTHER,

    /// <summary>The payload of Ethernet.</summary>
    L2Payload = RTE_ETH_RSS_L2_PAYLOAD,

    /// <summary>The physical port.</summary>
    Port = RTE_ETH_RSS_PORT,

    /// <summary>VXLAN.</summary>
    Vxlan = RTE_ETH_RSS_VXLAN,

    /// <summary>GENEVE.</summary>
    Geneve = RTE_ETH_RSS_GENEVE,

    /// <summary>NVGRE.</summary>
    Nvgre = RTE_ETH_RSS_NVGRE,

    /// <summary>GTP-U.</summary>
    Gtpu = RTE_ETH_RSS_GTPU,

    /// <summary>MAC addresses.</summary>
    Ethernet = RTE_ETH_RSS_ETH,

    /// <summary>The outer VLAN.</summary>
    OuterVlan = RTE_ETH_RSS_S_VLAN,

    /// <summary>The inner VLAN.</summary>
    InnerVlan = RTE_ETH_RSS_C_VLAN,

    /// <summary>MPLS labels.</summary>
    Mpls = RTE_ETH_RSS_MPLS,

    /// <summary>Addresses of all IP packets.</summary>
    Ip = RTE_ETH_RSS_IP,

    /// <summary>Addresses and ports of all TCP packets.</summary>
    Tcp = RTE_ETH_RSS_TCP,

    /// <summary>Addresses and ports of all UDP packets.</summary>
    Udp = RTE_ETH_RSS_UDP,

    /// <summary>Addresses and ports of all SCTP packets.</summary>
    Sctp = RTE_ETH_RSS_SCTP,
}
