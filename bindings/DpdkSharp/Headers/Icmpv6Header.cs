using System.Runtime.InteropServices;

namespace DpdkSharp.Headers;

/// <summary>
/// The first 8 bytes of an ICMPv6 message. What the last four of them mean depends on the type.
/// <see cref="TransportChecksum"/> has its checksum, which counts the IPv6 addresses in.
/// </summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct Icmpv6Header : IPacketHeader<Icmpv6Header>
{
    private byte _type;
    private byte _code;
    private ushort _checksum;
    private uint _rest;

    /// <inheritdoc/>
    public static int Size => 8;

    /// <summary>The type of the message.</summary>
    public Icmpv6Type Type
    {
        readonly get => (Icmpv6Type)_type;
        set => _type = (byte)value;
    }

    /// <summary>The kind within the type.</summary>
    public byte Code
    {
        readonly get => _code;
        set => _code = value;
    }

    /// <summary>The checksum over pseudo-header and message.</summary>
    public ushort Checksum
    {
        readonly get => NetworkOrder.Swap(_checksum);
        set => _checksum = NetworkOrder.Swap(value);
    }

    /// <summary>The last four bytes as one number: the MTU of "packet too big", the pointer of "parameter problem", the flags of a neighbor advertisement.</summary>
    public uint RestOfHeader
    {
        readonly get => NetworkOrder.Swap(_rest);
        set => _rest = NetworkOrder.Swap(value);
    }

    /// <summary>Echo messages: which program asks.</summary>
    public ushort Identifier
    {
        readonly get => (ushort)(RestOfHeader >> 16);
        set => RestOfHeader = (RestOfHeader & 0x0000_FFFF) | ((uint)value << 16);
    }

    /// <summary>Echo messages: which of its questions it is.</summary>
    public ushort SequenceNumber
    {
        readonly get => (ushort)RestOfHeader;
        set => RestOfHeader = (RestOfHeader & 0xFFFF_0000) | value;
    }
}
