namespace DpdkSharp.Tool.Stats;

/// <summary>All that a process told at one moment.</summary>
internal sealed record Reading(
    DateTimeOffset Time,
    long Timestamp,
    IReadOnlyList<PortReading> Ports,
    IReadOnlyList<PoolSample> Pools,
    IReadOnlyList<RingSample> Rings,
    IReadOnlyList<HeapSample> Heaps);
