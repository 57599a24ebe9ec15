using CsCheck;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Inline;

public sealed unsafe class Ipv6AddressTests
{
    // Addresses of each kind as well as any.
    private static readonly byte[][] s_prefixes =
    [
        [], [0xfe, 0x80], [0xfe, 0xbf], [0xfe, 0xc0], [0xff, 0x02], [0xff, 0x0e], [.. new byte[15], 1], new byte[16], new byte[12], [.. new byte[10], 0xff, 0xff], [0xff],
        [.. Enumerable.Repeat((byte)0xff, 16)], [.. Enumerable.Repeat((byte)0xff, 9), 0xe0, .. new byte[6]],
    ];

    private static readonly Gen<byte[]> s_addresses = Gen.Select(Gen.Byte.Array[16], Gen.Int[0, s_prefixes.Length - 1], static (bytes, i) =>
    {
        s_prefixes[i].CopyTo(bytes, 0);
        return bytes;
    });

    [Fact]
    public void Kinds_and_scopes_equal_c() => s_addresses.Sample(
        bytes =>
        {
            fixed (byte* memory = bytes)
            {
                var a = (rte_ipv6_addr*)memory;
                int kinds = Bit(rte_ipv6_addr_is_unspec(a), 0) | Bit(rte_ipv6_addr_is_loopback(a), 1) | Bit(rte_ipv6_addr_is_linklocal(a), 2)
                    | Bit(rte_ipv6_addr_is_sitelocal(a), 3) | Bit(rte_ipv6_addr_is_v4compat(a), 4) | Bit(rte_ipv6_addr_is_v4mapped(a), 5)
                    | Bit(rte_ipv6_addr_is_mcast(a), 6);
                Assert.Equal(((delegate* unmanaged<void*, int>)Oracle.GetNewest("o_ipv6_kind"))(a), kinds);
                Assert.Equal(((delegate* unmanaged<void*, int>)Oracle.GetNewest("o_rte_ipv6_mc_scope"))(a), (int)rte_ipv6_mc_scope(a));
                Assert.Equal(((delegate* unmanaged<void*, byte>)Oracle.GetNewest("o_rte_ipv6_mask_depth"))(a), rte_ipv6_mask_depth(a));
            }
        },
        iter: 10_000);

    [Fact]
    public void Prefixes_equal_c() => Gen.Select(s_addresses, s_addresses, Gen.Byte, Gen.Int[0, 127], Gen.Bool).Sample(
        (first, second, depth, bit, near) =>
        {
            if (near)
            {
                // One bit apart, or none.
                first.CopyTo(second, 0);
                second[bit / 8] ^= (byte)(depth % 3 == 0 ? 0 : 0x80 >> (bit % 8));
            }

            fixed (byte* memoryA = first)
            fixed (byte* memoryB = second)
            {
                var a = (rte_ipv6_addr*)memoryA;
                var b = (rte_ipv6_addr*)memoryB;
                Assert.Equal(((delegate* unmanaged<void*, void*, byte>)Oracle.GetNewest("o_rte_ipv6_addr_eq"))(a, b) != 0, rte_ipv6_addr_eq(a, b));
                Assert.Equal(
                    ((delegate* unmanaged<void*, void*, byte, byte>)Oracle.GetNewest("o_rte_ipv6_addr_eq_prefix"))(a, b, depth) != 0,
                    rte_ipv6_addr_eq_prefix(a, b, depth));
                first.CopyTo(second, 0);
                ((delegate* unmanaged<void*, byte, void>)Oracle.GetNewest("o_rte_ipv6_addr_mask"))(a, depth);
                rte_ipv6_addr_mask(b, depth);
                Assert.Equal(first, second);
            }
        },
        iter: 10_000);

    [Fact]
    public void Derived_addresses_equal_c() => Gen.Select(Gen.Byte.Array[16], Gen.Byte.Array[6]).Sample(
        (bytes, mac) =>
        {
            byte* c = stackalloc byte[16];
            byte* here = stackalloc byte[16];
            new Span<byte>(c, 16).Fill(9);
            new Span<byte>(here, 16).Fill(9);
            fixed (byte* address = bytes)
            fixed (byte* ether = mac)
            {
                ((delegate* unmanaged<void*, void*, void>)Oracle.GetNewest("o_rte_ipv6_llocal_from_ethernet"))(c, ether);
                rte_ipv6_llocal_from_ethernet((rte_ipv6_addr*)here, (rte_ether_addr*)ether);
                Assert.Equal(new Span<byte>(c, 16).ToArray(), new Span<byte>(here, 16).ToArray());
                ((delegate* unmanaged<void*, void*, void>)Oracle.GetNewest("o_rte_ipv6_solnode_from_addr"))(c, address);
                rte_ipv6_solnode_from_addr((rte_ipv6_addr*)here, (rte_ipv6_addr*)address);
                Assert.Equal(new Span<byte>(c, 16).ToArray(), new Span<byte>(here, 16).ToArray());
                ((delegate* unmanaged<void*, void*, void>)Oracle.GetNewest("o_rte_ether_mcast_from_ipv6"))(c, address);
                rte_ether_mcast_from_ipv6((rte_ether_addr*)here, (rte_ipv6_addr*)address);
                Assert.Equal(new Span<byte>(c, 16).ToArray(), new Span<byte>(here, 16).ToArray());
            }
        },
        iter: 10_000);

    private static int Bit(bool value, int position) => value ? 1 << position : 0;
}
