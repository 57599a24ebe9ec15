using System.Globalization;
using System.Numerics;
using DpdkSharp.Headers;

namespace DpdkSharp.Testing;

/// <summary>Takes a packet apart into layers and fields, for people to read. Any bytes will do.</summary>
internal ref struct Dissector
{
    private readonly ReadOnlySpan<byte> _packet;
    private readonly PacketLayers _layers;
    private readonly List<DissectedLayer> _result = [];

    // The layer that is being written, and its number.
    private DissectedLayer _layer = null!;
    private int _index;

    private Dissector(ReadOnlySpan<byte> packet)
    {
        _packet = packet;
        _layers = PacketLayers.Parse(packet);
    }

    public static List<DissectedLayer> Run(ReadOnlySpan<byte> packet)
    {
        var dissector = new Dissector(packet);
        dissector.Run();
        return dissector._result;
    }

    private void Run()
    {
        int end = 0;
        for (_index = 0; _index < _layers.Count; _index++)
        {
            PacketLayer layer = _layers[_index];
            _layer = new DissectedLayer(layer.Type.ToString(), layer.Offset, layer.Length);
            _result.Add(_layer);
            Fields(layer.Type);
            end = layer.End;
        }
        int payload = Math.Min(_layers.PayloadLength, Math.Max(0, _packet.Length - end));
        if (_layers.Stop != PacketParseStop.Payload)
        {
            string next = _layers.NextProtocol < 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" (0x{_layers.NextProtocol:x})");
            _layer = new DissectedLayer($"{StopText(_layers.Stop)}{next}", end, _packet.Length - end);
            _result.Add(_layer);
        }
        else if (payload > 0)
        {
            _result.Add(new DissectedLayer("Payload", end, payload));
        }
        int rest = end + payload;
        if (_layers.Stop == PacketParseStop.Payload && rest < _packet.Length)
        {
            _result.Add(new DissectedLayer("Padding", rest, _packet.Length - rest));
        }
    }

    private static string StopText(PacketParseStop stop) => stop switch
    {
        PacketParseStop.Fragment => "Fragment",
        PacketParseStop.UnknownProtocol => "Unknown protocol",
        PacketParseStop.Truncated => "Truncated",
        PacketParseStop.Malformed => "Malformed",
        _ => "More layers than are looked at",
    };

    private void Fields(PacketLayerType type)
    {
        switch (type)
        {
            case PacketLayerType.Ethernet:
                EthernetHeader ethernet = Read<EthernetHeader>();
                Field("source", ethernet.Source);
                Field("destination", ethernet.Destination);
                Enumerator("etherType", ethernet.EtherType);
                break;
            case PacketLayerType.Vlan:
                VlanHeader vlan = Read<VlanHeader>();
                Field("id", vlan.VlanId);
                Field("priority", vlan.Priority);
                Field("dropEligible", vlan.IsDropEligible);
                Enumerator("etherType", vlan.EtherType);
                break;
            case PacketLayerType.Mpls:
                MplsHeader mpls = Read<MplsHeader>();
                Field("label", mpls.Label);
                Field("trafficClass", mpls.TrafficClass);
                Field("bottomOfStack", mpls.IsBottomOfStack);
                Field("timeToLive", mpls.TimeToLive);
                break;
            case PacketLayerType.Arp:
                ArpHeader arp = Read<ArpHeader>();
                Enumerator("operation", arp.Operation);
                Field("senderMac", arp.SenderMac);
                Field("senderIp", arp.SenderIp);
                Field("targetMac", arp.TargetMac);
                Field("targetIp", arp.TargetIp);
                break;
            case PacketLayerType.Ipv4:
                Ipv4();
                break;
            case PacketLayerType.Ipv6:
                Ipv6Header ipv6 = Read<Ipv6Header>();
                Field("source", ipv6.Source);
                Field("destination", ipv6.Destination);
                Field("hopLimit", ipv6.HopLimit);
                Enumerator("nextHeader", ipv6.NextHeader);
                Field("payloadLength", ipv6.PayloadLength);
                Hex("trafficClass", ipv6.TrafficClass);
                Hex("flowLabel", ipv6.FlowLabel);
                break;
            case PacketLayerType.Ipv6HopByHop or PacketLayerType.Ipv6DestinationOptions:
                Enumerator("nextHeader", Read<Ipv6OptionsHeader>().NextHeader);
                Bytes("options", Ipv6OptionsHeader.Size);
                break;
            case PacketLayerType.Ipv6Routing:
                Ipv6RoutingHeader routing = Read<Ipv6RoutingHeader>();
                Enumerator("nextHeader", routing.NextHeader);
                Field("routingType", routing.RoutingType);
                Field("segmentsLeft", routing.SegmentsLeft);
                Bytes("data", Ipv6RoutingHeader.Size);
                break;
            case PacketLayerType.Ipv6Fragment:
                Ipv6FragmentHeader fragment = Read<Ipv6FragmentHeader>();
                Enumerator("nextHeader", fragment.NextHeader);
                Field("fragmentOffset", fragment.FragmentOffset);
                Field("moreFragments", fragment.MoreFragments);
                Hex("identification", fragment.Identification);
                break;
            case PacketLayerType.AuthenticationHeader:
                AuthenticationHeader authentication = Read<AuthenticationHeader>();
                Enumerator("nextHeader", authentication.NextHeader);
                Hex("securityParametersIndex", authentication.SecurityParametersIndex);
                Field("sequenceNumber", authentication.SequenceNumber);
                Bytes("integrityCheckValue", AuthenticationHeader.Size);
                break;
            default:
                FieldsAboveIp(type);
                break;
        }
    }

    private void FieldsAboveIp(PacketLayerType type)
    {
        switch (type)
        {
            case PacketLayerType.Tcp:
                TcpHeader tcp = Read<TcpHeader>();
                Field("sourcePort", tcp.SourcePort);
                Field("destinationPort", tcp.DestinationPort);
                Field("flags", tcp.Flags);
                Field("sequenceNumber", tcp.SequenceNumber);
                Field("acknowledgmentNumber", tcp.AcknowledgmentNumber);
                Field("window", tcp.Window);
                Field("urgentPointer", tcp.UrgentPointer);
                Checksum(tcp.Checksum, 4);
                Bytes("options", TcpHeader.Size);
                break;
            case PacketLayerType.Udp:
                UdpHeader udp = Read<UdpHeader>();
                Field("sourcePort", udp.SourcePort);
                Field("destinationPort", udp.DestinationPort);
                Field("length", udp.Length);
                Checksum(udp.Checksum, 4);
                break;
            case PacketLayerType.Icmp:
                IcmpHeader icmp = Read<IcmpHeader>();
                Enumerator("type", icmp.Type);
                Field("code", icmp.Code);
                Field("identifier", icmp.Identifier);
                Field("sequenceNumber", icmp.SequenceNumber);
                Checksum(icmp.Checksum, 4);
                break;
            case PacketLayerType.Icmpv6:
                Icmpv6Header icmpv6 = Read<Icmpv6Header>();
                Enumerator("type", icmpv6.Type);
                Field("code", icmpv6.Code);
                Hex("restOfHeader", icmpv6.RestOfHeader);
                Checksum(icmpv6.Checksum, 4);
                break;
            case PacketLayerType.Sctp:
                SctpHeader sctp = Read<SctpHeader>();
                Field("sourcePort", sctp.SourcePort);
                Field("destinationPort", sctp.DestinationPort);
                Hex("verificationTag", sctp.VerificationTag);
                Checksum(sctp.Checksum, 8);
                break;
            case PacketLayerType.Vxlan:
                VxlanHeader vxlan = Read<VxlanHeader>();
                Field("vni", vxlan.Vni);
                Hex("flags", vxlan.Flags);
                break;
            case PacketLayerType.Gre:
                Gre();
                break;
            case PacketLayerType.Gtpu:
                GtpuHeader gtpu = Read<GtpuHeader>();
                Enumerator("messageType", gtpu.MessageType);
                Hex("tunnelEndpointId", gtpu.TunnelEndpointId);
                Field("length", gtpu.Length);
                if (gtpu.HasOptionalFields && TryRead(GtpuHeader.Size, out GtpuOptionalFields optional))
                {
                    Field("sequenceNumber", optional.SequenceNumber);
                    Field("nPduNumber", optional.NPduNumber);
                    Enumerator("nextExtension", optional.NextExtension);
                    Bytes("extensions", GtpuHeader.Size + GtpuOptionalFields.Size);
                }
                break;
            default:
                break;
        }
    }

    private void Ipv4()
    {
        Ipv4Header ipv4 = Read<Ipv4Header>();
        Field("source", ipv4.Source);
        Field("destination", ipv4.Destination);
        Field("timeToLive", ipv4.TimeToLive);
        Enumerator("protocol", ipv4.Protocol);
        Field("totalLength", ipv4.TotalLength);
        Hex("typeOfService", ipv4.TypeOfService);
        Hex("identification", ipv4.Identification);
        Field("flags", ipv4.Flags);
        Field("fragmentOffset", ipv4.FragmentOffset);
        Checksum(ipv4.Checksum, 4);
        Bytes("options", Ipv4Header.Size);
    }

    private void Gre()
    {
        GreHeader gre = Read<GreHeader>();
        Enumerator("protocol", gre.Protocol);
        if (gre.HasKey && TryRead(gre.KeyOffset, out GreKeyWord key))
        {
            Hex("key", key.Key);
        }
        if (gre.HasSequenceNumber && TryRead(gre.SequenceNumberOffset, out GreSequenceWord sequence))
        {
            Field("sequenceNumber", sequence.SequenceNumber);
        }
        if (gre.HasChecksum && TryRead(gre.ChecksumOffset, out GreChecksumWord word))
        {
            Checksum(word.Checksum, 4);
        }
    }

    private readonly T Read<T>()
        where T : unmanaged, IPacketHeader<T>
    {
        // The walk has found it whole.
        _ = _packet.TryReadHeader(_layer.Offset, out T header);
        return header;
    }

    private readonly bool TryRead<T>(int offset, out T header)
        where T : unmanaged, IPacketHeader<T> => _packet.TryReadHeader(_layer.Offset + offset, out header);

    private readonly void Field<T>(string name, T value)
        where T : notnull => _layer.Fields.Add((name, value is bool yes ? (yes ? "yes" : "no") : value.ToString()!));

    private readonly void Enumerator<T>(string name, T value)
        where T : struct, Enum => _layer.Fields.Add((name, Enum.IsDefined(value) ? $"{value} (0x{value:x})" : $"0x{value:x}"));

    private readonly void Hex<T>(string name, T value)
        where T : IBinaryInteger<T> => _layer.Fields.Add((name, string.Create(CultureInfo.InvariantCulture, $"0x{value:x}")));

    private readonly void Bytes(string name, int from)
    {
        ReadOnlySpan<byte> bytes = _packet.Slice(_layer.Offset, _layer.Length)[Math.Min(from, _layer.Length)..];
        if (!bytes.IsEmpty)
        {
            _layer.Fields.Add((name, Convert.ToHexStringLower(bytes)));
        }
    }

    private readonly void Checksum(uint checksum, int digits)
    {
        string text = checksum.ToString("x" + digits, CultureInfo.InvariantCulture);
        string judgement = ChecksumCheck.Of(_packet, _layers, _index, out uint right) switch
        {
            ChecksumState.Right => " (right)",
            ChecksumState.Wrong => $" (wrong: 0x{right.ToString("x" + digits, CultureInfo.InvariantCulture)} is right)",
            ChecksumState.Absent => " (none)",
            _ => string.Empty,
        };
        _layer.Fields.Add(("checksum", $"0x{text}{judgement}"));
    }
}
