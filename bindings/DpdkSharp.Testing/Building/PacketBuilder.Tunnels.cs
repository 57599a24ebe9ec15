using System.Runtime.InteropServices;
using DpdkSharp.Headers;

namespace DpdkSharp.Testing;

/// <content>VXLAN, GRE and GTP-U. IP in IP is one IP header after the other.</content>
public sealed partial class PacketBuilder
{
    /// <summary>Adds a <see cref="VxlanHeader"/>; UDP comes before it, and an Ethernet frame follows.</summary>
    /// <param name="vni">The network identifier, 0 to 0xFFFFFF.</param>
    /// <param name="hasVni">The flag that the identifier is valid.</param>
    /// <returns>This builder.</returns>
    public PacketBuilder Vxlan(uint vni, bool hasVni = true) => Add(PacketLayerType.Vxlan, Bytes(new VxlanHeader { Vni = vni, HasVni = hasVni }), null);

    /// <summary>Adds a <see cref="GreHeader"/> with the optional words that are asked for.</summary>
    /// <param name="key">The key; none by default.</param>
    /// <param name="sequenceNumber">The sequence number; none by default.</param>
    /// <param name="withChecksum">Whether it has a checksum, the right one.</param>
    /// <param name="protocol">What follows; by default what does.</param>
    /// <param name="checksum">A checksum to be had, right or wrong.</param>
    /// <returns>This builder.</returns>
    public PacketBuilder Gre(uint? key = null, uint? sequenceNumber = null, bool withChecksum = false, EtherType? protocol = null, ushort? checksum = null)
    {
        var header = new GreHeader { HasChecksum = withChecksum || checksum is not null, HasKey = key is not null, HasSequenceNumber = sequenceNumber is not null };
        byte[] bytes = new byte[header.HeaderLength];
        MemoryMarshal.Write(bytes, header);
        if (key is { } keyValue)
        {
            MemoryMarshal.Write(bytes.AsSpan(header.KeyOffset), new GreKeyWord { Key = keyValue });
        }
        if (sequenceNumber is { } sequenceValue)
        {
            MemoryMarshal.Write(bytes.AsSpan(header.SequenceNumberOffset), new GreSequenceWord { SequenceNumber = sequenceValue });
        }
        return Add(PacketLayerType.Gre, bytes, (index, packet) =>
        {
            int offset = _layers[index].Offset;
            ref GreHeader there = ref At<GreHeader>(packet, offset);
            there.Protocol = protocol ?? NextEtherType(index);
            if (there.HasChecksum)
            {
                ref GreChecksumWord word = ref At<GreChecksumWord>(packet, offset + there.ChecksumOffset);
                word.Checksum = 0;
                word.Checksum = checksum ?? InternetChecksum.Compute(packet[offset..]);
            }
        });
    }

    /// <summary>Adds a <see cref="GtpuHeader"/> with the optional fields and extension headers that are asked for; UDP comes before it.</summary>
    /// <param name="tunnelEndpointId">The tunnel endpoint identifier (TEID).</param>
    /// <param name="messageType">The type of message; a user's packet by default.</param>
    /// <param name="sequenceNumber">The sequence number; none by default.</param>
    /// <param name="nPduNumber">The N-PDU number; none by default.</param>
    /// <param name="extensions">Extension headers: their type and their content, filled up with zeros so that each has a multiple of 4 bytes.</param>
    /// <param name="length">The length of what follows the first 8 bytes; by default what it is.</param>
    /// <returns>This builder.</returns>
    public PacketBuilder Gtpu(
        uint tunnelEndpointId, GtpuMessageType messageType = GtpuMessageType.GPdu, ushort? sequenceNumber = null, byte? nPduNumber = null,
        IReadOnlyList<(GtpuExtensionType Type, byte[] Content)>? extensions = null, ushort? length = null)
    {
        extensions ??= [];
        var header = new GtpuHeader
        {
            TunnelEndpointId = tunnelEndpointId,
            MessageType = messageType,
            HasSequenceNumber = sequenceNumber is not null,
            HasNPduNumber = nPduNumber is not null,
            HasExtensionHeader = extensions.Count > 0,
        };
        List<byte> bytes = [.. Bytes(header)];
        if (header.HasOptionalFields)
        {
            bytes.AddRange(Bytes(new GtpuOptionalFields
            {
                SequenceNumber = sequenceNumber ?? 0,
                NPduNumber = nPduNumber ?? 0,
                NextExtension = extensions.Count > 0 ? extensions[0].Type : GtpuExtensionType.None,
            }));
        }
        for (int i = 0; i < extensions.Count; i++)
        {
            byte[] content = extensions[i].Content;
            ThrowIfLonger(content, (255 * 4) - 2, nameof(extensions));
            int whole = RoundUp(content.Length + 2, 4);
            bytes.Add((byte)(whole / 4));
            bytes.AddRange(content);
            bytes.AddRange(new byte[whole - content.Length - 2]);
            bytes.Add((byte)(i + 1 < extensions.Count ? extensions[i + 1].Type : GtpuExtensionType.None));
        }
        return Add(PacketLayerType.Gtpu, [.. bytes], (index, packet) =>
        {
            int offset = _layers[index].Offset;
            At<GtpuHeader>(packet, offset).Length = length ?? Length16(packet.Length - offset - GtpuHeader.Size, "a GTP-U header");
        });
    }
}
