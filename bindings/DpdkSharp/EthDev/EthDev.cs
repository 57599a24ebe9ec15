using System.Runtime.InteropServices;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>
/// An Ethernet device: a port of DPDK. Open it, <see cref="Configure"/> it, <see cref="Start"/> it; then its queues carry packets.
/// Control calls are made by one thread at a time; queues may be used by other threads meanwhile.
/// </summary>
public sealed unsafe partial class EthDev : IDisposable
{
    private readonly string? _hotplugged;
    private bool _disposed;

    private EthDev(int portId, string? hotplugged)
    {
        PortId = portId;
        _hotplugged = hotplugged;
        Name = NameOf(portId);
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
            string drivers = DriverFolder.Missing
                ?? $"EAL loads its drivers from {DpdkRuntime.DriverFolder} ({Directory.EnumerateFiles(DpdkRuntime.DriverFolder!, "librte_*").Count(static f => !f.EndsWith(".so", StringComparison.Ordinal)):D} files)";
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

    /// <summary>True after <see cref="Dispose"/>.</summary>
    internal bool IsDisposed => _disposed;

    /// <summary>True between <see cref="Start"/> and <see cref="Stop"/>.</summary>
    public bool IsStarted { get; private set; }

    /// <summary>Its receive queues, once it is configured.</summary>
    public IReadOnlyList<RxQueue> RxQueues { get; private set; } = [];

    /// <summary>Its transmit queues, once it is configured.</summary>
    public IReadOnlyList<TxQueue> TxQueues { get; private set; } = [];

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
        RetireQueues();
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
        result >= 0 ? result : throw new DpdkException($"{this} {what}", function, -result, advice);

    private rte_eth_dev_info ReadInfo()
    {
        rte_eth_dev_info info = default;
        Check(rte_eth_dev_info_get(Port, &info), nameof(rte_eth_dev_info_get), "does not tell what it is");
        return info;
    }
}
