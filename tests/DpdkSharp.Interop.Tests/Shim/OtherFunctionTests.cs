using System.Reflection;
using System.Runtime.InteropServices;
using DpdkSharp.Interop.Tests.Inline;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Shim;

/// <summary>Functions that need a thing of their own: a table, a device's context, a pool that gives blocks.</summary>
public sealed unsafe class OtherFunctionTests(EalFixture eal)
{
    private const int Cases = 10_000;
    private static readonly List<string> s_calls = [];

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

    [Fact]
    public void Raw_crypto_calls_reach_the_device_as_c_has_them()
    {
        byte* memory = stackalloc byte[256];
        var context = (rte_crypto_raw_dp_ctx*)memory;
        context->qp_data = (void*)0x1234;
        context->enqueue = &Enqueue;
        context->dequeue = &Dequeue;
        rte_crypto_sym_ofs offsets = default;
        offsets.raw = 0x0123_4567_89ab_cdef;
        int status = 0;
        rte_crypto_op_status operation = default;
        s_calls.Clear();

        int mine = rte_cryptodev_raw_enqueue(context, (rte_crypto_vec*)1, 2, offsets, (rte_crypto_va_iova_ptr*)3, (rte_crypto_va_iova_ptr*)4, (rte_crypto_va_iova_ptr*)5, (void*)6);
        int c = DpdkShim.rte_cryptodev_raw_enqueue(context, (rte_crypto_vec*)1, 2, offsets, (rte_crypto_va_iova_ptr*)3, (rte_crypto_va_iova_ptr*)4, (rte_crypto_va_iova_ptr*)5, (void*)6);
        Assert.Equal(c, mine);
        Assert.Equal(77, mine);
        Assert.True(rte_cryptodev_raw_dequeue(context, &status, &operation) == (void*)0x99);
        Assert.Equal((5, (uint)RTE_CRYPTO_OP_STATUS_ERROR), (status, (uint)operation));
        (status, operation) = (0, default);
        Assert.True(DpdkShim.rte_cryptodev_raw_dequeue(context, &status, &operation) == (void*)0x99);
        Assert.Equal((5, (uint)RTE_CRYPTO_OP_STATUS_ERROR), (status, (uint)operation));

        string driver = $"{(nint)context->drv_ctx_data:x}";
        Assert.Equal([$"enqueue 1234 {driver} 1 2 123456789abcdef 3 4 5 6", $"enqueue 1234 {driver} 1 2 123456789abcdef 3 4 5 6", $"dequeue 1234 {driver}", $"dequeue 1234 {driver}"], s_calls);
    }

    [Fact]
    public void Baseband_operations_of_every_kind_go_back_to_their_pool() => eal.Run(() =>
    {
        rte_mempool* decoders = rte_bbdev_op_pool_create(EalFixture.UniqueName("bb"), RTE_BBDEV_OP_LDPC_DEC, 7, 0, -1);
        rte_bbdev_dec_op** decoding = stackalloc rte_bbdev_dec_op*[7];
        Assert.Equal(0, rte_bbdev_dec_op_alloc_bulk(decoders, decoding, 7));
        rte_bbdev_dec_op_free_bulk(decoding, 7);
        Assert.Equal(1, rte_mempool_full(decoders));
        rte_mempool_free(decoders);

        rte_mempool* transforms = rte_bbdev_op_pool_create(EalFixture.UniqueName("bb"), RTE_BBDEV_OP_FFT, 7, 0, -1);
        rte_bbdev_fft_op** transforming = stackalloc rte_bbdev_fft_op*[7];
        Assert.Equal(0, rte_bbdev_fft_op_alloc_bulk(transforms, transforming, 7));
        rte_bbdev_fft_op_free_bulk(transforming, 7);
        Assert.Equal(1, rte_mempool_full(transforms));
        rte_mempool_free(transforms);
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

    [UnmanagedCallersOnly]
    private static int Enqueue(
        void* pair, byte* driver, rte_crypto_vec* data, ushort count, rte_crypto_sym_ofs offsets, rte_crypto_va_iova_ptr* iv, rte_crypto_va_iova_ptr* digest, rte_crypto_va_iova_ptr* aad, void* user)
    {
        s_calls.Add($"enqueue {(nint)pair:x} {(nint)driver:x} {(nint)data:x} {count} {offsets.raw:x} {(nint)iv:x} {(nint)digest:x} {(nint)aad:x} {(nint)user:x}");
        return 77;
    }

    [UnmanagedCallersOnly]
    private static void* Dequeue(void* pair, byte* driver, int* status, rte_crypto_op_status* operation)
    {
        s_calls.Add($"dequeue {(nint)pair:x} {(nint)driver:x}");
        *status = 5;
        *operation = RTE_CRYPTO_OP_STATUS_ERROR;
        return (void*)0x99;
    }
}
