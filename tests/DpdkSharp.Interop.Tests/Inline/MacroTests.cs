using CsCheck;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Inline;

/// <summary>Function-like macros that C# has as methods, against C's own.</summary>
public sealed unsafe class MacroTests
{
    private const int Cases = 10_000;

    private static readonly Gen<ulong> s_numbers = Gen.Select(Gen.Int[0, 63], Gen.ULong, static (shift, bits) => bits >> shift);

    [Fact]
    public void Masks_and_fields_equal_c() => Gen.Select(Gen.Int[0, 31], Gen.Int[0, 31], s_numbers, s_numbers).Sample(
        static (a, b, mask, reg) =>
        {
            (int low, int high) = (Math.Min(a, b), Math.Max(a, b));
            Assert.Equal(Two("m_genmask32")((ulong)high, (ulong)low), RTE_GENMASK32(high, low));
            Assert.Equal(Two("m_genmask64")((ulong)high + 32, (ulong)low), RTE_GENMASK64(high + 32, low));
            // Of an empty mask C does not say where it begins.
            Assert.Equal(Two("m_field_get32")((uint)mask | 1, (uint)reg), RTE_FIELD_GET32((uint)mask | 1, (uint)reg));
            Assert.Equal(Two("m_field_get64")(mask | (1UL << a), reg), RTE_FIELD_GET64(mask | (1UL << a), reg));
        },
        iter: Cases);

    [Fact]
    public void Sizes_equal_c() => Gen.Select(Gen.UInt[0, 100_000], s_numbers, Gen.Int[0, 12]).Sample(
        static (n, length, shift) =>
        {
            Assert.Equal(One("m_rule_sz")(n), RTE_ACL_RULE_SZ(n));
            Assert.Equal(One("m_tx_buffer_size")(n), RTE_ETH_TX_BUFFER_SIZE(n));
            Assert.Equal((int)One("m_bits_needed")(length), RTE_PTR_COMPRESS_BITS_NEEDED_FOR_POINTER_WITHIN_RANGE(length));
            Assert.Equal((int)One("m_shift_from_alignment")(length), RTE_PTR_COMPRESS_BIT_SHIFT_FROM_ALIGNMENT(length));
            int can = (RTE_PTR_COMPRESS_CAN_COMPRESS_16_SHIFT(length, 1UL << shift) ? 1 : 0) | (RTE_PTR_COMPRESS_CAN_COMPRESS_32_SHIFT(length, 1UL << shift) ? 2 : 0);
            Assert.Equal((int)Two("m_can_compress")(length, 1UL << shift), can);
        },
        iter: Cases);

    [Fact]
    public void Prefix_masks_equal_c()
    {
        foreach (int size in (int[])[1, 2, 4, 8])
        {
            for (uint length = 0; length <= 8 * size; length++)
            {
                Assert.Equal((uint)Two("m_masklen")(length, (ulong)size), RTE_ACL_MASKLEN_TO_BITMASK(length, size));
                Assert.Equal(Two("m_masklen64")(length, (ulong)size), RTE_ACL_MASKLEN_TO_BITMASK((ulong)length, size));
            }
        }
    }

    [Fact]
    public void Numbers_equal_c() => s_numbers.Sample(
        static x =>
        {
            ulong[] mine =
            [
                (ulong)BPF_CLASS((int)x), (ulong)BPF_SIZE((int)x), (ulong)BPF_MODE((int)x), (ulong)BPF_OP((int)x), (ulong)BPF_SRC((int)x),
                (uint)RTE_BPF_ARG_PTR_TYPE((rte_bpf_arg_type)(uint)x), RTE_PCI_EXT_CAP_ID((uint)x), RTE_PCI_EXT_CAP_NEXT((uint)x), RTE_ETH_RSS_LEVEL(x),
                RTE_XABORT_CODE((uint)x), RTE_SHIFT_VAL32((uint)x, (int)(x & 31)), RTE_SHIFT_VAL64(x, (int)(x & 63)), RTE_IPV6_GET_MF((ushort)x), RTE_IPV6_GET_FO((ushort)x),
                RTE_IPV6_SET_FRAG_DATA((ushort)x, (ushort)(x >> 16)), (ulong)RTE_IPV4_HDR_OPT_COPIED((byte)x),
                RTE_AVP_MAKE_VERSION((uint)x, (uint)(x >> 16), (uint)(x >> 32)), RTE_AVP_GET_RELEASE_VERSION((uint)x), RTE_AVP_GET_MAJOR_VERSION((uint)x),
                RTE_AVP_GET_MINOR_VERSION((uint)x), RTE_AVP_STRIP_MINOR_VERSION((uint)x), Bit(RTE_PMD_IXGBE_BYPASS_MODE_VALID((int)(x % 12) - 2)),
                Bit(RTE_PMD_IXGBE_BYPASS_EVENT_VALID((int)(x % 12) - 2)), Bit(RTE_PMD_IXGBE_BYPASS_TMT_VALID((int)(x % 12) - 2)),
                RTE_DPAAX_QDMA_COPY_SUBMIT(x >> 8, x & 0xff), RTE_VERSION_NUM((byte)x, (byte)(x >> 8), (byte)(x >> 16), (byte)(x >> 24)),
                RTE_GRAPH_SCHED_WQ_SIZE((ushort)x), RTE_ETH_HASH_ALGO_TO_CAPA((rte_eth_hash_function)(x % 32)),
            ];
            for (int i = 0; i < mine.Length; i++)
            {
                ulong c = Two("m_of")((ulong)i, x);
                Assert.True(c == mine[i], $"macro {i} of {x:x}: {c:x} in C, {mine[i]:x} here");
            }
        },
        iter: Cases);

    [Fact]
    public void The_reserved_bits_of_an_event_equal_c() => Gen.Select(Gen.ULong, Gen.Byte, Gen.Bool).Sample(
        static (bits, value, weight) =>
        {
            rte_event e = default;
            e.@event = bits;
            if (weight)
            {
                RTE_PMD_DLB2_SET_QE_WEIGHT(&e, value);
            }
            else
            {
                RTE_PMD_DLB2_SET_QID_DEPTH(&e, value);
            }
            ulong mine = e.@event ^ ((ulong)RTE_PMD_DLB2_GET_QE_WEIGHT(&e) << 62) ^ ((ulong)RTE_PMD_DLB2_GET_QID_DEPTH(&e) << 60);

            Assert.Equal(((delegate* unmanaged<ulong, int, int, ulong>)Oracle.GetNewest("m_dlb2"))(bits, value, weight ? 1 : 0), mine);
        },
        iter: Cases);

    [Fact]
    public void Processor_sets_equal_c() => Gen.ULong.Array[32].Sample(
        static words =>
        {
            cpu_set_t a, b, mine, c;
            for (int i = 0; i < 16; i++)
            {
                a.__bits[i] = words[i];
                b.__bits[i] = words[16 + i];
            }
            var oracle = (delegate* unmanaged<int, cpu_set_t*, cpu_set_t*, cpu_set_t*, void>)Oracle.GetNewest("m_cpu");
            for (int macro = 0; macro < 4; macro++)
            {
                switch (macro)
                {
                    case 0: RTE_CPU_AND(&mine, &a, &b); break;
                    case 1: RTE_CPU_OR(&mine, &a, &b); break;
                    case 2: RTE_CPU_NOT(&mine, &a); break;
                    default: RTE_CPU_FILL(&mine); break;
                }
                oracle(macro, &c, &a, &b);
                Assert.True(new ReadOnlySpan<byte>(&mine, sizeof(cpu_set_t)).SequenceEqual(new ReadOnlySpan<byte>(&c, sizeof(cpu_set_t))), $"macro {macro}");
            }
        },
        iter: Cases);

    [Fact]
    public void IPv6_addresses_equal_c()
    {
        rte_ipv6_addr[] mine =
        [
            RTE_IPV6_MASK_FULL, RTE_IPV6_ADDR_UNSPEC, RTE_IPV6_ADDR_LOOPBACK, RTE_IPV6_ADDR_PREFIX_V4MAPPED, RTE_IPV6_ADDR_ALLNODES_IFACE_LOCAL,
            RTE_IPV6_ADDR_ALLNODES_LINK_LOCAL, RTE_IPV6_ADDR_ALLROUTERS_IFACE_LOCAL, RTE_IPV6_ADDR_ALLROUTERS_LINK_LOCAL, RTE_IPV6_ADDR_ALLROUTERS_SITE_LOCAL,
            RTE_IPV6(0x2001, 0xdb8, 0, 0x1234, 0x5678, 0x9abc, 0xdef0, 1),
        ];
        for (int i = 0; i < mine.Length; i++)
        {
            rte_ipv6_addr c, m = mine[i];
            ((delegate* unmanaged<int, rte_ipv6_addr*, void>)Oracle.GetNewest("m_ipv6"))(i, &c);
            Assert.Equal(Convert.ToHexString(new ReadOnlySpan<byte>(&c, 16)), Convert.ToHexString(new ReadOnlySpan<byte>(&m, 16)));
        }
    }

    [Fact]
    public void Walks_over_bit_sets_equal_c() => Gen.Select(Gen.ULong.Array[3], Gen.Int[1, 192], Gen.Int[0, 191], Gen.Int[0, 192]).Sample(
        static (words, size, at, count) =>
        {
            nuint start = (nuint)(at % size);
            nuint wrapping = (nuint)(count % (size + 1));
            nuint straight = Math.Min(wrapping, (nuint)size - start);
            var oracle = (delegate* unmanaged<int, ulong*, nuint, nuint, nuint, ulong>)Oracle.GetNewest("m_bitset");
            fixed (ulong* set = words)
            {
                for (int walk = 0; walk < 6; walk++)
                {
                    nuint length = walk < 4 ? straight : wrapping;
                    rte_bitset_sequence bits = walk switch
                    {
                        0 => RTE_BITSET_FOREACH_SET(set, (nuint)size),
                        1 => RTE_BITSET_FOREACH_CLEAR(set, (nuint)size),
                        2 => RTE_BITSET_FOREACH_SET_RANGE(set, (nuint)size, start, length),
                        3 => RTE_BITSET_FOREACH_CLEAR_RANGE(set, (nuint)size, start, length),
                        4 => RTE_BITSET_FOREACH_SET_WRAP(set, (nuint)size, start, length),
                        _ => RTE_BITSET_FOREACH_CLEAR_WRAP(set, (nuint)size, start, length),
                    };
                    ulong hash = 1;
                    foreach (nuint bit in bits)
                    {
                        hash = unchecked((hash * 31) + bit);
                    }

                    Assert.True(oracle(walk, set, (nuint)size, start, length) == hash, $"walk {walk} over {size} bits, {length} from {start}");
                }
            }
        },
        iter: Cases);

    [Fact]
    public void Records_around_members_and_places_in_device_files_are_found()
    {
        rte_mbuf mbuf = default;

        Assert.True(container_of<rte_mbuf>(&mbuf.pkt_len, (nuint)((byte*)&mbuf.pkt_len - (byte*)&mbuf)) == &mbuf);
        Assert.Equal(7UL, VFIO_GET_REGION_IDX(VFIO_GET_REGION_ADDR(7) + 4096));
        Assert.Equal(3L, RTE_MIN_T<long>(3, 4));
        Assert.Equal(4L, RTE_MAX_T<long>(3, 4));
    }

    private static ulong Bit(bool value) => value ? 1UL : 0;

    private static delegate* unmanaged<ulong, ulong> One(string name) => (delegate* unmanaged<ulong, ulong>)Oracle.GetNewest(name);

    private static delegate* unmanaged<ulong, ulong, ulong> Two(string name) => (delegate* unmanaged<ulong, ulong, ulong>)Oracle.GetNewest(name);
}
