namespace DpdkSharp;

/// <summary>What is out of all packet pools, as the ledger of the checked mode knows it.</summary>
/// <param name="Pools">One report a pool.</param>
public sealed record PacketReport(IReadOnlyList<PacketPoolReport> Pools)
{
    /// <summary>How many a kind of owner has, of all pools.</summary>
    /// <param name="holder">The kind of owner.</param>
    /// <returns>The number of buffers; 0 for <see cref="PacketHolder.Application"/> means that the program has lost nothing.</returns>
    public int CountOf(PacketHolder holder) => Pools.Sum(p => p.CountOf(holder));

    /// <summary>A table.</summary>
    /// <returns>The tables of the pools, one below the other.</returns>
    public override string ToString() => string.Join(Environment.NewLine, Pools);
}
