using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DpdkSharp.Headers;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>
/// A forwarding table of IPv4 (<c>rte_fib</c>): prefixes with a next hop each, of which the longest that matches an address counts. Made for looking up many addresses at
/// once; beside the tables it keeps the routes in a tree, which makes changes fast. Any number of threads may look up while one thread adds and deletes; a look-up that
/// runs meanwhile sees the table before or after the change. See <see cref="Lpm"/> for single look-ups without a native call.
/// </summary>
public sealed unsafe class Fib : IDisposable
{
    private const int NoEntry = 2;
    private const int SwapAtOnce = 64;

    private readonly int _maxRoutes;
    private readonly FibOptions _options;
    private rte_fib* _fib;

    private Fib(rte_fib* fib, string name, int maxRoutes, FibOptions options)
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
    public rte_fib* Pointer
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

    /// <summary>Creates an empty table (<c>rte_fib_create</c>, with <c>RTE_FIB_DIR24_8</c>).</summary>
    /// <param name="name">1 to 22 characters; unique, also among those of <see cref="Fib6"/>.</param>
    /// <param name="maxRoutes">How many routes it can hold: 1 to 2^29.</param>
    /// <param name="options">What it is made of; null for entries of 4 bytes, 4096 groups and a default next hop of 0.</param>
    /// <param name="socketId">The NUMA node; null takes the calling thread's.</param>
    /// <returns>The table; dispose of it when no thread uses it any more.</returns>
    /// <exception cref="ArgumentException">A parameter or option is out of its range.</exception>
    /// <exception cref="InvalidOperationException">EAL is not running.</exception>
    /// <exception cref="DpdkException">There is a table of that name, or too little memory.</exception>
    public static Fib Create(string name, int maxRoutes, FibOptions? options = null, int? socketId = null)
    {
        _ = Eal.Require();
        // The routes are kept in a pool "MP_" and the name.
        MemoryNames.Check(name, "RG_MP_MP_");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxRoutes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxRoutes, 1 << 29);
        options ??= new FibOptions();
        uint sizePower = options.Check(leastSize: 1, nameof(options));
        rte_fib_conf configuration = default;
        configuration.type = options.WithoutTables ? rte_fib_type.RTE_FIB_DUMMY : rte_fib_type.RTE_FIB_DIR24_8;
        configuration.default_nh = options.DefaultNextHop;
        configuration.max_routes = maxRoutes;
        configuration.dir24_8.nh_sz = (rte_fib_dir24_8_nh_sz)sizePower;
        configuration.dir24_8.num_tbl8 = (uint)options.Tbl8Groups;
        using var text = new NativeText(name);
        rte_fib* fib = rte_fib_create(text, socketId ?? (int)rte_socket_id(), &configuration);
        long tables = options.WithoutTables ? 0 : ((1L << 24) + (options.RoundedTbl8Groups * 256L)) * options.NextHopSize;
        return fib != null ? new Fib(fib, name, maxRoutes, options) : throw MemoryNames.Failure(
            Describe(name), nameof(rte_fib_create), rte_errno, tables + (maxRoutes * 256L));
    }

    /// <summary>
    /// Adds a route, or gives the one that there is a new next hop (<c>rte_fib_add</c>). DPDK goes wrong where routes that are there already fill all of the address space
    /// from somewhere to its end without a gap (64.0.0.0/2 and 128.0.0.0/1, say): the next shorter route, a default route for example, then has to be added before them.
    /// </summary>
    /// <param name="prefix">The network; bits behind <paramref name="depth"/> do not count.</param>
    /// <param name="depth">The prefix length in bits: 0 to 32.</param>
    /// <param name="nextHop">What a look-up answers; it must fit into <see cref="FibOptions.NextHopSize"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A parameter is out of its range.</exception>
    /// <exception cref="DpdkException">The table is full.</exception>
    public void Add(Ipv4Address prefix, int depth, ulong nextHop)
    {
        CheckDepth(depth);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nextHop, _options.WithoutTables ? ulong.MaxValue : FibOptions.MaxNextHop(_options.NextHopSize));
        int result = rte_fib_add(Pointer, Masked(prefix, depth), (byte)depth, nextHop);
        _ = DpdkException.ThrowIfNegative(
            result,
            nameof(rte_fib_add),
            $"{prefix}/{depth:D} could not be added to {this}",
            $"It was created for {_maxRoutes:D} routes, and for routes longer than 24 bits in {_options.RoundedTbl8Groups:D} networks of 24: create it for more.");
    }

    /// <summary>Deletes a route (<c>rte_fib_delete</c>).</summary>
    /// <param name="prefix">The network; bits behind <paramref name="depth"/> do not count.</param>
    /// <param name="depth">The prefix length in bits: 0 to 32.</param>
    /// <returns>False when there is no such route.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="depth"/> is out of its range.</exception>
    /// <exception cref="DpdkException">It could not be deleted.</exception>
    public bool Delete(Ipv4Address prefix, int depth)
    {
        CheckDepth(depth);
        int result = rte_fib_delete(Pointer, Masked(prefix, depth), (byte)depth);
        if (result == -NoEntry)
        {
            return false;
        }
        _ = DpdkException.ThrowIfNegative(result, nameof(rte_fib_delete), $"{prefix}/{depth:D} could not be deleted from {this}");
        return true;
    }

    /// <summary>Deletes all routes, one by one (<c>rte_rib_get_nxt</c>, <c>rte_fib_delete</c>).</summary>
    /// <exception cref="DpdkException">One of them could not be deleted.</exception>
    public void DeleteAll()
    {
        rte_rib* rib = rte_fib_get_rib(Pointer);
        rte_rib_node* route;
        while ((route = rte_rib_get_nxt(rib, 0, 0, null, (int)RTE_RIB_GET_NXT_ALL)) != null)
        {
            uint prefix;
            byte depth;
            _ = rte_rib_get_ip(route, &prefix);
            _ = rte_rib_get_depth(route, &depth);
            _ = Delete(new Ipv4Address(prefix), depth);
        }
        // The walk goes through what lies below a prefix, and nothing lies above this one.
        _ = Delete(default, 0);
    }

    /// <summary>Finds the route with exactly this prefix (<c>rte_rib_lookup_exact</c>). For the control path.</summary>
    /// <param name="prefix">The network; bits behind <paramref name="depth"/> do not count.</param>
    /// <param name="depth">The prefix length in bits: 0 to 32.</param>
    /// <param name="nextHop">Its next hop; 0 when there is no such route.</param>
    /// <returns>Whether there is such a route.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="depth"/> is out of its range.</exception>
    public bool TryGetRule(Ipv4Address prefix, int depth, out ulong nextHop)
    {
        CheckDepth(depth);
        rte_rib_node* route = rte_rib_lookup_exact(rte_fib_get_rib(Pointer), Masked(prefix, depth), (byte)depth);
        ulong found = 0;
        if (route != null)
        {
            _ = rte_rib_get_nh(route, &found);
        }
        nextHop = found;
        return route != null;
    }

    /// <summary>The next hops of many addresses (<c>rte_fib_lookup_bulk</c>): one native call for up to 64.</summary>
    /// <param name="addresses">The addresses.</param>
    /// <param name="nextHops">Takes a next hop for each, in the same order; <see cref="FibOptions.DefaultNextHop"/> where no route matches.</param>
    /// <exception cref="ArgumentException"><paramref name="nextHops"/> is shorter than <paramref name="addresses"/>.</exception>
    [SkipLocalsInit]
    public void Lookup(scoped ReadOnlySpan<Ipv4Address> addresses, scoped Span<ulong> nextHops)
    {
        Lengths.ThrowIfShorter(nextHops.Length, addresses.Length, nameof(nextHops));
        rte_fib* fib = Pointer;
        // DPDK wants numbers in the processor's order; only since 24.11 can it be told otherwise.
        uint* swapped = stackalloc uint[SwapAtOnce];
        fixed (ulong* hops = nextHops)
        {
            for (int done = 0; done < addresses.Length; done += SwapAtOnce)
            {
                int count = Math.Min(SwapAtOnce, addresses.Length - done);
                NetworkOrder.Swap(MemoryMarshal.Cast<Ipv4Address, uint>(addresses.Slice(done, count)), new Span<uint>(swapped, count));
                _ = rte_fib_lookup_bulk(fib, swapped, hops + done, count);
            }
        }
    }

    /// <summary>Chooses how to look up (<c>rte_fib_select_lookup</c>). Not while another thread looks up.</summary>
    /// <param name="lookup">How.</param>
    /// <returns>False when the processor or the kind of table does not allow it; it stays as it was then.</returns>
    public bool TrySelectLookup(FibLookup lookup) => rte_fib_select_lookup(Pointer, (rte_fib_lookup_type)lookup) == 0;

    /// <summary>Gives the memory back (<c>rte_fib_free</c>). No thread may use the table any more. Does nothing the second time.</summary>
    public void Dispose()
    {
        if (_fib == null)
        {
            return;
        }
        rte_fib* fib = _fib;
        _fib = null;
        rte_fib_free(fib);
        Eal.Current?.Children.Remove(ToString());
    }

    /// <inheritdoc/>
    public override string ToString() => Describe(Name);

    private static string Describe(string name) => $"the FIB '{name}'";

    private static uint Masked(Ipv4Address prefix, int depth) => depth == 0 ? 0 : prefix.Value & (uint.MaxValue << (32 - depth));

    private static void CheckDepth(int depth)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(depth);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(depth, RTE_FIB_MAXDEPTH);
    }

    [DoesNotReturn]
    private void ThrowDisposed() => throw new ObjectDisposedException(ToString());
}
