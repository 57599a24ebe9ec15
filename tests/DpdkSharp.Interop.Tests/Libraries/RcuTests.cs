using System.Runtime.InteropServices;
using DpdkSharp.Interop.Tests.Inline;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Libraries;

/// <summary>The functions of quiescent states that the library exports: registering, waiting, reporting.</summary>
public sealed unsafe class RcuTests(EalFixture eal)
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
    public void The_memory_is_a_line_a_thread_and_a_bit()
    {
        Assert.Equal(1u, rte_rcu_qsbr_get_memsize(0));
        Assert.Equal(22, rte_errno);
        foreach (uint threads in (uint[])[1, 64, 65, 128, 1000])
        {
            uint bits = (threads + 63) / 64 * 8;
            uint expected = (uint)sizeof(rte_rcu_qsbr) + (threads * (uint)sizeof(rte_rcu_qsbr_cnt)) + bits;
            Assert.Equal((expected + 63) & ~63u, rte_rcu_qsbr_get_memsize(threads));
        }
    }

    [Fact]
    public void No_variable_and_threads_beyond_it_are_refused() => WithVariable(128, v =>
    {
        Assert.Equal(1, rte_rcu_qsbr_init(null, 128));
        Assert.Equal(22, rte_errno);
        foreach (uint thread in (uint[])[0, 100_000])
        {
            Assert.NotEqual(0, rte_rcu_qsbr_thread_register(null, thread));
            Assert.NotEqual(0, rte_rcu_qsbr_thread_unregister(null, thread));
        }

        Assert.NotEqual(0, rte_rcu_qsbr_thread_register(v, 128));
        Assert.NotEqual(0, rte_rcu_qsbr_thread_unregister(v, 128));
        Assert.Equal(0u, v->num_threads);
    });

    [Fact]
    public void Registering_twice_counts_once() => WithVariable(128, v =>
    {
        Assert.Equal(0, rte_rcu_qsbr_thread_unregister(v, 5));
        foreach (uint thread in (uint[])[0, 5, 127])
        {
            Assert.Equal(0, rte_rcu_qsbr_thread_register(v, thread));
            Assert.Equal(0, rte_rcu_qsbr_thread_register(v, thread));
        }

        Assert.Equal(3u, v->num_threads);
        Assert.Equal(0, rte_rcu_qsbr_thread_unregister(v, 5));
        Assert.Equal(0, rte_rcu_qsbr_thread_unregister(v, 5));
        Assert.Equal(2u, v->num_threads);
    });

    [Theory]
    [InlineData(0u, 1u)]
    [InlineData(0u, 128u)]
    [InlineData(127u, 1u)]
    public void The_one_thread_that_was_left_out_is_waited_for(uint first, uint count) => WithVariable(128, v =>
    {
        for (uint i = first; i < first + count; i++)
        {
            Assert.Equal(0, rte_rcu_qsbr_thread_register(v, i));
            rte_rcu_qsbr_thread_online(v, i);
        }

        ulong token = rte_rcu_qsbr_start(v);
        Assert.Equal(2ul, token);
        uint leftOut = first + (count * 9 / 10);
        for (uint i = first; i < first + count; i++)
        {
            if (i != leftOut)
            {
                rte_rcu_qsbr_quiescent(v, i);
            }
        }

        Assert.Equal(0, rte_rcu_qsbr_check(v, token, wait: false));
        // Going away is as good as a quiescent state.
        Assert.Equal(0, rte_rcu_qsbr_thread_unregister(v, leftOut));
        Assert.Equal(1, rte_rcu_qsbr_check(v, token, wait: true));
        Assert.Equal(1, rte_rcu_qsbr_check(v, 0, wait: false));
    });

    [Fact]
    public void A_thread_that_comes_online_after_the_start_is_not_waited_for() => WithVariable(128, v =>
    {
        ulong token = rte_rcu_qsbr_start(v);
        for (uint i = 0; i < 128; i++)
        {
            Assert.Equal(0, rte_rcu_qsbr_thread_register(v, i));
            rte_rcu_qsbr_thread_online(v, i);
        }

        Assert.Equal(1, rte_rcu_qsbr_check(v, token, wait: true));
        // Online, quiescent, offline, online again: each is asked.
        token = rte_rcu_qsbr_start(v);
        Assert.Equal(0, rte_rcu_qsbr_check(v, token, wait: false));
        for (uint i = 0; i < 128; i++)
        {
            rte_rcu_qsbr_thread_offline(v, i);
        }

        Assert.Equal(1, rte_rcu_qsbr_check(v, token, wait: true));
        Assert.Equal(1, rte_rcu_qsbr_check(v, rte_rcu_qsbr_start(v), wait: true));
        for (uint i = 0; i < 128; i++)
        {
            rte_rcu_qsbr_thread_online(v, i);
        }

        Assert.Equal(0, rte_rcu_qsbr_check(v, rte_rcu_qsbr_start(v), wait: false));
    });

    [Fact]
    public void Synchronising_waits_for_the_others_only() => WithVariable(128, v =>
    {
        rte_rcu_qsbr_synchronize(v, RTE_QSBR_THRID_INVALID);
        for (uint i = 0; i < 128; i++)
        {
            Assert.Equal(0, rte_rcu_qsbr_thread_register(v, i));
        }

        rte_rcu_qsbr_synchronize(v, RTE_QSBR_THRID_INVALID);
        // A caller that is online itself must not wait for itself.
        foreach (uint self in (uint[])[0, 127])
        {
            rte_rcu_qsbr_thread_online(v, self);
            rte_rcu_qsbr_synchronize(v, self);
            rte_rcu_qsbr_thread_offline(v, self);
        }

        Assert.Equal(4ul, v->token - __RTE_QSBR_CNT_INIT);
    });

    [Fact]
    public void Synchronising_returns_after_every_live_readers_report() => WithVariable(2, v =>
    {
        const int Rounds = 200;
        int done = 0;
        long reports = 0;
        Assert.Equal(0, rte_rcu_qsbr_thread_register(v, 1));
        rte_rcu_qsbr_thread_online(v, 1);
        Threads.Run(
            () =>
            {
                try
                {
                    for (int i = 0; i < Rounds; i++)
                    {
                        // The report that the first one waits for may have been counted already; the second one's was not.
                        long before = Volatile.Read(ref reports);
                        rte_rcu_qsbr_synchronize(v, RTE_QSBR_THRID_INVALID);
                        rte_rcu_qsbr_synchronize(v, RTE_QSBR_THRID_INVALID);
                        Assert.True(Volatile.Read(ref reports) > before);
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
                    // Counted before it is told.
                    Volatile.Write(ref reports, reports + 1);
                    rte_rcu_qsbr_quiescent(v, 1);
                    _ = Thread.Yield();
                }

                rte_rcu_qsbr_thread_offline(v, 1);
            });
    });

    [Fact]
    public void Two_variables_know_nothing_of_each_other() => WithVariable(4, a => WithVariable(4, b =>
    {
        foreach (uint thread in (uint[])[0, 1])
        {
            Assert.Equal(0, rte_rcu_qsbr_thread_register(a, thread));
            Assert.Equal(0, rte_rcu_qsbr_thread_register(b, thread));
            rte_rcu_qsbr_thread_online(a, thread);
            rte_rcu_qsbr_thread_online(b, thread);
        }

        ulong first = rte_rcu_qsbr_start(a);
        ulong second = rte_rcu_qsbr_start(b);
        rte_rcu_qsbr_quiescent(a, 0);
        rte_rcu_qsbr_quiescent(a, 1);
        Assert.Equal(1, rte_rcu_qsbr_check(a, first, wait: true));
        Assert.Equal(0, rte_rcu_qsbr_check(b, second, wait: false));
    }));

    /// <summary>
    /// Writers and readers of two tables, each with its own variable. A writer takes several keys away, asks for all grace periods at once, and finds afterwards
    /// that no reader is in the middle of a record it took; then it ruins the records and puts the keys back with others. Readers come and go.
    /// </summary>
    [Fact]
    public void Writers_take_away_nothing_that_a_reader_is_in() => eal.Run(() =>
    {
        const int Tables = 2;
        const int Writers = 2;
        const int Readers = 2;
        const int KeysEach = 16;
        const int Rounds = 40;
        const int Steps = 50;
        const long Ruined = -1;
        long wrong = 0;
        long reads = 0;
        int active = Tables * Writers;
        List<Action> work = [];
        List<Action> cleanup = [];
        for (int t = 0; t < Tables; t++)
        {
            rte_hash_parameters parameters = default;
            parameters.name = EalFixture.UniqueName("rcuall");
            parameters.entries = 64;
            parameters.key_len = sizeof(uint);
            parameters.socket_id = -1;
            parameters.extra_flag = (byte)RTE_HASH_EXTRA_FLAGS_RW_CONCURRENCY_LF;
            rte_hash* table = rte_hash_create(&parameters);
            Assert.True(table != null);
            var v = (rte_rcu_qsbr*)NativeMemory.AlignedAlloc(rte_rcu_qsbr_get_memsize(Readers), 64);
            Assert.Equal(0, rte_rcu_qsbr_init(v, Readers));
            // A counter for each reader in each record: where it is, or that it is done.
            nint[] records = new nint[Writers * KeysEach];
            Lock turn = new();
            for (uint key = 0; key < records.Length; key++)
            {
                records[key] = (nint)NativeMemory.AllocZeroed(Readers, sizeof(long));
                uint k = key + 1;
                Assert.Equal(0, rte_hash_add_key_data(table, &k, (void*)records[key]));
            }

            for (int w = 0; w < Writers; w++)
            {
                int first = w * KeysEach;
                work.Add(() => Write(table, v, records, first, turn));
            }

            for (uint r = 0; r < Readers; r++)
            {
                uint reader = r;
                work.Add(() => Read(table, v, reader));
            }

            cleanup.Add(() =>
            {
                rte_hash_free(table);
                NativeMemory.AlignedFree(v);
                Array.ForEach(records, static record => NativeMemory.Free((void*)record));
            });
        }

        Threads.Run([.. work]);
        cleanup.ForEach(static clean => clean());
        Assert.Equal(0, wrong);
        Assert.True(reads > 0);

        void Write(rte_hash* table, rte_rcu_qsbr* v, nint[] records, int first, Lock turn)
        {
            try
            {
                Span<ulong> tokens = stackalloc ulong[3];
                Span<int> positions = stackalloc int[3];
                for (int round = 0; round < Rounds; round++)
                {
                    for (int i = 0; i < 3; i++)
                    {
                        uint key = Key(first, round, i);
                        lock (turn)
                        {
                            positions[i] = rte_hash_del_key(table, &key);
                        }

                        Assert.True(positions[i] >= 0);
                        tokens[i] = rte_rcu_qsbr_start(v);
                    }

                    for (int i = 0; i < 3; i++)
                    {
                        while (rte_rcu_qsbr_check(v, tokens[i], wait: false) == 0)
                        {
                            _ = Thread.Yield();
                        }

                        uint key = Key(first, round, i);
                        var record = (long*)records[key - 1];
                        for (int reader = 0; reader < Readers; reader++)
                        {
                            _ = Volatile.Read(ref record[reader]) is 0 or Steps ? 0 : Interlocked.Increment(ref wrong);
                            Volatile.Write(ref record[reader], Ruined);
                        }

                        NativeMemory.Free(record);
                        records[key - 1] = (nint)NativeMemory.AllocZeroed(Readers, sizeof(long));
                        lock (turn)
                        {
                            Assert.Equal(0, rte_hash_free_key_with_position(table, positions[i]));
                            Assert.Equal(0, rte_hash_add_key_data(table, &key, (void*)records[key - 1]));
                        }
                    }
                }
            }
            finally
            {
                _ = Interlocked.Decrement(ref active);
            }
        }

        void Read(rte_hash* table, rte_rcu_qsbr* v, uint reader)
        {
            do
            {
                Assert.Equal(0, rte_rcu_qsbr_thread_register(v, reader));
                rte_rcu_qsbr_thread_online(v, reader);
                for (uint key = 1; key <= Writers * KeysEach; key++)
                {
                    void* data;
                    rte_rcu_qsbr_lock(v, reader);
                    if (rte_hash_lookup_data(table, &key, &data) >= 0)
                    {
                        ref long counter = ref ((long*)data)[reader];
                        Volatile.Write(ref counter, 0);
                        for (int i = 1; i <= Steps; i++)
                        {
                            // Nobody else writes here while this reader may be in it.
                            _ = Volatile.Read(ref counter) == i - 1 ? 0 : Interlocked.Increment(ref wrong);
                            Volatile.Write(ref counter, i);
                        }

                        _ = Interlocked.Increment(ref reads);
                    }

                    rte_rcu_qsbr_unlock(v, reader);
                }

                rte_rcu_qsbr_quiescent(v, reader);
                rte_rcu_qsbr_thread_offline(v, reader);
                Assert.Equal(0, rte_rcu_qsbr_thread_unregister(v, reader));
                _ = Thread.Yield();
            }
            while (Volatile.Read(ref active) != 0);
        }

        static uint Key(int first, int round, int i) => (uint)(first + (((round * 3) + i) % KeysEach) + 1);
    });
}
