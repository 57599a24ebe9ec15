using DpdkSharp.Interop;
using DpdkSharp.TestKit;

namespace DpdkSharp.Checked.Tests;

/// <summary>What programs may do: nothing is said of it, and nothing is out afterwards.</summary>
public sealed unsafe class CorrectUseTests : PoolTest
{
    [Fact]
    public void Clones_chains_and_copies_go_their_ways()
    {
        PacketPool pool = TestPool.Create();
        using var port = new LoopPort(pool);
        Mbuf packet = pool.Packet();
        Assert.True(packet.TryChain(pool.Packet(100)));
        Assert.True(packet.TryClone(pool, out Mbuf clone));
        Assert.True(clone.TryClone(pool, out Mbuf second));
        Assert.True(packet.TryCopy(pool, out Mbuf copy));
        Assert.Equal(3, packet.ReferenceCount);
        packet.Free();
        Assert.Equal(160, clone.PacketLength);
        port.Send(clone);
        port.Send(second);
        port.Send(copy);
        for (int i = 0; i < 3; i++)
        {
            Mbuf received = port.Receive();
            Assert.Equal(160, received.PacketLength);
            foreach (Mbuf segment in received.Segments)
            {
                Assert.NotEqual(0, segment.Data.Length);
            }
            received.Free();
        }
        Assert.Equal(0, pool.InUseCount);
    }

    [Fact]
    public void A_chain_is_gathered()
    {
        PacketPool pool = TestPool.Create();
        Mbuf packet = pool.Packet();
        Mbuf tail = pool.Packet();
        Assert.True(packet.TryChain(tail));
        Assert.True(packet.TryLinearize());
        Assert.Equal(120, packet.Data.Length);
        Violations.Of(PacketViolation.UseAfterFree, () => _ = tail.Data);
        Assert.True(packet.TryChain(pool.Packet(2000)));
        Assert.False(packet.Next.IsNull);
        Assert.True(packet.TryChain(pool.Packet(2000)));
        Assert.False(packet.TryLinearize());
        Assert.Equal(2000, packet.Next.Data.Length);
        packet.Free();
    }

    [Fact]
    public void A_full_ring_and_a_full_burst_leave_packets_with_their_owner()
    {
        PacketPool pool = TestPool.Create();
        using var ring = Ring<Mbuf>.Create(UniqueName.Next("ring"), 4);
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(8)]);
        Assert.True(pool.TryAllocate(burst, 8));
        Assert.Equal(3, ring.Enqueue(burst));
        Assert.Equal(5, burst.Count);
        Mbuf more = pool.Packet();
        Assert.False(ring.TryEnqueue(more));
        Assert.False(ring.TryEnqueueBulk([more]));
        more.Data[0] = 1;
        using var small = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(2)]);
        Assert.Equal(2, burst.MoveTo(small));
        Assert.False(small.TryAdd(more));
        more.Free();
        small.Clear();
        Assert.Equal(3, ring.FreeAll());
    }

    [Fact]
    public void Places_of_a_ring_are_filled_and_emptied_in_place()
    {
        PacketPool pool = TestPool.Create();
        using var ring = Ring<Mbuf>.Create(UniqueName.Next("ring"), 8, RingSyncMode.SingleThread, RingSyncMode.SingleThread);
        Mbuf packet = pool.Packet();
        using (RingEnqueueReservation<Mbuf> places = ring.ReserveEnqueue(2))
        {
            Span<Mbuf> first = places.First;
            first[0] = packet;
            places.Commit(1);
        }
        Violations.Of(PacketViolation.UseAfterEnqueue, () => _ = packet.Data);
        using (RingDequeueReservation<Mbuf> elements = ring.ReserveDequeue(2))
        {
            elements.Commit(1);
        }
        packet.Free();
    }

    [Fact]
    public void What_the_raw_layer_receives_and_wraps_is_the_programs()
    {
        PacketPool pool = TestPool.Create();
        using var port = new LoopPort(pool);
        port.Send(pool.Packet());
        rte_mbuf* mbuf;
        Assert.Equal(1, Dpdk.rte_eth_rx_burst((ushort)port.Device.PortId, 0, &mbuf, 1));
        var packet = new Mbuf(mbuf);
        Assert.Equal(60, packet.Data.Length);
        packet.Free();
        mbuf = Dpdk.rte_pktmbuf_alloc(pool.Pointer);
        new Mbuf(mbuf).Free();
    }

    [Fact]
    public void References_that_the_raw_layer_adds_are_owners()
    {
        PacketPool pool = TestPool.Create();
        using var port = new LoopPort(pool);
        Mbuf packet = pool.Packet();
        // As DPDK's ip multicast sample: one packet, sent twice.
        _ = Dpdk.rte_mbuf_refcnt_update(packet.Pointer, 1);
        port.Send(packet);
        port.Send(packet);
        port.Receive().Free();
        port.Receive().Free();
        Assert.Equal(0, pool.InUseCount);
    }

    [Fact]
    public void Packets_that_the_raw_layer_frees_are_no_leak()
    {
        PacketPool pool = TestPool.Create();
        Mbuf packet = pool.Packet();
        Dpdk.rte_pktmbuf_free(packet.Pointer);
        Assert.Empty(CheckedMode.GetReport(pool).Outstanding);
    }

    [Fact]
    public void Packets_of_pools_that_the_raw_layer_made_are_none_of_the_ledgers()
    {
        using var name = new Text(UniqueName.Next("raw"));
        rte_mempool* pool = Dpdk.rte_pktmbuf_pool_create(name.Pointer, 63, 0, 0, 2048, -1);
        var packet = new Mbuf(Dpdk.rte_pktmbuf_alloc(pool));
        Assert.True(packet.TryAppend(10, out _));
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(1)]);
        Assert.True(burst.TryAdd(packet));
        burst.Take(0).Free();
        Dpdk.rte_mempool_free(pool);
    }

    private readonly ref struct Text(string text)
    {
        public byte* Pointer { get; } = (byte*)System.Runtime.InteropServices.Marshal.StringToCoTaskMemUTF8(text);

        public void Dispose() => System.Runtime.InteropServices.Marshal.FreeCoTaskMem((nint)Pointer);
    }
}
