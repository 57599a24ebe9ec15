using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DpdkSharp.Headers;
using DpdkSharp.Interop;
using static DpdkSharp.Interop.Dpdk;

namespace DpdkSharp;

/// <summary>
/// A packet: a handle to DPDK's message buffer (<c>rte_mbuf</c>), which holds the packet's bytes, or the first part of them in
/// a chain. The handle itself owns nothing: a <see cref="PacketBurst"/>, a ring or a queue does, or whoever got it from
/// <see cref="PacketPool.TryAllocate(out Mbuf)"/> or took it out of a burst, and they give it on or <see cref="Free"/> it, once.
/// After that neither the handle nor a span taken from it may be used. A packet may be used by one thread at a time.
/// </summary>
[DebuggerDisplay("{DebuggerDisplay,nq}")]
public readonly unsafe struct Mbuf : IEquatable<Mbuf>
{
    // How the buffer is attached: a clone, or memory from outside.
    private const ulong Attachment = RTE_MBUF_F_INDIRECT | RTE_MBUF_F_EXTERNAL;

    private readonly rte_mbuf* _mbuf;

    /// <summary>Wraps a pointer of the raw layer.</summary>
    /// <param name="mbuf">The message buffer; null gives the null handle.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Mbuf(rte_mbuf* mbuf)
    {
        _mbuf = mbuf;
        if (CheckedMode.IsEnabled)
        {
            PacketLedger.Adopt(mbuf);
        }
    }

    private Mbuf(nint known) => _mbuf = (rte_mbuf*)known;

    /// <summary>The raw layer's pointer.</summary>
    public rte_mbuf* Pointer
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (CheckedMode.IsEnabled)
            {
                PacketLedger.Expose(_mbuf);
            }
            return _mbuf;
        }
    }

    /// <summary>The pointer, for the safe layer itself.</summary>
    internal rte_mbuf* Known => _mbuf;

    /// <summary>The pointer of a packet that is about to be read or written: the checked mode looks whose it is.</summary>
    internal rte_mbuf* Live
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (CheckedMode.IsEnabled)
            {
                PacketLedger.Use(_mbuf);
            }
            return _mbuf;
        }
    }

    /// <summary>True for the default value, which is no packet.</summary>
    public bool IsNull => _mbuf == null;

    /// <summary>The bytes of this segment (<c>rte_pktmbuf_mtod</c>); of the whole packet when <see cref="IsContiguous"/>.</summary>
    public Span<byte> Data
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        // A length of 16 bits cannot be negative: no need to check it.
        get
        {
            rte_mbuf* mbuf = Live;
            return MemoryMarshal.CreateSpan(ref *((byte*)mbuf->buf_addr + mbuf->data_off), mbuf->data_len);
        }
    }

    /// <summary>The length of this segment in bytes (<c>rte_pktmbuf_data_len</c>).</summary>
    public int DataLength
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Live->data_len;
    }

    /// <summary>The length of the packet in bytes, all segments together (<c>rte_pktmbuf_pkt_len</c>). Of meaning in the first segment.</summary>
    public int PacketLength
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => (int)Live->pkt_len;
    }

    /// <summary>The number of free bytes before the data (<c>rte_pktmbuf_headroom</c>).</summary>
    public int Headroom => rte_pktmbuf_headroom(Live);

    /// <summary>The number of free bytes after the data of this segment (<c>rte_pktmbuf_tailroom</c>).</summary>
    public int Tailroom => rte_pktmbuf_tailroom(Live);

    /// <summary>The number of segments, 1 for a packet that is not chained. Of meaning in the first segment.</summary>
    public int SegmentCount => Live->nb_segs;

    /// <summary>True when the packet lies in one segment (<c>rte_pktmbuf_is_contiguous</c>).</summary>
    public bool IsContiguous => Live->nb_segs == 1;

    /// <summary>The next segment; the null handle at the end.</summary>
    public Mbuf Next => Of(Live->next);

    /// <summary>The segments of the packet, this one first. Copies nothing, allocates nothing.</summary>
    public MbufSegments Segments => new(this);

    /// <summary>The port that the packet came in by, or goes out by where a driver asks for it.</summary>
    public int Port
    {
        get => Live->port;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, ushort.MaxValue);
            Live->port = (ushort)value;
        }
    }

    /// <summary>What the device found out when it received the packet, and is asked to do when it sends it (<c>ol_flags</c>).</summary>
    public MbufOffloads Offloads
    {
        get => (MbufOffloads)Live->ol_flags;
        // How the buffer is attached is DPDK's own business: a caller that sets flags must not lose it.
        set => Live->ol_flags = ((ulong)value & ~Attachment) | (_mbuf->ol_flags & Attachment);
    }

    /// <summary>What the device recognised the packet as (<c>packet_type</c>, values <c>RTE_PTYPE_*</c>); 0 when it did not look.</summary>
    public uint PacketType
    {
        get => Live->packet_type;
        set => Live->packet_type = value;
    }

    /// <summary>The RSS hash; valid when <see cref="Offloads"/> has <see cref="MbufOffloads.RxRssHash"/>.</summary>
    public uint RssHash
    {
        get => Live->hash.rss;
        set => Live->hash.rss = value;
    }

    /// <summary>The VLAN tag (TCI): stripped by the device (<see cref="MbufOffloads.RxVlanStripped"/>) or to be inserted (<see cref="MbufOffloads.TxVlan"/>).</summary>
    public ushort VlanTci
    {
        get => Live->vlan_tci;
        set => Live->vlan_tci = value;
    }

    /// <summary>The outer VLAN tag of a packet with two.</summary>
    public ushort OuterVlanTci
    {
        get => Live->vlan_tci_outer;
        set => Live->vlan_tci_outer = value;
    }

    /// <summary>The lengths that transmit offloads need (<c>tx_offload</c>).</summary>
    public MbufTxOffload TxOffload
    {
        get => new(Live->tx_offload);
        set => Live->tx_offload = value.Value;
    }

    /// <summary>How many owners the segment has (<c>rte_mbuf_refcnt_read</c>); 1 unless it was cloned or referenced.</summary>
    public int ReferenceCount => rte_mbuf_refcnt_read(Live);

    /// <summary>True when the bytes belong to another mbuf: a clone (<c>RTE_MBUF_CLONED</c>).</summary>
    public bool IsClone => RTE_MBUF_CLONED(Live);

    private string DebuggerDisplay => IsNull ? "no packet" : $"{PacketLength} bytes in {SegmentCount} segments, port {Port}";

    /// <summary>Compares the handles, not the packets.</summary>
    /// <param name="left">One handle.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when both are the same mbuf.</returns>
    public static bool operator ==(Mbuf left, Mbuf right) => left._mbuf == right._mbuf;

    /// <summary>Compares the handles, not the packets.</summary>
    /// <param name="left">One handle.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when they are different mbufs.</returns>
    public static bool operator !=(Mbuf left, Mbuf right) => left._mbuf != right._mbuf;

    /// <summary>The handle of an mbuf that the safe layer got itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Mbuf Of(rte_mbuf* mbuf) => new((nint)mbuf);

    /// <summary>Makes room before the data (<c>rte_pktmbuf_prepend</c>).</summary>
    /// <param name="length">Bytes; 0 to <see cref="Headroom"/>.</param>
    /// <param name="data">The new bytes, with whatever was there before.</param>
    /// <returns>False when the headroom is too small; the packet is then as it was.</returns>
    public bool TryPrepend(int length, out Span<byte> data) => TryGrow((uint)length <= ushort.MaxValue ? rte_pktmbuf_prepend(Live, (ushort)length) : null, length, out data);

    /// <summary>Makes room after the data of the last segment (<c>rte_pktmbuf_append</c>).</summary>
    /// <param name="length">Bytes; 0 to the last segment's <see cref="Tailroom"/>.</param>
    /// <param name="data">The new bytes, with whatever was there before.</param>
    /// <returns>False when the tailroom is too small; the packet is then as it was.</returns>
    public bool TryAppend(int length, out Span<byte> data) => TryGrow((uint)length <= ushort.MaxValue ? rte_pktmbuf_append(Live, (ushort)length) : null, length, out data);

    /// <summary>Cuts bytes off the start of the first segment (<c>rte_pktmbuf_adj</c>).</summary>
    /// <param name="length">Bytes; 0 to <see cref="DataLength"/>.</param>
    /// <returns>False when the segment is shorter; the packet is then as it was.</returns>
    public bool TryAdjust(int length) => (uint)length <= ushort.MaxValue && rte_pktmbuf_adj(Live, (ushort)length) != null;

    /// <summary>Cuts bytes off the end of the last segment (<c>rte_pktmbuf_trim</c>).</summary>
    /// <param name="length">Bytes; 0 to the last segment's length.</param>
    /// <returns>False when the segment is shorter; the packet is then as it was.</returns>
    public bool TryTrim(int length) => (uint)length <= ushort.MaxValue && rte_pktmbuf_trim(Live, (ushort)length) == 0;

    /// <summary>Hangs another packet behind this one (<c>rte_pktmbuf_chain</c>); it then belongs to this one.</summary>
    /// <param name="tail">The packet to hang on.</param>
    /// <returns>False when there would be more segments than DPDK allows; both packets are then as they were.</returns>
    /// <exception cref="ArgumentException">It is this packet itself: the chain would have no end.</exception>
    public bool TryChain(Mbuf tail) => tail == this
        ? throw new ArgumentException("A packet cannot be hung behind itself.", nameof(tail))
        : CheckedMode.IsEnabled ? ChainChecked(tail) : rte_pktmbuf_chain(_mbuf, tail._mbuf) == 0;

    /// <summary>Moves the bytes of all segments into the first (<c>rte_pktmbuf_linearize</c>).</summary>
    /// <returns>False when they do not fit; the packet is then as it was.</returns>
    public bool TryLinearize()
    {
        if (!CheckedMode.IsEnabled)
        {
            return rte_pktmbuf_linearize(_mbuf) == 0;
        }
        PacketLedger.Linearize(_mbuf);
        bool fits = rte_pktmbuf_linearize(_mbuf) == 0;
        if (!fits)
        {
            PacketLedger.TakeBackSegments(_mbuf);
        }
        return fits;
    }

    /// <summary>
    /// Makes a second packet that shares this one's bytes (<c>rte_pktmbuf_clone</c>). The bytes must not be written while both
    /// live; each of the two is freed on its own.
    /// </summary>
    /// <param name="pool">Where the clone's buffers come from.</param>
    /// <param name="clone">The clone; the null handle on failure.</param>
    /// <returns>False when the pool is empty.</returns>
    public bool TryClone(PacketPool pool, out Mbuf clone)
    {
        ArgumentNullException.ThrowIfNull(pool);
        // A null handle is caught here, where it is an exception: in DPDK it would end the process.
        if (CheckedMode.IsEnabled)
        {
            PacketLedger.UseWhole(_mbuf);
        }
        clone = _mbuf->nb_segs == 0 ? default : Of(rte_pktmbuf_clone(_mbuf, pool.Pointer));
        if (CheckedMode.IsEnabled)
        {
            PacketLedger.Made(clone._mbuf);
        }
        return !clone.IsNull;
    }

    /// <summary>Copies bytes into a new packet (<c>rte_pktmbuf_copy</c>), with the packet's metadata.</summary>
    /// <param name="pool">Where the copy's buffers come from.</param>
    /// <param name="copy">The copy; the null handle on failure.</param>
    /// <param name="offset">The first byte to copy, counted from the start of the packet.</param>
    /// <param name="length">How many at the most.</param>
    /// <returns>False when the pool is empty, or the packet has no byte at the offset.</returns>
    public bool TryCopy(PacketPool pool, out Mbuf copy, int offset = 0, int length = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(pool);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        if (CheckedMode.IsEnabled)
        {
            PacketLedger.UseWhole(_mbuf);
        }
        copy = offset >= PacketLength ? default : Of(rte_pktmbuf_copy(_mbuf, pool.Pointer, (uint)offset, (uint)length));
        if (CheckedMode.IsEnabled)
        {
            PacketLedger.Made(copy._mbuf);
        }
        return !copy.IsNull;
    }

    /// <summary>Copies bytes out of the packet, over segment borders.</summary>
    /// <param name="offset">The first byte, counted from the start of the packet.</param>
    /// <param name="destination">Filled whole or not at all.</param>
    /// <returns>False when the packet is too short.</returns>
    public bool TryRead(int offset, scoped Span<byte> destination) => CopyBytes(offset, destination, write: false);

    /// <summary>Copies bytes into the packet, over segment borders. Makes it no longer.</summary>
    /// <param name="offset">The first byte, counted from the start of the packet.</param>
    /// <param name="source">Written whole or not at all.</param>
    /// <returns>False when the packet is too short.</returns>
    public bool TryWrite(int offset, scoped ReadOnlySpan<byte> source)
    {
        fixed (byte* bytes = source)
        {
            return CopyBytes(offset, new Span<byte>(bytes, source.Length), write: true);
        }
    }

    /// <summary>Gets a header in place; it must lie in the first segment. For packets that may be chained see <see cref="TryReadHeader"/>.</summary>
    /// <typeparam name="T">The header type.</typeparam>
    /// <param name="offset">Where it starts, in bytes from the start of the packet.</param>
    /// <param name="header">The header, to be read and written.</param>
    /// <returns>Whether its fixed part lies within the first segment.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetHeader<T>(int offset, out HeaderRef<T> header)
        where T : unmanaged, IPacketHeader<T> => Data.TryGetHeader(offset, out header);

    /// <summary>Copies a header out of the packet, also where it straddles segments.</summary>
    /// <typeparam name="T">The header type.</typeparam>
    /// <param name="offset">Where it starts, in bytes from the start of the packet.</param>
    /// <param name="header">A copy of the header; the default value on failure.</param>
    /// <returns>Whether its fixed part lies within the packet.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadHeader<T>(int offset, out T header)
        where T : unmanaged, IPacketHeader<T>
    {
        if (Data.TryReadHeader(offset, out header))
        {
            return true;
        }
        T copy;
        bool read = TryRead(offset, new Span<byte>(&copy, sizeof(T)));
        header = read ? copy : default;
        return read;
    }

    /// <summary>Copies a header into the packet, also where it straddles segments.</summary>
    /// <typeparam name="T">The header type.</typeparam>
    /// <param name="offset">Where it starts, in bytes from the start of the packet.</param>
    /// <param name="header">The header to write.</param>
    /// <returns>Whether the packet has room for it; if not, nothing is written.</returns>
    public bool TryWriteHeader<T>(int offset, in T header)
        where T : unmanaged, IPacketHeader<T>
    {
        T copy = header;
        return TryWrite(offset, new ReadOnlySpan<byte>(&copy, sizeof(T)));
    }

    /// <summary>Walks the packet's headers, over segment borders.</summary>
    /// <param name="first">What the packet starts with.</param>
    /// <param name="tunnels">Whether to go on into tunnels.</param>
    /// <returns>The layers, and why the walk ended.</returns>
    public PacketLayers ParseLayers(PacketLayerType first = PacketLayerType.Ethernet, bool tunnels = true) =>
        IsContiguous ? PacketLayers.Parse(Data, first, tunnels) : PacketLayers.Parse(new MbufPacketSource(this), first, tunnels);

    /// <summary>Gives the packet back to its pool, with all its segments (<c>rte_pktmbuf_free</c>).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Free()
    {
        if (CheckedMode.IsEnabled)
        {
            PacketLedger.Free(_mbuf);
            return;
        }
        rte_pktmbuf_free(_mbuf);
    }

    /// <summary>Brings the start of the packet into the CPU's cache (<c>rte_prefetch0</c>).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch() => rte_prefetch0((byte*)_mbuf->buf_addr + _mbuf->data_off);

    /// <inheritdoc/>
    public bool Equals(Mbuf other) => _mbuf == other._mbuf;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Mbuf other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ((nint)_mbuf).GetHashCode();

    private static bool TryGrow(byte* start, int length, out Span<byte> data)
    {
        data = start == null ? default : new Span<byte>(start, length);
        return start != null;
    }

    private bool ChainChecked(Mbuf tail)
    {
        PacketLedger.Chain(_mbuf, tail._mbuf);
        bool chained = rte_pktmbuf_chain(_mbuf, tail._mbuf) == 0;
        if (!chained)
        {
            PacketLedger.TakeBack(&tail, 1, LedgerKind.Handle);
        }
        return chained;
    }

    private bool CopyBytes(int offset, Span<byte> bytes, bool write)
    {
        if (offset < 0 || (long)offset + bytes.Length > PacketLength)
        {
            return false;
        }
        for (rte_mbuf* segment = Live; segment != null && bytes.Length > 0; segment = segment->next)
        {
            int length = segment->data_len;
            if (offset >= length)
            {
                offset -= length;
                continue;
            }
            var data = new Span<byte>((byte*)segment->buf_addr + segment->data_off + offset, Math.Min(length - offset, bytes.Length));
            if (write)
            {
                bytes[..data.Length].CopyTo(data);
            }
            else
            {
                data.CopyTo(bytes);
            }
            bytes = bytes[data.Length..];
            offset = 0;
        }
        // A chain that is shorter than its packet length says is broken: what was promised is not there.
        return bytes.Length == 0;
    }
}
