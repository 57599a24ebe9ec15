using DpdkSharp.Headers;
using DpdkSharp.Testing.Xunit;
using DpdkSharp.TestKit;

namespace DpdkSharp.Testing.Tests;

/// <summary>Ports in memory: what the test injects the program receives, what the program sends the test takes.</summary>
public sealed class TestPortTests(EalFixture eal)
{
    private static readonly PacketBuilder s_packet = Packet.Ethernet().Ipv4().Udp(1000, 53).Payload("question");

    [Fact]
    public void What_is_injected_is_received_and_what_is_sent_is_taken()
    {
        using TestPort port = TestPort.Create();
        port.Inject(s_packet, Packet.Ethernet().Arp());

        Assert.Equal(2, Echo(port.Device, port.Device));

        IReadOnlyList<TestPacket> sent = port.TakeAll();
        PacketAssert.Equal([Swapped(s_packet), Swapped(Packet.Ethernet().Arp())], sent);
        Assert.Equal("question"u8, sent[0].Payload);
        Assert.Equal((2, 2, 0, 0), (port.InjectedCount, port.TakenCount, port.WaitingCount, port.SentCount));
        EthStats counters = port.Device.GetStats();
        Assert.Equal((2UL, 2UL), (counters.ReceivedPackets, counters.SentPackets));
    }

    [Fact]
    public void Packets_cross_from_port_to_port_in_both_directions()
    {
        using TestPort left = TestPort.Create();
        using TestPort right = TestPort.Create(new TestPortOptions { Pool = left.Pool });
        left.Inject(s_packet);
        right.Inject(Packet.Ethernet().Arp(), Packet.Ethernet().Vlan(5).Ipv6());

        Assert.Equal((1, 2), (Echo(left.Device, right.Device), Echo(right.Device, left.Device)));

        Assert.Single(right.TakeAll());
        Assert.Equal(5, left.TakeAll()[1].Header<VlanHeader>().VlanId);
    }

    [Fact]
    public void Received_packets_are_of_the_port_and_in_the_segments_asked_for()
    {
        using TestPort port = TestPort.Create();
        port.Inject(s_packet.ToArray(), 0, 10, 20);

        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        Assert.Equal(1, port.Device.RxQueues[0].Receive(burst));
        Assert.Equal((port.Device.PortId, 3), (burst[0].Port, burst[0].SegmentCount));
        port.Device.TxQueues[0].Send(burst);

        Assert.Equal([10, 20, 20], PacketAssert.Single(port.TakeAll()).SegmentLengths);
    }

    [Fact]
    public void Every_queue_has_a_wire_of_its_own()
    {
        using TestPort port = TestPort.Create(new TestPortOptions { RxQueueCount = 2, TxQueueCount = 3 });
        port.Inject(s_packet.ToArray(), queue: 1);

        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        Assert.Equal(0, port.Device.RxQueues[0].Receive(burst));
        Assert.Equal(1, port.Device.RxQueues[1].Receive(burst));
        port.Device.TxQueues[2].Send(burst);

        Assert.False(port.TryTake(out _, queue: 0));
        Assert.True(port.TryTake(out _, queue: 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => port.TryTake(out _, queue: 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => port.Inject(s_packet.ToArray(), queue: 2));
    }

    [Fact]
    public void A_full_wire_refuses_and_loses_nothing()
    {
        using TestPort port = TestPort.Create(new TestPortOptions { QueueCapacity = 2, PoolSize = 15 });
        port.Inject(s_packet, s_packet);
        Assert.Contains("full", Assert.Throws<InvalidOperationException>(() => port.Inject(s_packet)).Message, StringComparison.Ordinal);
        Assert.Equal(2, port.Pool.InUseCount);

        // And what the program sends beyond stays the program's.
        Echo(port.Device, port.Device);
        port.Inject(s_packet, s_packet);
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        port.Device.RxQueues[0].Receive(burst);
        Assert.Equal(0, port.Device.TxQueues[0].Send(burst));
        Assert.Equal(2, burst.Count);
    }

    [Fact]
    public void A_whole_capture_passes_in_steps_of_the_wire()
    {
        using TestPort port = TestPort.Create(new TestPortOptions { QueueCapacity = 100 });
        IReadOnlyList<CapturedPacket> capture = CaptureFile.Read(RepositoryPaths.MixedCapture);
        var sent = new List<TestPacket>();

        for (int next = 0; next < capture.Count;)
        {
            next += port.Inject(capture.Skip(next));
            Assert.NotEqual(0, Echo(port.Device, port.Device));
            sent.AddRange(port.TakeAll());
        }

        PacketAssert.Equal([.. capture.Select(static p => Swapped(p.Data.ToArray()))], sent);
    }

    [Fact]
    public void A_port_that_the_program_starts_itself_is_left_to_it()
    {
        using TestPort port = TestPort.Create(new TestPortOptions { Started = false });
        Assert.False(port.Device.IsStarted);

        port.Device.Configure(new EthDevOptions { RxPool = port.Pool });
        port.Device.Start();
        port.Inject(s_packet);
        Assert.Equal(1, Echo(port.Device, port.Device));
    }

    [Fact]
    public void Ports_come_and_go()
    {
        for (int i = 0; i < 50; i++)
        {
            using TestPort port = TestPort.Create();
            port.Inject(s_packet);
            port.Dispose();
            Assert.Throws<ObjectDisposedException>(() => port.Inject(s_packet));
        }
        Assert.Empty(EthDev.PortIds);
    }

    [Fact]
    public void A_program_on_an_lcore_is_waited_for()
    {
        using TestPort port = TestPort.Create();
        port.Inject(s_packet);
        eal.Run(() => eal.Eal.MainLcore.Launch(() => Echo(port.Device, port.Device)).Wait());
        Assert.Single(port.WaitForPackets(1));

        string message = Assert.Throws<TimeoutException>(() => port.WaitForPackets(1, TimeSpan.FromMilliseconds(10))).Message;
        Assert.Contains("0 of 1", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_programs_talk_over_a_link()
    {
        using TestLink link = TestLink.Create();
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        Assert.True(burst.TryAdd(s_packet.ToMbuf(link.Pool)));
        link.Left.TxQueues[0].Send(burst);
        Assert.Equal(1, link.Count);

        Assert.Equal(1, Echo(link.Right, link.Right));
        Assert.Equal(1, link.Left.RxQueues[0].Receive(burst));

        PacketAssert.Equal(Swapped(s_packet), TestPacket.Copy(burst[0]));
    }

    [Fact]
    public void A_clock_stamps_what_is_received()
    {
        var clock = new VirtualClock(DateTimeOffset.UnixEpoch);
        using TestPort port = TestPort.Create(new TestPortOptions { Clock = clock });
        var stamps = MbufTimestamp.Register();
        clock.Advance(TimeSpan.FromSeconds(2));
        port.Inject(s_packet);
        port.Inject([new CapturedPacket(s_packet.ToArray(), 3_000_000_100)]);

        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        port.Device.RxQueues[0].Receive(burst);
        Assert.True(stamps.TryGet(burst[0], out ulong first));
        Assert.True(stamps.TryGet(burst[1], out ulong second));
        Assert.Equal((2_000_000_000UL, 3_000_000_100UL), (first, second));
        Assert.Equal(EalClock.ToCycles(TimeSpan.FromTicks(30_000_001)), clock.Cycles);
    }

    [Fact]
    public void Delays_that_a_clock_has_taken_over_take_no_time()
    {
        var clock = new VirtualClock();
        DateTimeOffset start = clock.GetUtcNow();
        long realStart = TimeProvider.System.GetTimestamp();
        using (clock.TakeOverDelays())
        {
            Assert.Throws<InvalidOperationException>(new VirtualClock().TakeOverDelays);
            EalClock.Delay(TimeSpan.FromMinutes(10));
            DpdkSharp.Interop.Dpdk.rte_delay_us(7);
        }
        Assert.Equal(TimeSpan.FromMinutes(10) + TimeSpan.FromMicroseconds(7), clock.GetUtcNow() - start);
        Assert.True(TimeProvider.System.GetElapsedTime(realStart) < TimeSpan.FromMinutes(1));

        EalClock.Delay(TimeSpan.FromMilliseconds(1));
        Assert.Equal(TimeSpan.FromMinutes(10) + TimeSpan.FromMicroseconds(7), clock.GetUtcNow() - start);
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(17, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 0)]
    public void Options_out_of_range_are_refused(int rxQueues, int txQueues, int capacity)
    {
        var options = new TestPortOptions { RxQueueCount = rxQueues, TxQueueCount = txQueues, QueueCapacity = capacity };
        Assert.Throws<ArgumentException>(() => TestPort.Create(options));
        Assert.Throws<ArgumentException>(() => TestLink.Create(options));
    }

    [Fact]
    public void A_broken_chain_is_told_and_not_followed()
    {
        using TestPort port = TestPort.Create();
        unsafe
        {
            Mbuf packet = s_packet.ToMbuf(port.Pool, 20);
            packet.Pointer->pkt_len++;
            Assert.Contains("broken", Assert.Throws<InvalidOperationException>(() => TestPacket.Copy(packet)).Message, StringComparison.Ordinal);
            packet.Pointer->pkt_len--;
            var second = packet.Pointer->next->next;
            packet.Pointer->next->next = packet.Pointer;
            Assert.Throws<InvalidOperationException>(() => TestPacket.Copy(packet));
            packet.Pointer->next->next = second;
            packet.Free();
        }
    }

    /// <summary>The program under test: sends what it receives, with the MAC addresses exchanged.</summary>
    private static int Echo(EthDev from, EthDev to)
    {
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(256)]);
        int received = from.RxQueues[0].Receive(burst);
        foreach (Mbuf packet in burst)
        {
            if (packet.TryGetHeader(0, out HeaderRef<EthernetHeader> ethernet))
            {
                ethernet.Value.SwapAddresses();
            }
        }
        to.TxQueues[0].Send(burst);
        return received;
    }

    private static TestPacket Swapped(TestPacket packet) => packet.With(static (ref EthernetHeader e) => e.SwapAddresses());
}
