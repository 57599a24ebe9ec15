using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DpdkSharp.Interop;

// The debug build's sanity checks of C have no counterpart here; what needs more than a few instructions and is not the normal
// course of a packet is out of line in MbufSlowPath.
public static unsafe partial class Dpdk
{
    /// <summary>Fetches the half of the mbuf that receiving fills in.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_mbuf_prefetch_part1(rte_mbuf* m) => rte_prefetch0(m);

    /// <summary>Fetches the half of the mbuf that transmitting and freeing use.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_mbuf_prefetch_part2(rte_mbuf* m) => rte_prefetch0((byte*)m + 64);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void RTE_MBUF_PREFETCH_TO_FREE(rte_mbuf* m)
    {
        if (m != null)
        {
            rte_prefetch0(m);
        }
    }

    /// <summary>IO address of the start of the buffer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_mbuf_iova_get(rte_mbuf* m) => m->buf_iova;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_mbuf_iova_set(rte_mbuf* m, ulong iova) => m->buf_iova = iova;

    /// <summary>IO address of the start of the data.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_mbuf_data_iova(rte_mbuf* mb) => mb->buf_iova + mb->data_off;

    /// <summary>IO address of where the data starts in a fresh mbuf.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_mbuf_data_iova_default(rte_mbuf* mb) => mb->buf_iova + RTE_PKTMBUF_HEADROOM;

    /// <summary>The mbuf whose buffer the indirect mbuf <paramref name="mi"/> uses.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static rte_mbuf* rte_mbuf_from_indirect(rte_mbuf* mi) =>
        (rte_mbuf*)((byte*)mi->buf_addr - ((uint)sizeof(rte_mbuf) + mi->priv_size));

    /// <summary>The buffer that comes with the mbuf, in use or not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte* rte_mbuf_buf_addr(rte_mbuf* mb, rte_mempool* mp) =>
        (byte*)mb + sizeof(rte_mbuf) + rte_pktmbuf_priv_size(mp);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte* rte_mbuf_data_addr_default(rte_mbuf* mb) => rte_mbuf_buf_addr(mb, mb->pool) + RTE_PKTMBUF_HEADROOM;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte* rte_mbuf_to_baddr(rte_mbuf* md) => rte_mbuf_buf_addr(md, md->pool);

    /// <summary>The application's private area behind the mbuf record.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void* rte_mbuf_to_priv(rte_mbuf* m) => m + 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_pktmbuf_priv_flags(rte_mempool* mp) => ((rte_pktmbuf_pool_private*)rte_mempool_get_priv(mp))->flags;

    /// <summary>Whether the mbuf's pool gives every mbuf an external buffer of its own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool RTE_MBUF_HAS_PINNED_EXTBUF(rte_mbuf* mb) =>
        (rte_pktmbuf_priv_flags(mb->pool) & (uint)RTE_PKTMBUF_POOL_F_PINNED_EXT_BUF) != 0;

    /// <summary>Bytes of buffer, headroom included, in each mbuf of the pool.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_pktmbuf_data_room_size(rte_mempool* mp) =>
        ((rte_pktmbuf_pool_private*)rte_mempool_get_priv(mp))->mbuf_data_room_size;

    /// <summary>Bytes of private area in each mbuf of the pool.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_pktmbuf_priv_size(rte_mempool* mp) =>
        ((rte_pktmbuf_pool_private*)rte_mempool_get_priv(mp))->mbuf_priv_size;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_mbuf_refcnt_read(rte_mbuf* m) => Volatile.Read(ref m->refcnt);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_mbuf_refcnt_set(rte_mbuf* m, ushort new_value) => Volatile.Write(ref m->refcnt, new_value);

    /// <summary>Adds to the reference count and answers the new one. A count of one has one owner, who needs no atomic operation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_mbuf_refcnt_update(rte_mbuf* m, short value)
    {
        if (rte_mbuf_refcnt_read(m) != 1)
        {
            return MbufSlowPath.AddAtomically(ref m->refcnt, value);
        }

        ushort sum = unchecked((ushort)(1 + value));
        rte_mbuf_refcnt_set(m, sum);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_mbuf_ext_refcnt_read(rte_mbuf_ext_shared_info* shinfo) => Volatile.Read(ref shinfo->refcnt);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_mbuf_ext_refcnt_set(rte_mbuf_ext_shared_info* shinfo, ushort new_value) =>
        Volatile.Write(ref shinfo->refcnt, new_value);

    /// <summary>Adds to the reference count of an external buffer and answers the new one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_mbuf_ext_refcnt_update(rte_mbuf_ext_shared_info* shinfo, short value)
    {
        if (rte_mbuf_ext_refcnt_read(shinfo) != 1)
        {
            return MbufSlowPath.AddAtomically(ref shinfo->refcnt, value);
        }

        ushort sum = unchecked((ushort)(1 + value));
        rte_mbuf_ext_refcnt_set(shinfo, sum);
        return sum;
    }

    /// <summary>An mbuf as the pool has it, its fields not reset; null when the pool is empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static rte_mbuf* rte_mbuf_raw_alloc(rte_mempool* mp)
    {
        nint taken = MempoolTake(mp);
        return taken < 0 ? null : (rte_mbuf*)taken;
    }

    /// <summary>Mbufs as the pool has them: all and 0, or none and a negative error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_mbuf_raw_alloc_bulk(rte_mempool* mp, rte_mbuf** mbufs, uint count) =>
        rte_mempool_get_bulk(mp, (void**)mbufs, count);

    /// <summary>Puts back an mbuf that is direct, unshared and alone (reference count and segments 1, no next).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_mbuf_raw_free(rte_mbuf* m) => rte_mempool_put(m->pool, m);

    /// <summary>As <see cref="rte_mbuf_raw_free"/>, for mbufs that are all of pool <paramref name="mp"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_mbuf_raw_free_bulk(rte_mempool* mp, rte_mbuf** mbufs, uint count) =>
        rte_mempool_put_bulk(mp, (void**)mbufs, count);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_pktmbuf_reset_headroom(rte_mbuf* m) => m->data_off = Math.Min((ushort)RTE_PKTMBUF_HEADROOM, m->buf_len);

    /// <summary>Makes the mbuf an empty packet of one segment.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_pktmbuf_reset(rte_mbuf* m)
    {
        // Neighbours in one store, as C's compilers do: packet_type with pkt_len, data_len with vlan_tci, nb_segs with port, next with tx_offload.
        *(ulong*)&m->packet_type = 0;
        *(uint*)&m->data_len = 0;
        m->vlan_tci_outer = 0;
        *(uint*)&m->nb_segs = BitConverter.IsLittleEndian ? 1U | ((uint)RTE_MBUF_PORT_INVALID << 16) : (1U << 16) | RTE_MBUF_PORT_INVALID;
        m->ol_flags &= RTE_MBUF_F_EXTERNAL;
        Vector128<ulong>.Zero.Store((ulong*)&m->next);
        rte_pktmbuf_reset_headroom(m);
    }

    /// <summary>
    /// Makes mbufs that come from pool <paramref name="mp"/> as raw allocation gives them empty packets. New in 25.11's C; it needs nothing of
    /// that version.
    /// </summary>
    public static void rte_mbuf_raw_reset_bulk(rte_mempool* mp, rte_mbuf** mbufs, uint count)
    {
        var settings = (rte_pktmbuf_pool_private*)rte_mempool_get_priv(mp);
        ulong flags = (settings->flags & (uint)RTE_PKTMBUF_POOL_F_PINNED_EXT_BUF) != 0 ? RTE_MBUF_F_EXTERNAL : 0;
        ushort offset = Math.Min((ushort)RTE_PKTMBUF_HEADROOM, settings->mbuf_data_room_size);
        for (uint i = 0; i < count; i++)
        {
            rte_mbuf* m = mbufs[i];
            m->pkt_len = 0;
            m->tx_offload = 0;
            m->vlan_tci = 0;
            m->vlan_tci_outer = 0;
            m->port = (ushort)RTE_MBUF_PORT_INVALID;
            m->ol_flags = flags;
            m->packet_type = 0;
            m->data_off = offset;
            m->data_len = 0;
        }
    }

    /// <summary>An empty packet; null when the pool is empty.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static rte_mbuf* rte_pktmbuf_alloc(rte_mempool* mp)
    {
        rte_mbuf* m = rte_mbuf_raw_alloc(mp);
        if (m != null)
        {
            rte_pktmbuf_reset(m);
        }

        return m;
    }

    /// <summary>Empty packets: all and 0, or none and a negative error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_pktmbuf_alloc_bulk(rte_mempool* pool, rte_mbuf** mbufs, uint count)
    {
        int result = rte_mbuf_raw_alloc_bulk(pool, mbufs, count);
        if (result != 0)
        {
            return result;
        }

        for (uint i = 0; i < count; i++)
        {
            rte_pktmbuf_reset(mbufs[i]);
        }

        return 0;
    }

    /// <summary>Puts the record that counts references to an external buffer at that buffer's end, and takes its bytes off <paramref name="buf_len"/>; null when there is no room.</summary>
    public static rte_mbuf_ext_shared_info* rte_pktmbuf_ext_shinfo_init_helper(
        void* buf_addr, ushort* buf_len, delegate* unmanaged<void*, void*, void> free_cb, void* fcb_opaque)
    {
        byte* end = (byte*)buf_addr + *buf_len;
        byte* place = (byte*)((nuint)(end - sizeof(rte_mbuf_ext_shared_info)) & ~((nuint)sizeof(nuint) - 1));
        if (place <= buf_addr)
        {
            return null;
        }

        var shinfo = (rte_mbuf_ext_shared_info*)place;
        shinfo->free_cb = free_cb;
        shinfo->fcb_opaque = fcb_opaque;
        rte_mbuf_ext_refcnt_set(shinfo, 1);
        *buf_len = (ushort)(place - (byte*)buf_addr);
        return shinfo;
    }

    /// <summary>Makes a fresh direct mbuf use an external buffer. The buffer's count of references is the caller's to set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_pktmbuf_attach_extbuf(
        rte_mbuf* m, void* buf_addr, ulong buf_iova, ushort buf_len, rte_mbuf_ext_shared_info* shinfo)
    {
        m->buf_addr = buf_addr;
        rte_mbuf_iova_set(m, buf_iova);
        m->buf_len = buf_len;
        m->data_len = 0;
        m->data_off = 0;
        m->ol_flags |= RTE_MBUF_F_EXTERNAL;
        m->shinfo = shinfo;
    }

    public static void rte_pktmbuf_detach_extbuf(rte_mbuf* m) => rte_pktmbuf_detach(m);

    /// <summary>Copies the dynamic fields.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_mbuf_dynfield_copy(rte_mbuf* mdst, rte_mbuf* msrc)
    {
        // They are the last of the record.
        const int Bytes = 9 * sizeof(uint);
        RingCore.Copy((byte*)(mdst + 1) - Bytes, (byte*)(msrc + 1) - Bytes, Bytes);
    }

    /// <summary>Makes the fresh direct mbuf <paramref name="mi"/> refer to the data of <paramref name="m"/>, one segment, which gains a reference.</summary>
    public static void rte_pktmbuf_attach(rte_mbuf* mi, rte_mbuf* m)
    {
        if (RTE_MBUF_HAS_EXTBUF(m))
        {
            _ = rte_mbuf_ext_refcnt_update(m->shinfo, 1);
            mi->ol_flags = m->ol_flags;
            mi->shinfo = m->shinfo;
        }
        else
        {
            // Of an indirect mbuf it is the mbuf behind it that counts.
            _ = rte_mbuf_refcnt_update(rte_mbuf_from_indirect(m), 1);
            mi->priv_size = m->priv_size;
            mi->ol_flags = m->ol_flags | RTE_MBUF_F_INDIRECT;
        }

        mi->port = m->port;
        mi->vlan_tci = m->vlan_tci;
        mi->vlan_tci_outer = m->vlan_tci_outer;
        mi->tx_offload = m->tx_offload;
        mi->hash = m->hash;
        mi->packet_type = m->packet_type;
        rte_mbuf_dynfield_copy(mi, m);

        mi->data_off = m->data_off;
        mi->data_len = m->data_len;
        rte_mbuf_iova_set(mi, rte_mbuf_iova_get(m));
        mi->buf_addr = m->buf_addr;
        mi->buf_len = m->buf_len;

        mi->next = null;
        mi->pkt_len = mi->data_len;
        mi->nb_segs = 1;
    }

    /// <summary>Gives up the other mbuf's or the external buffer and makes the mbuf direct and empty. A pinned external buffer stays.</summary>
    public static void rte_pktmbuf_detach(rte_mbuf* m)
    {
        rte_mempool* mp = m->pool;
        if (RTE_MBUF_HAS_EXTBUF(m))
        {
            if ((rte_pktmbuf_priv_flags(mp) & (uint)RTE_PKTMBUF_POOL_F_PINNED_EXT_BUF) != 0)
            {
                return;
            }

            if (rte_mbuf_ext_refcnt_update(m->shinfo, -1) == 0)
            {
                m->shinfo->free_cb(m->buf_addr, m->shinfo->fcb_opaque);
            }
        }
        else
        {
            rte_mbuf* direct = rte_mbuf_from_indirect(m);
            if (rte_mbuf_refcnt_update(direct, -1) == 0)
            {
                direct->next = null;
                direct->nb_segs = 1;
                rte_mbuf_refcnt_set(direct, 1);
                rte_mbuf_raw_free(direct);
            }
        }

        ushort privateSize = rte_pktmbuf_priv_size(mp);
        uint recordSize = (uint)sizeof(rte_mbuf) + privateSize;
        m->priv_size = privateSize;
        m->buf_addr = (byte*)m + recordSize;
        rte_mbuf_iova_set(m, rte_mempool_virt2iova(m) + recordSize);
        m->buf_len = rte_pktmbuf_data_room_size(mp);
        rte_pktmbuf_reset_headroom(m);
        m->data_len = 0;
        m->ol_flags = 0;
    }

    /// <summary>Gives up one reference to the segment: the mbuf, ready for <see cref="rte_mbuf_raw_free"/>, or null when others still use it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static rte_mbuf* rte_pktmbuf_prefree_seg(rte_mbuf* m)
    {
        if (rte_mbuf_refcnt_read(m) != 1 || !RTE_MBUF_DIRECT(m))
        {
            return MbufSlowPath.PrefreeSegment(m);
        }

        // Reading first: a fresh packet of one segment leaves the cache line clean.
        if (m->next != null)
        {
            m->next = null;
        }

        if (m->nb_segs != 1)
        {
            m->nb_segs = 1;
        }

        return m;
    }

    /// <summary>Frees one segment, not those after it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_pktmbuf_free_seg(rte_mbuf* m)
    {
        m = rte_pktmbuf_prefree_seg(m);
        if (m != null)
        {
            rte_mbuf_raw_free(m);
        }
    }

    /// <summary>Frees a packet with all its segments. Null is allowed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_pktmbuf_free(rte_mbuf* m)
    {
        while (m != null)
        {
            rte_mbuf* next = m->next;
            rte_pktmbuf_free_seg(m);
            m = next;
        }
    }

    /// <summary>Adds to the reference count of every segment.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_pktmbuf_refcnt_update(rte_mbuf* m, short v)
    {
        do
        {
            _ = rte_mbuf_refcnt_update(m, v);
            m = m->next;
        }
        while (m != null);
    }

    /// <summary>Free bytes in front of the segment's data.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_pktmbuf_headroom(rte_mbuf* m) => m->data_off;

    /// <summary>Free bytes behind the segment's data.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_pktmbuf_tailroom(rte_mbuf* m) => unchecked((ushort)(m->buf_len - m->data_off - m->data_len));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static rte_mbuf* rte_pktmbuf_lastseg(rte_mbuf* m)
    {
        while (m->next != null)
        {
            m = m->next;
        }

        return m;
    }

    /// <summary>Bytes of the packet, all segments. As in C, it can be assigned to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref uint rte_pktmbuf_pkt_len(rte_mbuf* m) => ref m->pkt_len;

    /// <summary>Bytes of this segment. As in C, it can be assigned to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref ushort rte_pktmbuf_data_len(rte_mbuf* m) => ref m->data_len;

    /// <summary>Adds bytes in front; the new start, or null when the headroom is too small.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte* rte_pktmbuf_prepend(rte_mbuf* m, ushort len)
    {
        if (len > m->data_off)
        {
            return null;
        }

        m->data_off -= len;
        m->data_len += len;
        m->pkt_len += len;
        return (byte*)m->buf_addr + m->data_off;
    }

    /// <summary>Adds bytes behind the last segment; where they are, or null when its tailroom is too small.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte* rte_pktmbuf_append(rte_mbuf* m, ushort len)
    {
        rte_mbuf* last = rte_pktmbuf_lastseg(m);
        if (len > rte_pktmbuf_tailroom(last))
        {
            return null;
        }

        byte* tail = (byte*)last->buf_addr + last->data_off + last->data_len;
        last->data_len += len;
        m->pkt_len += len;
        return tail;
    }

    /// <summary>Removes bytes from the front; the new start, or null when the first segment has fewer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte* rte_pktmbuf_adj(rte_mbuf* m, ushort len)
    {
        if (len > m->data_len)
        {
            return null;
        }

        m->data_len -= len;
        m->data_off += len;
        m->pkt_len -= len;
        return (byte*)m->buf_addr + m->data_off;
    }

    /// <summary>Removes bytes from the end of the last segment; -1 when that has fewer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_pktmbuf_trim(rte_mbuf* m, ushort len)
    {
        rte_mbuf* last = rte_pktmbuf_lastseg(m);
        if (len > last->data_len)
        {
            return -1;
        }

        last->data_len -= len;
        m->pkt_len -= len;
        return 0;
    }

    /// <summary>1 when the packet is one segment.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_pktmbuf_is_contiguous(rte_mbuf* m) => m->nb_segs == 1 ? 1 : 0;

    /// <summary>
    /// The bytes from <paramref name="off"/> on: in place where they lie in one segment, else copied to <paramref name="buf"/>; null when
    /// the packet ends before.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void* rte_pktmbuf_read(rte_mbuf* m, uint off, uint len, void* buf)
    {
        // In 64 bits: C did it in 32 until 25.11, and a huge offset read from anywhere.
        ulong end = (ulong)off + len;
        if (end <= m->data_len)
        {
            return (byte*)m->buf_addr + m->data_off + off;
        }

        return end <= m->pkt_len ? MbufSlowPath.Read(m, off, len, buf) : null;
    }

    /// <summary>Appends the segments of <paramref name="tail"/> to <paramref name="head"/>; -EOVERFLOW when that makes too many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_pktmbuf_chain(rte_mbuf* head, rte_mbuf* tail)
    {
        if (head->nb_segs + tail->nb_segs > ushort.MaxValue)
        {
            return -Errno.EOVERFLOW;
        }

        rte_pktmbuf_lastseg(head)->next = tail;
        head->nb_segs += tail->nb_segs;
        head->pkt_len += tail->pkt_len;
        // pkt_len counts in a first segment only; in the others it is the segment's own.
        tail->pkt_len = tail->data_len;
        return 0;
    }

    /// <summary>The value of <c>tx_offload</c> with these lengths. Of constants, a constant.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_mbuf_tx_offload(ulong il2, ulong il3, ulong il4, ulong tso, ulong ol3, ulong ol2, ulong unused) =>
        il2 | (il3 << 7) | (il4 << 16) | (tso << 24) | (ol3 << 40) | (ol2 << 49) | (unused << 56);

    /// <summary>0, or -EINVAL when the transmit flags contradict each other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_validate_tx_offload(rte_mbuf* m)
    {
        ulong flags = m->ol_flags;
        return (flags & RTE_MBUF_F_TX_OFFLOAD_MASK) == 0 ? 0 : MbufSlowPath.ValidateTxOffload(m, flags);
    }

    /// <summary>Gathers the packet in its first segment; -1 when that has no room.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_pktmbuf_linearize(rte_mbuf* mbuf) => mbuf->nb_segs == 1 ? 0 : __rte_pktmbuf_linearize(mbuf);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint rte_mbuf_sched_queue_get(rte_mbuf* m) => m->hash.sched.queue_id;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte rte_mbuf_sched_traffic_class_get(rte_mbuf* m) => m->hash.sched.traffic_class;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte rte_mbuf_sched_color_get(rte_mbuf* m) => m->hash.sched.color;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_mbuf_sched_get(rte_mbuf* m, uint* queue_id, byte* traffic_class, byte* color)
    {
        rte_mbuf_sched sched = m->hash.sched;
        *queue_id = sched.queue_id;
        *traffic_class = sched.traffic_class;
        *color = sched.color;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_mbuf_sched_queue_set(rte_mbuf* m, uint queue_id) => m->hash.sched.queue_id = queue_id;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_mbuf_sched_traffic_class_set(rte_mbuf* m, byte traffic_class) => m->hash.sched.traffic_class = traffic_class;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_mbuf_sched_color_set(rte_mbuf* m, byte color) => m->hash.sched.color = color;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_mbuf_sched_set(rte_mbuf* m, uint queue_id, byte traffic_class, byte color) =>
        m->hash.sched = new rte_mbuf_sched { queue_id = queue_id, traffic_class = traffic_class, color = color };
}
