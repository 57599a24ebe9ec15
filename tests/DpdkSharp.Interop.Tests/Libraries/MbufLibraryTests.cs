using System.Runtime.InteropServices;
using DpdkSharp.Interop.Tests.Inline;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Libraries;

/// <summary>Packet buffers: pools that cannot be, the limits of a buffer, clones, copies and the library's own check of an mbuf.</summary>
public sealed unsafe class MbufLibraryTests(EalFixture eal)
{
    private const ushort Room = 256;
    private const ushort Headroom = RTE_PKTMBUF_HEADROOM;

    /// <summary>Runs on the main lcore with a pool that has to be full again at the end.</summary>
    private void WithPool(Action<nint> test) => eal.Run(() =>
    {
        rte_mempool* pool = rte_pktmbuf_pool_create(EalFixture.UniqueName("mbuflib"), 127, 0, 0, Room, -1);
        Assert.True(pool != null);
        test((nint)pool);
        Assert.Equal(1, rte_mempool_full(pool));
        rte_mempool_free(pool);
    });

    /// <summary>A packet whose bytes count up through all of its segments.</summary>
    private static rte_mbuf* Packet(rte_mempool* pool, params ushort[] segments)
    {
        rte_mbuf* head = null;
        byte next = 0;
        foreach (ushort length in segments)
        {
            rte_mbuf* m = rte_pktmbuf_alloc(pool);
            byte* data = rte_pktmbuf_append(m, length);
            Assert.True(data != null);
            for (int i = 0; i < length; i++)
            {
                data[i] = next++;
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

    private static void AssertBytes(rte_mbuf* m, int first, uint length)
    {
        Assert.Equal(length, m->pkt_len);
        byte* buffer = stackalloc byte[(int)length];
        byte* bytes = (byte*)rte_pktmbuf_read(m, 0, length, buffer);
        for (int i = 0; i < length; i++)
        {
            Assert.Equal((byte)(first + i), bytes[i]);
        }
    }

    private static bool Healthy(rte_mbuf* m, bool isHeader = true)
    {
        byte* reason = null;
        int result = rte_mbuf_check(m, isHeader ? 1 : 0, &reason);
        Assert.Equal(result == 0, reason == null);
        return result == 0;
    }

    [Fact]
    public void Bad_parameters_make_no_pool() => eal.Run(() =>
    {
        byte* name = EalFixture.UniqueName("mbuflib");
        // Private sizes are whole words of eight bytes.
        Assert.True(rte_pktmbuf_pool_create(name, 63, 0, 7, Room, -1) == null);
        Assert.Equal(22, rte_errno);
        Assert.True(rte_pktmbuf_pool_create(name, 0, 0, 0, Room, -1) == null);
        Assert.True(rte_pktmbuf_pool_create(name, 63, 64, 0, Room, -1) == null);
        Assert.Equal(22, rte_errno);
        fixed (byte* unknown = "nosuchops"u8)
        {
            Assert.True(rte_pktmbuf_pool_create_by_ops(name, 63, 0, 0, Room, -1, unknown) == null);
        }

        rte_mempool* pool = rte_pktmbuf_pool_create(name, 63, 0, 0, Room, -1);
        Assert.True(pool != null);
        Assert.True(rte_pktmbuf_pool_create(name, 63, 0, 0, Room, -1) == null);
        Assert.Equal(17, rte_errno);
        rte_mempool_free(pool);
    });

    [Fact]
    public void Memory_that_does_not_do_makes_no_pinned_pool() => eal.Run(() =>
    {
        byte* memory = (byte*)NativeMemory.AlignedAlloc(64 * 1024, 4096);
        var good = new rte_pktmbuf_extmem { buf_ptr = memory, buf_iova = 0x10000, buf_len = 64 * 1024, elt_size = 1024 };
        void Refused(ushort privateSize, rte_pktmbuf_extmem area, uint areas = 1)
        {
            Assert.True(rte_pktmbuf_pool_create_extbuf(EalFixture.UniqueName("mbuflib"), 64, 0, privateSize, 1024, -1, &area, areas) == null);
        }

        Refused(7, good);
        Refused(0, good with { elt_size = 1023 });
        Refused(0, good with { buf_ptr = null });
        Refused(0, good with { buf_len = (64 * 1024) - 1 });
        Refused(0, good with { buf_len = 0 });
        rte_mempool* pool = rte_pktmbuf_pool_create_extbuf(EalFixture.UniqueName("mbuflib"), 64, 0, 0, 1024, -1, &good, 1);
        Assert.True(pool != null);
        Assert.Equal((uint)RTE_PKTMBUF_POOL_F_PINNED_EXT_BUF, rte_pktmbuf_priv_flags(pool));
        rte_mbuf** all = stackalloc rte_mbuf*[64];
        Assert.Equal(0, rte_pktmbuf_alloc_bulk(pool, all, 64));
        var buffers = new HashSet<nint>();
        for (int i = 0; i < 64; i++)
        {
            nint offset = (nint)all[i]->buf_addr - (nint)memory;
            Assert.True(buffers.Add(offset));
            Assert.Equal(0, offset % 1024);
            Assert.InRange(offset, 0, 63 * 1024);
            Assert.Equal(0x10000ul + (ulong)offset, all[i]->buf_iova);
        }

        // A clone of a pinned one, made by the library, holds its buffer.
        Assert.True(rte_pktmbuf_append(all[0], 10) != null);
        rte_mempool* ordinary = rte_pktmbuf_pool_create(EalFixture.UniqueName("mbuflib"), 63, 0, 0, Room, -1);
        rte_mbuf* clone = rte_pktmbuf_clone(all[0], ordinary);
        Assert.True(clone->buf_addr == all[0]->buf_addr);
        rte_pktmbuf_free_bulk(all, 64);
        Assert.Equal(63u, rte_mempool_avail_count(pool));
        rte_pktmbuf_free(clone);
        Assert.Equal(1, rte_mempool_full(pool));
        Assert.Equal(1, rte_mempool_full(ordinary));
        rte_mempool_free(ordinary);
        rte_mempool_free(pool);
        NativeMemory.AlignedFree(memory);
    });

    [Fact]
    public void A_buffer_has_two_ends() => WithPool(p =>
    {
        rte_mbuf* m = rte_pktmbuf_alloc((rte_mempool*)p);
        Assert.True(rte_pktmbuf_append(m, Room - Headroom + 1) == null);
        Assert.Equal(0u, m->pkt_len);
        byte* data = rte_pktmbuf_append(m, Room - Headroom);
        Assert.True(data == rte_pktmbuf_mtod(m));
        Assert.Equal(0, rte_pktmbuf_tailroom(m));
        Assert.True(rte_pktmbuf_append(m, 1) == null);
        Assert.True(rte_pktmbuf_append(m, 0) == data + (Room - Headroom));
        Assert.True(rte_pktmbuf_prepend(m, Headroom + 1) == null);
        Assert.True(rte_pktmbuf_prepend(m, Headroom) == m->buf_addr);
        Assert.Equal(0, rte_pktmbuf_headroom(m));
        Assert.Equal(Room, m->data_len);
        Assert.True(rte_pktmbuf_adj(m, Room + 1) == null);
        Assert.Equal(-1, rte_pktmbuf_trim(m, Room + 1));
        Assert.Equal(Room, m->data_len);
        Assert.Equal(0, rte_pktmbuf_trim(m, 10));
        Assert.Equal(10, rte_pktmbuf_tailroom(m));
        Assert.True(rte_pktmbuf_adj(m, Room - 10) == (byte*)m->buf_addr + Room - 10);
        Assert.Equal((0u, 0), (m->pkt_len, m->data_len));
        Assert.Equal(0, rte_pktmbuf_trim(m, 0));
        Assert.True(Healthy(m));
        rte_pktmbuf_free(m);
    });

    [Fact]
    public void A_clone_of_a_clone_refers_to_the_segments_themselves() => WithPool(p =>
    {
        var pool = (rte_mempool*)p;
        rte_mbuf* m = Packet(pool, 100, 80, 60);
        rte_mbuf* first = rte_pktmbuf_clone(m, pool);
        rte_mbuf* second = rte_pktmbuf_clone(first, pool);
        Assert.Equal(118u, rte_mempool_avail_count(pool));
        rte_mbuf* b = first;
        rte_mbuf* c = second;
        for (rte_mbuf* a = m; a != null; a = a->next, b = b->next, c = c->next)
        {
            Assert.Equal(3, rte_mbuf_refcnt_read(a));
            Assert.True(rte_pktmbuf_mtod(a) == rte_pktmbuf_mtod(b) && rte_pktmbuf_mtod(a) == rte_pktmbuf_mtod(c));
            Assert.True(RTE_MBUF_CLONED(b) && RTE_MBUF_CLONED(c));
            Assert.Equal(1, rte_mbuf_refcnt_read(b));
        }

        Assert.True(b == null && c == null);
        AssertBytes(second, 0, 240);
        Assert.True(Healthy(second));
        // The originals go first, the data stays with the clones.
        rte_pktmbuf_free(m);
        rte_pktmbuf_free(first);
        AssertBytes(second, 0, 240);
        rte_pktmbuf_free(second);
    });

    [Fact]
    public void A_clone_needs_as_many_mbufs_as_there_are_segments() => WithPool(p =>
    {
        var pool = (rte_mempool*)p;
        rte_mbuf* m = Packet(pool, 10, 10, 10);
        rte_mbuf** rest = stackalloc rte_mbuf*[122];
        Assert.Equal(0, rte_pktmbuf_alloc_bulk(pool, rest, 122));
        Assert.Equal(2u, rte_mempool_avail_count(pool));
        Assert.True(rte_pktmbuf_clone(m, pool) == null);
        // What it had begun with is back.
        Assert.Equal(2u, rte_mempool_avail_count(pool));
        Assert.Equal(1, rte_mbuf_refcnt_read(m));
        rte_pktmbuf_free_bulk(rest, 122);
        rte_pktmbuf_free(m);
    });

    [Theory]
    [InlineData(0u, uint.MaxValue)]
    [InlineData(0u, 50u)]
    [InlineData(99u, 2u)]
    [InlineData(100u, 80u)]
    [InlineData(150u, uint.MaxValue)]
    [InlineData(239u, 1u)]
    public void A_copy_is_deep_and_may_be_of_a_part(uint offset, uint length) => WithPool(p =>
    {
        var pool = (rte_mempool*)p;
        rte_mbuf* m = Packet(pool, 100, 80, 60);
        m->vlan_tci = 12;
        m->ol_flags = RTE_MBUF_F_RX_VLAN;
        rte_mbuf* copy = rte_pktmbuf_copy(m, pool, offset, length);
        Assert.True(copy != null);
        AssertBytes(copy, (int)offset, Math.Min(length, 240 - offset));
        Assert.True(RTE_MBUF_DIRECT(copy));
        Assert.Equal((12, RTE_MBUF_F_RX_VLAN), (copy->vlan_tci, copy->ol_flags));
        Assert.Equal(1, rte_mbuf_refcnt_read(m));
        rte_pktmbuf_mtod<byte>(copy)[0] ^= 0xff;
        AssertBytes(m, 0, 240);

        // Of a clone as well, which is then not needed any more.
        rte_mbuf* clone = rte_pktmbuf_clone(m, pool);
        rte_mbuf* ofClone = rte_pktmbuf_copy(clone, pool, offset, length);
        rte_pktmbuf_free(clone);
        rte_pktmbuf_free(m);
        AssertBytes(ofClone, (int)offset, ofClone->pkt_len);
        Assert.True(Healthy(ofClone));
        rte_pktmbuf_free(ofClone);
        rte_pktmbuf_free(copy);
    });

    [Fact]
    public void Beyond_the_end_there_is_nothing_to_copy() => WithPool(p =>
    {
        rte_mbuf* m = Packet((rte_mempool*)p, 100, 80);
        Assert.True(rte_pktmbuf_copy(m, (rte_mempool*)p, 181, 1) == null);
        Assert.True(rte_pktmbuf_copy(m, (rte_mempool*)p, 4000, uint.MaxValue) == null);
        rte_pktmbuf_free(m);
    });

    /// <summary>What is behind the last byte: nothing in 22.11.11 and 25.11.4, an empty packet in 24.11.8, which copies packets without a byte that way.</summary>
    [Theory]
    [InlineData(1u)]
    [InlineData(uint.MaxValue)]
    public void At_the_end_a_copy_is_empty_or_none(uint length) => WithPool(p =>
    {
        rte_mbuf* m = Packet((rte_mempool*)p, 100, 80);
        rte_mbuf* copy = rte_pktmbuf_copy(m, (rte_mempool*)p, 180, length);
        Assert.Equal(LoadedDpdk.Is("24.11"), copy != null);
        if (copy != null)
        {
            Assert.Equal((0u, 0, 1), (copy->pkt_len, copy->data_len, copy->nb_segs));
            rte_pktmbuf_free(copy);
        }

        rte_pktmbuf_free(m);
    });

    /// <summary>Drivers take mbufs from the pool without looking: each lies there as a packet of one segment with one owner.</summary>
    [Fact]
    public void What_was_freed_waits_as_a_single_segment() => WithPool(p =>
    {
        var pool = (rte_mempool*)p;
        rte_mbuf* chain = Packet(pool, 10, 20, 30);
        rte_mbuf* clone = rte_pktmbuf_clone(chain, pool);
        rte_pktmbuf_free(chain);
        rte_pktmbuf_free(clone);
        rte_mbuf** all = stackalloc rte_mbuf*[127];
        Assert.Equal(0, rte_mempool_get_bulk(pool, (void**)all, 127));
        for (int i = 0; i < 127; i++)
        {
            Assert.True(all[i]->next == null);
            Assert.Equal((1, 1), (all[i]->nb_segs, all[i]->refcnt));
            Assert.Equal(0ul, all[i]->ol_flags & (RTE_MBUF_F_INDIRECT | RTE_MBUF_F_EXTERNAL));
        }

        rte_mempool_put_bulk(pool, (void**)all, 127);
    });

    [Fact]
    public void Bulks_are_freed_whatever_is_in_them() => WithPool(p =>
    {
        var pool = (rte_mempool*)p;
        rte_mempool* other = rte_pktmbuf_pool_create(EalFixture.UniqueName("mbuflib"), 127, 0, 0, Room, -1);
        rte_mbuf** bulk = stackalloc rte_mbuf*[80];
        for (int i = 0; i < 80; i++)
        {
            bulk[i] = (i % 5) switch
            {
                0 => null,
                1 => Packet(pool, 20),
                2 => Packet(other, 20, 20),
                3 => rte_pktmbuf_clone(bulk[i - 2], other),
                _ => Packet(pool, 5),
            };
        }

        rte_mbuf_refcnt_set(bulk[4], 2);
        rte_pktmbuf_free_bulk(bulk, 80);
        Assert.Equal(1, rte_mempool_full(other));
        Assert.Equal(126u, rte_mempool_avail_count(pool));
        rte_pktmbuf_free(bulk[4]);
        rte_mempool_free(other);
    });

    /// <summary>Two threads give up the references of the same packets: the last of each frees it, once.</summary>
    [Fact]
    public void References_given_up_by_two_threads_free_once() => WithPool(p =>
    {
        var pool = (rte_mempool*)p;
        rte_mbuf** all = stackalloc rte_mbuf*[64];
        for (int round = 0; round < 300; round++)
        {
            Assert.Equal(0, rte_pktmbuf_alloc_bulk(pool, all, 64));
            for (int i = 0; i < 64; i++)
            {
                rte_mbuf_refcnt_set(all[i], (ushort)(2 + (2 * (i % 3))));
            }

            void GiveUp()
            {
                for (int i = 0; i < 64; i++)
                {
                    for (int n = 0; n <= i % 3; n++)
                    {
                        rte_pktmbuf_free(all[i]);
                    }
                }
            }

            Threads.Run(GiveUp, GiveUp);
            Assert.Equal(1, rte_mempool_full(pool));
        }
    });

    [Fact]
    public void The_librarys_check_finds_what_is_wrong() => WithPool(p =>
    {
        rte_mbuf* m = Packet((rte_mempool*)p, 60, 40);
        Assert.True(Healthy(m));
        Assert.True(Healthy(m->next, isHeader: false));
        Assert.False(Healthy(null));
        rte_mbuf good = *m;
        m->pool = null;
        AssertFound();
        m->buf_addr = null;
        AssertFound();
        m->refcnt = 0;
        AssertFound();
        m->refcnt = ushort.MaxValue;
        AssertFound();
        m->nb_segs = 3;
        AssertFound();
        m->pkt_len = 99;
        AssertFound();
        m->pkt_len = 10;
        AssertFound();
        m->data_off = Room + 1;
        AssertFound();
        m->data_len = Room + 1;
        AssertFound();
        rte_pktmbuf_free(m);

        void AssertFound()
        {
            Assert.False(Healthy(m));
            *m = good;
            Assert.True(Healthy(m));
        }
    });

    [Fact]
    public void Flags_have_names()
    {
        Assert.Equal("RTE_MBUF_F_RX_VLAN", Marshal.PtrToStringUTF8((nint)rte_get_rx_ol_flag_name(RTE_MBUF_F_RX_VLAN)));
        Assert.Equal("RTE_MBUF_F_TX_TCP_SEG", Marshal.PtrToStringUTF8((nint)rte_get_tx_ol_flag_name(RTE_MBUF_F_TX_TCP_SEG)));
        Assert.True(rte_get_rx_ol_flag_name(1UL << 40) == null);
        Assert.True(rte_get_tx_ol_flag_name(1) == null);
        byte* text = stackalloc byte[256];
        Assert.Equal(0, rte_get_rx_ol_flag_list(RTE_MBUF_F_RX_VLAN | RTE_MBUF_F_RX_RSS_HASH, text, 256));
        string list = Marshal.PtrToStringUTF8((nint)text)!;
        Assert.Contains("RTE_MBUF_F_RX_VLAN", list, StringComparison.Ordinal);
        Assert.Contains("RTE_MBUF_F_RX_RSS_HASH", list, StringComparison.Ordinal);
        Assert.Equal(0, rte_get_tx_ol_flag_list(RTE_MBUF_F_TX_VLAN, text, 256));
        Assert.Contains("RTE_MBUF_F_TX_VLAN", Marshal.PtrToStringUTF8((nint)text)!, StringComparison.Ordinal);
        Assert.Equal(-1, rte_get_rx_ol_flag_list(RTE_MBUF_F_RX_VLAN, text, 0));
        Assert.Equal(-1, rte_get_tx_ol_flag_list(RTE_MBUF_F_TX_VLAN, text, 0));
    }
}
