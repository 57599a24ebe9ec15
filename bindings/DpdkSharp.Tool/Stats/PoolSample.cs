namespace DpdkSharp.Tool.Stats;

/// <summary>A memory pool.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Size">How many objects it has.</param>
/// <param name="ElementSize">Of what size, in bytes.</param>
/// <param name="Free">Objects that are in the pool, those in the lcores' caches included; null when it could not be found out.</param>
/// <param name="Cached">Those in the caches; null when it could not be found out.</param>
/// <param name="InUse">Objects that are out: with drivers and the program; null when it could not be found out.</param>
internal sealed record PoolSample(string Name, long Size, long ElementSize, long? Free, long? Cached, long? InUse);
