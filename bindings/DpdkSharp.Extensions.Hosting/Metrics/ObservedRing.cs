namespace DpdkSharp.Extensions.Hosting;

/// <summary>A ring, whatever is in it.</summary>
internal sealed record ObservedRing(string Name, int Capacity, Func<int> Count);
