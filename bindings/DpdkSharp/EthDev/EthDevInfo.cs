namespace DpdkSharp;

/// <summary>What a device is and can do (<c>rte_eth_dev_info</c>).</summary>
/// <param name="DriverName">The driver: net_pcap.</param>
/// <param name="InterfaceIndex">The kernel's index of the interface behind it; 0 when there is none.</param>
/// <param name="MinMtu">The least MTU in bytes.</param>
/// <param name="MaxMtu">The greatest MTU in bytes.</param>
/// <param name="MinRxBufferSize">The least size of a receive buffer in bytes, headroom not counted.</param>
/// <param name="MaxRxPacketLength">The longest packet that can be received, in bytes.</param>
/// <param name="MaxRxQueues">How many receive queues it has.</param>
/// <param name="MaxTxQueues">How many transmit queues it has.</param>
/// <param name="MaxMacAddresses">How many MAC addresses it can listen to.</param>
/// <param name="RxOffloads">What it can do with received packets.</param>
/// <param name="TxOffloads">What it can do with sent packets.</param>
/// <param name="RssHashTypes">What it can spread packets by.</param>
/// <param name="RssKeySize">The length of its RSS key in bytes; 0 without RSS, or where the driver does not tell.</param>
/// <param name="RedirectionTableSize">The size of its RSS redirection table; 0 without RSS.</param>
/// <param name="MinRxDescriptors">The fewest descriptors of a receive queue.</param>
/// <param name="MaxRxDescriptors">The most descriptors of a receive queue.</param>
/// <param name="MinTxDescriptors">The fewest descriptors of a transmit queue.</param>
/// <param name="MaxTxDescriptors">The most descriptors of a transmit queue.</param>
public sealed record EthDevInfo(
    string DriverName,
    uint InterfaceIndex,
    int MinMtu,
    int MaxMtu,
    int MinRxBufferSize,
    long MaxRxPacketLength,
    int MaxRxQueues,
    int MaxTxQueues,
    int MaxMacAddresses,
    RxOffloads RxOffloads,
    TxOffloads TxOffloads,
    RssHashTypes RssHashTypes,
    int RssKeySize,
    int RedirectionTableSize,
    int MinRxDescriptors,
    int MaxRxDescriptors,
    int MinTxDescriptors,
    int MaxTxDescriptors);
