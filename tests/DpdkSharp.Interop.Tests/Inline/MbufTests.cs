using System.Runtime.InteropServices;
using CsCheck;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Inline;

public sealed unsafe class MbufTests(EalFixture eal)
{
    private const ushort Room = 512;
    private const ushort PrivateSize = 24;

    /// <summary>What those were given who freed an external buffer. Noted and not asserted there: an exception that leaves a callback ends the process.</summary>
    private static readonly List<nint> s_externalFrees = [];

    /// <summary>Runs on the main lcore with a pool that has to be full again at the end.</summary>
    private void WithPool(Action<nint> test) => eal.Run(() =>
    {
        rte_mempool* pool = CreatePool();
        test((nint)pool);
        Assert.Equal(1, rte_mempool_full(pool));
        rte_mempool_free(pool);
    });

    private static rte_mempool* CreatePool()
    {
        rte_mempool* pool = rte_pktmbuf_pool_create(EalFixture.UniqueName("mbufs"), 127, 16, PrivateSize, Room, -1);
        Assert.True(pool != null);
        return pool;
    }

    [Fact]
    public void A_fresh_mbuf_is_an_empty_packet() => WithPool(p =>
    {
        var pool = (rte_mempool*)p;
        rte_mbuf* m = rte_pktmbuf_alloc(pool);
        Assert.True(m != null);
        Assert.Equal(128, rte_pktmbuf_headroom(m));
        Assert.Equal(Room - 128, rte_pktmbuf_tailroom(m));
        Assert.Equal(0u, rte_pktmbuf_pkt_len(m));
        Assert.Equal(1, rte_pktmbuf_is_contiguous(m));
        Assert.Equal(ushort.MaxValue, m->port);
        Assert.Equal(1, rte_mbuf_refcnt_read(m));
        Assert.Equal(Room, rte_pktmbuf_data_room_size(pool));
        Assert.Equal(PrivateSize, rte_pktmbuf_priv_size(pool));
        Assert.True((byte*)rte_mbuf_to_priv(m) == (byte*)m + 128);
        Assert.True(rte_mbuf_to_baddr(m) == (byte*)m + 128 + PrivateSize);
        Assert.True(rte_mbuf_to_baddr(m) == m->buf_addr);
        Assert.True(rte_mbuf_data_addr_default(m) == rte_pktmbuf_mtod<byte>(m));
        Assert.True(rte_pktmbuf_mtod_offset<ushort>(m, 6) == (ushort*)((byte*)rte_pktmbuf_mtod(m) + 6));
        Assert.Equal(m->buf_iova + 128 + 5, rte_pktmbuf_iova_offset(m, 5));
        Assert.Equal(rte_pktmbuf_iova(m), rte_mbuf_data_iova_default(m));
        Assert.Equal(m->buf_iova, rte_mempool_virt2iova(m) + 128 + PrivateSize);
        Assert.True(RTE_MBUF_DYNFIELD<uint>(m, 92) == (uint*)((byte*)m + 92));
        rte_pktmbuf_free(m);
    });

    [Fact]
    public void An_empty_pool_gives_no_mbufs() => WithPool(p =>
    {
        var pool = (rte_mempool*)p;
        rte_mbuf** all = stackalloc rte_mbuf*[128];
        Assert.Equal(0, rte_pktmbuf_alloc_bulk(pool, all, 127));
        Assert.True(rte_pktmbuf_alloc(pool) == null);
        Assert.True(rte_pktmbuf_alloc_bulk(pool, all + 127, 1) < 0);
        for (int i = 0; i < 127; i++)
        {
            rte_pktmbuf_free(all[i]);
        }
    });

    [Fact]
    public void A_raw_mbuf_that_was_reset_is_a_fresh_one() => WithPool(p =>
    {
        var pool = (rte_mempool*)p;
        rte_mbuf* fresh = rte_pktmbuf_alloc(pool);
        rte_mbuf** raw = stackalloc rte_mbuf*[2];
        Assert.Equal(0, rte_pktmbuf_alloc_bulk(pool, raw, 2));
        for (int i = 0; i < 2; i++)
        {
            _ = rte_pktmbuf_prepend(raw[i], 60);
            raw[i]->ol_flags = RTE_MBUF_F_RX_VLAN;
            raw[i]->tx_offload = raw[i]->vlan_tci = raw[i]->port = 5;
        }

        rte_mbuf_raw_free_bulk(pool, raw, 2);
        Assert.Equal(0, rte_mbuf_raw_alloc_bulk(pool, raw, 2));
        rte_mbuf_raw_reset_bulk(pool, raw, 2);
        AssertSameFields(raw[0], fresh);
        AssertSameFields(raw[1], fresh);
        rte_mbuf_raw_free(raw[0]);
        rte_mbuf_raw_free(raw[1]);
        rte_pktmbuf_free(fresh);
    });

    [Fact]
    public void Freeing_null_is_nothing() => rte_pktmbuf_free(null);

    [Fact]
    public void A_thread_without_lcore_allocates_and_frees_too()
    {
        rte_mempool* pool = null;
        eal.Run(() => pool = CreatePool());
        rte_mbuf* m = rte_pktmbuf_alloc(pool);
        Assert.True(m != null);
        Assert.Equal(126u, rte_mempool_avail_count(pool));
        rte_pktmbuf_free(m);
        Assert.Equal(1, rte_mempool_full(pool));
        eal.Run(() => rte_mempool_free(pool));
    }

    /// <summary>Twin packets, one changed by C, one by C#: same answers, same record.</summary>
    [Fact]
    public void Random_resizing_equals_c() => WithPool(p =>
    {
        var pool = (rte_mempool*)p;
        rte_mbuf* ours = Chain(pool, 3);
        rte_mbuf* theirs = Chain(pool, 3);
        Gen.Select(Gen.Int[0, 16], Gen.Int[0, 2], Gen.UShort, Gen.UShort[0, 80]).Sample(
            (operation, magnitude, any, small) =>
            {
                ushort length = magnitude == 0 ? any : small;
                switch (operation % 4)
                {
                    case 0:
                        AssertPlaces(ours, rte_pktmbuf_prepend(ours, length), theirs, Pointer("o_rte_pktmbuf_prepend")(theirs, length));
                        break;
                    case 1:
                        AssertPlaces(
                            rte_pktmbuf_lastseg(ours), rte_pktmbuf_append(ours, length),
                            rte_pktmbuf_lastseg(theirs), Pointer("o_rte_pktmbuf_append")(theirs, length));
                        break;
                    case 2:
                        AssertPlaces(ours, rte_pktmbuf_adj(ours, length), theirs, Pointer("o_rte_pktmbuf_adj")(theirs, length));
                        break;
                    default:
                        int result = rte_pktmbuf_trim(ours, length);
                        Assert.Equal(((delegate* unmanaged<rte_mbuf*, ushort, int>)Oracle.Get("o_rte_pktmbuf_trim"))(theirs, length), result);
                        break;
                }

                if (operation == 16)
                {
                    rte_mbuf* next = ours->next;
                    rte_mbuf* twin = theirs->next;
                    rte_pktmbuf_reset(ours);
                    ((delegate* unmanaged<rte_mbuf*, void>)Oracle.Get("o_rte_pktmbuf_reset"))(theirs);
                    ours->next = next;
                    theirs->next = twin;
                    ours->nb_segs = theirs->nb_segs = 3;
                }

                rte_mbuf* b = theirs;
                for (rte_mbuf* a = ours; a != null; a = a->next, b = b->next)
                {
                    AssertSameFields(a, b);
                }
            },
            iter: 20_000,
            threads: 1);
        rte_pktmbuf_free(ours);
        rte_pktmbuf_free(theirs);
    });

    [Fact]
    public void Chains_count_their_segments_and_are_freed_whole() => WithPool(p =>
    {
        var pool = (rte_mempool*)p;
        rte_mbuf* m = Chain(pool, 5);
        Assert.Equal(5, m->nb_segs);
        Assert.Equal(0, rte_pktmbuf_is_contiguous(m));
        Assert.Equal(5u * 50, m->pkt_len);
        Assert.Equal(122u, rte_mempool_avail_count(pool));
        Assert.Equal(50u, m->next->pkt_len);
        rte_mbuf* other = Chain(pool, 1);
        m->nb_segs = ushort.MaxValue;
        Assert.Equal(-75, rte_pktmbuf_chain(m, other));
        m->nb_segs = 5;
        rte_pktmbuf_free(m);
        rte_pktmbuf_free(other);
    });

    [Fact]
    public void A_shared_mbuf_goes_back_with_its_last_reference() => WithPool(p =>
    {
        var pool = (rte_mempool*)p;
        rte_mbuf* m = Chain(pool, 3);
        rte_pktmbuf_refcnt_update(m, 1);
        Assert.Equal(2, rte_mbuf_refcnt_read(m->next->next));
        rte_pktmbuf_free(m);
        Assert.Equal(124u, rte_mempool_avail_count(pool));
        Assert.Equal(1, rte_mbuf_refcnt_read(m));
        // The references given up above were of the segments, not of the links between them.
        Assert.True(m->next != null);
        rte_pktmbuf_free(m);
        Assert.Equal(127u, rte_mempool_avail_count(pool));

        m = rte_pktmbuf_alloc(pool);
        var inC = (delegate* unmanaged<rte_mbuf*, short, ushort>)Oracle.Get("o_rte_mbuf_refcnt_update");
        Assert.Equal(2, rte_mbuf_refcnt_update(m, 1));
        Assert.Equal(5, rte_mbuf_refcnt_update(m, 3));
        Assert.Equal(3, inC(m, -2));
        Assert.Equal(1, rte_mbuf_refcnt_update(m, -2));
        Assert.Equal(0, rte_mbuf_refcnt_update(m, -1));
        rte_mbuf_refcnt_set(m, 1);
        rte_pktmbuf_free(m);
    });

    [Fact]
    public void Two_threads_count_references_without_loss() => WithPool(p =>
    {
        rte_mbuf* m = rte_pktmbuf_alloc((rte_mempool*)p);
        ushort offset = m->data_off;
        rte_mbuf_refcnt_set(m, 3);
        void Work()
        {
            for (int i = 0; i < 100_000; i++)
            {
                _ = rte_mbuf_refcnt_update(m, 1);
                _ = rte_mbuf_refcnt_update(m, -1);
            }
        }

        Thread[] threads = [new(Work), new(Work)];
        Array.ForEach(threads, t => t.Start());
        Array.ForEach(threads, t => t.Join());
        Assert.Equal(3, rte_mbuf_refcnt_read(m));
        Assert.Equal(offset, m->data_off);
        rte_mbuf_refcnt_set(m, 1);
        rte_pktmbuf_free(m);
    });

    [Fact]
    public void An_indirect_mbuf_holds_the_one_it_refers_to() => WithPool(p =>
    {
        var pool = (rte_mempool*)p;
        rte_mbuf* direct = Chain(pool, 1);
        direct->vlan_tci = 77;
        direct->ol_flags = RTE_MBUF_F_RX_VLAN;
        direct->hash.rss = 1234;
        direct->packet_type = 0x11;
        *RTE_MBUF_DYNFIELD<uint>(direct, 92) = 4711;
        *RTE_MBUF_DYNFIELD<uint>(direct, 124) = 4712;
        rte_mbuf* ours = rte_pktmbuf_alloc(pool);
        rte_mbuf* theirs = rte_pktmbuf_alloc(pool);
        rte_pktmbuf_attach(ours, direct);
        ((delegate* unmanaged<rte_mbuf*, rte_mbuf*, void>)Oracle.Get("o_rte_pktmbuf_attach"))(theirs, direct);
        Assert.Equal(3, rte_mbuf_refcnt_read(direct));
        Assert.True(RTE_MBUF_CLONED(ours));
        Assert.False(RTE_MBUF_DIRECT(ours));
        Assert.True(rte_mbuf_from_indirect(ours) == direct);
        AssertSameBytes(ours, theirs);
        Assert.Equal(4712u, *RTE_MBUF_DYNFIELD<uint>(ours, 124));

        // A clone of a clone refers to the same direct mbuf.
        rte_mbuf* second = rte_pktmbuf_alloc(pool);
        rte_pktmbuf_attach(second, ours);
        Assert.True(rte_mbuf_from_indirect(second) == direct);
        Assert.Equal(4, rte_mbuf_refcnt_read(direct));
        rte_pktmbuf_free(second);

        rte_pktmbuf_detach(ours);
        ((delegate* unmanaged<rte_mbuf*, void>)Oracle.Get("o_rte_pktmbuf_detach"))(theirs);
        Assert.Equal(1, rte_mbuf_refcnt_read(direct));
        AssertSameFields(ours, theirs);
        Assert.True(ours->buf_addr == rte_mbuf_to_baddr(ours));
        Assert.Equal(128, ours->data_off);

        // The last reference frees the direct mbuf, whose own owner has let go before.
        rte_pktmbuf_attach(ours, direct);
        rte_pktmbuf_free(direct);
        Assert.Equal(1, rte_mbuf_refcnt_read(direct));
        Assert.Equal(124u, rte_mempool_avail_count(pool));
        rte_pktmbuf_free(ours);
        rte_pktmbuf_free(theirs);
    });

    [UnmanagedCallersOnly]
    private static void FreeExternal(void* address, void* opaque)
    {
        s_externalFrees.Add((nint)opaque);
        NativeMemory.Free(address);
    }

    [Fact]
    public void An_external_buffer_is_freed_with_its_last_user() => WithPool(p =>
    {
        var pool = (rte_mempool*)p;
        s_externalFrees.Clear();
        void* buffer = NativeMemory.Alloc(1000);
        ushort length = 999, theirLength = 999;
        var theirs = ((delegate* unmanaged<void*, ushort*, nint, nint, rte_mbuf_ext_shared_info*>)Oracle.Get("o_ext_shinfo_init"))(
            buffer, &theirLength, 0, 0);
        rte_mbuf_ext_shared_info* shared = rte_pktmbuf_ext_shinfo_init_helper(buffer, &length, &FreeExternal, (void*)99);
        Assert.True(shared == theirs);
        Assert.Equal(theirLength, length);
        Assert.Equal(1, rte_mbuf_ext_refcnt_read(shared));

        rte_mbuf* m = rte_pktmbuf_alloc(pool);
        rte_pktmbuf_attach_extbuf(m, buffer, 0x1000, length, shared);
        Assert.True(RTE_MBUF_HAS_EXTBUF(m));
        Assert.Equal(0x1000ul, rte_pktmbuf_iova(m));
        Assert.True(rte_pktmbuf_append(m, 100) == buffer);
        rte_mbuf* second = rte_pktmbuf_alloc(pool);
        rte_pktmbuf_attach(second, m);
        Assert.Equal(2, rte_mbuf_ext_refcnt_read(shared));
        rte_pktmbuf_free(m);
        Assert.Empty(s_externalFrees);
        rte_pktmbuf_detach_extbuf(second);
        Assert.Equal([99], s_externalFrees);
        Assert.True(RTE_MBUF_DIRECT(second));
        rte_pktmbuf_free(second);

        ushort tiny = 8;
        Assert.True(rte_pktmbuf_ext_shinfo_init_helper(second, &tiny, &FreeExternal, null) == null);
    });

    [Fact]
    public void A_pinned_external_buffer_stays_with_its_mbuf() => eal.Run(() =>
    {
        byte* memory = (byte*)NativeMemory.AlignedAlloc(64 * 1024, 4096);
        var area = new rte_pktmbuf_extmem { buf_ptr = memory, buf_iova = 0x10000, buf_len = 64 * 1024, elt_size = 1024 };
        rte_mempool* pool = rte_pktmbuf_pool_create_extbuf(EalFixture.UniqueName("pinned"), 31, 8, 0, 1024, -1, &area, 1);
        Assert.True(pool != null);
        rte_mbuf* m = rte_pktmbuf_alloc(pool);
        Assert.True(RTE_MBUF_HAS_PINNED_EXTBUF(m));
        Assert.True(RTE_MBUF_HAS_EXTBUF(m));
        void* buffer = m->buf_addr;
        rte_pktmbuf_detach(m);
        Assert.True(m->buf_addr == buffer);
        m->ol_flags |= RTE_MBUF_F_RX_VLAN;
        rte_pktmbuf_free(m);
        Assert.Equal(1, rte_mempool_full(pool));

        // Another mbuf on the same buffer keeps the pinned one out of the pool until it is gone.
        m = rte_pktmbuf_alloc(pool);
        Assert.Equal(RTE_MBUF_F_EXTERNAL, m->ol_flags);
        rte_mempool* clones = CreatePool();
        rte_mbuf* clone = rte_pktmbuf_alloc(clones);
        rte_pktmbuf_attach(clone, m);
        Assert.Equal(2, rte_mbuf_ext_refcnt_read(m->shinfo));
        rte_pktmbuf_free(m);
        Assert.Equal(30u, rte_mempool_avail_count(pool));
        rte_pktmbuf_free(clone);
        Assert.Equal(1, rte_mempool_full(pool));
        Assert.Equal(1, rte_mempool_full(clones));
        rte_mempool_free(clones);
        rte_mempool_free(pool);
        NativeMemory.AlignedFree(memory);
    });

    [Fact]
    public void A_clone_made_by_dpdk_is_freed_here() => WithPool(p =>
    {
        var pool = (rte_mempool*)p;
        rte_mbuf* m = Chain(pool, 3);
        rte_mbuf* clone = rte_pktmbuf_clone(m, pool);
        Assert.Equal(121u, rte_mempool_avail_count(pool));
        rte_pktmbuf_free(m);
        rte_pktmbuf_free(clone);
    });

    [Fact]
    public void Reading_copies_only_across_segments() => WithPool(p =>
    {
        var pool = (rte_mempool*)p;
        rte_mbuf* m = Chain(pool, 3);
        byte* copy = stackalloc byte[256];
        var inC = (delegate* unmanaged<rte_mbuf*, uint, uint, void*, void*>)Oracle.Get("o_rte_pktmbuf_read");
        Gen.Select(Gen.UInt[0, 200], Gen.UInt[0, 200]).Sample(
            (offset, length) =>
            {
                byte* ours = (byte*)rte_pktmbuf_read(m, offset, length, copy);
                // C reads from null when it is asked for nothing at the end of a chain.
                if (length != 0 || offset != 150)
                {
                    Assert.Equal((nint)inC(m, offset, length, copy), (nint)ours);
                }

                Assert.Equal(offset + length <= 150, ours != null);
                for (uint i = 0; ours != null && i < length; i++)
                {
                    Assert.Equal((byte)(offset + i), ours[i]);
                }
            },
            iter: 10_000,
            threads: 1);
        rte_mbuf* last = rte_pktmbuf_lastseg(m);
        Assert.True(rte_pktmbuf_read(m, 150, 0, copy) == rte_pktmbuf_mtod_offset<byte>(last, 50));
        Assert.True(rte_pktmbuf_read(m, uint.MaxValue - 10, 20, copy) == null);
        Assert.True(rte_pktmbuf_read(m, 10, uint.MaxValue - 5, copy) == null);
        rte_pktmbuf_free(m);
    });

    [Fact]
    public void Linearising_gathers_the_chain() => WithPool(p =>
    {
        var pool = (rte_mempool*)p;
        rte_mbuf* m = Chain(pool, 4);
        Assert.Equal(0, rte_pktmbuf_linearize(m));
        Assert.Equal(1, m->nb_segs);
        Assert.Equal(200, m->data_len);
        for (int i = 0; i < 200; i++)
        {
            Assert.Equal((byte)i, rte_pktmbuf_mtod<byte>(m)[i]);
        }

        Assert.Equal(0, rte_pktmbuf_linearize(m));
        rte_pktmbuf_free(m);
        m = Chain(pool, 9);
        Assert.Equal(-1, rte_pktmbuf_linearize(m));
        rte_pktmbuf_free(m);
    });

    [Fact]
    public void Offload_checks_equal_c() => WithPool(p =>
    {
        rte_mbuf* m = rte_pktmbuf_alloc((rte_mempool*)p);
        var validate = (delegate* unmanaged<rte_mbuf*, int>)Oracle.Get("o_rte_validate_tx_offload");
        var pack = (delegate* unmanaged<ulong, ulong, ulong, ulong, ulong, ulong, ulong, ulong>)Oracle.Get("o_rte_mbuf_tx_offload");
        Gen.Select(Gen.ULong, Gen.ULong, Gen.ULong).Sample(
            (flags, mask, lengths) =>
            {
                m->ol_flags = flags & mask & ~(RTE_MBUF_F_EXTERNAL | RTE_MBUF_F_INDIRECT);
                m->tx_offload = (lengths & 1) == 0 ? lengths : 0;
                Assert.Equal(validate(m), rte_validate_tx_offload(m));
                ulong l2 = lengths & 0x7f, l3 = (lengths >> 7) & 0x1ff, l4 = (lengths >> 16) & 0xff;
                ulong tso = (lengths >> 24) & 0xffff, ol3 = (lengths >> 40) & 0x1ff, ol2 = (lengths >> 49) & 0x7f, rest = lengths >> 56;
                Assert.Equal(pack(l2, l3, l4, tso, ol3, ol2, rest), rte_mbuf_tx_offload(l2, l3, l4, tso, ol3, ol2, rest));
                Assert.Equal(lengths, rte_mbuf_tx_offload(l2, l3, l4, tso, ol3, ol2, rest));
            },
            iter: 20_000,
            threads: 1);
        m->ol_flags = 0;
        rte_pktmbuf_free(m);
    });

    [Fact]
    public void Scheduler_fields_share_the_hash() => WithPool(p =>
    {
        rte_mbuf* m = rte_pktmbuf_alloc((rte_mempool*)p);
        m->hash.sched.reserved = 9;
        rte_mbuf_sched_set(m, 0x12345678, 3, 2);
        uint queue;
        byte trafficClass, color;
        rte_mbuf_sched_get(m, &queue, &trafficClass, &color);
        Assert.Equal((0x12345678u, (byte)3, (byte)2, (ushort)0), (queue, trafficClass, color, m->hash.sched.reserved));
        Assert.Equal(0x12345678u, m->hash.rss);
        rte_mbuf_sched_queue_set(m, 5);
        rte_mbuf_sched_traffic_class_set(m, 6);
        rte_mbuf_sched_color_set(m, 1);
        Assert.Equal((5u, (byte)6, (byte)1), (rte_mbuf_sched_queue_get(m), rte_mbuf_sched_traffic_class_get(m), rte_mbuf_sched_color_get(m)));
        rte_pktmbuf_free(m);
    });

    /// <summary>A packet of segments of 50 bytes, the bytes counting from 0.</summary>
    internal static rte_mbuf* Chain(rte_mempool* pool, int segments)
    {
        rte_mbuf* head = null;
        for (int s = 0; s < segments; s++)
        {
            rte_mbuf* m = rte_pktmbuf_alloc(pool);
            byte* data = rte_pktmbuf_append(m, 50);
            for (int i = 0; i < 50; i++)
            {
                data[i] = (byte)((s * 50) + i);
            }

            if (head == null)
            {
                head = m;
            }
            else
            {
                Assert.Equal(0, rte_pktmbuf_chain(head, m));
            }
        }

        return head;
    }

    private static delegate* unmanaged<rte_mbuf*, ushort, byte*> Pointer(string name) =>
        (delegate* unmanaged<rte_mbuf*, ushort, byte*>)Oracle.Get(name);

    private static void AssertPlaces(rte_mbuf* ours, byte* ourPlace, rte_mbuf* theirs, byte* theirPlace)
    {
        Assert.Equal(theirPlace == null, ourPlace == null);
        if (ourPlace != null)
        {
            Assert.Equal(theirPlace - (byte*)theirs, ourPlace - (byte*)ours);
        }
    }

    /// <summary>All but what differs between any two mbufs: addresses.</summary>
    private static void AssertSameFields(rte_mbuf* ours, rte_mbuf* theirs)
    {
        Assert.Equal((byte*)theirs->buf_addr - (byte*)theirs, (byte*)ours->buf_addr - (byte*)ours);
        // From data_off up to the pool, then from tx_offload on.
        AssertSame((byte*)ours + 16, (byte*)theirs + 16, 40);
        AssertSame((byte*)ours + 72, (byte*)theirs + 72, 8);
        Assert.Equal(theirs->priv_size, ours->priv_size);
    }

    private static void AssertSameBytes(rte_mbuf* ours, rte_mbuf* theirs) => AssertSame((byte*)ours, (byte*)theirs, 128);

    private static void AssertSame(byte* a, byte* b, int length) =>
        Assert.True(new ReadOnlySpan<byte>(a, length).SequenceEqual(new ReadOnlySpan<byte>(b, length)));
}
