namespace DpdkSharp.Interop;

// Protocol extraction: where a port with it leaves its metadata in a packet, and the flags that say it did.
public static unsafe partial class Dpdk
{
    public static uint* RTE_PMD_IFD_DYNF_PROTO_XTR_METADATA(rte_mbuf* m) => (uint*)RTE_MBUF_DYNFIELD<uint>(m, *rte_pmd_ifd_dynfield_proto_xtr_metadata_offs);

    public static ulong RTE_IAVF_PKT_RX_DYNF_PROTO_XTR_VLAN => *rte_pmd_ifd_dynflag_proto_xtr_vlan_mask;

    public static ulong RTE_IAVF_PKT_RX_DYNF_PROTO_XTR_IPV4 => *rte_pmd_ifd_dynflag_proto_xtr_ipv4_mask;

    public static ulong RTE_IAVF_PKT_RX_DYNF_PROTO_XTR_IPV6 => *rte_pmd_ifd_dynflag_proto_xtr_ipv6_mask;

    public static ulong RTE_IAVF_PKT_RX_DYNF_PROTO_XTR_IPV6_FLOW => *rte_pmd_ifd_dynflag_proto_xtr_ipv6_flow_mask;

    public static ulong RTE_IAVF_PKT_RX_DYNF_PROTO_XTR_TCP => *rte_pmd_ifd_dynflag_proto_xtr_tcp_mask;

    public static ulong RTE_IAVF_PKT_RX_DYNF_PROTO_XTR_IP_OFFSET => *rte_pmd_ifd_dynflag_proto_xtr_ip_offset_mask;
}
