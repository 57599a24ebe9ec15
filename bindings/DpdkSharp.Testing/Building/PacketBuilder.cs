using System.Runtime.InteropServices;
using System.Text;
using DpdkSharp.Headers;

namespace DpdkSharp.Testing;

/// <summary>
/// Builds packets layer by layer, outermost first. Lengths, types of what follows and checksums are filled in when the packet is made, except those that
/// were given: a wrong one that is given stays wrong. A builder can make any number of packets, and be added to in between. Used by one thread.
/// </summary>
/// <remarks>
/// Checksums cover what is there: of the first fragment of a datagram they are not those of the whole, which then has to be given.
/// </remarks>
public sealed partial class PacketBuilder
{
    private readonly List<BuilderLayer> _layers = [];
    private int _leastLength;

    /// <summary>Adds bytes as they are.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>This builder.</returns>
    public PacketBuilder Payload(params ReadOnlySpan<byte> bytes) => Add(PacketLayerType.None, bytes.ToArray(), null);

    /// <summary>Adds a text in UTF-8.</summary>
    /// <param name="text">The text.</param>
    /// <returns>This builder.</returns>
    public PacketBuilder Payload(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Add(PacketLayerType.None, Encoding.UTF8.GetBytes(text), null);
    }

    /// <summary>Adds bytes that count up from 0, 255 being followed by 0: a place that is not where it should be shows.</summary>
    /// <param name="length">How many; 0 or more.</param>
    /// <returns>This builder.</returns>
    public PacketBuilder PayloadOfLength(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++)
        {
            bytes[i] = (byte)i;
        }
        return Add(PacketLayerType.None, bytes, null);
    }

    /// <summary>Adds a header as it is, of any type: nothing in it is filled in, and nothing before it names it.</summary>
    /// <typeparam name="T">The type of header.</typeparam>
    /// <param name="header">The header.</param>
    /// <returns>This builder.</returns>
    public PacketBuilder Header<T>(in T header)
        where T : unmanaged, IPacketHeader<T> => Add(PacketLayerType.None, Bytes(header), null);

    /// <summary>
    /// Fills the packet up with zeros behind what its headers count, as Ethernet pads short frames: 60 bytes is the least of a frame without check sequence.
    /// </summary>
    /// <param name="length">The least length of the packet in bytes.</param>
    /// <returns>This builder.</returns>
    public PacketBuilder PadTo(int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        _leastLength = length;
        return this;
    }

    /// <summary>Makes the packet's bytes.</summary>
    /// <returns>A new array.</returns>
    /// <exception cref="InvalidOperationException">A layer is too long for its length field, and no length was given.</exception>
    public byte[] ToArray()
    {
        int length = 0;
        foreach (BuilderLayer layer in _layers)
        {
            layer.Offset = length;
            length += layer.Bytes.Length;
        }
        byte[] packet = new byte[Math.Max(length, _leastLength)];
        foreach (BuilderLayer layer in _layers)
        {
            layer.Bytes.CopyTo(packet, layer.Offset);
        }
        // From the inside out: a checksum covers what lies within.
        for (int i = _layers.Count - 1; i >= 0; i--)
        {
            _layers[i].Complete?.Invoke(i, packet.AsSpan(0, length));
        }
        return packet;
    }

    /// <summary>Makes the packet, for assertions.</summary>
    /// <returns>A copy that the builder no longer changes.</returns>
    public TestPacket ToPacket() => new(ToArray());

    /// <summary>Makes the packet in buffers of a pool.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="segmentLengths">
    /// How many bytes each segment has; the last one holds for all further segments. None: as few segments as possible.
    /// </param>
    /// <returns>The packet, the caller's own.</returns>
    /// <exception cref="ArgumentException">A segment is longer than the pool's buffers, or has no byte.</exception>
    /// <exception cref="InvalidOperationException">The pool is empty.</exception>
    public Mbuf ToMbuf(PacketPool pool, params ReadOnlySpan<int> segmentLengths) => pool.CreatePacket(ToArray(), segmentLengths);

    /// <inheritdoc/>
    public override string ToString() => ToPacket().ToString();

    private static byte[] Bytes<T>(in T header)
        where T : unmanaged, IPacketHeader<T> => MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in header)).ToArray();

    /// <summary>A header with what follows its fixed part, filled up with zeros to a multiple of some bytes.</summary>
    private static byte[] Bytes<T>(in T header, ReadOnlySpan<byte> rest, int multiple)
        where T : unmanaged, IPacketHeader<T>
    {
        byte[] bytes = new byte[RoundUp(T.Size + rest.Length, multiple)];
        MemoryMarshal.Write(bytes, header);
        rest.CopyTo(bytes.AsSpan(T.Size));
        return bytes;
    }

    private static int RoundUp(int length, int multiple) => (length + multiple - 1) / multiple * multiple;

    private static ref T At<T>(Span<byte> packet, int offset)
        where T : unmanaged, IPacketHeader<T>
    {
        _ = packet.TryGetHeader(offset, out HeaderRef<T> header);
        return ref header.Value;
    }

    private static ushort Length16(int length, string what) => length <= ushort.MaxValue
        ? (ushort)length
        : throw new InvalidOperationException($"{length:D} bytes are too many for the length field of {what}: give a length, or less payload.");

    private PacketBuilder Add(PacketLayerType type, byte[] bytes, LayerCompletion? complete)
    {
        _layers.Add(new BuilderLayer(type, bytes, complete));
        return this;
    }

    private PacketLayerType Next(int index) => index + 1 < _layers.Count ? _layers[index + 1].Type : PacketLayerType.None;

    private bool IsLast(int index) => index == _layers.Count - 1;

    /// <summary>What Ethernet, a VLAN tag or GRE says of the layer behind it.</summary>
    private EtherType NextEtherType(int index) => Next(index) switch
    {
        PacketLayerType.Ethernet => EtherType.TransparentEthernetBridging,
        // The outer of two tags is a service tag.
        PacketLayerType.Vlan => Next(index + 1) == PacketLayerType.Vlan ? EtherType.QinQ : EtherType.Vlan,
        PacketLayerType.Mpls => EtherType.Mpls,
        PacketLayerType.Arp => EtherType.Arp,
        PacketLayerType.Ipv4 => EtherType.Ipv4,
        PacketLayerType.Ipv6 => EtherType.Ipv6,
        // Reserved for experiments (IEEE 802).
        _ => (EtherType)0x88B5,
    };

    /// <summary>What IP or an extension header says of the layer behind it.</summary>
    private IpProtocol NextProtocol(int index, bool overIpv6) => Next(index) switch
    {
        PacketLayerType.Ipv4 => IpProtocol.Ipv4,
        PacketLayerType.Ipv6 => IpProtocol.Ipv6,
        PacketLayerType.Ipv6HopByHop => IpProtocol.Ipv6HopByHop,
        PacketLayerType.Ipv6Routing => IpProtocol.Ipv6Routing,
        PacketLayerType.Ipv6Fragment => IpProtocol.Ipv6Fragment,
        PacketLayerType.Ipv6DestinationOptions => IpProtocol.Ipv6DestinationOptions,
        PacketLayerType.AuthenticationHeader => IpProtocol.AuthenticationHeader,
        PacketLayerType.Tcp => IpProtocol.Tcp,
        PacketLayerType.Udp => IpProtocol.Udp,
        PacketLayerType.Icmp => IpProtocol.Icmp,
        PacketLayerType.Icmpv6 => IpProtocol.Icmpv6,
        PacketLayerType.Sctp => IpProtocol.Sctp,
        PacketLayerType.Gre => IpProtocol.Gre,
        PacketLayerType.Mpls => IpProtocol.Mpls,
        _ when overIpv6 && IsLast(index) => IpProtocol.Ipv6NoNextHeader,
        // Reserved for experiments (RFC 3692).
        _ => (IpProtocol)253,
    };
}
