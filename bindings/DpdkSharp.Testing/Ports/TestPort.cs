using System.Diagnostics.CodeAnalysis;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Testing;

/// <summary>
/// A port in memory: the program under test has the <see cref="Device"/>, the test is at the other end of its wire. What is injected the program receives; what the program
/// sends is taken here. Behind it is the driver net_ring: real bursts, real mbufs, no copy.
/// </summary>
/// <remarks>
/// Used by one thread, beside those that run the program. Disposing frees what is still on the wire. What the program itself has not given back by then is found by
/// <see cref="PacketLeakCheck"/>; a pool that the port made and that is not whole is then left as it is.
/// </remarks>
public sealed unsafe class TestPort : IDisposable
{
    private readonly Ring<Mbuf>[] _rxRings;
    private readonly Ring<Mbuf>[] _txRings;
    private readonly RingDevice _device;
    private readonly bool _ownsPool;
    private readonly VirtualClock? _clock;
    private bool _disposed;

    private TestPort(TestPortOptions options)
    {
        _clock = options.Clock;
        _ownsPool = options.Pool is null;
        Pool = options.Pool ?? PacketPool.Create(RingDevice.UniqueName("test"), options.PoolSize, cacheSize: 0, options.DataRoomSize);
        _rxRings = CreateRings("trx", options.RxQueueCount, options.QueueCapacity);
        _txRings = CreateRings("ttx", options.TxQueueCount, options.QueueCapacity);
        _device = new RingDevice("t", _rxRings, _txRings);
        if (options.Started)
        {
            RingDevice.Start(Device, Pool, options.RxQueueCount, options.TxQueueCount);
        }
    }

    /// <summary>The device that the program under test receives from and sends to.</summary>
    public EthDev Device => _device.Device;

    /// <summary>The pool that injected packets come from, and where the program may take packets too.</summary>
    public PacketPool Pool { get; }

    /// <summary>How many packets were injected.</summary>
    public long InjectedCount { get; private set; }

    /// <summary>How many packets that the program sent were taken.</summary>
    public long TakenCount { get; private set; }

    /// <summary>How many injected packets the program has not received yet.</summary>
    public int WaitingCount => _rxRings.Sum(static r => r.Count);

    /// <summary>How many packets that the program sent are still to be taken.</summary>
    public int SentCount => _txRings.Sum(static r => r.Count);

    /// <summary>Creates a port.</summary>
    /// <param name="options">What it is to be like; null for one queue each way, started, with a pool of its own.</param>
    /// <returns>The port.</returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="InvalidOperationException">EAL is not running: see <see cref="TestEal"/>.</exception>
    /// <exception cref="DpdkException">DPDK refuses, for want of memory or of the driver.</exception>
    public static TestPort Create(TestPortOptions? options = null)
    {
        options ??= new TestPortOptions();
        Check(options);
        return new TestPort(options);
    }

    /// <summary>Puts packets on the wire, for the program to receive.</summary>
    /// <param name="packets">Builders, arrays of bytes, or packets, of queue 0.</param>
    /// <exception cref="InvalidOperationException">The queue is full, or the pool empty: let the program receive in between.</exception>
    public void Inject(params ReadOnlySpan<TestPacket> packets)
    {
        foreach (TestPacket packet in packets)
        {
            Inject((packet ?? throw new ArgumentException("One of the packets is null.", nameof(packets))).Span);
        }
    }

    /// <summary>Puts a packet on the wire, for the program to receive.</summary>
    /// <param name="packet">Its bytes.</param>
    /// <param name="queue">The receive queue.</param>
    /// <param name="segmentLengths">How many bytes each segment has, as for <see cref="PacketPoolExtensions.CreatePacket"/>.</param>
    /// <exception cref="InvalidOperationException">The queue is full, or the pool empty.</exception>
    public void Inject(ReadOnlySpan<byte> packet, int queue = 0, params ReadOnlySpan<int> segmentLengths)
    {
        Mbuf mbuf = Pool.CreatePacket(packet, segmentLengths);
        try
        {
            Inject(mbuf, queue);
        }
        catch
        {
            mbuf.Free();
            throw;
        }
    }

    /// <summary>Puts packets of a capture on the wire. With a <see cref="TestPortOptions.Clock"/> it goes forward to the time of each.</summary>
    /// <param name="packets">The packets; those that were cut short are injected as they are.</param>
    /// <param name="queue">The receive queue.</param>
    /// <returns>How many fitted in: fewer when the queue is full or the pool empty. Go on with those behind them after the program has received.</returns>
    public int Inject(IEnumerable<CapturedPacket> packets, int queue = 0)
    {
        ArgumentNullException.ThrowIfNull(packets);
        int count = 0;
        foreach (CapturedPacket packet in packets)
        {
            if (Ring(_rxRings, queue).IsFull || Pool.AvailableCount <= packet.Data.Length / Math.Max(1, Pool.DataRoomSize - (int)RTE_PKTMBUF_HEADROOM))
            {
                break;
            }
            _clock?.AdvanceTo(packet.Time);
            Inject(packet.Data.Span, queue);
            count++;
        }
        return count;
    }

    /// <summary>Puts an mbuf on the wire, for the program to receive: one that was made by hand, with offloads, for instance.</summary>
    /// <param name="packet">The mbuf; it is the wire's from now on.</param>
    /// <param name="queue">The receive queue.</param>
    /// <exception cref="InvalidOperationException">The queue is full; the mbuf is then still the caller's.</exception>
    public void Inject(Mbuf packet, int queue = 0)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        Ring<Mbuf> ring = Ring(_rxRings, queue);
        if (packet.IsNull)
        {
            throw new ArgumentException("There is no packet in the handle.", nameof(packet));
        }
        packet.Port = Device.PortId;
        _clock?.Stamp(packet);
        if (!ring.TryEnqueue(packet))
        {
            throw new InvalidOperationException($"Receive queue {queue:D} of {Device} holds {ring.Capacity:D} packets, and is full: let the program receive, or make {nameof(TestPortOptions.QueueCapacity)} larger.");
        }
        InjectedCount++;
    }

    /// <summary>Takes the next packet that the program sent. It is copied, and the mbuf given back to its pool.</summary>
    /// <param name="packet">The packet; null on failure.</param>
    /// <param name="queue">The transmit queue.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryTake([NotNullWhen(true)] out TestPacket? packet, int queue = 0)
    {
        packet = null;
        if (!TryTakeMbuf(out Mbuf mbuf, queue))
        {
            return false;
        }
        try
        {
            packet = TestPacket.Copy(mbuf);
        }
        finally
        {
            mbuf.Free();
        }
        return true;
    }

    /// <summary>Takes the next mbuf that the program sent, as it is.</summary>
    /// <param name="packet">The mbuf, the caller's own now; the null handle on failure.</param>
    /// <param name="queue">The transmit queue.</param>
    /// <returns>Whether there was one.</returns>
    public bool TryTakeMbuf(out Mbuf packet, int queue = 0)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        bool taken = Ring(_txRings, queue).TryDequeue(out packet);
        TakenCount += taken ? 1 : 0;
        return taken;
    }

    /// <summary>Takes all packets that the program has sent, queue after queue, in the order in which each got them.</summary>
    /// <returns>The packets.</returns>
    public IReadOnlyList<TestPacket> TakeAll()
    {
        var packets = new List<TestPacket>();
        for (int queue = 0; queue < _txRings.Length; queue++)
        {
            while (TryTake(out TestPacket? packet, queue))
            {
                packets.Add(packet);
            }
        }
        return packets;
    }

    /// <summary>Waits until the program, which runs on an lcore or thread of its own, has sent a number of packets, and takes them.</summary>
    /// <param name="count">How many.</param>
    /// <param name="timeout">How long to wait; null for ten seconds.</param>
    /// <returns>The packets; more than <paramref name="count"/> when more are there.</returns>
    /// <exception cref="TimeoutException">They did not come; the message tells how many did.</exception>
    public IReadOnlyList<TestPacket> WaitForPackets(int count, TimeSpan? timeout = null)
    {
        TimeSpan patience = timeout ?? TimeSpan.FromSeconds(10);
        long start = TimeProvider.System.GetTimestamp();
        var packets = new List<TestPacket>();
        while (true)
        {
            packets.AddRange(TakeAll());
            if (packets.Count >= count)
            {
                return packets;
            }
            if (TimeProvider.System.GetElapsedTime(start) > patience)
            {
                throw new TimeoutException($"The program sent {packets.Count:D} of {count:D} packets by {Device} within {patience}; {WaitingCount:D} of those that were injected wait to be received.");
            }
            _ = Thread.Yield();
        }
    }

    /// <summary>Frees what is on the wire, both ways.</summary>
    /// <returns>How many packets that was.</returns>
    public int Discard()
    {
        int discarded = 0;
        foreach (Ring<Mbuf> ring in _rxRings.Concat(_txRings))
        {
            discarded += ring.FreeAll();
        }
        return discarded;
    }

    /// <summary>Closes the device, and frees what is still on the wire. Does nothing the second time.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }
        _disposed = true;
        _device.Dispose();
        _ = Discard();
        foreach (Ring<Mbuf> ring in _rxRings.Concat(_txRings))
        {
            ring.Dispose();
        }
        // An exception from here would hide the one that made the test fail: the check for leaks tells what is missing.
        if (_ownsPool && Pool.InUseCount == 0)
        {
            Pool.Dispose();
        }
    }

    /// <inheritdoc/>
    public override string ToString() => $"the test's end of {Device}";

    internal static Ring<Mbuf>[] CreateRings(string stem, int count, int capacity) =>
        [.. Enumerable.Range(0, count).Select(_ => DpdkSharp.Ring<Mbuf>.Create(RingDevice.UniqueName(stem), capacity, exactSize: true))];

    internal static void Check(TestPortOptions options)
    {
        if (options.RxQueueCount is < 1 or > 16 || options.TxQueueCount is < 1 or > 16)
        {
            throw new ArgumentException($"A port in memory has 1 to 16 queues each way, not {options.RxQueueCount:D} and {options.TxQueueCount:D}.", nameof(options));
        }
        if (options.QueueCapacity is < 1 or > 1 << 20)
        {
            throw new ArgumentException($"A queue holds 1 to 1,048,576 packets, not {options.QueueCapacity:D}.", nameof(options));
        }
    }

    private static Ring<Mbuf> Ring(Ring<Mbuf>[] rings, int queue) => (uint)queue < (uint)rings.Length
        ? rings[queue]
        : throw new ArgumentOutOfRangeException(nameof(queue), queue, $"There are {rings.Length:D} queues, from 0.");
}
