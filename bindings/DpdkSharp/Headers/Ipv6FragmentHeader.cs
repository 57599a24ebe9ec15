using System.Runtime.InteropServices;

namespace DpdkSharp.Headers;

/// <summary>An IPv6 fragment header: 8 bytes (<c>rte_ipv6_fragment_ext</c>).</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct Ipv6FragmentHeader : IPacketHeader<Ipv6FragmentHeader>
{
    private byte _nextHeader;
    private byte _reserved;
    private ushort _offsetFlags;
    private uint _identification;

    /// <inheritdoc/>
    public static int Size => 8;

    /// <summary>What the reassembled datagram starts with.</summary>
    public IpProtocol NextHeader
    {
        readonly get => (IpProtocol)_nextHeader;
        set => _nextHeader = (byte)value;
    }

    /// <summary>The reserved byte; zero.</summary>
    public byte Reserved
    {
        readonly get => _reserved;
        set => _reserved = value;
    }

    /// <summary>Where this fragment's payload belongs in that of the whole datagram, in bytes: a multiple of 8 from 0 to 65528.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value set is not a multiple of 8 from 0 to 65528.</exception>
    public int FragmentOffset
    {
        readonly get => NetworkOrder.Swap(_offsetFlags) & 0xFFF8;
        set
        {
            ThrowHelper.ThrowIfNotMultiple(value, 8, 0, 65528);
            _offsetFlags = NetworkOrder.Swap((ushort)((NetworkOrder.Swap(_offsetFlags) & 7) | value));
        }
    }

    /// <summary>Whether more fragments of this datagram follow.</summary>
    public bool MoreFragments
    {
        readonly get => (NetworkOrder.Swap(_offsetFlags) & 1) != 0;
        set => _offsetFlags = NetworkOrder.Swap((ushort)((NetworkOrder.Swap(_offsetFlags) & 0xFFFE) | (value ? 1 : 0)));
    }

    /// <summary>The number that the fragments of one datagram share.</summary>
    public uint Identification
    {
        readonly get => NetworkOrder.Swap(_identification);
        set => _identification = NetworkOrder.Swap(value);
    }
}
