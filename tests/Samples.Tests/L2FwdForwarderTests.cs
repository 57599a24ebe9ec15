using DpdkSharp.Headers;
using DpdkSharp.Samples.L2Fwd;
using DpdkSharp.Testing;
using DpdkSharp.Testing.Xunit;

namespace DpdkSharp.Samples.Tests;

/// <summary>The loop of l2fwd in this process, between ports in memory.</summary>
public sealed class L2FwdForwarderTests(EalFixture eal)
{
    private static readonly PacketBuilder s_packet = Packet.Ethernet().Ipv4().Udp().Payload("l2fwd");

    [Fact]
    public void Packets_cross_in_both_directions_with_new_addresses()
    {
        using TestPort left = TestPort.Create();
        using TestPort right = TestPort.Create();
        Run(left, right, macUpdating: true, () =>
        {
            left.Inject(s_packet);
            right.Inject(Packet.Ethernet().Arp());

            PacketAssert.Equal([Rewritten(s_packet, right)], right.WaitForPackets(1));
            PacketAssert.Equal([Rewritten(Packet.Ethernet().Arp(), left)], left.WaitForPackets(1));
        });
    }

    [Fact]
    public void Without_MAC_updating_they_stay_as_they_are()
    {
        using TestPort left = TestPort.Create();
        using TestPort right = TestPort.Create();
        Run(left, right, macUpdating: false, () =>
        {
            left.Inject(s_packet);
            PacketAssert.Equal([s_packet], right.WaitForPackets(1));
        });
    }

    [Fact]
    public void Frames_too_short_for_addresses_and_chains_pass()
    {
        using TestPort left = TestPort.Create();
        using TestPort right = TestPort.Create();
        Run(left, right, macUpdating: true, () =>
        {
            left.Inject([1, 2, 3]);
            left.Inject(s_packet.ToArray(), 0, 20);
            left.Inject(s_packet.ToArray(), 0, 13);

            PacketAssert.Equal([Packet.Raw(1, 2, 3), Rewritten(s_packet, right), s_packet], right.WaitForPackets(3));
        });
    }

    [Fact]
    public void What_a_full_port_does_not_take_is_counted_as_dropped()
    {
        using TestPort left = TestPort.Create();
        using TestPort right = TestPort.Create(new TestPortOptions { QueueCapacity = 8 });
        (PortStatistics _, PortStatistics of) = Run(left, right, macUpdating: true, () =>
        {
            for (int i = 0; i < 32; i++)
            {
                left.Inject(s_packet);
            }
            SpinWait.SpinUntil(() => left.WaitingCount == 0 && right.SentCount == 8, TimeSpan.FromSeconds(10));
        });

        Assert.Equal((8UL, 24UL), (of.Sent, of.Dropped));
        Assert.Equal(8, right.TakeAll().Count);
    }

    /// <summary>Runs the loop on the main lcore while the test does something.</summary>
    private (PortStatistics Left, PortStatistics Right) Run(TestPort left, TestPort right, bool macUpdating, Action test)
    {
        using var from = new ForwardedPort(left.Device);
        using var to = new ForwardedPort(right.Device);
        using var stop = new StopSignal();
        var options = new L2FwdOptions(3, Promiscuous: false, QueuesPerLcore: 2, TimerPeriod: 0, macUpdating, PortMap: null);
        var forwarder = new Forwarder([(from, to), (to, from)], options, screen: null, stop);
        Task loop = Task.Run(() => eal.Run(() => eal.Eal.MainLcore.Launch(forwarder.Run).Wait()), TestContext.Current.CancellationToken);
        try
        {
            test();
        }
        finally
        {
            stop.Request();
            loop.Wait(TestContext.Current.CancellationToken);
        }
        return (from.Statistics, to.Statistics);
    }

    private static TestPacket Rewritten(TestPacket packet, TestPort to) => packet.With((ref EthernetHeader e) =>
        e.Addresses = new MacAddressPair(new MacAddress(2, 0, 0, 0, 0, (byte)to.Device.PortId), to.Device.MacAddress));
}
