using System.Runtime.InteropServices;
using DpdkSharp.Interop.Tests.Inline;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Libraries;

/// <summary>A lock-free hash table that gives places back only when no reader can still use them.</summary>
public sealed unsafe class HashRcuTests(EalFixture eal)
{
    private const int NoSpace = -28;
    private static readonly List<nint> s_freed = [];
    private static long s_ruined;

    private static rte_hash* Create(uint entries, int more = 0, uint hashStart = 0, delegate* unmanaged<void*, uint, uint, uint> hash = null)
    {
        rte_hash_parameters parameters = default;
        parameters.name = EalFixture.UniqueName("hashrcu");
        parameters.entries = entries;
        parameters.key_len = 4;
        parameters.socket_id = -1;
        parameters.hash_func = hash;
        parameters.hash_func_init_val = hashStart;
        parameters.extra_flag = (byte)(RTE_HASH_EXTRA_FLAGS_RW_CONCURRENCY_LF | more);
        rte_hash* table = rte_hash_create(&parameters);
        Assert.True(table != null);
        return table;
    }

    private static rte_rcu_qsbr* CreateVariable()
    {
        var v = (rte_rcu_qsbr*)NativeMemory.AlignedAlloc(rte_rcu_qsbr_get_memsize(4), 64);
        Assert.Equal(0, rte_rcu_qsbr_init(v, 4));
        return v;
    }

    [UnmanagedCallersOnly]
    private static uint SameHash(void* key, uint length, uint start) => 0x12345678;

    [UnmanagedCallersOnly]
    private static void Remember(void* owner, void* data)
    {
        // Noted and not asserted: an exception that leaves a callback ends the process.
        s_freed.Add((nint)owner == 77 ? (nint)data : -1);
    }

    [UnmanagedCallersOnly]
    private static void Ruin(void* owner, void* data)
    {
        Volatile.Write(ref *(long*)data, -1);
        s_ruined++;
    }

    [Fact]
    public void A_table_takes_one_variable() => eal.Run(() =>
    {
        rte_hash* table = Create(64);
        rte_rcu_qsbr* v = CreateVariable();
        var configuration = new rte_hash_rcu_config { v = v };
        void Refused(rte_hash* h, rte_hash_rcu_config* c, int error)
        {
            Assert.NotEqual(0, rte_hash_rcu_qsbr_add(h, c));
            Assert.Equal(error, rte_errno);
        }

        Refused(null, &configuration, 22);
        Refused(table, null, 22);
        configuration.v = null;
        Refused(table, &configuration, 22);
        configuration.v = v;
        configuration.mode = (rte_hash_qsbr_mode)9;
        Refused(table, &configuration, 22);
        configuration.mode = RTE_HASH_QSBR_MODE_DQ;
        Assert.Equal(0, rte_hash_rcu_qsbr_add(table, &configuration));
        Refused(table, &configuration, 17);
        rte_hash_free(table);
        NativeMemory.AlignedFree(v);
    });

    /// <summary>
    /// Deleted keys wait in a queue; their places and data are freed when the reader was quiescent, by the next one who needs a place. With more keys of one
    /// hash than two buckets hold, the buckets that extend them wait as well.
    /// </summary>
    [Theory]
    [InlineData(0, 8u)]
    [InlineData(RTE_HASH_EXTRA_FLAGS_EXT_TABLE, 24u)]
    public void Deferred_places_come_back_after_the_readers_quiescent_state(int flags, uint entries) => eal.Run(() =>
    {
        s_freed.Clear();
        rte_hash* table = Create(entries, flags, hash: flags == 0 ? null : &SameHash);
        rte_rcu_qsbr* v = CreateVariable();
        var configuration = new rte_hash_rcu_config { v = v, key_data_ptr = (void*)77, free_key_data_func = &Remember };
        Assert.Equal(0, rte_hash_rcu_qsbr_add(table, &configuration));
        Assert.Equal(0, rte_rcu_qsbr_thread_register(v, 0));
        rte_rcu_qsbr_thread_online(v, 0);
        for (int round = 0; round < 3; round++)
        {
            for (uint key = 1; key <= entries; key++)
            {
                Assert.Equal(0, rte_hash_add_key_data(table, &key, (void*)(key + 500)));
            }

            for (uint key = 1; key <= entries; key++)
            {
                Assert.True(rte_hash_del_key(table, &key) >= 0);
                Assert.Equal(-2, rte_hash_lookup(table, &key));
            }

            // The count is of places, and those that wait are taken.
            Assert.Equal((int)entries, rte_hash_count(table));
            uint more = 100;
            Assert.Equal(NoSpace, rte_hash_add_key_data(table, &more, (void*)600));
            Assert.Empty(s_freed);
            rte_rcu_qsbr_quiescent(v, 0);
            Assert.Equal(0, rte_hash_add_key_data(table, &more, (void*)600));
            // As many at a time as the table does by itself.
            Assert.Equal(Enumerable.Range(501, Math.Min((int)entries, 16)).Select(static i => (nint)i), s_freed);
            Assert.True(rte_hash_del_key(table, &more) >= 0);
            rte_rcu_qsbr_quiescent(v, 0);
            // Reset frees all that waits.
            rte_hash_reset(table);
            Assert.Equal([.. Enumerable.Range(501, (int)entries).Select(static i => (nint)i), 600], s_freed);
            s_freed.Clear();
        }

        uint last = 200;
        Assert.Equal(0, rte_hash_add_key_data(table, &last, (void*)700));
        Assert.True(rte_hash_del_key(table, &last) >= 0);
        last++;
        Assert.Equal(0, rte_hash_add_key_data(table, &last, (void*)701));
        rte_rcu_qsbr_thread_offline(v, 0);
        Assert.Equal(0, rte_rcu_qsbr_thread_unregister(v, 0));
        rte_hash_free(table);
        // Freeing the table frees what had been deleted; the key still in it remains its owner's.
        Assert.Equal([700], s_freed);
        NativeMemory.AlignedFree(v);
    });

    [Fact]
    public void The_synchronous_mode_frees_before_delete_returns() => eal.Run(() =>
    {
        s_freed.Clear();
        rte_hash* table = Create(8);
        rte_rcu_qsbr* v = CreateVariable();
        var configuration = new rte_hash_rcu_config { v = v, mode = RTE_HASH_QSBR_MODE_SYNC, key_data_ptr = (void*)77, free_key_data_func = &Remember };
        Assert.Equal(0, rte_hash_rcu_qsbr_add(table, &configuration));
        Assert.Equal(0, rte_rcu_qsbr_thread_register(v, 1));
        rte_rcu_qsbr_thread_online(v, 1);
        int done = 0;
        Threads.Run(
            () =>
            {
                try
                {
                    for (uint key = 1; key <= 100; key++)
                    {
                        Assert.Equal(0, rte_hash_add_key_data(table, &key, (void*)(nint)key));
                        Assert.True(rte_hash_del_key(table, &key) >= 0);
                        Assert.Equal((int)key, s_freed.Count);
                        Assert.Equal((nint)key, s_freed[^1]);
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
                    rte_rcu_qsbr_quiescent(v, 1);
                    _ = Thread.Yield();
                }

                rte_rcu_qsbr_thread_offline(v, 1);
            });
        rte_hash_free(table);
        NativeMemory.AlignedFree(v);
    });

    /// <summary>A program may free what waits when it has time for it, so that additions need not.</summary>
    [Fact]
    public void What_waits_is_freed_on_demand_from_24_11_on() => eal.Run(() =>
    {
        if (LoadedDpdk.Is("22.11"))
        {
            Exception? e = Record.Exception(static () => rte_hash_rcu_qsbr_dq_reclaim(null, null, null, null));
            Assert.Contains("24.11, 25.11", Assert.IsType<DpdkNotSupportedException>(e).Message, StringComparison.Ordinal);
            return;
        }

        s_freed.Clear();
        rte_hash* table = Create(8);
        rte_rcu_qsbr* v = CreateVariable();
        // Of no table, and of one that has no variable yet.
        Assert.Equal(1, rte_hash_rcu_qsbr_dq_reclaim(null, null, null, null));
        Assert.Equal(22, rte_errno);
        Assert.Equal(1, rte_hash_rcu_qsbr_dq_reclaim(table, null, null, null));
        Assert.Equal(22, rte_errno);
        var configuration = new rte_hash_rcu_config { v = v, dq_size = 8, max_reclaim_size = 3, key_data_ptr = (void*)77, free_key_data_func = &Remember };
        Assert.Equal(0, rte_hash_rcu_qsbr_add(table, &configuration));
        Assert.Equal(0, rte_rcu_qsbr_thread_register(v, 0));
        rte_rcu_qsbr_thread_online(v, 0);
        for (uint key = 1; key <= 5; key++)
        {
            Assert.Equal(0, rte_hash_add_key_data(table, &key, (void*)(key + 500)));
            Assert.True(rte_hash_del_key(table, &key) >= 0);
        }

        // Under the reader nothing is freed; then as many at a time as were agreed.
        AssertReclaimed(0, 5, behind: 4);
        rte_rcu_qsbr_quiescent(v, 0);
        AssertReclaimed(3, 2, behind: 2);
        AssertReclaimed(2, 0, behind: 0);
        AssertReclaimed(0, 0, behind: 0);
        Assert.Equal([501, 502, 503, 504, 505], s_freed);
        Assert.Equal(0, rte_hash_rcu_qsbr_dq_reclaim(table, null, null, null));
        rte_rcu_qsbr_thread_offline(v, 0);
        rte_hash_free(table);
        NativeMemory.AlignedFree(v);

        void AssertReclaimed(uint expected, uint left, uint behind)
        {
            uint freed, pending, room;
            Assert.Equal(0, rte_hash_rcu_qsbr_dq_reclaim(table, &freed, &pending, &room));
            // The header says of the last that it is the room there is; it is how many wait behind the last one that was looked at.
            Assert.Equal((expected, left, behind), (freed, pending, room));
        }
    });

    /// <summary>22.11 leaves the data that an addition replaces to the caller; later versions free them as those of a deleted key.</summary>
    [Theory]
    [InlineData(RTE_HASH_QSBR_MODE_DQ)]
    [InlineData(RTE_HASH_QSBR_MODE_SYNC)]
    public void Replaced_data_are_freed_from_24_11_on(rte_hash_qsbr_mode mode) => eal.Run(() =>
    {
        List<nint> freed = FreedByUseOf(key: 1, mode);
        Assert.Equal(LoadedDpdk.Is("22.11") ? [501] : [500, 501], freed);
    });

    /// <summary>
    /// Place 0 of a table is never used and holds a key of zeros. Where such a key's hash is zero too, as the default one's is, an empty place of a
    /// bucket looks like it, and what 24.11.8 and 25.11.4 then take for replaced data is what was just added: they free it while it is in
    /// the table. A program that needs this key gives the table another <c>hash_func_init_val</c>, or frees by itself.
    /// </summary>
    [Theory]
    [InlineData(RTE_HASH_QSBR_MODE_DQ)]
    [InlineData(RTE_HASH_QSBR_MODE_SYNC)]
    public void A_key_of_zeros_whose_hash_is_zero_is_freed_too_early_from_24_11_on(rte_hash_qsbr_mode mode) => eal.Run(() =>
    {
        List<nint> freed = FreedByUseOf(key: 0, mode);
        // Three places are looked at after the first, and the second addition looks at one of them before it finds the key.
        Assert.Equal(LoadedDpdk.Is("22.11") ? [501] : [500, 500, 500, 500, 501], freed);
        Assert.Equal(LoadedDpdk.Is("22.11") ? [501] : [500, 501], FreedByUseOf(key: 0, mode, hashStart: 1));
    });

    /// <summary>Adds a key with data 500, again with 501, and deletes it; no reader is there to wait for. What was freed, in its order.</summary>
    private static List<nint> FreedByUseOf(uint key, rte_hash_qsbr_mode mode, uint hashStart = 0)
    {
        s_freed.Clear();
        rte_hash* table = Create(8, hashStart: hashStart);
        rte_rcu_qsbr* v = CreateVariable();
        var configuration = new rte_hash_rcu_config { v = v, mode = mode, key_data_ptr = (void*)77, free_key_data_func = &Remember };
        Assert.Equal(0, rte_hash_rcu_qsbr_add(table, &configuration));
        Assert.Equal(hashStart == 0 && key == 0, rte_hash_hash(table, &key) == 0);
        int position = rte_hash_add_key_data(table, &key, (void*)500);
        Assert.Equal(0, position);
        Assert.Equal(position, rte_hash_add_key_data(table, &key, (void*)501));
        void* data;
        Assert.True(rte_hash_lookup_data(table, &key, &data) >= 0);
        Assert.Equal(501, (nint)data);
        Assert.True(rte_hash_del_key(table, &key) >= 0);
        rte_hash_free(table);
        NativeMemory.AlignedFree(v);
        return [.. s_freed];
    }

    /// <summary>A writer deletes and adds keys whose records are ruined when freed; a reader of the same keys never meets a ruined one.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(RTE_HASH_EXTRA_FLAGS_EXT_TABLE)]
    public void A_reader_without_lock_never_sees_what_was_freed(int flags) => eal.Run(() =>
    {
        const int Keys = 32;
        const int Rounds = 4_000;
        s_ruined = 0;
        rte_hash* table = Create(64, flags);
        rte_rcu_qsbr* v = CreateVariable();
        var configuration = new rte_hash_rcu_config { v = v, dq_size = 64, trigger_reclaim_limit = 4, max_reclaim_size = 16, free_key_data_func = &Ruin };
        Assert.Equal(0, rte_hash_rcu_qsbr_add(table, &configuration));
        Assert.Equal(0, rte_rcu_qsbr_thread_register(v, 2));
        // Every addition has a record of its own, so that a ruined one is never used again.
        long* records = (long*)NativeMemory.AllocZeroed(Keys + Rounds, sizeof(long));
        for (uint i = 0; i < Keys; i++)
        {
            uint key = i + 1;
            records[i] = key;
            Assert.Equal(0, rte_hash_add_key_data(table, &key, records + i));
        }

        int done = 0;
        long seen = 0;
        long wrong = 0;
        Threads.Run(
            () =>
            {
                try
                {
                    for (int i = 0; i < Rounds; i++)
                    {
                        uint key = ((uint)i % Keys) + 1;
                        Assert.True(rte_hash_del_key(table, &key) >= 0);
                        records[Keys + i] = key;
                        int added;
                        // Until the reader has been quiescent all places may be taken.
                        while ((added = rte_hash_add_key_data(table, &key, records + Keys + i)) == NoSpace)
                        {
                            _ = Thread.Yield();
                        }

                        Assert.Equal(0, added);
                    }
                }
                finally
                {
                    Volatile.Write(ref done, 1);
                }
            },
            () =>
            {
                rte_rcu_qsbr_thread_online(v, 2);
                do
                {
                    for (uint key = 1; key <= Keys; key++)
                    {
                        void* data;
                        if (rte_hash_lookup_data(table, &key, &data) >= 0)
                        {
                            seen++;
                            wrong += Volatile.Read(ref *(long*)data) == key ? 0 : 1;
                        }
                    }

                    rte_rcu_qsbr_quiescent(v, 2);
                }
                while (Volatile.Read(ref done) == 0);
                rte_rcu_qsbr_thread_offline(v, 2);
            });
        Assert.Equal(0, wrong);
        Assert.True(seen > 0);
        for (uint key = 1; key <= Keys; key++)
        {
            Assert.True(rte_hash_lookup(table, &key) >= 0);
        }

        rte_hash_free(table);
        Assert.Equal(Rounds, s_ruined);
        NativeMemory.Free(records);
        NativeMemory.AlignedFree(v);
    });
}
