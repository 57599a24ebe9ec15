using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using DpdkSharp.Headers;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>
/// A forwarding table of IPv6 (<c>rte_fib6</c>): prefixes with a next hop each, of which the longest that matches an address counts. Made for looking up many addresses at
/// once; beside the tables it keeps the routes in a tree, which makes changes fast. Any number of threads may look up while one thread adds and deletes; a look-up that
/// runs meanwhile sees the table before or after the change.
/// </summary>
public sealed unsafe class Fib6 : IDisposable
{
    private const int NoEntry = 2;

    private readonly int _maxRoutes;
    private readonly FibOptions _options;
    private rte_fib6* _fib;

    private Fib6(rte_fib6* fib, string name, int maxRoutes, FibOptions options)
    {
        _fib = fib;
        _maxRoutes = maxRoutes;
        _options = options;
        Name = name;
        Eal.Require().Children.Add(ToString());
    }

    /// <summary>Its name, unique in the process and the processes that share its memory.</summary>
    public string Name { get; }

    /// <summary>The raw layer's pointer.</summary>
    /// <exception cref="ObjectDisposedException">The table was disposed.</exception>
    public rte_fib6* Pointer
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (_fib == null)
            {
                ThrowDisposed();
            }
            return _fib;
        }
    }

    /// <summary>Creates an empty table (<c>rte_fib6_create</c>, with <c>RTE_FIB6_TRIE</c>).</summary>
    /// <param name="name">1 to 22 characters; unique, also among those of <see cref="Fib"/>.</param>
    /// <param name="maxRoutes">How many routes it can hold: 1 to 2^29.</param>
    /// <param name="options">What it is made of; null for entries of 4 bytes, 4096 groups and a default next hop of 0.</param>
    /// <param name="socketId">The NUMA node; null takes the calling thread's.</param>
    /// <returns>The table; dispose of it when no thread uses it any more.</returns>
    /// <exception cref="ArgumentException">A parameter or option is out of its range.</exception>
    /// <exception cref="InvalidOperationException">EAL is not running.</exception>
    /// <exception cref="DpdkException">There is a table of that name, or too little memory.</exception>
    public static Fib6 Create(string name, int maxRoutes, FibOptions? options = null, int? socketId = null)
    {
        _ = Eal.Require();
        // The routes are kept in a pool "MP_" and the name.
        MemoryNames.Check(name, "RG_MP_MP_");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxRoutes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxRoutes, 1 << 29);
        options ??= new FibOptions();
        uint sizePower = options.Check(leastSize: 2, nameof(options));
        rte_fib6_conf configuration = default;
        configuration.type = options.WithoutTables ? rte_fib6_type.RTE_FIB6_DUMMY : rte_fib6_type.RTE_FIB6_TRIE;
        configuration.default_nh = options.DefaultNextHop;
        configuration.max_routes = maxRoutes;
        configuration.trie.nh_sz = (rte_fib_trie_nh_sz)sizePower;
        configuration.trie.num_tbl8 = (uint)options.Tbl8Groups;
        using var text = new NativeText(name);
        rte_fib6* fib = rte_fib6_create(text, socketId ?? (int)rte_socket_id(), &configuration);
        long tables = options.WithoutTables ? 0 : ((1L << 24) + (options.RoundedTbl8Groups * 256L)) * options.NextHopSize;
        return fib != null ? new Fib6(fib, name, maxRoutes, options) : throw MemoryNames.Failure(
            Describe(name), nameof(rte_fib6_create), rte_errno, tables + (maxRoutes * 300L));
    }

    /// <summary>Adds a route, or gives the one that there is a new next hop (<c>rte_fib6_add</c>).</summary>
    /// <param name="prefix">The network; bits behind <paramref name="depth"/> do not count.</param>
    /// <param name="depth">The prefix length in bits: 0 to 128.</param>
    /// <param name="nextHop">What a look-up answers; it must fit into <see cref="FibOptions.NextHopSize"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    /// <exception cref="DpdkException">The table is full.</exception>
    public void Add(Ipv6Address prefix, int depth, ulong nextHop)
    {
        CheckDepth(depth);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nextHop, _options.WithoutTables ? ulong.MaxValue : FibOptions.MaxNextHop(_options.NextHopSize));
        Ipv6Address masked = Masked(prefix, depth);
        int result = rte_fib6_add(Pointer, (rte_ipv6_addr*)&masked, (byte)depth, nextHop);
        _ = DpdkException.ThrowIfNegative(
            result,
            nameof(rte_fib6_add),
            $"{prefix}/{depth:D} could not be added to {this}",
            $"It was created for {_maxRoutes:D} routes with {_options.RoundedTbl8Groups:D} groups for those longer than 24 bits: create it for more.");
    }

    /// <summary>Deletes a route (<c>rte_fib6_delete</c>).</summary>
    /// <param name="prefix">The network; bits behind <paramref name="depth"/> do not count.</param>
    /// <param name="depth">The prefix length in bits: 0 to 128.</param>
    /// <returns>False when there is no such route.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="depth"/> is out of its range.</exception>
    /// <exception cref="DpdkException">It could not be deleted.</exception>
    public bool Delete(Ipv6Address prefix, int depth)
    {
        CheckDepth(depth);
        Ipv6Address masked = Masked(prefix, depth);
        int result = rte_fib6_delete(Pointer, (rte_ipv6_addr*)&masked, (byte)depth);
        if (result == -NoEntry)
        {
            return false;
        }
        _ = DpdkException.ThrowIfNegative(result, nameof(rte_fib6_delete), $"{prefix}/{depth:D} could not be deleted from {this}");
        return true;
    }

    /// <summary>Deletes all routes, one by one (<c>rte_rib6_get_nxt</c>, <c>rte_fib6_delete</c>).</summary>
    /// <exception cref="DpdkException">One of them could not be deleted.</exception>
    public void DeleteAll()
    {
        rte_rib6* rib = rte_fib6_get_rib(Pointer);
        Ipv6Address any = default;
        rte_rib6_node* route;
        while ((route = rte_rib6_get_nxt(rib, (rte_ipv6_addr*)&any, 0, null, (int)RTE_RIB6_GET_NXT_ALL)) != null)
        {
            Ipv6Address prefix;
            byte depth;
            _ = rte_rib6_get_ip(route, (rte_ipv6_addr*)&prefix);
            _ = rte_rib6_get_depth(route, &depth);
            _ = Delete(prefix, depth);
        }
        // The walk goes through what lies below a prefix, and nothing lies above this one.
        _ = Delete(any, 0);
    }

    /// <summary>Finds the route with exactly this prefix (<c>rte_rib6_lookup_exact</c>). For the control path.</summary>
    /// <param name="prefix">The network; bits behind <paramref name="depth"/> do not count.</param>
    /// <param name="depth">The prefix length in bits: 0 to 128.</param>
    /// <param name="nextHop">Its next hop; 0 when there is no such route.</param>
    /// <returns>Whether there is such a route.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="depth"/> is out of its range.</exception>
    public bool TryGetRule(Ipv6Address prefix, int depth, out ulong nextHop)
    {
        CheckDepth(depth);
        Ipv6Address masked = Masked(prefix, depth);
        rte_rib6_node* route = rte_rib6_lookup_exact(rte_fib6_get_rib(Pointer), (rte_ipv6_addr*)&masked, (byte)depth);
        ulong found = 0;
        if (route != null)
        {
            _ = rte_rib6_get_nh(route, &found);
        }
        nextHop = found;
        return route != null;
    }

    /// <summary>The next hops of many addresses (<c>rte_fib6_lookup_bulk</c>): one native call for all.</summary>
    /// <param name="addresses">The addresses.</param>
    /// <param name="nextHops">Takes a next hop for each, in the same order; <see cref="FibOptions.DefaultNextHop"/> where no route matches.</param>
    /// <exception cref="ArgumentException"><paramref name="nextHops"/> is shorter than <paramref name="addresses"/>.</exception>
    public void Lookup(scoped ReadOnlySpan<Ipv6Address> addresses, scoped Span<ulong> nextHops)
    {
        Lengths.ThrowIfShorter(nextHops.Length, addresses.Length, nameof(nextHops));
        rte_fib6* fib = Pointer;
        if (addresses.IsEmpty)
        {
            return;
        }
        fixed (Ipv6Address* first = addresses)
        {
            fixed (ulong* hops = nextHops)
            {
                _ = rte_fib6_lookup_bulk(fib, (rte_ipv6_addr*)first, hops, addresses.Length);
            }
        }
    }

    /// <summary>Chooses how to look up (<c>rte_fib6_select_lookup</c>). Not while another thread looks up.</summary>
    /// <param name="lookup">How.</param>
    /// <returns>False when the processor or the kind of table does not allow it; it stays as it was then.</returns>
    public bool TrySelectLookup(Fib6Lookup lookup) => rte_fib6_select_lookup(Pointer, (rte_fib6_lookup_type)lookup) == 0;

    /// <summary>Gives the memory back (<c>rte_fib6_free</c>). No thread may use the table any more. Does nothing the second time.</summary>
    public void Dispose()
    {
        if (_fib == null)
        {
            return;
        }
        rte_fib6* fib = _fib;
        _fib = null;
        rte_fib6_free(fib);
        Eal.Current?.Children.Remove(ToString());
    }

    /// <inheritdoc/>
    public override string ToString() => Describe(Name);

    private static string Describe(string name) => $"the FIB6 '{name}'";

    private static Ipv6Address Masked(Ipv6Address prefix, int depth)
    {
        UInt128 mask = depth == 0 ? 0 : UInt128.MaxValue << (128 - depth);
        return new Ipv6Address(prefix.High & (ulong)(mask >> 64), prefix.Low & (ulong)mask);
    }

    private static void CheckDepth(int depth)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(depth);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(depth, RTE_FIB6_MAXDEPTH);
    }

    [DoesNotReturn]
    private void ThrowDisposed() => throw new ObjectDisposedException(ToString());
}
