using DpdkSharp.Headers;

namespace DpdkSharp.Testing;

/// <summary>Which header a layer starts with.</summary>
internal static class HeaderTypes
{
    public static bool IsOf<T>(PacketLayerType layer)
        where T : unmanaged, IPacketHeader<T> => Of(layer) == typeof(T);

    public static bool IsKnown<T>()
        where T : unmanaged, IPacketHeader<T> => Enum.GetValues<PacketLayerType>().Any(static l => Of(l) == typeof(T));

    private static Type? Of(PacketLayerType layer) => layer switch
    {
        PacketLayerType.Ethernet => typeof(EthernetHeader),
        PacketLayerType.Vlan => typeof(VlanHeader),
        PacketLayerType.Mpls => typeof(MplsHeader),
        PacketLayerType.Arp => typeof(ArpHeader),
        PacketLayerType.Ipv4 => typeof(Ipv4Header),
        PacketLayerType.Ipv6 => typeof(Ipv6Header),
        PacketLayerType.Ipv6HopByHop or PacketLayerType.Ipv6DestinationOptions => typeof(Ipv6OptionsHeader),
        PacketLayerType.Ipv6Routing => typeof(Ipv6RoutingHeader),
        PacketLayerType.Ipv6Fragment => typeof(Ipv6FragmentHeader),
        PacketLayerType.AuthenticationHeader => typeof(AuthenticationHeader),
        PacketLayerType.Tcp => typeof(TcpHeader),
        PacketLayerType.Udp => typeof(UdpHeader),
        PacketLayerType.Icmp => typeof(IcmpHeader),
        PacketLayerType.Icmpv6 => typeof(Icmpv6Header),
        PacketLayerType.Sctp => typeof(SctpHeader),
        PacketLayerType.Vxlan => typeof(VxlanHeader),
        PacketLayerType.Gre => typeof(GreHeader),
        PacketLayerType.Gtpu => typeof(GtpuHeader),
        _ => null,
    };
}
