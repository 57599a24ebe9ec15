using System.Runtime.InteropServices;
using CsCheck;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Inline;

/// <summary>The key lengths and initial values are those that DPDK's own functional test of its hash functions goes through, and any others.</summary>
public sealed unsafe class HashTests(EalFixture eal)
{
    private const int Cases = 10_000;

    private static readonly int[] s_lengths = [0, 1, 2, 3, 4, 8, 9, 13, 16, 31, 32, 33, 37, 40, 48, 63, 64];

    private static readonly Gen<uint> s_initial = Gen.OneOf(Gen.UInt, Gen.OneOf(Gen.Const(0u), Gen.Const(0xdeadbeefu), Gen.Const(uint.MaxValue)));

    private static delegate* unmanaged<void*, uint, uint, uint> OfBytes(string name) => (delegate* unmanaged<void*, uint, uint, uint>)Oracle.Get(name);

    [Fact]
    public void Keys_hash_as_in_c_at_any_length_and_alignment() => Gen.Select(Gen.Byte.Array[0, 130], Gen.Int[0, 7], s_initial, s_initial).Sample(
        (key, shift, initial, second) =>
        {
            byte* memory = stackalloc byte[160];
            key.CopyTo(new Span<byte>(memory + shift, 150));
            byte* k = memory + shift;
            uint length = (uint)key.Length;
            Assert.Equal(OfBytes("o_rte_jhash")(k, length, initial), rte_jhash(k, length, initial));
            Assert.Equal(OfBytes("o_rte_hash_crc")(k, length, initial), rte_hash_crc(k, length, initial));
            Assert.Equal(OfBytes("o_rte_jhash_32b")(k, length / 4, initial), rte_jhash_32b((uint*)k, length / 4, initial));
            (uint c1, uint b1) = (initial, second);
            (uint c2, uint b2) = (initial, second);
            ((delegate* unmanaged<void*, uint, uint*, uint*, void>)Oracle.Get("o_rte_jhash_2hashes"))(k, length, &c1, &b1);
            rte_jhash_2hashes(k, length, &c2, &b2);
            Assert.Equal((c1, b1), (c2, b2));
            ((delegate* unmanaged<void*, uint, uint*, uint*, void>)Oracle.Get("o_rte_jhash_32b_2hashes"))(k, length / 4, &c1, &b1);
            rte_jhash_32b_2hashes((uint*)k, length / 4, &c2, &b2);
            Assert.Equal((c1, b1), (c2, b2));
        },
        iter: Cases);

    [Fact]
    public void The_usual_key_lengths_hash_as_in_c()
    {
        byte* key = stackalloc byte[64];
        for (int i = 0; i < 64; i++)
        {
            key[i] = (byte)i;
        }

        foreach (int length in s_lengths)
        {
            foreach (uint initial in (uint[])[0, 0xdeadbeef, uint.MaxValue])
            {
                Assert.Equal(OfBytes("o_rte_jhash")(key, (uint)length, initial), rte_jhash(key, (uint)length, initial));
                Assert.Equal(OfBytes("o_rte_hash_crc")(key, (uint)length, initial), rte_hash_crc(key, (uint)length, initial));
            }
        }
    }

    /// <summary>A key that ends where readable memory does: nothing beyond it may be read.</summary>
    [Fact]
    public void Nothing_is_read_beyond_the_key()
    {
        int page = Environment.SystemPageSize;
        using var guarded = new GuardedMemory(page);
        byte* copy = stackalloc byte[80];
        for (int length = 0; length <= 64; length++)
        {
            byte* end = guarded.End - length;
            for (int i = 0; i < length; i++)
            {
                end[i] = copy[i] = (byte)(i * 37);
            }

            Assert.Equal(rte_jhash(copy, (uint)length, 1), rte_jhash(end, (uint)length, 1));
            Assert.Equal(rte_hash_crc(copy, (uint)length, 1), rte_hash_crc(end, (uint)length, 1));
        }
    }

    [Fact]
    public void Words_hash_as_in_c() => Gen.Select(Gen.ULong, Gen.UInt, Gen.UInt, s_initial).Sample(
        (a, b, c, initial) =>
        {
            Assert.Equal(((delegate* unmanaged<uint, uint, uint, uint, uint>)Oracle.Get("o_rte_jhash_3words"))((uint)a, b, c, initial), rte_jhash_3words((uint)a, b, c, initial));
            Assert.Equal(((delegate* unmanaged<uint, uint, uint, uint>)Oracle.Get("o_rte_jhash_2words"))((uint)a, b, initial), rte_jhash_2words((uint)a, b, initial));
            Assert.Equal(((delegate* unmanaged<uint, uint, uint>)Oracle.Get("o_rte_jhash_1word"))((uint)a, initial), rte_jhash_1word((uint)a, initial));
            Assert.Equal(((delegate* unmanaged<byte, uint, uint>)Oracle.Get("o_rte_hash_crc_1byte"))((byte)a, initial), rte_hash_crc_1byte((byte)a, initial));
            Assert.Equal(((delegate* unmanaged<ushort, uint, uint>)Oracle.Get("o_rte_hash_crc_2byte"))((ushort)a, initial), rte_hash_crc_2byte((ushort)a, initial));
            Assert.Equal(((delegate* unmanaged<uint, uint, uint>)Oracle.Get("o_rte_hash_crc_4byte"))((uint)a, initial), rte_hash_crc_4byte((uint)a, initial));
            Assert.Equal(((delegate* unmanaged<ulong, uint, uint>)Oracle.Get("o_rte_hash_crc_8byte"))(a, initial), rte_hash_crc_8byte(a, initial));
            Assert.Equal(((delegate* unmanaged<ulong, uint, uint>)Oracle.Get("o_crc_in_software"))(a, initial), rte_hash_crc_8byte(a, initial));
            // Three words are what a key of twelve bytes is.
            uint* words = stackalloc uint[] { (uint)a, b, c };
            Assert.Equal(rte_jhash(words, 12, initial), rte_jhash_3words((uint)a, b, c, initial));
            Assert.Equal(rte_jhash_32b(words, 2, initial), rte_jhash_2words((uint)a, b, initial));
        },
        iter: Cases);

    [Fact]
    public void Tuples_hash_as_devices_do() => Gen.Select(Gen.UInt.Array[12], Gen.Byte.Array[52], Gen.UInt[0, 12], Gen.Byte.Array[40]).Sample(
        (tuple, key, length, header) =>
        {
            byte* converted = stackalloc byte[52];
            byte* convertedInC = stackalloc byte[52];
            var softrss = (delegate* unmanaged<uint*, uint, byte*, uint>)Oracle.Get("o_rte_softrss");
            var softrssBe = (delegate* unmanaged<uint*, uint, byte*, uint>)Oracle.Get("o_rte_softrss_be");
            fixed (uint* t = tuple)
            fixed (byte* k = key)
            fixed (byte* h = header)
            {
                rte_convert_rss_key((uint*)k, (uint*)converted, 52);
                ((delegate* unmanaged<uint*, uint*, int, void>)Oracle.Get("o_rte_convert_rss_key"))((uint*)k, (uint*)convertedInC, 52);
                Assert.Equal(new Span<byte>(convertedInC, 52).ToArray(), new Span<byte>(converted, 52).ToArray());
                uint hash = softrss(t, length, k);
                Assert.Equal(hash, rte_softrss(t, length, k));
                Assert.Equal(softrssBe(t, length, converted), rte_softrss_be(t, length, converted));
                Assert.Equal(hash, rte_softrss_be(t, length, converted));
                // The tuple is aligned in C.
                byte* memory = (byte*)NativeMemory.AlignedAlloc(96, 16);
                rte_thash_load_v6_addrs((rte_ipv6_hdr*)h, (rte_thash_tuple*)memory);
                ((delegate* unmanaged<void*, void*, void>)Oracle.Get("o_rte_thash_load_v6_addrs"))(h, memory + 48);
                Assert.Equal(new Span<byte>(memory + 48, 32).ToArray(), new Span<byte>(memory, 32).ToArray());
                NativeMemory.AlignedFree(memory);
            }
        },
        iter: Cases);

    /// <summary>Microsoft's published examples of the hash, which devices are verified by.</summary>
    [Theory]
    [InlineData("66.9.149.187", 2794, "161.142.100.80", 1766, 0x323e8fc2u, 0x51ccc178u)]
    [InlineData("199.92.111.2", 14230, "65.69.140.83", 4739, 0xd718262au, 0xc626b0eau)]
    [InlineData("24.19.198.95", 12898, "12.22.207.184", 38024, 0xd2d0a5deu, 0x5c2b394au)]
    public void Published_tuples_have_their_published_hash(string source, int sourcePort, string destination, int destinationPort, uint addresses, uint withPorts)
    {
        byte[] key =
        [
            0x6d, 0x5a, 0x56, 0xda, 0x25, 0x5b, 0x0e, 0xc2, 0x41, 0x67, 0x25, 0x3d, 0x43, 0xa3, 0x8f, 0xb0, 0xd0, 0xca, 0x2b, 0xcb,
            0xae, 0x7b, 0x30, 0xb4, 0x77, 0xcb, 0x2d, 0xa3, 0x80, 0x30, 0xf2, 0x0c, 0x6a, 0x42, 0xb7, 0x3b, 0xbe, 0xac, 0x01, 0xfa,
        ];
        rte_ipv4_tuple tuple = default;
        tuple.src_addr = Address(source);
        tuple.dst_addr = Address(destination);
        tuple.sport = (ushort)sourcePort;
        tuple.dport = (ushort)destinationPort;
        fixed (byte* k = key)
        {
            Assert.Equal(addresses, rte_softrss((uint*)&tuple, (uint)RTE_THASH_V4_L3_LEN, k));
            Assert.Equal(withPorts, rte_softrss((uint*)&tuple, (uint)RTE_THASH_V4_L4_LEN, k));
        }
    }

    [Fact]
    public void Both_sides_work_on_one_table_of_four_byte_keys() => eal.Run(() =>
    {
        rte_fbk_hash_params parameters = default;
        parameters.name = EalFixture.UniqueName("fbk");
        parameters.entries = 64;
        parameters.entries_per_bucket = 4;
        parameters.socket_id = -1;
        rte_fbk_hash_table* a = rte_fbk_hash_create(&parameters);
        parameters.name = EalFixture.UniqueName("fbk");
        rte_fbk_hash_table* b = rte_fbk_hash_create(&parameters);
        Assert.True(a != null && b != null);
        var add = (delegate* unmanaged<rte_fbk_hash_table*, uint, ushort, int>)Oracle.Get("o_rte_fbk_hash_add_key");
        var remove = (delegate* unmanaged<rte_fbk_hash_table*, uint, int>)Oracle.Get("o_rte_fbk_hash_delete_key");
        var look = (delegate* unmanaged<rte_fbk_hash_table*, uint, int>)Oracle.Get("o_rte_fbk_hash_lookup");
        var load = (delegate* unmanaged<rte_fbk_hash_table*, double>)Oracle.Get("o_rte_fbk_hash_get_load_factor");
        var random = new Random(7);
        bool full = false;
        for (int i = 0; i < 20_000; i++)
        {
            // More keys than room, so that buckets overflow.
            uint key = (uint)random.Next(1, 120);
            ushort value = (ushort)random.Next(65536);
            switch (random.Next(3))
            {
                case 0:
                    int added = rte_fbk_hash_add_key(b, key, value);
                    Assert.Equal(add(a, key, value), added);
                    full |= added != 0;
                    break;
                case 1:
                    Assert.Equal(remove(a, key), rte_fbk_hash_delete_key(b, key));
                    break;
                default:
                    Assert.Equal(look(a, key), rte_fbk_hash_lookup(b, key));
                    break;
            }

            Assert.True(new Span<ulong>(a->t, 64).SequenceEqual(new Span<ulong>(b->t, 64)));
            Assert.Equal(load(a), rte_fbk_hash_get_load_factor(b));
        }

        Assert.True(full);
        rte_fbk_hash_clear_all(b);
        Assert.Equal(0.0, rte_fbk_hash_get_load_factor(b));
        Assert.Equal(-2, rte_fbk_hash_lookup(b, 1));
        rte_fbk_hash_free(a);
        rte_fbk_hash_free(b);
    });

    private static uint Address(string text)
    {
        byte[] bytes = System.Net.IPAddress.Parse(text).GetAddressBytes();
        return RTE_IPV4(bytes[0], bytes[1], bytes[2], bytes[3]);
    }
}
