using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DpdkSharp.Interop;

// Two levels: a bit of the first says that some bit of a cache line of the second is set, so that a scan steps over empty lines.
public static unsafe partial class Dpdk
{
    /// <summary>Bytes that a bitmap of so many bits takes; 0 for none.</summary>
    public static uint rte_bitmap_get_memory_footprint(uint n_bits) => n_bits == 0 ? 0 : new BitmapShape(n_bits).Bytes;

    /// <summary>Makes an empty bitmap in <paramref name="mem"/>, which is aligned to a cache line; null when an argument does not fit.</summary>
    public static rte_bitmap* rte_bitmap_init(uint n_bits, byte* mem, uint mem_size)
    {
        if (n_bits == 0 || mem == null || !IsOnCacheLine(mem))
        {
            return null;
        }

        var shape = new BitmapShape(n_bits);
        if (shape.Bytes > mem_size)
        {
            return null;
        }

        NativeMemory.Clear(mem, shape.Bytes);
        return shape.Place(mem);
    }

    /// <summary>Makes a bitmap with all bits set; null when an argument does not fit.</summary>
    /// <remarks>
    /// <paramref name="mem_size"/> has to be just what <see cref="rte_bitmap_get_memory_footprint"/> says. C refuses more than that as
    /// well, by a comparison that is the wrong way round; the too small memory that it lets pass is refused here.
    /// </remarks>
    public static rte_bitmap* rte_bitmap_init_with_all_set(uint n_bits, byte* mem, uint mem_size)
    {
        if (n_bits == 0 || mem == null || !IsOnCacheLine(mem))
        {
            return null;
        }

        var shape = new BitmapShape(n_bits);
        if (shape.Bytes != mem_size)
        {
            return null;
        }

        rte_bitmap* bmp = shape.Place(mem);
        SetFirst(bmp->array1, bmp->array1_size, bmp->array2_size >> RTE_BITMAP_CL_SLAB_SIZE_LOG2);
        SetFirst(bmp->array2, bmp->array2_size, n_bits);
        return bmp;
    }

    /// <summary>Does nothing: the memory is the caller's. Up to 24.11 it answers -1 for null and else 0, later nothing.</summary>
    public static void rte_bitmap_free(rte_bitmap* bmp)
    {
    }

    /// <summary>Clears all bits and takes the scan to the beginning.</summary>
    public static void rte_bitmap_reset(rte_bitmap* bmp)
    {
        NativeMemory.Clear(bmp->array1, bmp->array1_size * sizeof(ulong));
        NativeMemory.Clear(bmp->array2, bmp->array2_size * sizeof(ulong));
        StartScan(bmp);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bitmap_prefetch0(rte_bitmap* bmp, uint pos) => rte_prefetch0(Slab(bmp, pos));

    /// <summary>The bit in its place in a slab of 64, or 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong rte_bitmap_get(rte_bitmap* bmp, uint pos) => *Slab(bmp, pos) & (1UL << (int)pos);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bitmap_set(rte_bitmap* bmp, uint pos) => rte_bitmap_set_slab(bmp, pos, 1UL << (int)pos);

    /// <summary>Sets the bits of <paramref name="slab"/> in the 64 among which <paramref name="pos"/> is. At least one has to be set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bitmap_set_slab(rte_bitmap* bmp, uint pos, ulong slab)
    {
        *Slab(bmp, pos) |= slab;
        uint line = pos >> RTE_BITMAP_CL_BIT_SIZE_LOG2;
        bmp->array1[line >> RTE_BITMAP_SLAB_BIT_SIZE_LOG2] |= 1UL << (int)line;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void rte_bitmap_clear(rte_bitmap* bmp, uint pos)
    {
        ulong* slab = Slab(bmp, pos);
        *slab &= ~(1UL << (int)pos);
        if (*slab != 0)
        {
            return;
        }

        uint line = pos >> RTE_BITMAP_CL_BIT_SIZE_LOG2;
        ulong* slabs = bmp->array2 + (line << RTE_BITMAP_CL_SLAB_SIZE_LOG2);
        for (int i = 0; i < RTE_BITMAP_CL_SLAB_SIZE; i++)
        {
            if (slabs[i] != 0)
            {
                return;
            }
        }

        bmp->array1[line >> RTE_BITMAP_SLAB_BIT_SIZE_LOG2] &= ~(1UL << (int)line);
    }

    /// <summary>The next 64 bits of which one is set, and the position of their first; begins again after the last. 0 when no bit is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int rte_bitmap_scan(rte_bitmap* bmp, uint* pos, ulong* slab)
    {
        if (ReadLine(bmp, pos, slab))
        {
            return 1;
        }

        if (!FindLine(bmp))
        {
            return 0;
        }

        bmp->index2 = ((bmp->index1 << RTE_BITMAP_SLAB_BIT_SIZE_LOG2) + bmp->offset1) << RTE_BITMAP_CL_SLAB_SIZE_LOG2;
        bmp->go2 = 1;
        rte_prefetch1(bmp->array2 + bmp->index2 + RTE_BITMAP_CL_SLAB_SIZE);
        _ = ReadLine(bmp, pos, slab);
        return 1;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong* Slab(rte_bitmap* bmp, uint pos) => bmp->array2 + (pos >> RTE_BITMAP_SLAB_BIT_SIZE_LOG2);

    private static bool IsOnCacheLine(void* memory) => ((nuint)memory & (RTE_CACHE_LINE_SIZE - 1)) == 0;

    private static void SetFirst(ulong* slabs, uint count, uint bits)
    {
        for (uint i = 0; i < count; i++)
        {
            ulong left = bits > (ulong)i * 64 ? bits - ((ulong)i * 64) : 0;
            slabs[i] = left >= 64 ? ulong.MaxValue : (1UL << (int)left) - 1;
        }
    }

    // Where a scan stands that has just come to the end.
    private static void StartScan(rte_bitmap* bmp)
    {
        bmp->index1 = bmp->array1_size - 1;
        bmp->offset1 = RTE_BITMAP_SLAB_BIT_SIZE - 1;
        bmp->index2 = bmp->array1_size << (RTE_BITMAP_SLAB_BIT_SIZE_LOG2 + RTE_BITMAP_CL_SLAB_SIZE_LOG2);
        bmp->go2 = 0;
    }

    private static bool FindLine(rte_bitmap* bmp)
    {
        // What is left of the slab first, then all others, and this one again from its beginning.
        ulong candidates = bmp->array1[bmp->index1] & ((ulong.MaxValue - 1) << (int)bmp->offset1);
        for (uint i = 0; i < bmp->array1_size && candidates == 0; i++)
        {
            bmp->index1 = (bmp->index1 + 1) & (bmp->array1_size - 1);
            candidates = bmp->array1[bmp->index1];
        }

        if (candidates == 0)
        {
            bmp->index1 = (bmp->index1 + 1) & (bmp->array1_size - 1);
            bmp->offset1 = 0;
            return false;
        }

        bmp->offset1 = (uint)BitOperations.TrailingZeroCount(candidates);
        return true;
    }

    // go2 is zero when the line has been read to its end.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool ReadLine(rte_bitmap* bmp, uint* pos, ulong* slab)
    {
        while (bmp->go2 != 0)
        {
            uint index = bmp->index2;
            bmp->index2 = index + 1;
            bmp->go2 = (index + 1) & RTE_BITMAP_CL_SLAB_MASK;
            ulong found = bmp->array2[index];
            if (found != 0)
            {
                *pos = index << RTE_BITMAP_SLAB_BIT_SIZE_LOG2;
                *slab = found;
                return true;
            }
        }

        return false;
    }

    /// <summary>What a bitmap of so many bits has where: the record, the first level, and the second on cache lines of its own.</summary>
    [SuppressMessage("Performance", "CA1815", Justification = "Never compared.")]
    private readonly struct BitmapShape
    {
        private readonly uint _slabs1;
        private readonly uint _lines2;
        private readonly uint _offset2;

        internal BitmapShape(uint bits)
        {
            // As C counts, in 32 bits.
            _lines2 = unchecked(bits + RTE_BITMAP_CL_BIT_SIZE - 1) / RTE_BITMAP_CL_BIT_SIZE;
            _slabs1 = rte_align32pow2((_lines2 + RTE_BITMAP_SLAB_BIT_SIZE - 1) / RTE_BITMAP_SLAB_BIT_SIZE);
            _offset2 = RTE_CACHE_LINE_ROUNDUP((uint)sizeof(rte_bitmap) + (_slabs1 * sizeof(ulong)));
        }

        internal uint Bytes => unchecked(_offset2 + (_lines2 * RTE_CACHE_LINE_SIZE));

        internal rte_bitmap* Place(byte* memory)
        {
            var bmp = (rte_bitmap*)memory;
            bmp->array1 = (ulong*)(memory + sizeof(rte_bitmap));
            bmp->array1_size = _slabs1;
            bmp->array2 = (ulong*)(memory + _offset2);
            bmp->array2_size = _lines2 * RTE_BITMAP_CL_SLAB_SIZE;
            StartScan(bmp);
            return bmp;
        }
    }
}
