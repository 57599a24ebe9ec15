using System.Reflection;
using DpdkSharp.Interop.Tests.Inline;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Shim;

/// <summary>Functions that need a thing of their own: a table, a pool that gives blocks.</summary>
public sealed unsafe class OtherFunctionTests(EalFixture eal)
{
    private const int Cases = 10_000;

    [Theory]
    [InlineData("rte_fbk_hash_get_bucket")]
    [InlineData("rte_fbk_hash_add_key_with_bucket")]
    [InlineData("rte_fbk_hash_delete_key_with_bucket")]
    [InlineData("rte_fbk_hash_lookup_with_bucket")]
    public void A_table_of_four_byte_keys_equals_c(string name) => eal.Run(() =>
    {
        FunctionPair function = FunctionPair.All.First(f => f.Name == name);
        rte_fbk_hash_params parameters = default;
        parameters.name = EalFixture.UniqueName("fbk");
        parameters.entries = 64;
        parameters.entries_per_bucket = 4;
        parameters.socket_id = -1;
        rte_fbk_hash_table* table = rte_fbk_hash_create(&parameters);
        Assert.True(table != null);
        var memory = new Memory();
        memory.Add(table, (int)((byte*)table->t - (byte*)table) + (64 * sizeof(ulong)));
        var random = new Random(11);
        var arguments = new object?[function.Parameters.Length];
        for (int i = 0; i < Cases; i++)
        {
            // The table goes on filling and emptying between the comparisons.
            uint other = (uint)random.Next(1, 120);
            _ = random.Next(3) == 0 ? DpdkShim.rte_fbk_hash_delete_key(table, other) : DpdkShim.rte_fbk_hash_add_key(table, other, (ushort)i);
            uint key = (uint)random.Next(1, 120);
            for (int p = 0; p < arguments.Length; p++)
            {
                ParameterInfo parameter = function.Parameters[p];
                arguments[p] = parameter.Name switch
                {
                    "ht" => Pointer.Box(table, parameter.ParameterType),
                    "key" => key,
                    "bucket" => DpdkShim.rte_fbk_hash_get_bucket(table, key),
                    _ => (ushort)random.Next(),
                };
            }

            string? difference = function.Compare(memory, arguments);

            Assert.True(difference is null, $"{difference} (case {i})");
        }
        rte_fbk_hash_free(table);
    });

    [Theory]
    [InlineData("rte_mempool_get_contig_blocks")]
    [InlineData("rte_mempool_ops_dequeue_contig_blocks")]
    public void A_pool_of_buckets_gives_blocks_as_c_has_them(string name) => eal.Run(() =>
    {
        rte_mempool* pool = rte_mempool_create_empty(EalFixture.UniqueName("blocks"), 512, 256, 0, 0, -1, 0);
        Assert.True(pool != null);
        fixed (byte* bucket = "bucket\0"u8)
        {
            Assert.Equal(0, rte_mempool_set_ops_byname(pool, bucket, null));
        }
        Assert.Equal(512, rte_mempool_populate_default(pool));
        rte_mempool_info info;
        Assert.Equal(0, rte_mempool_ops_get_info(pool, &info));
        Assert.True(info.contig_block_size > 1);
        void* mine, c;
        var take = name == "rte_mempool_get_contig_blocks" ? (delegate*<rte_mempool*, void**, uint, int>)&rte_mempool_get_contig_blocks : &rte_mempool_ops_dequeue_contig_blocks;
        var takeC = name == "rte_mempool_get_contig_blocks" ? (delegate*<rte_mempool*, void**, uint, int>)&DpdkShim.rte_mempool_get_contig_blocks : &DpdkShim.rte_mempool_ops_dequeue_contig_blocks;

        Assert.Equal(0, take(pool, &mine, 1));
        Give(pool, mine, info.contig_block_size);
        Assert.Equal(0, takeC(pool, &c, 1));
        Assert.True(mine == c, "the block that was given back last is taken next");
        Give(pool, c, info.contig_block_size);
        Assert.Equal(takeC(pool, &c, 10_000), take(pool, &mine, 10_000));
        Assert.Equal(1, rte_mempool_full(pool));
        rte_mempool_free(pool);
    });

    private static void Give(rte_mempool* pool, void* block, uint objects)
    {
        nuint step = pool->header_size + (nuint)pool->elt_size + pool->trailer_size;
        for (uint i = 0; i < objects; i++)
        {
            rte_mempool_put(pool, (byte*)block + (i * step));
        }
    }
}
