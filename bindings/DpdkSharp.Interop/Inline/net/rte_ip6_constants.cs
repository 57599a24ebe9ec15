namespace DpdkSharp.Interop;

// Addresses as C's initialisers write them: eight groups of 16 bits, in the host's byte order.
public static unsafe partial class Dpdk
{
    public static rte_ipv6_addr RTE_IPV6(ushort a, ushort b, ushort c, ushort d, ushort e, ushort f, ushort g, ushort h)
    {
        rte_ipv6_addr address = default;
        ReadOnlySpan<ushort> groups = [a, b, c, d, e, f, g, h];
        for (int i = 0; i < groups.Length; i++)
        {
            address.a[2 * i] = (byte)(groups[i] >> 8);
            address.a[(2 * i) + 1] = (byte)groups[i];
        }
        return address;
    }

    /// <summary>The mask of a full prefix.</summary>
    public static rte_ipv6_addr RTE_IPV6_MASK_FULL => RTE_IPV6(0xffff, 0xffff, 0xffff, 0xffff, 0xffff, 0xffff, 0xffff, 0xffff);

    /// <summary>::</summary>
    public static rte_ipv6_addr RTE_IPV6_ADDR_UNSPEC => default;

    /// <summary>::1</summary>
    public static rte_ipv6_addr RTE_IPV6_ADDR_LOOPBACK => RTE_IPV6(0, 0, 0, 0, 0, 0, 0, 1);

    /// <summary>::ffff:0:0</summary>
    public static rte_ipv6_addr RTE_IPV6_ADDR_PREFIX_V4MAPPED => RTE_IPV6(0, 0, 0, 0, 0, 0xffff, 0, 0);

    /// <summary>ff01::1</summary>
    public static rte_ipv6_addr RTE_IPV6_ADDR_ALLNODES_IFACE_LOCAL => RTE_IPV6(0xff01, 0, 0, 0, 0, 0, 0, 1);

    /// <summary>ff02::1</summary>
    public static rte_ipv6_addr RTE_IPV6_ADDR_ALLNODES_LINK_LOCAL => RTE_IPV6(0xff02, 0, 0, 0, 0, 0, 0, 1);

    /// <summary>ff01::2</summary>
    public static rte_ipv6_addr RTE_IPV6_ADDR_ALLROUTERS_IFACE_LOCAL => RTE_IPV6(0xff01, 0, 0, 0, 0, 0, 0, 2);

    /// <summary>ff02::2</summary>
    public static rte_ipv6_addr RTE_IPV6_ADDR_ALLROUTERS_LINK_LOCAL => RTE_IPV6(0xff02, 0, 0, 0, 0, 0, 0, 2);

    /// <summary>ff05::2</summary>
    public static rte_ipv6_addr RTE_IPV6_ADDR_ALLROUTERS_SITE_LOCAL => RTE_IPV6(0xff05, 0, 0, 0, 0, 0, 0, 2);

    /// <summary>The bit of a fragment header's field (host order) that says more fragments follow.</summary>
    public static ushort RTE_IPV6_GET_MF(ushort x) => (ushort)(x & RTE_IPV6_EHDR_MF_MASK);

    /// <summary>The offset in a fragment header's field (host order), in units of 8 bytes.</summary>
    public static ushort RTE_IPV6_GET_FO(ushort x) => (ushort)(x >> RTE_IPV6_EHDR_FO_SHIFT);

    /// <summary>A fragment header's field (host order).</summary>
    /// <param name="fo">The offset in bytes, a multiple of 8.</param>
    /// <param name="mf">1 when more fragments follow, else 0.</param>
    public static ushort RTE_IPV6_SET_FRAG_DATA(ushort fo, ushort mf) => (ushort)((fo & RTE_IPV6_EHDR_FO_MASK) | (mf & RTE_IPV6_EHDR_MF_MASK));

    /// <summary>The bit of an IPv4 option's type that has it copied into each fragment; 0 when it is not set.</summary>
    public static int RTE_IPV4_HDR_OPT_COPIED(int v) => v & 0x80;
}
