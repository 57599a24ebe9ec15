namespace DpdkSharp.Headers;

/// <summary>What an IPv4 packet carries, or what follows an IPv6 header or extension header (<c>IPPROTO_…</c>).</summary>
public enum IpProtocol : byte
{
    /// <summary>IPv6 hop-by-hop options.</summary>
    Ipv6HopByHop = 0,

    /// <summary>ICMP for IPv4.</summary>
    Icmp = 1,

    /// <summary>IGMP.</summary>
    Igmp = 2,

    /// <summary>An IPv4 packet (IP in IP).</summary>
    Ipv4 = 4,

    /// <summary>TCP.</summary>
    Tcp = 6,

    /// <summary>UDP.</summary>
    Udp = 17,

    /// <summary>An IPv6 packet (IPv6 in IP).</summary>
    Ipv6 = 41,

    /// <summary>IPv6 routing header.</summary>
    Ipv6Routing = 43,

    /// <summary>IPv6 fragment header.</summary>
    Ipv6Fragment = 44,

    /// <summary>Generic routing encapsulation.</summary>
    Gre = 47,

    /// <summary>IPsec encapsulating security payload.</summary>
    Esp = 50,

    /// <summary>IPsec authentication header.</summary>
    AuthenticationHeader = 51,

    /// <summary>ICMP for IPv6.</summary>
    Icmpv6 = 58,

    /// <summary>Nothing follows.</summary>
    Ipv6NoNextHeader = 59,

    /// <summary>IPv6 destination options.</summary>
    Ipv6DestinationOptions = 60,

    /// <summary>OSPF.</summary>
    Ospf = 89,

    /// <summary>PIM.</summary>
    Pim = 103,

    /// <summary>VRRP.</summary>
    Vrrp = 112,

    /// <summary>SCTP.</summary>
    Sctp = 132,

    /// <summary>UDP-Lite.</summary>
    UdpLite = 136,

    /// <summary>MPLS in IP.</summary>
    Mpls = 137,
}
