using System.Diagnostics;
using System.Globalization;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Faults;

/// <summary>
/// A primary process that passes packets through a secondary one, by a ring there and a ring back, and kills it at random moments. What the dead process had taken from one ring and not put into
/// the other is in nobody's hands: DPDK cannot know of it. The primary can, since it knows what it gave away; once the process is dead, it takes these packets back.
/// </summary>
internal sealed class SecondaryKills(string[] arguments)
{
    private const int Population = 512;
    private const int MostPackets = 200_000;

    private readonly Random _random = new(6);
    private long _handled;
    private long _reclaimed;

    public string Run(int kills)
    {
        using PacketPool pool = PacketPool.Create("shared", 1023, cacheSize: 0);
        for (int i = 0; i < kills; i++)
        {
            try
            {
                PassAndKill(pool, i);
            }
            catch (Exception e)
            {
                // Now: that packets are missing at the end may hide it.
                Console.Error.WriteLine($"In the secondary process's life {i + 1}: {e.Message}");
                throw;
            }
            if (pool.InUseCount != 0)
            {
                throw new InvalidOperationException($"{pool.InUseCount} packets are missing after kill {i + 1}.");
            }
        }
        return string.Create(CultureInfo.InvariantCulture, $"packets handled={_handled} lost=0 reclaimed={_reclaimed} secondary-kills={kills}");
    }

    private void PassAndKill(PacketPool pool, int life)
    {
        // New rings for each life: one whose user died within an operation is in the middle of it for ever.
        using Ring<Mbuf> there = Ring<Mbuf>.Create(SecondaryRelay.There(life), 1024, RingSyncMode.SingleThread, RingSyncMode.SingleThread);
        using Ring<Mbuf> back = Ring<Mbuf>.Create(SecondaryRelay.Back(life), 1024, RingSyncMode.SingleThread, RingSyncMode.SingleThread);
        var given = new HashSet<Mbuf>();
        for (int i = 0; i < Population && pool.TryAllocate(out Mbuf packet); i++)
        {
            if (packet.TryAppend(60, out Span<byte> frame))
            {
                frame.Clear();
            }
            given.Add(packet);
            if (!there.TryEnqueue(packet))
            {
                throw new InvalidOperationException("A ring of 1,023 places does not take 512 packets.");
            }
        }
        // The first two arguments are -l and the primary's CPU.
        using Process secondary = Process.Start(Environment.ProcessPath!, [.. arguments.TakeWhile(static a => a != "--").Select(static (a, i) => i == 1 ? "1" : a), "--proc-type", "secondary", "--", "relay", life.ToString(CultureInfo.InvariantCulture)]);
        Circulate(there, back, secondary, _random.Next(MostPackets / 10, MostPackets));
        secondary.Kill();
        secondary.WaitForExit();
        foreach (Ring<Mbuf> ring in (Ring<Mbuf>[])[there, back])
        {
            while (ring.TryDequeue(out Mbuf packet))
            {
                given.Remove(packet);
                packet.Free();
            }
        }
        _reclaimed += given.Count;
        foreach (Mbuf packet in given)
        {
            // By the raw layer: for the checked mode they are the ring's, from which this process has not taken them.
            unsafe
            {
                rte_pktmbuf_free(packet.Pointer);
            }
        }
    }

    private void Circulate(Ring<Mbuf> there, Ring<Mbuf> back, Process secondary, int packets)
    {
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        var clock = Stopwatch.StartNew();
        long end = _handled + packets;
        while (_handled < end)
        {
            int count = back.Dequeue(burst);
            _handled += count;
            there.Enqueue(burst);
            if (!burst.IsEmpty)
            {
                throw new InvalidOperationException("A ring that has room for all packets does not take them.");
            }
            if (count == 0 && secondary.HasExited)
            {
                throw new InvalidOperationException($"The secondary process ended by itself, with exit code {secondary.ExitCode}.");
            }
            if (clock.Elapsed > TimeSpan.FromSeconds(30))
            {
                throw new InvalidOperationException("The secondary process has not sent back its packets within 30 seconds.");
            }
        }
    }
}
