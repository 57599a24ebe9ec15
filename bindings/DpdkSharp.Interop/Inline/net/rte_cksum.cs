using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

public static unsafe partial class Dpdk
{
    /// <summary>The one's-complement sum of the bytes, in network order as it lies in memory, not complemented.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort rte_raw_cksum(void* buf, nuint len) => Checksum.Fold(Checksum.Sum(in *(byte*)buf, len));

    /// <summary>The same over <paramref name="len"/> bytes of a packet from <paramref name="off"/> on, across segments; -1 when it ends before.</summary>
    public static int rte_raw_cksum_mbuf(rte_mbuf* m, uint off, uint len, ushort* cksum)
    {
        ulong end = (ulong)off + len;
        if (end <= m->data_len)
        {
            *cksum = rte_raw_cksum((byte*)rte_pktmbuf_mtod(m) + off, len);
            return 0;
        }

        if (end > m->pkt_len)
        {
            return -1;
        }

        rte_mbuf* segment = m;
        while (segment != null && off >= segment->data_len)
        {
            off -= segment->data_len;
            segment = segment->next;
        }

        ulong sum = 0;
        uint done = 0;
        // A null segment before the end: pkt_len says more than the chain has.
        while (segment != null)
        {
            uint here = Math.Min(segment->data_len - off, len - done);
            ushort part = rte_raw_cksum((byte*)rte_pktmbuf_mtod(segment) + off, here);
            // After an odd number of bytes, high and low bytes have changed places.
            sum += (done & 1) != 0 ? rte_bswap16(part) : part;
            done += here;
            if (done == len)
            {
                *cksum = Checksum.Fold(sum);
                return 0;
            }

            off = 0;
            segment = segment->next;
        }

        return -1;
    }
}
