namespace DpdkSharp.Headers.Tests;

/// <summary>Packets written down byte by byte from the specifications' pictures, for the headers that PacketDotNet does not have.</summary>
public class KnownPacketTests
{
    [Fact]
    public void A_VXLAN_header()
    {
        Span<byte> bytes = Convert.FromHexString("0800000012345600");
        Assert.True(bytes.TryReadHeader(0, out VxlanHeader header));
        Assert.True(header is { HasVni: true, Vni: 0x123456, Reserved1: 0, Reserved2: 0 });
        Assert.Equal(bytes.ToArray(), Build.Bytes(new VxlanHeader { Vni = 0x123456 }));
    }

    [Fact]
    public void An_MPLS_label_stack()
    {
        // Label 16000, class 5, more to come, TTL 64; then label 3 (implicit null), last, TTL 1.
        Span<byte> bytes = Convert.FromHexString("03E80A40" + "00003101");
        Assert.True(bytes.TryReadHeader(0, out MplsHeader first));
        Assert.True(bytes.TryReadHeader(4, out MplsHeader second));
        Assert.True(first is { Label: 16000, TrafficClass: 5, IsBottomOfStack: false, TimeToLive: 64 });
        Assert.True(second is { Label: 3, TrafficClass: 0, IsBottomOfStack: true, TimeToLive: 1 });
    }

    [Fact]
    public void A_GRE_header_with_everything()
    {
        // Checksum, key and sequence number; the payload is IPv4.
        Span<byte> bytes = Convert.FromHexString("B0000800" + "ABCD0000" + "0000002A" + "00000007");
        Assert.True(bytes.TryReadHeader(0, out GreHeader gre));
        Assert.True(gre is { HasChecksum: true, HasRouting: false, HasKey: true, HasSequenceNumber: true, Version: 0, Protocol: EtherType.Ipv4 });
        Assert.Equal((16, 4, 8, 12), (gre.HeaderLength, gre.ChecksumOffset, gre.KeyOffset, gre.SequenceNumberOffset));
        Assert.True(bytes.TryReadHeader(gre.ChecksumOffset, out GreChecksumWord checksum) && checksum.Checksum == 0xABCD);
        Assert.True(bytes.TryReadHeader(gre.KeyOffset, out GreKeyWord key) && key.Key == 42);
        Assert.True(bytes.TryReadHeader(gre.SequenceNumberOffset, out GreSequenceWord sequence) && sequence.SequenceNumber == 7);
    }

    [Theory]
    [InlineData(false, false, false, 4, -1, -1, -1)]
    [InlineData(false, true, false, 8, -1, 4, -1)]
    [InlineData(false, false, true, 8, -1, -1, 4)]
    [InlineData(true, false, true, 12, 4, -1, 8)]
    [InlineData(false, true, true, 12, -1, 4, 8)]
    [InlineData(true, true, false, 12, 4, 8, -1)]
    public void The_words_of_a_GRE_header_are_there_when_the_flags_say_so(
        bool checksum, bool key, bool sequence, int length, int checksumAt, int keyAt, int sequenceAt)
    {
        GreHeader header = new() { HasChecksum = checksum, HasKey = key, HasSequenceNumber = sequence };
        Assert.Equal((length, checksumAt, keyAt, sequenceAt), (header.HeaderLength, header.ChecksumOffset, header.KeyOffset, header.SequenceNumberOffset));
        Assert.True(header.TryGetHeaderLength(out int stated) && stated == length);
    }

    [Fact]
    public void A_GRE_checksum_covers_header_and_payload()
    {
        Span<byte> packet = Build.Gre(EtherType.Ipv4, Build.Ipv4(IpProtocol.Udp, Build.Udp(53, Build.Payload)), all: true);
        Assert.True(packet.TryGetHeader(4, out HeaderRef<GreChecksumWord> word));
        word.Value.Checksum = 0;
        word.Value.Checksum = InternetChecksum.Compute(packet);
        Assert.True(InternetChecksum.IsValid(packet));
    }

    [Fact]
    public void A_GTP_U_header_of_a_5G_user_plane()
    {
        // G-PDU for TEID 1 with a PDU session container: downlink, QoS flow 9; then a packet of 4 bytes.
        Span<byte> bytes = Convert.FromHexString("34FF000C00000001" + "00000085" + "01000900" + "45000004");
        Assert.True(bytes.TryReadHeader(0, out GtpuHeader gtp));
        Assert.True(gtp is
        {
            Version: 1, IsGtp: true, HasExtensionHeader: true, HasSequenceNumber: false, HasNPduNumber: false,
            MessageType: GtpuMessageType.GPdu, Length: 12, TunnelEndpointId: 1, HasOptionalFields: true, HeaderLength: 12,
        });
        Assert.True(bytes.TryReadHeader(8, out GtpuOptionalFields optional) && optional.NextExtension == GtpuExtensionType.PduSessionContainer);
        Assert.True(new GtpuExtensions(bytes).TryFind(GtpuExtensionType.PduSessionContainer, out GtpuExtension container));
        Assert.Equal("0009", Convert.ToHexString(container.Content));
        Assert.Equal(9, container.Content[1] & 0x3F);
    }

    [Fact]
    public void An_SCTP_packet_with_a_COOKIE_ACK()
    {
        // Ports 80 and 1024, verification tag 0x213F1E7C, one chunk of type 11.
        Span<byte> packet = Convert.FromHexString("00500400213F1E7C000000000B000004");
        Assert.True(packet.TryGetHeader(0, out HeaderRef<SctpHeader> sctp));
        Assert.True(sctp.Value is { SourcePort: 80, DestinationPort: 1024, VerificationTag: 0x213F1E7C });

        sctp.Value.Checksum = SctpHeader.ComputeChecksum(packet);

        Assert.True(SctpHeader.HasValidChecksum(packet));
        uint crc = Reference.Crc32c(Convert.FromHexString("00500400213F1E7C000000000B000004"));
        Assert.Equal([(byte)crc, (byte)(crc >> 8), (byte)(crc >> 16), (byte)(crc >> 24)], packet[8..12].ToArray());
    }

    [Fact]
    public void An_IPv6_fragment_header()
    {
        Span<byte> bytes = Convert.FromHexString("110005A9DEADBEEF");
        Assert.True(bytes.TryReadHeader(0, out Ipv6FragmentHeader header));
        Assert.True(header is { NextHeader: IpProtocol.Udp, FragmentOffset: 1448, MoreFragments: true, Identification: 0xDEADBEEF });
    }

    [Fact]
    public void An_authentication_header()
    {
        Span<byte> bytes = Convert.FromHexString("0604000000000100" + "00000005" + "0102030405060708090A0B0C");
        Assert.True(bytes.TryReadHeader(0, out AuthenticationHeader header));
        Assert.True(header is { NextHeader: IpProtocol.Tcp, HeaderLength: 24, SecurityParametersIndex: 0x100, SequenceNumber: 5 });
        Assert.True(bytes.TryGetOptions<AuthenticationHeader>(0, out Span<byte> value) && value.Length == 12 && value[0] == 1);
    }
}
