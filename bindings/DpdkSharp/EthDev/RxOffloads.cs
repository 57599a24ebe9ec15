using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>What a device can do with packets that it receives (<c>RTE_ETH_RX_OFFLOAD_*</c>).</summary>
[Flags]
public enum RxOffloads : ulong
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Takes the VLAN tag off.</summary>
    VlanStrip = RTE_ETH_RX_OFFLOAD_VLAN_STRIP,

    /// <summary>Checks the IPv4 header's checksum.</summary>
    Ipv4Checksum = RTE_ETH_RX_OFFLOAD_IPV4_CKSUM,

    /// <summary>Checks the UDP checksum.</summary>
    UdpChecksum = RTE_ETH_RX_OFFLOAD_UDP_CKSUM,

    /// <summary>Checks the TCP checksum.</summary>
    TcpChecksum = RTE_ETH_RX_OFFLOAD_TCP_CKSUM,

    /// <summary>Checks the SCTP checksum.</summary>
    SctpChecksum = RTE_ETH_RX_OFFLOAD_SCTP_CKSUM,

    /// <summary>Merges TCP segments (large receive offload).</summary>
    TcpLro = RTE_ETH_RX_OFFLOAD_TCP_LRO,

    /// <summary>Takes two VLAN tags off.</summary>
    QinqStrip = RTE_ETH_RX_OFFLOAD_QINQ_STRIP,

    /// <summary>Checks the tunnel's IPv4 checksum.</summary>
    OuterIpv4Checksum = RTE_ETH_RX_OFFLOAD_OUTER_IPV4_CKSUM,

    /// <summary>Checks the tunnel's UDP checksum.</summary>
    OuterUdpChecksum = RTE_ETH_RX_OFFLOAD_OUTER_UDP_CKSUM,

    /// <summary>Drops VLANs that are not allowed (see <see cref="EthDev.SetVlanFilter"/>).</summary>
    VlanFilter = RTE_ETH_RX_OFFLOAD_VLAN_FILTER,

    /// <summary>Knows packets with two VLAN tags.</summary>
    VlanExtend = RTE_ETH_RX_OFFLOAD_VLAN_EXTEND,

    /// <summary>Spreads a long packet over several mbufs.</summary>
    Scatter = RTE_ETH_RX_OFFLOAD_SCATTER,

    /// <summary>Stamps the time of arrival (see <see cref="MbufTimestamp"/>).</summary>
    Timestamp = RTE_ETH_RX_OFFLOAD_TIMESTAMP,

    /// <summary>Leaves the frame's CRC in the packet.</summary>
    KeepCrc = RTE_ETH_RX_OFFLOAD_KEEP_CRC,

    /// <summary>Leaves the RSS hash in the mbuf.</summary>
    RssHash = RTE_ETH_RX_OFFLOAD_RSS_HASH,

    /// <summary>Splits headers and payload into different pools.</summary>
    BufferSplit = RTE_ETH_RX_OFFLOAD_BUFFER_SPLIT,
}
