using CsCheck;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Inline;

/// <summary>What reorder, fragmentation and event libraries keep in or ask of a packet, and operations of baseband devices.</summary>
public sealed unsafe class PacketHelperTests(EalFixture eal)
{
    [Fact]
    public void Fragments_are_told_as_in_c() => Gen.Select(Gen.UShort, Gen.Byte).Sample(
        (fragment, protocol) =>
        {
            rte_ipv4_hdr four = default;
            four.fragment_offset = fragment;
            Assert.Equal(((delegate* unmanaged<void*, int>)Oracle.Get("o_rte_ipv4_frag_pkt_is_fragmented"))(&four), rte_ipv4_frag_pkt_is_fragmented(&four));
            rte_ipv6_hdr six = default;
            six.proto = protocol % 3 == 0 ? (byte)44 : protocol;
            Assert.Equal(
                ((delegate* unmanaged<void*, nint>)Oracle.Get("o_rte_ipv6_frag_get_ipv6_fragment_header"))(&six),
                (nint)rte_ipv6_frag_get_ipv6_fragment_header(&six));
        },
        iter: 10_000);

    [Fact]
    public void Sequence_numbers_stand_where_c_has_them() => eal.Run(() =>
    {
        rte_mempool* pool = rte_pktmbuf_pool_create(EalFixture.UniqueName("fields"), 7, 0, 0, 256, -1);
        rte_mbuf* m = rte_pktmbuf_alloc(pool);
        rte_reorder_buffer* buffer = rte_reorder_create(EalFixture.UniqueName("reorder"), uint.MaxValue, 64);
        Assert.True(buffer != null);
        Assert.Equal(((delegate* unmanaged<rte_mbuf*, nint>)Oracle.Get("o_rte_reorder_seqn"))(m), (nint)rte_reorder_seqn(m));
        *rte_reorder_seqn(m) = 5;
        rte_reorder_free(buffer);
        rte_pktmbuf_free(m);
        rte_mempool_free(pool);
    });

    [Fact]
    public void Event_rings_are_filled_and_emptied_by_both_sides() => eal.Run(() =>
    {
        rte_event_ring* ring = rte_event_ring_create(EalFixture.UniqueName("events"), 16, -1, 0);
        Assert.True(ring != null);
        Assert.Equal((16u, 15u), (rte_event_ring_get_size(ring), rte_event_ring_get_capacity(ring)));
        rte_event* events = stackalloc rte_event[16];
        for (int i = 0; i < 16; i++)
        {
            events[i].@event = (ulong)i;
            events[i].u64 = (ulong)(100 + i);
        }

        ushort space;
        ushort left;
        Assert.Equal(0u, rte_event_ring_enqueue_bulk(ring, events, 16, &space));
        Assert.Equal(10u, rte_event_ring_enqueue_burst(ring, events, 10, &space));
        Assert.Equal(5, space);
        Assert.Equal(5u, ((delegate* unmanaged<void*, void*, uint, ushort*, uint>)Oracle.Get("o_rte_event_ring_enqueue_burst"))(ring, events + 10, 6, &space));
        Assert.Equal((15u, 0u), (rte_event_ring_count(ring), rte_event_ring_free_count(ring)));
        rte_event* back = stackalloc rte_event[16];
        Assert.Equal(0u, rte_event_ring_dequeue_bulk(ring, back, 16, null));
        Assert.Equal(3u, rte_event_ring_dequeue_bulk(ring, back, 3, &left));
        Assert.Equal(12, left);
        Assert.Equal(4u, ((delegate* unmanaged<void*, void*, uint, ushort*, uint>)Oracle.Get("o_rte_event_ring_dequeue_burst"))(ring, back + 3, 4, &left));
        Assert.Equal(8u, rte_event_ring_dequeue_burst(ring, back + 7, 9, &left));
        Assert.Equal(0, left);
        Assert.True(new Span<ulong>(events, 30).SequenceEqual(new Span<ulong>(back, 30)));
        rte_event_ring_free(ring);
    });

    [Fact]
    public void Baseband_operations_come_from_a_pool_of_their_type() => eal.Run(() =>
    {
        rte_mempool* pool = rte_bbdev_op_pool_create(EalFixture.UniqueName("bb"), RTE_BBDEV_OP_LDPC_ENC, 7, 0, -1);
        Assert.True(pool != null);
        rte_bbdev_enc_op** ops = stackalloc rte_bbdev_enc_op*[8];
        Assert.Equal(-22, rte_bbdev_dec_op_alloc_bulk(pool, (rte_bbdev_dec_op**)ops, 1));
        Assert.Equal(-22, rte_bbdev_fft_op_alloc_bulk(pool, (rte_bbdev_fft_op**)ops, 1));
        Assert.NotEqual(0, rte_bbdev_enc_op_alloc_bulk(pool, ops, 8));
        Assert.Equal(0, rte_bbdev_enc_op_alloc_bulk(pool, ops, 7));
        Assert.Equal(1, rte_mempool_empty(pool));
        rte_bbdev_enc_op_free_bulk(ops, 0);
        rte_bbdev_enc_op_free_bulk(ops, 7);
        Assert.Equal(1, rte_mempool_full(pool));
        rte_mempool_free(pool);
    });
}
