using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Tests.Lcores;

public class LcoreRegistrationTests(EalFixture fixture)
{
    [Fact]
    public void A_registered_thread_has_a_number_and_gives_it_back() => OnThread(() =>
    {
        Assert.Null(Lcore.CurrentId);
        using (LcoreRegistration registration = LcoreRegistration.Register())
        {
            Assert.Equal(registration.LcoreId, Lcore.CurrentId);
            Assert.DoesNotContain(registration.LcoreId, fixture.Eal.Lcores.Select(static l => l.Id));
            var e = Assert.Throws<InvalidOperationException>(LcoreRegistration.Register);
            Assert.Equal($"This thread is lcore {registration.LcoreId} already.", e.Message);
        }
        Assert.Null(Lcore.CurrentId);
        // And again.
        using LcoreRegistration second = LcoreRegistration.Register();
        second.Dispose();
        second.Dispose();
    });

    [Fact]
    public unsafe void A_registered_thread_uses_the_cache_of_the_pool() => OnThread(static () =>
    {
        using var pool = new TestPool(511, cacheSize: 32);
        using LcoreRegistration registration = LcoreRegistration.Register();
        Interop.rte_mempool_cache* cache = rte_mempool_default_cache(pool.Pool.Pointer, (uint)registration.LcoreId);
        Assert.True(cache != null);
        Assert.Equal(0u, cache->len);
        Assert.True(pool.Pool.TryAllocate(out Mbuf packet));
        Assert.Equal(32u, cache->len);
        packet.Free();
        Assert.Equal(33u, cache->len);
        Assert.Equal(511, pool.Pool.AvailableCount);
    });

    [Fact]
    public void Only_the_thread_itself_gives_the_number_back()
    {
        using var registered = new ManualResetEventSlim();
        using var tried = new ManualResetEventSlim();
        LcoreRegistration? registration = null;
        var thread = new Thread(() =>
        {
            registration = LcoreRegistration.Register();
            registered.Set();
            tried.Wait();
            registration.Dispose();
        });
        thread.Start();
        registered.Wait(TestContext.Current.CancellationToken);
        try
        {
            var e = Assert.Throws<InvalidOperationException>(registration!.Dispose);
            Assert.Contains("only that thread can give it back", e.Message, StringComparison.Ordinal);
        }
        finally
        {
            tried.Set();
            thread.Join();
        }
    }

    [Fact]
    public void EAL_lcores_are_registered_already() => fixture.Run(() => Assert.Throws<InvalidOperationException>(LcoreRegistration.Register));

    [Fact]
    public void Registered_threads_exist_side_by_side()
    {
        using var all = new Barrier(4);
        var ids = new int[4];
        var threads = Enumerable.Range(0, 4).Select(i => new Thread(() =>
        {
            using LcoreRegistration registration = LcoreRegistration.Register();
            ids[i] = registration.LcoreId;
            all.SignalAndWait();
        })).ToArray();
        Array.ForEach(threads, static t => t.Start());
        Array.ForEach(threads, static t => t.Join());
        Assert.Equal(4, ids.Distinct().Count());
    }

    private static void OnThread(Action steps)
    {
        Exception? failure = null;
        var thread = new Thread(() => failure = Record.Exception(steps));
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }
}
