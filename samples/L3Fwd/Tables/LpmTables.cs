using DpdkSharp.Headers;

namespace DpdkSharp.Samples.L3Fwd;

/// <summary>The routes in LPM tables.</summary>
internal sealed class LpmTables : LookupTables
{
    private const int MaxRules = 1024;
    private const int Ipv4Tbl8Groups = 1 << 8;
    private const int Ipv6Tbl8Groups = 1 << 16;

    private readonly Lpm _ipv4;
    private readonly Lpm6 _ipv6;

    public LpmTables(List<Route<Ipv4Address>> routes4, List<Route<Ipv6Address>> routes6, int socket)
    {
        _ipv4 = Lpm.Create($"IPV4_L3FWD_LPM_{socket}", Math.Max(MaxRules, routes4.Count), Ipv4Tbl8Groups, socket);
        _ipv6 = Lpm6.Create($"IPV6_L3FWD_LPM_{socket}", Math.Max(MaxRules, routes6.Count), Ipv6Tbl8Groups, socket);
        foreach (Route<Ipv4Address> route in routes4)
        {
            _ipv4.Add(route.Network, route.Depth, route.Port);
            Console.WriteLine($"LPM: Adding route {route}");
        }
        foreach (Route<Ipv6Address> route in routes6)
        {
            _ipv6.Add(route.Network, route.Depth, route.Port);
            Console.WriteLine($"LPM: Adding route {route}");
        }
    }

    public override IBurstForwarder CreateForwarder(TxPort?[] ports, bool parsePacketType) =>
        new BurstForwarder<LpmPortLookup, Ipv4Address, Ipv6Address>(new LpmPortLookup(_ipv4, _ipv6), ports, parsePacketType);

    public override void Dispose()
    {
        _ipv4.Dispose();
        _ipv6.Dispose();
    }
}
