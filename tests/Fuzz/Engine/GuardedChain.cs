using System.Runtime.InteropServices;
using DpdkSharp.Interop;

namespace DpdkSharp.Fuzz;

/// <summary>
/// Mbufs of one's own, no pool behind them: a chain whose segments end each at a guard page of its own. For all that only reads and writes packets;
/// nothing of it may be freed.
/// </summary>
internal sealed unsafe class GuardedChain
{
    public const int MaxSegments = 4;

    private readonly GuardedMemory[] _memory;
    private readonly rte_mbuf* _mbufs;

    public GuardedChain(int size)
    {
        _memory = [.. Enumerable.Range(0, MaxSegments).Select(_ => new GuardedMemory(size))];
        _mbufs = (rte_mbuf*)NativeMemory.AlignedAlloc((nuint)(MaxSegments * sizeof(rte_mbuf)), 64);
        new Span<byte>(_mbufs, MaxSegments * sizeof(rte_mbuf)).Clear();
    }

    /// <summary>Lays a packet into the chain.</summary>
    /// <param name="packet">Its bytes.</param>
    /// <param name="cuts">Where the segments end; any number is brought into range.</param>
    public Mbuf Set(ReadOnlySpan<byte> packet, ReadOnlySpan<byte> cuts)
    {
        int segments = Math.Min(MaxSegments, cuts.Length + 1);
        int start = 0;
        for (int i = 0; i < segments; i++)
        {
            int length = i == segments - 1 ? packet.Length - start : cuts[i] % (packet.Length - start + 1);
            Span<byte> data = _memory[i].AtEnd(packet.Slice(start, length));
            rte_mbuf* mbuf = _mbufs + i;
            mbuf->buf_addr = _memory[i].End(length);
            mbuf->data_off = 0;
            mbuf->buf_len = (ushort)data.Length;
            mbuf->data_len = (ushort)data.Length;
            mbuf->next = i == segments - 1 ? null : mbuf + 1;
            start += length;
        }
        _mbufs->pkt_len = (uint)packet.Length;
        _mbufs->nb_segs = (ushort)segments;
        _mbufs->ol_flags = 0;
        _mbufs->refcnt = 1;
        return new Mbuf(_mbufs);
    }

    /// <summary>Makes the chain contradict itself, as a broken driver might: it says another length and number of segments than it has.</summary>
    public Mbuf Lie(int length, int segments)
    {
        _mbufs->pkt_len = (uint)length;
        _mbufs->nb_segs = (ushort)segments;
        return new Mbuf(_mbufs);
    }

    /// <summary>Lays a packet into one segment with room before and behind it.</summary>
    public Mbuf SetWithRoom(ReadOnlySpan<byte> packet, int headroom, int tailroom)
    {
        int size = headroom + packet.Length + tailroom;
        byte* start = _memory[0].End(size);
        packet.CopyTo(new Span<byte>(start + headroom, packet.Length));
        _mbufs->buf_addr = start;
        _mbufs->buf_len = (ushort)size;
        _mbufs->data_off = (ushort)headroom;
        _mbufs->data_len = (ushort)packet.Length;
        _mbufs->pkt_len = (uint)packet.Length;
        _mbufs->nb_segs = 1;
        _mbufs->next = null;
        _mbufs->refcnt = 1;
        return new Mbuf(_mbufs);
    }
}
