using DpdkSharp.TestKit;

namespace DpdkSharp.Tests;

/// <summary>A pool that is full again at the end of the test, or the test fails.</summary>
internal sealed class TestPool : IDisposable
{
    public TestPool(int count = 1023, int cacheSize = 0, int dataRoomSize = PacketPool.DefaultDataRoom) =>
        Pool = PacketPool.Create(UniqueName.Next("pool"), count, cacheSize, dataRoomSize);

    public PacketPool Pool { get; }

    public static implicit operator PacketPool(TestPool pool) => pool.Pool;

    /// <summary>A packet with these bytes.</summary>
    public Mbuf Packet(params ReadOnlySpan<byte> bytes)
    {
        Assert.True(Pool.TryAllocate(out Mbuf packet));
        Assert.True(packet.TryAppend(bytes.Length, out Span<byte> data));
        bytes.CopyTo(data);
        return packet;
    }

    /// <summary>A packet of as many bytes, which count up from a first value.</summary>
    public Mbuf Counting(int length, int first = 0)
    {
        Mbuf packet = Packet(new byte[length]);
        for (int i = 0; i < length; i++)
        {
            packet.Data[i] = (byte)(first + i);
        }
        return packet;
    }

    /// <summary>A packet in as many segments as parts are given.</summary>
    public Mbuf Chain(params IReadOnlyList<byte[]> parts)
    {
        Mbuf packet = Packet(parts[0]);
        foreach (byte[] part in parts.Skip(1))
        {
            Assert.True(packet.TryChain(Packet(part)));
        }
        return packet;
    }

    public void AssertFull() => Assert.Equal(0, Pool.InUseCount);

    public void Dispose()
    {
        AssertFull();
        Pool.Dispose();
    }
}
