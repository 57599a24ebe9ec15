using System.Runtime.InteropServices;
using DpdkSharp.Interop.Tests.Inline;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Libraries;

/// <summary>The hash of four-byte keys.</summary>
public sealed unsafe class FbkHashTests(EalFixture eal)
{
    private static rte_fbk_hash_params Parameters(uint entries, uint inBucket) =>
        new() { name = EalFixture.UniqueName("fbk"), entries = entries, entries_per_bucket = inBucket, socket_id = -1 };

    [UnmanagedCallersOnly]
    private static uint LowBits(uint key, uint initial) => key + initial;

    [Fact]
    public void Bad_parameters_make_no_table() => eal.Run(() =>
    {
        void Refused(uint entries, uint inBucket)
        {
            rte_fbk_hash_params parameters = Parameters(entries, inBucket);
            Assert.True(rte_fbk_hash_create(&parameters) == null);
            Assert.True(rte_fbk_hash_find_existing(parameters.name) == null);
        }

        Refused(0, 4);
        Refused(64, 0);
        // Neither is a power of two.
        Refused(65, 4);
        Refused(64, 3);
        // A bucket larger than the table, tables and buckets beyond the limit.
        Refused(4, 8);
        Refused((uint)RTE_FBK_HASH_ENTRIES_MAX * 2, 4);
        Refused((uint)RTE_FBK_HASH_ENTRIES_MAX, (uint)RTE_FBK_HASH_ENTRIES_PER_BUCKET_MAX * 2);
        rte_fbk_hash_free(null);
    });

    [Fact]
    public void A_name_belongs_to_one_table_and_finds_it() => eal.Run(() =>
    {
        rte_fbk_hash_params parameters = Parameters(64, 4);
        rte_fbk_hash_table* table = rte_fbk_hash_create(&parameters);
        Assert.True(table != null);
        Assert.True(rte_fbk_hash_find_existing(parameters.name) == table);
        Assert.True(rte_fbk_hash_create(&parameters) == null);
        Assert.Equal(17, rte_errno);
        rte_fbk_hash_free(table);
        Assert.True(rte_fbk_hash_find_existing(parameters.name) == null);
        Assert.Equal(2, rte_errno);
    });

    [Fact]
    public void A_bucket_overflows_alone() => eal.Run(() =>
    {
        rte_fbk_hash_params parameters = Parameters(64, 4);
        parameters.hash_func = &LowBits;
        parameters.init_val = 5;
        rte_fbk_hash_table* table = rte_fbk_hash_create(&parameters);
        Assert.Equal(5u, rte_fbk_hash_get_bucket(table, 0) / 4);
        for (uint i = 0; i < 4; i++)
        {
            Assert.Equal(0, rte_fbk_hash_add_key(table, (i + 1) * 16, (ushort)(100 + i)));
        }

        Assert.Equal(-28, rte_fbk_hash_add_key(table, 5 * 16, 104));
        Assert.Equal(0, rte_fbk_hash_add_key(table, 1, 200));
        Assert.Equal(5 / 64.0, rte_fbk_hash_get_load_factor(table));
        // A key that is there changes its value, even in a full bucket.
        Assert.Equal(0, rte_fbk_hash_add_key(table, 16, 300));
        Assert.Equal(300, rte_fbk_hash_lookup(table, 16));
        Assert.Equal(0, rte_fbk_hash_delete_key(table, 32));
        Assert.Equal(-2, rte_fbk_hash_delete_key(table, 32));
        Assert.Equal(-2, rte_fbk_hash_lookup(table, 32));
        Assert.Equal(300, rte_fbk_hash_lookup(table, 16));
        Assert.Equal(102, rte_fbk_hash_lookup(table, 48));
        Assert.Equal(103, rte_fbk_hash_lookup(table, 64));
        Assert.Equal(0, rte_fbk_hash_add_key(table, 5 * 16, 104));
        rte_fbk_hash_clear_all(table);
        Assert.Equal(-2, rte_fbk_hash_lookup(table, 16));
        rte_fbk_hash_free(table);
    });
}
