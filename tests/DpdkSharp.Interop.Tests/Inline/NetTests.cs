using System.Runtime.InteropServices;
using CsCheck;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Inline;

public sealed unsafe class NetTests(EalFixture eal)
{
    private static readonly Gen<byte[]> s_bytes = Gen.OneOf(
        Gen.Byte.Array[0, 200],
        Gen.Byte.Array[0, 3000],
        // Carries all the way.
        Gen.Select(Gen.Int[0, 300], Gen.Int[0, 299], (n, zero) => Enumerable.Range(0, n).Select(i => i == zero ? (byte)0 : (byte)255).ToArray()));

    [Fact]
    public void Raw_sums_equal_c_at_any_length_and_alignment() => Gen.Select(s_bytes, Gen.Int[0, 15]).Sample(
        (bytes, shift) =>
        {
            byte* memory = stackalloc byte[3100];
            bytes.CopyTo(new Span<byte>(memory + shift, 3000));
            var inC = (delegate* unmanaged<void*, nuint, ushort>)Oracle.Get("o_rte_raw_cksum");
            Assert.Equal(inC(memory + shift, (nuint)bytes.Length), rte_raw_cksum(memory + shift, (nuint)bytes.Length));
        },
        iter: 10_000);

    [Fact]
    public void The_largest_packet_of_ones_does_not_lose_a_carry()
    {
        byte[] bytes = new byte[65535];
        Array.Fill(bytes, (byte)255);
        var inC = (delegate* unmanaged<void*, nuint, ushort>)Oracle.Get("o_rte_raw_cksum");
        fixed (byte* memory = bytes)
        {
            for (nuint length = 65500; length <= 65535; length++)
            {
                Assert.Equal(inC(memory, length), rte_raw_cksum(memory, length));
            }
        }
    }

    [Fact]
    public void Ipv4_checksums_equal_c() => Gen.Select(Gen.Byte.Array[60], Gen.Byte.Array[0, 1500], Gen.Int[5, 15], Gen.Bool, Gen.Int[-70, 3]).Sample(
        (header, payload, words, udp, error) =>
        {
            byte* packet = stackalloc byte[2000];
            header.CopyTo(new Span<byte>(packet, 60));
            payload.CopyTo(new Span<byte>(packet + (words * 4), 1500));
            var ip = (rte_ipv4_hdr*)packet;
            packet[0] = (byte)(0x40 | words);
            packet[9] = udp ? (byte)17 : (byte)6;
            // Now and then a total length shorter than the header.
            int length = error < -65 ? words * 2 : (words * 4) + payload.Length;
            ip->total_length = rte_cpu_to_be_16((ushort)length);
            void* l4 = packet + (words * 4);
            Assert.Equal(words * 4, rte_ipv4_hdr_len(ip));
            Assert.Equal(((delegate* unmanaged<void*, ushort>)Oracle.Get("o_rte_ipv4_cksum"))(ip), rte_ipv4_cksum(ip));
            foreach (ulong flags in (ulong[])[0, RTE_MBUF_F_TX_TCP_SEG, RTE_MBUF_F_TX_IPV4])
            {
                Assert.Equal(((delegate* unmanaged<void*, ulong, ushort>)Oracle.Get("o_rte_ipv4_phdr_cksum"))(ip, flags), rte_ipv4_phdr_cksum(ip, flags));
            }

            Assert.Equal(((delegate* unmanaged<void*, void*, ushort>)Oracle.Get("o_rte_ipv4_udptcp_cksum"))(ip, l4), rte_ipv4_udptcp_cksum(ip, l4));
            Assert.Equal(((delegate* unmanaged<void*, void*, int>)Oracle.Get("o_rte_ipv4_udptcp_cksum_verify"))(ip, l4), rte_ipv4_udptcp_cksum_verify(ip, l4));
        },
        iter: 10_000);

    [Fact]
    public void Ipv6_checksums_equal_c() => Gen.Select(Gen.Byte.Array[40], Gen.Byte.Array[0, 1500], Gen.Bool).Sample(
        (header, payload, udp) =>
        {
            byte* packet = stackalloc byte[2000];
            header.CopyTo(new Span<byte>(packet, 40));
            payload.CopyTo(new Span<byte>(packet + 40, 1500));
            var ip = (rte_ipv6_hdr*)packet;
            ip->payload_len = rte_cpu_to_be_16((ushort)payload.Length);
            ip->proto = udp ? (byte)17 : (byte)6;
            void* l4 = packet + 40;
            foreach (ulong flags in (ulong[])[0, RTE_MBUF_F_TX_TCP_SEG])
            {
                Assert.Equal(((delegate* unmanaged<void*, ulong, ushort>)Oracle.Get("o_rte_ipv6_phdr_cksum"))(ip, flags), rte_ipv6_phdr_cksum(ip, flags));
            }

            Assert.Equal(((delegate* unmanaged<void*, void*, ushort>)Oracle.Get("o_rte_ipv6_udptcp_cksum"))(ip, l4), rte_ipv6_udptcp_cksum(ip, l4));
            Assert.Equal(((delegate* unmanaged<void*, void*, int>)Oracle.Get("o_rte_ipv6_udptcp_cksum_verify"))(ip, l4), rte_ipv6_udptcp_cksum_verify(ip, l4));
        },
        iter: 10_000);

    [Fact]
    public void A_checksum_that_was_filled_in_verifies_and_a_flipped_bit_does_not() => Gen.Select(Gen.Byte.Array[8, 600], Gen.Bool, Gen.Int[0, 8 * 600]).Sample(
        (payload, udp, bit) =>
        {
            byte* packet = stackalloc byte[700];
            var ip = (rte_ipv4_hdr*)packet;
            new Span<byte>(packet, 700).Clear();
            payload.CopyTo(new Span<byte>(packet + 20, 680));
            packet[0] = 0x45;
            ip->next_proto_id = udp ? (byte)17 : (byte)6;
            ip->src_addr = rte_cpu_to_be_32(RTE_IPV4(192, 0, 2, 1));
            ip->total_length = rte_cpu_to_be_16((ushort)(20 + payload.Length));
            ip->hdr_checksum = rte_ipv4_cksum(ip);
            Assert.Equal(0xffff, rte_raw_cksum(ip, 20));
            Assert.Equal(ip->hdr_checksum, rte_ipv4_cksum_simple(ip));
            byte* l4 = packet + 20;
            *(ushort*)(l4 + 6) = 0;
            *(ushort*)(l4 + 6) = rte_ipv4_udptcp_cksum(ip, l4);
            Assert.Equal(0, rte_ipv4_udptcp_cksum_verify(ip, l4));
            bit %= payload.Length * 8;
            l4[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Equal(-1, rte_ipv4_udptcp_cksum_verify(ip, l4));
        },
        iter: 10_000);

    [Fact]
    public void The_device_segments_udp_as_it_does_tcp()
    {
        byte* packet = stackalloc byte[40];
        new Span<byte>(packet, 40).Fill(0x45);
        Assert.Equal(rte_ipv4_phdr_cksum((rte_ipv4_hdr*)packet, RTE_MBUF_F_TX_TCP_SEG), rte_ipv4_phdr_cksum((rte_ipv4_hdr*)packet, RTE_MBUF_F_TX_UDP_SEG));
        Assert.Equal(rte_ipv6_phdr_cksum((rte_ipv6_hdr*)packet, RTE_MBUF_F_TX_TCP_SEG), rte_ipv6_phdr_cksum((rte_ipv6_hdr*)packet, RTE_MBUF_F_TX_UDP_SEG));
        Assert.NotEqual(rte_ipv4_phdr_cksum((rte_ipv4_hdr*)packet, 0), rte_ipv4_phdr_cksum((rte_ipv4_hdr*)packet, RTE_MBUF_F_TX_UDP_SEG));
    }

    /// <summary>
    /// The sum over segments is that of the bytes in one piece. Of C only the answers over segments of even length are compared: after an
    /// odd one it drops carries.
    /// </summary>
    [Fact]
    public void Sums_over_segments_equal_those_over_one_piece() => eal.Run(() =>
    {
        rte_mempool* pool = rte_pktmbuf_pool_create(EalFixture.UniqueName("sums"), 63, 0, 0, 2048, -1);
        var inC = (delegate* unmanaged<rte_mbuf*, uint, uint, ushort*, int>)Oracle.Get("o_rte_raw_cksum_mbuf");
        Gen.Select(Gen.Int[0, 400].Array[1, 6], Gen.UInt[0, 1200], Gen.UInt[0, 1200], Gen.Int, Gen.Bool).Sample(
            (lengths, offset, length, seed, even) =>
            {
                var random = new Random(seed);
                byte* flat = stackalloc byte[2400];
                uint total = 0;
                rte_mbuf* m = null;
                foreach (int l in lengths)
                {
                    ushort n = (ushort)(even ? l & ~1 : l);
                    rte_mbuf* segment = rte_pktmbuf_alloc(pool);
                    byte* data = rte_pktmbuf_append(segment, n);
                    random.NextBytes(new Span<byte>(data, n));
                    NativeMemory.Copy(data, flat + total, n);
                    total += n;
                    if (m == null)
                    {
                        m = segment;
                    }
                    else
                    {
                        Assert.Equal(0, rte_pktmbuf_chain(m, segment));
                    }
                }

                ushort ours = 1, theirs = 1;
                offset = even ? offset & ~1u : offset;
                int result = rte_raw_cksum_mbuf(m, offset, length, &ours);
                if (offset + length > total)
                {
                    Assert.Equal(-1, result);
                }
                else if (length > 0)
                {
                    Assert.Equal(0, result);
                    Assert.Equal(rte_raw_cksum(flat + offset, length), ours);
                    if (even)
                    {
                        Assert.Equal(result, inC(m, offset, length, &theirs));
                        Assert.Equal(theirs, ours);
                    }
                }

                rte_pktmbuf_free(m);
            },
            iter: 10_000,
            threads: 1);
        rte_mbuf* one = MbufTests.Chain(pool, 2);
        ushort sum;
        Assert.Equal(-1, rte_raw_cksum_mbuf(one, uint.MaxValue, 2, &sum));
        rte_pktmbuf_free(one);
        Assert.Equal(1, rte_mempool_full(pool));
        rte_mempool_free(pool);
    });

    [Fact]
    public void Ethernet_addresses_are_judged_as_in_c() => Gen.Select(Gen.Byte.Array[6], Gen.Byte.Array[6], Gen.Int[0, 7]).Sample(
        (first, second, kind) =>
        {
            rte_ether_addr a, b, copy;
            Array.Fill(first, kind == 1 ? (byte)0 : (byte)255, 0, kind is 1 or 2 ? 6 : 0);
            first.CopyTo(new Span<byte>(&a, 6));
            (kind == 3 ? first : second).CopyTo(new Span<byte>(&b, 6));
            Assert.Equal(((delegate* unmanaged<void*, void*, int>)Oracle.Get("o_rte_is_same_ether_addr"))(&a, &b) != 0, rte_is_same_ether_addr(&a, &b) != 0);
            int ours = (rte_is_zero_ether_addr(&a) != 0 ? 1 : 0) | (rte_is_unicast_ether_addr(&a) != 0 ? 2 : 0)
                | (rte_is_multicast_ether_addr(&a) != 0 ? 4 : 0) | (rte_is_broadcast_ether_addr(&a) != 0 ? 8 : 0)
                | (rte_is_universal_ether_addr(&a) != 0 ? 16 : 0) | (rte_is_local_admin_ether_addr(&a) != 0 ? 32 : 0)
                | (rte_is_valid_assigned_ether_addr(&a) != 0 ? 64 : 0);
            Assert.Equal(((delegate* unmanaged<void*, int>)Oracle.Get("o_ether_kind"))(&a), ours);
            rte_ether_addr_copy(&a, &copy);
            Assert.Equal(first, new ReadOnlySpan<byte>(&copy, 6).ToArray());
        },
        iter: 10_000);

    [Fact]
    public void A_random_address_is_one_a_station_can_have()
    {
        for (int i = 0; i < 1000; i++)
        {
            rte_ether_addr address;
            rte_eth_random_addr((byte*)&address);
            Assert.Equal(1, rte_is_valid_assigned_ether_addr(&address));
            Assert.Equal(1, rte_is_local_admin_ether_addr(&address));
        }
    }

    [Fact]
    public void A_vlan_tag_goes_in_and_out_as_in_c() => eal.Run(() =>
    {
        rte_mempool* pool = rte_pktmbuf_pool_create(EalFixture.UniqueName("vlan"), 63, 0, 0, 512, -1);
        var insert = (delegate* unmanaged<rte_mbuf**, int>)Oracle.Get("o_rte_vlan_insert");
        var strip = (delegate* unmanaged<rte_mbuf*, int>)Oracle.Get("o_rte_vlan_strip");
        Gen.Select(Gen.Byte.Array[0, 100], Gen.UShort, Gen.UShort[0, 10], Gen.Int[0, 5]).Sample(
            (bytes, tci, headroom, kind) =>
            {
                rte_mbuf* ours = rte_pktmbuf_alloc(pool);
                rte_mbuf* theirs = rte_pktmbuf_alloc(pool);
                foreach (nint p in (nint[])[(nint)ours, (nint)theirs])
                {
                    var m = (rte_mbuf*)p;
                    m->data_off = kind == 0 ? headroom : (ushort)128;
                    new Span<byte>(m->buf_addr, 512).Clear();
                    bytes.CopyTo(new Span<byte>(rte_pktmbuf_append(m, (ushort)bytes.Length), bytes.Length));
                    m->vlan_tci = tci;
                    m->ol_flags = kind == 1 ? RTE_MBUF_F_TX_TUNNEL_MASK | RTE_MBUF_F_TX_VLAN : RTE_MBUF_F_TX_VLAN;
                    rte_mbuf_refcnt_set(m, kind == 2 ? (ushort)2 : (ushort)1);
                }

                rte_mbuf* a = ours;
                rte_mbuf* b = theirs;
                int inserted = rte_vlan_insert(&a);
                Assert.Equal(insert(&b), inserted);
                AssertTwins(ours, theirs);
                if (inserted == 0 && bytes.Length >= 12)
                {
                    ours->vlan_tci = theirs->vlan_tci = 0;
                    Assert.Equal(0, rte_vlan_strip(ours));
                    Assert.Equal(0, strip(theirs));
                    AssertTwins(ours, theirs);
                    Assert.Equal(tci, ours->vlan_tci);
                    Assert.Equal(bytes, new ReadOnlySpan<byte>(rte_pktmbuf_mtod(ours), ours->data_len).ToArray());
                }

                rte_mbuf_refcnt_set(ours, 1);
                rte_mbuf_refcnt_set(theirs, 1);
                rte_pktmbuf_free(ours);
                rte_pktmbuf_free(theirs);
            },
            iter: 10_000,
            threads: 1);
        Assert.Equal(1, rte_mempool_full(pool));
        rte_mempool_free(pool);
    });

    [Fact]
    public void Extension_headers_are_walked_as_in_c() => Gen.Select(Gen.Byte, Gen.Byte, Gen.OneOf(Gen.Int[0, 255], Gen.Const(0), Gen.Const(43), Gen.Const(44), Gen.Const(51), Gen.Const(60))).Sample(
        (next, length, protocol) =>
        {
            byte* header = stackalloc byte[2] { next, length };
            nuint ours = 7, theirs = 7;
            var inC = (delegate* unmanaged<byte*, int, nuint*, int>)Oracle.Get("o_rte_ipv6_get_next_ext");
            Assert.Equal(inC(header, protocol, &theirs), rte_ipv6_get_next_ext(header, protocol, &ours));
            Assert.Equal(theirs, ours);
        },
        iter: 10_000);

    private static void AssertTwins(rte_mbuf* a, rte_mbuf* b)
    {
        Assert.True(new ReadOnlySpan<byte>((byte*)a + 16, 40).SequenceEqual(new ReadOnlySpan<byte>((byte*)b + 16, 40)));
        Assert.Equal(b->tx_offload, a->tx_offload);
        Assert.True(new ReadOnlySpan<byte>(a->buf_addr, 512).SequenceEqual(new ReadOnlySpan<byte>(b->buf_addr, 512)));
    }
}
