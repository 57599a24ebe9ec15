namespace DpdkSharp;

/// <summary>The counters that every device has (<c>rte_eth_stats</c>), since the start or the last reset.</summary>
/// <param name="ReceivedPackets">Packets received.</param>
/// <param name="SentPackets">Packets sent.</param>
/// <param name="ReceivedBytes">Bytes received.</param>
/// <param name="SentBytes">Bytes sent.</param>
/// <param name="MissedPackets">Packets that the device dropped because no descriptor was free: the program was too slow.</param>
/// <param name="ReceiveErrors">Packets received with errors.</param>
/// <param name="SendErrors">Packets that could not be sent.</param>
/// <param name="NoMbuf">How often the driver found the pool empty.</param>
public readonly record struct EthStats(
    ulong ReceivedPackets,
    ulong SentPackets,
    ulong ReceivedBytes,
    ulong SentBytes,
    ulong MissedPackets,
    ulong ReceiveErrors,
    ulong SendErrors,
    ulong NoMbuf);
