using System.Buffers.Binary;
using CsCheck;

namespace DpdkSharp.Headers.Tests;

/// <summary>Checksums are those of a plain reading of the RFCs, for any bytes at any address in any pieces.</summary>
public class ChecksumTests
{
    private static readonly Gen<byte[]> AnyBytes = Gen.OneOf(Gen.Byte, Gen.Const((byte)0xFF), Gen.Const((byte)0)).Array[0, 300];

    private static readonly Gen<Ipv4Address> AnyIpv4 = Gen.UInt.Select(v => new Ipv4Address(v));

    private static readonly Gen<Ipv6Address> AnyIpv6 = Gen.Select(Gen.ULong, Gen.ULong, (high, low) => new Ipv6Address(high, low));

    [Fact]
    public void The_internet_checksum_is_that_of_RFC_1071()
    {
        using GuardedMemory memory = new();
        AnyBytes.Sample(
            bytes =>
            {
                Assert.Equal(Reference.InternetChecksum(bytes), InternetChecksum.Compute(memory.AtEnd(bytes)));
                Assert.Equal(Reference.InternetChecksum(bytes), InternetChecksum.Compute(memory.AtStart(bytes)));
            },
            iter: 20_000,
            threads: 1);
    }

    [Fact]
    public void The_internet_checksum_is_right_at_every_alignment_and_every_length()
    {
        byte[] bytes = new byte[9100];
        new Random(3).NextBytes(bytes);
        for (int start = 0; start < 33; start++)
        {
            for (int length = 0; length < 200; length++)
            {
                Assert.Equal(Reference.InternetChecksum(bytes.AsSpan(start, length)), InternetChecksum.Compute(bytes.AsSpan(start, length)));
            }
        }

        Assert.Equal(Reference.InternetChecksum(bytes), InternetChecksum.Compute(bytes));
        Array.Fill(bytes, (byte)0xFF);
        Assert.Equal(0, InternetChecksum.Compute(bytes));
        Assert.True(InternetChecksum.IsValid(bytes));
        Assert.Equal(0xFFFF, InternetChecksum.Compute([]));
        Assert.False(InternetChecksum.IsValid([]));
    }

    [Fact]
    public void No_carry_gets_lost()
    {
        // Words of ones and a small one bring the sum to either side of every power of 2^16, where folding carries.
        for (int words = 0; words < 40; words++)
        {
            for (int small = 0; small < 60; small++)
            {
                byte[] bytes = new byte[4 + (4 * words)];
                bytes.AsSpan(4).Fill(0xFF);
                bytes[0] = (byte)small;
                Assert.Equal(Reference.InternetChecksum(bytes), InternetChecksum.Compute(bytes));
                (bytes[0], bytes[3]) = (0, (byte)small);
                Assert.Equal(Reference.InternetChecksum(bytes), InternetChecksum.Compute(bytes));
            }
        }
    }

    [Fact]
    public void The_checksum_of_RFC_1071s_example() =>
        Assert.Equal(0xFFFF - 0xDDF2, InternetChecksum.Compute(Convert.FromHexString("0001F203F4F5F6F7")));

    [Fact]
    public void The_checksum_of_pieces_of_any_length_is_that_of_the_whole() =>
        AnyBytes.Array[0, 8].Sample(
            pieces =>
            {
                InternetChecksumAccumulator sum = default;
                foreach (byte[] piece in pieces)
                {
                    sum.Add(piece);
                }

                byte[] whole = [.. pieces.SelectMany(p => p)];
                return sum.Checksum == Reference.InternetChecksum(whole) && sum.IsValid == InternetChecksum.IsValid(whole);
            },
            iter: 10_000);

    [Fact]
    public void A_checksum_put_in_its_place_is_valid_and_any_changed_bit_makes_it_invalid() =>
        Gen.Select(Gen.Byte.Array[12, 100], Gen.Int[0, 10_000]).Sample(
            (bytes, bit) =>
            {
                bytes[2] = bytes[3] = 0;
                BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(2), InternetChecksum.Compute(bytes));
                Assert.True(InternetChecksum.IsValid(bytes));
                bytes[bit / 8 % bytes.Length] ^= (byte)(1 << (bit % 8));
                Assert.False(InternetChecksum.IsValid(bytes));
            },
            iter: 5_000);

    [Fact]
    public void The_IPv4_header_checksum_does_not_count_the_checksum_field() =>
        Gen.Select(Gen.Byte.Array[20], Gen.Byte.Array[0, 10].Select(o => o.SelectMany(b => new[] { b, (byte)1, (byte)2, (byte)3 }).ToArray())).Sample(
            (bytes, options) =>
            {
                Assert.True(bytes.AsSpan().TryReadHeader(0, out Ipv4Header header));
                bytes[10] = bytes[11] = 0;
                Assert.Equal(Reference.InternetChecksum([.. bytes, .. options]), header.ComputeChecksum(options));
                header.Checksum = header.ComputeChecksum(options);
                Assert.True(header.HasValidChecksum(options));
                Assert.True(InternetChecksum.IsValid([.. Build.Bytes(header), .. options]));
                header.TimeToLive ^= 1;
                Assert.False(header.HasValidChecksum(options));
            },
            iter: 5_000);

    [Fact]
    public void A_header_of_zeros_has_no_valid_checksum()
    {
        Assert.False(default(Ipv4Header).HasValidChecksum());
        Assert.Equal(0xFFFF, default(Ipv4Header).ComputeChecksum());
    }

    [Fact]
    public void The_IPv4_header_checksum_of_a_known_packet()
    {
        // The worked example of many textbooks: 192.168.0.1 to 192.168.0.199, UDP, checksum B861.
        Span<byte> packet = Convert.FromHexString("450000730000400040110000C0A80001C0A800C7");
        Assert.True(packet.TryGetHeader(0, out HeaderRef<Ipv4Header> ip));

        ip.Value.Checksum = ip.Value.ComputeChecksum();

        Assert.Equal("45000073000040004011B861C0A80001C0A800C7", Convert.ToHexString(packet));
        Assert.True(ip.Value.HasValidChecksum());
    }

    [Fact]
    public void Each_hop_takes_one_from_the_time_to_live_and_keeps_the_checksum_valid()
    {
        for (int identification = 0; identification <= ushort.MaxValue; identification++)
        {
            Ipv4Header header = new() { TimeToLive = 3, Identification = (ushort)identification, Protocol = IpProtocol.Udp };
            header.Checksum = header.ComputeChecksum();

            Assert.True(header.TryDecrementTimeToLive());
            Assert.Equal((2, header.ComputeChecksum()), (header.TimeToLive, header.Checksum));
            Assert.True(header.TryDecrementTimeToLive());
            Assert.Equal((1, header.ComputeChecksum()), (header.TimeToLive, header.Checksum));
            Ipv4Header last = header;
            Assert.False(header.TryDecrementTimeToLive());
            Assert.Equal(Build.Bytes(last), Build.Bytes(header));
        }
    }

    [Fact]
    public void Each_hop_takes_one_from_the_hop_limit()
    {
        Ipv6Header header = new() { HopLimit = 2 };
        Assert.True(header.TryDecrementHopLimit());
        Assert.False(header.TryDecrementHopLimit());
        Assert.Equal(1, header.HopLimit);
        Assert.False(default(Ipv6Header).TryDecrementHopLimit());
    }

    [Fact]
    public void TCP_and_UDP_checksums_over_IPv4_count_the_pseudo_header() =>
        Gen.Select(AnyIpv4, AnyIpv4, Gen.Bool, Gen.Byte.Array[20, 200]).Sample(
            (source, destination, tcp, segment) =>
            {
                IpProtocol protocol = tcp ? IpProtocol.Tcp : IpProtocol.Udp;
                int field = tcp ? 16 : 6;
                ushort checksum = TransportChecksum.Compute(source, destination, protocol, segment);
                segment[field] = segment[field + 1] = 0;
                byte[] pseudoHeader = Reference.PseudoHeader(source, destination, protocol, segment.Length);
                ushort expected = Reference.InternetChecksum([.. pseudoHeader, .. segment]);
                Assert.Equal(expected == 0 && !tcp ? (ushort)0xFFFF : expected, checksum);

                BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(field), checksum);
                Assert.True(TransportChecksum.IsValid(source, destination, protocol, segment));
                Assert.Equal((ushort)~Reference.InternetChecksum(pseudoHeader), TransportChecksum.PseudoHeader(source, destination, protocol, segment.Length));

                InternetChecksumAccumulator sum = default;
                sum.Add(segment.AsSpan(0, 13));
                sum.AddPseudoHeader(source, destination, protocol, segment.Length);
                sum.Add(segment.AsSpan(13));
                Assert.True(sum.IsValid);

                segment[0] ^= 1;
                Assert.False(TransportChecksum.IsValid(source, destination, protocol, segment));
            },
            iter: 5_000);

    [Fact]
    public void TCP_UDP_and_ICMPv6_checksums_over_IPv6_count_the_pseudo_header() =>
        Gen.Select(AnyIpv6, AnyIpv6, Gen.OneOf(Gen.Const(IpProtocol.Tcp), Gen.Const(IpProtocol.Udp), Gen.Const(IpProtocol.Icmpv6)), Gen.Byte.Array[20, 200]).Sample(
            (source, destination, protocol, segment) =>
            {
                int field = protocol switch { IpProtocol.Tcp => 16, IpProtocol.Udp => 6, _ => 2 };
                ushort checksum = TransportChecksum.Compute(source, destination, protocol, segment);
                segment[field] = segment[field + 1] = 0;
                byte[] pseudoHeader = Reference.PseudoHeader(source, destination, protocol, segment.Length);
                ushort expected = Reference.InternetChecksum([.. pseudoHeader, .. segment]);
                Assert.Equal(expected == 0 && protocol == IpProtocol.Udp ? (ushort)0xFFFF : expected, checksum);

                BinaryPrimitives.WriteUInt16BigEndian(segment.AsSpan(field), checksum);
                Assert.True(TransportChecksum.IsValid(source, destination, protocol, segment));
                Assert.Equal((ushort)~Reference.InternetChecksum(pseudoHeader), TransportChecksum.PseudoHeader(source, destination, protocol, segment.Length));

                InternetChecksumAccumulator sum = default;
                sum.AddPseudoHeader(source, destination, protocol, segment.Length);
                sum.Add(segment.AsSpan(0, 7));
                sum.Add(segment.AsSpan(7));
                Assert.True(sum.IsValid);

                segment[^1] ^= 0x80;
                Assert.False(TransportChecksum.IsValid(source, destination, protocol, segment));
            },
            iter: 5_000);

    [Fact]
    public void A_UDP_checksum_of_zero_means_none_over_IPv4_and_is_wrong_over_IPv6()
    {
        byte[] datagram = Build.Udp(53, Build.Payload);
        Assert.True(TransportChecksum.IsValid(Ipv4Address.Loopback, Ipv4Address.Loopback, IpProtocol.Udp, datagram));
        Assert.False(TransportChecksum.IsValid(Ipv6Address.Loopback, Ipv6Address.Loopback, IpProtocol.Udp, datagram));
    }

    [Fact]
    public void A_UDP_checksum_that_would_be_zero_is_sent_as_all_ones()
    {
        Ipv4Address address = Ipv4Address.Parse("10.0.0.1");
        byte[] datagram = Build.Udp(53, [0, 0]);
        ushort without = TransportChecksum.Compute(address, address, IpProtocol.Udp, datagram);
        BinaryPrimitives.WriteUInt16BigEndian(datagram.AsSpan(8), without);

        ushort checksum = TransportChecksum.Compute(address, address, IpProtocol.Udp, datagram);

        Assert.Equal(0xFFFF, checksum);
        BinaryPrimitives.WriteUInt16BigEndian(datagram.AsSpan(6), checksum);
        Assert.True(TransportChecksum.IsValid(address, address, IpProtocol.Udp, datagram));
    }

    [Fact]
    public void What_has_no_such_checksum_is_refused_and_never_valid()
    {
        Ipv4Address a = Ipv4Address.Loopback;
        Ipv6Address b = Ipv6Address.Loopback;
        Assert.Throws<ArgumentOutOfRangeException>("protocol", () => TransportChecksum.Compute(a, a, IpProtocol.Icmpv6, new byte[8]));
        Assert.Throws<ArgumentOutOfRangeException>("protocol", () => TransportChecksum.Compute(b, b, IpProtocol.Sctp, new byte[20]));
        Assert.Throws<ArgumentException>("segment", () => TransportChecksum.Compute(a, a, IpProtocol.Tcp, new byte[19]));
        Assert.Throws<ArgumentException>("segment", () => TransportChecksum.Compute(a, a, IpProtocol.Udp, new byte[65536]));
        Assert.Throws<ArgumentException>("segment", () => TransportChecksum.Compute(b, b, IpProtocol.Udp, new byte[7]));
        Assert.Throws<ArgumentOutOfRangeException>("length", () => TransportChecksum.PseudoHeader(a, a, IpProtocol.Udp, -1));
        Assert.Throws<ArgumentOutOfRangeException>("length", () => TransportChecksum.PseudoHeader(b, b, IpProtocol.Udp, -1));
        for (int length = 0; length < 40; length++)
        {
            Assert.False(TransportChecksum.IsValid(a, a, IpProtocol.Icmpv6, new byte[length]));
            Assert.False(TransportChecksum.IsValid(b, b, IpProtocol.Gre, new byte[length]));
            Assert.Equal(length >= 8, TransportChecksum.IsValid(a, a, IpProtocol.Udp, new byte[length]));
            Assert.False(TransportChecksum.IsValid(b, b, IpProtocol.Udp, new byte[length]));
        }

        Assert.False(TransportChecksum.IsValid(a, a, IpProtocol.Udp, new byte[65536]));
    }

    [Fact]
    public void A_translated_packet_keeps_a_valid_checksum_without_being_read_again() =>
        Gen.Select(AnyIpv4, AnyIpv4, AnyIpv4, Gen.Select(Gen.UShort, Gen.Bool), Gen.Byte.Array[20, 100]).Sample(
            (source, destination, translated, portAndProtocol, segment) =>
            {
                (ushort port, bool tcp) = portAndProtocol;
                IpProtocol protocol = tcp ? IpProtocol.Tcp : IpProtocol.Udp;
                ushort oldPort = BinaryPrimitives.ReadUInt16BigEndian(segment);
                ushort checksum = TransportChecksum.Compute(source, destination, protocol, segment);

                checksum = TransportChecksum.Update(protocol, checksum, source, translated);
                checksum = TransportChecksum.Update(protocol, checksum, oldPort, port);

                BinaryPrimitives.WriteUInt16BigEndian(segment, port);
                Assert.Equal(TransportChecksum.Compute(translated, destination, protocol, segment), checksum);
            },
            iter: 20_000);

    [Fact]
    public void A_packet_with_a_translated_IPv6_address_keeps_a_valid_checksum() =>
        Gen.Select(AnyIpv6, AnyIpv6, AnyIpv6, Gen.OneOf(Gen.Const(IpProtocol.Tcp), Gen.Const(IpProtocol.Udp), Gen.Const(IpProtocol.Icmpv6)), Gen.Byte.Array[20, 100]).Sample(
            (source, destination, translated, protocol, segment) =>
                TransportChecksum.Compute(translated, destination, protocol, segment) ==
                TransportChecksum.Update(protocol, TransportChecksum.Compute(source, destination, protocol, segment), source, translated),
            iter: 20_000);

    [Fact]
    public void Updating_a_checksum_is_the_same_as_computing_it_anew() =>
        Gen.Select(Gen.Byte.Array[8, 60], Gen.UInt, Gen.Int[0, 10]).Sample(
            (bytes, value, place) =>
            {
                bytes[0] |= 1; // all zero has a checksum of its own
                int at = 2 + (place * 2 % (bytes.Length - 5) & ~1);
                ushort before = InternetChecksum.Compute(bytes);
                uint old = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(at));
                BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(at), value);
                Assert.Equal(InternetChecksum.Compute(bytes), InternetChecksum.Update(before, old, value));
                ushort half = InternetChecksum.Update(before, (ushort)(old >> 16), (ushort)(value >> 16));
                Assert.Equal(InternetChecksum.Compute(bytes), InternetChecksum.Update(half, (ushort)old, (ushort)value));
                Assert.Equal(InternetChecksum.Compute(bytes), InternetChecksum.Update(before, new Ipv4Address(old), new Ipv4Address(value)));
            },
            iter: 20_000);

    [Fact]
    public void RFC_1624s_example_is_updated_right() => Assert.Equal(0x0000, InternetChecksum.Update(0xDD2F, 0x5555, 0x3285));

    [Fact]
    public void Updating_a_UDP_checksum_knows_that_zero_is_none()
    {
        Assert.Equal(0, TransportChecksum.Update(IpProtocol.Udp, 0, 1, 2));
        Assert.Equal(0xFFFF, TransportChecksum.Update(IpProtocol.Udp, 0xDD2F, 0x5555, 0x3285));
        Assert.Equal(0x0000, TransportChecksum.Update(IpProtocol.Tcp, 0xDD2F, 0x5555, 0x3285));
    }

    [Fact]
    public void The_ICMP_checksum_does_not_count_the_checksum_field() =>
        Gen.Byte.Array[8, 100].Sample(
            message =>
            {
                ushort checksum = IcmpHeader.ComputeChecksum(message);
                message[2] = message[3] = 0;
                Assert.Equal(Reference.InternetChecksum(message), checksum);
                BinaryPrimitives.WriteUInt16BigEndian(message.AsSpan(2), checksum);
                Assert.True(IcmpHeader.HasValidChecksum(message));
                message[0] ^= 8;
                Assert.False(IcmpHeader.HasValidChecksum(message));
                Assert.False(IcmpHeader.HasValidChecksum(message.AsSpan(0, 7)));
                Assert.Throws<ArgumentException>(() => IcmpHeader.ComputeChecksum(new byte[7]));
            },
            iter: 1_000);

    [Theory]
    [InlineData("", 0x00000000u)]
    [InlineData("313233343536373839", 0xE3069283u)] // the check value of every CRC catalogue
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", 0x8A9136AAu)] // RFC 3720, B.4
    [InlineData("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", 0x62A8AB43u)]
    [InlineData("000102030405060708090A0B0C0D0E0F101112131415161718191A1B1C1D1E1F", 0x46DD794Eu)]
    [InlineData("01C000000000000000000000000000001400000000000400000000140000001828000000000000000200000000000000", 0xD9963A56u)]
    public void Known_CRC32c_values(string hex, uint crc) => Assert.Equal(crc, Crc32c.Compute(Convert.FromHexString(hex)));

    [Fact]
    public void The_CRC32c_of_pieces_is_that_of_the_whole()
    {
        using GuardedMemory memory = new();
        Gen.Select(AnyBytes, Gen.Int[0, 300]).Sample(
            (bytes, cut) =>
            {
                cut = Math.Min(cut, bytes.Length);
                uint expected = Reference.Crc32c(bytes);
                Assert.Equal(expected, Crc32c.Compute(memory.AtEnd(bytes)));
                Assert.Equal(expected, Crc32c.Append(Crc32c.Compute(bytes.AsSpan(0, cut)), bytes.AsSpan(cut)));
            },
            iter: 5_000,
            threads: 1);
    }

    [Fact]
    public void The_SCTP_checksum_does_not_count_the_checksum_field() =>
        Gen.Byte.Array[12, 100].Sample(
            packet =>
            {
                uint checksum = SctpHeader.ComputeChecksum(packet);
                packet.AsSpan(8, 4).Clear();
                Assert.Equal(Reference.Crc32c(packet), checksum);

                Assert.True(packet.AsSpan().TryGetHeader(0, out HeaderRef<SctpHeader> sctp));
                sctp.Value.Checksum = checksum;
                Assert.True(SctpHeader.HasValidChecksum(packet));
                packet[^1] ^= 1;
                Assert.False(SctpHeader.HasValidChecksum(packet));
                Assert.False(SctpHeader.HasValidChecksum(packet.AsSpan(0, 11)));
                Assert.Throws<ArgumentException>(() => SctpHeader.ComputeChecksum(new byte[11]));
            },
            iter: 1_000);
}
