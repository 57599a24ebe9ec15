using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>What a device found out about a received packet, or is asked to do with one that is sent (<c>RTE_MBUF_F_*</c>).</summary>
[Flags]
public enum MbufOffloads : ulong
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Received with a VLAN tag.</summary>
    RxVlan = RTE_MBUF_F_RX_VLAN,

    /// <summary>The device took the VLAN tag off and left it in <see cref="Mbuf.VlanTci"/>.</summary>
    RxVlanStripped = RTE_MBUF_F_RX_VLAN_STRIPPED,

    /// <summary>The device took two tags off.</summary>
    RxQinqStripped = RTE_MBUF_F_RX_QINQ_STRIPPED,

    /// <summary><see cref="Mbuf.RssHash"/> is valid.</summary>
    RxRssHash = RTE_MBUF_F_RX_RSS_HASH,

    /// <summary>A flow rule matched.</summary>
    RxFlowDirector = RTE_MBUF_F_RX_FDIR,

    /// <summary>The IPv4 checksum is wrong.</summary>
    RxIpChecksumBad = RTE_MBUF_F_RX_IP_CKSUM_BAD,

    /// <summary>The IPv4 checksum is right.</summary>
    RxIpChecksumGood = RTE_MBUF_F_RX_IP_CKSUM_GOOD,

    /// <summary>The TCP, UDP or SCTP checksum is wrong.</summary>
    RxL4ChecksumBad = RTE_MBUF_F_RX_L4_CKSUM_BAD,

    /// <summary>The TCP, UDP or SCTP checksum is right.</summary>
    RxL4ChecksumGood = RTE_MBUF_F_RX_L4_CKSUM_GOOD,

    /// <summary>Several packets were merged into this one.</summary>
    RxLro = RTE_MBUF_F_RX_LRO,

    /// <summary>A precision time protocol packet.</summary>
    RxPtp = RTE_MBUF_F_RX_IEEE1588_PTP,

    /// <summary>The device stamped a precision time protocol packet.</summary>
    RxPtpTimestamp = RTE_MBUF_F_RX_IEEE1588_TMST,

    /// <summary>Insert <see cref="Mbuf.VlanTci"/>.</summary>
    TxVlan = RTE_MBUF_F_TX_VLAN,

    /// <summary>Insert both VLAN tags.</summary>
    TxQinq = RTE_MBUF_F_TX_QINQ,

    /// <summary>The packet is IPv4; needed with <see cref="TxIpChecksum"/> and the L4 checksums.</summary>
    TxIpv4 = RTE_MBUF_F_TX_IPV4,

    /// <summary>The packet is IPv6; needed with the L4 checksums.</summary>
    TxIpv6 = RTE_MBUF_F_TX_IPV6,

    /// <summary>Compute the IPv4 checksum.</summary>
    TxIpChecksum = RTE_MBUF_F_TX_IP_CKSUM,

    /// <summary>Compute the TCP checksum.</summary>
    TxTcpChecksum = RTE_MBUF_F_TX_TCP_CKSUM,

    /// <summary>Compute the UDP checksum.</summary>
    TxUdpChecksum = RTE_MBUF_F_TX_UDP_CKSUM,

    /// <summary>Compute the SCTP checksum.</summary>
    TxSctpChecksum = RTE_MBUF_F_TX_SCTP_CKSUM,

    /// <summary>Cut the packet into TCP segments (TSO).</summary>
    TxTcpSegmentation = RTE_MBUF_F_TX_TCP_SEG,

    /// <summary>Cut the packet into UDP segments.</summary>
    TxUdpSegmentation = RTE_MBUF_F_TX_UDP_SEG,

    /// <summary>Stamp the time of sending (precision time protocol).</summary>
    TxPtpTimestamp = RTE_MBUF_F_TX_IEEE1588_TMST,
}
