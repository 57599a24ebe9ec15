using DpdkSharp.Headers;

namespace DpdkSharp.Testing;

/// <summary>
/// A packet outside DPDK's memory: what a port sent, what a capture holds, what is expected. It owns nothing that has to be given back, and does not change.
/// <see cref="ToString"/> shows it, header by header.
/// </summary>
public sealed class TestPacket : IEquatable<TestPacket>
{
    private readonly byte[] _bytes;

    /// <summary>Makes a packet of some bytes.</summary>
    /// <param name="bytes">The bytes; copied.</param>
    public TestPacket(ReadOnlySpan<byte> bytes)
        : this(bytes.ToArray(), [bytes.Length])
    {
    }

    private TestPacket(byte[] bytes, IReadOnlyList<int> segmentLengths)
    {
        _bytes = bytes;
        SegmentLengths = segmentLengths;
        Layers = PacketLayers.Parse(bytes);
    }

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Span => _bytes;

    /// <summary>The length in bytes.</summary>
    public int Length => _bytes.Length;

    /// <summary>How the bytes lay in the segments of the mbuf that it was copied from; otherwise one segment. Does not count in comparisons.</summary>
    public IReadOnlyList<int> SegmentLengths { get; }

    /// <summary>The headers, found by one walk that starts with Ethernet.</summary>
    public PacketLayers Layers { get; }

    /// <summary>What follows the last header, without padding.</summary>
    public ReadOnlySpan<byte> Payload => Layers.PayloadOffset >= _bytes.Length
        ? []
        : _bytes.AsSpan(Layers.PayloadOffset, Math.Min(Layers.PayloadLength, _bytes.Length - Layers.PayloadOffset));

    /// <summary>What the port of the other side said of it, when it was copied from an mbuf (<see cref="Mbuf.Offloads"/>): checksums that were left to the device, for instance.</summary>
    public MbufOffloads Offloads { get; private init; }

    /// <summary>The VLAN tag that was left to the device (<see cref="Mbuf.VlanTci"/>), when it was copied from an mbuf.</summary>
    public ushort VlanTci { get; private init; }

    /// <summary>Makes a packet of some bytes.</summary>
    /// <param name="bytes">The bytes; copied.</param>
    public static implicit operator TestPacket(byte[] bytes) => new((ReadOnlySpan<byte>)bytes);

    /// <summary>Makes the packet that a builder describes.</summary>
    /// <param name="builder">The builder.</param>
    public static implicit operator TestPacket(PacketBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.ToPacket();
    }

    /// <summary>Copies an mbuf, which stays its owner's.</summary>
    /// <param name="packet">The mbuf, of one segment or more.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="InvalidOperationException">The segments do not hold as many bytes as the packet says, or are not as many.</exception>
    public static TestPacket Copy(Mbuf packet)
    {
        var lengths = new List<int>();
        foreach (Mbuf segment in packet.Segments)
        {
            lengths.Add(segment.DataLength);
            // A chain that comes back to itself has no end.
            if (lengths.Count > packet.SegmentCount)
            {
                break;
            }
        }
        byte[] bytes = new byte[packet.PacketLength];
        if (lengths.Count != packet.SegmentCount || lengths.Sum() != bytes.Length || !packet.TryRead(0, bytes))
        {
            throw new InvalidOperationException(
                $"The mbuf is broken: it says {bytes.Length:D} bytes in {packet.SegmentCount:D} segments, and has segments of {string.Join(", ", lengths)} bytes.");
        }
        return new TestPacket(bytes, lengths) { Offloads = packet.Offloads, VlanTci = packet.VlanTci };
    }

    /// <summary>Whether the packet has a header.</summary>
    /// <typeparam name="T">The type of header.</typeparam>
    /// <param name="header">A copy of the header; the default value on failure.</param>
    /// <param name="index">Which one of that type; 0 is the outermost.</param>
    /// <returns>True when there is one.</returns>
    public bool TryGetHeader<T>(out T header, int index = 0)
        where T : unmanaged, IPacketHeader<T>
    {
        header = default;
        return TryFind<T>(index, out int offset) && Span.TryReadHeader(offset, out header);
    }

    /// <summary>A header of the packet.</summary>
    /// <typeparam name="T">The type of header.</typeparam>
    /// <param name="index">Which one of that type; 0 is the outermost.</param>
    /// <returns>A copy.</returns>
    /// <exception cref="PacketAssertException">There is none; the message shows the packet.</exception>
    public T Header<T>(int index = 0)
        where T : unmanaged, IPacketHeader<T> =>
        TryGetHeader(out T header, index) ? header : throw NoHeader<T>(index);

    /// <summary>A copy with one header changed, and nothing else: not the checksums over it either.</summary>
    /// <typeparam name="T">The type of header.</typeparam>
    /// <param name="edit">Changes the header: <c>(ref Ipv4Header ip) => ip.TryDecrementTimeToLive()</c>.</param>
    /// <param name="index">Which one of that type; 0 is the outermost.</param>
    /// <returns>The copy.</returns>
    /// <exception cref="PacketAssertException">There is no such header; the message shows the packet.</exception>
    public TestPacket With<T>(HeaderEdit<T> edit, int index = 0)
        where T : unmanaged, IPacketHeader<T>
    {
        ArgumentNullException.ThrowIfNull(edit);
        if (!TryFind<T>(index, out int offset))
        {
            throw NoHeader<T>(index);
        }
        byte[] bytes = [.. _bytes];
        _ = bytes.AsSpan().TryGetHeader(offset, out HeaderRef<T> header);
        edit(ref header.Value);
        return new TestPacket(bytes, SegmentLengths) { Offloads = Offloads, VlanTci = VlanTci };
    }

    /// <summary>A copy of the bytes.</summary>
    /// <returns>A new array.</returns>
    public byte[] ToArray() => [.. _bytes];

    /// <inheritdoc/>
    public bool Equals(TestPacket? other) => other is not null && Span.SequenceEqual(other.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as TestPacket);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        hash.AddBytes(_bytes);
        return hash.ToHashCode();
    }

    /// <summary>The packet, header by header, and its bytes.</summary>
    /// <returns>Several lines.</returns>
    public override string ToString() => PacketText.Describe(Span);

    private bool TryFind<T>(int index, out int offset)
        where T : unmanaged, IPacketHeader<T>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        for (int i = 0; i < Layers.Count; i++)
        {
            if (HeaderTypes.IsOf<T>(Layers[i].Type) && index-- == 0)
            {
                offset = Layers[i].Offset;
                return true;
            }
        }
        offset = 0;
        return false;
    }

    private PacketAssertException NoHeader<T>(int index)
        where T : unmanaged, IPacketHeader<T> =>
        new($"The packet has no {typeof(T).Name}{(index > 0 ? $" number {index:D}" : string.Empty)}{(HeaderTypes.IsKnown<T>() ? string.Empty : ", nor can it be found: the walk over the layers does not know that type. Read it by its offset with TryReadHeader")}.\n{this}");
}
