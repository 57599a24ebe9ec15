using System.Diagnostics;
using System.Globalization;
using DpdkSharp.TestKit;

namespace DpdkSharp.Faults;

/// <summary>
/// Traffic with a peer, dpdk-testpmd, that sends back what it receives. It is killed at random moments and started again, while this process sends and receives without end.
/// </summary>
internal sealed class PeerKills(Eal eal, PeerPair pair)
{
    private const int FewestPackets = 20_000;
    private const int MostPackets = 200_000;

    private readonly Random _random = new(7);
    private readonly Stopwatch _flowing = new();
    private long _flowed;

    public string Run(int kills)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("dpdksharp-peer-");
        try
        {
            string socket = Path.Combine(folder.FullName, "socket");
            // Some devices cannot be created before there is a peer, and some peers not before there is a device.
            Task<Testpmd>? first = pair.WaitsForPeer ? Task.Run(() => StartPeer(socket)) : null;
            using var traffic = new PeerTraffic(eal, pair.Device, pair.ArgumentsWith(socket));
            for (int life = 1; life <= kills; life++)
            {
                using Testpmd peer = life == 1 && first is not null ? first.GetAwaiter().GetResult() : StartPeer(socket);
                try
                {
                    LiveAndDie(traffic, peer, socket);
                }
                catch (Exception e)
                {
                    // Now: that packets are missing at the end may hide it.
                    Console.Error.WriteLine($"In the peer's life {life}: {e.Message}\n{peer.Output}");
                    throw;
                }
            }
            return string.Create(
                CultureInfo.InvariantCulture,
                $"packets handled={traffic.ReceivedCount} lost=0 sent={traffic.SentCount} dropped-and-counted={traffic.DroppedCount} rate={_flowed / _flowing.Elapsed.TotalSeconds / 1e6:F1}Mpps peer-kills={kills} checked={(CheckedMode.IsEnabled ? "on" : "off")}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private void LiveAndDie(PeerTraffic traffic, Testpmd peer, string socket)
    {
        peer.Command("start");
        traffic.WaitForLink(up: true);
        Flow(traffic);
        traffic.Settle();
        Counts before = Count(traffic, peer);
        Flow(traffic);
        traffic.Settle();
        Count(traffic, peer).CheckSince(before);
        CheckPackets(traffic);

        Flow(traffic);
        if (pair.UnmapsUnderPolling)
        {
            traffic.Stand();
        }
        peer.Kill();
        traffic.WaitForLink(up: false);
        if (pair.PeerListens)
        {
            File.Delete(socket);
        }
        traffic.Stand();
        CheckPackets(traffic);
        EthStats stats = traffic.Device.GetStats();
        Check(
            pair.ForgetsCounters || ((long)stats.SentPackets == traffic.SentCount && (long)stats.ReceivedPackets == traffic.ReceivedCount),
            $"the device has counted {stats.SentPackets} packets sent and {stats.ReceivedPackets} received, the lcore {traffic.SentCount} and {traffic.ReceivedCount}");
        // It goes on, and meets the next peer in the middle of it.
        traffic.Flow();
    }

    private void Flow(PeerTraffic traffic)
    {
        int count = _random.Next(FewestPackets, MostPackets);
        traffic.Flow();
        _flowing.Start();
        traffic.WaitForPackets(count);
        _flowing.Stop();
        _flowed += count;
    }

    private void CheckPackets(PeerTraffic traffic)
    {
        Check(traffic.Pool.InUseCount <= pair.KeptPackets, $"{traffic.Pool.InUseCount} packets are out, and the device holds {pair.KeptPackets} at the most");
        Check(!CheckedMode.IsEnabled || CheckedMode.GetReport().CountOf(PacketHolder.Application) == 0, "packets are the application's, which holds none");
    }

    private static Counts Count(PeerTraffic traffic, Testpmd peer)
    {
        EthStats stats = traffic.Device.GetStats();
        (long received, long sent) = peer.PacketCounts(0);
        return new Counts(traffic.SentCount, (long)stats.SentPackets, received, traffic.ReceivedCount, (long)stats.ReceivedPackets, sent);
    }

    private Testpmd StartPeer(string socket) => Testpmd.Start(
        ["--lcores", "0@0,1@1", "--no-huge", "-m", "64", "--no-shconf", "--no-pci", "--no-telemetry", "--file-prefix", EalArguments.UniqueFilePrefix(), "--vdev", pair.PeerWith(socket)],
        "--total-num-mbufs=4096", "--port-topology=loop", "--forward-mode=io", "--disable-link-check");

    private static void Check(bool holds, string problem)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"Found: {problem}.");
        }
    }

    /// <summary>What is counted where, each way.</summary>
    private readonly record struct Counts(long Sent, long SentByDevice, long ReceivedByPeer, long Received, long ReceivedByDevice, long SentByPeer)
    {
        public void CheckSince(Counts before)
        {
            Counts since = new(
                Sent - before.Sent, SentByDevice - before.SentByDevice, ReceivedByPeer - before.ReceivedByPeer,
                Received - before.Received, ReceivedByDevice - before.ReceivedByDevice, SentByPeer - before.SentByPeer);
            Check(
                since.Sent == since.SentByDevice && since.Sent == since.ReceivedByPeer && since.Received == since.ReceivedByDevice && since.Received == since.SentByPeer,
                $"the counters disagree: {since}");
        }
    }
}
