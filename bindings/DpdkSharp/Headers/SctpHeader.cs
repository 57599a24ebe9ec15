using System.Runtime.InteropServices;

namespace DpdkSharp.Headers;

/// <summary>The common header of an SCTP packet: 12 bytes (<c>rte_sctp_hdr</c>).</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct SctpHeader : IPacketHeader<SctpHeader>
{
    private const int ChecksumOffset = 8;

    private ushort _sourcePort;
    private ushort _destinationPort;
    private uint _verificationTag;
    private uint _checksum;

    /// <inheritdoc/>
    public static int Size => 12;

    /// <summary>The sender's port.</summary>
    public ushort SourcePort
    {
        readonly get => NetworkOrder.Swap(_sourcePort);
        set => _sourcePort = NetworkOrder.Swap(value);
    }

    /// <summary>The receiver's port.</summary>
    public ushort DestinationPort
    {
        readonly get => NetworkOrder.Swap(_destinationPort);
        set => _destinationPort = NetworkOrder.Swap(value);
    }

    /// <summary>The tag by which the receiver knows the association; 0 in a packet that opens one.</summary>
    public uint VerificationTag
    {
        readonly get => NetworkOrder.Swap(_verificationTag);
        set => _verificationTag = NetworkOrder.Swap(value);
    }

    /// <summary>
    /// The CRC32c of the packet, as <see cref="ComputeChecksum"/> gives it. Unlike every other field it goes over the wire with its
    /// lowest byte first (RFC 9260, appendix A).
    /// </summary>
    public uint Checksum
    {
        readonly get => BitConverter.IsLittleEndian ? _checksum : System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(_checksum);
        set => _checksum = BitConverter.IsLittleEndian ? value : System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Computes the CRC32c of an SCTP packet; the value in its checksum field does not count.</summary>
    /// <param name="packet">The whole packet from its SCTP header on, all chunks with their padding included.</param>
    /// <returns>The checksum, for <see cref="Checksum"/>.</returns>
    /// <exception cref="ArgumentException">The packet is shorter than 12 bytes.</exception>
    public static uint ComputeChecksum(ReadOnlySpan<byte> packet)
    {
        if (packet.Length < Size)
        {
            throw new ArgumentException("An SCTP packet has at least 12 bytes.", nameof(packet));
        }

        uint crc = Crc32c.Append(0, packet[..ChecksumOffset]);
        crc = Crc32c.Append(crc, [0, 0, 0, 0]);
        return Crc32c.Append(crc, packet[Size..]);
    }

    /// <summary>Whether an SCTP packet has the right CRC32c.</summary>
    /// <param name="packet">The whole packet from its SCTP header on.</param>
    /// <returns>Whether the receiver would accept it; false when it is shorter than 12 bytes.</returns>
    public static bool HasValidChecksum(ReadOnlySpan<byte> packet) =>
        packet.TryReadHeader(0, out SctpHeader header) && header.Checksum == ComputeChecksum(packet);
}
