using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DpdkSharp.Interop;

namespace DpdkSharp;

/// <summary>
/// Mbufs of a pool that stand at equal distances, or do so within pieces that repeat (where memory is in small pages, no object may lie across a border), and
/// where their entries are. In native memory, a copy for each part of the address space that it reaches into.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct LedgerRun
{
    // Mbufs begin at cache lines. Exact for runs of up to 2^38 bytes by the distance in units: 16 GB of the largest buffers.
    private const int UnitBits = 6;
    private const int ReciprocalBits = 38;

    /// <summary>The first mbuf.</summary>
    public nuint Base;

    /// <summary>From the first mbuf to behind the last one's room.</summary>
    public nuint Length;

    /// <summary>2^38 by the distance in units, rounded up: to divide by multiplying.</summary>
    public ulong Reciprocal;

    /// <summary>The size of the pieces that repeat, as a power of two; 63 when there are none.</summary>
    public int PieceBits;

    /// <summary>The size of the pieces, less one.</summary>
    public nuint PieceMask;

    /// <summary>How many entries a piece has, as a power of two; it has as many mbufs or fewer.</summary>
    public int EntriesPerPieceBits;

    /// <summary>The first mbuf's entry.</summary>
    public LedgerEntry* Entries;

    /// <summary>Another run in the same bucket.</summary>
    public LedgerRun* Next;

    public rte_mempool* Pool;

    /// <summary>From an mbuf to its own buffer.</summary>
    public uint BufferOffset;

    /// <summary>From an mbuf to the end of its own buffer.</summary>
    public uint BufferEnd;

    /// <summary>The number of the pool in <see cref="PoolLedger"/>.</summary>
    public int PoolNumber;

    /// <summary>How many bytes behind the buffer hold the mark.</summary>
    public uint FenceLength;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Has(rte_mbuf* mbuf) => (nuint)mbuf - Base < Length;

    /// <summary>The entry of one of its mbufs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly LedgerEntry* EntryOf(rte_mbuf* mbuf) => EntryAt((nuint)mbuf - Base);

    /// <summary>True once the pool is gone: until its memory is used again, what is left of its packets can be told.</summary>
    public bool IsDisposed;

    public static ulong ReciprocalOf(nuint distance) => ((1UL << ReciprocalBits) / (distance >> UnitBits)) + 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly LedgerEntry* EntryAt(nuint offset)
    {
        nuint piece = offset >> PieceBits;
        nuint within = offset & PieceMask;
        return Entries + (piece << EntriesPerPieceBits) + ((within >> UnitBits) * Reciprocal >> ReciprocalBits);
    }
}
