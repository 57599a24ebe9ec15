namespace DpdkSharp.Headers;

/// <summary>What an Ethernet frame or a VLAN tag carries (<c>RTE_ETHER_TYPE_…</c>). Values below 0x0600 are an IEEE 802.3 length instead.</summary>
public enum EtherType : ushort
{
    /// <summary>No type.</summary>
    None = 0,

    /// <summary>IPv4.</summary>
    Ipv4 = 0x0800,

    /// <summary>Address resolution protocol.</summary>
    Arp = 0x0806,

    /// <summary>A whole Ethernet frame, in GRE (transparent Ethernet bridging).</summary>
    TransparentEthernetBridging = 0x6558,

    /// <summary>Reverse ARP.</summary>
    Rarp = 0x8035,

    /// <summary>An IEEE 802.1Q VLAN tag.</summary>
    Vlan = 0x8100,

    /// <summary>IPv6.</summary>
    Ipv6 = 0x86DD,

    /// <summary>Slow protocols: LACP and others.</summary>
    SlowProtocols = 0x8809,

    /// <summary>MPLS.</summary>
    Mpls = 0x8847,

    /// <summary>MPLS with upstream-assigned labels (multicast).</summary>
    MplsMulticast = 0x8848,

    /// <summary>PPPoE discovery.</summary>
    PppoeDiscovery = 0x8863,

    /// <summary>PPPoE session.</summary>
    PppoeSession = 0x8864,

    /// <summary>An outer IEEE 802.1ad service tag (Q-in-Q).</summary>
    QinQ = 0x88A8,

    /// <summary>Link layer discovery protocol.</summary>
    Lldp = 0x88CC,

    /// <summary>Precision time protocol (IEEE 1588).</summary>
    Ptp = 0x88F7,
}
