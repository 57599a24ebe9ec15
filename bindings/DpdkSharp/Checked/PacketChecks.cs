using System.Runtime.CompilerServices;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>Whether an mbuf's own fields and the marks around its buffer are as they must be.</summary>
internal static unsafe class PacketChecks
{
    // More references than any program makes: a count that was decremented below zero, or overwritten.
    private const ushort MostReferences = 0x7FFF;

    /// <summary>Whether a packet that is freed, cloned or chained agrees with itself, in the usual case of one segment.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsSound(rte_mbuf* mbuf, LedgerRun* run) =>
        (mbuf->nb_segs == 1
            && mbuf->pkt_len == mbuf->data_len
            && (uint)mbuf->data_off + mbuf->data_len <= mbuf->buf_len
            && (uint)mbuf->refcnt - 1 < MostReferences
            && mbuf->pool == run->Pool
            && mbuf->next == null
            && HasOwnBuffer(mbuf, run))
        || Find(mbuf, run) is null;

    /// <summary>What is wrong with a packet; null when nothing is.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static (PacketViolation Violation, string Text)? Find(rte_mbuf* mbuf, LedgerRun* run)
    {
        if (mbuf->nb_segs == 0)
        {
            return Corrupted("it has no segments (nb_segs is 0)");
        }
        ulong length = 0;
        int count = 0;
        for (rte_mbuf* segment = mbuf; segment != null; segment = segment->next)
        {
            if (++count > mbuf->nb_segs)
            {
                return Corrupted($"it has more segments than its nb_segs says, {mbuf->nb_segs:D}: the chain is broken, or runs in a circle");
            }
            _ = LedgerMap.Find(segment, out LedgerRun* own);
            if (FindInSegment(segment, own, count) is { } problem)
            {
                return problem;
            }
            length += segment->data_len;
        }
        if (count != mbuf->nb_segs)
        {
            return Corrupted($"its nb_segs says {mbuf->nb_segs:D} segments, the chain has {count:D}");
        }
        return length == mbuf->pkt_len ? null : Corrupted($"its pkt_len says {mbuf->pkt_len:D} bytes, its segments have {length:D}");
    }

    /// <summary>Throws when a packet that is in its pool was written to, or something wrote behind its buffer.</summary>
    /// <param name="mbuf">The packet.</param>
    /// <param name="entry">Its entry.</param>
    /// <param name="run">Its run.</param>
    /// <param name="repair">Whether what is wrong is put right, so that it is told once.</param>
    public static void ThrowIfFreeDamaged(rte_mbuf* mbuf, LedgerEntry* entry, LedgerRun* run, bool repair)
    {
        if (FindInFree(mbuf, entry, run, repair) is { } problem)
        {
            throw problem;
        }
    }

    /// <summary>What is wrong with a packet that is free; null when nothing is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PacketOwnershipException? FindInFree(rte_mbuf* mbuf, LedgerEntry* entry, LedgerRun* run, bool repair) =>
        mbuf->refcnt == 1 && mbuf->next == null && mbuf->nb_segs == 1 && mbuf->pool == run->Pool && PacketCanary.IsFreeWhole(mbuf, run) && PacketCanary.IsFenceWhole(mbuf, run)
            ? null
            : DescribeFree(mbuf, entry, run, repair);

    /// <summary>The violation that something wrote behind the buffer.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static PacketOwnershipException Overrun(rte_mbuf* mbuf, LedgerEntry* entry, LedgerRun* run)
    {
        int broken = PacketCanary.FirstBroken(mbuf, run);
        PacketCanary.SetFence(mbuf, run);
        return new PacketOwnershipException(PacketViolation.BufferOverrun,
            $"Buffer overrun: something wrote behind the buffer of {LedgerText.Mbuf(mbuf, run)}, whose data room has {run->BufferEnd - run->BufferOffset:D} bytes, {broken:D} bytes beyond its end. "
            + $"{LedgerText.History(entry)} Look for raw pointers, C code or a driver that takes the buffer for longer than it is; TryAppend and TryPrepend keep within it.");
    }

    private static PacketOwnershipException DescribeFree(rte_mbuf* mbuf, LedgerEntry* entry, LedgerRun* run, bool repair)
    {
        if (!PacketCanary.IsFenceWhole(mbuf, run))
        {
            return Overrun(mbuf, entry, run);
        }
        string what = mbuf->refcnt != 1 ? $"its reference count is {mbuf->refcnt:D}, which must be 1"
            : mbuf->next != null ? "it has a next segment"
            : mbuf->nb_segs != 1 ? $"its nb_segs is {mbuf->nb_segs:D}, which must be 1"
            : mbuf->pool != run->Pool ? "its pool is another one"
            : $"byte {PacketCanary.FirstWritten(mbuf, run):D} of its data was written";
        if (repair)
        {
            mbuf->refcnt = 1;
            mbuf->next = null;
            mbuf->nb_segs = 1;
            mbuf->pool = run->Pool;
            PacketCanary.SetFree(mbuf, run);
        }
        return new PacketOwnershipException(PacketViolation.WriteAfterFree,
            $"Write after free: {LedgerText.Mbuf(mbuf, run)} was changed while it was free: {what}. {LedgerText.History(entry)} "
            + "Look for a span, a header reference or a handle that was kept after the packet was freed.");
    }

    /// <summary>
    /// What the packets of a burst have in common as a rule: offset, references, segments and port, and the size of the buffer. A packet of one segment that has the
    /// same as one that was looked into, and no more bytes than there is room for, needs no second look. All of it is in the half of the mbuf that every program reads.
    /// </summary>
    internal readonly struct Shape
    {
        // Offset, references, segments and port are neighbours.
        private readonly ulong _rearm;
        private readonly uint _room;
        private readonly ushort _bufferLength;

        private Shape(ulong rearm, uint room, ushort bufferLength)
        {
            _rearm = rearm;
            _room = room;
            _bufferLength = bufferLength;
        }

        /// <summary>That of a packet without fault; of a packet of more segments nothing is the same.</summary>
        public static Shape Of(rte_mbuf* mbuf) =>
            mbuf->nb_segs == 1 ? new Shape(*(ulong*)&mbuf->data_off, (uint)mbuf->buf_len - mbuf->data_off, mbuf->buf_len) : default;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public bool IsOf(rte_mbuf* mbuf)
        {
            uint length = mbuf->data_len;
            return *(ulong*)&mbuf->data_off == _rearm && mbuf->buf_len == _bufferLength && mbuf->pkt_len == length && length <= _room;
        }
    }

    private static (PacketViolation Violation, string Text)? FindInSegment(rte_mbuf* segment, LedgerRun* run, int number)
    {
        string which = number == 1 ? "its" : $"segment {number:D}: its";
        if (run != null && segment->pool != run->Pool)
        {
            return (PacketViolation.ForeignPool, $"{which} pool is another one (0x{(nuint)segment->pool:x}) than the one that it comes from: freeing it would put it there");
        }
        if (segment->refcnt is 0 or > MostReferences)
        {
            return Corrupted($"{which} reference count is {segment->refcnt:D}");
        }
        if ((uint)segment->data_off + segment->data_len > segment->buf_len)
        {
            return Corrupted($"{which} data reaches beyond the buffer: data_off {segment->data_off:D} and data_len {segment->data_len:D} are more than buf_len {segment->buf_len:D}");
        }
        return run == null || HasOwnBuffer(segment, run) ? null : Corrupted($"{which} buf_addr or buf_len is not that of its own buffer, though it is neither a clone nor has an external buffer");
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool HasOwnBuffer(rte_mbuf* mbuf, LedgerRun* run) =>
        ((nuint)mbuf->buf_addr == (nuint)mbuf + run->BufferOffset && mbuf->buf_len == run->BufferEnd - run->BufferOffset)
        || (mbuf->ol_flags & (RTE_MBUF_F_INDIRECT | RTE_MBUF_F_EXTERNAL)) != 0;

    private static (PacketViolation, string)? Corrupted(string text) => (PacketViolation.CorruptedPacket, text);
}
