using System.Globalization;
using System.Runtime.InteropServices;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Testing;

/// <summary>A device of the driver net_ring over rings of one's own: it receives from some, and sends to others.</summary>
internal sealed unsafe class RingDevice : IDisposable
{
    // What the driver puts before the name that it is given.
    private const string Prefix = "net_ring_";

    private static int s_last;

    public RingDevice(string stem, Ring<Mbuf>[] rxRings, Ring<Mbuf>[] txRings)
    {
        string name = UniqueName(stem);
        byte* text = (byte*)Marshal.StringToCoTaskMemUTF8(name);
        rte_ring** rx = stackalloc rte_ring*[rxRings.Length];
        rte_ring** tx = stackalloc rte_ring*[txRings.Length];
        for (int i = 0; i < rxRings.Length; i++)
        {
            rx[i] = rxRings[i].Pointer;
        }
        for (int i = 0; i < txRings.Length; i++)
        {
            tx[i] = txRings[i].Pointer;
        }
        int port = rte_eth_from_rings(text, rx, (uint)rxRings.Length, tx, (uint)txRings.Length, rte_socket_id());
        int errno = rte_errno;
        Marshal.FreeCoTaskMem((nint)text);
        if (port < 0)
        {
            throw new DpdkException($"A port in memory with {rxRings.Length:D} receive and {txRings.Length:D} transmit queues could not be created", nameof(rte_eth_from_rings), errno,
                "The driver net_ring must be installed (Debian and Ubuntu: package librte-net-ring), and takes at most 16 queues.");
        }
        Device = EthDev.Open(port);
    }

    public EthDev Device { get; }

    /// <summary>A name of at most 20 characters that nothing else in this process has.</summary>
    public static string UniqueName(string stem) => string.Create(CultureInfo.InvariantCulture, $"{stem}{Interlocked.Increment(ref s_last):x}");

    /// <summary>Configures and starts a device, with as many queues as it has rings.</summary>
    public static void Start(EthDev device, PacketPool pool, int rxQueues, int txQueues)
    {
        device.Configure(new EthDevOptions { RxPool = pool, RxQueueCount = rxQueues, TxQueueCount = txQueues });
        device.Start();
    }

    /// <summary>Closes the port, and takes the device away so that its name is free.</summary>
    public void Dispose()
    {
        string name = Device.Name;
        Device.Dispose();
        byte* text = (byte*)Marshal.StringToCoTaskMemUTF8(name.StartsWith(Prefix, StringComparison.Ordinal) ? name : Prefix + name);
        _ = rte_vdev_uninit(text);
        Marshal.FreeCoTaskMem((nint)text);
    }
}
