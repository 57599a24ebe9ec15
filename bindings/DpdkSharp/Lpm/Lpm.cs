using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DpdkSharp.Headers;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>
/// A routing table of IPv4 (<c>rte_lpm</c>): prefixes with a next hop each, of which the longest that matches an address counts. A look-up is one
/// load, two where routes are longer than 24 bits. The table takes 64 MB of EAL's memory, whatever it holds.
/// Any number of threads may look up while one thread adds and deletes; a look-up that runs meanwhile sees the table before or after the change. (A
/// thread that is held up in the middle of a look-up may see a group of long routes that was freed and taken again; <c>rte_lpm_rcu_qsbr_add</c> of the
/// raw layer, with <see cref="Pointer"/>, guards against it.)
/// </summary>
public sealed unsafe class Lpm : IDisposable
{
    /// <summary>The largest next hop: 24 bits.</summary>
    public const uint MaxNextHop = 0x00FF_FFFF;

    private readonly int _maxRules;
    private readonly int _tbl8Groups;
    private rte_lpm* _lpm;

    private Lpm(rte_lpm* lpm, string name, int maxRules, int tbl8Groups)
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
    public rte_lpm* Pointer
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

    /// <summary>Creates an empty table (<c>rte_lpm_create</c>).</summary>
    /// <param name="name">1 to 31 characters; unique.</param>
    /// <param name="maxRules">How many routes it can hold: 1 or more.</param>
    /// <param name="tbl8Groups">For how many /24 networks it can hold longer routes: 1 to 2^24, 1 KB each. The default is <c>RTE_LPM_TBL8_NUM_GROUPS</c>.</param>
    /// <param name="socketId">The NUMA node; null takes the calling thread's.</param>
    /// <returns>The table; dispose of it when no thread uses it any more.</returns>
    /// <exception cref="ArgumentException">A parameter is out of its range.</exception>
    /// <exception cref="InvalidOperationException">EAL is not running.</exception>
    /// <exception cref="DpdkException">There is a table of that name, or too little memory.</exception>
    public static Lpm Create(string name, int maxRules, int tbl8Groups = RTE_LPM_TBL8_NUM_GROUPS, int? socketId = null)
    {
        _ = Eal.Require();
        MemoryNames.Check(name, string.Empty);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxRules);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tbl8Groups);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tbl8Groups, RTE_LPM_MAX_TBL8_NUM_GROUPS);
        var configuration = new rte_lpm_config { max_rules = (uint)maxRules, number_tbl8s = (uint)tbl8Groups };
        using var text = new NativeText(name);
        rte_lpm* lpm = rte_lpm_create(text, socketId ?? (int)rte_socket_id(), &configuration);
        return lpm != null ? new Lpm(lpm, name, maxRules, tbl8Groups) : throw MemoryNames.Failure(
            Describe(name), nameof(rte_lpm_create), rte_errno, (64L << 20) + (tbl8Groups * 1024L) + (maxRules * 8L));
    }

    /// <summary>Adds a route, or gives the one that there is a new next hop (<c>rte_lpm_add</c>).</summary>
    /// <param name="prefix">The network; bits behind <paramref name="depth"/> do not count.</param>
    /// <param name="depth">The prefix length in bits: 1 to 32. (A default route takes two: 0.0.0.0/1 and 128.0.0.0/1.)</param>
    /// <param name="nextHop">What a look-up answers: 0 to <see cref="MaxNextHop"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    /// <exception cref="DpdkException">The table is full.</exception>
    public void Add(Ipv4Address prefix, int depth, uint nextHop)
    {
        CheckDepth(depth);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nextHop, MaxNextHop);
        int result = rte_lpm_add(Pointer, prefix.Value, (byte)depth, nextHop);
        _ = DpdkException.ThrowIfNegative(
            result,
            nameof(rte_lpm_add),
            $"{prefix}/{depth:D} could not be added to {this}",
            $"It was created for {_maxRules:D} routes, and for routes longer than 24 bits in {_tbl8Groups:D} networks of 24: create it for more.");
    }

    /// <summary>Deletes a route (<c>rte_lpm_delete</c>).</summary>
    /// <param name="prefix">The network; bits behind <paramref name="depth"/> do not count.</param>
    /// <param name="depth">The prefix length in bits: 1 to 32.</param>
    /// <returns>False when there is no such route.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="depth"/> is out of its range.</exception>
    /// <exception cref="DpdkException">It could not be deleted.</exception>
    public bool Delete(Ipv4Address prefix, int depth)
    {
        if (!TryGetRule(prefix, depth, out _))
        {
            return false;
        }
        int result = rte_lpm_delete(Pointer, prefix.Value, (byte)depth);
        _ = DpdkException.ThrowIfNegative(result, nameof(rte_lpm_delete), $"{prefix}/{depth:D} could not be deleted from {this}");
        return true;
    }

    /// <summary>Deletes all routes (<c>rte_lpm_delete_all</c>).</summary>
    public void DeleteAll() => rte_lpm_delete_all(Pointer);

    /// <summary>Finds the route with exactly this prefix (<c>rte_lpm_is_rule_present</c>). For the control path; see <see cref="TryLookup"/> for packets.</summary>
    /// <param name="prefix">The network; bits behind <paramref name="depth"/> do not count.</param>
    /// <param name="depth">The prefix length in bits: 1 to 32.</param>
    /// <param name="nextHop">Its next hop; 0 when there is no such route.</param>
    /// <returns>Whether there is such a route.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="depth"/> is out of its range.</exception>
    public bool TryGetRule(Ipv4Address prefix, int depth, out uint nextHop)
    {
        CheckDepth(depth);
        uint found = 0;
        int result = rte_lpm_is_rule_present(Pointer, prefix.Value, (byte)depth, &found);
        nextHop = result > 0 ? found : 0;
        return result > 0;
    }

    /// <summary>The next hop of the longest route that matches (<c>rte_lpm_lookup</c>). Compiles to the loads themselves, without a call.</summary>
    /// <param name="address">The address.</param>
    /// <param name="nextHop">The next hop; 0 when no route matches.</param>
    /// <returns>Whether a route matches.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryLookup(Ipv4Address address, out uint nextHop)
    {
        uint found;
        if (rte_lpm_lookup(Pointer, address.Value, &found) == 0)
        {
            nextHop = found;
            return true;
        }
        nextHop = 0;
        return false;
    }

    /// <summary>The next hops of many addresses (<c>rte_lpm_lookup_bulk</c>).</summary>
    /// <param name="addresses">The addresses.</param>
    /// <param name="nextHops">Takes a next hop for each, in the same order.</param>
    /// <param name="missing">The next hop where no route matches; best one above <see cref="MaxNextHop"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="nextHops"/> is shorter than <paramref name="addresses"/>.</exception>
    public void Lookup(scoped ReadOnlySpan<Ipv4Address> addresses, scoped Span<uint> nextHops, uint missing)
    {
        Lengths.ThrowIfShorter(nextHops.Length, addresses.Length, nameof(nextHops));
        rte_lpm* lpm = Pointer;
        // In place: numbers in the processor's order, then the table's entries, then next hops. What is done to all alike is done to many at once.
        Span<uint> results = nextHops[..addresses.Length];
        NetworkOrder.Swap(MemoryMarshal.Cast<Ipv4Address, uint>(addresses), results);
        fixed (uint* first = results)
        {
            _ = rte_lpm_lookup_bulk(lpm, first, first, (uint)results.Length);
        }
        ToNextHops(results, missing);
    }

    /// <summary>Gives the memory back (<c>rte_lpm_free</c>). No thread may use the table any more. Does nothing the second time.</summary>
    public void Dispose()
    {
        if (_lpm == null)
        {
            return;
        }
        rte_lpm* lpm = _lpm;
        _lpm = null;
        rte_lpm_free(lpm);
        Eal.Current?.Children.Remove(ToString());
    }

    /// <inheritdoc/>
    public override string ToString() => Describe(Name);

    private static void ToNextHops(Span<uint> entries, uint missing)
    {
        ref uint first = ref MemoryMarshal.GetReference(entries);
        int i = 0;
        for (; i <= entries.Length - Vector256<uint>.Count; i += Vector256<uint>.Count)
        {
            Vector256<uint> some = Vector256.LoadUnsafe(ref first, (nuint)i);
            Vector256<uint> isMissing = Vector256.Equals(some & Vector256.Create((uint)RTE_LPM_LOOKUP_SUCCESS), Vector256<uint>.Zero);
            Vector256.ConditionalSelect(isMissing, Vector256.Create(missing), some & Vector256.Create(MaxNextHop)).StoreUnsafe(ref first, (nuint)i);
        }
        for (; i < entries.Length; i++)
        {
            entries[i] = (entries[i] & RTE_LPM_LOOKUP_SUCCESS) == 0 ? missing : entries[i] & MaxNextHop;
        }
    }

    private static string Describe(string name) => $"the LPM table '{name}'";

    private static void CheckDepth(int depth)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(depth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(depth, RTE_LPM_MAX_DEPTH);
    }

    [DoesNotReturn]
    private void ThrowDisposed() => throw new ObjectDisposedException(ToString());
}
