using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// Addresses are read as four and two bytes: C's alignment of two is all that a packet promises.
public static unsafe partial class Dpdk
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_is_same_ether_addr(rte_ether_addr* ea1, rte_ether_addr* ea2) =>
        ((*(uint*)ea1 ^ *(uint*)ea2) | (uint)(((ushort*)ea1)[2] ^ ((ushort*)ea2)[2])) == 0 ? 1 : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_is_zero_ether_addr(rte_ether_addr* ea) => (*(uint*)ea | ((ushort*)ea)[2]) == 0 ? 1 : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_is_unicast_ether_addr(rte_ether_addr* ea) => (*(byte*)ea & 1) == 0 ? 1 : 0;

    /// <summary>1 for group addresses, broadcast among them.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_is_multicast_ether_addr(rte_ether_addr* ea) => *(byte*)ea & 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_is_broadcast_ether_addr(rte_ether_addr* ea) =>
        *(uint*)ea == uint.MaxValue && ((ushort*)ea)[2] == ushort.MaxValue ? 1 : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_is_universal_ether_addr(rte_ether_addr* ea) => (*(byte*)ea & 2) == 0 ? 1 : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_is_local_admin_ether_addr(rte_ether_addr* ea) => (*(byte*)ea & 2) != 0 ? 1 : 0;

    /// <summary>1 for what a station can have: neither a group address nor all zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_is_valid_assigned_ether_addr(rte_ether_addr* ea) =>
        rte_is_unicast_ether_addr(ea) & (1 - rte_is_zero_ether_addr(ea));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_ether_addr_copy(rte_ether_addr* ea_from, rte_ether_addr* ea_to)
    {
        // Two moves; a copy of the struct can become a call.
        *(uint*)ea_to = *(uint*)ea_from;
        ((ushort*)ea_to)[2] = ((ushort*)ea_from)[2];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort RTE_VLAN_TCI_ID(ushort vlan_tci) => (ushort)(vlan_tci & 0x0fff);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort RTE_VLAN_TCI_PRI(ushort vlan_tci) => (ushort)(vlan_tci >> 13);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort RTE_VLAN_TCI_DEI(ushort vlan_tci) => (ushort)((vlan_tci >> 12) & 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort RTE_VLAN_TCI_MAKE(int id, int pri, int dei) => unchecked((ushort)(id | (pri << 13) | (dei << 12)));

    /// <summary>Takes the VLAN tag out of the packet and into the mbuf; -1 when there is none.</summary>
    public static int rte_vlan_strip(rte_mbuf* m)
    {
        byte* frame = (byte*)rte_pktmbuf_mtod(m);
        if (*(ushort*)(frame + 12) != rte_cpu_to_be_16(0x8100))
        {
            return -1;
        }

        m->ol_flags |= RTE_MBUF_F_RX_VLAN | RTE_MBUF_F_RX_VLAN_STRIPPED;
        m->vlan_tci = rte_be_to_cpu_16(*(ushort*)(frame + 14));
        ulong low = *(ulong*)frame;
        uint high = *(uint*)(frame + 8);
        byte* start = rte_pktmbuf_adj(m, 4);
        *(ulong*)start = low;
        *(uint*)(start + 8) = high;
        return 0;
    }

    /// <summary>Puts the mbuf's VLAN tag into the packet: 0, -EINVAL for a shared mbuf or a frame too short, -ENOSPC without headroom.</summary>
    public static int rte_vlan_insert(rte_mbuf** m)
    {
        rte_mbuf* mbuf = *m;
        if (!RTE_MBUF_DIRECT(mbuf) || rte_mbuf_refcnt_read(mbuf) > 1 || mbuf->data_len < 12)
        {
            return -Errno.EINVAL;
        }

        byte* old = (byte*)rte_pktmbuf_mtod(mbuf);
        byte* frame = rte_pktmbuf_prepend(mbuf, 4);
        if (frame == null)
        {
            return -Errno.ENOSPC;
        }

        ulong low = *(ulong*)old;
        uint high = *(uint*)(old + 8);
        *(ulong*)frame = low;
        *(uint*)(frame + 8) = high;
        *(ushort*)(frame + 12) = rte_cpu_to_be_16(0x8100);
        *(ushort*)(frame + 14) = rte_cpu_to_be_16(mbuf->vlan_tci);

        mbuf->ol_flags &= ~(RTE_MBUF_F_RX_VLAN_STRIPPED | RTE_MBUF_F_TX_VLAN);
        if ((mbuf->ol_flags & RTE_MBUF_F_TX_TUNNEL_MASK) != 0)
        {
            mbuf->outer_l2_len += 4;
        }
        else
        {
            mbuf->l2_len += 4;
        }

        return 0;
    }
}
