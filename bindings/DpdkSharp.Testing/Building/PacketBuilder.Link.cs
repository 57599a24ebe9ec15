using DpdkSharp.Headers;

namespace DpdkSharp.Testing;

/// <content>Ethernet, VLAN, MPLS and ARP.</content>
public sealed partial class PacketBuilder
{
    private static readonly MacAddress s_sourceMac = new(2, 0, 0, 0, 0, 1);
    private static readonly MacAddress s_destinationMac = new(2, 0, 0, 0, 0, 2);

    /// <summary>Adds an <see cref="EthernetHeader"/>.</summary>
    /// <param name="source">The sender; 02:00:00:00:00:01 by default.</param>
    /// <param name="destination">The receiver; 02:00:00:00:00:02 by default.</param>
    /// <param name="etherType">What follows; by default what does, or 0x88B5 (for experiments) where that has no number.</param>
    /// <returns>This builder.</returns>
    public PacketBuilder Ethernet(Address<MacAddress> source = default, Address<MacAddress> destination = default, EtherType? etherType = null) =>
        Add(PacketLayerType.Ethernet, Bytes(new EthernetHeader { Source = source.Or(s_sourceMac), Destination = destination.Or(s_destinationMac) }), (index, packet) =>
            At<EthernetHeader>(packet, _layers[index].Offset).EtherType = etherType ?? NextEtherType(index));

    /// <summary>Adds a <see cref="VlanHeader"/>. The outer of two tags is a service tag (<see cref="EtherType.QinQ"/>), unless the layer before it is told otherwise.</summary>
    /// <param name="id">The VLAN, 0 to 4095.</param>
    /// <param name="priority">The priority code point, 0 to 7.</param>
    /// <param name="dropEligible">The drop eligible indicator.</param>
    /// <param name="etherType">What follows; by default what does.</param>
    /// <returns>This builder.</returns>
    public PacketBuilder Vlan(ushort id, byte priority = 0, bool dropEligible = false, EtherType? etherType = null) =>
        Add(PacketLayerType.Vlan, Bytes(new VlanHeader { VlanId = id, Priority = priority, IsDropEligible = dropEligible }), (index, packet) =>
            At<VlanHeader>(packet, _layers[index].Offset).EtherType = etherType ?? NextEtherType(index));

    /// <summary>Adds an entry of an MPLS label stack (<see cref="MplsHeader"/>).</summary>
    /// <param name="label">The label, 0 to 0xFFFFF.</param>
    /// <param name="trafficClass">The traffic class, 0 to 7.</param>
    /// <param name="timeToLive">How many more routers it may pass.</param>
    /// <param name="bottomOfStack">Whether it is the last entry; by default when no other follows.</param>
    /// <returns>This builder.</returns>
    public PacketBuilder Mpls(uint label, byte trafficClass = 0, byte timeToLive = 64, bool? bottomOfStack = null) =>
        Add(PacketLayerType.Mpls, Bytes(new MplsHeader { Label = label, TrafficClass = trafficClass, TimeToLive = timeToLive }), (index, packet) =>
            At<MplsHeader>(packet, _layers[index].Offset).IsBottomOfStack = bottomOfStack ?? Next(index) != PacketLayerType.Mpls);

    /// <summary>Adds an <see cref="ArpHeader"/> for IPv4 over Ethernet.</summary>
    /// <param name="operation">Request, reply, …</param>
    /// <param name="senderMac">The sender's MAC address; 02:00:00:00:00:01 by default.</param>
    /// <param name="senderIp">The sender's IPv4 address; 192.0.2.1 by default.</param>
    /// <param name="targetMac">The target's MAC address; zero by default.</param>
    /// <param name="targetIp">The target's IPv4 address; 192.0.2.2 by default.</param>
    /// <returns>This builder.</returns>
    public PacketBuilder Arp(
        ArpOperation operation = ArpOperation.Request, Address<MacAddress> senderMac = default, Address<Ipv4Address> senderIp = default,
        Address<MacAddress> targetMac = default, Address<Ipv4Address> targetIp = default) =>
        Add(PacketLayerType.Arp, Bytes(new ArpHeader
        {
            Operation = operation,
            SenderMac = senderMac.Or(s_sourceMac),
            SenderIp = senderIp.Or(s_sourceIpv4),
            TargetMac = targetMac.Or(MacAddress.Zero),
            TargetIp = targetIp.Or(s_destinationIpv4),
        }), null);
}
