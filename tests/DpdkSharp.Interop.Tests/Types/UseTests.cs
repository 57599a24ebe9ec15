using System.Runtime.InteropServices;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

// Not below DpdkSharp.Interop: names are looked up as in anybody's program.
namespace PortedFromC.Tests;

/// <summary>The raw layer as a program that was C uses it.</summary>
public sealed unsafe class UseTests
{
    [Fact]
    public void A_function_and_a_type_can_share_a_name()
    {
        // In C one is "struct rte_mp_reply": the name alone is the function.
        rte_mp_reply reply = default;
        reply.nb_sent = 1;
        reply.nb_received = 2;
        // Without a name the message is refused before EAL is asked for anything.
        rte_mp_msg message = default;
        int result = rte_mp_reply(&message, null);

        Assert.Equal(16, sizeof(rte_mp_reply));
        Assert.Equal((1, 2), (reply.nb_sent, reply.nb_received));
        Assert.Equal(-1, result);
    }

    [Fact]
    public void A_variable_of_a_type_s_name_has_an_underscore_behind_it()
    {
        rte_eth_fp_ops* first = rte_eth_fp_ops_;
        rte_eth_fp_ops* last = (rte_eth_fp_ops*)((byte*)first + ((RTE_MAX_ETHPORTS - 1) * rte_eth_fp_ops.SizeOf));

        // Before a port starts, its burst functions are the ones that complain.
        Assert.True(last->rx_pkt_burst != null);
        Assert.True(last->tx_pkt_burst != null);
    }

    [Fact]
    public void Records_that_depend_on_the_version_are_assigned_through_as_plain_ones()
    {
        rte_eth_conf conf = default;
        conf.rxmode.mtu = 1500;
        conf.rxmode.offloads = RTE_ETH_RX_OFFLOAD_CHECKSUM;
        conf.txmode.offloads |= RTE_ETH_TX_OFFLOAD_MULTI_SEGS;
        conf.rx_adv_conf.rss_conf.rss_hf = RTE_ETH_RSS_IP | RTE_ETH_RSS_TCP;
        conf.rx_adv_conf.vmdq_rx_conf.nb_pool_maps = 3;
        conf.intr_conf.lsc = 1;
        rte_eth_conf* pointer = &conf;
        pointer->lpbk_mode++;
        rte_eth_conf copy = conf;

        Assert.Equal(1500U, copy.rxmode.mtu);
        Assert.Equal(RTE_ETH_RX_OFFLOAD_CHECKSUM, copy.rxmode.offloads);
        Assert.Equal(RTE_ETH_TX_OFFLOAD_MULTI_SEGS, copy.txmode.offloads);
        Assert.Equal(RTE_ETH_RSS_IP | RTE_ETH_RSS_TCP, copy.rx_adv_conf.rss_conf.rss_hf);
        Assert.Equal(3U, copy.rx_adv_conf.vmdq_rx_conf.nb_pool_maps);
        Assert.Equal(1U, copy.intr_conf.lsc);
        Assert.Equal(1U, copy.lpbk_mode);
        Assert.Equal(0U, copy.rx_adv_conf.dcb_rx_conf.dcb_tc[0]);
    }

    [Fact]
    public void A_record_s_run_time_size_is_within_its_storage()
    {
        Assert.InRange(rte_eth_conf.SizeOf, 1, sizeof(rte_eth_conf));
        Assert.InRange(rte_eth_dev_info.SizeOf, 1, sizeof(rte_eth_dev_info));
        Assert.InRange(rte_eth_stats.SizeOf, 1, sizeof(rte_eth_stats));
    }

    [Fact]
    public void Setting_a_bit_field_leaves_its_neighbours_alone()
    {
        rte_mbuf* m = (rte_mbuf*)NativeMemory.AlignedAlloc((nuint)sizeof(rte_mbuf), 64);
        try
        {
            *m = default;
            m->l2_len = 14;
            m->l3_len = 20;
            m->l4_len = 8;
            m->tso_segsz = 1460;
            m->l3_len = 511;
            // More than the field holds: C drops what does not fit.
            m->l2_len = 0x80 | 18;
            m->packet_type = RTE_PTYPE_L2_ETHER | RTE_PTYPE_L3_IPV4 | RTE_PTYPE_L4_UDP;

            Assert.Equal((18UL, 511UL, 8UL, 1460UL), (m->l2_len, m->l3_len, m->l4_len, m->tso_segsz));
            Assert.Equal(18UL | (511UL << 7) | (8UL << 16) | (1460UL << 24), m->tx_offload);
            Assert.Equal((1, 1, 2), (m->l2_type, m->l3_type, m->l4_type));
            Assert.Equal(0, m->tun_type);
        }
        finally
        {
            NativeMemory.AlignedFree(m);
        }
    }

    [Fact]
    public void Named_unions_anonymous_members_and_arrays_read_as_in_C()
    {
        rte_mbuf m = default;
        m.hash.fdir.hash = 0x1234;
        m.hash.fdir.id = 0x5678;
        m.data_off = RTE_PKTMBUF_HEADROOM;
        m.dynfield1[8] = 7;

        Assert.Equal(0x56781234U, m.hash.rss);
        Assert.Equal(128UL, m.rearm_data[0]);
        Assert.Equal(7U, m.dynfield1[8]);
    }

    [Fact]
    public void Enumerators_read_as_in_C()
    {
        rte_flow_item item = default;
        item.type = RTE_FLOW_ITEM_TYPE_IPV4;
        // An unnamed enum's members are plain int: they shift and compare.
        int error = E_RTE_SECONDARY;
        ulong mask = (1UL << RTE_MBUF_L2_LEN_BITS) - 1;

        Assert.Equal(rte_flow_item_type.RTE_FLOW_ITEM_TYPE_IPV4, item.type);
        Assert.Equal(1001, error);
        Assert.Equal(127UL, mask);
    }

    [Fact]
    public void Text_has_the_NUL_that_C_expects_behind_it()
    {
        fixed (byte* name = RTE_MEMPOOL_MZ_PREFIX)
        {
            Assert.Equal("MP_", Marshal.PtrToStringUTF8((nint)name));
        }
    }
}
