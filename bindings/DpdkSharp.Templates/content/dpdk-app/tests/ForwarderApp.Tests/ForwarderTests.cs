using DpdkSharp.Headers;
using DpdkSharp.Testing;

namespace ForwarderApp.Tests;

public sealed class ForwarderTests
{
    private static PacketBuilder Question => Packet.Ethernet().Ipv4("192.0.2.1", "198.51.100.1").Udp(4000, 53).Payload("question");

    [Fact]
    public void A_packet_leaves_by_the_other_port_with_its_address()
    {
        using TestPort left = TestPort.Create();
        using TestPort right = TestPort.Create();
        var forwarder = new Forwarder(Path(left, right));
        left.Inject(Question);

        Assert.Equal(1, forwarder.Step());

        MacAddress source = right.Device.MacAddress;
        PacketAssert.Equal([Question.ToPacket().With((ref EthernetHeader ethernet) => ethernet.Source = source)], right.TakeAll());
        Assert.Equal((1UL, 1UL, 0UL), (forwarder.ReceivedCount, forwarder.SentCount, forwarder.DroppedCount));
    }

    [Fact]
    public void What_a_full_port_does_not_take_is_counted_and_not_lost()
    {
        using TestPort left = TestPort.Create();
        using TestPort right = TestPort.Create(new TestPortOptions { QueueCapacity = 4 });
        var forwarder = new Forwarder(Path(left, right));
        for (int i = 0; i < 10; i++)
        {
            left.Inject(Question);
        }

        Assert.Equal(10, forwarder.Step());

        int taken = right.TakeAll().Count;
        Assert.InRange(taken, 1, 9);
        Assert.Equal(((ulong)taken, (ulong)(10 - taken)), (forwarder.SentCount, forwarder.DroppedCount));
    }

    [Fact]
    public void Options_are_read()
    {
        Assert.True(ForwarderOptions.TryParse(["--port", "0", "1", "--statistics", "0.5"], out ForwarderOptions? options, out _));
        Assert.Equal([0, 1], options.Ports);
        Assert.Equal(TimeSpan.FromSeconds(0.5), options.StatisticsInterval);
        Assert.False(options.Promiscuous);
    }

    [Fact]
    public void A_wrong_option_ends_the_program_with_an_error()
    {
        Assert.False(ForwarderOptions.TryParse(["--statistics", "-1"], out _, out int exitCode));
        Assert.Equal(2, exitCode);
    }

    private static ForwardingPath Path(TestPort from, TestPort to) => new(from.Device.RxQueues[0], to.Device.TxQueues[0], to.Device.MacAddress);
}
