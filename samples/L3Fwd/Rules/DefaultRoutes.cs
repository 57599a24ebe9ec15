using DpdkSharp.Headers;

namespace DpdkSharp.Samples.L3Fwd;

/// <summary>The routes where no file is given: the address ranges for benchmarks (RFC 2544 and RFC 5180), a network for each of the ports 0 to 15.</summary>
internal static class DefaultRoutes
{
    private const ushort PortCount = 16;
    private const ushort DiscardPort = 9;

    /// <summary>198.18.PORT.0/24.</summary>
    public static List<Route<Ipv4Address>> Ipv4 => [.. Ports.Select(static p => new Route<Ipv4Address>(new Ipv4Address(198, 18, (byte)p, 0), 24, p))];

    /// <summary>2001:200:0:PORT::/64.</summary>
    public static List<Route<Ipv6Address>> Ipv6 => [.. Ports.Select(static p => new Route<Ipv6Address>(new Ipv6Address(0x2001_0200_0000_0000UL | p, 0), 64, p))];

    /// <summary>UDP from 198.18.PORT.1, port 9, to 198.18.PORT.0, port 9.</summary>
    public static List<FlowRoute<Ipv4Address>> Ipv4Flows =>
        [.. Ports.Select(static p => new FlowRoute<Ipv4Address>(new Ipv4Address(198, 18, (byte)p, 0), new Ipv4Address(198, 18, (byte)p, 1), DiscardPort, DiscardPort, IpProtocol.Udp, p))];

    /// <summary>UDP from 2001:200:0:PORT::1, port 9, to 2001:200:0:PORT::, port 9.</summary>
    public static List<FlowRoute<Ipv6Address>> Ipv6Flows =>
        [.. Ports.Select(static p => new FlowRoute<Ipv6Address>(new Ipv6Address(0x2001_0200_0000_0000UL | p, 0), new Ipv6Address(0x2001_0200_0000_0000UL | p, 1), DiscardPort, DiscardPort, IpProtocol.Udp, p))];

    private static IEnumerable<ushort> Ports => Enumerable.Range(0, PortCount).Select(static p => (ushort)p);
}
