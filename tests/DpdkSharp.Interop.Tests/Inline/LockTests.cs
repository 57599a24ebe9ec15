using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Inline;

/// <summary>
/// Every lock: two C# threads, and a C# thread with one in C, since both sides may share a lock that stands in a library's record. The counter
/// under it is not atomic on purpose: an addition that is lost shows that two threads were in at once.
/// </summary>
public sealed unsafe class LockTests
{
    private const int Rounds = 20_000;

    // The number is the oracle's.
    public enum Kind
    {
        Spin,
        SpinTm,
        WriteLock,
        Ticket,
        Mcs,
        PhaseFair,
        Sequence,
    }

    public static TheoryData<Kind> Kinds => [.. Enum.GetValues<Kind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Two_threads_are_never_in_at_once(Kind kind)
    {
        long storage = 0;
        long counter = 0;
        void* @lock = &storage;
        long* shared = &counter;
        Threads.Run(() => Add(kind, @lock, shared), () => Add(kind, @lock, shared));
        Assert.Equal(2 * Rounds, counter);
        AssertFree(kind, @lock);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_thread_in_c_is_kept_out_too(Kind kind)
    {
        long storage = 0;
        long counter = 0;
        void* @lock = &storage;
        long* shared = &counter;
        var inC = (delegate* unmanaged<int, void*, long*, int, void>)Oracle.Get("o_add_locked");
        Threads.Run(() => Add(kind, @lock, shared), () => inC((int)kind, @lock, shared, Rounds));
        Assert.Equal(2 * Rounds, counter);
        AssertFree(kind, @lock);
    }

    private static void Add(Kind kind, void* @lock, long* counter)
    {
        for (int i = 0; i < Rounds; i++)
        {
            rte_mcslock me;
            Lock(kind, @lock, &me);
            *counter += 1;
            Unlock(kind, @lock, &me);
        }
    }

    private static void AssertFree(Kind kind, void* @lock)
    {
        rte_mcslock me;
        Lock(kind, @lock, &me);
        Unlock(kind, @lock, &me);
    }

    private static void Lock(Kind kind, void* @lock, rte_mcslock* me)
    {
        switch (kind)
        {
            case Kind.Spin: rte_spinlock_lock((rte_spinlock_t*)@lock); break;
            case Kind.SpinTm: rte_spinlock_lock_tm((rte_spinlock_t*)@lock); break;
            case Kind.WriteLock: rte_rwlock_write_lock((rte_rwlock_t*)@lock); break;
            case Kind.Ticket: rte_ticketlock_lock((rte_ticketlock_t*)@lock); break;
            case Kind.Mcs: rte_mcslock_lock((rte_mcslock**)@lock, me); break;
            case Kind.PhaseFair: rte_pflock_write_lock((rte_pflock*)@lock); break;
            default: rte_seqlock_write_lock((rte_seqlock_t*)@lock); break;
        }
    }

    private static void Unlock(Kind kind, void* @lock, rte_mcslock* me)
    {
        switch (kind)
        {
            case Kind.Spin: rte_spinlock_unlock((rte_spinlock_t*)@lock); break;
            case Kind.SpinTm: rte_spinlock_unlock_tm((rte_spinlock_t*)@lock); break;
            case Kind.WriteLock: rte_rwlock_write_unlock((rte_rwlock_t*)@lock); break;
            case Kind.Ticket: rte_ticketlock_unlock((rte_ticketlock_t*)@lock); break;
            case Kind.Mcs: rte_mcslock_unlock((rte_mcslock**)@lock, me); break;
            case Kind.PhaseFair: rte_pflock_write_unlock((rte_pflock*)@lock); break;
            default: rte_seqlock_write_unlock((rte_seqlock_t*)@lock); break;
        }
    }

    [Fact]
    public void Readers_share_the_rwlock_and_a_writer_has_it_alone()
    {
        rte_rwlock_t l;
        rte_rwlock_init(&l);
        rte_rwlock_read_lock(&l);
        Assert.Equal(0, rte_rwlock_read_trylock(&l));
        Assert.Equal(-16, rte_rwlock_write_trylock(&l));
        Assert.Equal(0, rte_rwlock_write_is_locked(&l));
        rte_rwlock_read_unlock(&l);
        Assert.Equal(-16, rte_rwlock_write_trylock(&l));
        rte_rwlock_read_unlock(&l);
        Assert.Equal(0, rte_rwlock_write_trylock(&l));
        Assert.Equal(1, rte_rwlock_write_is_locked(&l));
        Assert.Equal(-16, rte_rwlock_read_trylock(&l));
        Assert.Equal(-16, rte_rwlock_write_trylock(&l));
        rte_rwlock_write_unlock(&l);
        Assert.Equal(0, l.cnt);
    }

    [Fact]
    public void A_waiting_writer_keeps_new_readers_out()
    {
        rte_rwlock_t storage = default;
        rte_rwlock_t* l = &storage;
        rte_rwlock_read_lock(l);
        var writer = new Thread(() =>
        {
            rte_rwlock_write_lock(l);
            rte_rwlock_write_unlock(l);
        });
        writer.Start();
        SpinWait.SpinUntil(() => (Volatile.Read(ref l->cnt) & RTE_RWLOCK_WAIT) != 0);
        Assert.Equal(-16, rte_rwlock_read_trylock(l));
        rte_rwlock_read_unlock(l);
        writer.Join();
        Assert.Equal(0, rte_rwlock_read_trylock(l));
        rte_rwlock_read_unlock(l);
        Assert.Equal(0, l->cnt);
    }

    /// <summary>Both halves of what a writer writes belong together; a reader inside never sees them apart.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Readers_see_what_a_writer_finished(bool phaseFair)
    {
        long storage = 0;
        void* l = &storage;
        long* pair = stackalloc long[2];
        long torn = 0;
        Threads.Run(
            () =>
            {
                for (int i = 0; i < Rounds; i++)
                {
                    Lock(phaseFair ? Kind.PhaseFair : Kind.WriteLock, l, null);
                    pair[0]++;
                    pair[1]++;
                    Unlock(phaseFair ? Kind.PhaseFair : Kind.WriteLock, l, null);
                }
            },
            () =>
            {
                for (int i = 0; i < Rounds; i++)
                {
                    if (phaseFair)
                    {
                        rte_pflock_read_lock((rte_pflock*)l);
                    }
                    else
                    {
                        rte_rwlock_read_lock_tm((rte_rwlock_t*)l);
                    }

                    torn += Volatile.Read(ref pair[0]) == Volatile.Read(ref pair[1]) ? 0 : 1;
                    if (phaseFair)
                    {
                        rte_pflock_read_unlock((rte_pflock*)l);
                    }
                    else
                    {
                        rte_rwlock_read_unlock_tm((rte_rwlock_t*)l);
                    }
                }
            });
        Assert.Equal(0, torn);
        Assert.Equal(Rounds, pair[0]);
    }

    [Fact]
    public void Two_readers_hold_the_phase_fair_lock_together()
    {
        rte_pflock l;
        rte_pflock_init(&l);
        rte_pflock_read_lock(&l);
        rte_pflock_read_lock(&l);
        rte_pflock_read_unlock(&l);
        rte_pflock_read_unlock(&l);
        rte_pflock_write_lock(&l);
        rte_pflock_write_unlock(&l);
        rte_pflock_read_lock(&l);
        rte_pflock_read_unlock(&l);
        Assert.Equal(l.rd.@in, l.rd.@out);
        Assert.Equal(l.wr.@in, l.wr.@out);
    }

    /// <summary>The counters have 16 bits: the lock outlives their wrapping around.</summary>
    [Fact]
    public void Tickets_and_phases_wrap_around()
    {
        rte_ticketlock_t tickets;
        rte_ticketlock_init(&tickets);
        rte_pflock phases;
        rte_pflock_init(&phases);
        for (int i = 0; i < 70_000; i++)
        {
            rte_ticketlock_lock(&tickets);
            Assert.Equal(1, rte_ticketlock_is_locked(&tickets));
            Assert.Equal(0, rte_ticketlock_trylock(&tickets));
            rte_ticketlock_unlock(&tickets);
            rte_pflock_write_lock(&phases);
            rte_pflock_write_unlock(&phases);
            rte_pflock_read_lock(&phases);
            rte_pflock_read_unlock(&phases);
        }

        Assert.Equal(0, rte_ticketlock_is_locked(&tickets));
        Assert.Equal(unchecked((ushort)70_000), tickets.s.current);
        Assert.Equal(tickets.s.current, tickets.s.next);
        Assert.Equal(1, rte_ticketlock_trylock(&tickets));
        Assert.Equal(unchecked((ushort)70_000), phases.wr.@out);
    }

    [Fact]
    public void Tickets_are_served_in_order()
    {
        rte_ticketlock_t storage = default;
        rte_ticketlock_t* l = &storage;
        rte_ticketlock_lock(l);
        var served = new List<int>();
        var threads = new Thread[4];
        for (int i = 0; i < threads.Length; i++)
        {
            int number = i;
            threads[i] = new Thread(() =>
            {
                rte_ticketlock_lock(l);
                served.Add(number);
                rte_ticketlock_unlock(l);
            });
            threads[i].Start();
            // Once this one has drawn its ticket, the next may come.
            SpinWait.SpinUntil(() => Volatile.Read(ref l->s.next) == number + 2);
        }

        rte_ticketlock_unlock(l);
        Array.ForEach(threads, static t => t.Join());
        Assert.Equal([0, 1, 2, 3], served);
    }

    [Fact]
    public void The_recursive_ticketlock_opens_when_it_was_left_as_often_as_entered()
    {
        rte_ticketlock_recursive_t storage;
        rte_ticketlock_recursive_t* p = &storage;
        rte_ticketlock_recursive_init(p);
        rte_ticketlock_recursive_lock(p);
        Assert.Equal(1, rte_ticketlock_recursive_trylock(p));
        Assert.Equal(2u, storage.count);
        int TryElsewhere()
        {
            int result = -1;
            var thread = new Thread(() =>
            {
                result = rte_ticketlock_recursive_trylock(p);
                if (result != 0)
                {
                    rte_ticketlock_recursive_unlock(p);
                }
            });
            thread.Start();
            thread.Join();
            return result;
        }

        Assert.Equal(0, TryElsewhere());
        rte_ticketlock_recursive_unlock(p);
        Assert.Equal(0, TryElsewhere());
        rte_ticketlock_recursive_unlock(p);
        Assert.Equal(1, TryElsewhere());
        Assert.Equal(TICKET_LOCK_INVALID_ID, storage.user);
    }

    [Fact]
    public void The_mcs_lock_is_tried_without_waiting()
    {
        rte_mcslock* l = null;
        rte_mcslock mine;
        rte_mcslock other;
        Assert.Equal(0, rte_mcslock_is_locked(l));
        Assert.Equal(1, rte_mcslock_trylock(&l, &mine));
        Assert.Equal(1, rte_mcslock_is_locked(l));
        Assert.Equal(0, rte_mcslock_trylock(&l, &other));
        rte_mcslock_unlock(&l, &mine);
        Assert.Equal(0, rte_mcslock_is_locked(l));
    }

    /// <summary>The reader takes a copy of three numbers that are always alike; one that the count calls good has no other.</summary>
    [Fact]
    public void A_copy_that_the_sequence_lock_calls_good_is_whole()
    {
        rte_seqlock_t storage;
        rte_seqlock_t* l = &storage;
        rte_seqlock_init(l);
        long* data = stackalloc long[3];
        int done = 0;
        long torn = 0;
        long good = 0;
        Threads.Run(
            () =>
            {
                for (int i = 0; i < Rounds; i++)
                {
                    rte_seqlock_write_lock(l);
                    Volatile.Write(ref data[0], i);
                    Volatile.Write(ref data[1], i);
                    Volatile.Write(ref data[2], i);
                    rte_seqlock_write_unlock(l);
                }

                Volatile.Write(ref done, 1);
            },
            () =>
            {
                // One more after the writer's last round: that copy is good for certain.
                bool last;
                do
                {
                    last = Volatile.Read(ref done) != 0;
                    uint number = rte_seqlock_read_begin(l);
                    long a = Volatile.Read(ref data[0]);
                    long b = Volatile.Read(ref data[1]);
                    long c = Volatile.Read(ref data[2]);
                    if (!rte_seqlock_read_retry(l, number))
                    {
                        good++;
                        torn += a == b && b == c ? 0 : 1;
                    }
                }
                while (!last);
            });
        Assert.Equal(0, torn);
        Assert.InRange(good, 1, long.MaxValue);
        Assert.Equal(2u * Rounds, storage.count.sn);
    }

    [Fact]
    public void A_copy_begun_while_a_writer_is_in_is_no_good()
    {
        rte_seqcount_t count;
        rte_seqcount_init(&count);
        uint before = rte_seqcount_read_begin(&count);
        Assert.False(rte_seqcount_read_retry(&count, before));
        rte_seqcount_write_begin(&count);
        uint inside = rte_seqcount_read_begin(&count);
        Assert.True(rte_seqcount_read_retry(&count, before));
        Assert.True(rte_seqcount_read_retry(&count, inside));
        rte_seqcount_write_end(&count);
        Assert.True(rte_seqcount_read_retry(&count, inside));
        uint after = rte_seqcount_read_begin(&count);
        Assert.False(rte_seqcount_read_retry(&count, after));
        // The number may wrap around.
        count.sn = uint.MaxValue - 1;
        rte_seqcount_write_begin(&count);
        rte_seqcount_write_end(&count);
        Assert.False(rte_seqcount_read_retry(&count, 0));
    }

    [Fact]
    public void The_processors_transactions_are_told_as_c_tells_them() =>
        Assert.Equal(((delegate* unmanaged<int>)Oracle.Get("o_rte_tm_supported"))(), rte_tm_supported());

    [Fact]
    public void The_tm_functions_take_the_same_lock()
    {
        rte_spinlock_t sl = default;
        Assert.Equal(1, rte_spinlock_trylock_tm(&sl));
        Assert.Equal(0, rte_spinlock_trylock(&sl));
        rte_spinlock_unlock_tm(&sl);
        Assert.Equal(0, rte_spinlock_is_locked(&sl));
        rte_spinlock_recursive_t slr;
        rte_spinlock_recursive_init(&slr);
        rte_spinlock_recursive_lock_tm(&slr);
        Assert.Equal(1, rte_spinlock_recursive_trylock_tm(&slr));
        Assert.Equal(2, slr.count);
        rte_spinlock_recursive_unlock_tm(&slr);
        rte_spinlock_recursive_unlock_tm(&slr);
        Assert.Equal(0, slr.sl.locked);
        rte_rwlock_t rw = default;
        rte_rwlock_write_lock_tm(&rw);
        Assert.Equal(1, rte_rwlock_write_is_locked(&rw));
        rte_rwlock_write_unlock_tm(&rw);
        Assert.Equal(0, rw.cnt);
    }
}
