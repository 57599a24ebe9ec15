using System.Runtime.Intrinsics;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Inline;

/// <summary>The library makes the tables; looking up is the inline part, here as in C.</summary>
public sealed unsafe class LpmTests(EalFixture eal)
{
    private const uint Nothing = 0xdead;

    private void WithLpm(uint groups, Action<nint> test) => eal.Run(() =>
    {
        var configuration = new rte_lpm_config { max_rules = 4096, number_tbl8s = groups };
        rte_lpm* lpm = rte_lpm_create(EalFixture.UniqueName("lpm"), -1, &configuration);
        Assert.True(lpm != null);
        test((nint)lpm);
        rte_lpm_free(lpm);
    });

    private static void AssertFound(rte_lpm* lpm, uint ip, uint? expected)
    {
        uint hop = Nothing;
        Assert.Equal(expected is null ? -2 : 0, rte_lpm_lookup(lpm, ip, &hop));
        if (expected is { } wanted)
        {
            Assert.Equal(wanted, hop);
        }

        uint hopInC = Nothing;
        Assert.Equal(expected is null ? -2 : 0, ((delegate* unmanaged<rte_lpm*, uint, uint*, int>)Oracle.Get("o_rte_lpm_lookup"))(lpm, ip, &hopInC));
        Assert.Equal(hopInC, hop);
        uint bulk;
        Assert.Equal(0, rte_lpm_lookup_bulk(lpm, &ip, &bulk, 1));
        Assert.Equal(expected, (bulk & RTE_LPM_LOOKUP_SUCCESS) != 0 ? bulk & 0xffffff : null);
        uint* four = stackalloc uint[4];
        rte_lpm_lookupx4(lpm, Vector128.Create(ip, ip ^ 1, ip, ip ^ 0x8000_0000), four, Nothing);
        Assert.Equal(expected ?? Nothing, four[0]);
        Assert.Equal(expected ?? Nothing, four[2]);
    }

    [Fact]
    public void Random_tables_answer_as_in_c() => WithLpm(256, address =>
    {
        var lpm = (rte_lpm*)address;
        var random = new Random(11);
        for (int i = 0; i < 2000; i++)
        {
            // Within few networks, so that routes cover one another; not so short that everything is covered.
            byte depth = (byte)random.Next(12, 33);
            _ = rte_lpm_add(lpm, RandomAddress(random) & (uint.MaxValue << (32 - depth)), depth, (uint)random.Next(1 << 24));
            if (i % 5 == 0)
            {
                depth = (byte)random.Next(12, 33);
                _ = rte_lpm_delete(lpm, RandomAddress(random) & (uint.MaxValue << (32 - depth)), depth);
            }
        }

        const int Count = 16;
        uint* ips = stackalloc uint[Count];
        uint* inC = stackalloc uint[Count];
        uint* here = stackalloc uint[Count];
        var lookup = (delegate* unmanaged<rte_lpm*, uint, uint*, int>)Oracle.Get("o_rte_lpm_lookup");
        var bulk = (delegate* unmanaged<rte_lpm*, uint*, uint*, uint, int>)Oracle.Get("o_rte_lpm_lookup_bulk_func");
        var x4 = (delegate* unmanaged<rte_lpm*, uint*, uint*, uint, void>)Oracle.Get("o_rte_lpm_lookupx4");
        int hits = 0;
        for (int round = 0; round < 10_000; round++)
        {
            for (int i = 0; i < Count; i++)
            {
                ips[i] = round % 4 == 0 ? (uint)random.NextInt64(1L << 32) : RandomAddress(random);
            }

            Assert.Equal(0, bulk(lpm, ips, inC, Count));
            Assert.Equal(0, rte_lpm_lookup_bulk_func(lpm, ips, here, Count));
            Assert.True(new Span<uint>(inC, Count).SequenceEqual(new Span<uint>(here, Count)));
            for (int i = 0; i < Count; i += 4)
            {
                x4(lpm, ips + i, inC + i, Nothing);
                rte_lpm_lookupx4(lpm, Vector128.Load(ips + i), here + i, Nothing);
            }

            Assert.True(new Span<uint>(inC, Count).SequenceEqual(new Span<uint>(here, Count)));
            rte_lpm_lookupx4(lpm, Vector128.Load(ips).AsInt64(), here, Nothing);
            Assert.True(new Span<uint>(inC, 4).SequenceEqual(new Span<uint>(here, 4)));
            uint hopInC = Nothing;
            uint hop = Nothing;
            int found = rte_lpm_lookup(lpm, ips[0], &hop);
            Assert.Equal(lookup(lpm, ips[0], &hopInC), found);
            Assert.Equal(hopInC, hop);
            hits += found == 0 ? 1 : 0;
        }

        Assert.InRange(hits, 1000, 9999);
    });

    [Fact]
    public void The_longest_route_wins_and_its_loss_uncovers_the_next() => WithLpm(16, address =>
    {
        var lpm = (rte_lpm*)address;
        uint ip = RTE_IPV4(192, 0, 2, 77);
        AssertFound(lpm, ip, null);
        (byte Depth, uint Hop)[] routes = [(1, 1), (8, 2), (16, 3), (24, 4), (25, 5), (31, 6), (32, 0xffffff)];
        foreach ((byte depth, uint hop) in routes)
        {
            Assert.Equal(0, rte_lpm_add(lpm, ip, depth, hop));
            AssertFound(lpm, ip, hop);
        }

        for (int i = routes.Length - 1; i >= 0; i--)
        {
            Assert.Equal(0, rte_lpm_delete(lpm, ip, routes[i].Depth));
            AssertFound(lpm, ip, i == 0 ? null : routes[i - 1].Hop);
        }

        Assert.Equal(-22, rte_lpm_delete(lpm, ip, 24));
    });

    [Fact]
    public void A_route_covers_all_of_its_addresses_and_no_other() => WithLpm(16, address =>
    {
        var lpm = (rte_lpm*)address;
        for (byte depth = 1; depth <= 32; depth++)
        {
            uint first = RTE_IPV4(203, 0, 113, 200) & (uint.MaxValue << (32 - depth));
            uint last = first | (uint)((1UL << (32 - depth)) - 1);
            Assert.Equal(0, rte_lpm_add(lpm, first, depth, depth));
            AssertFound(lpm, first, depth);
            AssertFound(lpm, last, depth);
            AssertFound(lpm, first - 1, null);
            // Of the shortest one that is the first address of all.
            AssertFound(lpm, unchecked(last + 1), null);
            Assert.Equal(0, rte_lpm_delete(lpm, first, depth));
            AssertFound(lpm, first, null);
        }
    });

    [Fact]
    public void The_same_route_again_changes_its_next_hop() => WithLpm(16, address =>
    {
        var lpm = (rte_lpm*)address;
        uint ip = RTE_IPV4(10, 1, 2, 0);
        Assert.Equal(0, rte_lpm_add(lpm, ip, 24, 7));
        Assert.Equal(0, rte_lpm_add(lpm, ip, 24, 8));
        AssertFound(lpm, ip + 9, 8);
        uint hop;
        Assert.Equal(1, rte_lpm_is_rule_present(lpm, ip, 24, &hop));
        Assert.Equal(8u, hop);
        rte_lpm_delete_all(lpm);
        AssertFound(lpm, ip + 9, null);
    });

    /// <summary>Each network with a route of more than 24 bits takes a group of the second table; when they are gone, nothing already there is harmed.</summary>
    [Fact]
    public void Groups_run_out_and_come_back() => WithLpm(4, address =>
    {
        var lpm = (rte_lpm*)address;
        for (uint i = 0; i < 4; i++)
        {
            Assert.Equal(0, rte_lpm_add(lpm, RTE_IPV4(10, 0, (byte)i, 128), 25, 100 + i));
        }

        uint fifth = RTE_IPV4(10, 0, 9, 128);
        Assert.Equal(-28, rte_lpm_add(lpm, fifth, 25, 200));
        AssertFound(lpm, fifth, null);
        for (uint i = 0; i < 4; i++)
        {
            AssertFound(lpm, RTE_IPV4(10, 0, (byte)i, 130), 100 + i);
            AssertFound(lpm, RTE_IPV4(10, 0, (byte)i, 10), null);
        }

        // Another one in a group that exists needs none.
        Assert.Equal(0, rte_lpm_add(lpm, RTE_IPV4(10, 0, 2, 4), 30, 300));
        AssertFound(lpm, RTE_IPV4(10, 0, 2, 6), 300);
        Assert.Equal(0, rte_lpm_delete(lpm, RTE_IPV4(10, 0, 1, 128), 25));
        Assert.Equal(0, rte_lpm_add(lpm, fifth, 25, 200));
        AssertFound(lpm, fifth + 3, 200);
        AssertFound(lpm, RTE_IPV4(10, 0, 1, 130), null);
    });

    private static uint RandomAddress(Random random) =>
        RTE_IPV4((byte)(random.Next(2) * 200), (byte)random.Next(4), (byte)random.Next(8), (byte)random.Next(256));
}
