using DpdkSharp.Interop.Tests.Inline;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Libraries;

/// <summary>All algorithms of a checksum give the same: those of hash tables' CRC-32C, and those of the net library.</summary>
public sealed unsafe class CrcTests(EalFixture eal)
{
    private const int Cases = 10_000;

    [Theory]
    [InlineData((byte)CRC32_SW)]
    [InlineData((byte)CRC32_SSE42)]
    [InlineData((byte)CRC32_x64)]
    [InlineData((byte)CRC32_SSE42_x64)]
    // Not of this processor: the best that it has is taken.
    [InlineData((byte)CRC32_ARM64)]
    public void Hashes_are_the_same_by_any_algorithm(byte algorithm) => eal.Run(() =>
    {
        rte_hash_crc_set_alg(algorithm);
        if (!LoadedDpdk.Is("22.11"))
        {
            // In 22.11 each program has a choice of its own; later it is the library's.
            Assert.Equal(algorithm == CRC32_ARM64 ? (byte)CRC32_SSE42_x64 : algorithm == CRC32_x64 ? (byte)CRC32_SSE42_x64 : algorithm, *rte_hash_crc32_alg);
        }

        var random = new Random(8);
        byte* key = stackalloc byte[80];
        for (int i = 0; i < Cases; i++)
        {
            uint length = (uint)random.Next(65);
            uint start = (uint)random.NextInt64();
            random.NextBytes(new Span<byte>(key, 80));
            byte* from = key + random.Next(8);
            Assert.Equal(rte_hash_crc(from, length, start), DpdkShim.rte_hash_crc(from, length, start));
            Assert.Equal(rte_hash_crc_8byte(*(ulong*)key, start), DpdkShim.rte_hash_crc_8byte(*(ulong*)key, start));
        }

        rte_hash_crc_set_alg((byte)CRC32_SSE42_x64);
    });

    [Theory]
    [InlineData(RTE_NET_CRC_SCALAR)]
    [InlineData(RTE_NET_CRC_SSE42)]
    [InlineData(RTE_NET_CRC_AVX512)]
    // Not of this processor: the best that it has is taken.
    [InlineData(RTE_NET_CRC_NEON)]
    public void Checksums_of_packets_are_the_same_by_any_algorithm(rte_net_crc_alg algorithm) => eal.Run(() =>
    {
        // As published for these nine bytes.
        fixed (byte* published = "123456789"u8)
        {
            Assert.Equal(0xcbf43926u, Bitwise(published, 9, 0xedb88320, uint.MaxValue));
            Assert.Equal(0x906eu, Bitwise(published, 9, 0x8408, ushort.MaxValue));
        }

        using var crc32 = new Crc(algorithm, RTE_NET_CRC32_ETH);
        using var crc16 = new Crc(algorithm, RTE_NET_CRC16_CCITT);
        var random = new Random(9);
        byte* data = stackalloc byte[1600];
        random.NextBytes(new Span<byte>(data, 1600));
        for (int i = 0; i < Cases; i++)
        {
            // Mostly around the sizes of which vector code makes a difference.
            uint length = (uint)(i % 100 == 0 ? random.Next(1500) : random.Next(1, 160));
            byte* from = data + random.Next(64);
            Assert.Equal(Bitwise(from, length, 0xedb88320, uint.MaxValue), crc32.Of(from, length));
            Assert.Equal(Bitwise(from, length, 0x8408, ushort.MaxValue), crc16.Of(from, length));
        }
    });

    private static uint Bitwise(byte* data, uint length, uint polynomial, uint ones)
    {
        uint crc = ones;
        for (uint i = 0; i < length; i++)
        {
            crc ^= data[i];
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (polynomial & (0 - (crc & 1)));
            }
        }

        return crc ^ ones;
    }

    /// <summary>A checksum by an algorithm: up to 24.11 the library's own for all, later one made for each.</summary>
    private sealed class Crc : IDisposable
    {
        private readonly rte_net_crc* _context;
        private readonly rte_net_crc_type _type;

        internal Crc(rte_net_crc_alg algorithm, rte_net_crc_type type)
        {
            _type = type;
            if (LoadedDpdk.Is("25.11"))
            {
                _context = rte_net_crc_set_alg(algorithm, type);
                Assert.True(_context != null);
            }
            else
            {
                rte_net_crc_set_alg(algorithm);
            }
        }

        internal uint Of(byte* data, uint length) => _context == null ? rte_net_crc_calc(data, length, _type) : rte_net_crc_calc(_context, data, length);

        public void Dispose()
        {
            if (_context != null)
            {
                rte_net_crc_free(_context);
            }
            else
            {
                rte_net_crc_set_alg(RTE_NET_CRC_AVX512);
            }
        }
    }
}
