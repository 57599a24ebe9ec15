using CsCheck;
using DpdkSharp.Headers;
using DpdkSharp.TestKit;

namespace DpdkSharp.Tests.Routing;

public class LpmTests
{
    private const uint Missing = uint.MaxValue;

    [Fact]
    public void The_longest_route_that_matches_counts()
    {
        using Lpm lpm = Create();
        lpm.Add(new(10, 0, 0, 0), 8, 1);
        lpm.Add(new(10, 1, 0, 0), 16, 2);
        lpm.Add(new(10, 1, 2, 0), 24, 3);
        lpm.Add(new(10, 1, 2, 3), 32, Lpm.MaxNextHop);
        Assert.Equal(1u, Lookup(lpm, new(10, 9, 9, 9)));
        Assert.Equal(2u, Lookup(lpm, new(10, 1, 9, 9)));
        Assert.Equal(3u, Lookup(lpm, new(10, 1, 2, 9)));
        Assert.Equal(Lpm.MaxNextHop, Lookup(lpm, new(10, 1, 2, 3)));
        Assert.Null(Lookup(lpm, new(11, 0, 0, 0)));
    }

    [Fact]
    public void A_route_that_is_added_again_gets_the_new_next_hop()
    {
        using Lpm lpm = Create();
        lpm.Add(new(10, 0, 0, 77), 8, 1);
        lpm.Add(new(10, 0, 0, 0), 8, 2);
        Assert.Equal(2u, Lookup(lpm, new(10, 0, 0, 1)));
        Assert.True(lpm.TryGetRule(new(10, 200, 0, 0), 8, out uint nextHop));
        Assert.Equal(2u, nextHop);
        Assert.False(lpm.TryGetRule(new(10, 0, 0, 0), 9, out nextHop));
        Assert.Equal(0u, nextHop);
    }

    [Fact]
    public void What_is_deleted_uncovers_what_it_hid()
    {
        using Lpm lpm = Create();
        lpm.Add(new(10, 0, 0, 0), 8, 1);
        lpm.Add(new(10, 1, 2, 3), 32, 2);
        Assert.True(lpm.Delete(new(10, 1, 2, 3), 32));
        Assert.False(lpm.Delete(new(10, 1, 2, 3), 32));
        Assert.Equal(1u, Lookup(lpm, new(10, 1, 2, 3)));
        lpm.DeleteAll();
        Assert.Null(Lookup(lpm, new(10, 1, 2, 3)));
        Assert.False(lpm.TryGetRule(new(10, 0, 0, 0), 8, out _));
    }

    [Fact]
    public void A_table_agrees_with_a_list_of_routes() =>
        Gen.Select(Route.Changes(32, 1, Lpm.MaxNextHop), Route.Addresses(32).List[0, 40]).Sample((changes, addresses) =>
        {
            using Lpm lpm = Create();
            var model = new List<Route>();
            foreach ((UInt128 prefix, int depth, uint? nextHop) in changes)
            {
                Ipv4Address network = Route.Ipv4(prefix);
                if (nextHop is { } hop)
                {
                    lpm.Add(network, depth, hop);
                    Route.Apply(model, prefix, depth, hop);
                }
                else
                {
                    Assert.Equal(Route.Apply(model, prefix, depth, null), lpm.Delete(network, depth));
                }
                uint? expected = model.Where(r => r.Prefix == prefix && r.Depth == depth).Select(static r => (uint?)r.NextHop).FirstOrDefault();
                Assert.Equal(expected, lpm.TryGetRule(network, depth, out uint found) ? found : null);
            }
            Ipv4Address[] asked = [.. addresses.Concat(changes.Select(static c => c.Prefix)).Select(Route.Ipv4)];
            var bulk = new uint[asked.Length];
            lpm.Lookup(asked, bulk, Missing);
            for (int i = 0; i < asked.Length; i++)
            {
                uint? expected = Route.Lookup(model, Route.Number(asked[i]));
                Assert.Equal(expected, Lookup(lpm, asked[i]));
                Assert.Equal(expected ?? Missing, bulk[i]);
            }
        }, iter: 60, threads: 1);

    [Fact]
    public void Bulk_takes_any_number_and_leaves_the_rest_alone()
    {
        using Lpm lpm = Create();
        lpm.Add(new(10, 0, 0, 0), 24, 5);
        lpm.Add(new(10, 0, 1, 8), 29, 6);
        for (int count = 0; count < 11; count++)
        {
            Ipv4Address[] addresses = [.. Enumerable.Range(0, count).Select(static i => new Ipv4Address(10, 0, (byte)(i & 1), (byte)i))];
            var hops = Enumerable.Repeat(42u, 12).ToArray();
            lpm.Lookup(addresses, hops, 7);
            Assert.Equal(addresses.Select(static a => (a.Value & 0x100) == 0 ? 5u : (a.Value & 0xFF) is >= 8 and < 16 ? 6u : 7u), hops[..count]);
            Assert.All(hops[count..], static h => Assert.Equal(42u, h));
        }
        var e = Assert.Throws<ArgumentException>(() => lpm.Lookup(new Ipv4Address[3], new uint[2], 0));
        Assert.StartsWith("There is room for 2 values; 3 are needed.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bad_parameters_are_refused()
    {
        using Lpm lpm = Create();
        foreach (int depth in (int[])[-1, 0, 33, 256 + 8])
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => lpm.Add(default, depth, 1));
            Assert.Throws<ArgumentOutOfRangeException>(() => lpm.Delete(default, depth));
            Assert.Throws<ArgumentOutOfRangeException>(() => lpm.TryGetRule(default, depth, out _));
        }
        Assert.Throws<ArgumentOutOfRangeException>(() => lpm.Add(default, 8, Lpm.MaxNextHop + 1));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Lpm.Create("bad", 0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Lpm.Create("bad", 1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Lpm.Create("bad", 1, (1 << 24) + 1));
        Assert.Throws<ArgumentException>(static () => Lpm.Create(" ", 1));
        Assert.Contains("DPDK allows 31", Assert.Throws<ArgumentException>(static () => Lpm.Create(new string('x', 32), 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_full_table_says_for_how_much_it_was_made()
    {
        using Lpm lpm = Lpm.Create(UniqueName.Next("lpm"), 2, 1);
        lpm.Add(new(10, 0, 0, 1), 32, 1);
        var groups = Assert.Throws<DpdkException>(() => lpm.Add(new(10, 0, 1, 1), 32, 2));
        Assert.Equal(("rte_lpm_add", 28), (groups.Function, groups.Errno));
        Assert.Contains("10.0.1.1/32 could not be added to the LPM table", groups.Message, StringComparison.Ordinal);
        Assert.Contains("created for 2 routes, and for routes longer than 24 bits in 1 networks", groups.Message, StringComparison.Ordinal);
        lpm.Add(new(10, 0, 2, 0), 24, 3);
        Assert.Throws<DpdkException>(() => lpm.Add(new(10, 0, 3, 0), 24, 3));
        Assert.Equal((1u, 3u), (Lookup(lpm, new(10, 0, 0, 1)), Lookup(lpm, new(10, 0, 2, 9))));
        Assert.Null(Lookup(lpm, new(10, 0, 1, 1)));
    }

    [Fact]
    public void Names_are_unique_and_free_again_after_disposal()
    {
        string name = UniqueName.Next("lpm").PadRight(31, 'x');
        Lpm lpm = Lpm.Create(name, 8);
        Assert.Equal($"the LPM table '{name}'", lpm.ToString());
        var e = Assert.Throws<DpdkException>(() => Lpm.Create(name, 8));
        Assert.Equal(("rte_lpm_create", 17), (e.Function, e.Errno));
        Assert.Contains("choose another name", e.Message, StringComparison.Ordinal);
        lpm.Dispose();
        lpm.Dispose();
        Assert.Throws<ObjectDisposedException>(() => lpm.TryLookup(default, out _));
        Assert.Throws<ObjectDisposedException>(() => lpm.Lookup([default], new uint[1], 0));
        Assert.Throws<ObjectDisposedException>(() => lpm.Add(default, 8, 1));
        using Lpm again = Lpm.Create(name, 8);
        Assert.Null(Lookup(again, default));
    }

    [Fact]
    public void Too_large_a_table_says_how_much_memory_it_needs()
    {
        var e = Assert.Throws<DpdkException>(static () => Lpm.Create(UniqueName.Next("lpm"), 1, 1 << 20));
        Assert.Equal(12, e.Errno);
        Assert.Contains("It needs about 1089 MB", e.Message, StringComparison.Ordinal);
    }

    private static Lpm Create() => Lpm.Create(UniqueName.Next("lpm"), 128, 128);

    private static uint? Lookup(Lpm lpm, Ipv4Address address) => lpm.TryLookup(address, out uint nextHop) ? nextHop : null;
}
