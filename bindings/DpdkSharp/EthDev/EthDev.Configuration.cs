using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

// How a device and its queues are set up.
public sealed unsafe partial class EthDev
{
    private readonly List<(PacketPool Pool, string Queue)> _pools = [];

    /// <summary>The receive offloads that <see cref="Configure"/> turned on: those asked for that the device has.</summary>
    public RxOffloads RxOffloads { get; private set; }

    /// <summary>The transmit offloads that <see cref="Configure"/> turned on: those asked for that the device has.</summary>
    public TxOffloads TxOffloads { get; private set; }

    /// <summary>The hash types that <see cref="Configure"/> turned on: those asked for that the device has.</summary>
    public RssHashTypes RssHashTypes { get; private set; }

    /// <summary>The descriptors of each receive queue, as the device took them.</summary>
    public int RxDescriptorCount { get; private set; }

    /// <summary>The descriptors of each transmit queue, as the device took them.</summary>
    public int TxDescriptorCount { get; private set; }

    /// <summary>
    /// Sets up the device and its queues (<c>rte_eth_dev_configure</c>, <c>rte_eth_rx_queue_setup</c>, <c>rte_eth_tx_queue_setup</c>). It can be done
    /// again while the device is stopped; the queues of before then give and take no packets any more.
    /// </summary>
    /// <param name="options">How.</param>
    /// <exception cref="ArgumentException">A number is more than the device has, or the pool is missing.</exception>
    /// <exception cref="InvalidOperationException">The device is started.</exception>
    /// <exception cref="DpdkException">The device refuses.</exception>
    public void Configure(EthDevOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (IsStarted)
        {
            throw new InvalidOperationException($"{this} is started: stop it before configuring it.");
        }
        rte_eth_dev_info info = ReadInfo();
        CheckQueueCount(options.RxQueueCount, info.max_rx_queues, "receive", nameof(EthDevOptions.RxQueueCount));
        CheckQueueCount(options.TxQueueCount, info.max_tx_queues, "transmit", nameof(EthDevOptions.TxQueueCount));
        if (options is { RxQueueCount: 0, TxQueueCount: 0 })
        {
            throw new ArgumentException($"{this} would have no queues: ask for a receive or a transmit queue at least.", nameof(options));
        }
        if (options is { RxQueueCount: > 0, RxPool: null, RxPoolOfQueue: null })
        {
            throw new ArgumentException($"{this} has receive queues, and no pool for the packets: set {nameof(EthDevOptions.RxPool)}.", nameof(options));
        }
        PacketPool[] pools = [.. Enumerable.Range(0, options.RxQueueCount).Select(i => options.RxPoolOfQueue?.Invoke(i) ?? options.RxPool
            ?? throw new ArgumentException($"{this} has no pool for receive queue {i:D}: {nameof(EthDevOptions.RxPoolOfQueue)} gave none.", nameof(options)))];
        var rxOffloads = (RxOffloads)Offered((ulong)options.RxOffloads, info.rx_offload_capa, options.RequireOffloads, static m => ((RxOffloads)m).ToString(), "receive offloads");
        var txOffloads = (TxOffloads)Offered((ulong)options.TxOffloads, info.tx_offload_capa, options.RequireOffloads, static m => ((TxOffloads)m).ToString(), "transmit offloads");
        var rssHashTypes = options.RxQueueCount > 1
            ? (RssHashTypes)Offered((ulong)options.RssHashTypes, info.flow_type_rss_offloads, options.RequireOffloads, static m => ((RssHashTypes)m).ToString(), "RSS hash types")
            : RssHashTypes.None;
        CheckValues(options, rssHashTypes, in info);
        // From here on the device changes: whatever fails, what it was before is gone.
        RetireQueues();
        RxQueues = [];
        TxQueues = [];
        RxOffloads = rxOffloads;
        TxOffloads = txOffloads;
        RssHashTypes = rssHashTypes;
        ApplyConfiguration(options, in info);
        SetUpQueues(options, pools, ref info);
    }

    private void CheckQueueCount(int count, int most, string kind, string parameter)
    {
        if (count < 0 || count > most)
        {
            throw new ArgumentException($"{this} has {most:D} {kind} queues; {parameter} asks for {count:D}.", parameter);
        }
    }

    private ulong Offered(ulong wanted, ulong capabilities, bool require, Func<ulong, string> describe, string what)
    {
        ulong missing = wanted & ~capabilities;
        return missing == 0 || !require
            ? wanted & capabilities
            : throw new DpdkException(DpdkException.Sentence($"{this} lacks {what} that are required: {describe(missing)}. It has: {describe(capabilities)}."));
    }

    private void CheckValues(EthDevOptions options, RssHashTypes rssHashTypes, in rte_eth_dev_info info)
    {
        if (options.Mtu is { } mtu && (mtu < info.min_mtu || mtu > info.max_mtu))
        {
            throw new ArgumentException($"{this} takes an MTU of {info.min_mtu:D} to {info.max_mtu:D}; {mtu:D} was asked for.", nameof(options));
        }
        int length = options.RssKey.Length;
        // Some drivers have RSS and tell no key size: those judge the key themselves.
        if (rssHashTypes != RssHashTypes.None && length > 0 && info.hash_key_size > 0 && length != info.hash_key_size)
        {
            throw new ArgumentException($"{this} has an RSS key of {info.hash_key_size:D} bytes; the one given has {length:D}.", nameof(options));
        }
    }

    private void ApplyConfiguration(EthDevOptions options, in rte_eth_dev_info info)
    {
        rte_eth_conf configuration = default;
        configuration.rxmode.offloads = (ulong)RxOffloads;
        configuration.txmode.offloads = (ulong)TxOffloads;
        configuration.intr_conf.lsc = (uint)(options.LinkInterrupt && (*info.dev_flags & RTE_ETH_DEV_INTR_LSC) != 0 ? 1 : 0);
        if (options.Mtu is { } mtu)
        {
            configuration.rxmode.mtu = (uint)mtu;
        }
        ReadOnlySpan<byte> key = options.RssKey.Span;
        fixed (byte* rssKey = key)
        {
            if (RssHashTypes != RssHashTypes.None)
            {
                configuration.rxmode.mq_mode = RTE_ETH_MQ_RX_RSS;
                configuration.rx_adv_conf.rss_conf.rss_hf = (ulong)RssHashTypes;
                configuration.rx_adv_conf.rss_conf.rss_key = rssKey;
                configuration.rx_adv_conf.rss_conf.rss_key_len = (byte)key.Length;
            }
            Check(rte_eth_dev_configure(Port, (ushort)options.RxQueueCount, (ushort)options.TxQueueCount, &configuration),
                nameof(rte_eth_dev_configure), $"could not be configured with {options.RxQueueCount:D} receive and {options.TxQueueCount:D} transmit queues");
        }
    }

    private void SetUpQueues(EthDevOptions options, PacketPool[] pools, ref rte_eth_dev_info info)
    {
        ushort rxDescriptors = (ushort)Math.Clamp(options.RxDescriptorCount, 0, ushort.MaxValue);
        ushort txDescriptors = (ushort)Math.Clamp(options.TxDescriptorCount, 0, ushort.MaxValue);
        Check(rte_eth_dev_adjust_nb_rx_tx_desc(Port, &rxDescriptors, &txDescriptors), nameof(rte_eth_dev_adjust_nb_rx_tx_desc), "does not take the numbers of descriptors");
        RxDescriptorCount = rxDescriptors;
        TxDescriptorCount = txDescriptors;
        ReleasePools();
        uint socket = (uint)SocketId;
        rte_eth_rxconf rx = info.default_rxconf;
        rx.offloads = (ulong)RxOffloads;
        for (int i = 0; i < options.RxQueueCount; i++)
        {
            PacketPool pool = pools[i];
            string queue = $"RX queue {i:D} of {this}";
            Check(rte_eth_rx_queue_setup(Port, (ushort)i, rxDescriptors, socket, &rx, pool.Pointer), nameof(rte_eth_rx_queue_setup),
                $"could not set up receive queue {i:D} with {rxDescriptors:D} descriptors and {pool}",
                info.min_rx_bufsize + RTE_PKTMBUF_HEADROOM > (uint)pool.DataRoomSize
                    ? $"The device needs buffers of {info.min_rx_bufsize:D} bytes and more without headroom; the pool's have {pool.DataRoomSize:D} with headroom."
                    : "What the driver says of it is in DPDK's log.");
            pool.Users.Add(queue);
            _pools.Add((pool, queue));
        }
        rte_eth_txconf tx = info.default_txconf;
        tx.offloads = (ulong)TxOffloads;
        for (int i = 0; i < options.TxQueueCount; i++)
        {
            Check(rte_eth_tx_queue_setup(Port, (ushort)i, txDescriptors, socket, &tx), nameof(rte_eth_tx_queue_setup),
                $"could not set up transmit queue {i:D} with {txDescriptors:D} descriptors");
        }
        RxQueues = [.. Enumerable.Range(0, options.RxQueueCount).Select(i => new RxQueue(this, i))];
        TxQueues = [.. Enumerable.Range(0, options.TxQueueCount).Select(i => new TxQueue(this, i))];
    }

    // Who keeps one of the queues that were, and polls it, must not reach one that is not there, or another device's.
    private void RetireQueues()
    {
        foreach (RxQueue queue in RxQueues)
        {
            queue.Retire();
        }
        foreach (TxQueue queue in TxQueues)
        {
            queue.Retire();
        }
    }

    private void ReleasePools()
    {
        foreach ((PacketPool pool, string queue) in _pools)
        {
            pool.Users.Remove(queue);
        }
        _pools.Clear();
    }
}
