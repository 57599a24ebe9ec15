namespace DpdkSharp.Tests.Packets;

public class PacketBurstTests
{
    [Fact]
    public void A_burst_starts_empty_whatever_its_storage_held()
    {
        Span<Mbuf> storage = new Mbuf[PacketBurst.StorageFor(32)];
        System.Runtime.InteropServices.MemoryMarshal.AsBytes(storage).Fill(0xFF);
        using var burst = new PacketBurst(storage);
        Assert.Equal((0, 32, 32), (burst.Count, burst.Capacity, burst.FreeCount));
        Assert.True(burst.IsEmpty);
        Assert.Equal(0, burst.Packets.Length);
        Assert.Equal(PacketBurst.DefaultStorage, PacketBurst.StorageFor(32));
    }

    [Fact]
    public void A_burst_needs_room_for_a_packet()
    {
        Assert.Throws<ArgumentException>(static () => new PacketBurst([]).Dispose());
        Assert.Throws<ArgumentException>(static () => new PacketBurst(new Mbuf[1]).Dispose());
        default(PacketBurst).Dispose();
        default(PacketBurst).Clear();
    }

    [Fact]
    public void What_is_left_is_freed_at_the_end()
    {
        using var pool = new TestPool();
        using (var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]))
        {
            Assert.True(pool.Pool.TryAllocate(burst, 32));
            Assert.Equal(32, pool.Pool.InUseCount);
        }
        pool.AssertFull();
    }

    [Fact]
    public void Packets_are_added_until_it_is_full()
    {
        using var pool = new TestPool();
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(2)]);
        Mbuf one = pool.Packet(1);
        Mbuf two = pool.Packet(2);
        Mbuf three = pool.Packet(3);
        Assert.False(burst.TryAdd(default));
        Assert.True(burst.TryAdd(one));
        Assert.True(burst.TryAdd(two));
        Assert.False(burst.TryAdd(three));
        Assert.Equal([one, two], burst.Packets);
        Assert.Equal((one, two), (burst[0], burst[1]));
        three.Free();
    }

    [Fact]
    public void All_packets_are_taken_in_their_order()
    {
        using var pool = new TestPool();
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(4)]);
        Mbuf[] packets = [pool.Packet(0), pool.Packet(1), pool.Packet(2)];
        foreach (Mbuf packet in packets)
        {
            Assert.True(burst.TryAdd(packet));
        }
        var taken = new Mbuf[4];
        bool refused = false;
        try
        {
            burst.TakeAll(taken.AsSpan(0, 2));
        }
        catch (ArgumentException)
        {
            refused = true;
        }
        Assert.True(refused);
        Assert.Equal(3, burst.Count);
        Assert.Equal(3, burst.TakeAll(taken));
        Assert.Equal([.. packets, default], taken);
        Assert.True(burst.IsEmpty);
        Assert.Equal(0, burst.TakeAll([]));
        Array.ForEach(packets, static p => p.Free());
    }

    [Fact]
    public void Taking_and_dropping_put_the_last_packet_in_the_gap()
    {
        using var pool = new TestPool();
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(4)]);
        Mbuf[] packets = [pool.Packet(0), pool.Packet(1), pool.Packet(2), pool.Packet(3)];
        foreach (Mbuf packet in packets)
        {
            Assert.True(burst.TryAdd(packet));
        }
        Mbuf taken = burst.Take(1);
        Assert.Equal(packets[1], taken);
        Assert.Equal([packets[0], packets[3], packets[2]], burst.Packets);
        burst.Drop(2);
        Assert.Equal([packets[0], packets[3]], burst.Packets);
        Assert.Equal(3, pool.Pool.InUseCount);
        taken.Free();
        Assert.Equal(2, pool.Pool.InUseCount);
    }

    [Fact]
    public void Indexes_are_checked()
    {
        foreach (int index in (int[])[-1, 1, 2, int.MaxValue, int.MinValue])
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => WithOnePacket(burst => _ = burst[index]));
            Assert.Throws<ArgumentOutOfRangeException>(() => WithOnePacket(burst => burst.Take(index)));
            var e = Assert.Throws<ArgumentOutOfRangeException>(() => WithOnePacket(burst => burst.Drop(index)));
            Assert.StartsWith("The burst holds 1 packets.", e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Copies_are_the_same_burst()
    {
        using var pool = new TestPool();
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        Fill(burst, pool, 3);
        Assert.Equal(3, burst.Count);
        PacketBurst copy = burst;
        copy.Drop(0);
        Assert.Equal(2, burst.Count);
        copy.Dispose();
        Assert.Equal(0, burst.Count);
        pool.AssertFull();

        static void Fill(PacketBurst burst, TestPool pool, int count)
        {
            for (int i = 0; i < count; i++)
            {
                Assert.True(burst.TryAdd(pool.Packet((byte)i)));
            }
        }
    }

    [Fact]
    public void Moving_takes_the_first_packets_as_far_as_there_is_room()
    {
        using var pool = new TestPool();
        using var source = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(8)]);
        using var target = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(6)]);
        Assert.True(pool.Pool.TryAllocate(source, 8));
        Assert.True(pool.Pool.TryAllocate(target, 2));
        Mbuf[] packets = source.Packets.ToArray();
        Mbuf[] before = target.Packets.ToArray();
        Assert.Equal(4, source.MoveTo(target));
        Assert.Equal([.. before, .. packets[..4]], target.Packets);
        Assert.Equal(packets.AsSpan(4), source.Packets);
        Assert.Equal(0, source.MoveTo(target));
        Assert.Equal(10, pool.Pool.InUseCount);
        target.Clear();
        Assert.Equal(4, source.MoveTo(target));
        Assert.True(source.IsEmpty);
        Assert.Equal(0, source.MoveTo(target));
    }

    [Fact]
    public void Moving_to_itself_loses_nothing()
    {
        using var pool = new TestPool();
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(5)]);
        Assert.True(pool.Pool.TryAllocate(burst, 3));
        Mbuf[] packets = burst.Packets.ToArray();
        burst.MoveTo(burst);
        Assert.Equal(packets.ToHashSet(), burst.Packets.ToArray().ToHashSet());
        Assert.Equal(3, burst.Count);
    }

    [Fact]
    public void A_cleared_burst_is_used_again()
    {
        using var pool = new TestPool(7);
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(7)]);
        for (int i = 0; i < 5; i++)
        {
            Assert.True(pool.Pool.TryAllocate(burst, 7));
            burst.Clear();
            burst.Clear();
            pool.AssertFull();
        }
    }

    [Fact]
    public void Chains_and_packets_of_several_pools_go_back_to_where_they_came_from()
    {
        using var one = new TestPool();
        using var two = new TestPool();
        using (var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]))
        {
            Assert.True(burst.TryAdd(one.Chain([1], [2], [3])));
            Assert.True(burst.TryAdd(two.Packet(4)));
            Assert.True(burst.TryAdd(one.Packet(5)));
            Assert.Equal((4, 1), (one.Pool.InUseCount, two.Pool.InUseCount));
        }
        one.AssertFull();
        two.AssertFull();
    }

    [Fact]
    public void The_packets_are_enumerated_in_order()
    {
        using var pool = new TestPool();
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        for (byte i = 0; i < 5; i++)
        {
            Assert.True(burst.TryAdd(pool.Packet(i)));
        }
        var seen = new List<byte>();
        foreach (Mbuf packet in burst)
        {
            seen.Add(packet.Data[0]);
        }
        Assert.Equal([0, 1, 2, 3, 4], seen);
    }

    private delegate void BurstAction(PacketBurst burst);

    private static void WithOnePacket(BurstAction action)
    {
        using var pool = new TestPool(7);
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        Assert.True(burst.TryAdd(pool.Packet(1)));
        action(burst);
    }
}
