namespace DpdkSharp.Testing;

/// <summary>
/// Two ports in memory joined by a wire: what one sends the other receives. For a program that talks to another one, and both are under test.
/// Where the test itself is to be at the other end, use <see cref="TestPort"/>.
/// </summary>
public sealed class TestLink : IDisposable
{
    private readonly Ring<Mbuf>[] _rings;
    private readonly RingDevice _left;
    private readonly RingDevice _right;
    private readonly bool _ownsPool;
    private bool _disposed;

    private TestLink(TestPortOptions options)
    {
        _ownsPool = options.Pool is null;
        Pool = options.Pool ?? PacketPool.Create(RingDevice.UniqueName("test"), options.PoolSize, cacheSize: 0, options.DataRoomSize);
        int queues = options.RxQueueCount;
        Ring<Mbuf>[] there = TestPort.CreateRings("tlr", queues, options.QueueCapacity);
        Ring<Mbuf>[] back = TestPort.CreateRings("trl", queues, options.QueueCapacity);
        _rings = [.. there, .. back];
        _left = new RingDevice("l", back, there);
        _right = new RingDevice("r", there, back);
        if (options.Started)
        {
            RingDevice.Start(Left, Pool, queues, queues);
            RingDevice.Start(Right, Pool, queues, queues);
        }
    }

    /// <summary>One end.</summary>
    public EthDev Left => _left.Device;

    /// <summary>The other end.</summary>
    public EthDev Right => _right.Device;

    /// <summary>The pool of both.</summary>
    public PacketPool Pool { get; }

    /// <summary>How many packets are on the wire, both ways.</summary>
    public int Count => _rings.Sum(static r => r.Count);

    /// <summary>Creates two ports and joins them: transmit queue n of each to receive queue n of the other.</summary>
    /// <param name="options">What they are to be like, with as many transmit as receive queues, and without a clock; null for one queue each way, started, with a pool of their own.</param>
    /// <returns>The link.</returns>
    /// <exception cref="ArgumentException">An option is out of its range, the numbers of queues are different, or there is a clock.</exception>
    /// <exception cref="InvalidOperationException">EAL is not running: see <see cref="TestEal"/>.</exception>
    public static TestLink Create(TestPortOptions? options = null)
    {
        options ??= new TestPortOptions();
        TestPort.Check(options);
        if (options.RxQueueCount != options.TxQueueCount)
        {
            throw new ArgumentException("Each transmit queue of a link is the other end's receive queue: ask for as many of both.", nameof(options));
        }
        if (options.Clock is not null)
        {
            throw new ArgumentException("Nothing stamps packets on a link: a clock is for TestPort.", nameof(options));
        }
        return new TestLink(options);
    }

    /// <summary>Closes both devices, and frees what is still on the wire. Does nothing the second time.</summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }
        _disposed = true;
        _left.Dispose();
        _right.Dispose();
        foreach (Ring<Mbuf> ring in _rings)
        {
            _ = ring.FreeAll();
            ring.Dispose();
        }
        // As for TestPort: the check for leaks tells what is missing.
        if (_ownsPool && Pool.InUseCount == 0)
        {
            Pool.Dispose();
        }
    }
}
