using CsCheck;
using DpdkSharp.Headers;
using DpdkSharp.TestKit;

namespace DpdkSharp.Tests.Routing;

public class Fib6Tests
{
    private const ulong Missing = 99;

    [Fact]
    public void Routes_are_looked_up_found_changed_and_deleted()
    {
        using Fib6 fib = Create();
        fib.Add(Ipv6Address.Parse("2001:db8::"), 32, 1);
        fib.Add(Ipv6Address.Parse("2001:db8::77"), 32, 2);
        fib.Add(Ipv6Address.Parse("2001:db8:1:2::"), 64, 3);
        fib.Add(Ipv6Address.Parse("2001:db8:1:2::3"), 128, 4);
        Assert.Equal(2u, Lookup(fib, "2001:db8:9::9"));
        Assert.Equal(3u, Lookup(fib, "2001:db8:1:2::9"));
        Assert.Equal(4u, Lookup(fib, "2001:db8:1:2::3"));
        Assert.Equal(Missing, Lookup(fib, "2001:db9::"));
        fib.Add(default, 0, 5);
        Assert.Equal(5u, Lookup(fib, "2001:db9::"));
        Assert.True(fib.TryGetRule(Ipv6Address.Parse("2001:db8:ffff::"), 32, out ulong nextHop));
        Assert.Equal(2u, nextHop);
        Assert.False(fib.TryGetRule(Ipv6Address.Parse("2001:db8::"), 33, out nextHop));
        Assert.Equal(0u, nextHop);
        Assert.True(fib.Delete(Ipv6Address.Parse("2001:db8:1:2::9"), 64));
        Assert.False(fib.Delete(Ipv6Address.Parse("2001:db8:1:2::9"), 64));
        Assert.Equal(2u, Lookup(fib, "2001:db8:1:2::9"));
        fib.DeleteAll();
        Assert.Equal(Missing, Lookup(fib, "2001:db8:1:2::3"));
        Assert.Equal(Missing, Lookup(fib, "::"));
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(4, false)]
    [InlineData(8, false)]
    [InlineData(4, true)]
    public void A_table_agrees_with_a_list_of_routes(int nextHopSize, bool withoutTables)
    {
        Gen.Select(Route.Changes(128, 0, 32767), Route.Addresses(128).List[0, 90]).Sample((changes, addresses) =>
        {
            using Fib6 fib = Create(nextHopSize, withoutTables);
            var model = new List<Route>();
            foreach ((UInt128 prefix, int depth, uint? nextHop) in changes)
            {
                Ipv6Address network = Route.Ipv6(prefix);
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
            Ipv6Address[] asked = [.. addresses.Concat(changes.Select(static c => c.Prefix)).Select(Route.Ipv6)];
            ulong[] expected = [.. asked.Select(a => Route.Lookup(model, Route.Number(a)) ?? Missing)];
            var found = new ulong[asked.Length];
            foreach (Fib6Lookup lookup in Enum.GetValues<Fib6Lookup>())
            {
                if (fib.TrySelectLookup(lookup))
                {
                    Array.Clear(found);
                    fib.Lookup(asked, found);
                    Assert.Equal(expected, found);
                }
                else
                {
                    Assert.True(withoutTables || lookup == Fib6Lookup.VectorAvx512);
                }
            }
            fib.Lookup(asked, found);
            Assert.Equal(expected, found);
            fib.DeleteAll();
            fib.Lookup(asked, found);
            Assert.All(found, static f => Assert.Equal(Missing, f));
        }, iter: 25, threads: 1);
    }

    [Fact]
    public void Bad_parameters_are_refused()
    {
        using Fib6 fib = Create();
        foreach (int depth in (int[])[-1, 129, 256 + 8])
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => fib.Add(default, depth, 1));
            Assert.Throws<ArgumentOutOfRangeException>(() => fib.Delete(default, depth));
            Assert.Throws<ArgumentOutOfRangeException>(() => fib.TryGetRule(default, depth, out _));
        }
        Assert.Throws<ArgumentOutOfRangeException>(() => fib.Add(default, 8, 1UL << 31));
        Assert.Throws<ArgumentException>(() => fib.Lookup(new Ipv6Address[3], new ulong[2]));
        fib.Lookup([], []);
        Assert.Throws<ArgumentOutOfRangeException>(static () => Fib6.Create("bad", 0));
        fib.Dispose();
        Assert.Throws<ObjectDisposedException>(() => fib.Lookup([], []));
    }

    [Fact]
    public void A_full_table_says_for_how_much_it_was_made()
    {
        using Fib6 fib = Fib6.Create(UniqueName.Next("fib"), 64, new FibOptions { Tbl8Groups = 2 });
        var e = Assert.Throws<DpdkException>(() =>
        {
            for (ulong i = 0; i < 10; i++)
            {
                fib.Add(new Ipv6Address(i << 32, 1), 128, 2);
            }
        });
        Assert.Equal(("rte_fib6_add", 28), (e.Function, e.Errno));
        Assert.Contains("created for 64 routes with 64 groups", e.Message, StringComparison.Ordinal);
    }

    private static Fib6 Create(int nextHopSize = 4, bool withoutTables = false) =>
        Fib6.Create(UniqueName.Next("fib"), 256, new FibOptions { DefaultNextHop = Missing, NextHopSize = nextHopSize, Tbl8Groups = 2000, WithoutTables = withoutTables });

    private static ulong Lookup(Fib6 fib, string address)
    {
        Span<ulong> hop = stackalloc ulong[1];
        fib.Lookup([Ipv6Address.Parse(address)], hop);
        return hop[0];
    }
}
