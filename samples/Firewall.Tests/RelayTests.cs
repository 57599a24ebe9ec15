using DpdkSharp.Headers;
using DpdkSharp.Testing;
using DpdkSharp.Testing.Xunit;

namespace DpdkSharp.Samples.Firewall.Tests;

/// <summary>The whole program between two ports in memory.</summary>
public sealed class RelayTests(EalFixture eal)
{
    private static PacketBuilder Request => Packet.Ethernet().Ipv4("192.0.2.1", "198.51.100.1").Tcp(4000, 443, TcpFlags.Syn);

    private static PacketBuilder Reply => Packet.Ethernet().Ipv4("198.51.100.1", "192.0.2.1").Tcp(443, 4000, TcpFlags.Syn | TcpFlags.Ack);

    [Fact]
    public void A_request_goes_out_and_its_reply_comes_in()
    {
        using TestPort inside = TestPort.Create();
        using TestPort outside = TestPort.Create();
        var relay = new Relay(inside.Device, outside.Device, new StatefulFilter(new VirtualClock()));

        inside.Inject(Request);
        relay.Step();
        PacketAssert.Equal([Request], outside.TakeAll());

        outside.Inject(Reply, Packet.Ethernet().Ipv4().Udp());
        relay.Step();
        TestPacket received = PacketAssert.Single(inside.TakeAll());
        Assert.Equal(443, received.Header<TcpHeader>().SourcePort);
        PacketAssert.ChecksumsAreRight(received);
    }

    [Fact]
    public void What_a_full_port_does_not_take_is_dropped_and_not_lost()
    {
        using TestPort inside = TestPort.Create();
        using TestPort outside = TestPort.Create(new TestPortOptions { QueueCapacity = 4 });
        var relay = new Relay(inside.Device, outside.Device, new StatefulFilter(new VirtualClock()));
        for (ushort port = 1; port <= 10; port++)
        {
            inside.Inject(Packet.Ethernet().Ipv4().Udp(port));
        }

        Assert.Equal(10, relay.Step());

        Assert.Equal(4, outside.TakeAll().Count);
    }

    [Fact]
    public async Task It_runs_on_an_lcore_as_in_the_program()
    {
        using TestPort inside = TestPort.Create();
        using TestPort outside = TestPort.Create();
        var relay = new Relay(inside.Device, outside.Device, new StatefulFilter(TimeProvider.System));
        using var stop = new CancellationTokenSource();
        Task program = Task.Run(() => eal.Run(() => eal.Eal.MainLcore.Launch(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                _ = relay.Step();
            }
        }).Wait()), TestContext.Current.CancellationToken);

        inside.Inject(Request);
        PacketAssert.Equal([Request], outside.WaitForPackets(1));
        await stop.CancelAsync();
        await program;
    }

    [Fact]
    public void A_capture_passes_and_the_result_can_be_looked_at_with_Wireshark()
    {
        using TestPort inside = TestPort.Create();
        using TestPort outside = TestPort.Create();
        var relay = new Relay(inside.Device, outside.Device, new StatefulFilter(new VirtualClock()));
        string capture = Path.GetTempFileName();
        string output = Path.GetTempFileName();
        CaptureFile.WriteFrames(capture, Enumerable.Range(1, 100).Select(static i => Packet.Ethernet().Ipv4().Udp((ushort)i).ToArray()));
        var passed = new List<TestPacket>();

        foreach (CapturedPacket[] part in CaptureFile.Read(capture).Chunk(32))
        {
            inside.Inject(part);
            relay.Step();
            passed.AddRange(outside.TakeAll());
        }
        CaptureFile.WriteFrames(output, passed.Select(static p => p.ToArray()), CaptureFormat.PcapNg);

        Assert.Equal(CaptureFile.ReadFrames(capture), CaptureFile.ReadFrames(output));
        File.Delete(capture);
        File.Delete(output);
    }
}
