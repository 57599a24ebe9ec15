using DpdkSharp.TestKit;

namespace DpdkSharp.Devices.Tests;

/// <summary>net_af_packet on one end of a veth pair, a packet socket of the kernel on the other.</summary>
public sealed class AfPacketTests
{
    [Fact]
    public void Frames_cross_in_both_directions()
    {
        var toKernel = Frames.Make(1000, seed: 4);
        var fromKernel = Frames.Make(1000, seed: 5);
        using var pair = VethPair.Create();
        using var kernel = new KernelSocket(pair.Second);
        using var port = TestPort.Create("net_af_packet0", $"iface={pair.First}").WaitForLink();

        port.Send(toKernel);
        Frames.AssertSame(toKernel, kernel.Receive(toKernel.Count, Frames.IsOurs));

        var received = new List<byte[]>();
        // The driver's ring is smaller than all of them together.
        foreach (var frame in fromKernel)
        {
            kernel.Send(frame);
            port.ReceiveAvailable(received, Frames.IsOurs);
        }

        received.AddRange(port.Receive(fromKernel.Count - received.Count, Frames.IsOurs));
        Frames.AssertSame(fromKernel, received);
        Assert.Equal((ulong)toKernel.Count, port.Device.GetStats().SentPackets);
    }
}
