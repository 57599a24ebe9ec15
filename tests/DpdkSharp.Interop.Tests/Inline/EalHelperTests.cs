using System.Text;
using CsCheck;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Inline;

/// <summary>The small helpers of EAL: reciprocals, time, strings, memory.</summary>
public sealed unsafe class EalHelperTests
{
    private const int Cases = 10_000;

    private static readonly Gen<ulong> s_numbers = Gen.Select(Gen.Int[0, 63], Gen.ULong, Gen.Int[-1, 1], static (shift, bits, delta) =>
        (bits & 3) == 0 ? unchecked((1UL << shift) + (ulong)delta) : bits >> shift);

    [Fact]
    public void Reciprocals_divide() => Gen.Select(s_numbers, s_numbers).Sample(
        (a, d) =>
        {
            uint d32 = Math.Max((uint)d, 1);
            rte_reciprocal r = rte_reciprocal_value(d32);
            Assert.Equal((uint)a / d32, rte_reciprocal_divide((uint)a, r));
            Assert.Equal(((delegate* unmanaged<uint, rte_reciprocal, uint>)Oracle.Get("o_rte_reciprocal_divide"))((uint)a, r), rte_reciprocal_divide((uint)a, r));
            // The library's 64-bit value answers wrongly for some divisors of more than 63 bits; the function itself is C's.
            ulong d64 = Math.Max(d, 1);
            rte_reciprocal_u64 r64 = rte_reciprocal_value_u64(d64);
            ulong inC = ((delegate* unmanaged<ulong, rte_reciprocal_u64*, ulong>)Oracle.Get("o_rte_reciprocal_divide_u64"))(a, &r64);
            Assert.Equal(inC, rte_reciprocal_divide_u64(a, &r64));
        },
        iter: Cases);

    [Fact]
    public void Counters_become_nanoseconds_as_in_c() => Gen.Select(Gen.Int[0, 31], Gen.Int[1, 63], Gen.ULong.Array[1, 20]).Sample(
        (shift, width, readings) =>
        {
            rte_timecounter a = default;
            a.cc_shift = (uint)shift;
            a.nsec_mask = (1UL << shift) - 1;
            a.cc_mask = (1UL << width) - 1;
            rte_timecounter b = a;
            foreach (ulong reading in readings)
            {
                ulong now = reading & a.cc_mask;
                Assert.Equal(((delegate* unmanaged<rte_timecounter*, ulong, ulong>)Oracle.Get("o_rte_timecounter_update"))(&a, now), rte_timecounter_update(&b, now));
                Assert.Equal(((delegate* unmanaged<rte_timecounter*, ulong, ulong>)Oracle.Get("o_rte_cyclecounter_cycles_to_ns"))(&a, reading), rte_cyclecounter_cycles_to_ns(&b, reading));
                Assert.Equal((a.nsec, a.nsec_frac, a.cycle_last), (b.nsec, b.nsec_frac, b.cycle_last));
            }
        },
        iter: Cases);

    [Fact]
    public void Strings_are_cut_as_in_c() => Gen.Select(Gen.Byte[1, 255].Array[0, 20], Gen.Byte[1, 255].Array[0, 20], Gen.Int[0, 30]).Sample(
        (first, second, size) =>
        {
            byte* a = stackalloc byte[64];
            byte* b = stackalloc byte[64];
            byte* text = stackalloc byte[32];
            new Span<byte>(a, 64).Fill(1);
            first.CopyTo(new Span<byte>(a, 64));
            a[first.Length] = 0;
            new Span<byte>(a, 64).CopyTo(new Span<byte>(b, 64));
            second.CopyTo(new Span<byte>(text, 32));
            text[second.Length] = 0;
            var concatenate = (delegate* unmanaged<byte*, byte*, nuint, nuint>)Oracle.Get("o_rte_strlcat");
            Assert.Equal(concatenate(a, text, (nuint)size), rte_strlcat(b, text, (nuint)size));
            Assert.Equal(new Span<byte>(a, 64).ToArray(), new Span<byte>(b, 64).ToArray());
            var copy = (delegate* unmanaged<byte*, byte*, nuint, nuint>)Oracle.Get("o_rte_strlcpy");
            Assert.Equal(copy(a, text, (nuint)size), rte_strlcpy(b, text, (nuint)size));
            Assert.Equal(new Span<byte>(a, 64).ToArray(), new Span<byte>(b, 64).ToArray());
        },
        iter: Cases);

    [Fact]
    public void White_space_is_skipped()
    {
        byte* text = stackalloc byte[257];
        for (int c = 0; c < 256; c++)
        {
            new Span<byte>(text, 4).Clear();
            text[0] = (byte)'\t';
            text[1] = (byte)c;
            var inC = (delegate* unmanaged<byte*, byte*>)Oracle.GetNewest("o_rte_str_skip_leading_spaces");
            Assert.Equal((nint)inC(text), (nint)rte_str_skip_leading_spaces(text));
        }

        Encoding.ASCII.GetBytes(" \v\f\r\n x ", new Span<byte>(text, 10));
        Assert.Equal((byte)'x', *rte_str_skip_leading_spaces(text));
    }

    [Fact]
    public void Copies_copy_so_much_and_no_more() => Gen.Select(Gen.Int[0, 1000], Gen.Int[0, 63], Gen.Int[0, 63], Gen.Byte).Sample(
        (size, from, to, seed) =>
        {
            byte* a = stackalloc byte[1200];
            byte* b = stackalloc byte[1200];
            for (int i = 0; i < 1200; i++)
            {
                a[i] = (byte)(seed + (i * 7));
                b[i] = 0;
            }

            Assert.Equal((nint)(b + to), (nint)rte_memcpy(b + to, a + from, (nuint)size));
            for (int i = 0; i < 1200; i++)
            {
                Assert.Equal(i >= to && i < to + size ? a[from + i - to] : 0, b[i]);
            }
        },
        iter: Cases);

    [Theory]
    [InlineData(16)]
    [InlineData(32)]
    [InlineData(64)]
    [InlineData(128)]
    [InlineData(256)]
    public void Moves_of_a_fixed_size_move_it(int size)
    {
        byte* a = stackalloc byte[300];
        byte* b = stackalloc byte[300];
        for (int i = 0; i < 300; i++)
        {
            a[i] = (byte)(i + 1);
            b[i] = 0;
        }

        switch (size)
        {
            case 16: rte_mov16(b + 3, a + 5); break;
            case 32: rte_mov32(b + 3, a + 5); break;
            case 64: rte_mov64(b + 3, a + 5); break;
            case 128: rte_mov128(b + 3, a + 5); break;
            default: rte_mov256(b + 3, a + 5); break;
        }

        Assert.Equal(new Span<byte>(a + 5, size).ToArray(), new Span<byte>(b + 3, size).ToArray());
        Assert.Equal(0, b[2]);
        Assert.Equal(0, b[3 + size]);
    }

    [Fact]
    public void A_write_that_may_be_combined_is_a_write()
    {
        uint register = 0;
        rte_write32_wc(7, &register);
        Assert.Equal(7u, rte_read32(&register));
        rte_write32_wc_relaxed(8, &register);
        Assert.Equal(8u, rte_read32(&register));
        rte_cldemote(&register);
        Assert.Equal(8u, register);
    }

    [Fact]
    public void An_lcores_copy_of_a_variable_is_where_c_has_it() => Gen.UInt[0, 127].Sample(
        lcore =>
        {
            var inC = (delegate* unmanaged<uint, void*, void*>)Oracle.GetNewest("o_rte_lcore_var_lcore");
            Assert.Equal((nint)inC(lcore, (void*)4096), (nint)rte_lcore_var_lcore(lcore, (void*)4096));
        },
        iter: Cases);
}
