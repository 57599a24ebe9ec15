using DpdkSharp.Headers;

namespace DpdkSharp.Testing;

/// <summary>Where the building of packets starts: <c>Packet.Ethernet().Vlan(100).Ipv4(destination: "198.51.100.1").Udp(4000, 53).Payload("hello")</c>.</summary>
public static class Packet
{
    /// <inheritdoc cref="PacketBuilder.Ethernet"/>
    public static PacketBuilder Ethernet(Address<MacAddress> source = default, Address<MacAddress> destination = default, EtherType? etherType = null) =>
        new PacketBuilder().Ethernet(source, destination, etherType);

    /// <summary>Starts with bytes of one's own: what no builder makes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>The builder.</returns>
    public static PacketBuilder Raw(params ReadOnlySpan<byte> bytes) => new PacketBuilder().Payload(bytes);
}
