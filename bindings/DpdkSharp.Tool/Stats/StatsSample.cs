namespace DpdkSharp.Tool.Stats;

/// <summary>What a process did in one interval: a line of <c>stats --json</c>.</summary>
/// <param name="Time">When it was read, UTC.</param>
/// <param name="Seconds">How long the interval was.</param>
/// <param name="Process">Whose it is.</param>
/// <param name="Ports">Its ports.</param>
/// <param name="Mempools">Its memory pools.</param>
/// <param name="Rings">Its rings, those behind memory pools left out.</param>
/// <param name="Heaps">Its memory, a heap for each NUMA node.</param>
internal sealed record StatsSample(
    DateTimeOffset Time,
    double Seconds,
    StatsProcess Process,
    IReadOnlyList<PortSample> Ports,
    IReadOnlyList<PoolSample> Mempools,
    IReadOnlyList<RingSample> Rings,
    IReadOnlyList<HeapSample> Heaps);
