using System.Buffers.Binary;
using System.Diagnostics;

namespace DpdkSharp.Faults;

/// <summary>
/// Packets that an lcore sends by a device, without end, and those that a peer behind it sends back, which are looked at. Each has a number. What the device does not take is freed and counted.
/// </summary>
internal sealed class PeerTraffic : IDisposable
{
    private const int FrameLength = 60;
    private const int NumberOffset = 14;
    private const int CheckOffset = NumberOffset + sizeof(ulong);
    private const ulong CheckFactor = 0x9e3779b97f4a7c15;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly LcoreJob _job;
    private ulong _created;
    private long _sent;
    private long _received;
    private long _dropped;
    private ulong _lastReceived;
    private volatile Mode _mode = Mode.Flow;
    private volatile bool _stands;

    public PeerTraffic(Eal eal, string device, string arguments)
    {
        Pool = PacketPool.Create("traffic", 8191, 256);
        Device = EthDev.Create(device, arguments);
        // Without interrupts net_virtio_user lets a peer in when it is asked for the link, and panics when it is closed after its peer has died (docs/limitations.md).
        Device.Configure(new EthDevOptions { RxPool = Pool, LinkInterrupt = true });
        Device.Start();
        _job = eal.WorkerLcores[0].Launch(Work);
    }

    private enum Mode
    {
        /// <summary>Sends and receives.</summary>
        Flow,

        /// <summary>Sends a last packet, and receives until that one comes back.</summary>
        Settle,

        /// <summary>Neither sends nor receives.</summary>
        Stand,
        End,
    }

    public PacketPool Pool { get; }

    public EthDev Device { get; }

    /// <summary>How many packets the device has taken.</summary>
    public long SentCount => Volatile.Read(ref _sent);

    /// <summary>How many have come back.</summary>
    public long ReceivedCount => Volatile.Read(ref _received);

    /// <summary>How many were freed because the device did not take them.</summary>
    public long DroppedCount => Volatile.Read(ref _dropped);

    /// <summary>Waits until so many more packets have come back.</summary>
    public void WaitForPackets(int count)
    {
        long end = ReceivedCount + count;
        WaitUntil(() => ReceivedCount >= end, $"{count} packets have not come back");
    }

    /// <summary>Waits until the link is up, or down, while the packets flow.</summary>
    public void WaitForLink(bool up) => WaitUntil(() => Device.GetLink().IsUp == up, $"the link is not {(up ? "up" : "down")}");

    /// <summary>Goes on.</summary>
    public void Flow() => _mode = Mode.Flow;

    /// <summary>Holds the packets up: this process does nothing with its device until <see cref="Flow"/>.</summary>
    public void Stand()
    {
        if (_mode != Mode.Stand)
        {
            StandAfter(Mode.Stand);
        }
    }

    /// <summary>The same once nothing is under way any more: the packet that was sent last has come back, and packets do not overtake each other.</summary>
    public void Settle() => StandAfter(Mode.Settle);

    /// <summary>Ends the traffic and closes the device: all packets must be in the pool then.</summary>
    public void Dispose()
    {
        _mode = Mode.End;
        _job.Wait();
        Device.Dispose();
        Pool.Dispose();
    }

    private void StandAfter(Mode mode)
    {
        _stands = false;
        _mode = mode;
        WaitUntil(() => _stands, "the traffic does not come to rest");
    }

    private void WaitUntil(Func<bool> holds, string problem)
    {
        for (var clock = Stopwatch.StartNew(); !holds(); Thread.Sleep(1))
        {
            if (_job.IsCompleted)
            {
                _job.Wait();
            }
            if (clock.Elapsed > s_patience)
            {
                throw new InvalidOperationException(
                    $"After {s_patience.TotalSeconds:F0} seconds {problem}: sent {SentCount}, received {ReceivedCount}, dropped {DroppedCount}, in use {Pool.InUseCount}, link {(Device.GetLink().IsUp ? "up" : "down")}.");
            }
        }
    }

    private void Work()
    {
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        while (true)
        {
            switch (_mode)
            {
                case Mode.Flow:
                    Send(burst, burst.Capacity);
                    Receive(burst);
                    break;
                case Mode.Settle:
                    SendLast(burst);
                    break;
                case Mode.Stand:
                    StandWhile(Mode.Stand);
                    break;
                default:
                    return;
            }
        }
    }

    private void SendLast(PacketBurst burst)
    {
        ulong last = 0;
        long sentAt = 0;
        while (_mode == Mode.Settle)
        {
            if (last == 0 || Stopwatch.GetElapsedTime(sentAt) > TimeSpan.FromSeconds(1))
            {
                // A peer may drop it, as any other, where it finds no room to send it back.
                last = Send(burst, 1) == 1 ? _created : 0;
                sentAt = Stopwatch.GetTimestamp();
            }
            Receive(burst);
            if (last != 0 && _lastReceived == last)
            {
                StandWhile(Mode.Settle);
            }
        }
    }

    private void StandWhile(Mode mode)
    {
        _stands = true;
        while (_mode == mode)
        {
            Thread.SpinWait(100);
        }
    }

    private int Send(PacketBurst burst, int count)
    {
        if (!Pool.TryAllocate(burst, count))
        {
            throw new InvalidOperationException($"The pool is empty: {Pool.InUseCount} packets are out.");
        }
        foreach (Mbuf packet in burst)
        {
            if (!packet.TryAppend(FrameLength, out Span<byte> frame))
            {
                throw new InvalidOperationException("A packet has no room for 60 bytes.");
            }
            frame.Clear();
            _created++;
            BinaryPrimitives.WriteUInt64LittleEndian(frame[NumberOffset..], _created);
            BinaryPrimitives.WriteUInt64LittleEndian(frame[CheckOffset..], _created * CheckFactor);
        }
        int sent = Device.TxQueues[0].Send(burst);
        Volatile.Write(ref _sent, _sent + sent);
        Volatile.Write(ref _dropped, _dropped + burst.Count);
        burst.Clear();
        return sent;
    }

    private void Receive(PacketBurst burst)
    {
        int count = Device.RxQueues[0].Receive(burst);
        foreach (Mbuf packet in burst)
        {
            ReadOnlySpan<byte> frame = packet.Data;
            ulong number = frame.Length == FrameLength ? BinaryPrimitives.ReadUInt64LittleEndian(frame[NumberOffset..]) : 0;
            if (number == 0 || number > _created || BinaryPrimitives.ReadUInt64LittleEndian(frame[CheckOffset..]) != number * CheckFactor)
            {
                throw new InvalidOperationException($"A packet came that nobody sent: {Convert.ToHexString(frame)}.");
            }
            _lastReceived = number;
        }
        Volatile.Write(ref _received, _received + count);
        burst.Clear();
    }
}
