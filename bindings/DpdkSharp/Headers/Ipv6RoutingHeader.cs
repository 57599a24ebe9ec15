using System.Runtime.InteropServices;

namespace DpdkSharp.Headers;

/// <summary>The fixed part of an IPv6 routing header: 4 bytes, then data that depends on <see cref="RoutingType"/> (<c>rte_ipv6_routing_ext</c>).</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct Ipv6RoutingHeader : IVariableLengthHeader<Ipv6RoutingHeader>
{
    private byte _nextHeader;
    private byte _length;
    private byte _routingType;
    private byte _segmentsLeft;

    /// <inheritdoc/>
    public static int Size => 4;

    /// <summary>What follows this extension header.</summary>
    public IpProtocol NextHeader
    {
        readonly get => (IpProtocol)_nextHeader;
        set => _nextHeader = (byte)value;
    }

    /// <summary>The length of this extension header in bytes, the type's data included: a multiple of 8 from 8 to 2048.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set is not a multiple of 8 from 8 to 2048.</exception>
    public int HeaderLength
    {
        readonly get => (_length + 1) * 8;
        set
        {
            ThrowHelper.ThrowIfNotMultiple(value, 8, 8, 2048);
            _length = (byte)((value / 8) - 1);
        }
    }

    /// <summary>The kind of routing header; 4 is a segment routing header.</summary>
    public byte RoutingType
    {
        readonly get => _routingType;
        set => _routingType = value;
    }

    /// <summary>How many of the listed addresses are still to be visited.</summary>
    public byte SegmentsLeft
    {
        readonly get => _segmentsLeft;
        set => _segmentsLeft = value;
    }

    /// <inheritdoc/>
    public readonly bool TryGetHeaderLength(out int length)
    {
        length = HeaderLength;
        return true;
    }
}
