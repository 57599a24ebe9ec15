using DpdkSharp.Interop;
using DpdkSharp.Testing;
using DpdkSharp.TestKit;

namespace DpdkSharp.Devices.Tests;

/// <summary>Drivers without another end.</summary>
public sealed class InProcessDeviceTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Null_delivers_packets_of_its_size_without_end_and_takes_all(int copy)
    {
        using var port = TestPort.Create($"net_null{copy}", $"size=200,copy={copy}");
        // That of 25.11 does not free what it has copied: dpdk-testpmd as well stops sending when its pool is empty.
        port.LostByDriver = copy == 1 && DpdkRuntime.Abi!.Value.Version == "25.11" ? 1000 : 0;
        var received = port.Receive(1000);
        Assert.All(received, static frame => Assert.Equal(200, frame.Length));
        port.Send(Frames.Make(1000, seed: 1));

        var statistics = port.Device.GetStats();
        Assert.Equal((ulong)received.Count, statistics.ReceivedPackets);
        Assert.Equal(1000UL, statistics.SentPackets);
        Assert.Equal(0UL, statistics.SendErrors);
    }

    [Fact]
    public void Ring_gives_back_what_it_was_given()
    {
        var frames = Frames.Make(5000, seed: 2);
        using var port = TestPort.Create("net_ring0", "");
        var received = new List<byte[]>();
        port.Send(frames, () => port.ReceiveAvailable(received));
        received.AddRange(port.Receive(frames.Count - received.Count));

        Frames.AssertSame(frames, received);
        var statistics = port.Device.GetStats();
        Assert.Equal(5000UL, statistics.SentPackets);
        Assert.Equal(5000UL, statistics.ReceivedPackets);
    }

    [Fact]
    public void Ring_frees_what_still_waits_in_it_when_it_is_drained()
    {
        using var port = TestPort.Create("net_ring1", "");
        port.Send(Frames.Make(100, seed: 3));

        Assert.Equal(100, port.Receive(100).Count);
    }

    [Fact]
    public void Pcap_reads_and_writes_files_of_all_frame_sizes()
    {
        var output = Path.GetTempFileName();
        try
        {
            var capture = CaptureFile.ReadFrames(RepositoryPaths.MixedCapture);
            using (var port = TestPort.Create("net_pcap0", $"rx_pcap={RepositoryPaths.MixedCapture},tx_pcap={output}"))
            {
                var received = port.Receive(capture.Count);
                Frames.AssertSame(capture, received);
                port.Send(received);

                var statistics = port.Device.GetStats();
                Assert.Equal(((ulong)capture.Count, (ulong)capture.Count), (statistics.ReceivedPackets, statistics.SentPackets));
                Assert.Equal((ulong)capture.Sum(static f => f.Length), statistics.SentBytes);
            }

            Frames.AssertSame(capture, CaptureFile.ReadFrames(output));
        }
        finally
        {
            File.Delete(output);
        }
    }
}
