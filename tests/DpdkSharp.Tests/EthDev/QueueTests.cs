using DpdkSharp.Testing;
using DpdkSharp.TestKit;

namespace DpdkSharp.Tests.Devices;

/// <summary>Queues of a net_ring device without arguments: what is sent comes back.</summary>
public sealed class QueueTests : IDisposable
{
    private readonly TestPool _pool = new(4095);
    private readonly EthDev _device = EthDev.Create("net_ring7");

    public QueueTests() => _device.Configure(new() { RxPool = _pool });

    private RxQueue Rx => _device.RxQueues[0];

    private TxQueue Tx => _device.TxQueues[0];

    public void Dispose()
    {
        _device.Dispose();
        _pool.Dispose();
    }

    [Fact]
    public void What_is_sent_comes_back_in_order_and_is_counted()
    {
        _device.Start();
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        for (int i = 0; i < 20; i++)
        {
            Assert.True(burst.TryAdd(_pool.Counting(60, i)));
        }
        Mbuf[] packets = burst.Packets.ToArray();
        Assert.Equal(20, Tx.Prepare(burst));
        Assert.Equal(20, Tx.Send(burst));
        Assert.True(burst.IsEmpty);
        Assert.Equal(20, Rx.Receive(burst));
        Assert.Equal(packets, burst.Packets);
        Assert.Equal(0, Rx.Receive(burst));
        EthStats stats = _device.GetStats();
        Assert.Equal((20ul, 20ul), (stats.SentPackets, stats.ReceivedPackets));
        IReadOnlyList<EthStatistic> all = _device.GetExtendedStats();
        Assert.Equal(all.Count, all.DistinctBy(static s => s.Name, StringComparer.Ordinal).Count());
        Assert.Equal(20ul, all.Single(static s => s.Name == "rx_good_packets").Value);
        Assert.Equal(20ul, all.Single(static s => s.Name == "tx_good_packets").Value);
        _device.ResetStats();
        Assert.Equal(default, _device.GetStats());
        Assert.All(_device.GetExtendedStats(), static s => Assert.Equal(0ul, s.Value));
    }

    [Fact]
    public void Receiving_goes_on_behind_what_the_burst_holds_and_stops_when_it_is_full()
    {
        _device.Start();
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(10)]);
        Assert.True(_pool.Pool.TryAllocate(burst, 10));
        Assert.Equal(10, Tx.Send(burst));
        Mbuf kept = _pool.Packet(1);
        Assert.True(burst.TryAdd(kept));
        Assert.Equal(9, Rx.Receive(burst));
        Assert.Equal((10, kept), (burst.Count, burst[0]));
        Assert.Equal(0, Rx.Receive(burst));
        burst.Clear();
        Assert.Equal(1, Rx.Receive(burst));
    }

    [Fact]
    public void What_the_device_does_not_accept_stays_in_the_burst()
    {
        _device.Start();
        using var burst = new PacketBurst(new Mbuf[PacketBurst.StorageFor(1500)]);
        Assert.True(_pool.Pool.TryAllocate(burst, 1500));
        Mbuf[] packets = burst.Packets.ToArray();
        int sent = Tx.Send(burst);
        Assert.Equal(1023, sent);
        Assert.Equal(packets.AsSpan(sent), burst.Packets);
        Assert.Equal(0, Tx.Send(burst));
        Assert.Equal(1500 - sent, burst.Count);
        burst.Clear();
        Assert.Equal(sent, _pool.Pool.InUseCount);
        Drain(sent);
    }

    [Fact]
    public void An_empty_burst_sends_nothing()
    {
        _device.Start();
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        Assert.Equal((0, 0), (Tx.Send(burst), Tx.Prepare(burst)));
    }

    [Fact]
    public void A_stopped_device_gives_and_takes_nothing()
    {
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        Assert.True(_pool.Pool.TryAllocate(burst, 5));
        Assert.Equal((0, 0), (Rx.Receive(burst), Tx.Send(burst)));
        _device.Start();
        _device.Stop();
        Assert.Equal((0, 0), (Rx.Receive(burst), Tx.Send(burst)));
        Assert.Equal(5, burst.Count);
        using var buffer = Tx.CreateBuffer(2);
        Assert.Equal(0, buffer.Add(_pool.Packet(1)));
        Assert.Equal(0, buffer.Add(_pool.Packet(1)));
        Assert.Equal(2ul, buffer.DroppedCount);
        _device.Start();
        Assert.Equal(5, Tx.Send(burst));
        Drain(5);
    }

    [Fact]
    public void Queues_of_a_disposed_device_give_and_take_nothing()
    {
        EthDev device = EthDev.Create("net_null6");
        device.Configure(new() { RxPool = _pool });
        device.Start();
        (RxQueue rx, TxQueue tx) = (device.RxQueues[0], device.TxQueues[0]);
        device.Dispose();
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        Assert.True(_pool.Pool.TryAllocate(burst, 5));
        if (CheckedMode.IsEnabled)
        {
            // The checked mode takes it for the mistake that it is.
            Assert.Equal(PacketViolation.OwnerDisposed, Violation(rx, _pool, static (queue, b) => ((RxQueue)queue).Receive(b)));
            Assert.Equal(PacketViolation.OwnerDisposed, Violation(tx, _pool, static (queue, b) => ((TxQueue)queue).Send(b)));
            return;
        }
        Assert.Equal((0, 0), (rx.Receive(burst), tx.Send(burst)));
    }

    private static PacketViolation Violation(object queue, PacketPool pool, Action<object, PacketBurst> use) => Assert.Throws<PacketOwnershipException>(() =>
    {
        using var burst = new PacketBurst(new Mbuf[PacketBurst.DefaultStorage]);
        Assert.True(pool.TryAllocate(burst, 1));
        use(queue, burst);
    }).Violation;

    [Fact]
    public void Queues_that_a_device_had_before_it_was_configured_again_give_and_take_nothing()
    {
        EthDev device = EthDev.Create("net_null6");
        device.Configure(new() { RxPool = _pool });
        (RxQueue rx, TxQueue tx) = (device.RxQueues[0], device.TxQueues[0]);
        device.Configure(new() { RxPool = _pool });
        device.Start();
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        Assert.True(_pool.Pool.TryAllocate(burst, 5));
        Assert.Equal((0, 0), (rx.Receive(burst), tx.Send(burst)));
        Assert.Equal(5, burst.Count);
        Assert.Equal((5, 32), (device.TxQueues[0].Send(burst), device.RxQueues[0].Receive(burst)));
        burst.Clear();
        device.Dispose();
    }

    [Fact]
    public void A_queue_of_a_device_that_is_gone_does_not_reach_the_one_that_has_its_number_now()
    {
        EthDev gone = EthDev.Create("net_ring6");
        gone.Configure(new() { RxPool = _pool });
        (RxQueue rx, TxQueue tx) = (gone.RxQueues[0], gone.TxQueues[0]);
        gone.Dispose();
        using EthDev next = EthDev.Create("net_ring6");
        Assert.Equal(gone.PortId, next.PortId);
        if (CheckedMode.IsEnabled)
        {
            // The checked mode takes it for the mistake that it is.
            Assert.Equal(PacketViolation.OwnerDisposed, Violation(tx, _pool, static (queue, b) => ((TxQueue)queue).Send(b)));
            return;
        }
        next.Configure(new() { RxPool = _pool });
        next.Start();
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        Assert.True(_pool.Pool.TryAllocate(burst, 5));
        Assert.Equal(0, tx.Send(burst));
        Assert.Equal(5, next.TxQueues[0].Send(burst));
        Assert.Equal(0, rx.Receive(burst));
        Assert.Equal(5, next.RxQueues[0].Receive(burst));
    }

    [Fact]
    public void A_buffer_sends_when_it_is_full_and_when_it_is_flushed()
    {
        _device.Start();
        using TxBuffer buffer = Tx.CreateBuffer(4);
        Assert.Equal((4, 0), (buffer.Capacity, buffer.Count));
        Assert.Equal(0, buffer.Flush());
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(0, buffer.Add(_pool.Packet(1)));
        }
        Assert.Equal(3, buffer.Count);
        Assert.Equal(4, buffer.Add(_pool.Packet(1)));
        Assert.Equal(0, buffer.Count);
        Assert.Equal(0, buffer.Add(_pool.Packet(1)));
        Assert.Equal(1, buffer.Flush());
        Assert.Equal((5ul, 0ul), (buffer.SentCount, buffer.DroppedCount));
        Drain(5);
    }

    [Fact]
    public void A_buffer_takes_a_whole_burst_and_sends_each_time_it_is_full()
    {
        _device.Start();
        TxBuffer buffer = Tx.CreateBuffer(4);
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        Assert.Equal(0, buffer.Add(burst));
        Assert.True(_pool.Pool.TryAllocate(burst, 10));
        Assert.Equal(8, buffer.Add(burst));
        Assert.Equal((0, 2), (burst.Count, buffer.Count));
        Assert.Equal(2, buffer.Flush());
        Drain(10);

        buffer.Dispose();
        Assert.True(_pool.Pool.TryAllocate(burst, 1));
        bool refused = false;
        try
        {
            buffer.Add(burst);
        }
        catch (ObjectDisposedException)
        {
            refused = true;
        }
        Assert.True(refused);
        Assert.Equal(1, burst.Count);
    }

    [Fact]
    public void What_a_buffer_cannot_send_is_freed_and_counted()
    {
        _device.Start();
        using (TxBuffer buffer = Tx.CreateBuffer(100))
        {
            for (int i = 0; i < 1100; i++)
            {
                buffer.Add(_pool.Packet(1));
            }
            Assert.Equal((1023ul, 77ul), (buffer.SentCount, buffer.DroppedCount));
            Assert.Equal(1023, _pool.Pool.InUseCount);
            // What waits at the end is freed too.
            buffer.Add(_pool.Packet(1));
        }
        Assert.Equal(1023, _pool.Pool.InUseCount);
        Drain(1023);
    }

    [Fact]
    public void A_buffer_takes_packets_until_it_is_disposed()
    {
        TxBuffer buffer = Tx.CreateBuffer();
        Assert.Equal(32, buffer.Capacity);
        Assert.Throws<ArgumentException>(() => buffer.Add(default(Mbuf)));
        buffer.Dispose();
        buffer.Dispose();
        Mbuf packet = _pool.Packet(1);
        Assert.Throws<ObjectDisposedException>(() => buffer.Add(packet));
        Assert.Equal(0, buffer.Flush());
        packet.Free();
        Assert.Throws<ArgumentOutOfRangeException>(() => Tx.CreateBuffer(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Tx.CreateBuffer(65_536));
    }

    [Fact]
    public void Packets_of_a_capture_come_in_and_go_out_byte_for_byte()
    {
        string output = Path.Combine(Path.GetTempPath(), UniqueName.Next("out") + ".pcap");
        IReadOnlyList<byte[]> expected = CaptureFile.ReadFrames(RepositoryPaths.MixedCapture);
        try
        {
            using (EthDev device = EthDev.Create("net_pcap6", $"rx_pcap={RepositoryPaths.MixedCapture},tx_pcap={output}"))
            {
                device.Configure(new() { RxPool = _pool });
                device.Start();
                var timestamp = MbufTimestamp.Register();
                using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
                int received = 0;
                while (device.RxQueues[0].Receive(burst) > 0)
                {
                    foreach (Mbuf packet in burst)
                    {
                        Assert.Equal(expected[received].Length, packet.PacketLength);
                        var bytes = new byte[packet.PacketLength];
                        Assert.True(packet.TryRead(0, bytes));
                        Assert.Equal(expected[received++], bytes);
                        Assert.True(timestamp.TryGet(packet, out ulong time));
                        Assert.NotEqual(0ul, time);
                    }
                    Assert.Equal(burst.Count, device.TxQueues[0].Send(burst));
                }
                Assert.Equal(expected.Count, received);
                Assert.Equal(((ulong)expected.Count, (ulong)expected.Count), (device.GetStats().ReceivedPackets, device.GetStats().SentPackets));
            }
            Assert.Equal(expected, CaptureFile.ReadFrames(output));
        }
        finally
        {
            File.Delete(output);
        }
    }

    private void Drain(int expected)
    {
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        int drained = 0;
        while (Rx.Receive(burst) is > 0 and var count)
        {
            drained += count;
            burst.Clear();
        }
        Assert.Equal(expected, drained);
    }
}
