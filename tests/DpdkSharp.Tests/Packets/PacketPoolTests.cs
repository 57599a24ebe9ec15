using DpdkSharp.TestKit;

namespace DpdkSharp.Tests.Packets;

public class PacketPoolTests
{
    [Fact]
    public void A_pool_is_what_was_asked_for()
    {
        string name = UniqueName.Next("pool");
        using PacketPool pool = PacketPool.Create(name, 127, 8, dataRoomSize: 1024, privateSize: 16);
        Assert.Equal(name, pool.Name);
        Assert.Equal($"the packet pool '{name}'", pool.ToString());
        Assert.Equal((127, 127, 0), (pool.Capacity, pool.AvailableCount, pool.InUseCount));
        Assert.Equal((1024, 16), (pool.DataRoomSize, pool.PrivateSize));
        Assert.True(pool.TryAllocate(out Mbuf packet));
        Assert.Equal((0, 0, 128, 896, 1), (packet.DataLength, packet.PacketLength, packet.Headroom, packet.Tailroom, packet.SegmentCount));
        Assert.Equal((1, 126), (pool.InUseCount, pool.AvailableCount));
        packet.Free();
    }

    [Fact]
    public void Names_are_unique_and_not_too_long()
    {
        string longest = UniqueName.Next("pool").PadRight(25, 'x');
        using PacketPool pool = PacketPool.Create(longest, 7, 0);
        var exists = Assert.Throws<DpdkException>(() => PacketPool.Create(longest, 7, 0));
        Assert.Equal(("rte_pktmbuf_pool_create", 17), (exists.Function, exists.Errno));
        Assert.StartsWith($"The packet pool '{longest}' could not be created (rte_pktmbuf_pool_create: File exists).", exists.Message, StringComparison.Ordinal);
        Assert.EndsWith("choose another name, or dispose of the other one first.", exists.Message, StringComparison.Ordinal);
        var tooLong = Assert.Throws<ArgumentException>(() => PacketPool.Create(longest + "x", 7, 0));
        Assert.StartsWith($"The name '{longest}x' takes 26 bytes; DPDK allows 25.", tooLong.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(static () => PacketPool.Create("", 7, 0));
        Assert.Throws<ArgumentException>(static () => PacketPool.Create("ä".PadRight(25, 'ö'), 7, 0));
    }

    [Fact]
    public void Numbers_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(static () => PacketPool.Create("bad", 0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => PacketPool.Create("bad", -1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => PacketPool.Create("bad", 1 << 30, 0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => PacketPool.Create("bad", int.MaxValue, 0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => PacketPool.Create("bad", 7, -1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => PacketPool.Create("bad", 10_000, 513));
        Assert.Throws<ArgumentOutOfRangeException>(static () => PacketPool.Create("bad", 7, 0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => PacketPool.Create("bad", 7, 0, 65_536));
        Assert.Throws<ArgumentOutOfRangeException>(static () => PacketPool.Create("bad", 7, 0, privateSize: -8));
        Assert.StartsWith("The private area must be a multiple of 8 bytes; 12 is not.",
            Assert.Throws<ArgumentException>(static () => PacketPool.Create("bad", 7, 0, privateSize: 12)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cache_that_could_empty_the_pool_is_refused()
    {
        var e = Assert.Throws<ArgumentException>(static () => PacketPool.Create("bad", 100, 67));
        Assert.StartsWith("A cache of 67 is too large for a pool of 100: at most 66. Make the pool larger or the cache smaller.", e.Message, StringComparison.Ordinal);
        using PacketPool pool = PacketPool.Create(UniqueName.Next("pool"), 100, 66);
    }

    [Theory]
    [InlineData(2_000_000)]
    [InlineData((1 << 30) - 1)]
    public void Too_little_memory_says_how_much_is_needed(int count)
    {
        string name = UniqueName.Next("pool");
        var e = Assert.Throws<DpdkException>(() => PacketPool.Create(name, count));
        Assert.Contains(e.Errno, (int[])[12, 105]);
        Assert.Contains($"It needs about {(long)count * (2176 + 128 + 64) / 1024 / 1024 + 1} MB of EAL's memory", e.Message, StringComparison.Ordinal);
        // Nothing of it is left behind.
        using PacketPool pool = PacketPool.Create(name, 7, 0);
    }

    [Fact]
    public void An_exhausted_pool_says_so_and_recovers()
    {
        using var pool = new TestPool(7);
        var packets = new List<Mbuf>();
        while (pool.Pool.TryAllocate(out Mbuf packet))
        {
            packets.Add(packet);
        }
        Assert.Equal(7, packets.Distinct().Count());
        Assert.Equal((0, 7), (pool.Pool.AvailableCount, pool.Pool.InUseCount));
        Assert.False(pool.Pool.TryAllocate(out Mbuf none));
        Assert.True(none.IsNull);
        packets[3].Free();
        Assert.True(pool.Pool.TryAllocate(out Mbuf again));
        Assert.Equal(packets[3], again);
        packets.ForEach(static p => p.Free());
    }

    [Fact]
    public void Several_packets_are_allocated_all_or_none()
    {
        using var pool = new TestPool(7);
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(8)]);
        Assert.False(pool.Pool.TryAllocate(burst, 8));
        Assert.False(pool.Pool.TryAllocate(burst, 9));
        Assert.Equal((0, 7), (burst.Count, pool.Pool.AvailableCount));
        Assert.True(pool.Pool.TryAllocate(burst, 0));
        Assert.True(pool.Pool.TryAllocate(burst, 5));
        Assert.Equal((5, 2), (burst.Count, pool.Pool.AvailableCount));
        Assert.True(pool.Pool.TryAllocate(burst, 2));
        Assert.False(pool.Pool.TryAllocate(burst, 1));
        Assert.All(burst.Packets.ToArray(), static p => Assert.Equal((0, 1), (p.PacketLength, p.ReferenceCount)));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
        {
            using var other = new PacketBurst(new Mbuf[3]);
            pool.Pool.TryAllocate(other, -1);
        });
    }

    [Fact]
    public void A_pool_with_packets_out_is_not_disposed()
    {
        PacketPool pool = PacketPool.Create(UniqueName.Next("pool"), 7, 0);
        Assert.True(pool.TryAllocate(out Mbuf one));
        Assert.True(pool.TryAllocate(out Mbuf two));
        var e = Assert.ThrowsAny<InvalidOperationException>(pool.Dispose);
        Assert.StartsWith($"{pool} cannot be disposed: 2 of its 7 packets are still out.", e.Message, StringComparison.Ordinal);
        one.Free();
        two.Free();
        pool.Dispose();
        pool.Dispose();
        Assert.Throws<ObjectDisposedException>(() => pool.TryAllocate(out _));
        Assert.Throws<ObjectDisposedException>(() => pool.Capacity);
    }

    [Fact]
    public void A_pool_that_queues_use_is_not_disposed_and_names_them()
    {
        var pool = new TestPool();
        using (EthDev device = EthDev.Create("net_null8"))
        {
            device.Configure(new() { RxQueueCount = 2, RxPool = pool });
            var e = Assert.Throws<InvalidOperationException>(pool.Pool.Dispose);
            Assert.Equal(
                $"{pool.Pool} cannot be disposed while RX queue 0 of {device}, RX queue 1 of {device} are in use. Dispose of what was created last first.", e.Message);
        }
        pool.Dispose();
    }
}
