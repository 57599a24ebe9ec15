using DpdkSharp.Interop.Tests.Inline;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Libraries;

/// <summary>Routes of IPv4: what the table refuses, and that it answers as a list of routes would.</summary>
public sealed unsafe class LpmTableTests(EalFixture eal)
{
    private const int NotFound = -2;
    private const int BadArgument = -22;
    private const int NoSpace = -28;

    private static rte_lpm* Create(uint rules = 256, uint groups = 16)
    {
        var configuration = new rte_lpm_config { max_rules = rules, number_tbl8s = groups };
        rte_lpm* lpm = rte_lpm_create(EalFixture.UniqueName("lpmtable"), -1, &configuration);
        Assert.True(lpm != null, $"rte_errno {rte_errno}");
        return lpm;
    }

    private static uint? Lookup(rte_lpm* lpm, uint ip)
    {
        uint hop;
        int result = rte_lpm_lookup(lpm, ip, &hop);
        Assert.True(result is 0 or NotFound);
        return result == 0 ? hop : null;
    }

    [Fact]
    public void Bad_parameters_make_no_table() => eal.Run(() =>
    {
        byte* name = EalFixture.UniqueName("lpmtable");
        var good = new rte_lpm_config { max_rules = 256, number_tbl8s = 16 };
        Assert.True(rte_lpm_create(null, -1, &good) == null);
        Assert.Equal(22, rte_errno);
        Assert.True(rte_lpm_create(name, -2, &good) == null);
        Assert.Equal(22, rte_errno);
        rte_lpm_config bad = good;
        bad.max_rules = 0;
        Assert.True(rte_lpm_create(name, -1, &bad) == null);
        Assert.Equal(22, rte_errno);
        bad = good;
        bad.number_tbl8s = RTE_LPM_MAX_TBL8_NUM_GROUPS + 1;
        Assert.True(rte_lpm_create(name, -1, &bad) == null);
        Assert.Equal(22, rte_errno);
        rte_lpm_free(null);
    });

    [Fact]
    public void A_name_belongs_to_one_table_and_finds_it() => eal.Run(() =>
    {
        var configuration = new rte_lpm_config { max_rules = 256, number_tbl8s = 16 };
        byte* name = EalFixture.UniqueName("lpmtable");
        Assert.True(rte_lpm_find_existing(name) == null);
        Assert.Equal(2, rte_errno);
        // Each time with another number of routes.
        for (uint i = 0; i < 5; i++)
        {
            configuration.max_rules = 256 - i;
            rte_lpm* lpm = rte_lpm_create(name, -1, &configuration);
            Assert.True(lpm != null);
            Assert.True(rte_lpm_find_existing(name) == lpm);
            Assert.True(rte_lpm_create(name, -1, &configuration) == null);
            Assert.Equal(17, rte_errno);
            rte_lpm_free(lpm);
        }

        Assert.True(rte_lpm_find_existing(name) == null);
    });

    [Fact]
    public void Depths_that_no_address_has_are_refused() => eal.Run(() =>
    {
        rte_lpm* lpm = Create();
        uint hop;
        foreach (byte depth in (byte[])[0, 33, 255])
        {
            Assert.Equal(BadArgument, rte_lpm_add(lpm, 0, depth, 1));
            Assert.Equal(BadArgument, rte_lpm_delete(lpm, 0, depth));
            Assert.Equal(BadArgument, rte_lpm_is_rule_present(lpm, 0, depth, &hop));
        }

        Assert.Equal(BadArgument, rte_lpm_add(null, 0, 24, 1));
        Assert.Equal(BadArgument, rte_lpm_delete(null, 0, 24));
        Assert.Equal(BadArgument, rte_lpm_is_rule_present(null, 0, 24, &hop));
        Assert.Equal(BadArgument, rte_lpm_is_rule_present(lpm, 0, 24, null));
        Assert.Equal(0, rte_lpm_is_rule_present(lpm, 0, 24, &hop));
        rte_lpm_free(lpm);
    });

    [Fact]
    public void There_are_as_many_routes_as_were_asked_for() => eal.Run(() =>
    {
        rte_lpm* lpm = Create(rules: 8);
        for (uint i = 0; i < 8; i++)
        {
            Assert.Equal(0, rte_lpm_add(lpm, i << 24, (byte)(8 + (i % 4)), i));
        }

        Assert.Equal(NoSpace, rte_lpm_add(lpm, 200u << 24, 8, 9));
        Assert.Null(Lookup(lpm, 200u << 24));
        // One that is there can still be changed.
        Assert.Equal(0, rte_lpm_add(lpm, 0, 8, 99));
        Assert.Equal(99u, Lookup(lpm, 0));
        Assert.Equal(0, rte_lpm_delete(lpm, 1u << 24, 9));
        Assert.Equal(0, rte_lpm_add(lpm, 200u << 24, 8, 9));
        Assert.Equal(9u, Lookup(lpm, (200u << 24) + 5));
        rte_lpm_free(lpm);
    });

    /// <summary>Routes in the upper half only: one of each depth, taken away from the longest on.</summary>
    [Fact]
    public void Every_depth_covers_the_ones_before_it() => eal.Run(() =>
    {
        rte_lpm* lpm = Create();
        uint below = RTE_IPV4(127, 255, 255, 255);
        uint inside = RTE_IPV4(128, 0, 0, 0);
        for (byte depth = 1; depth <= 32; depth++)
        {
            Assert.Equal(0, rte_lpm_add(lpm, inside, depth, depth));
            Assert.Equal((uint)depth, Lookup(lpm, inside));
            Assert.Null(Lookup(lpm, below));
        }

        for (byte depth = 32; depth >= 1; depth--)
        {
            Assert.Equal(0, rte_lpm_delete(lpm, inside, depth));
            Assert.Equal(depth == 1 ? null : (uint)(depth - 1), Lookup(lpm, inside));
            Assert.Null(Lookup(lpm, below));
        }

        rte_lpm_free(lpm);
    });

    /// <summary>Taken away from the shortest on, the longest one stays to the end.</summary>
    [Fact]
    public void The_longest_stays_when_the_shorter_ones_go() => eal.Run(() =>
    {
        rte_lpm* lpm = Create();
        uint ip = RTE_IPV4(10, 20, 30, 40);
        for (byte depth = 1; depth <= 32; depth++)
        {
            Assert.Equal(0, rte_lpm_add(lpm, ip, depth, depth));
        }

        for (byte depth = 1; depth <= 31; depth++)
        {
            Assert.Equal(0, rte_lpm_delete(lpm, ip, depth));
            Assert.Equal(32u, Lookup(lpm, ip));
            Assert.Equal(depth == 31 ? null : 31u, Lookup(lpm, ip ^ 1));
        }

        Assert.Equal(0, rte_lpm_delete(lpm, ip, 32));
        Assert.Null(Lookup(lpm, ip));
        rte_lpm_free(lpm);
    });

    [Fact]
    public void Deleting_what_is_not_there_changes_nothing() => eal.Run(() =>
    {
        rte_lpm* lpm = Create();
        uint ip = RTE_IPV4(128, 0, 0, 0);
        Assert.True(rte_lpm_delete(lpm, ip, 24) < 0);
        Assert.True(rte_lpm_delete(lpm, ip, 32) < 0);
        Assert.Equal(0, rte_lpm_add(lpm, ip, 24, 100));
        Assert.True(rte_lpm_delete(lpm, ip, 25) < 0);
        Assert.True(rte_lpm_delete(lpm, ip, 23) < 0);
        Assert.Equal(100u, Lookup(lpm, ip + 255));
        // A depth above 24 makes the entry of the first table one that leads on, and back.
        for (int i = 0; i < 1000; i++)
        {
            Assert.Equal(0, rte_lpm_add(lpm, ip, 32, 101));
            Assert.Equal(101u, Lookup(lpm, ip));
            Assert.Equal(100u, Lookup(lpm, ip + 1));
            Assert.Equal(0, rte_lpm_delete(lpm, ip, 32));
            Assert.Equal(100u, Lookup(lpm, ip));
        }

        Assert.Equal(0, rte_lpm_delete(lpm, ip, 24));
        Assert.Null(Lookup(lpm, ip));
        rte_lpm_free(lpm);
    });

    [Theory]
    [InlineData(1u)]
    [InlineData(256u)]
    [InlineData(1024u)]
    public void Groups_are_as_many_as_were_asked_for(uint groups) => eal.Run(() =>
    {
        rte_lpm* lpm = Create(2048, groups);
        for (int round = 0; round < 2; round++)
        {
            for (uint i = 0; i < groups; i++)
            {
                Assert.Equal(0, rte_lpm_add(lpm, (i << 8) | 7, 32, i));
            }

            Assert.Equal(NoSpace, rte_lpm_add(lpm, (groups << 8) | 7, 32, 1));
            Assert.Equal(0, rte_lpm_add(lpm, groups << 8, 24, 0xffffff));
            Assert.Equal(0xffffffu, Lookup(lpm, (groups << 8) | 7));
            for (uint i = 0; i < groups; i++)
            {
                Assert.Equal(i, Lookup(lpm, (i << 8) | 7));
            }

            rte_lpm_delete_all(lpm);
            Assert.Null(Lookup(lpm, 7));
            Assert.Null(Lookup(lpm, (groups << 8) | 7));
        }

        rte_lpm_free(lpm);
    });

    /// <summary>A list of routes, searched one by one, is asked the same after every change, at the ends of the routes and beside them.</summary>
    [Fact]
    public void Random_changes_answer_as_a_list_of_routes() => eal.Run(() =>
    {
        rte_lpm* lpm = Create(4096, 256);
        var routes = new Dictionary<(uint Net, byte Depth), uint>();
        var random = new Random(23);
        for (int i = 0; i < 1500; i++)
        {
            byte depth = (byte)(random.Next(8) == 0 ? random.Next(1, 17) : random.Next(17, 33));
            uint net = RTE_IPV4((byte)(random.Next(2) * 128), 0, (byte)random.Next(4), (byte)random.Next(256)) & (uint.MaxValue << (32 - depth));
            bool there = routes.ContainsKey((net, depth));
            uint hop;
            Assert.Equal(there ? 1 : 0, rte_lpm_is_rule_present(lpm, net, depth, &hop));
            if (there)
            {
                Assert.Equal(routes[(net, depth)], hop);
            }

            if (random.Next(5) < 2)
            {
                if (random.Next(2) == 0 && routes.Count > 0)
                {
                    (net, depth) = routes.Keys.ElementAt(random.Next(routes.Count));
                }

                Assert.Equal(routes.Remove((net, depth)), rte_lpm_delete(lpm, net, depth) == 0);
            }
            else
            {
                hop = (uint)random.Next(1 << 24);
                // The host bits of a route are of no account.
                Assert.Equal(0, rte_lpm_add(lpm, net | ((uint)random.Next() & ~(uint.MaxValue << (32 - depth))), depth, hop));
                routes[(net, depth)] = hop;
            }

            uint last = net | (uint)((1UL << (32 - depth)) - 1);
            foreach (uint ip in (uint[])[net, last, unchecked(net - 1), unchecked(last + 1), net + ((last - net) / 2)])
            {
                Assert.Equal(Search(ip), Lookup(lpm, ip));
            }
        }

        rte_lpm_free(lpm);

        uint? Search(uint ip)
        {
            for (byte depth = 32; depth >= 1; depth--)
            {
                if (routes.TryGetValue((ip & (uint.MaxValue << (32 - depth)), depth), out uint hop))
                {
                    return hop;
                }
            }

            return null;
        }
    });
}
