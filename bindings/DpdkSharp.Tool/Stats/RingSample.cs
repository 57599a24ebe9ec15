namespace DpdkSharp.Tool.Stats;

/// <summary>A ring.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Capacity">How many objects it can hold.</param>
/// <param name="Used">How many it holds.</param>
internal sealed record RingSample(string Name, long Capacity, long Used);
