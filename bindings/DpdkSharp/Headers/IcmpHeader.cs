using System.Runtime.InteropServices;

namespace DpdkSharp.Headers;

/// <summary>The first 8 bytes of an ICMP message for IPv4 (<c>rte_icmp_hdr</c>). What the last four of them mean depends on the type.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct IcmpHeader : IPacketHeader<IcmpHeader>
{
    private byte _type;
    private byte _code;
    private ushort _checksum;
    private ushort _identifier;
    private ushort _sequence;

    /// <inheritdoc/>
    public static int Size => 8;

    /// <summary>The type of the message.</summary>
    public IcmpType Type
    {
        readonly get => (IcmpType)_type;
        set => _type = (byte)value;
    }

    /// <summary>The kind within the type.</summary>
    public byte Code
    {
        readonly get => _code;
        set => _code = value;
    }

    /// <summary>The checksum over the whole message; see <see cref="ComputeChecksum"/>.</summary>
    public ushort Checksum
    {
        readonly get => NetworkOrder.Swap(_checksum);
        set => _checksum = NetworkOrder.Swap(value);
    }

    /// <summary>The last four bytes as one number.</summary>
    public uint RestOfHeader
    {
        readonly get => ((uint)Identifier << 16) | SequenceNumber;
        set
        {
            Identifier = (ushort)(value >> 16);
            SequenceNumber = (ushort)value;
        }
    }

    /// <summary>Echo and timestamp messages: which program asks.</summary>
    public ushort Identifier
    {
        readonly get => NetworkOrder.Swap(_identifier);
        set => _identifier = NetworkOrder.Swap(value);
    }

    /// <summary>Echo and timestamp messages: which of its questions it is.</summary>
    public ushort SequenceNumber
    {
        readonly get => NetworkOrder.Swap(_sequence);
        set => _sequence = NetworkOrder.Swap(value);
    }

    /// <summary>"Fragmentation needed" (type 3, code 4): the MTU of the next hop in bytes. The same bytes as <see cref="SequenceNumber"/>.</summary>
    public ushort NextHopMtu
    {
        readonly get => SequenceNumber;
        set => SequenceNumber = value;
    }

    /// <summary>Computes the checksum of a message; the value in its checksum field does not count.</summary>
    /// <param name="message">The whole message from its ICMP header on.</param>
    /// <returns>The checksum, for <see cref="Checksum"/>.</returns>
    /// <exception cref="ArgumentException">The message is shorter than 8 bytes.</exception>
    public static ushort ComputeChecksum(ReadOnlySpan<byte> message)
    {
        if (message.Length < Size)
        {
            throw new ArgumentException("An ICMP message has at least 8 bytes.", nameof(message));
        }

        return InternetChecksum.Finish(InternetChecksum.Sum(message[..2]) + InternetChecksum.Sum(message[4..]));
    }

    /// <summary>Whether a message has the right checksum.</summary>
    /// <param name="message">The whole message from its ICMP header on.</param>
    /// <returns>Whether the receiver would accept it; false when it is shorter than 8 bytes.</returns>
    public static bool HasValidChecksum(ReadOnlySpan<byte> message) => message.Length >= Size && InternetChecksum.IsValid(message);
}
