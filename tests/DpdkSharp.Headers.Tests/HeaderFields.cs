using System.Buffers.Binary;

namespace DpdkSharp.Headers.Tests;

/// <summary>Every field of every header: the bit where it starts, how many bits it has, how to get and set it.</summary>
internal static class HeaderFields
{
    internal static IReadOnlyList<HeaderField> All { get; } =
    [
        new TypedHeaderField<EthernetHeader>(
            "Addresses",
            0,
            96,
            h => ((UInt128)h.Addresses.Destination.ToUInt64() << 48) | h.Addresses.Source.ToUInt64(),
            (ref h, v) => h.Addresses = new MacAddressPair(MacAddress.FromUInt64((ulong)(v >> 48)), MacAddress.FromUInt64((ulong)v & 0xFFFF_FFFF_FFFF))),
        new TypedHeaderField<EthernetHeader>("Destination", 0, 48, h => h.Destination.ToUInt64(), (ref h, v) => h.Destination = MacAddress.FromUInt64((ulong)v)),
        new TypedHeaderField<EthernetHeader>("Source", 48, 48, h => h.Source.ToUInt64(), (ref h, v) => h.Source = MacAddress.FromUInt64((ulong)v)),
        new TypedHeaderField<EthernetHeader>("EtherType", 96, 16, h => (UInt128)(uint)h.EtherType, (ref h, v) => h.EtherType = (EtherType)(uint)v),

        new TypedHeaderField<VlanHeader>("TagControlInformation", 0, 16, h => h.TagControlInformation, (ref h, v) => h.TagControlInformation = (ushort)v),
        new TypedHeaderField<VlanHeader>("Priority", 0, 3, h => h.Priority, (ref h, v) => h.Priority = (byte)v),
        new TypedHeaderField<VlanHeader>("IsDropEligible", 3, 1, h => h.IsDropEligible ? 1u : 0u, (ref h, v) => h.IsDropEligible = v != 0),
        new TypedHeaderField<VlanHeader>("VlanId", 4, 12, h => h.VlanId, (ref h, v) => h.VlanId = (ushort)v),
        new TypedHeaderField<VlanHeader>("EtherType", 16, 16, h => (UInt128)(uint)h.EtherType, (ref h, v) => h.EtherType = (EtherType)(uint)v),

        new TypedHeaderField<ArpHeader>("HardwareType", 0, 16, h => h.HardwareType, (ref h, v) => h.HardwareType = (ushort)v),
        new TypedHeaderField<ArpHeader>("ProtocolType", 16, 16, h => (UInt128)(uint)h.ProtocolType, (ref h, v) => h.ProtocolType = (EtherType)(uint)v),
        new TypedHeaderField<ArpHeader>("HardwareAddressLength", 32, 8, h => h.HardwareAddressLength, (ref h, v) => h.HardwareAddressLength = (byte)v),
        new TypedHeaderField<ArpHeader>("ProtocolAddressLength", 40, 8, h => h.ProtocolAddressLength, (ref h, v) => h.ProtocolAddressLength = (byte)v),
        new TypedHeaderField<ArpHeader>("Operation", 48, 16, h => (UInt128)(uint)h.Operation, (ref h, v) => h.Operation = (ArpOperation)(uint)v),
        new TypedHeaderField<ArpHeader>("SenderMac", 64, 48, h => h.SenderMac.ToUInt64(), (ref h, v) => h.SenderMac = MacAddress.FromUInt64((ulong)v)),
        new TypedHeaderField<ArpHeader>("SenderIp", 112, 32, h => h.SenderIp.Value, (ref h, v) => h.SenderIp = new Ipv4Address((uint)v)),
        new TypedHeaderField<ArpHeader>("TargetMac", 144, 48, h => h.TargetMac.ToUInt64(), (ref h, v) => h.TargetMac = MacAddress.FromUInt64((ulong)v)),
        new TypedHeaderField<ArpHeader>("TargetIp", 192, 32, h => h.TargetIp.Value, (ref h, v) => h.TargetIp = new Ipv4Address((uint)v)),

        new TypedHeaderField<Ipv4Header>("Version", 0, 4, h => h.Version, (ref h, v) => h.Version = (byte)v),
        new TypedHeaderField<Ipv4Header>("HeaderLength", 4, 4, h => (UInt128)h.HeaderLength, (ref h, v) => h.HeaderLength = (int)v, unit: 4, least: 5),
        new TypedHeaderField<Ipv4Header>("TypeOfService", 8, 8, h => h.TypeOfService, (ref h, v) => h.TypeOfService = (byte)v),
        new TypedHeaderField<Ipv4Header>("Dscp", 8, 6, h => h.Dscp, (ref h, v) => h.Dscp = (byte)v),
        new TypedHeaderField<Ipv4Header>("Ecn", 14, 2, h => h.Ecn, (ref h, v) => h.Ecn = (byte)v),
        new TypedHeaderField<Ipv4Header>("TotalLength", 16, 16, h => h.TotalLength, (ref h, v) => h.TotalLength = (ushort)v),
        new TypedHeaderField<Ipv4Header>("Identification", 32, 16, h => h.Identification, (ref h, v) => h.Identification = (ushort)v),
        new TypedHeaderField<Ipv4Header>("Flags", 48, 3, h => (UInt128)(uint)h.Flags, (ref h, v) => h.Flags = (Ipv4Flags)(uint)v),
        new TypedHeaderField<Ipv4Header>("FragmentOffset", 51, 13, h => (UInt128)h.FragmentOffset, (ref h, v) => h.FragmentOffset = (int)v, unit: 8),
        new TypedHeaderField<Ipv4Header>("TimeToLive", 64, 8, h => h.TimeToLive, (ref h, v) => h.TimeToLive = (byte)v),
        new TypedHeaderField<Ipv4Header>("Protocol", 72, 8, h => (UInt128)(uint)h.Protocol, (ref h, v) => h.Protocol = (IpProtocol)(uint)v),
        new TypedHeaderField<Ipv4Header>("Checksum", 80, 16, h => h.Checksum, (ref h, v) => h.Checksum = (ushort)v),
        new TypedHeaderField<Ipv4Header>("Source", 96, 32, h => h.Source.Value, (ref h, v) => h.Source = new Ipv4Address((uint)v)),
        new TypedHeaderField<Ipv4Header>("Destination", 128, 32, h => h.Destination.Value, (ref h, v) => h.Destination = new Ipv4Address((uint)v)),

        new TypedHeaderField<Ipv6Header>("Version", 0, 4, h => h.Version, (ref h, v) => h.Version = (byte)v),
        new TypedHeaderField<Ipv6Header>("TrafficClass", 4, 8, h => h.TrafficClass, (ref h, v) => h.TrafficClass = (byte)v),
        new TypedHeaderField<Ipv6Header>("Dscp", 4, 6, h => h.Dscp, (ref h, v) => h.Dscp = (byte)v),
        new TypedHeaderField<Ipv6Header>("Ecn", 10, 2, h => h.Ecn, (ref h, v) => h.Ecn = (byte)v),
        new TypedHeaderField<Ipv6Header>("FlowLabel", 12, 20, h => h.FlowLabel, (ref h, v) => h.FlowLabel = (uint)v),
        new TypedHeaderField<Ipv6Header>("PayloadLength", 32, 16, h => h.PayloadLength, (ref h, v) => h.PayloadLength = (ushort)v),
        new TypedHeaderField<Ipv6Header>("NextHeader", 48, 8, h => (UInt128)(uint)h.NextHeader, (ref h, v) => h.NextHeader = (IpProtocol)(uint)v),
        new TypedHeaderField<Ipv6Header>("HopLimit", 56, 8, h => h.HopLimit, (ref h, v) => h.HopLimit = (byte)v),
        new TypedHeaderField<Ipv6Header>("Source", 64, 128, h => new UInt128(h.Source.High, h.Source.Low), (ref h, v) => h.Source = new Ipv6Address((ulong)(v >> 64), (ulong)v)),
        new TypedHeaderField<Ipv6Header>("Destination", 192, 128, h => new UInt128(h.Destination.High, h.Destination.Low), (ref h, v) => h.Destination = new Ipv6Address((ulong)(v >> 64), (ulong)v)),

        new TypedHeaderField<Ipv6OptionsHeader>("NextHeader", 0, 8, h => (UInt128)(uint)h.NextHeader, (ref h, v) => h.NextHeader = (IpProtocol)(uint)v),
        new TypedHeaderField<Ipv6OptionsHeader>("HeaderLength", 8, 8, h => (UInt128)h.HeaderLength, (ref h, v) => h.HeaderLength = (int)v, unit: 8, bias: 1),

        new TypedHeaderField<Ipv6RoutingHeader>("NextHeader", 0, 8, h => (UInt128)(uint)h.NextHeader, (ref h, v) => h.NextHeader = (IpProtocol)(uint)v),
        new TypedHeaderField<Ipv6RoutingHeader>("HeaderLength", 8, 8, h => (UInt128)h.HeaderLength, (ref h, v) => h.HeaderLength = (int)v, unit: 8, bias: 1),
        new TypedHeaderField<Ipv6RoutingHeader>("RoutingType", 16, 8, h => h.RoutingType, (ref h, v) => h.RoutingType = (byte)v),
        new TypedHeaderField<Ipv6RoutingHeader>("SegmentsLeft", 24, 8, h => h.SegmentsLeft, (ref h, v) => h.SegmentsLeft = (byte)v),

        new TypedHeaderField<Ipv6FragmentHeader>("NextHeader", 0, 8, h => (UInt128)(uint)h.NextHeader, (ref h, v) => h.NextHeader = (IpProtocol)(uint)v),
        new TypedHeaderField<Ipv6FragmentHeader>("Reserved", 8, 8, h => h.Reserved, (ref h, v) => h.Reserved = (byte)v),
        new TypedHeaderField<Ipv6FragmentHeader>("FragmentOffset", 16, 13, h => (UInt128)h.FragmentOffset, (ref h, v) => h.FragmentOffset = (int)v, unit: 8),
        new TypedHeaderField<Ipv6FragmentHeader>("MoreFragments", 31, 1, h => h.MoreFragments ? 1u : 0u, (ref h, v) => h.MoreFragments = v != 0),
        new TypedHeaderField<Ipv6FragmentHeader>("Identification", 32, 32, h => h.Identification, (ref h, v) => h.Identification = (uint)v),

        new TypedHeaderField<AuthenticationHeader>("NextHeader", 0, 8, h => (UInt128)(uint)h.NextHeader, (ref h, v) => h.NextHeader = (IpProtocol)(uint)v),
        new TypedHeaderField<AuthenticationHeader>("HeaderLength", 8, 8, h => (UInt128)h.HeaderLength, (ref h, v) => h.HeaderLength = (int)v, unit: 4, least: 1, bias: 2),
        new TypedHeaderField<AuthenticationHeader>("Reserved", 16, 16, h => h.Reserved, (ref h, v) => h.Reserved = (ushort)v),
        new TypedHeaderField<AuthenticationHeader>("SecurityParametersIndex", 32, 32, h => h.SecurityParametersIndex, (ref h, v) => h.SecurityParametersIndex = (uint)v),
        new TypedHeaderField<AuthenticationHeader>("SequenceNumber", 64, 32, h => h.SequenceNumber, (ref h, v) => h.SequenceNumber = (uint)v),

        new TypedHeaderField<TcpHeader>("SourcePort", 0, 16, h => h.SourcePort, (ref h, v) => h.SourcePort = (ushort)v),
        new TypedHeaderField<TcpHeader>("DestinationPort", 16, 16, h => h.DestinationPort, (ref h, v) => h.DestinationPort = (ushort)v),
        new TypedHeaderField<TcpHeader>("SequenceNumber", 32, 32, h => h.SequenceNumber, (ref h, v) => h.SequenceNumber = (uint)v),
        new TypedHeaderField<TcpHeader>("AcknowledgmentNumber", 64, 32, h => h.AcknowledgmentNumber, (ref h, v) => h.AcknowledgmentNumber = (uint)v),
        new TypedHeaderField<TcpHeader>("HeaderLength", 96, 4, h => (UInt128)h.HeaderLength, (ref h, v) => h.HeaderLength = (int)v, unit: 4, least: 5),
        new TypedHeaderField<TcpHeader>("Reserved", 100, 3, h => h.Reserved, (ref h, v) => h.Reserved = (byte)v),
        new TypedHeaderField<TcpHeader>("Flags", 103, 9, h => (UInt128)(uint)h.Flags, (ref h, v) => h.Flags = (TcpFlags)(uint)v),
        new TypedHeaderField<TcpHeader>("Window", 112, 16, h => h.Window, (ref h, v) => h.Window = (ushort)v),
        new TypedHeaderField<TcpHeader>("Checksum", 128, 16, h => h.Checksum, (ref h, v) => h.Checksum = (ushort)v),
        new TypedHeaderField<TcpHeader>("UrgentPointer", 144, 16, h => h.UrgentPointer, (ref h, v) => h.UrgentPointer = (ushort)v),

        new TypedHeaderField<UdpHeader>("SourcePort", 0, 16, h => h.SourcePort, (ref h, v) => h.SourcePort = (ushort)v),
        new TypedHeaderField<UdpHeader>("DestinationPort", 16, 16, h => h.DestinationPort, (ref h, v) => h.DestinationPort = (ushort)v),
        new TypedHeaderField<UdpHeader>("Length", 32, 16, h => h.Length, (ref h, v) => h.Length = (ushort)v),
        new TypedHeaderField<UdpHeader>("Checksum", 48, 16, h => h.Checksum, (ref h, v) => h.Checksum = (ushort)v),

        new TypedHeaderField<IcmpHeader>("Type", 0, 8, h => (UInt128)(uint)h.Type, (ref h, v) => h.Type = (IcmpType)(uint)v),
        new TypedHeaderField<IcmpHeader>("Code", 8, 8, h => h.Code, (ref h, v) => h.Code = (byte)v),
        new TypedHeaderField<IcmpHeader>("Checksum", 16, 16, h => h.Checksum, (ref h, v) => h.Checksum = (ushort)v),
        new TypedHeaderField<IcmpHeader>("RestOfHeader", 32, 32, h => h.RestOfHeader, (ref h, v) => h.RestOfHeader = (uint)v),
        new TypedHeaderField<IcmpHeader>("Identifier", 32, 16, h => h.Identifier, (ref h, v) => h.Identifier = (ushort)v),
        new TypedHeaderField<IcmpHeader>("SequenceNumber", 48, 16, h => h.SequenceNumber, (ref h, v) => h.SequenceNumber = (ushort)v),
        new TypedHeaderField<IcmpHeader>("NextHopMtu", 48, 16, h => h.NextHopMtu, (ref h, v) => h.NextHopMtu = (ushort)v),

        new TypedHeaderField<Icmpv6Header>("Type", 0, 8, h => (UInt128)(uint)h.Type, (ref h, v) => h.Type = (Icmpv6Type)(uint)v),
        new TypedHeaderField<Icmpv6Header>("Code", 8, 8, h => h.Code, (ref h, v) => h.Code = (byte)v),
        new TypedHeaderField<Icmpv6Header>("Checksum", 16, 16, h => h.Checksum, (ref h, v) => h.Checksum = (ushort)v),
        new TypedHeaderField<Icmpv6Header>("RestOfHeader", 32, 32, h => h.RestOfHeader, (ref h, v) => h.RestOfHeader = (uint)v),
        new TypedHeaderField<Icmpv6Header>("Identifier", 32, 16, h => h.Identifier, (ref h, v) => h.Identifier = (ushort)v),
        new TypedHeaderField<Icmpv6Header>("SequenceNumber", 48, 16, h => h.SequenceNumber, (ref h, v) => h.SequenceNumber = (ushort)v),

        new TypedHeaderField<SctpHeader>("SourcePort", 0, 16, h => h.SourcePort, (ref h, v) => h.SourcePort = (ushort)v),
        new TypedHeaderField<SctpHeader>("DestinationPort", 16, 16, h => h.DestinationPort, (ref h, v) => h.DestinationPort = (ushort)v),
        new TypedHeaderField<SctpHeader>("VerificationTag", 32, 32, h => h.VerificationTag, (ref h, v) => h.VerificationTag = (uint)v),
        new TypedHeaderField<SctpHeader>("Checksum", 64, 32, h => BinaryPrimitives.ReverseEndianness(h.Checksum), (ref h, v) => h.Checksum = BinaryPrimitives.ReverseEndianness((uint)v)),

        new TypedHeaderField<VxlanHeader>("Flags", 0, 8, h => h.Flags, (ref h, v) => h.Flags = (byte)v),
        new TypedHeaderField<VxlanHeader>("HasVni", 4, 1, h => h.HasVni ? 1u : 0u, (ref h, v) => h.HasVni = v != 0),
        new TypedHeaderField<VxlanHeader>("Reserved1", 8, 24, h => h.Reserved1, (ref h, v) => h.Reserved1 = (uint)v),
        new TypedHeaderField<VxlanHeader>("Vni", 32, 24, h => h.Vni, (ref h, v) => h.Vni = (uint)v),
        new TypedHeaderField<VxlanHeader>("Reserved2", 56, 8, h => h.Reserved2, (ref h, v) => h.Reserved2 = (byte)v),

        new TypedHeaderField<GreHeader>("HasChecksum", 0, 1, h => h.HasChecksum ? 1u : 0u, (ref h, v) => h.HasChecksum = v != 0),
        new TypedHeaderField<GreHeader>("HasRouting", 1, 1, h => h.HasRouting ? 1u : 0u, (ref h, v) => h.HasRouting = v != 0),
        new TypedHeaderField<GreHeader>("HasKey", 2, 1, h => h.HasKey ? 1u : 0u, (ref h, v) => h.HasKey = v != 0),
        new TypedHeaderField<GreHeader>("HasSequenceNumber", 3, 1, h => h.HasSequenceNumber ? 1u : 0u, (ref h, v) => h.HasSequenceNumber = v != 0),
        new TypedHeaderField<GreHeader>("Reserved", 4, 9, h => h.Reserved, (ref h, v) => h.Reserved = (ushort)v),
        new TypedHeaderField<GreHeader>("Version", 13, 3, h => h.Version, (ref h, v) => h.Version = (byte)v),
        new TypedHeaderField<GreHeader>("Protocol", 16, 16, h => (UInt128)(uint)h.Protocol, (ref h, v) => h.Protocol = (EtherType)(uint)v),

        new TypedHeaderField<GreChecksumWord>("Checksum", 0, 16, h => h.Checksum, (ref h, v) => h.Checksum = (ushort)v),
        new TypedHeaderField<GreChecksumWord>("Reserved", 16, 16, h => h.Reserved, (ref h, v) => h.Reserved = (ushort)v),

        new TypedHeaderField<GreKeyWord>("Key", 0, 32, h => h.Key, (ref h, v) => h.Key = (uint)v),

        new TypedHeaderField<GreSequenceWord>("SequenceNumber", 0, 32, h => h.SequenceNumber, (ref h, v) => h.SequenceNumber = (uint)v),

        new TypedHeaderField<MplsHeader>("Label", 0, 20, h => h.Label, (ref h, v) => h.Label = (uint)v),
        new TypedHeaderField<MplsHeader>("TrafficClass", 20, 3, h => h.TrafficClass, (ref h, v) => h.TrafficClass = (byte)v),
        new TypedHeaderField<MplsHeader>("IsBottomOfStack", 23, 1, h => h.IsBottomOfStack ? 1u : 0u, (ref h, v) => h.IsBottomOfStack = v != 0),
        new TypedHeaderField<MplsHeader>("TimeToLive", 24, 8, h => h.TimeToLive, (ref h, v) => h.TimeToLive = (byte)v),

        new TypedHeaderField<GtpuHeader>("Version", 0, 3, h => h.Version, (ref h, v) => h.Version = (byte)v),
        new TypedHeaderField<GtpuHeader>("IsGtp", 3, 1, h => h.IsGtp ? 1u : 0u, (ref h, v) => h.IsGtp = v != 0),
        new TypedHeaderField<GtpuHeader>("Reserved", 4, 1, h => h.Reserved ? 1u : 0u, (ref h, v) => h.Reserved = v != 0),
        new TypedHeaderField<GtpuHeader>("HasExtensionHeader", 5, 1, h => h.HasExtensionHeader ? 1u : 0u, (ref h, v) => h.HasExtensionHeader = v != 0),
        new TypedHeaderField<GtpuHeader>("HasSequenceNumber", 6, 1, h => h.HasSequenceNumber ? 1u : 0u, (ref h, v) => h.HasSequenceNumber = v != 0),
        new TypedHeaderField<GtpuHeader>("HasNPduNumber", 7, 1, h => h.HasNPduNumber ? 1u : 0u, (ref h, v) => h.HasNPduNumber = v != 0),
        new TypedHeaderField<GtpuHeader>("MessageType", 8, 8, h => (UInt128)(uint)h.MessageType, (ref h, v) => h.MessageType = (GtpuMessageType)(uint)v),
        new TypedHeaderField<GtpuHeader>("Length", 16, 16, h => h.Length, (ref h, v) => h.Length = (ushort)v),
        new TypedHeaderField<GtpuHeader>("TunnelEndpointId", 32, 32, h => h.TunnelEndpointId, (ref h, v) => h.TunnelEndpointId = (uint)v),

        new TypedHeaderField<GtpuOptionalFields>("SequenceNumber", 0, 16, h => h.SequenceNumber, (ref h, v) => h.SequenceNumber = (ushort)v),
        new TypedHeaderField<GtpuOptionalFields>("NPduNumber", 16, 8, h => h.NPduNumber, (ref h, v) => h.NPduNumber = (byte)v),
        new TypedHeaderField<GtpuOptionalFields>("NextExtension", 24, 8, h => (UInt128)(uint)h.NextExtension, (ref h, v) => h.NextExtension = (GtpuExtensionType)(uint)v),
    ];
}
