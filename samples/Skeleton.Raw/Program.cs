// The port of DPDK's skeleton (basicfwd) on the raw layer alone: the C program, line by line, in C#.
using System.Runtime.InteropServices;
using System.Text;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

const ushort RX_RING_SIZE = 1024;
const ushort TX_RING_SIZE = 1024;
const uint NUM_MBUFS = 8191;
const uint MBUF_CACHE_SIZE = 250;
const int BURST_SIZE = 32;

bool force_quit = false;
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Quit);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Quit);

void Quit(PosixSignalContext context)
{
    context.Cancel = true;
    Volatile.Write(ref force_quit, true);
}

unsafe
{
    if (!DpdkRuntime.IsSupported)
    {
        Console.Error.WriteLine("skeleton-raw: " + DpdkRuntime.NotSupportedReason);
        return 1;
    }

    // argv as C has it: the program's name first, NUL-terminated strings.
    byte** argv = stackalloc byte*[args.Length + 2];
    argv[0] = (byte*)Marshal.StringToCoTaskMemUTF8("skeleton-raw");
    for (int i = 0; i < args.Length; i++)
    {
        argv[i + 1] = (byte*)Marshal.StringToCoTaskMemUTF8(args[i]);
    }
    argv[args.Length + 1] = null;

    int ret = rte_eal_init(args.Length + 1, argv);
    if (ret < 0)
    {
        return Fail($"Error with EAL initialization: {Text(rte_strerror(rte_errno))}");
    }

    uint nb_ports = rte_eth_dev_count_avail();
    if (nb_ports < 2 || (nb_ports & 1) != 0)
    {
        return Fail("Error: number of ports must be even; name them with --vdev or bind network cards to a driver for user space");
    }

    rte_mempool* mbuf_pool;
    fixed (byte* name = "MBUF_POOL"u8)
    {
        mbuf_pool = rte_pktmbuf_pool_create(name, NUM_MBUFS * nb_ports, MBUF_CACHE_SIZE, 0, (ushort)RTE_MBUF_DEFAULT_BUF_SIZE, (int)rte_socket_id());
    }
    if (mbuf_pool == null)
    {
        return Fail($"Cannot create mbuf pool: {Text(rte_strerror(rte_errno))}");
    }

    foreach (ushort portid in RTE_ETH_FOREACH_DEV())
    {
        ret = port_init(portid, mbuf_pool);
        if (ret != 0)
        {
            return Fail($"Cannot init port {portid}: {Text(rte_strerror(-ret))}");
        }
    }

    if (rte_lcore_count() > 1)
    {
        Console.WriteLine("\nWARNING: Too many lcores enabled. Only 1 used.");
    }

    lcore_main(ref force_quit);

    foreach (ushort portid in RTE_ETH_FOREACH_DEV())
    {
        _ = rte_eth_dev_stop(portid);
        _ = rte_eth_dev_close(portid);
    }
    rte_mempool_free(mbuf_pool);
    _ = rte_eal_cleanup();
    Console.WriteLine("Bye...");
    return 0;
}

static unsafe int port_init(ushort port, rte_mempool* mbuf_pool)
{
    rte_eth_conf port_conf = default;
    const ushort rx_rings = 1;
    const ushort tx_rings = 1;
    ushort nb_rxd = RX_RING_SIZE;
    ushort nb_txd = TX_RING_SIZE;

    if (rte_eth_dev_is_valid_port(port) == 0)
    {
        return -1;
    }

    rte_eth_dev_info dev_info = default;
    int retval = rte_eth_dev_info_get(port, &dev_info);
    if (retval != 0)
    {
        return retval;
    }
    if ((dev_info.tx_offload_capa & RTE_ETH_TX_OFFLOAD_MBUF_FAST_FREE) != 0)
    {
        port_conf.txmode.offloads |= RTE_ETH_TX_OFFLOAD_MBUF_FAST_FREE;
    }

    retval = rte_eth_dev_configure(port, rx_rings, tx_rings, &port_conf);
    if (retval != 0)
    {
        return retval;
    }
    retval = rte_eth_dev_adjust_nb_rx_tx_desc(port, &nb_rxd, &nb_txd);
    if (retval != 0)
    {
        return retval;
    }
    for (ushort q = 0; q < rx_rings; q++)
    {
        retval = rte_eth_rx_queue_setup(port, q, nb_rxd, (uint)rte_eth_dev_socket_id(port), null, mbuf_pool);
        if (retval < 0)
        {
            return retval;
        }
    }
    rte_eth_txconf txconf = dev_info.default_txconf;
    txconf.offloads = port_conf.txmode.offloads;
    for (ushort q = 0; q < tx_rings; q++)
    {
        retval = rte_eth_tx_queue_setup(port, q, nb_txd, (uint)rte_eth_dev_socket_id(port), &txconf);
        if (retval < 0)
        {
            return retval;
        }
    }

    retval = rte_eth_dev_start(port);
    if (retval < 0)
    {
        return retval;
    }

    rte_ether_addr addr;
    retval = rte_eth_macaddr_get(port, &addr);
    if (retval != 0)
    {
        return retval;
    }
    byte* b = addr.addr_bytes;
    Console.WriteLine($"Port {port} MAC: {b[0]:x2} {b[1]:x2} {b[2]:x2} {b[3]:x2} {b[4]:x2} {b[5]:x2}");

    return rte_eth_promiscuous_enable(port);
}

static unsafe void lcore_main(ref bool force_quit)
{
    Console.WriteLine($"\nCore {rte_lcore_id()} forwarding packets. [Ctrl+C to quit]");
    rte_mbuf** bufs = stackalloc rte_mbuf*[BURST_SIZE];

    while (!Volatile.Read(ref force_quit))
    {
        foreach (ushort port in RTE_ETH_FOREACH_DEV())
        {
            ushort nb_rx = rte_eth_rx_burst(port, 0, bufs, BURST_SIZE);
            if (nb_rx == 0)
            {
                continue;
            }
            ushort nb_tx = rte_eth_tx_burst((ushort)(port ^ 1), 0, bufs, nb_rx);
            for (ushort buf = nb_tx; buf < nb_rx; buf++)
            {
                rte_pktmbuf_free(bufs[buf]);
            }
        }
    }
}

static int Fail(string message)
{
    Console.Error.WriteLine("skeleton-raw: " + message);
    return 1;
}

static unsafe string Text(byte* text) => Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text));
