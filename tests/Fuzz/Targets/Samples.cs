using DpdkSharp.Headers;
using DpdkSharp.TestKit;
using DpdkSharp.Testing;

namespace DpdkSharp.Fuzz;

/// <summary>Real packets to begin with: the shipped capture, and one of each kind that it lacks.</summary>
internal static class Samples
{
    private static readonly Lazy<byte[][]> s_packets = new(static () =>
    [
        .. CaptureFile.ReadFrames(RepositoryPaths.MixedCapture).Where(static f => f.Length <= 256),
        .. Built.Select(static b => b.ToArray()),
    ]);

    /// <summary>Whole packets.</summary>
    public static byte[][] Packets => s_packets.Value;

    private static PacketBuilder[] Built =>
    [
        Packet.Ethernet().Arp(),
        Packet.Ethernet().Ipv4(options: [148, 4, 0, 0, 7, 7, 4, 0, 0, 0, 0, 0]).Tcp(options: [.. TcpOptionBytes.MaximumSegmentSize(1460), .. TcpOptionBytes.SackPermitted, .. TcpOptionBytes.Timestamps(1, 2), .. TcpOptionBytes.WindowScale(7)]),
        Packet.Ethernet().Ipv4().Sctp().SctpChunk(0, [0, 0, 0, 1, 0, 2, 0, 3, 0, 0, 0, 0, 65]),
        Packet.Ethernet().Vlan(100).Vlan(200).Ipv6().Udp().Payload("x"),
        Packet.Ethernet().Mpls(16).Mpls(17).Ipv4().Udp(),
        Packet.Ethernet().Ipv6().Ipv6HopByHop([5, 2, 0, 0, 0xC2, 4, 0, 1, 0, 0]).Ipv6Routing([Ipv6Address.Loopback]).Ipv6DestinationOptions([1, 2, 0, 0]).Ipv6Fragment(9, moreFragments: true).Tcp(),
        Packet.Ethernet().Ipv6().AuthenticationHeader(1, 2, new byte[12]).Udp().Payload("y"),
        Packet.Ethernet().Ipv4().AuthenticationHeader(1, 2, new byte[16]).Icmp(),
        Packet.Ethernet().Ipv4().Udp().Vxlan(77).Ethernet().Ipv6().Tcp(),
        Packet.Ethernet().Ipv4().Gre(key: 1, sequenceNumber: 2, withChecksum: true).Ipv4().Udp().Payload("abc"),
        Packet.Ethernet().Ipv6().Gre().Ethernet().Arp(),
        Packet.Ethernet().Ipv4().Udp().Gtpu(1, sequenceNumber: 2, extensions: [(GtpuExtensionType.PduSessionContainer, [0, 9]), (GtpuExtensionType.PdcpPduNumber, [1, 2, 3])]).Ipv4().Tcp(),
        Packet.Ethernet().Ipv4().Ipv6().Ipv4().Udp(),
        Packet.Ethernet().Ipv4(fragmentOffset: 8).Payload("rest"),
    ];

    /// <summary>The bytes of all packets from each header of a kind on.</summary>
    public static IEnumerable<byte[]> From(params PacketLayerType[] types)
    {
        foreach (byte[] packet in Packets)
        {
            PacketLayers layers = PacketLayers.Parse(packet);
            for (int i = 0; i < layers.Count; i++)
            {
                if (types.Contains(layers[i].Type))
                {
                    yield return packet[layers[i].Offset..];
                }
            }
        }
    }
}
