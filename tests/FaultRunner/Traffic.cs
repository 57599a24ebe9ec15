using System.Globalization;

namespace DpdkSharp.Faults;

/// <summary>
/// Packets that go round: a receiving lcore takes them from two devices and puts each device's into a ring; a sending lcore takes them out and sends them by the other device, whose
/// output is its input. What a device or ring does not take is freed and counted.
/// </summary>
internal sealed class Traffic : IDisposable
{
    private const int Population = 1024;
    private const int FrameLength = 60;

    private readonly Eal _eal;
    private readonly Ring<Mbuf>[] _rings;
    private readonly EthDev?[] _devices = new EthDev?[2];
    private readonly long[] _rounds = new long[2];
    private readonly TimeSpan[] _busy = new TimeSpan[2];
    private readonly LcoreJob?[] _jobs = new LcoreJob?[2];
    private long _injected;
    private long _received;
    private long _droppedOnReceive;
    private long _droppedOnSend;
    private long _drained;
    private long _drainedFromDevices;
    private long _receivedByDevices;
    private long _sentByDevices;
    private volatile bool _ends;
    private volatile bool _throws;

    public Traffic(Eal eal)
    {
        _eal = eal;
        Pool = PacketPool.Create("traffic", 8191, 256);
        _rings = [Ring<Mbuf>.Create("to-right", 2048), Ring<Mbuf>.Create("to-left", 2048)];
        _devices[0] = Open(0);
        _devices[1] = Open(1);
        for (int i = 0; i < 2; i++)
        {
            Launch(i);
        }
    }

    public PacketPool Pool { get; }

    public EthDev Left => _devices[0]!;

    public EthDev Right => _devices[1]!;

    /// <summary>How many packets were received, at both devices.</summary>
    public long HandledCount => Volatile.Read(ref _received);

    /// <summary>How many were freed because a device or ring did not take them.</summary>
    public long DroppedCount => Volatile.Read(ref _droppedOnReceive) + Volatile.Read(ref _droppedOnSend);

    /// <summary>How many are neither in circulation nor counted; known once all has ended.</summary>
    public long LostCount => _injected - DroppedCount - _drained;

    /// <summary>How long the lcores had a CPU: the one that had it for less time. Known once all has ended.</summary>
    public TimeSpan BusyTime => _busy.Min();

    /// <summary>Brings the packets in circulation up to their number.</summary>
    public void Fill()
    {
        for (long missing = Population - (_injected - DroppedCount - _drained); missing > 0 && Pool.TryAllocate(out Mbuf packet); missing--)
        {
            if (packet.TryAppend(FrameLength, out Span<byte> frame))
            {
                frame.Clear();
            }
            if (!_rings[(int)(missing & 1)].TryEnqueue(packet))
            {
                packet.Free();
                return;
            }
            _injected++;
        }
    }

    /// <summary>Takes a device away from the lcores that poll it, closes and removes it, and puts a new one in its place.</summary>
    public void Replace()
    {
        EthDev device = Left;
        Volatile.Write(ref _devices[0], null);
        WaitForRound();
        Retire(device);
        Thread.Sleep(20);
        Volatile.Write(ref _devices[0], Open(0));
    }

    /// <summary>Does something while no lcore is in a queue of the left device.</summary>
    public void WithoutPolling(Action action)
    {
        EthDev device = Left;
        Volatile.Write(ref _devices[0], null);
        WaitForRound();
        action();
        Volatile.Write(ref _devices[0], device);
    }

    /// <summary>Has the receiving lcore's work throw, hears of it, and starts it again.</summary>
    public void ThrowInWorker()
    {
        _throws = true;
        try
        {
            _jobs[0]!.Wait();
        }
        catch (WorkerFailedException)
        {
            _throws = false;
            Launch(0);
            return;
        }
        throw new InvalidOperationException("An exception of a worker was not heard of.");
    }

    /// <summary>Throws what a worker has thrown.</summary>
    public void ThrowIfWorkerFailed()
    {
        foreach (LcoreJob? job in _jobs)
        {
            if (job is { IsCompleted: true })
            {
                job.Wait();
            }
        }
    }

    /// <summary>Ends the traffic, and takes all packets out of where they are.</summary>
    public void Dispose()
    {
        _ends = true;
        LcoreJob.WaitAll(_jobs.OfType<LcoreJob>());
        foreach (EthDev device in _devices.OfType<EthDev>())
        {
            Retire(device);
        }
        foreach (Ring<Mbuf> ring in _rings)
        {
            _drained += ring.FreeAll();
            ring.Dispose();
        }
        Pool.Dispose();
        // What the drivers counted and what the lcores counted: all that was sent has been received, by a worker or by the drain.
        if (_receivedByDevices != HandledCount + _drainedFromDevices || _sentByDevices != _receivedByDevices)
        {
            throw new InvalidOperationException(
                $"The counters disagree: the devices sent {_sentByDevices} and received {_receivedByDevices}; the lcores received {HandledCount}, and {_drainedFromDevices} were drained.");
        }
    }

    private EthDev Open(int index)
    {
        EthDev device = EthDev.Create("net_ring" + index.ToString(CultureInfo.InvariantCulture));
        device.Configure(new EthDevOptions { RxPool = Pool });
        device.Start();
        return device;
    }

    private void Launch(int index) => _jobs[index] = _eal.WorkerLcores[index].Launch(() =>
    {
        TimeSpan before = ThreadTime.Current;
        try
        {
            if (index == 0)
            {
                Receive();
            }
            else
            {
                Send();
            }
        }
        finally
        {
            _busy[index] += ThreadTime.Current - before;
        }
    });

    private void Receive()
    {
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
        while (!_ends)
        {
            for (int i = 0; i < 2; i++)
            {
                if (Volatile.Read(ref _devices[i]) is not { } device)
                {
                    continue;
                }
                int count = device.RxQueues[0].Receive(burst);
                Volatile.Write(ref _received, _received + count);
                if (_throws && count > 0)
                {
                    // The burst's end frees them.
                    Volatile.Write(ref _droppedOnReceive, _droppedOnReceive + count);
                    throw new WorkerFailedException();
                }
                foreach (Mbuf packet in burst)
                {
                    packet.Data[0]++;
                }
                _rings[i].Enqueue(burst);
                Volatile.Write(ref _droppedOnReceive, _droppedOnReceive + burst.Count);
                burst.Clear();
            }
            Volatile.Write(ref _rounds[0], _rounds[0] + 1);
        }
    }

    private void Send()
    {
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
        while (!_ends)
        {
            for (int i = 0; i < 2; i++)
            {
                if (Volatile.Read(ref _devices[1 - i]) is not { } device || _rings[i].Dequeue(burst) == 0)
                {
                    continue;
                }
                device.TxQueues[0].Send(burst);
                Volatile.Write(ref _droppedOnSend, _droppedOnSend + burst.Count);
                burst.Clear();
            }
            Volatile.Write(ref _rounds[1], _rounds[1] + 1);
        }
    }

    // Both lcores have begun anew since: what they had looked at before, they do not hold any more.
    private void WaitForRound()
    {
        for (int i = 0; i < 2; i++)
        {
            long seen = Volatile.Read(ref _rounds[i]);
            while (Volatile.Read(ref _rounds[i]) < seen + 2)
            {
                ThrowIfWorkerFailed();
                Thread.Sleep(1);
            }
        }
    }

    // Empties a device that nobody polls, keeps what it counted, and closes it.
    private void Retire(EthDev device)
    {
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
        while (device.RxQueues[0].Receive(burst) is > 0 and var count)
        {
            _drained += count;
            _drainedFromDevices += count;
            burst.Clear();
        }
        EthStats stats = device.GetStats();
        _receivedByDevices += (long)stats.ReceivedPackets;
        _sentByDevices += (long)stats.SentPackets;
        device.Dispose();
    }
}
