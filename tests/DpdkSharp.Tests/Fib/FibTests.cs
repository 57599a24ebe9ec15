using CsCheck;
using DpdkSharp.Headers;
using DpdkSharp.TestKit;

namespace DpdkSharp.Tests.Routing;

public class FibTests
{
    private const ulong Missing = 99;

    [Fact]
    public void The_longest_route_that_matches_counts()
    {
        using Fib fib = Create();
        Assert.Equal(Missing, Lookup(fib, new(10, 1, 2, 3)));
        fib.Add(new(10, 0, 0, 0), 8, 1);
        fib.Add(new(10, 1, 0, 0), 16, 2);
        fib.Add(new(10, 1, 2, 0), 24, 3);
        fib.Add(new(10, 1, 2, 3), 32, int.MaxValue);
        Assert.Equal(1u, Lookup(fib, new(10, 9, 9, 9)));
        Assert.Equal(2u, Lookup(fib, new(10, 1, 9, 9)));
        Assert.Equal(3u, Lookup(fib, new(10, 1, 2, 9)));
        Assert.Equal((ulong)int.MaxValue, Lookup(fib, new(10, 1, 2, 3)));
        Assert.Equal(Missing, Lookup(fib, new(11, 0, 0, 0)));
    }

    [Fact]
    public void Routes_are_found_changed_and_deleted()
    {
        using Fib fib = Create();
        fib.Add(new(10, 0, 0, 77), 8, 1);
        fib.Add(new(10, 0, 0, 0), 8, 2);
        fib.Add(new(10, 1, 2, 128), 25, 3);
        fib.Add(default, 0, 4);
        Assert.True(fib.TryGetRule(new(10, 9, 9, 9), 8, out ulong nextHop));
        Assert.Equal(2u, nextHop);
        Assert.True(fib.TryGetRule(new(10, 9, 9, 9), 0, out nextHop));
        Assert.Equal(4u, nextHop);
        Assert.False(fib.TryGetRule(new(10, 0, 0, 0), 9, out nextHop));
        Assert.Equal(0u, nextHop);
        Assert.Equal(4u, Lookup(fib, new(11, 0, 0, 0)));
        Assert.True(fib.Delete(new(10, 1, 2, 129), 25));
        Assert.False(fib.Delete(new(10, 1, 2, 129), 25));
        Assert.Equal(2u, Lookup(fib, new(10, 1, 2, 200)));
        fib.Add(new(10, 1, 2, 128), 25, 3);
        fib.DeleteAll();
        Assert.Equal(Missing, Lookup(fib, new(10, 1, 2, 200)));
        Assert.Equal(Missing, Lookup(fib, new(11, 0, 0, 0)));
        Assert.False(fib.TryGetRule(default, 0, out _));
        Assert.False(fib.TryGetRule(new(10, 0, 0, 0), 8, out _));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(4, false)]
    [InlineData(8, false)]
    [InlineData(4, true)]
    public void A_table_agrees_with_a_list_of_routes(int nextHopSize, bool withoutTables)
    {
        Gen.Select(Route.Changes(32, 0, 127), Route.Addresses(32).List[0, 90]).Sample((changes, addresses) =>
        {
            using Fib fib = Create(nextHopSize, withoutTables);
            var model = new List<Route>();
            foreach ((UInt128 prefix, int depth, uint? nextHop) in changes)
            {
                Ipv4Address network = Route.Ipv4(prefix);
                if (nextHop is { } hop)
                {
                    fib.Add(network, depth, hop);
                    Route.Apply(model, prefix, depth, hop);
                }
                else
                {
                    Assert.Equal(Route.Apply(model, prefix, depth, null), fib.Delete(network, depth));
                }
            }
            Ipv4Address[] asked = [.. addresses.Concat(changes.Select(static c => c.Prefix)).Select(Route.Ipv4)];
            ulong[] expected = [.. asked.Select(a => Route.Lookup(model, Route.Number(a)) ?? Missing)];
            foreach (FibLookup lookup in Enum.GetValues<FibLookup>())
            {
                if (fib.TrySelectLookup(lookup))
                {
                    var found = new ulong[asked.Length];
                    fib.Lookup(asked, found);
                    Assert.Equal(expected, found);
                }
                else
                {
                    Assert.True(withoutTables || lookup == FibLookup.VectorAvx512);
                }
            }
            if (withoutTables)
            {
                var found = new ulong[asked.Length];
                fib.Lookup(asked, found);
                Assert.Equal(expected, found);
            }
            fib.DeleteAll();
            Assert.All(asked, a => Assert.Equal(Missing, Lookup(fib, a)));
        }, iter: 25, threads: 1);
    }

    [Fact]
    public void Bad_parameters_are_refused()
    {
        using Fib fib = Create();
        foreach (int depth in (int[])[-1, 33, 256 + 8])
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => fib.Add(default, depth, 1));
            Assert.Throws<ArgumentOutOfRangeException>(() => fib.Delete(default, depth));
            Assert.Throws<ArgumentOutOfRangeException>(() => fib.TryGetRule(default, depth, out _));
        }
        Assert.Throws<ArgumentOutOfRangeException>(() => fib.Add(default, 8, 1UL << 31));
        Assert.Throws<ArgumentException>(() => fib.Lookup(new Ipv4Address[3], new ulong[2]));
        fib.Lookup([], []);
        Assert.Throws<ArgumentOutOfRangeException>(static () => Fib.Create("bad", 0));
        Assert.Contains("NextHopSize is 3", Assert.Throws<ArgumentException>(static () => Fib.Create("bad", 1, new FibOptions { NextHopSize = 3 })).Message, StringComparison.Ordinal);
        Assert.Contains("go up to 127; DefaultNextHop is 128", Assert.Throws<ArgumentException>(static () => Fib.Create("bad", 1, new FibOptions { NextHopSize = 1, DefaultNextHop = 128, Tbl8Groups = 1 })).Message, StringComparison.Ordinal);
        Assert.Contains("1 to 127 groups; Tbl8Groups is 128", Assert.Throws<ArgumentException>(static () => Fib.Create("bad", 1, new FibOptions { NextHopSize = 1, Tbl8Groups = 128 })).Message, StringComparison.Ordinal);
        Assert.Contains("2, 4 or 8 bytes", Assert.Throws<ArgumentException>(static () => Fib6.Create("bad", 1, new FibOptions { NextHopSize = 1, Tbl8Groups = 1 })).Message, StringComparison.Ordinal);
        Assert.Contains("DPDK allows 22", Assert.Throws<ArgumentException>(static () => Fib.Create(new string('x', 23), 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_table_says_for_how_much_it_was_made()
    {
        using Fib fib = Fib.Create(UniqueName.Next("fib"), 100, new FibOptions { Tbl8Groups = 1 });
        for (byte i = 0; i < 64; i++)
        {
            fib.Add(new(10, 0, i, 1), 32, 1);
        }
        var e = Assert.Throws<DpdkException>(() => fib.Add(new(10, 0, 64, 1), 32, 2));
        Assert.Equal(("rte_fib_add", 28), (e.Function, e.Errno));
        Assert.Contains("created for 100 routes, and for routes longer than 24 bits in 64 networks", e.Message, StringComparison.Ordinal);
        Assert.Equal(1u, Lookup(fib, new(10, 0, 0, 1)));
    }

    [Fact]
    public void Names_are_unique_among_both_kinds_and_free_again_after_disposal()
    {
        string name = UniqueName.Next("fib").PadRight(22, 'x');
        Fib fib = Fib.Create(name, 8);
        Assert.Equal($"the FIB '{name}'", fib.ToString());
        var e = Assert.Throws<DpdkException>(() => Fib.Create(name, 8));
        Assert.Equal(("rte_fib_create", 17), (e.Function, e.Errno));
        Assert.Equal(17, Assert.Throws<DpdkException>(() => Fib6.Create(name, 8)).Errno);
        using (Fib.Create(name[..21] + 'y', 8))
        {
            fib.Dispose();
        }
        fib.Dispose();
        Assert.Throws<ObjectDisposedException>(() => fib.Lookup([], []));
        Assert.Throws<ObjectDisposedException>(() => fib.Add(default, 8, 1));
        using Fib6 again = Fib6.Create(name, 8);
        Assert.Equal($"the FIB6 '{name}'", again.ToString());
    }

    [Fact]
    public void Too_large_a_table_says_how_much_memory_it_needs()
    {
        var e = Assert.Throws<DpdkException>(static () => Fib.Create(UniqueName.Next("fib"), 8, new FibOptions { NextHopSize = 8, Tbl8Groups = 1 << 20 }));
        Assert.Equal(12, e.Errno);
        Assert.Contains("It needs about 2177 MB", e.Message, StringComparison.Ordinal);
    }

    private static Fib Create(int nextHopSize = 4, bool withoutTables = false) =>
        Fib.Create(UniqueName.Next("fib"), 256, new FibOptions { DefaultNextHop = Missing, NextHopSize = nextHopSize, Tbl8Groups = 127, WithoutTables = withoutTables });

    private static ulong Lookup(Fib fib, Ipv4Address address)
    {
        Span<ulong> hop = stackalloc ulong[1];
        fib.Lookup([address], hop);
        return hop[0];
    }
}
