using System.Buffers.Binary;
using System.Diagnostics;
using DpdkSharp.TestKit;

namespace DpdkSharp.Devices.Tests;

/// <summary>net_tap, and the kernel's network device at its other end.</summary>
public sealed class TapTests
{
    [Fact]
    public void Frames_cross_in_both_directions()
    {
        Requirements.Root("a tap device");
        var name = UniqueName.Next("tap");
        var toKernel = Frames.Make(500, seed: 6);
        var fromKernel = Frames.Make(500, seed: 7);
        using var port = TestPort.Create("net_tap0", $"iface={name}", () => File.WriteAllText($"/proc/sys/net/ipv6/conf/{name}/disable_ipv6", "1")).WaitForLink();
        using var kernel = new KernelSocket(name);

        port.Send(toKernel);
        Frames.AssertSame(toKernel, kernel.Receive(toKernel.Count, Frames.IsOurs));

        var received = new List<byte[]>();
        foreach (var frame in fromKernel)
        {
            kernel.Send(frame);
            port.ReceiveAvailable(received, Frames.IsOurs);
        }

        received.AddRange(port.Receive(fromKernel.Count - received.Count, Frames.IsOurs));
        Frames.AssertSame(fromKernel, received);
    }

    [Fact]
    public void The_kernel_pings_a_host_that_is_this_program()
    {
        const int Pings = 20;
        var name = UniqueName.Next("tap");
        using var netns = NetworkNamespace.Create();
        using var port = TestPort.Create("net_tap1", $"iface={name}").WaitForLink();
        ChildProcess.RunChecked(Requirements.Program("ip", "iproute2"), "link", "set", name, "netns", netns.Name);
        netns.Ip("address", "add", "192.0.2.1/24", "dev", name);
        netns.Ip("link", "set", name, "up");

        using var ping = netns.Start(Requirements.Program("ping", "iputils-ping"), "-c", $"{Pings}", "-i", "0.02", "-W", "5", "-s", "1000", "192.0.2.2");
        var started = Stopwatch.GetTimestamp();
        var answered = 0;
        while (!ping.HasExited && Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(20))
        {
            var frames = new List<byte[]>();
            port.ReceiveAvailable(frames);
            foreach (var frame in frames.Where(static frame => TryAnswer(frame)))
            {
                port.Send([frame]);
                answered++;
            }
        }

        var result = ping.WaitForExit(TimeSpan.FromSeconds(1));
        Assert.Contains($"{Pings} packets transmitted, {Pings} received, 0% packet loss", result.StandardOutput, StringComparison.Ordinal);
        Assert.True(answered > Pings, "one of the answers is that to the ARP request");
    }

    /// <summary>Makes an ARP request for 192.0.2.2, or an echo request to it, its answer.</summary>
    private static bool TryAnswer(Span<byte> frame)
    {
        ReadOnlySpan<byte> ours = [2, 0, 0, 0, 0, 1];
        ReadOnlySpan<byte> address = [192, 0, 2, 2];
        switch (BinaryPrimitives.ReadUInt16BigEndian(frame[12..]))
        {
            case 0x0806 when frame[38..42].SequenceEqual(address) && frame[21] == 1:
                frame[22..32].CopyTo(frame[32..]);
                ours.CopyTo(frame[22..]);
                address.CopyTo(frame[28..]);
                frame[21] = 2;
                break;
            case 0x0800 when frame[30..34].SequenceEqual(address) && frame[23] == 1 && frame[34] == 8:
                frame[26..30].CopyTo(frame[30..]);
                address.CopyTo(frame[26..]);
                frame[34] = 0;
                // The type has become 8 less, so that the checksum's complement sum is 0x0800 more.
                var sum = BinaryPrimitives.ReadUInt16BigEndian(frame[36..]) + 0x0800;
                BinaryPrimitives.WriteUInt16BigEndian(frame[36..], (ushort)((sum & 0xffff) + (sum >> 16)));
                break;
            default:
                return false;
        }

        frame[6..12].CopyTo(frame);
        ours.CopyTo(frame[6..]);
        return true;
    }
}
