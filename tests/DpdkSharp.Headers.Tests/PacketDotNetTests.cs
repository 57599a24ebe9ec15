using System.Net.NetworkInformation;
using CsCheck;
using PacketDotNet;

namespace DpdkSharp.Headers.Tests;

/// <summary>PacketDotNet, which shares no code with these headers, reads what they write and writes what they read.</summary>
public class PacketDotNetTests
{
    private static readonly Gen<MacAddress> AnyMac = Gen.ULong[0, 0xFFFF_FFFF_FFFF].Select(MacAddress.FromUInt64);

    private static readonly Gen<Ipv4Address> AnyIpv4 = Gen.UInt.Select(v => new Ipv4Address(v));

    private static readonly Gen<Ipv6Address> AnyIpv6 = Gen.Select(Gen.ULong, Gen.ULong, (high, low) => new Ipv6Address(high, low));

    private static readonly Gen<byte[]> AnyPayload = Gen.Byte.Array[1, 100];

    private static readonly Gen<TcpHeader> AnyTcp =
        Gen.Select(Gen.UInt, Gen.UInt, Gen.UShort, Gen.UShort[0, 0x1FF], (sequence, acknowledgment, port, flags) => new TcpHeader
        {
            SourcePort = port,
            DestinationPort = (ushort)~port,
            SequenceNumber = sequence,
            AcknowledgmentNumber = acknowledgment,
            Flags = (TcpFlags)flags,
            Window = (ushort)sequence,
            UrgentPointer = (ushort)acknowledgment,
        });

    [Fact]
    public void PacketDotNet_reads_an_Ethernet_header_and_a_VLAN_tag() =>
        Gen.Select(AnyMac, AnyMac, Gen.UShort[0, 4095], Gen.Byte[0, 7], Gen.Bool).Sample((source, destination, id, priority, drop) =>
        {
            byte[] frame =
            [
                .. Build.Bytes(new EthernetHeader { Source = source, Destination = destination, EtherType = EtherType.Vlan }),
                .. Build.Bytes(new VlanHeader { VlanId = id, Priority = priority, IsDropEligible = drop, EtherType = EtherType.Ipv4 }),
                .. Build.Ipv4(IpProtocol.Udp, Build.Udp(53, Build.Payload)),
            ];

            var ethernet = Assert.IsType<EthernetPacket>(Packet.ParsePacket(LinkLayers.Ethernet, frame));

            Assert.Equal(Physical(source), ethernet.SourceHardwareAddress);
            Assert.Equal(Physical(destination), ethernet.DestinationHardwareAddress);
            Assert.Equal(EthernetType.VLanTaggedFrame, ethernet.Type);
            var vlan = Assert.IsType<Ieee8021QPacket>(ethernet.PayloadPacket);
            Assert.Equal(id, vlan.VlanIdentifier);
            Assert.Equal(priority, (byte)vlan.PriorityControlPoint);
            Assert.Equal(drop, vlan.CanonicalFormatIndicator);
            Assert.Equal(EthernetType.IPv4, vlan.Type);
            Assert.Equal(Build.Payload, vlan.Extract<UdpPacket>().PayloadData);
        });

    [Fact]
    public void PacketDotNet_writes_an_Ethernet_header() =>
        Gen.Select(AnyMac, AnyMac, Gen.UShort[0x600, 0xFFFF]).Sample((source, destination, type) =>
        {
            byte[] bytes = new EthernetPacket(Physical(source), Physical(destination), (EthernetType)type).Bytes;

            Assert.True(bytes.AsSpan().TryReadHeader(0, out EthernetHeader header));
            Assert.Equal((source, destination, (EtherType)type), (header.Source, header.Destination, header.EtherType));
            Assert.Equal(bytes, Build.Bytes(header));
        });

    [Fact]
    public void An_ARP_packet_is_the_same_in_both() =>
        Gen.Select(AnyMac, AnyIpv4, AnyMac, AnyIpv4, Gen.Bool).Sample((senderMac, senderIp, targetMac, targetIp, reply) =>
        {
            ArpHeader header = new()
            {
                Operation = reply ? ArpOperation.Reply : ArpOperation.Request,
                SenderMac = senderMac,
                SenderIp = senderIp,
                TargetMac = targetMac,
                TargetIp = targetIp,
            };

            ArpPacket packet = new(
                reply ? PacketDotNet.ArpOperation.Response : PacketDotNet.ArpOperation.Request,
                Physical(targetMac),
                targetIp.ToIPAddress(),
                Physical(senderMac),
                senderIp.ToIPAddress());

            Assert.Equal(packet.Bytes, Build.Bytes(header));
            Assert.True(packet.Bytes.AsSpan().TryReadHeader(0, out ArpHeader back) && back.IsIpv4OverEthernet);
            Assert.Equal((senderMac, senderIp, targetMac, targetIp), (back.SenderMac, back.SenderIp, back.TargetMac, back.TargetIp));
        });

    [Fact]
    public void PacketDotNet_reads_TCP_over_IPv4() =>
        Gen.Select(AnyIpv4, AnyIpv4, AnyTcp, AnyPayload).Sample((source, destination, tcp, payload) =>
        {
            byte[] segment = [.. Build.Bytes(tcp), .. payload];
            tcp.Checksum = TransportChecksum.Compute(source, destination, IpProtocol.Tcp, segment);
            Ipv4Header ip = new()
            {
                Dscp = 46,
                Ecn = 1,
                TotalLength = (ushort)(40 + payload.Length),
                Identification = tcp.Window,
                Flags = Ipv4Flags.DontFragment,
                TimeToLive = payload[0],
                Protocol = IpProtocol.Tcp,
                Source = source,
                Destination = destination,
            };
            ip.Checksum = ip.ComputeChecksum();

            byte[] frame = Build.Ethernet(EtherType.Ipv4, [.. Build.Bytes(ip), .. Build.Bytes(tcp), .. payload]);
            var packet = Assert.IsType<IPv4Packet>(Packet.ParsePacket(LinkLayers.Ethernet, frame).PayloadPacket);

            Assert.Equal((source.ToIPAddress(), destination.ToIPAddress()), (packet.SourceAddress, packet.DestinationAddress));
            Assert.Equal((5, 40 + payload.Length, ip.Identification), (packet.HeaderLength, packet.TotalLength, packet.Id));
            Assert.Equal((0xB9, 2, 0, payload[0]), (packet.TypeOfService, packet.FragmentFlags, packet.FragmentOffset, packet.TimeToLive));
            Assert.Equal(PacketDotNet.ProtocolType.Tcp, packet.Protocol);
            Assert.Equal(ip.Checksum, packet.Checksum);
            Assert.True(packet.ValidIPChecksum);
            var inner = Assert.IsType<TcpPacket>(packet.PayloadPacket);
            Assert.Equal((tcp.SourcePort, tcp.DestinationPort), (inner.SourcePort, inner.DestinationPort));
            Assert.Equal((tcp.SequenceNumber, tcp.AcknowledgmentNumber), (inner.SequenceNumber, inner.AcknowledgmentNumber));

            // PacketDotNet gives the urgent pointer a sign, which it does not have.
            Assert.Equal((tcp.Window, tcp.UrgentPointer, (ushort)tcp.Flags), (inner.WindowSize, (ushort)inner.UrgentPointer, inner.Flags));
            Assert.Equal(
                (tcp.Flags.HasFlag(TcpFlags.Syn), tcp.Flags.HasFlag(TcpFlags.Ack), tcp.Flags.HasFlag(TcpFlags.Fin), tcp.Flags.HasFlag(TcpFlags.Rst)),
                (inner.Synchronize, inner.Acknowledgment, inner.Finished, inner.Reset));
            Assert.Equal(
                (tcp.Flags.HasFlag(TcpFlags.Psh), tcp.Flags.HasFlag(TcpFlags.Urg), tcp.Flags.HasFlag(TcpFlags.Ece), tcp.Flags.HasFlag(TcpFlags.Cwr), tcp.Flags.HasFlag(TcpFlags.Ae)),
                (inner.Push, inner.Urgent, inner.ExplicitCongestionNotificationEcho, inner.CongestionWindowReduced, inner.NonceSum));
            Assert.True(inner.ValidTcpChecksum);
            Assert.Equal(payload, inner.PayloadData);
        });

    [Fact]
    public void PacketDotNet_writes_TCP_over_IPv4() =>
        Gen.Select(AnyIpv4, AnyIpv4, AnyTcp, AnyPayload).Sample((source, destination, tcp, payload) =>
        {
            TcpPacket inner = new(tcp.SourcePort, tcp.DestinationPort)
            {
                SequenceNumber = tcp.SequenceNumber,
                AcknowledgmentNumber = tcp.AcknowledgmentNumber,
                Flags = (ushort)tcp.Flags,
                WindowSize = tcp.Window,
                UrgentPointer = tcp.UrgentPointer,
                PayloadData = payload,
            };
            IPv4Packet packet = new(source.ToIPAddress(), destination.ToIPAddress())
            {
                PayloadPacket = inner,
                Id = tcp.Window,
                TimeToLive = 17,
                FragmentFlags = 2,
            };
            packet.UpdateCalculatedValues();
            inner.UpdateTcpChecksum();
            packet.UpdateIPChecksum();
            byte[] bytes = packet.Bytes;

            Assert.True(bytes.AsSpan().TryReadHeader(0, out Ipv4Header ip));
            Assert.Equal((source, destination, IpProtocol.Tcp), (ip.Source, ip.Destination, ip.Protocol));
            Assert.Equal((4, 20, bytes.Length, tcp.Window), (ip.Version, ip.HeaderLength, ip.TotalLength, ip.Identification));
            Assert.Equal((17, Ipv4Flags.DontFragment), (ip.TimeToLive, ip.Flags));
            Assert.True(ip.HasValidChecksum());
            Assert.Equal(ip.Checksum, ip.ComputeChecksum());
            Assert.True(bytes.AsSpan().TryReadHeader(20, out TcpHeader read));
            Assert.True(TransportChecksum.IsValid(source, destination, IpProtocol.Tcp, bytes.AsSpan(20)));
            Assert.Equal(read.Checksum, TransportChecksum.Compute(source, destination, IpProtocol.Tcp, bytes.AsSpan(20)));
            tcp.Checksum = read.Checksum;
            Assert.Equal(Build.Bytes(tcp), Build.Bytes(read));
        });

    [Fact]
    public void PacketDotNet_reads_UDP_over_IPv6() =>
        Gen.Select(AnyIpv6, AnyIpv6, Gen.UInt[0, 0xFFFFF], Gen.Byte, AnyPayload).Sample((source, destination, flow, trafficClass, payload) =>
        {
            UdpHeader udp = new() { SourcePort = 1234, DestinationPort = 5678, Length = (ushort)(8 + payload.Length) };
            udp.Checksum = TransportChecksum.Compute(source, destination, IpProtocol.Udp, [.. Build.Bytes(udp), .. payload]);
            Ipv6Header ip = new()
            {
                TrafficClass = trafficClass,
                FlowLabel = flow,
                PayloadLength = udp.Length,
                NextHeader = IpProtocol.Udp,
                HopLimit = payload[0],
                Source = source,
                Destination = destination,
            };

            byte[] frame = Build.Ethernet(EtherType.Ipv6, [.. Build.Bytes(ip), .. Build.Bytes(udp), .. payload]);
            var packet = Assert.IsType<IPv6Packet>(Packet.ParsePacket(LinkLayers.Ethernet, frame).PayloadPacket);

            Assert.Equal((source.ToIPAddress(), destination.ToIPAddress()), (packet.SourceAddress, packet.DestinationAddress));
            Assert.Equal(((int)trafficClass, (int)flow, (int)payload[0]), (packet.TrafficClass, packet.FlowLabel, packet.HopLimit));
            Assert.Equal((udp.Length, PacketDotNet.ProtocolType.Udp), (packet.PayloadLength, packet.NextHeader));
            var inner = Assert.IsType<UdpPacket>(packet.PayloadPacket);
            Assert.Equal(((ushort)1234, (ushort)5678, (int)udp.Length), (inner.SourcePort, inner.DestinationPort, inner.Length));
            Assert.True(inner.ValidUdpChecksum);
            Assert.Equal(payload, inner.PayloadData);
        });

    [Fact]
    public void PacketDotNet_writes_UDP_over_IPv6_and_IPv4() =>
        Gen.Select(AnyIpv6, AnyIpv6, AnyIpv4, AnyIpv4, AnyPayload).Sample((source6, destination6, source4, destination4, payload) =>
        {
            UdpPacket udp6 = new(1234, 5678) { PayloadData = payload };
            IPv6Packet packet6 = new(source6.ToIPAddress(), destination6.ToIPAddress()) { PayloadPacket = udp6, TrafficClass = 0x5A, FlowLabel = 0x12345, HopLimit = 9 };
            packet6.UpdateCalculatedValues();
            udp6.UpdateCalculatedValues();
            udp6.UpdateUdpChecksum();
            UdpPacket udp4 = new(1234, 5678) { PayloadData = payload };
            IPv4Packet packet4 = new(source4.ToIPAddress(), destination4.ToIPAddress()) { PayloadPacket = udp4 };
            packet4.UpdateCalculatedValues();
            udp4.UpdateCalculatedValues();
            udp4.UpdateUdpChecksum();

            byte[] bytes6 = packet6.Bytes;
            Assert.True(bytes6.AsSpan().TryReadHeader(0, out Ipv6Header ip));
            Assert.Equal((6, 0x5A, 0x12345u, 9), (ip.Version, ip.TrafficClass, ip.FlowLabel, ip.HopLimit));
            Assert.Equal((source6, destination6, IpProtocol.Udp), (ip.Source, ip.Destination, ip.NextHeader));
            Assert.Equal(8 + payload.Length, ip.PayloadLength);
            Assert.True(bytes6.AsSpan().TryReadHeader(40, out UdpHeader udp));
            Assert.Equal((1234, 5678, 8 + payload.Length), (udp.SourcePort, udp.DestinationPort, udp.Length));
            Assert.Equal(udp6.Checksum, udp.Checksum);
            byte[] bytes4 = packet4.Bytes;
            Assert.Equal(Sent(udp6.Checksum), TransportChecksum.Compute(source6, destination6, IpProtocol.Udp, bytes6.AsSpan(40)));
            Assert.Equal(Sent(udp4.Checksum), TransportChecksum.Compute(source4, destination4, IpProtocol.Udp, bytes4.AsSpan(20)));

            // PacketDotNet leaves out that a UDP checksum of zero is sent as all ones.
            static ushort Sent(ushort checksum) => checksum == 0 ? ushort.MaxValue : checksum;
        });

    [Fact]
    public void PacketDotNet_reads_ICMP_and_agrees_on_its_checksum() =>
        Gen.Select(Gen.UShort, Gen.UShort, AnyPayload).Sample((identifier, sequence, payload) =>
        {
            IcmpHeader icmp = new() { Type = IcmpType.EchoRequest, Identifier = identifier, SequenceNumber = sequence };
            icmp.Checksum = IcmpHeader.ComputeChecksum([.. Build.Bytes(icmp), .. payload]);

            byte[] frame = Build.Ethernet(EtherType.Ipv4, Build.Ipv4(IpProtocol.Icmp, [.. Build.Bytes(icmp), .. payload]));
            var inner = Packet.ParsePacket(LinkLayers.Ethernet, frame).Extract<IcmpV4Packet>();

            Assert.Equal((IcmpV4TypeCode.EchoRequest, identifier, sequence), (inner.TypeCode, inner.Id, inner.Sequence));
            Assert.Equal(icmp.Checksum, inner.Checksum);
            Assert.True(inner.ValidIcmpChecksum);
            Assert.Equal(payload, inner.Data);
        });

    [Fact]
    public void PacketDotNet_reads_ICMPv6_and_agrees_on_its_checksum() =>
        Gen.Select(AnyIpv6, AnyIpv6, Gen.UInt, AnyPayload).Sample((source, destination, rest, payload) =>
        {
            Icmpv6Header icmp = new() { Type = Icmpv6Type.EchoReply, Code = 0, RestOfHeader = rest };
            icmp.Checksum = TransportChecksum.Compute(source, destination, IpProtocol.Icmpv6, [.. Build.Bytes(icmp), .. payload]);
            Ipv6Header ip = new()
            {
                PayloadLength = (ushort)(8 + payload.Length),
                NextHeader = IpProtocol.Icmpv6,
                Source = source,
                Destination = destination,
            };

            byte[] frame = Build.Ethernet(EtherType.Ipv6, [.. Build.Bytes(ip), .. Build.Bytes(icmp), .. payload]);
            var inner = Packet.ParsePacket(LinkLayers.Ethernet, frame).Extract<IcmpV6Packet>();

            Assert.Equal((IcmpV6Type.EchoReply, (byte)0, icmp.Checksum), (inner.Type, inner.Code, inner.Checksum));
            Assert.True(inner.ValidIcmpChecksum);
        });

    private static PhysicalAddress Physical(MacAddress address)
    {
        byte[] bytes = new byte[MacAddress.ByteCount];
        Assert.True(address.TryWriteBytes(bytes));
        return new PhysicalAddress(bytes);
    }
}
