using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using DpdkSharp.Headers;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>
/// A routing table of IPv6 (<c>rte_lpm6</c>): prefixes with a next hop each, of which the longest that matches an address counts. A look-up walks from
/// 24 bits on in steps of 8. Any number of threads may look up, but not while a thread adds or deletes.
/// </summary>
public sealed unsafe class Lpm6 : IDisposable
{
    /// <summary>The largest next hop: 21 bits.</summary>
    public const uint MaxNextHop = 0x001F_FFFF;

    // RTE_LPM6_TBL8_MAX_NUM_GROUPS, which no header tells: as many as a next hop can number.
    private const int MostGroups = 1 << 21;

    private readonly int _maxRules;
    private readonly int _tbl8Groups;
    private rte_lpm6* _lpm;

    private Lpm6(rte_lpm6* lpm, string name, int maxRules, int tbl8Groups)
    {
        _lpm = lpm;
        _maxRules = maxRules;
        _tbl8Groups = tbl8Groups;
        Name = name;
        Eal.Require().Children.Add(ToString());
    }

    /// <summary>Its name, unique in the process and the processes that share its memory.</summary>
    public string Name { get; }

    /// <summary>The raw layer's pointer.</summary>
    /// <exception cref="ObjectDisposedException">The table was disposed.</exception>
    public rte_lpm6* Pointer
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (_lpm == null)
            {
                ThrowDisposed();
            }
            return _lpm;
        }
    }

    /// <summary>Creates an empty table (<c>rte_lpm6_create</c>). It takes 64 MB of EAL's memory and what its groups take.</summary>
    /// <param name="name">1 to 21 characters; unique.</param>
    /// <param name="maxRules">How many routes it can hold: 1 or more.</param>
    /// <param name="tbl8Groups">
    /// How many groups of 256 entries it has for routes longer than 24 bits: 1 to 2^21, 1 KB each. A route takes one for each 8 bits beyond 24, of which those
    /// with the same bits before share theirs: a lone /64 takes five.
    /// </param>
    /// <param name="socketId">The NUMA node; null takes the calling thread's.</param>
    /// <returns>The table; dispose of it when no thread uses it any more.</returns>
    /// <exception cref="ArgumentException">A parameter is out of its range.</exception>
    /// <exception cref="InvalidOperationException">EAL is not running.</exception>
    /// <exception cref="DpdkException">There is a table of that name, or too little memory.</exception>
    public static Lpm6 Create(string name, int maxRules, int tbl8Groups, int? socketId = null)
    {
        _ = Eal.Require();
        // It keeps its rules in a hash table, and that one its free places in a ring, named after it.
        MemoryNames.Check(name, "RG_HT_LRH_");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxRules);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tbl8Groups);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tbl8Groups, MostGroups);
        var configuration = new rte_lpm6_config { max_rules = (uint)maxRules, number_tbl8s = (uint)tbl8Groups };
        using var text = new NativeText(name);
        rte_lpm6* lpm = rte_lpm6_create(text, socketId ?? (int)rte_socket_id(), &configuration);
        return lpm != null ? new Lpm6(lpm, name, maxRules, tbl8Groups) : throw MemoryNames.Failure(
            Describe(name), nameof(rte_lpm6_create), rte_errno, (64L << 20) + (tbl8Groups * 1100L) + (maxRules * 100L));
    }

    /// <summary>Adds a route, or gives the one that there is a new next hop (<c>rte_lpm6_add</c>).</summary>
    /// <param name="prefix">The network; bits behind <paramref name="depth"/> do not count.</param>
    /// <param name="depth">The prefix length in bits: 1 to 128. (A default route takes two: ::/1 and 8000::/1.)</param>
    /// <param name="nextHop">What a look-up answers: 0 to <see cref="MaxNextHop"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    /// <exception cref="DpdkException">The table is full.</exception>
    public void Add(Ipv6Address prefix, int depth, uint nextHop)
    {
        CheckDepth(depth);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nextHop, MaxNextHop);
        int result = rte_lpm6_add(Pointer, (rte_ipv6_addr*)&prefix, (byte)depth, nextHop);
        _ = DpdkException.ThrowIfNegative(
            result,
            nameof(rte_lpm6_add),
            $"{prefix}/{depth:D} could not be added to {this}",
            $"It was created for {_maxRules:D} routes with {_tbl8Groups:D} groups for those longer than 24 bits: create it for more.");
    }

    /// <summary>Deletes a route (<c>rte_lpm6_delete</c>).</summary>
    /// <param name="prefix">The network; bits behind <paramref name="depth"/> do not count.</param>
    /// <param name="depth">The prefix length in bits: 1 to 128.</param>
    /// <returns>False when there is no such route.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="depth"/> is out of its range.</exception>
    /// <exception cref="DpdkException">It could not be deleted.</exception>
    public bool Delete(Ipv6Address prefix, int depth)
    {
        if (!TryGetRule(prefix, depth, out _))
        {
            return false;
        }
        int result = rte_lpm6_delete(Pointer, (rte_ipv6_addr*)&prefix, (byte)depth);
        _ = DpdkException.ThrowIfNegative(result, nameof(rte_lpm6_delete), $"{prefix}/{depth:D} could not be deleted from {this}");
        return true;
    }

    /// <summary>Deletes all routes (<c>rte_lpm6_delete_all</c>).</summary>
    public void DeleteAll() => rte_lpm6_delete_all(Pointer);

    /// <summary>Finds the route with exactly this prefix (<c>rte_lpm6_is_rule_present</c>). For the control path; see <see cref="TryLookup"/> for packets.</summary>
    /// <param name="prefix">The network; bits behind <paramref name="depth"/> do not count.</param>
    /// <param name="depth">The prefix length in bits: 1 to 128.</param>
    /// <param name="nextHop">Its next hop; 0 when there is no such route.</param>
    /// <returns>Whether there is such a route.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="depth"/> is out of its range.</exception>
    public bool TryGetRule(Ipv6Address prefix, int depth, out uint nextHop)
    {
        CheckDepth(depth);
        uint found = 0;
        int result = rte_lpm6_is_rule_present(Pointer, (rte_ipv6_addr*)&prefix, (byte)depth, &found);
        nextHop = result > 0 ? found : 0;
        return result > 0;
    }

    /// <summary>The next hop of the longest route that matches (<c>rte_lpm6_lookup</c>).</summary>
    /// <param name="address">The address.</param>
    /// <param name="nextHop">The next hop; 0 when no route matches.</param>
    /// <returns>Whether a route matches.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryLookup(Ipv6Address address, out uint nextHop)
    {
        uint found = 0;
        bool matches = rte_lpm6_lookup(Pointer, (rte_ipv6_addr*)&address, &found) == 0;
        nextHop = matches ? found : 0;
        return matches;
    }

    /// <summary>The next hops of many addresses (<c>rte_lpm6_lookup_bulk_func</c>): one native call for all.</summary>
    /// <param name="addresses">The addresses.</param>
    /// <param name="nextHops">Takes a next hop for each, in the same order.</param>
    /// <param name="missing">The next hop where no route matches; best one above <see cref="MaxNextHop"/>. DPDK's own answer is <see cref="uint.MaxValue"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="nextHops"/> is shorter than <paramref name="addresses"/>.</exception>
    public void Lookup(scoped ReadOnlySpan<Ipv6Address> addresses, scoped Span<uint> nextHops, uint missing)
    {
        Lengths.ThrowIfShorter(nextHops.Length, addresses.Length, nameof(nextHops));
        rte_lpm6* lpm = Pointer;
        if (addresses.IsEmpty)
        {
            return;
        }
        fixed (Ipv6Address* first = addresses)
        {
            fixed (uint* hops = nextHops)
            {
                _ = rte_lpm6_lookup_bulk_func(lpm, (rte_ipv6_addr*)first, (int*)hops, (uint)addresses.Length);
            }
        }
        if (missing != uint.MaxValue)
        {
            nextHops[..addresses.Length].Replace(uint.MaxValue, missing);
        }
    }

    /// <summary>Gives the memory back (<c>rte_lpm6_free</c>). No thread may use the table any more. Does nothing the second time.</summary>
    public void Dispose()
    {
        if (_lpm == null)
        {
            return;
        }
        rte_lpm6* lpm = _lpm;
        _lpm = null;
        rte_lpm6_free(lpm);
        Eal.Current?.Children.Remove(ToString());
    }

    /// <inheritdoc/>
    public override string ToString() => Describe(Name);

    private static string Describe(string name) => $"the LPM6 table '{name}'";

    private static void CheckDepth(int depth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(depth, RTE_LPM6_MAX_DEPTH);
    }

    [DoesNotReturn]
    private void ThrowDisposed() => throw new ObjectDisposedException(ToString());
}
