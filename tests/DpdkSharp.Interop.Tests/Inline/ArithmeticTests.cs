using CsCheck;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Inline;

public sealed unsafe class ArithmeticTests
{
    private const int Cases = 10_000;

    private static delegate* unmanaged<ushort, ushort> U16(string name) => (delegate* unmanaged<ushort, ushort>)Oracle.Get(name);

    private static delegate* unmanaged<uint, uint> U32(string name) => (delegate* unmanaged<uint, uint>)Oracle.Get(name);

    private static delegate* unmanaged<ulong, ulong> U64(string name) => (delegate* unmanaged<ulong, ulong>)Oracle.Get(name);

    private static delegate* unmanaged<ulong, uint> U64To32(string name) => (delegate* unmanaged<ulong, uint>)Oracle.Get(name);

    // All magnitudes alike, and the numbers around powers of two, where rounding goes wrong.
    private static readonly Gen<ulong> s_numbers = Gen.Select(Gen.Int[0, 63], Gen.ULong, Gen.Int[-1, 1], (shift, bits, delta) =>
        (bits & 3) == 0 ? unchecked((1UL << shift) + (ulong)delta) : bits >> shift);

    [Fact]
    public void Byte_order_equals_c() => s_numbers.Sample(
        x =>
        {
            Assert.Equal(U16("o_bswap16")((ushort)x), rte_bswap16((ushort)x));
            Assert.Equal(U32("o_bswap32")((uint)x), rte_bswap32((uint)x));
            Assert.Equal(U64("o_bswap64")(x), rte_bswap64(x));
            Assert.Equal(U16("o_cpu_to_be_16")((ushort)x), rte_cpu_to_be_16((ushort)x));
            Assert.Equal(U32("o_cpu_to_be_32")((uint)x), rte_cpu_to_be_32((uint)x));
            Assert.Equal(U64("o_cpu_to_be_64")(x), rte_cpu_to_be_64(x));
            Assert.Equal(U64("o_cpu_to_le_64")(x), rte_cpu_to_le_64(x));
            Assert.Equal(x, rte_be_to_cpu_64(rte_cpu_to_be_64(x)));
        },
        iter: Cases);

    [Fact]
    public void Powers_of_two_equal_c() => s_numbers.Sample(
        x =>
        {
            uint y = (uint)x;
            Assert.Equal(U32("o_rte_combine32ms1b")(y), rte_combine32ms1b(y));
            Assert.Equal(U64("o_rte_combine64ms1b")(x), rte_combine64ms1b(x));
            Assert.Equal(U32("o_rte_align32pow2")(y), rte_align32pow2(y));
            Assert.Equal(U32("o_rte_align32prevpow2")(y), rte_align32prevpow2(y));
            Assert.Equal(U64("o_rte_align64pow2")(x), rte_align64pow2(x));
            Assert.Equal(U64("o_rte_align64prevpow2")(x), rte_align64prevpow2(x));
            Assert.Equal((int)U32("o_rte_is_power_of_2")(y), rte_is_power_of_2(y));
            Assert.Equal(rte_is_power_of_2(y) != 0, RTE_IS_POWER_OF_2(y));
        },
        iter: Cases);

    [Fact]
    public void Bit_positions_equal_c() => s_numbers.Sample(
        x =>
        {
            uint y = (uint)x;
            Assert.Equal(U32("o_rte_fls_u32")(y), rte_fls_u32(y));
            Assert.Equal(U64To32("o_rte_fls_u64")(x), rte_fls_u64(x));
            // C leaves the logarithm undefined where the next power of two does not exist.
            if (y <= 1u << 31)
            {
                Assert.Equal(U32("o_rte_log2_u32")(y), rte_log2_u32(y));
            }

            if (x <= 1UL << 63)
            {
                Assert.Equal(U64To32("o_rte_log2_u64")(x), rte_log2_u64(x));
            }

            uint position = 99;
            if (y == 0)
            {
                Assert.Equal(0, rte_bsf32_safe(y, &position));
                Assert.Equal(99u, position);
            }
            else
            {
                Assert.Equal(U32("o_rte_bsf32")(y), rte_bsf32(y));
                Assert.Equal(1, rte_bsf32_safe(y, &position));
                Assert.Equal(rte_bsf32(y), position);
            }

            if (x != 0)
            {
                Assert.Equal(U64To32("o_rte_bsf64")(x), rte_bsf64(x));
            }
        },
        iter: Cases);

    [Fact]
    public void Alignment_equals_c() => Gen.Select(s_numbers, Gen.Int[0, 40], Gen.ULong[1, 1_000_000]).Sample(
        (x, shift, multiple) =>
        {
            ulong align = 1UL << shift;
            var ceil = (delegate* unmanaged<ulong, ulong, ulong>)Oracle.Get("o_align_ceil");
            var floor = (delegate* unmanaged<ulong, ulong, ulong>)Oracle.Get("o_align_floor");
            var mulCeil = (delegate* unmanaged<ulong, ulong, ulong>)Oracle.Get("o_align_mul_ceil");
            var mulFloor = (delegate* unmanaged<ulong, ulong, ulong>)Oracle.Get("o_align_mul_floor");
            var mulNear = (delegate* unmanaged<ulong, ulong, ulong>)Oracle.Get("o_align_mul_near");
            var ceil16 = (delegate* unmanaged<ushort, int, ushort>)Oracle.Get("o_align_ceil16");
            Assert.Equal(ceil(x, align), RTE_ALIGN_CEIL(x, align));
            Assert.Equal(ceil(x, align), RTE_ALIGN(x, align));
            Assert.Equal(floor(x, align), RTE_ALIGN_FLOOR(x, align));
            Assert.Equal(mulCeil(x, multiple), RTE_ALIGN_MUL_CEIL(x, multiple));
            Assert.Equal(mulFloor(x, multiple), RTE_ALIGN_MUL_FLOOR(x, multiple));
            Assert.Equal(mulNear(x, multiple), RTE_ALIGN_MUL_NEAR(x, multiple));
            // The result has the type of the first argument, whatever that of the second.
            int small = 1 << (shift % 16);
            Assert.Equal(ceil16((ushort)x, small), RTE_ALIGN_CEIL((ushort)x, small));
            Assert.Equal((nuint)floor(x, align), (nuint)RTE_PTR_ALIGN_FLOOR((void*)x, (nuint)align));
            Assert.Equal((nuint)ceil(x, align), (nuint)RTE_PTR_ALIGN_CEIL((void*)x, (nuint)align));
        },
        iter: Cases);

    [Fact]
    public void Pointer_arithmetic_counts_bytes()
    {
        uint* numbers = stackalloc uint[4];
        Assert.Equal((nuint)(numbers + 1), (nuint)RTE_PTR_ADD(numbers, 4));
        Assert.Equal((nuint)numbers, (nuint)RTE_PTR_SUB(numbers + 1, sizeof(uint)));
        Assert.Equal((nuint)12, RTE_PTR_DIFF(numbers + 3, numbers));
        Assert.Equal(1, rte_is_aligned((void*)64, 64));
        Assert.Equal(0, rte_is_aligned((void*)65, 64));
        Assert.Equal(3, RTE_MIN(3, 4));
        Assert.Equal(4u, RTE_MAX(3u, 4u));
        Assert.Equal(0xfffffffful, RTE_LEN2MASK<ulong>(32));
        Assert.Equal(128u, RTE_CACHE_LINE_ROUNDUP(65u));
    }
}
