using System.Numerics;
using System.Runtime.CompilerServices;

namespace DpdkSharp.Interop;

// Addresses are handled as two halves of 64 bits. They need no alignment: they stand in packets.
public static unsafe partial class Dpdk
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool rte_ipv6_addr_eq(rte_ipv6_addr* a, rte_ipv6_addr* b) => (First(a) ^ First(b) | (Second(a) ^ Second(b))) == 0;

    /// <summary>Clears what follows the first <paramref name="depth"/> bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_ipv6_addr_mask(rte_ipv6_addr* ip, byte depth)
    {
        Unsafe.WriteUnaligned(ip, First(ip) & PrefixMask(depth));
        Unsafe.WriteUnaligned((ulong*)ip + 1, Second(ip) & PrefixMask(depth - 64));
    }

    /// <summary>Whether the first <paramref name="depth"/> bits are the same; more than 128 means all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool rte_ipv6_addr_eq_prefix(rte_ipv6_addr* a, rte_ipv6_addr* b, byte depth) =>
        (((First(a) ^ First(b)) & PrefixMask(depth)) | ((Second(a) ^ Second(b)) & PrefixMask(depth - 64))) == 0;

    /// <summary>How many of the first bits are set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte rte_ipv6_mask_depth(rte_ipv6_addr* mask)
    {
        int depth = BitOperations.LeadingZeroCount(~rte_be_to_cpu_64(First(mask)));
        return (byte)(depth < 64 ? depth : 64 + BitOperations.LeadingZeroCount(~rte_be_to_cpu_64(Second(mask))));
    }

    /// <summary><c>::</c></summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool rte_ipv6_addr_is_unspec(rte_ipv6_addr* ip) => (First(ip) | Second(ip)) == 0;

    /// <summary><c>::1</c></summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool rte_ipv6_addr_is_loopback(rte_ipv6_addr* ip) => (First(ip) | (Second(ip) ^ rte_cpu_to_be_64(1))) == 0;

    /// <summary><c>fe80::/10</c></summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool rte_ipv6_addr_is_linklocal(rte_ipv6_addr* ip) => ip->a[0] == 0xfe && (ip->a[1] & 0xc0) == 0x80;

    /// <summary><c>fec0::/10</c></summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool rte_ipv6_addr_is_sitelocal(rte_ipv6_addr* ip) => ip->a[0] == 0xfe && (ip->a[1] & 0xc0) == 0xc0;

    /// <summary><c>::/96</c> without <c>::1</c></summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool rte_ipv6_addr_is_v4compat(rte_ipv6_addr* ip) =>
        (First(ip) | (Second(ip) & PrefixMask(32))) == 0 && !rte_ipv6_addr_is_loopback(ip);

    /// <summary><c>::ffff:0:0/96</c></summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool rte_ipv6_addr_is_v4mapped(rte_ipv6_addr* ip) =>
        (First(ip) | ((Second(ip) ^ rte_cpu_to_be_64(0xffffUL << 32)) & PrefixMask(32))) == 0;

    /// <summary><c>ff00::/8</c></summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool rte_ipv6_addr_is_mcast(rte_ipv6_addr* ip) => ip->a[0] == 0xff;

    /// <summary>How far a multicast address reaches; none for others.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static rte_ipv6_mc_scope rte_ipv6_mc_scope(rte_ipv6_addr* ip) =>
        rte_ipv6_addr_is_mcast(ip) ? (rte_ipv6_mc_scope)(ip->a[1] & 0x0f) : RTE_IPV6_MC_SCOPE_NONE;

    /// <summary>The link-local address that an interface has by its MAC address.</summary>
    public static void rte_ipv6_llocal_from_ethernet(rte_ipv6_addr* ip, rte_ether_addr* mac)
    {
        byte* m = mac->addr_bytes;
        byte* a = ip->a;
        Unsafe.WriteUnaligned(a, rte_cpu_to_be_64(0xfe80UL << 48));
        a[8] = (byte)(m[0] ^ RTE_ETHER_LOCAL_ADMIN_ADDR);
        a[9] = m[1];
        a[10] = m[2];
        a[11] = 0xff;
        a[12] = 0xfe;
        a[13] = m[3];
        a[14] = m[4];
        a[15] = m[5];
    }

    /// <summary>The multicast address on which neighbours ask for <paramref name="ip"/>.</summary>
    public static void rte_ipv6_solnode_from_addr(rte_ipv6_addr* sol, rte_ipv6_addr* ip)
    {
        ulong host = rte_be_to_cpu_64(Second(ip)) & 0xff_ffff;
        Unsafe.WriteUnaligned(sol, rte_cpu_to_be_64(0xff02UL << 48));
        Unsafe.WriteUnaligned((ulong*)sol + 1, rte_cpu_to_be_64(0x1_ff00_0000UL | host));
    }

    /// <summary>The MAC address that packets to a multicast address are sent to.</summary>
    public static void rte_ether_mcast_from_ipv6(rte_ether_addr* mac, rte_ipv6_addr* ip)
    {
        mac->addr_bytes[0] = 0x33;
        mac->addr_bytes[1] = 0x33;
        Unsafe.WriteUnaligned(mac->addr_bytes + 2, Unsafe.ReadUnaligned<uint>(ip->a + 12));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong First(rte_ipv6_addr* ip) => Unsafe.ReadUnaligned<ulong>(ip);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Second(rte_ipv6_addr* ip) => Unsafe.ReadUnaligned<ulong>((ulong*)ip + 1);

    /// <summary>The mask of the first bits in network order: none for 0 and less, all from 64 on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong PrefixMask(int depth) =>
        depth <= 0 ? 0 : depth >= 64 ? ulong.MaxValue : rte_cpu_to_be_64(ulong.MaxValue << (64 - depth));
}
