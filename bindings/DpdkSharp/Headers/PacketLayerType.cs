namespace DpdkSharp.Headers;

/// <summary>What a layer of a packet is.</summary>
public enum PacketLayerType : byte
{
    /// <summary>No layer.</summary>
    None,

    /// <summary>An <see cref="EthernetHeader"/>.</summary>
    Ethernet,

    /// <summary>A <see cref="VlanHeader"/>.</summary>
    Vlan,

    /// <summary>An <see cref="MplsHeader"/>.</summary>
    Mpls,

    /// <summary>An <see cref="ArpHeader"/> for IPv4 over Ethernet.</summary>
    Arp,

    /// <summary>An <see cref="Ipv4Header"/> with its options.</summary>
    Ipv4,

    /// <summary>An <see cref="Ipv6Header"/>.</summary>
    Ipv6,

    /// <summary>An <see cref="Ipv6OptionsHeader"/> with hop-by-hop options.</summary>
    Ipv6HopByHop,

    /// <summary>An <see cref="Ipv6RoutingHeader"/> with its data.</summary>
    Ipv6Routing,

    /// <summary>An <see cref="Ipv6FragmentHeader"/>.</summary>
    Ipv6Fragment,

    /// <summary>An <see cref="Ipv6OptionsHeader"/> with destination options.</summary>
    Ipv6DestinationOptions,

    /// <summary>An <see cref="Headers.AuthenticationHeader"/> with its integrity check value.</summary>
    AuthenticationHeader,

    /// <summary>A <see cref="TcpHeader"/> with its options.</summary>
    Tcp,

    /// <summary>A <see cref="UdpHeader"/>.</summary>
    Udp,

    /// <summary>An <see cref="IcmpHeader"/>.</summary>
    Icmp,

    /// <summary>An <see cref="Icmpv6Header"/>.</summary>
    Icmpv6,

    /// <summary>An <see cref="SctpHeader"/>.</summary>
    Sctp,

    /// <summary>A <see cref="VxlanHeader"/>.</summary>
    Vxlan,

    /// <summary>A <see cref="GreHeader"/> with its optional words.</summary>
    Gre,

    /// <summary>A <see cref="GtpuHeader"/> with its optional fields and extension headers.</summary>
    Gtpu,
}
