namespace DpdkSharp.Tool.Ports;

/// <summary>What a port is and can do.</summary>
/// <param name="Port">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Driver">Its driver.</param>
/// <param name="MacAddress">Its MAC address; null when it has none to tell.</param>
/// <param name="NumaNode">Its NUMA node; null when it has none.</param>
/// <param name="Link">Its link as it is before it is started.</param>
/// <param name="Speeds">The speeds that its link can have.</param>
/// <param name="Mtu">Its MTU in bytes, and the least and greatest one.</param>
/// <param name="MaxRxPacketLength">The longest packet that it receives, in bytes.</param>
/// <param name="MinRxBufferSize">The least size of a receive buffer, in bytes.</param>
/// <param name="MaxMacAddresses">How many MAC addresses it listens to.</param>
/// <param name="RxQueues">Its receive queues.</param>
/// <param name="TxQueues">Its transmit queues.</param>
/// <param name="RxOffloads">What it does with received packets, in DPDK's words.</param>
/// <param name="TxOffloads">What it does with sent packets, in DPDK's words.</param>
/// <param name="RssHashTypes">What it spreads packets by.</param>
/// <param name="RssKeySize">The length of its RSS key in bytes; 0 for none.</param>
/// <param name="RedirectionTableSize">The size of its redirection table; 0 for none.</param>
/// <param name="Capabilities">What else it can do, in DPDK's words.</param>
internal sealed record PortDescription(
    int Port,
    string Name,
    string Driver,
    string? MacAddress,
    int? NumaNode,
    PortLink Link,
    IReadOnlyList<string> Speeds,
    Range Mtu,
    long MaxRxPacketLength,
    int MinRxBufferSize,
    int MaxMacAddresses,
    QueueLimits RxQueues,
    QueueLimits TxQueues,
    IReadOnlyList<string> RxOffloads,
    IReadOnlyList<string> TxOffloads,
    IReadOnlyList<string> RssHashTypes,
    int RssKeySize,
    int RedirectionTableSize,
    IReadOnlyList<string> Capabilities);
