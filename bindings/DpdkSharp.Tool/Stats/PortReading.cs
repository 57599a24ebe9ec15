namespace DpdkSharp.Tool.Stats;

/// <summary>A port's counters at one moment.</summary>
/// <param name="Port">Its number.</param>
/// <param name="Timestamp">The moment, on the clock of <see cref="System.Diagnostics.Stopwatch"/>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Started">Whether it is started; null when the process does not tell.</param>
/// <param name="RxQueues">How many receive queues it has.</param>
/// <param name="TxQueues">How many transmit queues it has.</param>
/// <param name="Link">Its link; null when the process does not tell.</param>
/// <param name="Counters">The values by the names of <c>rte_eth_stats</c>: ipackets. Those of queues have the number behind: q_ipackets.0.</param>
/// <param name="Xstats">The driver's own counters.</param>
internal sealed record PortReading(
    int Port,
    long Timestamp,
    string Name,
    bool? Started,
    int RxQueues,
    int TxQueues,
    LinkSample? Link,
    IReadOnlyDictionary<string, ulong> Counters,
    IReadOnlyDictionary<string, ulong> Xstats);
