using DpdkSharp.Headers;

namespace DpdkSharp.Samples.L2Fwd;

/// <summary>The loop of one lcore: receives from its ports, rewrites the MAC addresses, sends to the ports they are paired with.</summary>
internal sealed class Forwarder(IReadOnlyList<(ForwardedPort From, ForwardedPort To)> paths, L2FwdOptions options, StatisticsScreen? screen, StopSignal stop)
{
    /// <summary>How many packets are received at once, and sent at once.</summary>
    public const int BurstSize = 32;

    // Packets wait no longer than this for the burst to fill.
    private static readonly TimeSpan DrainInterval = TimeSpan.FromMicroseconds(100);

    public void Run()
    {
        EalLog.Write(EalLogLevel.Information, $"L2FWD: entering main loop on lcore {Lcore.CurrentId}");
        foreach ((ForwardedPort from, _) in paths)
        {
            EalLog.Write(EalLogLevel.Information, $"L2FWD:  -- lcoreid={Lcore.CurrentId} portid={from.Device.PortId}");
        }
        (ForwardedPort From, ForwardedPort To)[] work = [.. paths];
        bool updateMac = options.MacUpdating;
        ulong drainCycles = EalClock.ToCycles(DrainInterval);
        ulong lastDrain = EalClock.Cycles;
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(BurstSize)]);
        while (!stop.IsRequested)
        {
            ulong now = EalClock.Cycles;
            if (now - lastDrain > drainCycles)
            {
                Drain(work);
                screen?.Tick(now);
                lastDrain = now;
            }
            foreach ((ForwardedPort from, ForwardedPort to) in work)
            {
                int received = from.RxQueue.Receive(burst);
                if (received == 0)
                {
                    continue;
                }
                from.Counters.Received += (uint)received;
                if (updateMac)
                {
                    Rewrite(burst, to);
                }
                to.TxBuffer.Add(burst);
                Count(to);
            }
        }
        // What waits is sent before the ports are closed.
        Drain(work);
    }

    [DataPath]
    private static void Rewrite(PacketBurst burst, ForwardedPort to)
    {
        foreach (Mbuf packet in burst)
        {
            packet.Prefetch();
        }
        // Once a burst, not once a packet: the addresses then stay in registers.
        MacAddressPair addresses = to.Addresses;
        foreach (Mbuf packet in burst)
        {
            if (packet.TryGetHeader(0, out HeaderRef<EthernetHeader> ethernet))
            {
                ethernet.Value.Addresses = addresses;
            }
        }
    }

    [DataPath]
    private static void Drain((ForwardedPort From, ForwardedPort To)[] work)
    {
        foreach ((_, ForwardedPort to) in work)
        {
            to.TxBuffer.Flush();
            Count(to);
        }
    }

    [DataPath]
    private static void Count(ForwardedPort to)
    {
        to.Counters.Sent = to.TxBuffer.SentCount;
        to.Counters.Dropped = to.TxBuffer.DroppedCount;
    }
}
