using System.Runtime.CompilerServices;

namespace DpdkSharp.Headers;

/// <summary>
/// The headers of a packet, from one walk that allocates nothing: what they are, where they are, and why the walk ended. It goes
/// from Ethernet over VLAN tags and MPLS labels to ARP or IPv4 and IPv6 with its extension headers, on to TCP, UDP, ICMP and SCTP,
/// and through IP in IP, GRE, VXLAN and GTP-U into the packet within. Lengths are checked against each other and against the packet;
/// checksums are not.
/// </summary>
public struct PacketLayers
{
    /// <summary>The most layers that a walk records: 16.</summary>
    public const int MaxCount = 16;

    private Buffer _layers;
    private byte _count;

    /// <summary>The number of layers found.</summary>
    public readonly int Count => _count;

    /// <summary>Why the walk ended.</summary>
    public PacketParseStop Stop { readonly get; internal set; }

    /// <summary>Whether the packet is a fragment, or one packet within it is; the first fragment has its upper layers all the same.</summary>
    public bool IsFragment { readonly get; internal set; }

    /// <summary>
    /// When the walk ended at <see cref="PacketParseStop.UnknownProtocol"/>: the <see cref="EtherType"/> that the last layer names when it
    /// is Ethernet, VLAN or GRE, the <see cref="IpProtocol"/> when it is IP or an extension header; -1 when nothing names it, as after MPLS
    /// and GTP-U, and when its version is the unknown thing. Otherwise -1.
    /// </summary>
    public int NextProtocol { readonly get; internal set; }

    /// <summary>Where the last layer ends and the payload starts, in bytes from the start of the packet. For a malformed or truncated header: where that starts.</summary>
    public int PayloadOffset { readonly get; internal set; }

    /// <summary>The length in bytes of what follows the last layer, as far as the lengths in the headers let it go: Ethernet padding is not in it.</summary>
    public int PayloadLength { readonly get; internal set; }

    internal readonly bool IsFull => _count == MaxCount;

    /// <summary>A layer, the outermost being 0.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such layer.</exception>
    public readonly PacketLayer this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)_count, nameof(index));
            return _layers[index];
        }
    }

    /// <summary>Walks the layers of a packet that lies in one span.</summary>
    /// <param name="packet">The packet's bytes.</param>
    /// <param name="first">What the packet starts with.</param>
    /// <param name="tunnels">Whether to go on into the packet that IP in IP, GRE, VXLAN or GTP-U carries; if not, that is the payload.</param>
    /// <returns>The layers.</returns>
    public static PacketLayers Parse(ReadOnlySpan<byte> packet, PacketLayerType first = PacketLayerType.Ethernet, bool tunnels = true) =>
        new PacketParser<SpanPacketSource>(new SpanPacketSource(packet), tunnels).Run(first);

    /// <summary>Walks the layers of a packet that need not lie in one piece.</summary>
    /// <typeparam name="TSource">What to read the packet from; a struct, so that its code is inlined.</typeparam>
    /// <param name="source">What to read the packet from.</param>
    /// <param name="first">What the packet starts with.</param>
    /// <param name="tunnels">Whether to go on into the packet that IP in IP, GRE, VXLAN or GTP-U carries; if not, that is the payload.</param>
    /// <returns>The layers.</returns>
    public static PacketLayers Parse<TSource>(
        scoped TSource source, PacketLayerType first = PacketLayerType.Ethernet, bool tunnels = true)
        where TSource : struct, IPacketSource, allows ref struct => new PacketParser<TSource>(source, tunnels).Run(first);

    /// <summary>Finds the outermost layer of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="layer">The layer; the default value on failure.</param>
    /// <returns>Whether the packet has one.</returns>
    public readonly bool TryFind(PacketLayerType type, out PacketLayer layer)
    {
        for (int i = 0; i < _count; i++)
        {
            if (_layers[i].Type == type)
            {
                layer = _layers[i];
                return true;
            }
        }

        layer = default;
        return false;
    }

    /// <summary>Finds the innermost layer of a type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="layer">The layer; the default value on failure.</param>
    /// <returns>Whether the packet has one.</returns>
    public readonly bool TryFindLast(PacketLayerType type, out PacketLayer layer)
    {
        for (int i = _count - 1; i >= 0; i--)
        {
            if (_layers[i].Type == type)
            {
                layer = _layers[i];
                return true;
            }
        }

        layer = default;
        return false;
    }

    internal void Add(PacketLayerType type, int offset, int length) => _layers[_count++] = new PacketLayer(type, offset, length);

    [InlineArray(MaxCount)]
    private struct Buffer
    {
        private PacketLayer _layer;
    }
}
