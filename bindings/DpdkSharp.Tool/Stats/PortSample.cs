namespace DpdkSharp.Tool.Stats;

/// <summary>A port in one interval. Counters are since the port's start or last reset.</summary>
/// <param name="Port">Its number.</param>
/// <param name="Name">Its name.</param>
/// <param name="Started">Whether it is started; null when the process does not tell.</param>
/// <param name="Link">Its link; null when the process does not tell.</param>
/// <param name="Rx">Received.</param>
/// <param name="Tx">Sent.</param>
/// <param name="Missed">Packets that the device dropped because the program was too slow.</param>
/// <param name="RxErrors">Packets received with errors.</param>
/// <param name="TxErrors">Packets that could not be sent.</param>
/// <param name="NoMbuf">How often the driver found the pool empty.</param>
/// <param name="Queues">Its queues.</param>
/// <param name="Xstats">All that the driver counts; null unless it was asked for.</param>
internal sealed record PortSample(
    int Port,
    string Name,
    bool? Started,
    LinkSample? Link,
    FlowSample Rx,
    FlowSample Tx,
    CounterSample Missed,
    CounterSample RxErrors,
    CounterSample TxErrors,
    CounterSample NoMbuf,
    IReadOnlyList<QueueSample> Queues,
    IReadOnlyDictionary<string, CounterSample>? Xstats);
