using CsCheck;
using DpdkSharp.Headers;
using DpdkSharp.TestKit;

namespace DpdkSharp.Tests.Routing;

public class Lpm6Tests
{
    private const uint Missing = uint.MaxValue;

    [Fact]
    public void The_longest_route_that_matches_counts()
    {
        using Lpm6 lpm = Create();
        lpm.Add(Ipv6Address.Parse("2001:db8::"), 32, 1);
        lpm.Add(Ipv6Address.Parse("2001:db8:1::"), 48, 2);
        lpm.Add(Ipv6Address.Parse("2001:db8:1:2::"), 64, 3);
        lpm.Add(Ipv6Address.Parse("2001:db8:1:2::3"), 128, Lpm6.MaxNextHop);
        Assert.Equal(1u, Lookup(lpm, "2001:db8:9::9"));
        Assert.Equal(2u, Lookup(lpm, "2001:db8:1:9::9"));
        Assert.Equal(3u, Lookup(lpm, "2001:db8:1:2::9"));
        Assert.Equal(Lpm6.MaxNextHop, Lookup(lpm, "2001:db8:1:2::3"));
        Assert.Null(Lookup(lpm, "2001:db9::"));
    }

    [Fact]
    public void Routes_are_found_changed_and_deleted()
    {
        using Lpm6 lpm = Create();
        Ipv6Address network = Ipv6Address.Parse("2001:db8::");
        lpm.Add(network, 32, 1);
        lpm.Add(Ipv6Address.Parse("2001:db8::77"), 32, 2);
        Assert.True(lpm.TryGetRule(network, 32, out uint nextHop));
        Assert.Equal(2u, nextHop);
        Assert.False(lpm.TryGetRule(network, 33, out nextHop));
        Assert.Equal(0u, nextHop);
        Assert.True(lpm.Delete(network, 32));
        Assert.False(lpm.Delete(network, 32));
        Assert.Null(Lookup(lpm, "2001:db8::1"));
        lpm.Add(network, 32, 1);
        lpm.DeleteAll();
        Assert.Null(Lookup(lpm, "2001:db8::1"));
    }

    [Fact]
    public void A_table_agrees_with_a_list_of_routes() =>
        Gen.Select(Route.Changes(128, 1, Lpm6.MaxNextHop), Route.Addresses(128).List[0, 40]).Sample((changes, addresses) =>
        {
            using Lpm6 lpm = Create();
            var model = new List<Route>();
            foreach ((UInt128 prefix, int depth, uint? nextHop) in changes)
            {
                Ipv6Address network = Route.Ipv6(prefix);
                if (nextHop is { } hop)
                {
                    lpm.Add(network, depth, hop);
                    Route.Apply(model, prefix, depth, hop);
                }
                else
                {
                    Assert.Equal(Route.Apply(model, prefix, depth, null), lpm.Delete(network, depth));
                }
            }
            Ipv6Address[] asked = [.. addresses.Concat(changes.Select(static c => c.Prefix)).Select(Route.Ipv6)];
            var bulk = new uint[asked.Length];
            lpm.Lookup(asked, bulk, Missing);
            var other = new uint[asked.Length];
            lpm.Lookup(asked, other, 77_000_000);
            for (int i = 0; i < asked.Length; i++)
            {
                uint? expected = Route.Lookup(model, Route.Number(asked[i]));
                Assert.Equal(expected, lpm.TryLookup(asked[i], out uint found) ? found : null);
                Assert.Equal(expected ?? Missing, bulk[i]);
                Assert.Equal(expected ?? 77_000_000, other[i]);
            }
        }, iter: 60, threads: 1);

    [Fact]
    public void Bad_parameters_are_refused()
    {
        using Lpm6 lpm = Create();
        foreach (int depth in (int[])[-1, 0, 129, 256 + 8])
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => lpm.Add(default, depth, 1));
            Assert.Throws<ArgumentOutOfRangeException>(() => lpm.Delete(default, depth));
            Assert.Throws<ArgumentOutOfRangeException>(() => lpm.TryGetRule(default, depth, out _));
        }
        Assert.Throws<ArgumentOutOfRangeException>(() => lpm.Add(default, 8, Lpm6.MaxNextHop + 1));
        Assert.Throws<ArgumentException>(() => lpm.Lookup(new Ipv6Address[3], new uint[2], 0));
        lpm.Lookup([], [], 0);
        Assert.Throws<ArgumentOutOfRangeException>(static () => Lpm6.Create("bad", 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Lpm6.Create("bad", 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Lpm6.Create("bad", 1, (1 << 21) + 1));
        Assert.Contains("DPDK allows 21", Assert.Throws<ArgumentException>(static () => Lpm6.Create(new string('x', 22), 1, 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_table_says_for_how_much_it_was_made()
    {
        using Lpm6 lpm = Lpm6.Create(UniqueName.Next("lpm6"), 2, 4);
        lpm.Add(Ipv6Address.Parse("2001:db8::"), 24, 1);
        var e = Assert.Throws<DpdkException>(() => lpm.Add(Ipv6Address.Parse("2001:db8:1:2::3"), 128, 2));
        Assert.Equal(("rte_lpm6_add", 28), (e.Function, e.Errno));
        Assert.Contains("created for 2 routes with 4 groups", e.Message, StringComparison.Ordinal);
        Assert.Equal(1u, Lookup(lpm, "2001:db8:1:2::3"));
    }

    [Fact]
    public void Names_are_unique_and_free_again_after_disposal()
    {
        string name = UniqueName.Next("lpm6").PadRight(21, 'x');
        Lpm6 lpm = Lpm6.Create(name, 8, 8);
        Assert.Equal($"the LPM6 table '{name}'", lpm.ToString());
        var e = Assert.Throws<DpdkException>(() => Lpm6.Create(name, 8, 8));
        Assert.Equal(("rte_lpm6_create", 17), (e.Function, e.Errno));
        // A name that differs in the last character is another table.
        using (Lpm6.Create(name[..20] + 'y', 8, 8))
        {
            lpm.Dispose();
        }
        lpm.Dispose();
        Assert.Throws<ObjectDisposedException>(() => lpm.TryLookup(default, out _));
        Assert.Throws<ObjectDisposedException>(() => lpm.Lookup([], [], 0));
        using Lpm6 again = Lpm6.Create(name, 8, 8);
    }

    private static Lpm6 Create() => Lpm6.Create(UniqueName.Next("lpm6"), 128, 2048);

    private static uint? Lookup(Lpm6 lpm, string address) => lpm.TryLookup(Ipv6Address.Parse(address), out uint nextHop) ? nextHop : null;
}
