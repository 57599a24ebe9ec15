using DpdkSharp.Interop.Tests.Inline;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Libraries;

/// <summary>One hash table under two threads. They are registered as lcores, whose caches of free places a table for several writers uses.</summary>
public sealed unsafe class HashThreadsTests(EalFixture eal)
{
    private static rte_hash* Create(uint entries, int flags)
    {
        rte_hash_parameters parameters = default;
        parameters.name = EalFixture.UniqueName("hashthreads");
        parameters.entries = entries;
        parameters.key_len = 4;
        parameters.socket_id = -1;
        parameters.extra_flag = (byte)flags;
        rte_hash* table = rte_hash_create(&parameters);
        Assert.True(table != null);
        return table;
    }

    private static void RunAsLcore(Action work)
    {
        Assert.Equal(0, rte_thread_register());
        try
        {
            work();
        }
        finally
        {
            rte_thread_unregister();
        }
    }

    [Theory]
    [InlineData(RTE_HASH_EXTRA_FLAGS_MULTI_WRITER_ADD)]
    [InlineData(RTE_HASH_EXTRA_FLAGS_MULTI_WRITER_ADD | RTE_HASH_EXTRA_FLAGS_TRANS_MEM_SUPPORT)]
    [InlineData(RTE_HASH_EXTRA_FLAGS_MULTI_WRITER_ADD | RTE_HASH_EXTRA_FLAGS_EXT_TABLE)]
    [InlineData(RTE_HASH_EXTRA_FLAGS_MULTI_WRITER_ADD | RTE_HASH_EXTRA_FLAGS_RW_CONCURRENCY_LF)]
    public void Two_writers_lose_no_key(int flags) => eal.Run(() =>
    {
        const uint PerThread = 6_000;
        rte_hash* table = Create(16_384, flags);
        void Write(uint first) => RunAsLcore(() =>
        {
            for (uint i = 0; i < PerThread; i++)
            {
                uint key = first + (2 * i);
                Assert.Equal(0, rte_hash_add_key_data(table, &key, (void*)(nint)(key + 1)));
            }
        });
        Threads.Run(() => Write(0), () => Write(1));
        Assert.Equal((int)(2 * PerThread), rte_hash_count(table));
        var positions = new HashSet<int>();
        for (uint key = 0; key < 2 * PerThread; key++)
        {
            void* data;
            int position = rte_hash_lookup_data(table, &key, &data);
            Assert.True(position >= 0 && positions.Add(position));
            Assert.Equal((nint)key + 1, (nint)data);
        }

        rte_hash_free(table);
    });

    /// <summary>The writer fills the table, so that keys are moved about, and empties it again, while the reader asks for keys that are always there.</summary>
    [Theory]
    [InlineData(RTE_HASH_EXTRA_FLAGS_RW_CONCURRENCY)]
    [InlineData(RTE_HASH_EXTRA_FLAGS_RW_CONCURRENCY | RTE_HASH_EXTRA_FLAGS_TRANS_MEM_SUPPORT)]
    [InlineData(RTE_HASH_EXTRA_FLAGS_RW_CONCURRENCY | RTE_HASH_EXTRA_FLAGS_EXT_TABLE)]
    [InlineData(RTE_HASH_EXTRA_FLAGS_RW_CONCURRENCY_LF)]
    [InlineData(RTE_HASH_EXTRA_FLAGS_RW_CONCURRENCY_LF | RTE_HASH_EXTRA_FLAGS_EXT_TABLE)]
    public void A_reader_always_finds_what_stays(int flags) => eal.Run(() =>
    {
        const uint Staying = 256;
        const uint Entries = 1024;
        rte_hash* table = Create(Entries, flags);
        for (uint key = 0; key < Staying; key++)
        {
            Assert.Equal(0, rte_hash_add_key_data(table, &key, (void*)(nint)(key + 1)));
        }

        int done = 0;
        long rounds = 0;
        long wrong = 0;
        bool lockFree = (flags & RTE_HASH_EXTRA_FLAGS_RW_CONCURRENCY_LF) != 0;
        Threads.Run(
            () => RunAsLcore(() =>
            {
                try
                {
                    for (int round = 0; round < 20; round++)
                    {
                        var added = new List<(uint Key, int Position)>();
                        for (uint key = 1_000_000; key < 1_000_000 + (Entries * 6 / 10); key++)
                        {
                            int position = rte_hash_add_key(table, &key);
                            Assert.True(position >= 0);
                            added.Add((key, position));
                        }

                        foreach ((uint key, int position) in added)
                        {
                            Assert.Equal(position, rte_hash_del_key(table, &key));
                            // Without locks the place is given back by hand. No grace period has to be waited for: the reader never asks for these keys.
                            Assert.True(!lockFree || rte_hash_free_key_with_position(table, position) == 0);
                        }
                    }
                }
                finally
                {
                    Volatile.Write(ref done, 1);
                }
            }),
            () => RunAsLcore(() =>
            {
                uint* keys = stackalloc uint[64];
                void** pointers = stackalloc void*[64];
                void** data = stackalloc void*[64];
                do
                {
                    for (uint first = 0; first < Staying; first += 64)
                    {
                        for (uint i = 0; i < 64; i++)
                        {
                            keys[i] = first + i;
                            pointers[i] = keys + i;
                        }

                        ulong hits;
                        wrong += rte_hash_lookup_bulk_data(table, pointers, 64, &hits, data) == 64 && hits == ulong.MaxValue ? 0 : 1;
                        for (uint i = 0; i < 64; i++)
                        {
                            wrong += (nint)data[i] == keys[i] + 1 ? 0 : 1;
                            void* single;
                            wrong += rte_hash_lookup_data(table, keys + i, &single) >= 0 && single == data[i] ? 0 : 1;
                        }
                    }

                    rounds++;
                }
                while (Volatile.Read(ref done) == 0);
            }));
        Assert.Equal(0, wrong);
        Assert.True(rounds > 0);
        Assert.Equal((int)Staying, rte_hash_count(table));
        rte_hash_free(table);
    });
}
