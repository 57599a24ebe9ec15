using System.Diagnostics;
using DpdkSharp.Interop;
using DpdkSharp.TestKit;
using DpdkSharp.Testing;

namespace DpdkSharp.Devices.Tests;

/// <summary>A started virtual device with a pool of its own. Disposing asserts that every packet has come back to the pool.</summary>
internal sealed class TestPort : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private readonly PacketPool _pool = PacketPool.Create(UniqueName.Next("pool"), 8191, 0);

    private readonly List<nint> _lost = [];

    private TestPort(EthDev device) => Device = device;

    public EthDev Device { get; }

    /// <summary>How many packets DPDK's driver is known to lose: they are asserted to be missing when the port is disposed of.</summary>
    public int LostByDriver { get; set; }

    /// <summary>Creates the device and starts it.</summary>
    /// <param name="name">Driver and number.</param>
    /// <param name="arguments">The driver's arguments.</param>
    /// <param name="beforeStart">What has to happen between creation and start.</param>
    public static TestPort Create(string name, string arguments, Action? beforeStart = null)
    {
        var port = new TestPort(EthDev.Create(name, arguments));
        try
        {
            beforeStart?.Invoke();
            port.Device.Configure(new EthDevOptions { RxPool = port._pool });
            port.Device.Start();
            return port;
        }
        catch
        {
            port.Device.Dispose();
            port._pool.Dispose();
            throw;
        }
    }

    /// <summary>Waits for the link to come up.</summary>
    public TestPort WaitForLink()
    {
        Assert.True(Device.WaitForLink(s_patience).IsUp, "the link stays down");
        return this;
    }

    /// <summary>Sends frames, all of them, in order; what does not fit into one buffer goes as a chain.</summary>
    /// <param name="frames">The frames.</param>
    /// <param name="afterBurst">Called after each burst, to take what has arrived at the other end.</param>
    public void Send(IReadOnlyList<byte[]> frames, Action? afterBurst = null)
    {
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        foreach (var chunk in frames.Chunk(burst.Capacity))
        {
            foreach (var frame in chunk)
            {
                var packet = _pool.CreatePacket(frame);
                Assert.True(burst.TryAdd(packet));
                if (LostByDriver > 0)
                {
                    unsafe
                    {
                        _lost.Add((nint)packet.Pointer);
                    }
                }
            }

            for (var started = Stopwatch.GetTimestamp(); !burst.IsEmpty;)
            {
                Device.TxQueues[0].Send(burst);
                Assert.True(Stopwatch.GetElapsedTime(started) < s_patience, $"{burst.Count} packets are not accepted");
            }

            afterBurst?.Invoke();
        }
    }

    /// <summary>Receives until it has as many frames as wanted; fails when they do not come.</summary>
    /// <param name="count">How many.</param>
    /// <param name="wanted">Which ones count; null for all.</param>
    public List<byte[]> Receive(int count, Func<byte[], bool>? wanted = null)
    {
        var frames = new List<byte[]>();
        for (var started = Stopwatch.GetTimestamp(); frames.Count < count;)
        {
            ReceiveAvailable(frames, wanted);
            Assert.True(Stopwatch.GetElapsedTime(started) < s_patience, $"{frames.Count} of {count} frames have arrived");
        }

        return frames;
    }

    /// <summary>Adds what has arrived until now.</summary>
    public void ReceiveAvailable(List<byte[]> frames, Func<byte[], bool>? wanted = null)
    {
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        Device.RxQueues[0].Receive(burst);
        foreach (var packet in burst.Packets)
        {
            var frame = new byte[packet.PacketLength];
            Assert.True(packet.TryRead(0, frame));
            if (wanted?.Invoke(frame) != false)
            {
                frames.Add(frame);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Device.Dispose();
        var available = _pool.AvailableCount;
        var capacity = _pool.Capacity;
        Assert.Equal(capacity - LostByDriver, available);
        // What the driver should have freed: the pool could not be disposed of without it.
        foreach (var lost in _lost)
        {
            unsafe
            {
                Dpdk.rte_pktmbuf_free((rte_mbuf*)lost);
            }
        }
        _pool.Dispose();
    }
}
