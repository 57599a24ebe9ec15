using System.Runtime.InteropServices;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Inline;

public sealed unsafe class RcuTests
{
    private delegate void Use(rte_rcu_qsbr* v);

    private static void WithVariable(uint threads, Use use)
    {
        var v = (rte_rcu_qsbr*)NativeMemory.AlignedAlloc(rte_rcu_qsbr_get_memsize(threads), 64);
        Assert.Equal(0, rte_rcu_qsbr_init(v, threads));
        use(v);
        NativeMemory.AlignedFree(v);
    }

    [Fact]
    public void A_reader_that_is_online_holds_the_writer_up_until_it_is_quiescent() => WithVariable(128, v =>
    {
        // With nobody there is nothing to wait for.
        Assert.Equal(1, rte_rcu_qsbr_check(v, rte_rcu_qsbr_start(v), wait: true));
        Assert.Equal(0, rte_rcu_qsbr_thread_register(v, 3));
        Assert.Equal(0, rte_rcu_qsbr_thread_register(v, 127));
        Assert.Equal(1, rte_rcu_qsbr_check(v, rte_rcu_qsbr_start(v), wait: true));
        rte_rcu_qsbr_thread_online(v, 3);
        rte_rcu_qsbr_thread_online(v, 127);
        ulong token = rte_rcu_qsbr_start(v);
        Assert.Equal(0, rte_rcu_qsbr_check(v, token, wait: false));
        rte_rcu_qsbr_quiescent(v, 127);
        Assert.Equal(0, rte_rcu_qsbr_check(v, token, wait: false));
        rte_rcu_qsbr_lock(v, 3);
        rte_rcu_qsbr_unlock(v, 3);
        rte_rcu_qsbr_quiescent(v, 3);
        Assert.Equal(1, rte_rcu_qsbr_check(v, token, wait: false));
        Assert.Equal(token, v->acked_token);
        // Two tokens at once: one quiescent state serves both.
        ulong first = rte_rcu_qsbr_start(v);
        ulong second = rte_rcu_qsbr_start(v);
        Assert.Equal(first + 1, second);
        rte_rcu_qsbr_quiescent(v, 3);
        rte_rcu_qsbr_thread_offline(v, 127);
        Assert.Equal(1, rte_rcu_qsbr_check(v, second, wait: false));
        Assert.Equal(1, rte_rcu_qsbr_check(v, first, wait: false));
        rte_rcu_qsbr_thread_offline(v, 3);
        Assert.Equal(0, rte_rcu_qsbr_thread_unregister(v, 3));
        Assert.Equal(0, rte_rcu_qsbr_thread_unregister(v, 127));
    });

    /// <summary>The same with all places taken, where all are asked in a row.</summary>
    [Fact]
    public void With_every_thread_registered_each_of_them_counts() => WithVariable(5, v =>
    {
        for (uint i = 0; i < 5; i++)
        {
            Assert.Equal(0, rte_rcu_qsbr_thread_register(v, i));
            rte_rcu_qsbr_thread_online(v, i);
        }

        ulong token = rte_rcu_qsbr_start(v);
        for (uint i = 0; i < 5; i++)
        {
            Assert.Equal(0, rte_rcu_qsbr_check(v, token, wait: false));
            if (i == 2)
            {
                rte_rcu_qsbr_thread_offline(v, i);
            }
            else
            {
                rte_rcu_qsbr_quiescent(v, i);
            }
        }

        Assert.Equal(1, rte_rcu_qsbr_check(v, token, wait: true));
    });

    /// <summary>Any steps of four readers and a writer, on a variable in C and on one here: all counters stay the same.</summary>
    [Theory]
    [InlineData(4u)]
    [InlineData(200u)]
    public void Steps_leave_what_c_leaves(uint places) => WithVariable(places, a => WithVariable(places, b =>
    {
        var online = (delegate* unmanaged<rte_rcu_qsbr*, uint, void>)Oracle.Get("o_rte_rcu_qsbr_thread_online");
        var offline = (delegate* unmanaged<rte_rcu_qsbr*, uint, void>)Oracle.Get("o_rte_rcu_qsbr_thread_offline");
        var quiescent = (delegate* unmanaged<rte_rcu_qsbr*, uint, void>)Oracle.Get("o_rte_rcu_qsbr_quiescent");
        var start = (delegate* unmanaged<rte_rcu_qsbr*, ulong>)Oracle.Get("o_rte_rcu_qsbr_start");
        var check = (delegate* unmanaged<rte_rcu_qsbr*, ulong, byte, int>)Oracle.Get("o_rte_rcu_qsbr_check");
        uint[] threads = [0, places / 3, places / 2, places - 1];
        foreach (uint thread in threads)
        {
            Assert.Equal(0, rte_rcu_qsbr_thread_register(a, thread));
            Assert.Equal(0, rte_rcu_qsbr_thread_register(b, thread));
        }

        var random = new Random(3);
        ulong token = 0;
        for (int i = 0; i < 20_000; i++)
        {
            uint thread = threads[random.Next(4)];
            switch (random.Next(6))
            {
                case 0:
                    online(a, thread);
                    rte_rcu_qsbr_thread_online(b, thread);
                    break;
                case 1:
                    offline(a, thread);
                    rte_rcu_qsbr_thread_offline(b, thread);
                    break;
                case 2:
                    token = start(a);
                    Assert.Equal(token, rte_rcu_qsbr_start(b));
                    break;
                case 3:
                    ulong asked = token == 0 ? 0 : token - (ulong)random.Next(2);
                    Assert.Equal(check(a, asked, 0), rte_rcu_qsbr_check(b, asked, wait: false));
                    break;
                default:
                    // Only of use to a thread that is online; one that is not would come online by it, in C as here.
                    if (a->qsbr_cnt[thread].cnt != 0)
                    {
                        quiescent(a, thread);
                        rte_rcu_qsbr_quiescent(b, thread);
                    }

                    break;
            }

            Assert.True(new Span<byte>(a, (int)rte_rcu_qsbr_get_memsize(places)).SequenceEqual(new Span<byte>(b, (int)rte_rcu_qsbr_get_memsize(places))));
        }
    }));

    /// <summary>A writer replaces a record and, after a grace period, ruins the old one; a reader that follows the rules never meets a ruined one.</summary>
    [Fact]
    public void Nothing_is_taken_away_from_a_reader() => WithVariable(2, v =>
    {
        const int Rounds = 5_000;
        const long Ruined = -1;
        long* records = stackalloc long[2];
        records[0] = 1;
        nint place = (nint)records;
        nint* shared = &place;
        int done = 0;
        long ruined = 0;
        Assert.Equal(0, rte_rcu_qsbr_thread_register(v, 0));
        Threads.Run(
            () =>
            {
                for (int i = 0; i < Rounds; i++)
                {
                    var old = (long*)*shared;
                    long* next = old == records ? records + 1 : records;
                    *next = i + 2;
                    Volatile.Write(ref *shared, (nint)next);
                    Assert.Equal(1, rte_rcu_qsbr_check(v, rte_rcu_qsbr_start(v), wait: true));
                    Volatile.Write(ref *old, Ruined);
                }

                Volatile.Write(ref done, 1);
            },
            () =>
            {
                rte_rcu_qsbr_thread_online(v, 0);
                while (Volatile.Read(ref done) == 0)
                {
                    for (int i = 0; i < 20; i++)
                    {
                        ruined += Volatile.Read(ref *(long*)Volatile.Read(ref *shared)) == Ruined ? 1 : 0;
                    }

                    rte_rcu_qsbr_quiescent(v, 0);
                }

                rte_rcu_qsbr_thread_offline(v, 0);
            });
        Assert.Equal(0, ruined);
    });
}
