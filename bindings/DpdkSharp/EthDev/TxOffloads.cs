using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>What a device can do with packets that it sends (<c>RTE_ETH_TX_OFFLOAD_*</c>).</summary>
[Flags]
public enum TxOffloads : ulong
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Inserts a VLAN tag.</summary>
    VlanInsert = RTE_ETH_TX_OFFLOAD_VLAN_INSERT,

    /// <summary>Computes the IPv4 header's checksum.</summary>
    Ipv4Checksum = RTE_ETH_TX_OFFLOAD_IPV4_CKSUM,

    /// <summary>Computes the UDP checksum.</summary>
    UdpChecksum = RTE_ETH_TX_OFFLOAD_UDP_CKSUM,

    /// <summary>Computes the TCP checksum.</summary>
    TcpChecksum = RTE_ETH_TX_OFFLOAD_TCP_CKSUM,

    /// <summary>Computes the SCTP checksum.</summary>
    SctpChecksum = RTE_ETH_TX_OFFLOAD_SCTP_CKSUM,

    /// <summary>Cuts long packets into TCP segments.</summary>
    TcpSegmentation = RTE_ETH_TX_OFFLOAD_TCP_TSO,

    /// <summary>Cuts long packets into UDP segments.</summary>
    UdpSegmentation = RTE_ETH_TX_OFFLOAD_UDP_TSO,

    /// <summary>Computes the tunnel's IPv4 checksum.</summary>
    OuterIpv4Checksum = RTE_ETH_TX_OFFLOAD_OUTER_IPV4_CKSUM,

    /// <summary>Inserts two VLAN tags.</summary>
    QinqInsert = RTE_ETH_TX_OFFLOAD_QINQ_INSERT,

    /// <summary>Cuts long packets inside VXLAN.</summary>
    VxlanSegmentation = RTE_ETH_TX_OFFLOAD_VXLAN_TNL_TSO,

    /// <summary>Cuts long packets inside GRE.</summary>
    GreSegmentation = RTE_ETH_TX_OFFLOAD_GRE_TNL_TSO,

    /// <summary>Several threads may send on one queue.</summary>
    MultiThreadLockFree = RTE_ETH_TX_OFFLOAD_MT_LOCKFREE,

    /// <summary>Sends packets of several segments.</summary>
    MultiSegment = RTE_ETH_TX_OFFLOAD_MULTI_SEGS,

    /// <summary>Frees sent packets faster; all of a queue's packets must come from one pool and have one owner.</summary>
    FastFree = RTE_ETH_TX_OFFLOAD_MBUF_FAST_FREE,

    /// <summary>Computes the tunnel's UDP checksum.</summary>
    OuterUdpChecksum = RTE_ETH_TX_OFFLOAD_OUTER_UDP_CKSUM,

    /// <summary>Sends at a given time.</summary>
    SendOnTimestamp = RTE_ETH_TX_OFFLOAD_SEND_ON_TIMESTAMP,
}
