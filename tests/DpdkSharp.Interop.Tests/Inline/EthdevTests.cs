using System.Runtime.InteropServices;
using CsCheck;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Inline;

/// <summary>On the two <c>net_null</c> ports: receiving gives packets of 64 bytes without end, sending frees what it is given.</summary>
public sealed unsafe class EthdevTests(EalFixture eal)
{
    private static int s_received;
    private static int s_sent;
    private static int s_dropped;

    /// <summary>Runs on the main lcore with port 0 started on one queue each way; every mbuf has to be back at the end.</summary>
    private void WithPort(Action<ushort> test) => eal.Run(() =>
    {
        const ushort Port = 0;
        rte_mempool* pool = rte_pktmbuf_pool_create(EalFixture.UniqueName("port"), 255, 32, 0, 2176, -1);
        rte_eth_conf configuration = default;
        Assert.Equal(0, rte_eth_dev_configure(Port, 1, 1, &configuration));
        Assert.Equal(0, rte_eth_rx_queue_setup(Port, 0, 64, 0, null, pool));
        Assert.Equal(0, rte_eth_tx_queue_setup(Port, 0, 64, 0, null));
        Assert.Equal(0, rte_eth_dev_start(Port));
        // The tests run in any order, and the driver counts on through stops and starts.
        Assert.Equal(0, rte_eth_stats_reset(Port));
        try
        {
            test(Port);
        }
        finally
        {
            _ = rte_eth_dev_stop(Port);
        }
        Assert.Equal(1, rte_mempool_full(pool));
        rte_mempool_free(pool);
    });

    [Fact]
    public void Bursts_go_through_the_driver() => WithPort(port =>
    {
        rte_mbuf** packets = stackalloc rte_mbuf*[32];
        Assert.Equal(32, rte_eth_rx_burst(port, 0, packets, 32));
        for (int i = 0; i < 32; i++)
        {
            Assert.Equal(64u, packets[i]->pkt_len);
            Assert.Equal(port, packets[i]->port);
        }

        Assert.Equal(32, rte_eth_tx_prepare(port, 0, packets, 32));
        Assert.Equal(32, rte_eth_tx_burst(port, 0, packets, 32));

        rte_eth_stats statistics = default;
        Assert.Equal(0, rte_eth_stats_get(port, &statistics));
        Assert.Equal(32ul, statistics.ipackets);
        Assert.Equal(32ul, statistics.opackets);
    });

    [Fact]
    public void Slots_do_the_same() => WithPort(port =>
    {
        rte_mbuf** packets = stackalloc rte_mbuf*[8];
        var rx = new EthRxQueueSlot(port, 0);
        var tx = new EthTxQueueSlot(port, 0);
        Assert.Equal(8, rx.Burst(packets, 8));
        Assert.Equal(64u, packets[7]->pkt_len);
        Assert.Equal(8, tx.Prepare(packets, 8));
        Assert.Equal(8, tx.Burst(packets, 8));
        Assert.Equal(0, rte_eth_stats_reset(port));
    });

    [Fact]
    public void A_stopped_port_gives_and_takes_nothing() => WithPort(port =>
    {
        rte_mbuf** packets = stackalloc rte_mbuf*[4];
        var rx = new EthRxQueueSlot(port, 0);
        var tx = new EthTxQueueSlot(port, 0);
        Assert.Equal(4, rx.Burst(packets, 4));
        Assert.Equal(0, rte_eth_dev_stop(port));
        rte_mbuf** more = stackalloc rte_mbuf*[4];
        Assert.Equal(0, rx.Burst(more, 4));
        Assert.Equal(0, rte_eth_rx_burst(port, 0, more, 4));
        Assert.Equal(0, tx.Burst(packets, 4));
        Assert.Equal(0, rte_eth_tx_burst(port, 0, packets, 4));
        Assert.Equal(0, rte_eth_dev_start(port));
        Assert.Equal(4, tx.Burst(packets, 4));
        Assert.Equal(4, rx.Burst(packets, 4));
        Assert.Equal(4, tx.Burst(packets, 4));
    });

    [Fact]
    public void A_port_that_never_was_gives_nothing() => eal.Run(() =>
    {
        rte_mbuf* packet;
        Assert.Equal(0, new EthRxQueueSlot(RTE_MAX_ETHPORTS - 1, 3).Burst(&packet, 1));
        Assert.Equal(0, new EthTxQueueSlot(RTE_MAX_ETHPORTS - 1, 3).Burst(&packet, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EthRxQueueSlot(RTE_MAX_ETHPORTS, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new EthTxQueueSlot(0, RTE_MAX_QUEUES_PER_PORT));
    });

    [UnmanagedCallersOnly]
    private static ushort AfterReceiving(ushort port, ushort queue, rte_mbuf** packets, ushort count, ushort capacity, void* opaque)
    {
        s_received += count;
        // Drops the last one, as a filter would.
        rte_pktmbuf_free(packets[count - 1]);
        return (ushort)(count - 1);
    }

    [UnmanagedCallersOnly]
    private static ushort BeforeSending(ushort port, ushort queue, rte_mbuf** packets, ushort count, void* opaque)
    {
        s_sent += count;
        return count;
    }

    [Fact]
    public void Callbacks_see_every_burst() => WithPort(port =>
    {
        s_received = s_sent = 0;
        rte_eth_rxtx_callback* after = rte_eth_add_rx_callback(port, 0, &AfterReceiving, null);
        rte_eth_rxtx_callback* before = rte_eth_add_tx_callback(port, 0, &BeforeSending, null);
        rte_mbuf** packets = stackalloc rte_mbuf*[16];
        var rx = new EthRxQueueSlot(port, 0);
        var tx = new EthTxQueueSlot(port, 0);
        Assert.Equal(15, rte_eth_rx_burst(port, 0, packets, 16));
        Assert.Equal(15, rte_eth_tx_burst(port, 0, packets, 15));
        Assert.Equal(7, rx.Burst(packets, 8));
        Assert.Equal(7, tx.Burst(packets, 7));
        Assert.Equal(24, s_received);
        Assert.Equal(22, s_sent);
        Assert.Equal(0, rte_eth_remove_rx_callback(port, 0, after));
        Assert.Equal(0, rte_eth_remove_tx_callback(port, 0, before));
        Assert.Equal(16, rx.Burst(packets, 16));
        Assert.Equal(16, tx.Burst(packets, 16));
        Assert.Equal(24, s_received);
        Assert.Equal(22, s_sent);
    });

    [UnmanagedCallersOnly]
    private static void Unsent(rte_mbuf** packets, ushort count, void* opaque)
    {
        s_dropped += count;
        for (int i = 0; i < count; i++)
        {
            rte_pktmbuf_free(packets[i]);
        }
    }

    [Fact]
    public void A_buffer_is_sent_when_it_is_full_or_flushed() => WithPort(port =>
    {
        s_dropped = 0;
        var buffer = (rte_eth_dev_tx_buffer*)NativeMemory.AllocZeroed((nuint)sizeof(rte_eth_dev_tx_buffer) + (4 * (nuint)sizeof(void*)));
        Assert.Equal(0, rte_eth_tx_buffer_init(buffer, 4));
        Assert.Equal(0, rte_eth_tx_buffer_set_err_callback(buffer, &Unsent, null));
        rte_mbuf** packets = stackalloc rte_mbuf*[6];
        Assert.Equal(6, rte_eth_rx_burst(port, 0, packets, 6));
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(0, rte_eth_tx_buffer(port, 0, buffer, packets[i]));
        }

        Assert.Equal(4, rte_eth_tx_buffer(port, 0, buffer, packets[3]));
        Assert.Equal(0, rte_eth_tx_buffer(port, 0, buffer, packets[4]));
        Assert.Equal(1, rte_eth_tx_buffer_flush(port, 0, buffer));
        Assert.Equal(0, rte_eth_tx_buffer_flush(port, 0, buffer));
        Assert.Equal(0, s_dropped);

        Assert.Equal(0, rte_eth_tx_buffer(port, 0, buffer, packets[5]));
        Assert.Equal(0, rte_eth_dev_stop(port));
        Assert.Equal(0, rte_eth_tx_buffer_flush(port, 0, buffer));
        Assert.Equal(1, s_dropped);
        NativeMemory.Free(buffer);
    });

    [Fact]
    public void What_the_driver_lacks_is_not_supported() => WithPort(port =>
    {
        // 25.11 puts a function there that counts nothing.
        Assert.Equal(LoadedDpdk.Is("25.11") ? 0 : -95, rte_eth_rx_queue_count(port, 0));
        Assert.Equal(DpdkShim.rte_eth_rx_queue_count(port, 0), rte_eth_rx_queue_count(port, 0));
        Assert.Equal(-95, rte_eth_rx_descriptor_status(port, 0, 0));
        Assert.Equal(-95, rte_eth_tx_descriptor_status(port, 0, 0));
    });

    [Fact]
    public void What_came_after_the_loaded_version_says_so() => WithPort(port =>
    {
        if (LoadedDpdk.Is("22.11"))
        {
            Exception e = Assert.Throws<DpdkNotSupportedException>(() => rte_eth_tx_queue_count(port, 0));
            Assert.Contains("24.11", e.Message, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(LoadedDpdk.Is("25.11") ? 0 : -95, rte_eth_tx_queue_count(port, 0));
            Assert.Equal(DpdkShim.rte_eth_tx_queue_count(port, 0), rte_eth_tx_queue_count(port, 0));
        }
    });

    [Fact]
    public void Ports_are_enumerated() => eal.Run(() =>
    {
        List<ushort> ports = [];
        foreach (ushort port in RTE_ETH_FOREACH_DEV())
        {
            ports.Add(port);
        }

        Assert.Equal([0, 1], ports);
    });

    [Fact]
    public void Rss_types_are_refined_as_in_c() => Gen.Select(Gen.ULong, Gen.ULong).Sample(
        (a, b) => Assert.Equal(((delegate* unmanaged<ulong, ulong>)Oracle.Get("o_rte_eth_rss_hf_refine"))(a | b), rte_eth_rss_hf_refine(a | b)),
        iter: 10_000);
}
