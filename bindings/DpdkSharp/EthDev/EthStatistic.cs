namespace DpdkSharp;

/// <summary>One of a device's extended statistics (<c>rte_eth_xstat</c>).</summary>
/// <param name="Name">Its name: rx_good_packets, rx_q0_errors.</param>
/// <param name="Value">Its value.</param>
public readonly record struct EthStatistic(string Name, ulong Value);
