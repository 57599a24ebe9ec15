using System.Runtime.InteropServices;
using DpdkSharp.Interop.Tests.Inline;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Libraries;

/// <summary>The queue of things to be freed when no reader holds them any more.</summary>
public sealed unsafe class RcuQueueTests(EalFixture eal)
{
    private static readonly List<ulong> s_freed = [];

    /// <summary>What the callback was given. Noted and not asserted there: an exception that leaves a callback ends the process.</summary>
    private static readonly HashSet<nint> s_owners = [];

    private delegate void Use(rte_rcu_qsbr* v, rte_rcu_qsbr_dq_parameters parameters);

    /// <summary>A variable with one reader, online; and parameters for a queue of it.</summary>
    private void WithVariable(Use use) => eal.Run(() =>
    {
        s_freed.Clear();
        s_owners.Clear();
        var v = (rte_rcu_qsbr*)NativeMemory.AlignedAlloc(rte_rcu_qsbr_get_memsize(1), 64);
        Assert.Equal(0, rte_rcu_qsbr_init(v, 1));
        Assert.Equal(0, rte_rcu_qsbr_thread_register(v, 0));
        rte_rcu_qsbr_thread_online(v, 0);
        use(v, new rte_rcu_qsbr_dq_parameters
        {
            name = EalFixture.UniqueName("queue"),
            flags = RTE_RCU_QSBR_DQ_MT_UNSAFE,
            size = 16,
            esize = 8,
            trigger_reclaim_limit = 16,
            max_reclaim_size = 16,
            free_fn = &Free,
            p = (void*)55,
            v = v,
        });
        NativeMemory.AlignedFree(v);
        Assert.All(s_owners, static p => Assert.Equal(55, p));
    });

    [UnmanagedCallersOnly]
    private static void Free(void* p, void* elements, uint n)
    {
        s_owners.Add((nint)p);
        for (uint i = 0; i < n; i++)
        {
            s_freed.Add(((ulong*)elements)[i]);
        }
    }

    private static rte_rcu_qsbr_dq* Create(rte_rcu_qsbr_dq_parameters parameters)
    {
        rte_rcu_qsbr_dq* queue = rte_rcu_qsbr_dq_create(&parameters);
        Assert.True(queue != null, $"rte_errno {rte_errno}");
        return queue;
    }

    [Fact]
    public void Bad_parameters_make_no_queue() => WithVariable((v, good) =>
    {
        static void Refused(rte_rcu_qsbr_dq_parameters parameters)
        {
            Assert.True(rte_rcu_qsbr_dq_create(&parameters) == null);
            Assert.Equal(22, rte_errno);
        }

        Assert.True(rte_rcu_qsbr_dq_create(null) == null);
        Refused(good with { free_fn = null });
        Refused(good with { v = null });
        Refused(good with { size = 0 });
        Refused(good with { esize = 0 });
        // Elements are whole words of four bytes.
        Refused(good with { esize = 3 });
        Refused(good with { max_reclaim_size = 0 });
        Assert.Equal(0, rte_rcu_qsbr_dq_delete(Create(good)));
    });

    [Fact]
    public void No_queue_is_refused() => WithVariable((v, good) =>
    {
        ulong element = 1;
        rte_rcu_qsbr_dq* queue = Create(good);
        Assert.NotEqual(0, rte_rcu_qsbr_dq_enqueue(null, &element));
        Assert.NotEqual(0, rte_rcu_qsbr_dq_enqueue(queue, null));
        Assert.NotEqual(0, rte_rcu_qsbr_dq_reclaim(null, 1, null, null, null));
        Assert.NotEqual(0, rte_rcu_qsbr_dq_reclaim(queue, 0, null, null, null));
        // As with free, nothing is nothing.
        Assert.Equal(0, rte_rcu_qsbr_dq_delete(null));
        Assert.Equal(0, rte_rcu_qsbr_dq_delete(queue));
    });

    [Fact]
    public void What_waits_is_freed_in_order_after_the_quiescent_state() => WithVariable((v, good) =>
    {
        rte_rcu_qsbr_dq* queue = Create(good);
        uint freed, pending;
        for (ulong i = 1; i <= 5; i++)
        {
            Assert.Equal(0, rte_rcu_qsbr_dq_enqueue(queue, &i));
        }

        Assert.Equal(0, rte_rcu_qsbr_dq_reclaim(queue, 8, &freed, &pending, null));
        Assert.Equal((0u, 5u), (freed, pending));
        // It cannot go while something waits.
        Assert.NotEqual(0, rte_rcu_qsbr_dq_delete(queue));
        Assert.Empty(s_freed);
        rte_rcu_qsbr_quiescent(v, 0);
        Assert.Equal(0, rte_rcu_qsbr_dq_reclaim(queue, 2, &freed, &pending, null));
        Assert.Equal((2u, 3u), (freed, pending));
        // One that came after the quiescent state waits for the next.
        ulong late = 6;
        Assert.Equal(0, rte_rcu_qsbr_dq_enqueue(queue, &late));
        Assert.Equal(0, rte_rcu_qsbr_dq_reclaim(queue, 8, &freed, &pending, null));
        Assert.Equal((3u, 1u), (freed, pending));
        Assert.Equal([1, 2, 3, 4, 5], s_freed);
        rte_rcu_qsbr_thread_offline(v, 0);
        // With nobody to wait for, deleting frees the rest.
        Assert.Equal(0, rte_rcu_qsbr_dq_delete(queue));
        Assert.Equal([1, 2, 3, 4, 5, 6], s_freed);
    });

    [Fact]
    public void A_full_queue_frees_what_it_can_or_refuses() => WithVariable((v, good) =>
    {
        rte_rcu_qsbr_dq* queue = Create(good);
        // It holds at least what was asked for.
        ulong i = 0;
        while (rte_rcu_qsbr_dq_enqueue(queue, &i) == 0)
        {
            i++;
            Assert.InRange(i, 1ul, 100ul);
        }

        Assert.Equal(28, rte_errno);
        Assert.InRange(i, 16ul, 100ul);
        Assert.Empty(s_freed);
        rte_rcu_qsbr_quiescent(v, 0);
        Assert.Equal(0, rte_rcu_qsbr_dq_enqueue(queue, &i));
        Assert.Equal(Enumerable.Range(0, 16).Select(static n => (ulong)n), s_freed);
        rte_rcu_qsbr_quiescent(v, 0);
        Assert.Equal(0, rte_rcu_qsbr_dq_delete(queue));
        Assert.Equal(Enumerable.Range(0, (int)i + 1).Select(static n => (ulong)n), s_freed);
    });

    /// <summary>From as many on as the limit says, each addition frees up to the given number first.</summary>
    [Fact]
    public void Additions_beyond_the_limit_free_some() => WithVariable((v, good) =>
    {
        rte_rcu_qsbr_dq* queue = Create(good with { trigger_reclaim_limit = 4, max_reclaim_size = 2 });
        int before = 0;
        bool triggered = false;
        for (ulong i = 0; i < 12; i++)
        {
            Assert.Equal(0, rte_rcu_qsbr_dq_enqueue(queue, &i));
            rte_rcu_qsbr_quiescent(v, 0);
            Assert.InRange(s_freed.Count - before, 0, 2);
            triggered |= s_freed.Count > before;
            Assert.True(i >= 4 || s_freed.Count == 0);
            before = s_freed.Count;
        }

        Assert.True(triggered);
        Assert.Equal(0, rte_rcu_qsbr_dq_delete(queue));
        Assert.Equal(Enumerable.Range(0, 12).Select(static n => (ulong)n), s_freed);
    });

    /// <summary>One thread adds and frees, the other reads: nothing is freed that was added after the reader was last quiescent.</summary>
    [Fact]
    public void Nothing_is_freed_under_a_reader() => WithVariable((v, good) =>
    {
        const ulong Total = 5_000;
        rte_rcu_qsbr_dq* queue = Create(good with { trigger_reclaim_limit = 4 });
        int done = 0;
        Threads.Run(
            () =>
            {
                try
                {
                    for (ulong i = 0; i < Total; i++)
                    {
                        uint pending;
                        do
                        {
                            Assert.Equal(0, rte_rcu_qsbr_dq_reclaim(queue, 16, null, &pending, null));
                        }
                        while (pending >= 16);
                        Assert.Equal(0, rte_rcu_qsbr_dq_enqueue(queue, &i));
                        Assert.True((ulong)s_freed.Count <= i);
                    }
                }
                finally
                {
                    Volatile.Write(ref done, 1);
                }
            },
            () =>
            {
                while (Volatile.Read(ref done) == 0)
                {
                    rte_rcu_qsbr_quiescent(v, 0);
                }

                rte_rcu_qsbr_thread_offline(v, 0);
            });
        Assert.Equal(0, rte_rcu_qsbr_dq_delete(queue));
        Assert.Equal(Total, (ulong)s_freed.Count);
        Assert.Equal(s_freed.Order(), s_freed);
    });
}
