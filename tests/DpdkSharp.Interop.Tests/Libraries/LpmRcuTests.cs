using System.Runtime.InteropServices;
using DpdkSharp.Interop.Tests.Inline;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Libraries;

/// <summary>A route table whose groups are used again only when no reader can still be in them.</summary>
public sealed unsafe class LpmRcuTests(EalFixture eal)
{
    private const int NoSpace = -28;
    private static readonly uint s_net = RTE_IPV4(192, 0, 2, 100);
    private static readonly uint s_otherNet = RTE_IPV4(198, 51, 100, 100);

    private delegate void Use(rte_lpm* lpm, rte_rcu_qsbr* v);

    private void WithTable(uint groups, Use use) => eal.Run(() =>
    {
        var configuration = new rte_lpm_config { max_rules = 64, number_tbl8s = groups };
        rte_lpm* lpm = rte_lpm_create(EalFixture.UniqueName("lpmrcu"), -1, &configuration);
        Assert.True(lpm != null);
        var v = (rte_rcu_qsbr*)NativeMemory.AlignedAlloc(rte_rcu_qsbr_get_memsize(2), 64);
        Assert.Equal(0, rte_rcu_qsbr_init(v, 2));
        Assert.Equal(0, rte_rcu_qsbr_thread_register(v, 0));
        use(lpm, v);
        rte_lpm_free(lpm);
        NativeMemory.AlignedFree(v);
    });

    [Fact]
    public void A_table_takes_one_variable() => WithTable(1, (lpm, v) =>
    {
        var configuration = new rte_lpm_rcu_config { v = v };
        void Refused(rte_lpm* table, rte_lpm_rcu_config* c, int error)
        {
            Assert.NotEqual(0, rte_lpm_rcu_qsbr_add(table, c));
            Assert.Equal(error, rte_errno);
        }

        Refused(null, &configuration, 22);
        Refused(lpm, null, 22);
        configuration.v = null;
        Refused(lpm, &configuration, 22);
        configuration.v = v;
        configuration.mode = (rte_lpm_qsbr_mode)2;
        Refused(lpm, &configuration, 22);
        configuration.mode = RTE_LPM_QSBR_MODE_DQ;
        Assert.Equal(0, rte_lpm_rcu_qsbr_add(lpm, &configuration));
        Refused(lpm, &configuration, 17);
    });

    [Fact]
    public void A_deferred_group_comes_back_after_the_readers_quiescent_state() => WithTable(1, (lpm, v) =>
    {
        var configuration = new rte_lpm_rcu_config { v = v, mode = RTE_LPM_QSBR_MODE_DQ };
        Assert.Equal(0, rte_lpm_rcu_qsbr_add(lpm, &configuration));
        rte_rcu_qsbr_thread_online(v, 0);
        for (int i = 0; i < 10; i++)
        {
            Assert.Equal(0, rte_lpm_add(lpm, s_net, 28, 1));
            uint hop;
            Assert.Equal(0, rte_lpm_lookup(lpm, s_net, &hop));
            Assert.Equal(0, rte_lpm_delete(lpm, s_net, 28));
            Assert.Equal(-2, rte_lpm_lookup(lpm, s_net, &hop));
            // The only group still waits for the reader.
            Assert.Equal(NoSpace, rte_lpm_add(lpm, s_otherNet, 28, 2));
            rte_rcu_qsbr_quiescent(v, 0);
            Assert.Equal(0, rte_lpm_add(lpm, s_otherNet, 28, 2));
            Assert.Equal(0, rte_lpm_delete(lpm, s_otherNet, 28));
            rte_rcu_qsbr_quiescent(v, 0);
        }

        rte_rcu_qsbr_thread_offline(v, 0);
    });

    /// <summary>The writer takes the route and its group away and puts them back; the reader sees a hop of the route or of the one it covers, and no other.</summary>
    [Theory]
    [InlineData(RTE_LPM_QSBR_MODE_DQ)]
    [InlineData(RTE_LPM_QSBR_MODE_SYNC)]
    public void A_reader_finds_one_of_the_routes_that_there_were(rte_lpm_qsbr_mode mode) => WithTable(2, (lpm, v) =>
    {
        const int Rounds = 300;
        const uint Cover = 7;
        const uint Inner = 8;
        const uint Other = 9;
        var configuration = new rte_lpm_rcu_config { v = v, mode = mode };
        Assert.Equal(0, rte_lpm_rcu_qsbr_add(lpm, &configuration));
        Assert.Equal(0, rte_lpm_add(lpm, s_net, 16, Cover));
        int done = 0;
        long wrong = 0;
        long lookups = 0;
        Threads.Run(
            () =>
            {
                try
                {
                    for (int i = 0; i < Rounds; i++)
                    {
                        // The group goes from one network to the other, so that a reader that is still in it would find the other's hop.
                        AddAndDelete(s_net, Inner);
                        AddAndDelete(s_otherNet, Other);
                    }
                }
                finally
                {
                    Volatile.Write(ref done, 1);
                }
            },
            () =>
            {
                rte_rcu_qsbr_thread_online(v, 0);
                do
                {
                    for (int i = 0; i < 10; i++)
                    {
                        uint hop;
                        wrong += rte_lpm_lookup(lpm, s_net, &hop) == 0 && hop is Cover or Inner ? 0 : 1;
                        wrong += rte_lpm_lookup(lpm, s_otherNet, &hop) != 0 || hop == Other ? 0 : 1;
                        lookups++;
                    }

                    rte_rcu_qsbr_quiescent(v, 0);
                    _ = Thread.Yield();
                }
                while (Volatile.Read(ref done) == 0);
                rte_rcu_qsbr_thread_offline(v, 0);
            });
        Assert.Equal(0, wrong);
        Assert.True(lookups > 0);

        void AddAndDelete(uint net, uint hop)
        {
            int added;
            while ((added = rte_lpm_add(lpm, net, 28, hop)) == NoSpace)
            {
                _ = Thread.Yield();
            }

            Assert.Equal(0, added);
            Assert.Equal(0, rte_lpm_delete(lpm, net, 28));
        }
    });

    /// <summary>
    /// Two writers, one at a time, move their routes through too few groups; two readers look both up. Nobody ever finds a hop that is not the address's own,
    /// though groups go from one writer's network to the other's.
    /// </summary>
    [Theory]
    [InlineData(RTE_LPM_QSBR_MODE_DQ)]
    [InlineData(RTE_LPM_QSBR_MODE_SYNC)]
    public void Writers_in_turn_and_readers_at_once_mix_no_routes(rte_lpm_qsbr_mode mode) => WithTable(2, (lpm, v) =>
    {
        const int Rounds = 100;
        var configuration = new rte_lpm_rcu_config { v = v, mode = mode };
        Assert.Equal(0, rte_lpm_rcu_qsbr_add(lpm, &configuration));
        Assert.Equal(0, rte_rcu_qsbr_thread_register(v, 1));
        Lock turn = new();
        int writers = 2;
        long wrong = 0;
        long found = 0;
        Threads.Run(() => Write(0), () => Write(1), () => Read(0), () => Read(1));
        Assert.Equal(0, wrong);
        Assert.True(found > 0);

        void Write(uint writer)
        {
            try
            {
                for (uint i = 0; i < Rounds; i++)
                {
                    uint network = i % 8;
                    int added;
                    // Groups that wait for a reader are taken; who waits for one holds none.
                    while ((added = InTurn(() => rte_lpm_add(lpm, Address(writer, network), 28, Hop(writer, network)))) == NoSpace)
                    {
                        _ = Thread.Yield();
                    }

                    Assert.Equal(0, added);
                    _ = Thread.Yield();
                    Assert.Equal(0, InTurn(() => rte_lpm_delete(lpm, Address(writer, network), 28)));
                }
            }
            finally
            {
                _ = Interlocked.Decrement(ref writers);
            }
        }

        int InTurn(Func<int> change)
        {
            lock (turn)
            {
                return change();
            }
        }

        void Read(uint reader)
        {
            rte_rcu_qsbr_thread_online(v, reader);
            while (Volatile.Read(ref writers) != 0)
            {
                for (uint i = 0; i < 16; i++)
                {
                    uint hop;
                    if (rte_lpm_lookup(lpm, Address(i / 8, i % 8) + 5, &hop) == 0)
                    {
                        _ = Interlocked.Increment(ref found);
                        _ = hop == Hop(i / 8, i % 8) ? 0 : Interlocked.Increment(ref wrong);
                    }
                }

                rte_rcu_qsbr_quiescent(v, reader);
                _ = Thread.Yield();
            }

            rte_rcu_qsbr_thread_offline(v, reader);
        }

        static uint Address(uint writer, uint network) => RTE_IPV4(10, (byte)writer, (byte)network, 0);

        static uint Hop(uint writer, uint network) => (writer * 100) + network + 1;
    });
}
