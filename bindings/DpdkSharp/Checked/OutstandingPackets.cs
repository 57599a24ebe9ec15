namespace DpdkSharp;

/// <summary>Packets that are out of their pool: those with the same owner that came to it at the same place.</summary>
/// <param name="Holder">What kind of owner has them.</param>
/// <param name="Owner">The owner: "the ring 'work'", "TX queue 0 of port 1 (net_tap1)", "a burst".</param>
/// <param name="Site">
/// The place in the program that took them (<see cref="PacketHolder.Application"/>) or gave them away (all others), with its file and line where they are known;
/// with <c>DPDKSHARP_CHECKED=stacks</c> the whole stack trace. Empty when it is not known.
/// </param>
/// <param name="Count">How many buffers; a chained packet has several.</param>
/// <param name="ShortestLength">The bytes in the one that has the least.</param>
/// <param name="LongestLength">The bytes in the one that has the most.</param>
/// <param name="Age">How long ago the first of them came there; zero when it is not known.</param>
public sealed record OutstandingPackets(PacketHolder Holder, string Owner, string Site, int Count, int ShortestLength, int LongestLength, TimeSpan Age)
{
    /// <summary>A line of a table.</summary>
    /// <returns>"3 with the application, taken by Main (Program.cs:12): 60 to 64 bytes, for 1.2 s".</returns>
    public override string ToString()
    {
        string sizes = ShortestLength == LongestLength ? $"{ShortestLength:D} bytes" : $"{ShortestLength:D} to {LongestLength:D} bytes";
        return Holder switch
        {
            PacketHolder.Unknown => $"{Count:D} unknown to the ledger: with C code, the raw layer or a device's receive descriptors",
            PacketHolder.Application => $"{Count:D} with the application ({Owner}), taken by {Site}: {sizes}, for {LedgerText.Duration(Age)}",
            PacketHolder.Clones => $"{Count:D} freed by {Site}, and still used by clones: {sizes}, for {LedgerText.Duration(Age)}",
            _ => $"{Count:D} with {Owner}, given to it by {Site}: {sizes}, for {LedgerText.Duration(Age)}",
        };
    }
}
