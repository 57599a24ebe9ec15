using System.Runtime.InteropServices;
using DpdkSharp.Headers;

namespace DpdkSharp.Testing;

/// <content>TCP, UDP, ICMP and SCTP.</content>
public sealed partial class PacketBuilder
{
    private const ushort DefaultSourcePort = 40000;

    // Discard: where nobody answers.
    private const ushort DefaultDestinationPort = 9;

    /// <summary>Adds a <see cref="UdpHeader"/>.</summary>
    /// <param name="sourcePort">The sender's port.</param>
    /// <param name="destinationPort">The receiver's port; by default that of the tunnel that follows, or 9.</param>
    /// <param name="length">The length of header and data; by default what it is.</param>
    /// <param name="checksum">The checksum, 0 for none; by default the right one.</param>
    /// <returns>This builder.</returns>
    public PacketBuilder Udp(ushort sourcePort = DefaultSourcePort, ushort? destinationPort = null, ushort? length = null, ushort? checksum = null) =>
        Add(PacketLayerType.Udp, Bytes(new UdpHeader { SourcePort = sourcePort }), (index, packet) =>
        {
            int offset = _layers[index].Offset;
            ref UdpHeader there = ref At<UdpHeader>(packet, offset);
            there.DestinationPort = destinationPort ?? Next(index) switch
            {
                PacketLayerType.Vxlan => VxlanHeader.UdpPort,
                PacketLayerType.Gtpu => GtpuHeader.UdpPort,
                _ => DefaultDestinationPort,
            };
            there.Length = length ?? Length16(packet.Length - offset, "a UDP header");
            there.Checksum = checksum ?? TransportChecksumOf(IpProtocol.Udp, index, packet);
        });

    /// <summary>Adds a <see cref="TcpHeader"/>.</summary>
    /// <param name="sourcePort">The sender's port.</param>
    /// <param name="destinationPort">The receiver's port.</param>
    /// <param name="flags">The control bits.</param>
    /// <param name="sequenceNumber">The number of the first byte of data.</param>
    /// <param name="acknowledgmentNumber">The number of the next byte expected.</param>
    /// <param name="window">How many bytes the sender is ready to receive, before scaling.</param>
    /// <param name="urgentPointer">Where urgent data ends.</param>
    /// <param name="options">Options (<see cref="TcpOptionBytes"/>), filled up with zeros to a multiple of 4 bytes; at most 40.</param>
    /// <param name="checksum">The checksum; by default the right one.</param>
    /// <returns>This builder.</returns>
    public PacketBuilder Tcp(
        ushort sourcePort = DefaultSourcePort, ushort destinationPort = DefaultDestinationPort, TcpFlags flags = TcpFlags.Ack, uint sequenceNumber = 0,
        uint acknowledgmentNumber = 0, ushort window = 65535, ushort urgentPointer = 0, ReadOnlySpan<byte> options = default, ushort? checksum = null)
    {
        ThrowIfLonger(options, 40, nameof(options));
        var header = new TcpHeader
        {
            SourcePort = sourcePort,
            DestinationPort = destinationPort,
            Flags = flags,
            SequenceNumber = sequenceNumber,
            AcknowledgmentNumber = acknowledgmentNumber,
            Window = window,
            UrgentPointer = urgentPointer,
            HeaderLength = RoundUp(TcpHeader.Size + options.Length, 4),
        };
        return Add(PacketLayerType.Tcp, Bytes(header, options, 4), (index, packet) =>
            At<TcpHeader>(packet, _layers[index].Offset).Checksum = checksum ?? TransportChecksumOf(IpProtocol.Tcp, index, packet));
    }

    /// <summary>Adds an <see cref="IcmpHeader"/>: ICMP for IPv4.</summary>
    /// <param name="type">The type of the message.</param>
    /// <param name="code">The kind within the type.</param>
    /// <param name="identifier">Echo messages: which program asks. Otherwise the first half of the header's rest.</param>
    /// <param name="sequenceNumber">Echo messages: which of its questions it is. Otherwise the second half of the header's rest.</param>
    /// <param name="checksum">The checksum; by default the right one.</param>
    /// <returns>This builder.</returns>
    public PacketBuilder Icmp(IcmpType type = IcmpType.EchoRequest, byte code = 0, ushort identifier = 0, ushort sequenceNumber = 0, ushort? checksum = null) =>
        Add(PacketLayerType.Icmp, Bytes(new IcmpHeader { Type = type, Code = code, Identifier = identifier, SequenceNumber = sequenceNumber }), (index, packet) =>
        {
            int offset = _layers[index].Offset;
            At<IcmpHeader>(packet, offset).Checksum = checksum ?? IcmpHeader.ComputeChecksum(packet[offset..]);
        });

    /// <summary>Adds an <see cref="Icmpv6Header"/>.</summary>
    /// <param name="type">The type of the message.</param>
    /// <param name="code">The kind within the type.</param>
    /// <param name="restOfHeader">The last four bytes: identifier and sequence number of echo messages, an MTU, a pointer, flags.</param>
    /// <param name="checksum">The checksum; by default the right one.</param>
    /// <returns>This builder.</returns>
    public PacketBuilder Icmpv6(Icmpv6Type type = Icmpv6Type.EchoRequest, byte code = 0, uint restOfHeader = 0, ushort? checksum = null) =>
        Add(PacketLayerType.Icmpv6, Bytes(new Icmpv6Header { Type = type, Code = code, RestOfHeader = restOfHeader }), (index, packet) =>
            At<Icmpv6Header>(packet, _layers[index].Offset).Checksum = checksum ?? TransportChecksumOf(IpProtocol.Icmpv6, index, packet));

    /// <summary>Adds an <see cref="SctpHeader"/>; chunks follow (<see cref="SctpChunk"/>).</summary>
    /// <param name="sourcePort">The sender's port.</param>
    /// <param name="destinationPort">The receiver's port.</param>
    /// <param name="verificationTag">The tag by which the receiver knows the association.</param>
    /// <param name="checksum">The CRC32c; by default the right one.</param>
    /// <returns>This builder.</returns>
    public PacketBuilder Sctp(ushort sourcePort = DefaultSourcePort, ushort destinationPort = DefaultDestinationPort, uint verificationTag = 0, uint? checksum = null) =>
        Add(PacketLayerType.Sctp, Bytes(new SctpHeader { SourcePort = sourcePort, DestinationPort = destinationPort, VerificationTag = verificationTag }), (index, packet) =>
        {
            int offset = _layers[index].Offset;
            At<SctpHeader>(packet, offset).Checksum = checksum ?? SctpHeader.ComputeChecksum(packet[offset..]);
        });

    /// <summary>Adds a chunk of an SCTP packet, filled up with zeros to a multiple of 4 bytes.</summary>
    /// <param name="type">The type: 0 is data, 1 opens an association.</param>
    /// <param name="value">What follows the chunk's type, flags and length; at most 65,531 bytes.</param>
    /// <param name="flags">The flags.</param>
    /// <returns>This builder.</returns>
    public PacketBuilder SctpChunk(byte type, ReadOnlySpan<byte> value = default, byte flags = 0)
    {
        ThrowIfLonger(value, ushort.MaxValue - 4, nameof(value));
        int length = 4 + value.Length;
        byte[] chunk = new byte[RoundUp(length, 4)];
        chunk[0] = type;
        chunk[1] = flags;
        chunk[2] = (byte)(length >> 8);
        chunk[3] = (byte)length;
        value.CopyTo(chunk.AsSpan(4));
        return Add(PacketLayerType.None, chunk, null);
    }

    private ushort TransportChecksumOf(IpProtocol protocol, int index, Span<byte> packet)
    {
        int ip = _layers.FindLastIndex(index, static l => l.Type is PacketLayerType.Ipv4 or PacketLayerType.Ipv6);
        Span<byte> segment = packet[_layers[index].Offset..];
        if (ip < 0)
        {
            throw new InvalidOperationException($"{protocol} has a checksum over the IP addresses, and no IP header comes before it: add one, or give the checksum.");
        }
        if (_layers[ip].Type == PacketLayerType.Ipv6)
        {
            Ipv6Header ipv6 = MemoryMarshal.Read<Ipv6Header>(packet[_layers[ip].Offset..]);
            return TransportChecksum.Compute(ipv6.Source, FinalDestination(ip, index, packet), protocol, segment);
        }
        Ipv4Header ipv4 = MemoryMarshal.Read<Ipv4Header>(packet[_layers[ip].Offset..]);
        return protocol == IpProtocol.Icmpv6
            ? throw new InvalidOperationException("ICMPv6 has a checksum over IPv6 addresses, and an IPv4 header comes before it: use Icmp, or give the checksum.")
            : segment.Length <= ushort.MaxValue
                ? TransportChecksum.Compute(ipv4.Source, ipv4.Destination, protocol, segment)
                : throw new InvalidOperationException($"{segment.Length:D} bytes are too many for {protocol} over IPv4: give a checksum, or less payload.");
    }
}
