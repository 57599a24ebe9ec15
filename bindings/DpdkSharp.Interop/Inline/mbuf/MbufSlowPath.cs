using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

/// <summary>Shared, indirect and external mbufs, and the checks that only packets with offloads need.</summary>
internal static unsafe class MbufSlowPath
{
    /// <summary>Adds and answers the sum; acquire and release.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static ushort AddAtomically(ref ushort count, short value)
    {
        // .NET has no 16-bit add, but a 16-bit compare-and-exchange.
        ushort old = Volatile.Read(ref count);
        while (true)
        {
            ushort sum = unchecked((ushort)(old + value));
            ushort seen = Interlocked.CompareExchange(ref count, sum, old);
            if (seen == old)
            {
                return sum;
            }

            old = seen;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static rte_mbuf* PrefreeSegment(rte_mbuf* m)
    {
        bool shared = Dpdk.rte_mbuf_refcnt_read(m) != 1;
        if (shared && AddAtomically(ref m->refcnt, -1) != 0)
        {
            return null;
        }

        if (!Dpdk.RTE_MBUF_DIRECT(m))
        {
            Dpdk.rte_pktmbuf_detach(m);
            if (Dpdk.RTE_MBUF_HAS_EXTBUF(m) && Dpdk.RTE_MBUF_HAS_PINNED_EXTBUF(m) && PinnedBufferIsShared(m))
            {
                return null;
            }
        }

        m->next = null;
        m->nb_segs = 1;
        if (shared)
        {
            Dpdk.rte_mbuf_refcnt_set(m, 1);
        }

        return m;
    }

    /// <summary>Gives up the mbuf's reference to its pinned buffer; whether others still use that.</summary>
    private static bool PinnedBufferIsShared(rte_mbuf* m)
    {
        m->ol_flags = Dpdk.RTE_MBUF_F_EXTERNAL;
        rte_mbuf_ext_shared_info* shinfo = m->shinfo;
        if (Dpdk.rte_mbuf_ext_refcnt_read(shinfo) == 1)
        {
            return false;
        }

        if (AddAtomically(ref shinfo->refcnt, -1) != 0)
        {
            return true;
        }

        Dpdk.rte_mbuf_ext_refcnt_set(shinfo, 1);
        return false;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void* Read(rte_mbuf* m, uint offset, uint length, void* buffer)
    {
        if (length != 0)
        {
            return Dpdk.__rte_pktmbuf_read(m, offset, length, buffer);
        }

        // No bytes at the very end of a chain: the exported function walks past the last segment there and crashes.
        while (offset >= m->data_len && m->next != null)
        {
            offset -= m->data_len;
            m = m->next;
        }

        return (byte*)m->buf_addr + m->data_off + offset;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static int ValidateTxOffload(rte_mbuf* m, ulong flags)
    {
        bool ipChecksum = (flags & Dpdk.RTE_MBUF_F_TX_IP_CKSUM) != 0;
        bool ipv4 = (flags & Dpdk.RTE_MBUF_F_TX_IPV4) != 0;
        bool ipv6 = (flags & Dpdk.RTE_MBUF_F_TX_IPV6) != 0;
        bool tso = (flags & Dpdk.RTE_MBUF_F_TX_TCP_SEG) != 0;
        bool l4 = (flags & (Dpdk.RTE_MBUF_F_TX_L4_MASK | Dpdk.RTE_MBUF_F_TX_TCP_SEG)) != 0;
        bool outerChecksum = (flags & Dpdk.RTE_MBUF_F_TX_OUTER_IP_CKSUM) != 0;
        bool outerIpv4 = (flags & Dpdk.RTE_MBUF_F_TX_OUTER_IPV4) != 0;

        bool wrong = (ipChecksum && ipv6)
            || (l4 && !ipv4 && !ipv6)
            || (tso && (m->tso_segsz == 0 || (ipv4 && !ipChecksum)))
            || (outerChecksum && !outerIpv4);
        return wrong ? -Errno.EINVAL : 0;
    }
}
