using DpdkSharp.Interop.Tests.Inline;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Libraries;

/// <summary>Routes of IPv6.</summary>
public sealed unsafe class Lpm6Tests(EalFixture eal)
{
    private const int NotFound = -2;
    private const int BadArgument = -22;
    private const int NoSpace = -28;

    private static rte_lpm6* Create(uint rules = 1024, uint groups = 1024)
    {
        var configuration = new rte_lpm6_config { max_rules = rules, number_tbl8s = groups };
        rte_lpm6* lpm = rte_lpm6_create(EalFixture.UniqueName("lpm6"), -1, &configuration);
        Assert.True(lpm != null, $"rte_errno {rte_errno}");
        return lpm;
    }

    private static rte_ipv6_addr Address(UInt128 value)
    {
        rte_ipv6_addr address;
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(new Span<byte>(&address, 16), value);
        return address;
    }

    private static UInt128 Mask(int depth) => depth == 0 ? 0 : UInt128.MaxValue << (128 - depth);

    private static int Add(rte_lpm6* lpm, UInt128 net, int depth, uint hop)
    {
        rte_ipv6_addr address = Address(net);
        return rte_lpm6_add(lpm, &address, (byte)depth, hop);
    }

    private static int Delete(rte_lpm6* lpm, UInt128 net, int depth)
    {
        rte_ipv6_addr address = Address(net);
        return rte_lpm6_delete(lpm, &address, (byte)depth);
    }

    private static uint? Lookup(rte_lpm6* lpm, UInt128 ip)
    {
        rte_ipv6_addr address = Address(ip);
        uint hop;
        int result = rte_lpm6_lookup(lpm, &address, &hop);
        Assert.True(result is 0 or NotFound);
        return result == 0 ? hop : null;
    }

    [Fact]
    public void Bad_parameters_make_no_table() => eal.Run(() =>
    {
        byte* name = EalFixture.UniqueName("lpm6");
        var good = new rte_lpm6_config { max_rules = 64, number_tbl8s = 64 };
        void Refused(byte* n, int socket, rte_lpm6_config configuration)
        {
            Assert.True(rte_lpm6_create(n, socket, &configuration) == null);
            Assert.Equal(22, rte_errno);
        }

        Refused(null, -1, good);
        Refused(name, -2, good);
        Refused(name, -1, good with { max_rules = 0 });
        Refused(name, -1, good with { number_tbl8s = (1 << 21) + 1 });
        Assert.True(rte_lpm6_create(name, -1, null) == null);
        rte_lpm6_free(null);
    });

    [Fact]
    public void A_name_belongs_to_one_table_and_finds_it() => eal.Run(() =>
    {
        byte* name = EalFixture.UniqueName("lpm6");
        var configuration = new rte_lpm6_config { max_rules = 64, number_tbl8s = 64 };
        Assert.True(rte_lpm6_find_existing(name) == null);
        Assert.Equal(2, rte_errno);
        rte_lpm6* lpm = rte_lpm6_create(name, -1, &configuration);
        Assert.True(lpm != null);
        Assert.True(rte_lpm6_find_existing(name) == lpm);
        Assert.True(rte_lpm6_create(name, -1, &configuration) == null);
        rte_lpm6_free(lpm);
        Assert.True(rte_lpm6_find_existing(name) == null);
    });

    [Fact]
    public void Bad_arguments_are_refused() => eal.Run(() =>
    {
        rte_lpm6* lpm = Create();
        uint hop;
        int hops;
        rte_ipv6_addr address = Address(1);
        byte depth = 64;
        foreach (int bad in (int[])[0, 129, 255])
        {
            Assert.Equal(BadArgument, Add(lpm, 1, bad, 1));
            Assert.Equal(BadArgument, Delete(lpm, 1, bad));
            Assert.Equal(BadArgument, rte_lpm6_is_rule_present(lpm, &address, (byte)bad, &hop));
        }

        Assert.Equal(BadArgument, Add(null, 1, 64, 1));
        Assert.Equal(BadArgument, Delete(null, 1, 64));
        Assert.Equal(BadArgument, rte_lpm6_delete_bulk_func(null, &address, &depth, 1));
        Assert.Equal(BadArgument, rte_lpm6_delete_bulk_func(lpm, null, &depth, 1));
        Assert.Equal(BadArgument, rte_lpm6_delete_bulk_func(lpm, &address, null, 1));
        Assert.Equal(BadArgument, rte_lpm6_lookup(null, &address, &hop));
        Assert.Equal(BadArgument, rte_lpm6_lookup(lpm, null, &hop));
        Assert.Equal(BadArgument, rte_lpm6_lookup(lpm, &address, null));
        Assert.Equal(BadArgument, rte_lpm6_lookup_bulk_func(null, &address, &hops, 1));
        Assert.Equal(BadArgument, rte_lpm6_lookup_bulk_func(lpm, null, &hops, 1));
        Assert.Equal(BadArgument, rte_lpm6_is_rule_present(null, &address, 64, &hop));
        Assert.Equal(BadArgument, rte_lpm6_is_rule_present(lpm, &address, 64, null));
        rte_lpm6_free(lpm);
    });

    [Fact]
    public void There_are_as_many_routes_as_were_asked_for() => eal.Run(() =>
    {
        rte_lpm6* lpm = Create(rules: 4);
        for (uint i = 0; i < 4; i++)
        {
            Assert.Equal(0, Add(lpm, (UInt128)i << 112, 16, i));
        }

        Assert.Equal(NoSpace, Add(lpm, (UInt128)9 << 112, 16, 9));
        Assert.Null(Lookup(lpm, (UInt128)9 << 112));
        Assert.Equal(0, Add(lpm, 0, 16, 77));
        Assert.Equal(77u, Lookup(lpm, 5));
        Assert.Equal(0, Delete(lpm, 0, 16));
        Assert.Equal(0, Add(lpm, (UInt128)9 << 112, 16, 9));
        rte_lpm6_free(lpm);
    });

    /// <summary>A route of all 128 bits takes a table for each byte behind the third.</summary>
    [Fact]
    public void Groups_run_out_and_come_back() => eal.Run(() =>
    {
        rte_lpm6* lpm = Create(groups: 13);
        UInt128 first = (UInt128)0x2001_0db8 << 96;
        UInt128 second = (UInt128)0x2001_0eb8 << 96;
        Assert.Equal(0, Add(lpm, first, 128, 1));
        // Thirteen steps of a byte each; another route beside it needs none.
        Assert.Equal(0, Add(lpm, first + 1, 128, 2));
        Assert.Equal(NoSpace, Add(lpm, second, 128, 3));
        Assert.Null(Lookup(lpm, second));
        Assert.Equal(1u, Lookup(lpm, first));
        Assert.Equal(2u, Lookup(lpm, first + 1));
        Assert.Equal(0, Delete(lpm, first, 128));
        Assert.Equal(0, Delete(lpm, first + 1, 128));
        Assert.Equal(0, Add(lpm, second, 128, 3));
        Assert.Equal(3u, Lookup(lpm, second));
        rte_lpm6_delete_all(lpm);
        Assert.Null(Lookup(lpm, second));
        Assert.Equal(0, Add(lpm, first, 128, 4));
        rte_lpm6_free(lpm);
    });

    [Fact]
    public void Every_depth_covers_the_ones_before_it() => eal.Run(() =>
    {
        rte_lpm6* lpm = Create();
        UInt128 inside = UInt128.One << 127;
        for (int depth = 1; depth <= 128; depth++)
        {
            Assert.Equal(0, Add(lpm, inside, depth, (uint)depth));
            Assert.Equal((uint)depth, Lookup(lpm, inside));
            Assert.Null(Lookup(lpm, inside - 1));
        }

        for (int depth = 128; depth >= 1; depth--)
        {
            Assert.Equal(0, Delete(lpm, inside, depth));
            Assert.Equal(depth == 1 ? null : (uint)(depth - 1), Lookup(lpm, inside));
            Assert.Null(Lookup(lpm, inside - 1));
        }

        Assert.True(Delete(lpm, inside, 64) < 0);
        rte_lpm6_free(lpm);
    });

    [Fact]
    public void Bulks_answer_and_delete_for_every_address() => eal.Run(() =>
    {
        const uint Count = 32;
        rte_lpm6* lpm = Create();
        rte_ipv6_addr* addresses = stackalloc rte_ipv6_addr[(int)Count];
        byte* depths = stackalloc byte[(int)Count];
        int* hops = stackalloc int[(int)Count];
        for (uint i = 0; i < Count; i++)
        {
            addresses[i] = Address(((UInt128)0xfd00 + i) << 112);
            depths[i] = 48;
            if (i % 3 != 0)
            {
                Assert.Equal(0, rte_lpm6_add(lpm, addresses + i, 48, 0x1f_0000 + i));
            }
        }

        Assert.Equal(0, rte_lpm6_lookup_bulk_func(lpm, addresses, hops, Count));
        for (int i = 0; i < Count; i++)
        {
            Assert.Equal(i % 3 != 0 ? 0x1f_0000 + i : -1, hops[i]);
        }

        // Half of them; those that are no routes are passed over.
        Assert.Equal(0, rte_lpm6_delete_bulk_func(lpm, addresses, depths, Count / 2));
        Assert.Equal(0, rte_lpm6_lookup_bulk_func(lpm, addresses, hops, Count));
        for (int i = 0; i < Count; i++)
        {
            Assert.Equal(i >= Count / 2 && i % 3 != 0 ? 0x1f_0000 + i : -1, hops[i]);
        }

        rte_lpm6_free(lpm);
    });

    /// <summary>A list of routes, searched one by one, is asked the same after every change.</summary>
    [Fact]
    public void Random_changes_answer_as_a_list_of_routes() => eal.Run(() =>
    {
        rte_lpm6* lpm = Create(4096, 16_384);
        var routes = new Dictionary<(UInt128 Net, int Depth), uint>();
        var random = new Random(29);
        for (int i = 0; i < 1500; i++)
        {
            int depth = random.Next(1, 129);
            // Few different bytes, so that routes cover one another.
            UInt128 ip = 0;
            for (int b = 0; b < 16; b++)
            {
                ip = (ip << 8) | (uint)(random.Next(12) == 0 ? random.Next(256) : 0x20);
            }

            UInt128 net = ip & Mask(depth);
            if (random.Next(5) < 2)
            {
                if (random.Next(2) == 0 && routes.Count > 0)
                {
                    (net, depth) = routes.Keys.ElementAt(random.Next(routes.Count));
                }

                Assert.Equal(routes.Remove((net, depth)), Delete(lpm, net, depth) == 0);
            }
            else
            {
                uint hop = (uint)random.Next(1 << 21);
                Assert.Equal(0, Add(lpm, ip, depth, hop));
                routes[(net, depth)] = hop;
                rte_ipv6_addr address = Address(net);
                uint present;
                Assert.Equal(1, rte_lpm6_is_rule_present(lpm, &address, (byte)depth, &present));
                Assert.Equal(hop, present);
            }

            UInt128 last = net | ~Mask(depth);
            foreach (UInt128 asked in (UInt128[])[net, last, unchecked(net - 1), unchecked(last + 1), ip])
            {
                Assert.Equal(Search(asked), Lookup(lpm, asked));
            }
        }

        rte_lpm6_free(lpm);

        uint? Search(UInt128 ip)
        {
            for (int depth = 128; depth >= 1; depth--)
            {
                if (routes.TryGetValue((ip & Mask(depth), depth), out uint hop))
                {
                    return hop;
                }
            }

            return null;
        }
    });
}
