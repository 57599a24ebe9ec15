using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Inline;

public sealed unsafe class LcoreTests(EalFixture eal)
{
    private static readonly delegate* unmanaged<uint> s_lcoreId = (delegate* unmanaged<uint>)Oracle.Get("o_rte_lcore_id");
    private static readonly delegate* unmanaged<int> s_errno = (delegate* unmanaged<int>)Oracle.Get("o_errno");
    private static readonly delegate* unmanaged<int, void> s_setErrno = (delegate* unmanaged<int, void>)Oracle.Get("o_set_errno");

    [Fact]
    public void The_main_lcore_knows_its_id() => eal.Run(() =>
    {
        Assert.Equal(0u, rte_lcore_id());
        Assert.Equal(s_lcoreId(), rte_lcore_id());
    });

    [Fact]
    public void A_thread_that_eal_does_not_know_has_no_lcore_id()
    {
        Assert.Equal(LCORE_ID_ANY, rte_lcore_id());
        Assert.Equal(s_lcoreId(), rte_lcore_id());
    }

    [Fact]
    public void A_registered_thread_gets_an_lcore_id_and_loses_it_again()
    {
        uint before = 0, during = 0, inC = 0, after = 0;
        var thread = new Thread(() =>
        {
            before = rte_lcore_id();
            if (rte_thread_register() == 0)
            {
                during = rte_lcore_id();
                inC = s_lcoreId();
                rte_thread_unregister();
            }

            after = rte_lcore_id();
        });
        thread.Start();
        thread.Join();
        Assert.Equal(LCORE_ID_ANY, before);
        Assert.InRange(during, 1u, (uint)RTE_MAX_LCORE - 1);
        Assert.Equal(inC, during);
        Assert.Equal(LCORE_ID_ANY, after);
    }

    [Fact]
    public void Errno_is_the_same_place_as_in_c_and_one_a_thread()
    {
        rte_errno = 7;
        Assert.Equal(7, s_errno());
        s_setErrno(9);
        Assert.Equal(9, rte_errno);
        eal.Run(() => rte_errno = 11);
        Assert.Equal(9, rte_errno);
    }

    [Fact]
    public void Lcores_are_enumerated_without_allocation() => eal.Run(() =>
    {
        List<uint> all = [];
        foreach (uint lcore in RTE_LCORE_FOREACH())
        {
            all.Add(lcore);
        }

        Assert.Contains(0u, all);

        long before = GC.GetAllocatedBytesForCurrentThread();
        int workers = 0;
        foreach (uint _ in RTE_LCORE_FOREACH_WORKER())
        {
            workers++;
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(all.Count - 1, workers);
    });

    [Fact]
    public void The_thread_id_is_the_kernels() => eal.Run(() =>
    {
        Assert.Equal(rte_sys_gettid(), rte_gettid());
        Assert.Equal(rte_gettid(), rte_gettid());
    });
}
