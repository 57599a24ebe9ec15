namespace DpdkSharp.Samples.L3Fwd;

/// <summary>The loop of one lcore: receives from its queues, forwards, sends what waits every 100 microseconds.</summary>
internal sealed class LcoreForwarder(IReadOnlyList<RxQueue> queues, TxPort?[] ports, IBurstForwarder forwarder, StopSignal stop) : IDisposable
{
    /// <summary>How many packets are received at once, and sent at once.</summary>
    public const int BurstSize = 32;

    // Packets wait no longer than this for the burst to fill.
    private static readonly TimeSpan s_drainInterval = TimeSpan.FromMicroseconds(100);

    private readonly TxPort[] _txPorts = [.. ports.OfType<TxPort>()];
    private readonly RxCounters[] _counters = new RxCounters[queues.Count];

    /// <summary>What this lcore has received, forwarded and dropped, of each port.</summary>
    public IEnumerable<PortStatistics> Statistics
    {
        get
        {
            for (int i = 0; i < queues.Count; i++)
            {
                yield return new PortStatistics(queues[i].Device.PortId, 0, _counters[i].Received, _counters[i].Dropped);
            }
            for (int port = 0; port < ports.Length; port++)
            {
                if (ports[port] is { } to)
                {
                    yield return new PortStatistics(port, to.Buffer.SentCount, 0, to.Buffer.DroppedCount);
                }
            }
        }
    }

    /// <summary>Runs until it is stopped.</summary>
    /// <param name="screen">Prints the statistics meanwhile; null for another lcore than the main one.</param>
    public void Run(StatisticsScreen? screen)
    {
        EalLog.Write(EalLogLevel.Information, $"L3FWD: entering main loop on lcore {Lcore.CurrentId}");
        foreach (RxQueue queue in queues)
        {
            EalLog.Write(EalLogLevel.Information, $"L3FWD:  -- lcoreid={Lcore.CurrentId} portid={queue.Device.PortId} rxqueueid={queue.Index}");
        }
        RxQueue[] work = [.. queues];
        ulong drainCycles = EalClock.ToCycles(s_drainInterval);
        ulong lastDrain = EalClock.Cycles;
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(BurstSize)]);
        while (!stop.IsRequested)
        {
            ulong now = EalClock.Cycles;
            if (now - lastDrain > drainCycles)
            {
                Drain();
                screen?.Tick(now);
                lastDrain = now;
            }
            for (int i = 0; i < work.Length; i++)
            {
                int received = work[i].Receive(burst);
                if (received > 0)
                {
                    ref RxCounters counters = ref _counters[i];
                    counters.Received += (uint)received;
                    counters.Dropped += (uint)forwarder.Forward(burst);
                }
            }
        }
        // What waits is sent before the ports are closed.
        Drain();
    }

    public void Dispose()
    {
        foreach (TxPort port in _txPorts)
        {
            port.Dispose();
        }
    }

    [DataPath]
    private void Drain()
    {
        foreach (TxPort port in _txPorts)
        {
            port.Buffer.Flush();
        }
    }
}
