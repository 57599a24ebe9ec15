using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Tool.Ports;

/// <summary>Asks a port what it is.</summary>
internal static unsafe class PortReader
{
    private static readonly (uint Bit, string Name)[] Speeds =
    [
        (RTE_ETH_LINK_SPEED_10M_HD, "10M half"), (RTE_ETH_LINK_SPEED_10M, "10M"), (RTE_ETH_LINK_SPEED_100M_HD, "100M half"), (RTE_ETH_LINK_SPEED_100M, "100M"),
        (RTE_ETH_LINK_SPEED_1G, "1G"), (RTE_ETH_LINK_SPEED_2_5G, "2.5G"), (RTE_ETH_LINK_SPEED_5G, "5G"), (RTE_ETH_LINK_SPEED_10G, "10G"), (RTE_ETH_LINK_SPEED_20G, "20G"),
        (RTE_ETH_LINK_SPEED_25G, "25G"), (RTE_ETH_LINK_SPEED_40G, "40G"), (RTE_ETH_LINK_SPEED_50G, "50G"), (RTE_ETH_LINK_SPEED_56G, "56G"), (RTE_ETH_LINK_SPEED_100G, "100G"),
        (RTE_ETH_LINK_SPEED_200G, "200G"), (RTE_ETH_LINK_SPEED_400G, "400G"), (RTE_ETH_LINK_SPEED_800G, "800G"),
    ];

    // DPDK's own function for these names is experimental.
    private static readonly (ulong Bit, string Name)[] Capabilities =
    [
        (RTE_ETH_DEV_CAPA_RUNTIME_RX_QUEUE_SETUP, "RUNTIME_RX_QUEUE_SETUP"), (RTE_ETH_DEV_CAPA_RUNTIME_TX_QUEUE_SETUP, "RUNTIME_TX_QUEUE_SETUP"), (RTE_ETH_DEV_CAPA_RXQ_SHARE, "RXQ_SHARE"),
        (RTE_ETH_DEV_CAPA_FLOW_RULE_KEEP, "FLOW_RULE_KEEP"), (RTE_ETH_DEV_CAPA_FLOW_SHARED_OBJECT_KEEP, "FLOW_SHARED_OBJECT_KEEP"),
    ];

    public static PortDescription Read(int number)
    {
        using EthDev port = EthDev.Open(number);
        EthDevInfo known = port.GetInfo();
        rte_eth_dev_info info = default;
        if (rte_eth_dev_info_get((ushort)number, &info) is var result and < 0)
        {
            throw new DpdkException($"{port} does not tell what it is", nameof(rte_eth_dev_info_get), -result);
        }
        EthLink link = port.GetLink();
        uint speeds = info.speed_capa;
        ulong capabilities = info.dev_capa;
        return new PortDescription(
            number,
            port.Name,
            known.DriverName,
            MacAddress(number),
            port.SocketId >= 0 ? port.SocketId : null,
            new PortLink(link.IsUp, link.IsUp && link.SpeedMbps is not (0 or uint.MaxValue) ? link.SpeedMbps : null, link.IsFullDuplex, link.ToString()),
            [.. Speeds.Where(s => (speeds & s.Bit) != 0).Select(static s => s.Name)],
            new Range(Mtu(number), known.MinMtu, known.MaxMtu),
            known.MaxRxPacketLength,
            known.MinRxBufferSize,
            known.MaxMacAddresses,
            new QueueLimits(known.MaxRxQueues, known.MinRxDescriptors, known.MaxRxDescriptors, info.rx_desc_lim.nb_align),
            new QueueLimits(known.MaxTxQueues, known.MinTxDescriptors, known.MaxTxDescriptors, info.tx_desc_lim.nb_align),
            Names(info.rx_offload_capa, &rte_eth_dev_rx_offload_name),
            Names(info.tx_offload_capa, &rte_eth_dev_tx_offload_name),
            HashTypes(known.RssHashTypes),
            known.RssKeySize,
            known.RedirectionTableSize,
            [.. Capabilities.Where(c => (capabilities & c.Bit) != 0).Select(static c => c.Name)]);
    }

    private static string? MacAddress(int port)
    {
        rte_ether_addr address;
        return rte_eth_macaddr_get((ushort)port, &address) == 0
            ? string.Join(':', new ReadOnlySpan<byte>(&address, sizeof(rte_ether_addr)).ToArray().Select(static b => b.ToString("x2", CultureInfo.InvariantCulture)))
            : null;
    }

    private static int? Mtu(int port)
    {
        ushort mtu;
        return rte_eth_dev_get_mtu((ushort)port, &mtu) == 0 ? mtu : null;
    }

    private static List<string> Names(ulong set, delegate*<ulong, byte*> name)
    {
        var names = new List<string>();
        for (ulong left = set; left != 0; left &= left - 1)
        {
            names.Add(Marshal.PtrToStringUTF8((nint)name(1UL << BitOperations.TrailingZeroCount(left))) ?? string.Empty);
        }
        return names;
    }

    private static List<string> HashTypes(RssHashTypes set)
    {
        var names = new List<string>();
        for (ulong left = (ulong)set; left != 0; left &= left - 1)
        {
            var bit = (RssHashTypes)(1UL << BitOperations.TrailingZeroCount(left));
            names.Add(Enum.GetName(bit) ?? string.Create(CultureInfo.InvariantCulture, $"bit {BitOperations.TrailingZeroCount(left)}"));
        }
        return names;
    }
}
