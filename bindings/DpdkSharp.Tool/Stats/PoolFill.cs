namespace DpdkSharp.Tool.Stats;

/// <summary>The objects that are in a pool.</summary>
/// <param name="Common">In the part that all lcores share.</param>
/// <param name="Cached">In the lcores' caches.</param>
internal sealed record PoolFill(long Common, long Cached);
