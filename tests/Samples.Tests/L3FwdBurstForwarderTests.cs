using DpdkSharp.Headers;
using DpdkSharp.Samples.L3Fwd;
using DpdkSharp.Testing;
using DpdkSharp.TestKit;

namespace DpdkSharp.Samples.Tests;

/// <summary>What l3fwd does to a burst, in this process: no loop, no command line, the packets that a test thinks of.</summary>
public sealed class L3FwdBurstForwarderTests
{
    private static readonly MacAddress s_nextRouter = MacAddress.Parse("02:00:00:00:00:99");

    [Fact]
    public void A_packet_with_a_route_leaves_one_hop_older_with_new_addresses_and_a_right_checksum()
    {
        using var router = new Router();
        PacketBuilder four = Packet.Ethernet().Ipv4(destination: "198.51.100.7", options: [148, 4, 0, 0]).Udp().Payload("x");
        PacketBuilder six = Packet.Ethernet().Ipv6(destination: "2001:db8:1::7").Tcp();

        IReadOnlyList<TestPacket> sent = router.Forward([four, six]);

        PacketAssert.Equal(
            [
                Packet.Ethernet(router.Port.Device.MacAddress, s_nextRouter).Ipv4(destination: "198.51.100.7", timeToLive: 63, options: [148, 4, 0, 0]).Udp().Payload("x"),
                Packet.Ethernet(router.Port.Device.MacAddress, s_nextRouter).Ipv6(destination: "2001:db8:1::7", hopLimit: 63).Tcp(),
            ],
            sent);
        Assert.All(sent, PacketAssert.ChecksumsAreRight);
    }

    [Fact]
    public void What_cannot_be_forwarded_is_dropped()
    {
        using var router = new Router();
        PacketBuilder[] hopeless =
        [
            Packet.Ethernet().Ipv4(destination: "203.0.113.1").Udp(),
            Packet.Ethernet().Ipv4(destination: "198.51.100.7", timeToLive: 1).Udp(),
            Packet.Ethernet().Ipv4(destination: "198.51.100.7", timeToLive: 0).Udp(),
            Packet.Ethernet().Ipv4(destination: "198.51.100.7", totalLength: 1000).Udp(),
            Packet.Ethernet().Ipv4(destination: "198.51.100.7", totalLength: 19).Udp(),
            Packet.Ethernet().Ipv6(destination: "2001:db8:1::7", hopLimit: 1).Udp(),
            Packet.Ethernet().Ipv6(destination: "2001:db8:2::7").Udp(),
            Packet.Ethernet().Vlan(1).Ipv4(destination: "198.51.100.7").Udp(),
            Packet.Ethernet().Arp(),
            Packet.Raw(1, 2, 3),
            Packet.Ethernet(etherType: EtherType.Ipv4),
            Packet.Ethernet(etherType: EtherType.Ipv4).Payload(0x65, 0, 0, 20, 0, 0, 0, 0, 64, 17, 0, 0, 192, 0, 2, 1, 198, 51, 100, 7),
        ];

        PacketAssert.Empty(router.Forward(hopeless));
        Assert.Equal(hopeless.Length, router.DroppedCount);
    }

    [Fact]
    public void A_header_beyond_the_first_segment_is_dropped_and_one_within_it_forwarded()
    {
        using var router = new Router();
        PacketBuilder packet = Packet.Ethernet().Ipv4(destination: "198.51.100.7").Udp().PayloadOfLength(50);

        PacketAssert.Empty(router.Forward([packet], 33));
        Assert.Equal([34, 34, 24], PacketAssert.Single(router.Forward([packet], 34)).SegmentLengths);
    }

    [Fact]
    public void The_shipped_capture_passes_as_far_as_it_has_routes()
    {
        using var router = new Router("192.0.2.0", "2001:db8::");
        byte[][] capture = [.. CaptureFile.ReadFrames(RepositoryPaths.MixedCapture)];
        int routed = capture.Count(static f => IsRouted(f));

        IReadOnlyList<TestPacket> sent = router.Forward([.. capture.Select(static f => Packet.Raw(f))]);

        Assert.Equal(routed, sent.Count);
        Assert.Equal(capture.Length - routed, router.DroppedCount);
    }

    private static bool IsRouted(TestPacket packet) =>
        !packet.TryGetHeader<VlanHeader>(out _) &&
        ((packet.TryGetHeader(out Ipv4Header four) && four.TimeToLive > 1 && four.Destination.Value >> 8 == 0xC000_02) ||
        (packet.TryGetHeader(out Ipv6Header six) && six.HopLimit > 1 && six.Destination.High == 0x2001_0DB8_0000_0000));

    /// <summary>A router with one port, and one route of each kind to it.</summary>
    private sealed class Router : IDisposable
    {
        private readonly Lpm _lpm = Lpm.Create(UniqueName.Next("lpm"), 16);
        private readonly Lpm6 _lpm6 = Lpm6.Create(UniqueName.Next("lpm"), 16, 256);
        private readonly TxPort _txPort;
        private readonly BurstForwarder<LpmPortLookup, Ipv4Address, Ipv6Address> _forwarder;

        public Router(string network4 = "198.51.100.0", string network6 = "2001:db8:1::")
        {
            _lpm.Add(Ipv4Address.Parse(network4), 24, 0);
            _lpm6.Add(Ipv6Address.Parse(network6), 64, 0);
            _txPort = new TxPort(Port.Device.TxQueues[0].CreateBuffer(), Port.Device.MacAddress, s_nextRouter);
            _forwarder = new BurstForwarder<LpmPortLookup, Ipv4Address, Ipv6Address>(new LpmPortLookup(_lpm, _lpm6), [_txPort], parsePacketType: true);
        }

        public TestPort Port { get; } = TestPort.Create();

        public int DroppedCount { get; private set; }

        public IReadOnlyList<TestPacket> Forward(IReadOnlyList<PacketBuilder> packets, params ReadOnlySpan<int> segmentLengths)
        {
            using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(512)]);
            foreach (PacketBuilder packet in packets)
            {
                Assert.True(burst.TryAdd(packet.ToMbuf(Port.Pool, segmentLengths)));
            }
            DroppedCount += _forwarder.Forward(burst);
            _txPort.Buffer.Flush();
            return Port.TakeAll();
        }

        public void Dispose()
        {
            _txPort.Dispose();
            Port.Dispose();
            _lpm.Dispose();
            _lpm6.Dispose();
        }
    }
}
