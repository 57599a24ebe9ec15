using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Inline;

public sealed unsafe class SpinlockTests
{
    [Fact]
    public void One_thread_at_a_time_holds_it()
    {
        const int Rounds = 50_000;
        rte_spinlock_t lockWord = default;
        rte_spinlock_t* sl = &lockWord;
        rte_spinlock_init(sl);
        long counter = 0;
        long* shared = &counter;
        void Work()
        {
            for (int i = 0; i < Rounds; i++)
            {
                rte_spinlock_lock(sl);
                // Not atomic on purpose: the lock has to make it so.
                *shared += 1;
                rte_spinlock_unlock(sl);
            }
        }

        Thread[] threads = [new(Work), new(Work)];
        Array.ForEach(threads, t => t.Start());
        Array.ForEach(threads, t => t.Join());
        Assert.Equal(2 * Rounds, counter);
    }

    [Fact]
    public void Trylock_says_whether_it_took_it()
    {
        rte_spinlock_t sl = default;
        Assert.Equal(1, rte_spinlock_trylock(&sl));
        Assert.Equal(1, rte_spinlock_is_locked(&sl));
        Assert.Equal(0, rte_spinlock_trylock(&sl));
        rte_spinlock_unlock(&sl);
        Assert.Equal(0, rte_spinlock_is_locked(&sl));
    }

    [Fact]
    public void The_recursive_one_opens_when_it_was_left_as_often_as_entered()
    {
        rte_spinlock_recursive_t slr;
        rte_spinlock_recursive_t* p = &slr;
        rte_spinlock_recursive_init(p);
        rte_spinlock_recursive_lock(p);
        Assert.Equal(1, rte_spinlock_recursive_trylock(p));
        Assert.Equal(2, slr.count);
        Assert.Equal(0, TryFromOtherThread(p));
        rte_spinlock_recursive_unlock(p);
        Assert.Equal(0, TryFromOtherThread(p));
        rte_spinlock_recursive_unlock(p);
        Assert.Equal(1, TryFromOtherThread(p));
    }

    private static int TryFromOtherThread(rte_spinlock_recursive_t* slr)
    {
        int result = -1;
        var thread = new Thread(() =>
        {
            result = rte_spinlock_recursive_trylock(slr);
            if (result != 0)
            {
                rte_spinlock_recursive_unlock(slr);
            }
        });
        thread.Start();
        thread.Join();
        return result;
    }
}
