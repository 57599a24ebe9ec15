namespace DpdkSharp;

/// <summary>What a <see cref="Fib"/> or <see cref="Fib6"/> is made of, besides the number of its routes.</summary>
public sealed record FibOptions
{
    /// <summary>What a look-up answers where no route matches. Must fit as next hops must, see <see cref="NextHopSize"/>.</summary>
    public ulong DefaultNextHop { get; init; }

    /// <summary>
    /// How many bytes an entry of the tables takes: 1 (IPv4 only), 2, 4 or 8. One bit of it is taken: next hops go up to 2^7 - 1, 2^15 - 1, 2^31 - 1 or 2^63 - 1.
    /// Smaller entries keep more of the tables in the processor's cache.
    /// </summary>
    public int NextHopSize { get; init; } = 4;

    /// <summary>
    /// How many groups of 256 entries there are for routes longer than 24 bits; at most as many as the largest next hop, and rounded up
    /// to a multiple of 64 as DPDK does. IPv4: one for each /24 network with longer routes.
    /// IPv6: one for each further 8 bits of a route, of which those with the same bits before share theirs.
    /// </summary>
    public int Tbl8Groups { get; init; } = 4096;

    /// <summary>
    /// True to look up in the tree of routes itself (<c>RTE_FIB_DUMMY</c>, <c>RTE_FIB6_DUMMY</c>): slow, but without the tables' memory; the two options above do not count.
    /// </summary>
    public bool WithoutTables { get; init; }

    /// <summary>How many groups DPDK makes of <see cref="Tbl8Groups"/>.</summary>
    internal int RoundedTbl8Groups => (Tbl8Groups + 63) & ~63;

    internal static ulong MaxNextHop(int size) => (1UL << ((size * 8) - 1)) - 1;

    /// <returns>The size of an entry as its power of two, as DPDK counts it.</returns>
    internal uint Check(int leastSize, string parameter)
    {
        if (WithoutTables)
        {
            return 0;
        }
        if (NextHopSize is not (1 or 2 or 4 or 8) || NextHopSize < leastSize)
        {
            throw new ArgumentException($"An entry takes {(leastSize == 1 ? "1, " : string.Empty)}2, 4 or 8 bytes; {nameof(NextHopSize)} is {NextHopSize:D}.", parameter);
        }
        ulong most = MaxNextHop(NextHopSize);
        if (DefaultNextHop > most)
        {
            throw new ArgumentException($"With entries of {NextHopSize:D} bytes next hops go up to {most:D}; {nameof(DefaultNextHop)} is {DefaultNextHop:D}.", parameter);
        }
        if (Tbl8Groups < 1 || (ulong)Tbl8Groups > most)
        {
            throw new ArgumentException($"With entries of {NextHopSize:D} bytes there are 1 to {Math.Min(most, int.MaxValue):D} groups; {nameof(Tbl8Groups)} is {Tbl8Groups:D}.", parameter);
        }
        return uint.Log2((uint)NextHopSize);
    }
}
