using DpdkSharp.TestKit;

namespace DpdkSharp.Devices.Tests;

/// <summary>net_memif: shared memory with another process, which is DPDK's own testpmd.</summary>
public sealed class MemifTests
{
    [Theory]
    [InlineData("server", "client")]
    [InlineData("client", "server")]
    public void Testpmd_sends_back_what_it_receives(string here, string there)
    {
        const int Count = 4000;
        // The ring to us has 1024 places; what finds no place there testpmd drops, as a forwarder does.
        const int Window = 512;
        var folder = Directory.CreateTempSubdirectory("dpdksharp-memif-");
        try
        {
            var socket = $"socket-abstract=no,socket={Path.Combine(folder.FullName, "memif.sock")}";
            using var early = here == "server" ? TestPort.Create("net_memif0", $"role=server,{socket}") : null;
            using var testpmd = Testpmd.Start(
                EalArguments.Isolated(2, $"net_memif0,role={there},{socket}"), "--total-num-mbufs=4096", "--port-topology=loop", "--forward-mode=io");
            using var late = early is null ? TestPort.Create("net_memif0", $"role=client,{socket}") : null;
            var port = (early ?? late)!.WaitForLink();
            // Each end empties the rings when it connects, and one of them is the last to do so.
            Assert.True(
                SpinWait.SpinUntil(() => testpmd.Command("show port info 0").Contains("Link status: up", StringComparison.Ordinal), TimeSpan.FromSeconds(20)),
                "testpmd's link stays down");
            testpmd.Command("start");

            var frames = Frames.Make(Count, seed: 8);
            var received = new List<byte[]>();
            // It is receiving that gives a client's empty buffers to the other end.
            port.ReceiveAvailable(received);
            foreach (var window in frames.Chunk(Window))
            {
                port.Send(window);
                received.AddRange(port.Receive(window.Length));
            }

            Frames.AssertSame(frames, received);

            testpmd.Command("stop");
            var statistics = testpmd.Command("show port stats 0");
            Assert.Equal(Count, Testpmd.Number(statistics, "RX-packets"));
            Assert.Equal(Count, Testpmd.Number(statistics, "TX-packets"));
            Assert.Equal(frames.Sum(static frame => frame.Length), Testpmd.Number(statistics, "RX-bytes"));
            Assert.Equal(0, testpmd.Quit());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
