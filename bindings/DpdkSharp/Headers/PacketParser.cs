namespace DpdkSharp.Headers;

/// <summary>The walk behind <see cref="PacketLayers"/>. Works on copies of headers, so that a packet may lie in pieces.</summary>
internal ref struct PacketParser<TSource>
    where TSource : struct, IPacketSource, allows ref struct
{
    private readonly TSource _source;
    private readonly bool _tunnels;
    private PacketLayers _layers;
    private int _offset;

    // Where the innermost length field says that the packet ends; never beyond the packet itself.
    private int _end;

    // Whether the innermost IP packet is a fragment, so that what it holds is less than the headers within it describe.
    private bool _partial;

    internal PacketParser(TSource source, bool tunnels)
    {
        _source = source;
        _tunnels = tunnels;
    }

    internal PacketLayers Run(PacketLayerType next)
    {
        _end = _source.Length;
        _layers.NextProtocol = -1;
        if (next == PacketLayerType.None)
        {
            Stop(PacketParseStop.UnknownProtocol);
        }

        // Every round either adds a layer, of which there is room for so many, or stops.
        while (next != PacketLayerType.None)
        {
            if (_layers.IsFull || _offset > ushort.MaxValue)
            {
                Stop(PacketParseStop.TooManyLayers);
                break;
            }

            next = next switch
            {
                PacketLayerType.Ethernet => Ethernet(),
                PacketLayerType.Vlan => Vlan(),
                PacketLayerType.Mpls => Mpls(),
                PacketLayerType.Arp => Arp(),
                PacketLayerType.Ipv4 => Ipv4(),
                PacketLayerType.Ipv6 => Ipv6(),
                PacketLayerType.Ipv6HopByHop or PacketLayerType.Ipv6DestinationOptions => Ipv6Options(next),
                PacketLayerType.Ipv6Routing => Ipv6Routing(),
                PacketLayerType.Ipv6Fragment => Ipv6Fragment(),
                PacketLayerType.AuthenticationHeader => Authentication(),
                PacketLayerType.Tcp => Tcp(),
                PacketLayerType.Udp => Udp(),
                PacketLayerType.Icmp => Terminal<IcmpHeader>(next),
                PacketLayerType.Icmpv6 => Terminal<Icmpv6Header>(next),
                PacketLayerType.Sctp => Terminal<SctpHeader>(next),
                PacketLayerType.Vxlan => Vxlan(),
                PacketLayerType.Gre => Gre(),
                PacketLayerType.Gtpu => Gtpu(),
                _ => Stop(PacketParseStop.UnknownProtocol),
            };
        }

        _layers.PayloadOffset = _offset;
        _layers.PayloadLength = Math.Max(0, _end - _offset);
        return _layers;
    }

    private PacketLayerType Ethernet() =>
        TryRead(out EthernetHeader header)
            ? Add(PacketLayerType.Ethernet, EthernetHeader.Size, FromEtherType(header.EtherType))
            : Stop(PacketParseStop.Truncated);

    private PacketLayerType Vlan() =>
        TryRead(out VlanHeader header)
            ? Add(PacketLayerType.Vlan, VlanHeader.Size, FromEtherType(header.EtherType))
            : Stop(PacketParseStop.Truncated);

    private PacketLayerType Mpls()
    {
        if (!TryRead(out MplsHeader header))
        {
            return Stop(PacketParseStop.Truncated);
        }

        _ = Add(PacketLayerType.Mpls, MplsHeader.Size, PacketLayerType.Mpls);
        return header.IsBottomOfStack ? FromIpVersion() : PacketLayerType.Mpls;
    }

    private PacketLayerType Arp()
    {
        if (!TryRead(out ArpHeader header))
        {
            return Stop(PacketParseStop.Truncated);
        }

        return header.IsIpv4OverEthernet
            ? Last(PacketLayerType.Arp, ArpHeader.Size)
            : Stop(PacketParseStop.UnknownProtocol);
    }

    private PacketLayerType Ipv4()
    {
        if (!TryRead(out Ipv4Header header))
        {
            return Stop(PacketParseStop.Truncated);
        }

        if (header.Version != 4 || !header.TryGetHeaderLength(out int length) || header.TotalLength < length)
        {
            return Stop(PacketParseStop.Malformed);
        }

        if (length > _end - _offset)
        {
            return Stop(PacketParseStop.Truncated);
        }

        bool complete = header.TotalLength <= _end - _offset;
        int end = _offset + header.TotalLength;
        _ = Add(PacketLayerType.Ipv4, length, PacketLayerType.Ipv4);
        if (!complete)
        {
            return Stop(PacketParseStop.Truncated);
        }

        _end = end;
        _partial = header.IsFragment;
        _layers.IsFragment |= header.IsFragment;
        if (header.FragmentOffset != 0)
        {
            return Stop(PacketParseStop.Fragment);
        }

        return header.Protocol switch
        {
            IpProtocol.Icmp => PacketLayerType.Icmp,
            _ => FromProtocol(header.Protocol),
        };
    }

    private PacketLayerType Ipv6()
    {
        if (!TryRead(out Ipv6Header header))
        {
            return Stop(PacketParseStop.Truncated);
        }

        if (header.Version != 6)
        {
            return Stop(PacketParseStop.Malformed);
        }

        _ = Add(PacketLayerType.Ipv6, Ipv6Header.Size, PacketLayerType.Ipv6);
        if (header.PayloadLength > _end - _offset)
        {
            return Stop(PacketParseStop.Truncated);
        }

        _end = _offset + header.PayloadLength;
        _partial = false;

        // Hop-by-hop options come first or not at all (RFC 8200, 4.1).
        return header.NextHeader == IpProtocol.Ipv6HopByHop ? PacketLayerType.Ipv6HopByHop : FromNextHeader(header.NextHeader);
    }

    private PacketLayerType Ipv6Options(PacketLayerType type)
    {
        if (!TryRead(out Ipv6OptionsHeader header) || header.HeaderLength > _end - _offset)
        {
            return Stop(PacketParseStop.Truncated);
        }

        _ = Add(type, header.HeaderLength, type);
        return FromNextHeader(header.NextHeader);
    }

    private PacketLayerType Ipv6Routing()
    {
        if (!TryRead(out Ipv6RoutingHeader header) || header.HeaderLength > _end - _offset)
        {
            return Stop(PacketParseStop.Truncated);
        }

        _ = Add(PacketLayerType.Ipv6Routing, header.HeaderLength, PacketLayerType.Ipv6Routing);
        return FromNextHeader(header.NextHeader);
    }

    private PacketLayerType Ipv6Fragment()
    {
        if (!TryRead(out Ipv6FragmentHeader header))
        {
            return Stop(PacketParseStop.Truncated);
        }

        _ = Add(PacketLayerType.Ipv6Fragment, Ipv6FragmentHeader.Size, PacketLayerType.Ipv6Fragment);

        // An atomic fragment, first and last at once, is a whole packet (RFC 6946).
        if (header.MoreFragments || header.FragmentOffset != 0)
        {
            _layers.IsFragment = true;
            _partial = true;
        }

        return header.FragmentOffset != 0 ? Stop(PacketParseStop.Fragment) : FromNextHeader(header.NextHeader);
    }

    private PacketLayerType Authentication()
    {
        if (!TryRead(out AuthenticationHeader header))
        {
            return Stop(PacketParseStop.Truncated);
        }

        if (!header.TryGetHeaderLength(out int length))
        {
            return Stop(PacketParseStop.Malformed);
        }

        if (length > _end - _offset)
        {
            return Stop(PacketParseStop.Truncated);
        }

        bool overIpv6 = OverIpv6();
        _ = Add(PacketLayerType.AuthenticationHeader, length, PacketLayerType.AuthenticationHeader);
        return overIpv6 ? FromNextHeader(header.NextHeader)
            : header.NextHeader == IpProtocol.Icmp ? PacketLayerType.Icmp
            : FromProtocol(header.NextHeader);
    }

    private PacketLayerType Tcp()
    {
        if (!TryRead(out TcpHeader header))
        {
            return Stop(PacketParseStop.Truncated);
        }

        if (!header.TryGetHeaderLength(out int length))
        {
            return Stop(PacketParseStop.Malformed);
        }

        return length > _end - _offset ? Stop(PacketParseStop.Truncated) : Last(PacketLayerType.Tcp, length);
    }

    private PacketLayerType Udp()
    {
        if (!TryRead(out UdpHeader header))
        {
            return Stop(PacketParseStop.Truncated);
        }

        if (header.Length < UdpHeader.Size)
        {
            return Stop(PacketParseStop.Malformed);
        }

        bool complete = header.Length <= _end - _offset;
        if (complete)
        {
            _end = _offset + header.Length;
        }

        _ = Last(PacketLayerType.Udp, UdpHeader.Size);

        // The first fragment of a datagram has the length of all of it.
        if (!complete && !_partial)
        {
            return Stop(PacketParseStop.Truncated);
        }

        return !_tunnels ? PacketLayerType.None : header.DestinationPort switch
        {
            VxlanHeader.UdpPort => PacketLayerType.Vxlan,
            GtpuHeader.UdpPort => PacketLayerType.Gtpu,
            _ => PacketLayerType.None,
        };
    }

    private PacketLayerType Vxlan()
    {
        if (!TryRead(out VxlanHeader header))
        {
            return Stop(PacketParseStop.Truncated);
        }

        return header.HasVni
            ? Add(PacketLayerType.Vxlan, VxlanHeader.Size, PacketLayerType.Ethernet)
            : Stop(PacketParseStop.Malformed);
    }

    private PacketLayerType Gre()
    {
        if (!TryRead(out GreHeader header))
        {
            return Stop(PacketParseStop.Truncated);
        }

        if (!header.TryGetHeaderLength(out int length))
        {
            return Stop(PacketParseStop.UnknownProtocol);
        }

        if (length > _end - _offset)
        {
            return Stop(PacketParseStop.Truncated);
        }

        if (!_tunnels)
        {
            return Last(PacketLayerType.Gre, length);
        }

        return Add(
            PacketLayerType.Gre,
            length,
            header.Protocol == EtherType.TransparentEthernetBridging ? PacketLayerType.Ethernet : FromEtherType(header.Protocol));
    }

    private PacketLayerType Gtpu()
    {
        if (!TryRead(out GtpuHeader header))
        {
            return Stop(PacketParseStop.Truncated);
        }

        if (!header.TryGetHeaderLength(out int length))
        {
            return Stop(PacketParseStop.UnknownProtocol);
        }

        if (length > GtpuHeader.Size + header.Length)
        {
            return Stop(PacketParseStop.Malformed);
        }

        bool complete = GtpuHeader.Size + header.Length <= _end - _offset;
        if (length > _end - _offset || (!complete && !_partial))
        {
            return Stop(PacketParseStop.Truncated);
        }

        int end = complete ? _offset + GtpuHeader.Size + header.Length : _end;
        if (header.HasExtensionHeader)
        {
            PacketParseStop extensions = GtpuExtensions(ref length, end, complete);
            if (extensions != PacketParseStop.Payload)
            {
                return Stop(extensions);
            }
        }

        _end = end;
        _ = Last(PacketLayerType.Gtpu, length);
        return header.MessageType == GtpuMessageType.GPdu && _offset < _end ? FromIpVersion() : PacketLayerType.None;
    }

    /// <summary>Adds up the extension headers; a chain has no business to be longer than the layers of a packet may be.</summary>
    private readonly PacketParseStop GtpuExtensions(ref int length, int end, bool complete)
    {
        // Beyond what the header's own length covers is malformed; beyond what a fragment holds is only cut off.
        PacketParseStop beyond = complete ? PacketParseStop.Malformed : PacketParseStop.Truncated;
        _ = _source.TryReadHeader(_offset + GtpuHeader.Size, out GtpuOptionalFields fields);
        byte next = (byte)fields.NextExtension;
        for (int i = 0; next != 0; i++)
        {
            if (i == PacketLayers.MaxCount)
            {
                return PacketParseStop.TooManyLayers;
            }

            int at = _offset + length;
            if (at >= end || !_source.TryReadHeader(at, out SingleByte words))
            {
                return beyond;
            }

            int extension = words.Value * 4;
            if (extension == 0)
            {
                return PacketParseStop.Malformed;
            }

            if (extension > end - at || !_source.TryReadHeader(at + extension - 1, out SingleByte type))
            {
                return beyond;
            }

            length += extension;
            next = type.Value;
        }

        return PacketParseStop.Payload;
    }

    /// <summary>A header of fixed length that nothing known follows.</summary>
    private PacketLayerType Terminal<T>(PacketLayerType type)
        where T : unmanaged, IPacketHeader<T> =>
        TryRead(out T _) ? Last(type, T.Size) : Stop(PacketParseStop.Truncated);

    private PacketLayerType FromEtherType(EtherType etherType) => etherType switch
    {
        EtherType.Ipv4 => PacketLayerType.Ipv4,
        EtherType.Ipv6 => PacketLayerType.Ipv6,
        EtherType.Arp => PacketLayerType.Arp,
        EtherType.Vlan or EtherType.QinQ => PacketLayerType.Vlan,
        EtherType.Mpls or EtherType.MplsMulticast => PacketLayerType.Mpls,
        _ => Unknown((int)etherType),
    };

    /// <summary>What may follow IPv4 as well as IPv6.</summary>
    private PacketLayerType FromProtocol(IpProtocol protocol) => protocol switch
    {
        IpProtocol.Tcp => PacketLayerType.Tcp,
        IpProtocol.Udp => PacketLayerType.Udp,
        IpProtocol.Sctp => PacketLayerType.Sctp,
        IpProtocol.Gre => PacketLayerType.Gre,
        IpProtocol.AuthenticationHeader => PacketLayerType.AuthenticationHeader,
        IpProtocol.Ipv4 => _tunnels ? PacketLayerType.Ipv4 : PacketLayerType.None,
        IpProtocol.Ipv6 => _tunnels ? PacketLayerType.Ipv6 : PacketLayerType.None,
        IpProtocol.Mpls => _tunnels ? PacketLayerType.Mpls : PacketLayerType.None,
        _ => Unknown((int)protocol),
    };

    /// <summary>What may follow IPv6 and its extension headers.</summary>
    private PacketLayerType FromNextHeader(IpProtocol protocol) => protocol switch
    {
        IpProtocol.Icmpv6 => PacketLayerType.Icmpv6,
        IpProtocol.Ipv6Routing => PacketLayerType.Ipv6Routing,
        IpProtocol.Ipv6Fragment => PacketLayerType.Ipv6Fragment,
        IpProtocol.Ipv6DestinationOptions => PacketLayerType.Ipv6DestinationOptions,
        IpProtocol.Ipv6HopByHop => Stop(PacketParseStop.Malformed),
        IpProtocol.Ipv6NoNextHeader => PacketLayerType.None,
        _ => FromProtocol(protocol),
    };

    /// <summary>MPLS and GTP-U do not say what they carry; the first four bits of an IP packet do.</summary>
    private PacketLayerType FromIpVersion()
    {
        if (!TryRead(out SingleByte first))
        {
            return Stop(PacketParseStop.Truncated);
        }

        return (first.Value >> 4) switch
        {
            4 => PacketLayerType.Ipv4,
            6 => PacketLayerType.Ipv6,
            _ => Stop(PacketParseStop.UnknownProtocol),
        };
    }

    /// <summary>Whether the innermost IP header so far is IPv6.</summary>
    private readonly bool OverIpv6()
    {
        for (int i = _layers.Count - 1; i >= 0; i--)
        {
            if (_layers[i].Type is PacketLayerType.Ipv4 or PacketLayerType.Ipv6)
            {
                return _layers[i].Type == PacketLayerType.Ipv6;
            }
        }

        return false;
    }

    private readonly bool TryRead<T>(out T header)
        where T : unmanaged, IPacketHeader<T>
    {
        // An offset is never beyond the end, so the difference is not negative.
        if (_end - _offset >= T.Size)
        {
            return _source.TryReadHeader(_offset, out header);
        }

        header = default;
        return false;
    }

    private PacketLayerType Add(PacketLayerType type, int length, PacketLayerType next)
    {
        _layers.Add(type, _offset, length);
        _offset += length;
        return next;
    }

    private PacketLayerType Last(PacketLayerType type, int length) => Add(type, length, PacketLayerType.None);

    private PacketLayerType Unknown(int protocol)
    {
        _layers.NextProtocol = protocol;
        return Stop(PacketParseStop.UnknownProtocol);
    }

    private PacketLayerType Stop(PacketParseStop reason)
    {
        _layers.Stop = reason;
        return PacketLayerType.None;
    }
}
