using System.Runtime.InteropServices;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Inline;

/// <summary>Operations on real pools, and their way through the <c>crypto_null</c> driver, which changes nothing.</summary>
public sealed unsafe class CryptoTests(EalFixture eal)
{
    private static int s_callbacks;

    /// <summary>What calls make of a pool and its operations is compared with C in OperationFunctionTests; this is what C must not be asked.</summary>
    [Fact]
    public void A_pool_gives_operations_of_its_type_until_it_is_empty() => eal.Run(() =>
    {
        rte_mempool* pool = rte_crypto_op_pool_create(EalFixture.UniqueName("ops"), RTE_CRYPTO_OP_TYPE_UNDEFINED, 31, 0, 256, -1);
        rte_crypto_op* op = rte_crypto_op_alloc(pool, RTE_CRYPTO_OP_TYPE_SYMMETRIC);
        // Of none: C writes beyond the area.
        Assert.True(rte_crypto_op_sym_xforms_alloc(op, 0) == null);
        rte_crypto_op_free(op);
        rte_crypto_op_free(null);
        rte_crypto_op** all = stackalloc rte_crypto_op*[32];
        Assert.Equal(0u, rte_crypto_op_bulk_alloc(pool, RTE_CRYPTO_OP_TYPE_SYMMETRIC, all, 32));
        Assert.Equal(31u, rte_crypto_op_bulk_alloc(pool, RTE_CRYPTO_OP_TYPE_SYMMETRIC, all, 31));
        Assert.True(rte_crypto_op_alloc(pool, RTE_CRYPTO_OP_TYPE_SYMMETRIC) == null);
        for (int i = 0; i < 31; i++)
        {
            rte_crypto_op_free(all[i]);
        }

        Assert.Equal(1, rte_mempool_full(pool));
        rte_mempool_free(pool);
        rte_mempool* symmetric = rte_crypto_op_pool_create(EalFixture.UniqueName("ops"), RTE_CRYPTO_OP_TYPE_SYMMETRIC, 7, 0, 0, -1);
        Assert.True(rte_crypto_op_alloc(symmetric, RTE_CRYPTO_OP_TYPE_ASYMMETRIC) == null);
        rte_mempool_free(symmetric);
    });

    [Fact]
    public void An_operation_fits_into_a_packets_private_area() => eal.Run(() =>
    {
        var inC = (delegate* unmanaged<rte_mbuf*, rte_crypto_op*>)Oracle.Get("o_rte_crypto_sym_op_alloc_from_mbuf_priv_data");
        foreach (ushort area in (ushort[])[0, 80, 88, 128])
        {
            rte_mempool* pool = rte_pktmbuf_pool_create(EalFixture.UniqueName("private"), 3, 0, area, 256, -1);
            rte_mbuf* m = rte_pktmbuf_alloc(pool);
            rte_crypto_op* expected = inC(m);
            rte_crypto_op* op = rte_crypto_sym_op_alloc_from_mbuf_priv_data(m);
            Assert.Equal((nint)expected, (nint)op);
            Assert.Equal(area >= 88, op != null);
            if (op != null)
            {
                Assert.True(op->sym->m_src == m && op->mempool == null);
                rte_crypto_op_free(op);
            }

            rte_pktmbuf_free(m);
            rte_mempool_free(pool);
        }

        Assert.True(rte_crypto_sym_op_alloc_from_mbuf_priv_data(null) == null);
    });

    [Fact]
    public void Bursts_go_through_the_driver_and_its_callbacks() => eal.Run(() =>
    {
        byte* bus = (byte*)Marshal.StringToCoTaskMemUTF8("vdev");
        byte* name = (byte*)Marshal.StringToCoTaskMemUTF8("crypto_null0");
        byte* none = (byte*)Marshal.StringToCoTaskMemUTF8(string.Empty);
        Assert.Equal(0, rte_eal_hotplug_add(bus, name, none));
        byte device = (byte)rte_cryptodev_get_dev_id(name);
        var configuration = new rte_cryptodev_config { socket_id = -1, nb_queue_pairs = 1 };
        Assert.Equal(0, rte_cryptodev_configure(device, &configuration));
        var queue = (rte_cryptodev_qp_conf*)NativeMemory.AllocZeroed((nuint)rte_cryptodev_qp_conf.SizeOf);
        queue->nb_descriptors = 64;
        Assert.Equal(0, rte_cryptodev_queue_pair_setup(device, 0, queue, -1));
        rte_mempool* sessions = rte_cryptodev_sym_session_pool_create(EalFixture.UniqueName("sess"), 8, rte_cryptodev_sym_get_private_session_size(device), 0, 0, -1);
        rte_mempool* ops = rte_crypto_op_pool_create(EalFixture.UniqueName("ops"), RTE_CRYPTO_OP_TYPE_SYMMETRIC, 63, 0, 0, -1);
        rte_mempool* packets = rte_pktmbuf_pool_create(EalFixture.UniqueName("pkts"), 63, 0, 0, 256, -1);
        Assert.Equal(0, rte_cryptodev_start(device));
        var xform = new rte_crypto_sym_xform { type = RTE_CRYPTO_SYM_XFORM_CIPHER };
        xform.cipher.algo = RTE_CRYPTO_CIPHER_NULL;
        void* session = rte_cryptodev_sym_session_create(device, &xform, sessions);
        Assert.True(session != null);
        rte_cryptodev_sym_session_opaque_data_set(session, 42);
        Assert.Equal(42ul, rte_cryptodev_sym_session_opaque_data_get(session));
        rte_crypto_op** burst = stackalloc rte_crypto_op*[32];
        Assert.Equal(32u, rte_crypto_op_bulk_alloc(ops, RTE_CRYPTO_OP_TYPE_SYMMETRIC, burst, 32));
        for (int i = 0; i < 32; i++)
        {
            burst[i]->sym->m_src = rte_pktmbuf_alloc(packets);
            Assert.Equal(0, rte_crypto_op_attach_sym_session(burst[i], session));
            // An IPsec library's session is what the program keeps in the crypto session.
            Assert.Equal(42, (nint)rte_ipsec_ses_from_crypto(burst[i]));
            Assert.Equal(((delegate* unmanaged<rte_crypto_op*, nint>)Oracle.Get("o_rte_ipsec_ses_from_crypto"))(burst[i]), (nint)rte_ipsec_ses_from_crypto(burst[i]));
        }

        s_callbacks = 0;
        rte_cryptodev_cb* before = rte_cryptodev_add_enq_callback(device, 0, &Count, null);
        rte_cryptodev_cb* after = rte_cryptodev_add_deq_callback(device, 0, &Count, null);
        Assert.True(before != null && after != null);
        Assert.Equal(32, rte_cryptodev_enqueue_burst(device, 0, burst, 32));
        rte_crypto_op** back = stackalloc rte_crypto_op*[32];
        Assert.Equal(32, rte_cryptodev_dequeue_burst(device, 0, back, 32));
        Assert.Equal(64, s_callbacks);
        Assert.Equal(0, rte_cryptodev_remove_enq_callback(device, 0, before));
        Assert.Equal(0, rte_cryptodev_remove_deq_callback(device, 0, after));
        Assert.Equal(1, rte_cryptodev_enqueue_burst(device, 0, back, 1));
        Assert.Equal(1, rte_cryptodev_dequeue_burst(device, 0, back, 32));
        Assert.Equal(0, rte_cryptodev_dequeue_burst(device, 0, back + 1, 31));
        Assert.Equal(64, s_callbacks);
        for (int i = 0; i < 32; i++)
        {
            Assert.Equal((byte)RTE_CRYPTO_OP_STATUS_SUCCESS, burst[i]->status);
            rte_pktmbuf_free(burst[i]->sym->m_src);
            rte_crypto_op_free(burst[i]);
        }

        Assert.Equal(0, rte_cryptodev_sym_session_free(device, session));
        rte_cryptodev_stop(device);
        Assert.Equal(0, rte_cryptodev_close(device));
        Assert.Equal(0, rte_eal_hotplug_remove(bus, name));
        rte_mempool_free(sessions);
        rte_mempool_free(ops);
        rte_mempool_free(packets);
        NativeMemory.Free(queue);
    });

    [UnmanagedCallersOnly]
    private static ushort Count(ushort device, ushort queue, rte_crypto_op** ops, ushort count, void* argument)
    {
        s_callbacks += count;
        return count;
    }
}
