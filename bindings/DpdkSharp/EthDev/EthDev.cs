using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DpdkSharp.Headers;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>
/// An Ethernet device: a port of DPDK. Open it, <see cref="Configure"/> it, <see cref="Start"/> it; then its queues carry packets.
/// Control calls are made by one thread at a time; queues may be used by other threads meanwhile.
/// </summary>
public sealed unsafe class EthDev : IDisposable
{
    private readonly string? _hotplugged;
    private readonly List<(PacketPool Pool, string Queue)> _pools = [];
    private bool _disposed;

    private EthDev(int portId, string? hotplugged)
    {
        PortId = portId;
        _hotplugged = hotplugged;
        byte* name = stackalloc byte[(int)RTE_ETH_NAME_MAX_LEN];
        Name = rte_eth_dev_get_name_by_port((ushort)portId, name) == 0 ? Marshal.PtrToStringUTF8((nint)name) ?? string.Empty : string.Empty;
        // Two objects for one port would each close it.
        if (!Eal.Require().Children.TryAdd(ToString()))
        {
            throw new InvalidOperationException($"{ToString()} is open already: use the {nameof(EthDev)} that was opened first, or dispose of it.");
        }
    }

    /// <summary>The numbers of all ports that are there and not owned by another (<c>RTE_ETH_FOREACH_DEV</c>).</summary>
    public static IReadOnlyList<int> PortIds
    {
        get
        {
            _ = Eal.Require();
            var ports = new List<int>();
            foreach (ushort port in RTE_ETH_FOREACH_DEV())
            {
                ports.Add(port);
            }
            return ports;
        }
    }

    /// <summary>Why there can be no ports, and what to do; to be shown when <see cref="PortIds"/> is empty.</summary>
    public static string NoPortsReason
    {
        get
        {
            string drivers = DpdkRuntime.DriverFolder is { } folder && Directory.Exists(folder)
                ? $"EAL loads its drivers from {folder} ({Directory.EnumerateFiles(folder, "librte_*").Count(static f => !f.EndsWith(".so", StringComparison.Ordinal)):D} files)"
                : $"the driver folder {DpdkRuntime.DriverFolder} does not exist: install DPDK's drivers (Debian and Ubuntu: package dpdk)";
            return "No Ethernet port was found. A network card must be bound to a driver for user space (dpdk-devbind.py --status), and not be hidden by --no-pci, --allow or --block; "
                + "a virtual device is asked for with --vdev, for instance --vdev=net_null0; " + drivers + "."
                + (Eal.Current?.StartupErrors is { Count: > 0 } errors ? $" While EAL started, this went wrong: {string.Join("; ", errors)}." : string.Empty);
        }
    }

    /// <summary>Its number.</summary>
    public int PortId { get; }

    /// <summary>Its name: net_null0, 0000:03:00.0.</summary>
    public string Name { get; }

    /// <summary>Its NUMA node; -1 when it has none (<c>rte_eth_dev_socket_id</c>).</summary>
    public int SocketId => rte_eth_dev_socket_id(Port);

    /// <summary>The number, for a call: of a device that was disposed it may be another one's by now.</summary>
    private ushort Port
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return (ushort)PortId;
        }
    }

    /// <summary>True between <see cref="Start"/> and <see cref="Stop"/>.</summary>
    public bool IsStarted { get; private set; }

    /// <summary>Its receive queues, once it is configured.</summary>
    public IReadOnlyList<RxQueue> RxQueues { get; private set; } = [];

    /// <summary>Its transmit queues, once it is configured.</summary>
    public IReadOnlyList<TxQueue> TxQueues { get; private set; } = [];

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

    /// <summary>Its MAC address (<c>rte_eth_macaddr_get</c>, <c>rte_eth_dev_default_mac_addr_set</c>).</summary>
    /// <exception cref="DpdkException">The device refuses the address, or to change it.</exception>
    public MacAddress MacAddress
    {
        get
        {
            rte_ether_addr address;
            Check(rte_eth_macaddr_get(Port, &address), nameof(rte_eth_macaddr_get), "has no MAC address to tell");
            return Unsafe.BitCast<rte_ether_addr, MacAddress>(address);
        }
        set
        {
            rte_ether_addr address = Unsafe.BitCast<MacAddress, rte_ether_addr>(value);
            Check(rte_eth_dev_default_mac_addr_set(Port, &address), nameof(rte_eth_dev_default_mac_addr_set), $"does not take the MAC address {value}");
        }
    }

    /// <summary>The MTU in bytes, without Ethernet header and CRC (<c>rte_eth_dev_get_mtu</c>, <c>rte_eth_dev_set_mtu</c>).</summary>
    /// <exception cref="DpdkException">The device refuses the value; some want to be stopped first.</exception>
    public int Mtu
    {
        get
        {
            ushort mtu;
            Check(rte_eth_dev_get_mtu(Port, &mtu), nameof(rte_eth_dev_get_mtu), "does not tell its MTU");
            return mtu;
        }
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, ushort.MaxValue);
            EthDevInfo info = GetInfo();
            Check(rte_eth_dev_set_mtu(Port, (ushort)value), nameof(rte_eth_dev_set_mtu), $"does not take an MTU of {value:D}",
                $"It takes {info.MinMtu:D} to {info.MaxMtu:D}, no more than its receive buffers hold; some drivers want the device to be stopped.");
        }
    }

    /// <summary>Whether it receives packets for any address (<c>rte_eth_promiscuous_get</c>, <c>_enable</c>, <c>_disable</c>).</summary>
    /// <exception cref="DpdkException">The device cannot.</exception>
    public bool IsPromiscuous
    {
        get => rte_eth_promiscuous_get(Port) == 1;
        set => Check(
            value ? rte_eth_promiscuous_enable(Port) : rte_eth_promiscuous_disable(Port),
            value ? nameof(rte_eth_promiscuous_enable) : nameof(rte_eth_promiscuous_disable),
            "cannot change its promiscuous mode");
    }

    /// <summary>Whether it receives all multicast packets (<c>rte_eth_allmulticast_get</c>, <c>_enable</c>, <c>_disable</c>).</summary>
    /// <exception cref="DpdkException">The device cannot.</exception>
    public bool IsAllMulticast
    {
        get => rte_eth_allmulticast_get(Port) == 1;
        set => Check(
            value ? rte_eth_allmulticast_enable(Port) : rte_eth_allmulticast_disable(Port),
            value ? nameof(rte_eth_allmulticast_enable) : nameof(rte_eth_allmulticast_disable),
            "cannot change its all-multicast mode");
    }

    /// <summary>Opens a port.</summary>
    /// <param name="portId">One of <see cref="PortIds"/>.</param>
    /// <returns>The device, not configured yet; dispose of it before its pools.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such port.</exception>
    /// <exception cref="InvalidOperationException">The port is open already.</exception>
    public static EthDev Open(int portId)
    {
        _ = Eal.Require();
        return portId is >= 0 and <= ushort.MaxValue && rte_eth_dev_is_valid_port((ushort)portId) != 0
            ? new EthDev(portId, null)
            : throw new ArgumentOutOfRangeException(nameof(portId), portId, PortIds.Count == 0 ? NoPortsReason : $"There is no such port; the ports are {string.Join(", ", PortIds)}.");
    }

    /// <summary>Opens a port by the name of its device.</summary>
    /// <param name="name">net_null0, 0000:03:00.0.</param>
    /// <returns>The device, not configured yet.</returns>
    /// <exception cref="DpdkException">There is no such device.</exception>
    /// <exception cref="InvalidOperationException">The port is open already.</exception>
    public static EthDev Open(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        _ = Eal.Require();
        return new EthDev(FindPort(name), null);
    }

    /// <summary>Creates a virtual device while the program runs, and opens it (<c>rte_eal_hotplug_add</c>). Disposing removes it again.</summary>
    /// <param name="name">The driver's name and a number: net_null0.</param>
    /// <param name="arguments">The driver's arguments: "rx_pcap=in.pcap,tx_pcap=out.pcap"; empty for none.</param>
    /// <returns>The device, not configured yet.</returns>
    /// <exception cref="DpdkException">There is one of that name, the driver is not known, or it refuses the arguments.</exception>
    public static EthDev Create(string name, string arguments = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(arguments);
        _ = Eal.Require();
        using var bus = new NativeText("vdev");
        using var device = new NativeText(name);
        using var parameters = new NativeText(arguments);
        // DPDK takes creating it twice for a success, and hands out the first one again.
        ushort existing;
        const int Exists = 17;
        int result = rte_eth_dev_get_port_by_name(device, &existing) == 0 ? -Exists : rte_eal_hotplug_add(bus, device, parameters);
        if (result < 0)
        {
            throw new DpdkException(
                $"The virtual device '{name}' could not be created{(arguments.Length > 0 ? $" with the arguments '{arguments}'" : string.Empty)}",
                nameof(rte_eal_hotplug_add),
                -result,
                result == -Exists
                    ? "There is one of that name already: choose another number."
                    : $"The name is that of a driver and a number (net_null0, net_ring0, net_pcap0, net_tap0, net_af_packet0, net_memif0); its library must be in {DpdkRuntime.DriverFolder}. EAL's log tells more.");
        }
        return new EthDev(FindPort(name), name);
    }

    /// <summary>What it is and can do (<c>rte_eth_dev_info_get</c>).</summary>
    /// <returns>A copy of the present values.</returns>
    /// <exception cref="DpdkException">The device is gone.</exception>
    public EthDevInfo GetInfo()
    {
        rte_eth_dev_info info = ReadInfo();
        return new EthDevInfo(
            Marshal.PtrToStringUTF8((nint)info.driver_name) ?? string.Empty,
            info.if_index,
            info.min_mtu,
            info.max_mtu,
            (int)info.min_rx_bufsize,
            info.max_rx_pktlen,
            info.max_rx_queues,
            info.max_tx_queues,
            (int)info.max_mac_addrs,
            (RxOffloads)info.rx_offload_capa,
            (TxOffloads)info.tx_offload_capa,
            (RssHashTypes)info.flow_type_rss_offloads,
            info.hash_key_size,
            info.reta_size,
            info.rx_desc_lim.nb_min,
            info.rx_desc_lim.nb_max,
            info.tx_desc_lim.nb_min,
            info.tx_desc_lim.nb_max);
    }

    /// <summary>
    /// Sets up the device and its queues (<c>rte_eth_dev_configure</c>, <c>rte_eth_rx_queue_setup</c>, <c>rte_eth_tx_queue_setup</c>). It can be done
    /// again while the device is stopped.
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
        RxQueues = [];
        TxQueues = [];
        RxOffloads = rxOffloads;
        TxOffloads = txOffloads;
        RssHashTypes = rssHashTypes;
        ApplyConfiguration(options, in info);
        SetUpQueues(options, pools, ref info);
    }

    /// <summary>Starts the device (<c>rte_eth_dev_start</c>): packets flow. Does nothing when it is started.</summary>
    /// <exception cref="InvalidOperationException">It is not configured.</exception>
    /// <exception cref="DpdkException">The device refuses.</exception>
    public void Start()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (IsStarted)
        {
            return;
        }
        if (RxQueues.Count + TxQueues.Count == 0)
        {
            throw new InvalidOperationException($"{this} has no queues: configure it before starting it.");
        }
        Check(rte_eth_dev_start(Port), nameof(rte_eth_dev_start), "could not be started");
        IsStarted = true;
    }

    /// <summary>Stops the device (<c>rte_eth_dev_stop</c>): its queues give and take no packets. Does nothing when it is stopped.</summary>
    /// <exception cref="DpdkException">The device refuses.</exception>
    public void Stop()
    {
        if (!IsStarted)
        {
            return;
        }
        Check(rte_eth_dev_stop(Port), nameof(rte_eth_dev_stop), "could not be stopped");
        IsStarted = false;
    }

    /// <summary>The state of the link now (<c>rte_eth_link_get_nowait</c>).</summary>
    /// <returns>The state.</returns>
    /// <exception cref="DpdkException">The device is gone.</exception>
    public EthLink GetLink()
    {
        rte_eth_link link = default;
        Check(rte_eth_link_get_nowait(Port, &link), nameof(rte_eth_link_get_nowait), "does not tell its link state");
        return new EthLink(link.link_status == RTE_ETH_LINK_UP, link.link_speed, link.link_duplex == RTE_ETH_LINK_FULL_DUPLEX, link.link_autoneg == RTE_ETH_LINK_AUTONEG);
    }

    /// <summary>Waits for the link to come up; blocks the calling thread.</summary>
    /// <param name="timeout">How long at the most.</param>
    /// <param name="cancellation">Ends the wait early.</param>
    /// <returns>The state at the end: up, or still down.</returns>
    /// <exception cref="DpdkException">The device is gone.</exception>
    public EthLink WaitForLink(TimeSpan timeout, CancellationToken cancellation = default)
    {
        long start = Stopwatch.GetTimestamp();
        while (true)
        {
            EthLink link = GetLink();
            if (link.IsUp || Stopwatch.GetElapsedTime(start) >= timeout || cancellation.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(20)))
            {
                return link;
            }
        }
    }

    /// <summary>Turns the link on or off (<c>rte_eth_dev_set_link_up</c>, <c>rte_eth_dev_set_link_down</c>).</summary>
    /// <param name="up">Which.</param>
    /// <exception cref="DpdkException">The driver cannot.</exception>
    public void SetLink(bool up) => Check(
        up ? rte_eth_dev_set_link_up(Port) : rte_eth_dev_set_link_down(Port),
        up ? nameof(rte_eth_dev_set_link_up) : nameof(rte_eth_dev_set_link_down),
        $"cannot turn its link {(up ? "on" : "off")}");

    /// <summary>The counters (<c>rte_eth_stats_get</c>).</summary>
    /// <returns>A copy of the present values.</returns>
    /// <exception cref="DpdkException">The device is gone.</exception>
    public EthStats GetStats()
    {
        rte_eth_stats stats = default;
        Check(rte_eth_stats_get(Port, &stats), nameof(rte_eth_stats_get), "does not tell its statistics");
        return new EthStats(stats.ipackets, stats.opackets, stats.ibytes, stats.obytes, stats.imissed, stats.ierrors, stats.oerrors, stats.rx_nombuf);
    }

    /// <summary>All counters that the driver has, by name (<c>rte_eth_xstats_get</c>).</summary>
    /// <returns>A copy of the present values.</returns>
    /// <exception cref="DpdkException">The device is gone.</exception>
    public IReadOnlyList<EthStatistic> GetExtendedStats()
    {
        int count = Check(rte_eth_xstats_get_names(Port, null, 0), nameof(rte_eth_xstats_get_names), "does not tell its extended statistics");
        var names = new rte_eth_xstat_name[count];
        var values = new rte_eth_xstat[count];
        fixed (rte_eth_xstat_name* name = names)
        fixed (rte_eth_xstat* value = values)
        {
            int named = Check(rte_eth_xstats_get_names(Port, name, (uint)count), nameof(rte_eth_xstats_get_names), "does not tell its extended statistics");
            int valued = Check(rte_eth_xstats_get(Port, value, (uint)count), nameof(rte_eth_xstats_get), "does not tell its extended statistics");
            var result = new List<EthStatistic>(valued);
            for (int i = 0; i < Math.Min(valued, count); i++)
            {
                if (value[i].id < (ulong)Math.Min(named, count))
                {
                    result.Add(new EthStatistic(Marshal.PtrToStringUTF8((nint)name[value[i].id].name) ?? string.Empty, value[i].value));
                }
            }
            return result;
        }
    }

    /// <summary>Sets all counters to zero (<c>rte_eth_stats_reset</c>, <c>rte_eth_xstats_reset</c>).</summary>
    /// <exception cref="DpdkException">The driver cannot.</exception>
    public void ResetStats()
    {
        Check(rte_eth_stats_reset(Port), nameof(rte_eth_stats_reset), "cannot reset its statistics");
        Check(rte_eth_xstats_reset(Port), nameof(rte_eth_xstats_reset), "cannot reset its extended statistics");
    }

    /// <summary>Listens to one more MAC address (<c>rte_eth_dev_mac_addr_add</c>).</summary>
    /// <param name="address">The address.</param>
    /// <exception cref="DpdkException">The device cannot, or has no room for more.</exception>
    public void AddMacAddress(MacAddress address)
    {
        rte_ether_addr raw = Unsafe.BitCast<MacAddress, rte_ether_addr>(address);
        Check(rte_eth_dev_mac_addr_add(Port, &raw, 0), nameof(rte_eth_dev_mac_addr_add), $"does not take the MAC address {address}");
    }

    /// <summary>Listens no more to a MAC address that was added (<c>rte_eth_dev_mac_addr_remove</c>).</summary>
    /// <param name="address">The address.</param>
    /// <exception cref="DpdkException">It is the device's own address, or the device cannot.</exception>
    public void RemoveMacAddress(MacAddress address)
    {
        rte_ether_addr raw = Unsafe.BitCast<MacAddress, rte_ether_addr>(address);
        Check(rte_eth_dev_mac_addr_remove(Port, &raw), nameof(rte_eth_dev_mac_addr_remove), $"does not remove the MAC address {address}");
    }

    /// <summary>Lets a VLAN in, or no more (<c>rte_eth_dev_vlan_filter</c>); needs <see cref="RxOffloads.VlanFilter"/>.</summary>
    /// <param name="vlan">0 to 4095.</param>
    /// <param name="allow">Which.</param>
    /// <exception cref="DpdkException">The filter is off, or the device cannot.</exception>
    public void SetVlanFilter(int vlan, bool allow)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(vlan);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(vlan, 4095);
        Check(rte_eth_dev_vlan_filter(Port, (ushort)vlan, allow ? 1 : 0), nameof(rte_eth_dev_vlan_filter), $"cannot filter VLAN {vlan:D}",
            $"Ask for {nameof(RxOffloads)}.{nameof(RxOffloads.VlanFilter)} when configuring; few virtual devices have it.");
    }

    /// <summary>Turns taking VLAN tags off on or off while the device runs (<c>rte_eth_dev_set_vlan_offload</c>).</summary>
    /// <param name="strip">Which.</param>
    /// <exception cref="DpdkException">The device cannot.</exception>
    public void SetVlanStrip(bool strip)
    {
        int mask = Check(rte_eth_dev_get_vlan_offload(Port), nameof(rte_eth_dev_get_vlan_offload), "does not tell its VLAN offloads");
        mask = strip ? mask | RTE_ETH_VLAN_STRIP_OFFLOAD : mask & ~RTE_ETH_VLAN_STRIP_OFFLOAD;
        Check(rte_eth_dev_set_vlan_offload(Port, mask), nameof(rte_eth_dev_set_vlan_offload), "cannot take VLAN tags off");
    }

    /// <summary>Calls back when something happens to the device (<c>rte_eth_dev_callback_register</c>).</summary>
    /// <param name="event">What.</param>
    /// <param name="callback">Runs on a thread of EAL; must be short. What it throws is logged.</param>
    /// <returns>The subscription; it may be disposed after the device, to hear of <see cref="EthDevEvent.Destroyed"/>.</returns>
    /// <exception cref="DpdkException">The device does not know the event.</exception>
    public EthDevEventSubscription Subscribe(EthDevEvent @event, Action<EthDev, EthDevEvent> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return new EthDevEventSubscription(Port, @event, (_, what) => callback(this, what));
    }

    /// <summary>
    /// Calls back when something happens to any device, those that are created later included: the way to hear of
    /// <see cref="EthDevEvent.New"/> (<c>rte_eth_dev_callback_register</c> with <c>RTE_ETH_ALL</c>).
    /// </summary>
    /// <param name="event">What.</param>
    /// <param name="callback">Given the number of the port. Runs on a thread of EAL, or the one that creates or closes the device; must be short. What it throws is logged.</param>
    /// <returns>The subscription.</returns>
    /// <exception cref="InvalidOperationException">EAL is not running.</exception>
    /// <exception cref="DpdkException">DPDK does not know the event.</exception>
    public static EthDevEventSubscription SubscribeAll(EthDevEvent @event, Action<int, EthDevEvent> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        _ = Eal.Require();
        return new EthDevEventSubscription((ushort)RTE_ETH_ALL, @event, callback);
    }

    /// <summary>
    /// Stops and closes the device (<c>rte_eth_dev_close</c>), and removes it when <see cref="Create"/> made it (<c>rte_eal_hotplug_remove</c>). No
    /// thread may use its queues any more. Does nothing the second time.
    /// </summary>
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }
        _disposed = true;
        if (IsStarted)
        {
            IsStarted = false;
            _ = rte_eth_dev_stop((ushort)PortId);
        }
        if (_hotplugged is not null)
        {
            using var bus = new NativeText("vdev");
            using var device = new NativeText(_hotplugged);
            _ = rte_eal_hotplug_remove(bus, device);
        }
        else if (rte_eth_dev_is_valid_port((ushort)PortId) != 0)
        {
            _ = rte_eth_dev_close((ushort)PortId);
        }
        ReleasePools();
        Eal.Current?.Children.Remove(ToString());
    }

    /// <inheritdoc/>
    public override string ToString() => $"port {PortId:D} ({Name})";

    private static int FindPort(string name)
    {
        using var text = new NativeText(name);
        ushort port;
        int result = rte_eth_dev_get_port_by_name(text, &port);
        return result == 0 ? port : throw new DpdkException($"There is no Ethernet device '{name}'", nameof(rte_eth_dev_get_port_by_name), -result,
            PortIds.Count == 0 ? NoPortsReason : "The devices are " + string.Join(", ", PortIds.Select(NameOf)) + ".");
    }

    private static string NameOf(int port)
    {
        byte* name = stackalloc byte[(int)RTE_ETH_NAME_MAX_LEN];
        return rte_eth_dev_get_name_by_port((ushort)port, name) == 0 ? Marshal.PtrToStringUTF8((nint)name) ?? string.Empty : string.Empty;
    }

    private int Check(int result, string function, string what, string? advice = null) =>
        result >= 0 ? result : throw new DpdkException($"{char.ToUpperInvariant(ToString()[0])}{ToString()[1..]} {what}", function, -result, advice);

    private rte_eth_dev_info ReadInfo()
    {
        rte_eth_dev_info info = default;
        Check(rte_eth_dev_info_get(Port, &info), nameof(rte_eth_dev_info_get), "does not tell what it is");
        return info;
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
            : throw new DpdkException($"{char.ToUpperInvariant(ToString()[0])}{ToString()[1..]} lacks {what} that are required: {describe(missing)}. It has: {describe(capabilities)}.");
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
                $"The device needs buffers of {info.min_rx_bufsize:D} bytes and more without headroom; the pool's have {pool.DataRoomSize:D} with headroom.");
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

    private void ReleasePools()
    {
        foreach ((PacketPool pool, string queue) in _pools)
        {
            pool.Users.Remove(queue);
        }
        _pools.Clear();
    }
}
