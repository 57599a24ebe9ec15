using DpdkSharp.TestKit;

namespace DpdkSharp.Checked.Tests;

/// <summary>A pool of a test. It is not looked at when the test ends: some tests damage it.</summary>
internal static class TestPool
{
    /// <summary>Where <see cref="Packet"/> takes packets, as messages name it.</summary>
    public static string Place { get; private set; } = string.Empty;

    public static PacketPool Create(int count = 255, int cacheSize = 0, int privateSize = 0) => PacketPool.Create(UniqueName.Next("pool"), count, cacheSize, privateSize: privateSize);

    /// <summary>A packet of as many bytes.</summary>
    public static Mbuf Packet(this PacketPool pool, int length = 60)
    {
        Place = Message.Here(); bool taken = pool.TryAllocate(out Mbuf packet);
        Assert.True(taken);
        Assert.True(packet.TryAppend(length, out _));
        return packet;
    }
}
