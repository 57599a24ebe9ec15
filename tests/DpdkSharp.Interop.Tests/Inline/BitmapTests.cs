using System.Runtime.InteropServices;
using CsCheck;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp.Interop.Tests.Inline;

public sealed unsafe class BitmapTests
{
    private delegate void Use(byte* a, byte* b);

    // Two pieces of memory on cache lines, filled with the same that is not zero.
    private static void WithMemory(nuint size, Use use)
    {
        byte* a = (byte*)NativeMemory.AlignedAlloc(size + 64, 64);
        byte* b = (byte*)NativeMemory.AlignedAlloc(size + 64, 64);
        try
        {
            NativeMemory.Fill(a, size + 64, 0xa5);
            NativeMemory.Fill(b, size + 64, 0xa5);
            use(a, b);
        }
        finally
        {
            NativeMemory.AlignedFree(a);
            NativeMemory.AlignedFree(b);
        }
    }

    // Word for word, but for the two pointers at the beginning of each.
    private static void AssertSame(byte* a, byte* b, uint size)
    {
        Assert.Equal(*(nint*)a - (nint)a, *(nint*)b - (nint)b);
        Assert.Equal(((nint*)a)[1] - (nint)a, ((nint*)b)[1] - (nint)b);
        Assert.True(new Span<byte>(a + 16, (int)size + 48).SequenceEqual(new Span<byte>(b + 16, (int)size + 48)));
    }

    [Fact]
    public void It_takes_the_bytes_that_c_says() => Gen.OneOf(Gen.UInt, Gen.UInt[0, 5000]).Sample(
        bits => Assert.Equal(((delegate* unmanaged<uint, uint>)Oracle.Get("o_rte_bitmap_get_memory_footprint"))(bits), rte_bitmap_get_memory_footprint(bits)),
        iter: 10_000);

    [Fact]
    public void Every_step_leaves_what_c_leaves()
    {
        var initC = (delegate* unmanaged<uint, byte*, uint, rte_bitmap*>)Oracle.Get("o_rte_bitmap_init");
        var allC = (delegate* unmanaged<uint, byte*, uint, rte_bitmap*>)Oracle.Get("o_rte_bitmap_init_with_all_set");
        var setC = (delegate* unmanaged<rte_bitmap*, uint, void>)Oracle.Get("o_rte_bitmap_set");
        var slabC = (delegate* unmanaged<rte_bitmap*, uint, ulong, void>)Oracle.Get("o_rte_bitmap_set_slab");
        var clearC = (delegate* unmanaged<rte_bitmap*, uint, void>)Oracle.Get("o_rte_bitmap_clear");
        var getC = (delegate* unmanaged<rte_bitmap*, uint, ulong>)Oracle.Get("o_rte_bitmap_get");
        var scanC = (delegate* unmanaged<rte_bitmap*, uint*, ulong*, int>)Oracle.Get("o_rte_bitmap_scan");
        var resetC = (delegate* unmanaged<rte_bitmap*, void>)Oracle.Get("o_rte_bitmap_reset");
        Gen<uint> sizes = Gen.OneOf(Gen.UInt[1, 70], Gen.UInt[1, 2000], Gen.UInt[32_000, 70_000]);
        Gen.Select(sizes, Gen.Bool, Gen.Select(Gen.Int[0, 9], Gen.UInt, Gen.ULong[1, ulong.MaxValue]).Array[1, 60]).Sample(
            (bits, full, steps) =>
            {
                uint size = rte_bitmap_get_memory_footprint(bits);
                WithMemory(size, (memoryA, memoryB) =>
                {
                    rte_bitmap* a = full ? allC(bits, memoryA, size) : initC(bits, memoryA, size);
                    rte_bitmap* b = full ? rte_bitmap_init_with_all_set(bits, memoryB, size) : rte_bitmap_init(bits, memoryB, size);
                    AssertSame((byte*)a, (byte*)b, size);
                    foreach ((int step, uint where, ulong slab) in steps)
                    {
                        // Few places, so that clearing meets what was set.
                        uint position = where % 5 == 0 ? where % bits : where % 5 * 131 % bits;
                        switch (step)
                        {
                            case 0 or 1:
                                setC(a, position);
                                rte_bitmap_set(b, position);
                                break;
                            case 2 or 3 or 4:
                                clearC(a, position);
                                rte_bitmap_clear(b, position);
                                break;
                            case 5:
                                slabC(a, position, slab);
                                rte_bitmap_set_slab(b, position, slab);
                                break;
                            case 6:
                                Assert.Equal(getC(a, position), rte_bitmap_get(b, position));
                                break;
                            case 7 when where % 20 == 0:
                                resetC(a);
                                rte_bitmap_reset(b);
                                break;
                            default:
                                (uint positionA, uint positionB) = (1, 1);
                                (ulong slabA, ulong slabB) = (2, 2);
                                Assert.Equal(scanC(a, &positionA, &slabA), rte_bitmap_scan(b, &positionB, &slabB));
                                Assert.Equal((positionA, slabA), (positionB, slabB));
                                break;
                        }

                        AssertSame((byte*)a, (byte*)b, size);
                    }
                });
            },
            iter: 10_000);
    }

    [Fact]
    public void A_scan_meets_every_bit_once_a_round() => WithMemory(rte_bitmap_get_memory_footprint(10_000), (memory, _) =>
    {
        rte_bitmap* bmp = rte_bitmap_init(10_000, memory, rte_bitmap_get_memory_footprint(10_000));
        uint position;
        ulong slab;
        Assert.Equal(0, rte_bitmap_scan(bmp, &position, &slab));
        // The fruitless scan went on from where it stood; begin at the beginning.
        rte_bitmap_reset(bmp);
        uint[] bits = [0, 63, 64, 511, 512, 5000, 9999];
        foreach (uint bit in bits)
        {
            rte_bitmap_set(bmp, bit);
        }

        for (int round = 0; round < 3; round++)
        {
            var found = new List<uint>();
            while (found.Count < bits.Length)
            {
                Assert.Equal(1, rte_bitmap_scan(bmp, &position, &slab));
                for (ulong left = slab; left != 0; left &= left - 1)
                {
                    found.Add(position + rte_bsf64(left));
                }
            }

            Assert.Equal(bits, found);
        }

        foreach (uint bit in bits)
        {
            rte_bitmap_clear(bmp, bit);
            Assert.Equal(0ul, rte_bitmap_get(bmp, bit));
        }

        // Once what was left of a line is passed, there is nothing.
        while (rte_bitmap_scan(bmp, &position, &slab) != 0)
        {
            Assert.NotEqual(0ul, slab);
        }

        rte_bitmap_free(bmp);
    });

    [Fact]
    public void Memory_that_does_not_fit_is_refused() => WithMemory(4096, (memory, _) =>
    {
        uint size = rte_bitmap_get_memory_footprint(1000);
        Assert.True(rte_bitmap_init(0, memory, size) == null);
        Assert.True(rte_bitmap_init(1000, null, size) == null);
        Assert.True(rte_bitmap_init(1000, memory + 8, size) == null);
        Assert.True(rte_bitmap_init(1000, memory, size - 1) == null);
        Assert.True(rte_bitmap_init(1000, memory, size + 1) == (rte_bitmap*)memory);
        Assert.True(rte_bitmap_init_with_all_set(1000, memory, size + 1) == null);
        Assert.True(rte_bitmap_init_with_all_set(1000, memory, size - 1) == null);
        Assert.True(rte_bitmap_init_with_all_set(1000, memory, size) == (rte_bitmap*)memory);
        rte_bitmap_prefetch0((rte_bitmap*)memory, 999);
        Assert.NotEqual(0ul, rte_bitmap_get((rte_bitmap*)memory, 999));
        Assert.Equal(0ul, rte_bitmap_get((rte_bitmap*)memory, 1000));
    });
}
