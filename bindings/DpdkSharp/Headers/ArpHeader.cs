using System.Runtime.InteropServices;

namespace DpdkSharp.Headers;

/// <summary>An ARP packet for IPv4 over Ethernet: 28 bytes (<c>rte_arp_hdr</c> with <c>rte_arp_ipv4</c>).</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
public struct ArpHeader : IPacketHeader<ArpHeader>
{
    private const ushort EthernetHardware = 1;

    private ushort _hardwareType;
    private ushort _protocolType;
    private byte _hardwareLength;
    private byte _protocolLength;
    private ushort _operation;
    private MacAddress _senderMac;
    private Ipv4Address _senderIp;
    private MacAddress _targetMac;
    private Ipv4Address _targetIp;

    /// <summary>Makes a header for IPv4 over Ethernet, all else zero.</summary>
    public ArpHeader()
    {
        HardwareType = EthernetHardware;
        ProtocolType = EtherType.Ipv4;
        _hardwareLength = MacAddress.ByteCount;
        _protocolLength = Ipv4Address.ByteCount;
    }

    /// <inheritdoc/>
    public static int Size => 28;

    /// <summary>The kind of link; 1 is Ethernet.</summary>
    public ushort HardwareType
    {
        readonly get => NetworkOrder.Swap(_hardwareType);
        set => _hardwareType = NetworkOrder.Swap(value);
    }

    /// <summary>The protocol whose addresses are asked for; <see cref="EtherType.Ipv4"/> here.</summary>
    public EtherType ProtocolType
    {
        readonly get => (EtherType)NetworkOrder.Swap(_protocolType);
        set => _protocolType = NetworkOrder.Swap((ushort)value);
    }

    /// <summary>The length of a hardware address in bytes; 6 for Ethernet.</summary>
    public byte HardwareAddressLength
    {
        readonly get => _hardwareLength;
        set => _hardwareLength = value;
    }

    /// <summary>The length of a protocol address in bytes; 4 for IPv4.</summary>
    public byte ProtocolAddressLength
    {
        readonly get => _protocolLength;
        set => _protocolLength = value;
    }

    /// <summary>Request, reply, …</summary>
    public ArpOperation Operation
    {
        readonly get => (ArpOperation)NetworkOrder.Swap(_operation);
        set => _operation = NetworkOrder.Swap((ushort)value);
    }

    /// <summary>The sender's MAC address.</summary>
    public MacAddress SenderMac
    {
        readonly get => _senderMac;
        set => _senderMac = value;
    }

    /// <summary>The sender's IPv4 address.</summary>
    public Ipv4Address SenderIp
    {
        readonly get => _senderIp;
        set => _senderIp = value;
    }

    /// <summary>The target's MAC address; without meaning in a request.</summary>
    public MacAddress TargetMac
    {
        readonly get => _targetMac;
        set => _targetMac = value;
    }

    /// <summary>The target's IPv4 address.</summary>
    public Ipv4Address TargetIp
    {
        readonly get => _targetIp;
        set => _targetIp = value;
    }

    /// <summary>Whether types and lengths are those of IPv4 over Ethernet; the addresses have no meaning otherwise.</summary>
    public readonly bool IsIpv4OverEthernet =>
        HardwareType == EthernetHardware && ProtocolType == EtherType.Ipv4 &&
        _hardwareLength == MacAddress.ByteCount && _protocolLength == Ipv4Address.ByteCount;
}
