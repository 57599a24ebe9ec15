namespace DpdkSharp.Tests.Rings;

public class RingPacketTests
{
    [Fact]
    public void A_burst_moves_into_a_ring_and_out_again()
    {
        using var pool = new TestPool();
        using Ring<Mbuf> ring = RingTests.Create<Mbuf>(64, RingSyncMode.SingleThread, RingSyncMode.SingleThread);
        using var source = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        using var target = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        Assert.True(pool.Pool.TryAllocate(source, 32));
        Mbuf[] packets = source.Packets.ToArray();

        Assert.Equal(32, ring.Enqueue(source));
        Assert.True(source.IsEmpty);
        Assert.Equal(32, ring.Count);
        Assert.Equal(32, ring.Dequeue(target));
        Assert.True(ring.IsEmpty);
        Assert.Equal(packets, target.Packets);
    }

    [Fact]
    public void What_the_ring_has_no_room_for_stays_in_the_burst()
    {
        using var pool = new TestPool();
        using Ring<Mbuf> ring = RingTests.Create<Mbuf>(8, RingSyncMode.MultiThread, RingSyncMode.MultiThread);
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(10)]);
        Assert.True(pool.Pool.TryAllocate(burst, 10));
        Mbuf[] packets = burst.Packets.ToArray();

        Assert.Equal(7, ring.Enqueue(burst));
        Assert.Equal(packets.AsSpan(7), burst.Packets);
        Assert.Equal(0, ring.Enqueue(burst));
        Assert.Equal(3, burst.Count);
        // The burst has room for seven more: those come behind what it has.
        Assert.Equal(7, ring.Dequeue(burst));
        Assert.Equal([.. packets[7..], .. packets[..7]], burst.Packets);
        Assert.Equal(0, ring.Dequeue(burst));
    }

    [Fact]
    public void A_full_burst_takes_nothing_out_of_the_ring()
    {
        using var pool = new TestPool();
        using Ring<Mbuf> ring = RingTests.Create<Mbuf>(8, RingSyncMode.MultiThread, RingSyncMode.MultiThread);
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(2)]);
        Assert.True(pool.Pool.TryAllocate(burst, 2));
        Assert.True(ring.TryEnqueue(pool.Packet(1)));
        Assert.Equal(0, ring.Dequeue(burst));
        Assert.Equal(1, ring.Count);
        Assert.Equal(1, ring.FreeAll());
    }

    [Fact]
    public void A_ring_that_holds_packets_is_not_disposed()
    {
        using var pool = new TestPool();
        Ring<Mbuf> ring = RingTests.Create<Mbuf>(64, RingSyncMode.MultiThread, RingSyncMode.MultiThread);
        for (int i = 0; i < 40; i++)
        {
            Assert.True(ring.TryEnqueue(pool.Packet((byte)i)));
        }
        var e = Assert.Throws<InvalidOperationException>(ring.Dispose);
        Assert.Equal($"{ring} cannot be disposed: it holds 40 packets, which would be lost. Take them out first (FreeAll frees them).", e.Message);
        Assert.Equal(40, ring.FreeAll());
        pool.AssertFull();
        ring.Dispose();
    }

    [Fact]
    public void One_packet_is_handed_to_another_thread()
    {
        using var pool = new TestPool();
        using Ring<Mbuf> ring = RingTests.Create<Mbuf>(8, RingSyncMode.SingleThread, RingSyncMode.SingleThread);
        byte[]? seen = null;
        var thread = new Thread(() =>
        {
            Mbuf packet;
            while (!ring.TryDequeue(out packet))
            {
                Thread.Yield();
            }
            seen = packet.Data.ToArray();
            packet.Free();
        });
        thread.Start();
        Assert.True(ring.TryEnqueue(pool.Packet(1, 2, 3)));
        thread.Join();
        Assert.Equal([1, 2, 3], seen);
    }
}
