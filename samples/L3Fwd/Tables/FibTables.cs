using DpdkSharp.Headers;

namespace DpdkSharp.Samples.L3Fwd;

/// <summary>The routes in forwarding information bases.</summary>
internal sealed class FibTables : LookupTables
{
    private const int MaxRoutes = 1 << 16;

    private static readonly FibOptions s_options = new() { DefaultNextHop = TxPort.None, NextHopSize = 4, Tbl8Groups = 1 << 15 };

    private readonly Fib _ipv4;
    private readonly Fib6 _ipv6;

    public FibTables(List<Route<Ipv4Address>> routes4, List<Route<Ipv6Address>> routes6, int socket)
    {
        _ipv4 = Fib.Create($"IPV4_L3FWD_FIB_{socket}", Math.Max(MaxRoutes, routes4.Count), s_options, socket);
        _ipv6 = Fib6.Create($"IPV6_L3FWD_FIB_{socket}", Math.Max(MaxRoutes, routes6.Count), s_options, socket);
        // The shortest first: see Fib.Add.
        foreach (Route<Ipv4Address> route in routes4.OrderBy(static r => r.Depth))
        {
            _ipv4.Add(route.Network, route.Depth, route.Port);
            Console.WriteLine($"FIB: Adding route {route}");
        }
        foreach (Route<Ipv6Address> route in routes6.OrderBy(static r => r.Depth))
        {
            _ipv6.Add(route.Network, route.Depth, route.Port);
            Console.WriteLine($"FIB: Adding route {route}");
        }
    }

    public override IBurstForwarder CreateForwarder(TxPort?[] ports, bool parsePacketType) =>
        new BurstForwarder<FibPortLookup, Ipv4Address, Ipv6Address>(new FibPortLookup(_ipv4, _ipv6), ports, parsePacketType);

    public override void Dispose()
    {
        _ipv4.Dispose();
        _ipv6.Dispose();
    }
}
