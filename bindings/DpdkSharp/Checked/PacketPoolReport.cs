namespace DpdkSharp;

/// <summary>What is out of a packet pool, as the ledger of the checked mode knows it.</summary>
/// <param name="PoolName">The pool's name.</param>
/// <param name="Capacity">How many buffers the pool has.</param>
/// <param name="OutstandingCount">How many of them are out.</param>
/// <param name="Outstanding">Those that are out, by owner and place; the most first.</param>
public sealed record PacketPoolReport(string PoolName, int Capacity, int OutstandingCount, IReadOnlyList<OutstandingPackets> Outstanding)
{
    /// <summary>How many a kind of owner has.</summary>
    /// <param name="holder">The kind of owner.</param>
    /// <returns>The number of buffers.</returns>
    public int CountOf(PacketHolder holder) => Outstanding.Where(o => o.Holder == holder).Sum(static o => o.Count);

    /// <summary>A table.</summary>
    /// <returns>A heading, and a line for each of <see cref="Outstanding"/>.</returns>
    public override string ToString() => string.Join(Environment.NewLine,
        [$"the packet pool '{PoolName}': {OutstandingCount:D} of {Capacity:D} packets are out", .. Outstanding.Select(static o => "  " + o)]);
}
