using DpdkSharp.TestKit;

namespace DpdkSharp.Checked.Tests;

/// <summary>The pools of a test.</summary>
internal static class TestPool
{
    private static readonly List<PacketPool> s_pools = [];

    /// <summary>Where <see cref="Packet"/> takes packets, as messages name it.</summary>
    public static string Place { get; private set; } = string.Empty;

    public static PacketPool Create(int count = 255, int cacheSize = 0, int privateSize = 0)
    {
        var pool = PacketPool.Create(UniqueName.Next("pool"), count, cacheSize, privateSize: privateSize);
        s_pools.Add(pool);
        return pool;
    }

    /// <summary>A packet of as many bytes.</summary>
    public static Mbuf Packet(this PacketPool pool, int length = 60)
    {
        Place = Message.Here(); bool taken = pool.TryAllocate(out Mbuf packet);
        Assert.True(taken);
        Assert.True(packet.TryAppend(length, out _));
        return packet;
    }

    public static void DisposeAll()
    {
        PacketPool[] pools = [.. s_pools];
        s_pools.Clear();
        Array.ForEach(pools, static p => p.Dispose());
    }
}
