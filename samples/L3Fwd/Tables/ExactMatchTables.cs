using DpdkSharp.Headers;

namespace DpdkSharp.Samples.L3Fwd;

/// <summary>The flows in hash tables, and the port of each flow's position.</summary>
internal sealed class ExactMatchTables : LookupTables
{
    // The family that is not asked for has an empty table, so that its packets have no route.
    private const int SmallestTable = 8;

    private readonly HashTable<Ipv4Flow> _ipv4;
    private readonly HashTable<Ipv6Flow> _ipv6;
    private readonly ushort[] _ports4;
    private readonly ushort[] _ports6;

    public ExactMatchTables(List<FlowRoute<Ipv4Address>> routes4, List<FlowRoute<Ipv6Address>> routes6, int entries, int socket)
    {
        _ipv4 = HashTable<Ipv4Flow>.Create($"ipv4_l3fwd_hash_{socket}", routes4.Count > 0 ? entries : SmallestTable, socketId: socket);
        _ipv6 = HashTable<Ipv6Flow>.Create($"ipv6_l3fwd_hash_{socket}", routes6.Count > 0 ? entries : SmallestTable, socketId: socket);
        _ports4 = Add(_ipv4, routes4, static r => new Ipv4Flow(r.Destination, r.Source, r.DestinationPort, r.SourcePort, r.Protocol), static r => r.Port);
        _ports6 = Add(_ipv6, routes6, static r => new Ipv6Flow(r.Destination, r.Source, r.DestinationPort, r.SourcePort, r.Protocol), static r => r.Port);
        Console.WriteLine($"EM: Adding {routes4.Count} IPv4 and {routes6.Count} IPv6 flows");
    }

    public override IBurstForwarder CreateForwarder(TxPort?[] ports, bool parsePacketType) =>
        new BurstForwarder<ExactMatchLookup, Ipv4Flow, Ipv6Flow>(new ExactMatchLookup(_ipv4, _ports4, _ipv6, _ports6), ports, parsePacketType);

    public override void Dispose()
    {
        _ipv4.Dispose();
        _ipv6.Dispose();
    }

    private static ushort[] Add<TFlow, TRoute>(HashTable<TFlow> table, List<TRoute> routes, Func<TRoute, TFlow> flow, Func<TRoute, ushort> port)
        where TFlow : unmanaged
    {
        var ports = new ushort[table.PositionCount];
        foreach (TRoute route in routes)
        {
            if (!table.TryAdd(flow(route), out int position))
            {
                throw new UsageException($"{table} has no place for the flow {route}: give it more with --hash-entry-num.");
            }
            ports[position] = port(route);
        }
        return ports;
    }
}
