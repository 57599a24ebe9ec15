using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DpdkSharp.Headers;

/// <summary>An IPv6 header without extension headers: 40 bytes (<c>rte_ipv6_hdr</c>).</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct Ipv6Header : IPacketHeader<Ipv6Header>
{
    private uint _versionClassFlow;
    private ushort _payloadLength;
    private byte _nextHeader;
    private byte _hopLimit;
    private Ipv6Address _source;
    private Ipv6Address _destination;

    /// <summary>Makes a header with version 6 and a hop limit of 64, all else zero.</summary>
    public Ipv6Header()
    {
        First = 0x6000_0000;
        _hopLimit = 64;
    }

    /// <inheritdoc/>
    public static int Size => 40;

    /// <summary>The IP version, 0 to 15; 6 in a valid header.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set is above 15.</exception>
    public byte Version
    {
        readonly get => (byte)(First >> 28);
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 15);
            First = (First & 0x0FFF_FFFF) | ((uint)value << 28);
        }
    }

    /// <summary>Differentiated services code point and congestion notification together.</summary>
    public byte TrafficClass
    {
        readonly get => (byte)(First >> 20);
        set => First = (First & 0xF00F_FFFF) | ((uint)value << 20);
    }

    /// <summary>The differentiated services code point (DSCP), 0 to 63.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set is above 63.</exception>
    public byte Dscp
    {
        readonly get => (byte)(TrafficClass >> 2);
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 63);
            TrafficClass = (byte)((TrafficClass & 0x03) | (value << 2));
        }
    }

    /// <summary>Explicit congestion notification (ECN), 0 to 3; 3 is "congestion experienced".</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set is above 3.</exception>
    public byte Ecn
    {
        readonly get => (byte)(TrafficClass & 0x03);
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 3);
            TrafficClass = (byte)((TrafficClass & 0xFC) | value);
        }
    }

    /// <summary>The flow label, 0 to 0xFFFFF.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set has more than 20 bits.</exception>
    public uint FlowLabel
    {
        readonly get => First & 0x000F_FFFF;
        set
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 0x000F_FFFFu);
            First = (First & 0xFFF0_0000) | value;
        }
    }

    /// <summary>The length in bytes of what follows this header, extension headers included.</summary>
    public ushort PayloadLength
    {
        readonly get => NetworkOrder.Swap(_payloadLength);
        set => _payloadLength = NetworkOrder.Swap(value);
    }

    /// <summary>What follows this header: an extension header or the payload's protocol.</summary>
    public IpProtocol NextHeader
    {
        readonly get => (IpProtocol)_nextHeader;
        set => _nextHeader = (byte)value;
    }

    /// <summary>How many more routers the packet may pass.</summary>
    public byte HopLimit
    {
        readonly get => _hopLimit;
        set => _hopLimit = value;
    }

    /// <summary>The sender's address.</summary>
    public Ipv6Address Source
    {
        readonly get => _source;
        set => _source = value;
    }

    /// <summary>The receiver's address; with a routing header, the next one to visit.</summary>
    public Ipv6Address Destination
    {
        readonly get => _destination;
        set => _destination = value;
    }

    private uint First
    {
        readonly get => NetworkOrder.Swap(_versionClassFlow);
        set => _versionClassFlow = NetworkOrder.Swap(value);
    }

    /// <summary>Takes one from <see cref="HopLimit"/>, as a router does with each packet.</summary>
    /// <returns>False, with nothing changed, when the packet has reached its last hop (a hop limit of 1 or 0) and must not be forwarded.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryDecrementHopLimit()
    {
        if (_hopLimit <= 1)
        {
            return false;
        }

        _hopLimit--;
        return true;
    }
}
