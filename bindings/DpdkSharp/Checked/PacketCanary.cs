using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>
/// Marks in memory that nobody should write: behind each buffer always, and in the first bytes of a packet while it is free. What C code takes from the pool and
/// gives back in between has legally written there: it sets the data offset, in which a freed packet holds a value that no packet in use has.
/// </summary>
internal static unsafe class PacketCanary
{
    /// <summary>How many bytes behind the buffer are marked, where there are that many.</summary>
    public const int FenceLength = 16;

    /// <summary>How many bytes of a free packet are marked, where it has that many: a cache line, which holds the headers that programs write.</summary>
    public const int FreeLength = 64;

    private const ushort FreeOffset = 0xFFFF;
    private const byte Fill = 0xDB;

    public static void SetFence(rte_mbuf* mbuf, LedgerRun* run) => Fence(mbuf, run).Fill(Fill);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsFenceWhole(rte_mbuf* mbuf, LedgerRun* run)
    {
        byte* fence = (byte*)mbuf + run->BufferEnd;
        const ulong Word = 0xDBDBDBDBDBDBDBDB;
        return run->FenceLength == FenceLength
            ? ((*(ulong*)fence ^ Word) | (*(ulong*)(fence + 8) ^ Word)) == 0
            : !Fence(mbuf, run).ContainsAnyExcept(Fill);
    }

    /// <summary>How far behind the buffer the first wrong byte is.</summary>
    public static int FirstBroken(rte_mbuf* mbuf, LedgerRun* run) => Fence(mbuf, run).IndexOfAnyExcept(Fill);

    /// <summary>Marks a packet that goes back to its pool.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SetFree(rte_mbuf* mbuf, LedgerRun* run)
    {
        Free(mbuf, run).Fill(Fill);
        mbuf->data_off = FreeOffset;
    }

    /// <summary>Whether a packet that comes from its pool was not written since it was marked; true where it was not marked, or C code had it since.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsFreeWhole(rte_mbuf* mbuf, LedgerRun* run) => mbuf->data_off != FreeOffset || !Free(mbuf, run).ContainsAnyExcept(Fill);

    /// <summary>The first wrong byte, counted from where a packet's data usually begins.</summary>
    public static int FirstWritten(rte_mbuf* mbuf, LedgerRun* run) => Free(mbuf, run).IndexOfAnyExcept(Fill);

    private static Span<byte> Fence(rte_mbuf* mbuf, LedgerRun* run) => MemoryMarshal.CreateSpan(ref *((byte*)mbuf + run->BufferEnd), (int)run->FenceLength);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Span<byte> Free(rte_mbuf* mbuf, LedgerRun* run)
    {
        int room = (int)(run->BufferEnd - run->BufferOffset);
        int start = Math.Min((int)RTE_PKTMBUF_HEADROOM, room);
        return MemoryMarshal.CreateSpan(ref *((byte*)mbuf + run->BufferOffset + start), Math.Min(FreeLength, room - start));
    }
}
