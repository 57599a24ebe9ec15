using DpdkSharp.TestKit;

namespace DpdkSharp.Tests.Devices;

public sealed class EthDevConfigureTests : IDisposable
{
    private readonly TestPool _pool = new();
    private readonly EthDev _device = EthDev.Create("net_null7");

    public void Dispose()
    {
        _device.Dispose();
        _pool.Dispose();
    }

    [Fact]
    public void Queues_are_what_was_asked_for()
    {
        _device.Configure(new() { RxQueueCount = 2, TxQueueCount = 3, RxPool = _pool, RxDescriptorCount = 128, TxDescriptorCount = 256 });
        Assert.Equal([0, 1], _device.RxQueues.Select(static q => q.Index));
        Assert.Equal([0, 1, 2], _device.TxQueues.Select(static q => q.Index));
        Assert.All(_device.RxQueues, q => Assert.Same(_device, q.Device));
        Assert.Equal($"RX queue 1 of {_device}", _device.RxQueues[1].ToString());
        Assert.Equal($"TX queue 2 of {_device}", _device.TxQueues[2].ToString());
        Assert.Equal((128, 256), (_device.RxDescriptorCount, _device.TxDescriptorCount));
        // Once more, otherwise.
        _device.Configure(new() { RxQueueCount = 1, TxQueueCount = 0, RxPool = _pool });
        Assert.Equal((1, 0), (_device.RxQueues.Count, _device.TxQueues.Count));
        Assert.Equal(1024, _device.RxDescriptorCount);
    }

    [Fact]
    public void More_queues_than_there_are_are_refused()
    {
        int most = _device.GetInfo().MaxRxQueues;
        var e = Assert.Throws<ArgumentException>(() => _device.Configure(new() { RxQueueCount = most + 1, RxPool = _pool }));
        Assert.StartsWith($"{_device} has {most} receive queues; RxQueueCount asks for {most + 1}.", e.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => _device.Configure(new() { TxQueueCount = most + 1, RxPool = _pool }));
        Assert.Throws<ArgumentException>(() => _device.Configure(new() { TxQueueCount = -1, RxPool = _pool }));
        Assert.Contains("would have no queues", Assert.Throws<ArgumentException>(() => _device.Configure(new() { RxQueueCount = 0, TxQueueCount = 0 })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Receive_queues_need_a_pool()
    {
        var e = Assert.Throws<ArgumentException>(() => _device.Configure(new()));
        Assert.StartsWith($"{_device} has receive queues, and no pool for the packets: set RxPool.", e.Message, StringComparison.Ordinal);
        var one = Assert.Throws<ArgumentException>(() => _device.Configure(new() { RxQueueCount = 2, RxPoolOfQueue = i => i == 0 ? _pool.Pool : null! }));
        Assert.StartsWith($"{_device} has no pool for receive queue 1: RxPoolOfQueue gave none.", one.Message, StringComparison.Ordinal);
        _device.Configure(new() { RxQueueCount = 0, TxQueueCount = 1 });
    }

    [Fact]
    public void Each_queue_can_have_its_own_pool()
    {
        using var other = new TestPool();
        using (EthDev device = EthDev.Create("net_null6"))
        {
            device.Configure(new() { RxQueueCount = 2, RxPoolOfQueue = i => i == 0 ? _pool : other });
            device.Start();
            using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
            Assert.Equal(32, device.RxQueues[1].Receive(burst));
            Assert.Equal((0, 32), (_pool.Pool.InUseCount, other.Pool.InUseCount));
        }
    }

    [Fact]
    public void The_MTU_is_within_what_the_device_takes()
    {
        EthDevInfo info = _device.GetInfo();
        _device.Configure(new() { RxPool = _pool, Mtu = 1400 });
        Assert.Equal(1400, _device.Mtu);
        var e = Assert.Throws<ArgumentException>(() => _device.Configure(new() { RxPool = _pool, Mtu = info.MinMtu - 1 }));
        Assert.StartsWith($"{_device} takes an MTU of {info.MinMtu} to {info.MaxMtu}; {info.MinMtu - 1} was asked for.", e.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => _device.Configure(new() { RxPool = _pool, Mtu = info.MaxMtu + 1 }));
        Assert.Throws<ArgumentException>(() => _device.Configure(new() { RxPool = _pool, Mtu = -1 }));
        // A refused configuration leaves the one before.
        Assert.Equal((1, 1), (_device.RxQueues.Count, _device.TxQueues.Count));
        Assert.Throws<ArgumentOutOfRangeException>(() => _device.Mtu = 65_536);
        Assert.Throws<ArgumentOutOfRangeException>(() => _device.Mtu = -1);
        Assert.Contains($"does not take an MTU of {info.MinMtu - 1}", Assert.Throws<DpdkException>(() => _device.Mtu = info.MinMtu - 1).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Offloads_are_what_was_asked_for_and_the_device_has()
    {
        using EthDev tap = EthDev.Create("net_tap7", "iface=" + UniqueName.Next("lt"));
        tap.Configure(new()
        {
            RxPool = _pool,
            RxOffloads = RxOffloads.TcpLro | RxOffloads.UdpChecksum,
            TxOffloads = TxOffloads.MultiSegment | TxOffloads.SendOnTimestamp,
        });
        Assert.Equal((RxOffloads.UdpChecksum, TxOffloads.MultiSegment), (tap.RxOffloads, tap.TxOffloads));
    }

    [Fact]
    public void Required_offloads_that_are_missing_are_named()
    {
        var e = Assert.Throws<DpdkException>(() => _device.Configure(new() { RxPool = _pool, RxOffloads = RxOffloads.TcpLro, RequireOffloads = true }));
        Assert.StartsWith($"Port {_device.PortId} (net_null7) lacks receive offloads that are required: TcpLro. It has: ", e.Message, StringComparison.Ordinal);
        Assert.Equal((0, 0), (_device.RxQueues.Count, _device.TxQueues.Count));
    }

    [Fact]
    public void RSS_is_for_several_queues_and_as_far_as_the_device_can()
    {
        RssHashTypes has = _device.GetInfo().RssHashTypes;
        _device.Configure(new() { RxQueueCount = 1, RxPool = _pool, RssHashTypes = RssHashTypes.Ipv4 });
        Assert.Equal(RssHashTypes.None, _device.RssHashTypes);
        _device.Configure(new() { RxQueueCount = 2, RxPool = _pool, RssHashTypes = (RssHashTypes)ulong.MaxValue });
        Assert.Equal(has, _device.RssHashTypes);
        _device.Configure(new() { RxQueueCount = 2, RxPool = _pool, RssHashTypes = RssHashTypes.Ipv4Tcp | RssHashTypes.Ipv4Udp, RssKey = new byte[40] });
        Assert.Equal(RssHashTypes.Ipv4Tcp | RssHashTypes.Ipv4Udp, _device.RssHashTypes);
        using EthDev tap = EthDev.Create("net_tap7", "iface=" + UniqueName.Next("lt"));
        var e = Assert.Throws<ArgumentException>(() => tap.Configure(new() { RxQueueCount = 2, RxPool = _pool, RssHashTypes = (RssHashTypes)ulong.MaxValue, RssKey = new byte[39] }));
        Assert.StartsWith($"{tap} has an RSS key of 40 bytes; the one given has 39.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_is_started_and_stopped()
    {
        Assert.StartsWith($"{_device} has no queues", Assert.Throws<InvalidOperationException>(_device.Start).Message, StringComparison.Ordinal);
        _device.Configure(new() { RxPool = _pool });
        Assert.False(_device.IsStarted);
        _device.Stop();
        _device.Start();
        _device.Start();
        Assert.True(_device.IsStarted);
        var e = Assert.Throws<InvalidOperationException>(() => _device.Configure(new() { RxPool = _pool }));
        Assert.Equal($"{_device} is started: stop it before configuring it.", e.Message);
        _device.Stop();
        Assert.False(_device.IsStarted);
        _device.Configure(new() { RxPool = _pool });
        _device.Start();
    }
}
