using DpdkSharp.Headers;

namespace DpdkSharp.Samples.L3Fwd;

/// <summary>The tables of a lookup method on one NUMA node, filled with the routes.</summary>
internal abstract class LookupTables : IDisposable
{
    /// <summary>A forwarder over these tables, for one lcore.</summary>
    /// <param name="ports">The ports by number, as this lcore sends to them.</param>
    /// <param name="parsePacketType">Whether to find out from the packets what they are.</param>
    public abstract IBurstForwarder CreateForwarder(TxPort?[] ports, bool parsePacketType);

    public abstract void Dispose();

    /// <summary>What makes the tables of a NUMA node. The rule files are read at once, so that mistakes in them are told before anything is set up.</summary>
    /// <param name="options">The options.</param>
    /// <returns>Given the NUMA node, creates its tables.</returns>
    /// <exception cref="UsageException">A rule file is missing or wrong.</exception>
    public static Func<int, LookupTables> Prepare(L3FwdOptions options)
    {
        switch (options.Lookup)
        {
            case LookupMethod.ExactMatch:
                List<FlowRoute<Ipv4Address>> flows4 = Enabled(options, options.RuleFile4 is { } f4 ? RuleFile.Read(f4, static (f, _) => FlowRoute<Ipv4Address>.Parse(f)) : DefaultRoutes.Ipv4Flows, static r => r.Port);
                List<FlowRoute<Ipv6Address>> flows6 = Enabled(options, options.RuleFile6 is { } f6 ? RuleFile.Read(f6, static (f, _) => FlowRoute<Ipv6Address>.Parse(f)) : DefaultRoutes.Ipv6Flows, static r => r.Port);
                return socket => new ExactMatchTables(options.Ipv6 ? [] : flows4, options.Ipv6 ? flows6 : [], options.HashEntries, socket);
            case LookupMethod.Acl:
                List<AclRule<Ipv4Address>> rules4 = AclRules<Ipv4Address>(options.RuleFile4, "--rule_ipv4", options.PortMask, 32);
                List<AclRule<Ipv6Address>> rules6 = AclRules<Ipv6Address>(options.RuleFile6, "--rule_ipv6", options.PortMask, 128);
                return socket => new AclTables(rules4, rules6, options.Algorithm, socket);
            default:
                int least = options.Lookup == LookupMethod.Fib ? 0 : 1;
                List<Route<Ipv4Address>> routes4 = Enabled(options, options.RuleFile4 is { } r4 ? RuleFile.Read(r4, (f, _) => Route<Ipv4Address>.Parse(f, least, 32)) : DefaultRoutes.Ipv4, static r => r.Port);
                List<Route<Ipv6Address>> routes6 = Enabled(options, options.RuleFile6 is { } r6 ? RuleFile.Read(r6, (f, _) => Route<Ipv6Address>.Parse(f, least, 128)) : DefaultRoutes.Ipv6, static r => r.Port);
                return options.Lookup == LookupMethod.Fib ? socket => new FibTables(routes4, routes6, socket) : socket => new LpmTables(routes4, routes6, socket);
        }
    }

    // Routes to ports that are not enabled are left out, as in C.
    private static List<T> Enabled<T>(L3FwdOptions options, List<T> routes, Func<T, ushort> port) => routes.FindAll(r => options.IsEnabled(port(r)));

    private static List<AclRule<TAddress>> AclRules<TAddress>(string? path, string option, ulong portMask, int mostDepth)
        where TAddress : ISpanParsable<TAddress>
    {
        if (path is null)
        {
            throw new UsageException($"--lookup acl has no default rules: name a file with {option}.");
        }
        return RuleFile.Read(
            path,
            (fields, denies) =>
            {
                AclRule<TAddress> rule = AclRule<TAddress>.Parse(fields, denies, mostDepth);
                return rule.Port is not { } port || (port < 64 && (portMask & (1UL << port)) != 0)
                    ? rule
                    : throw new FormatException($"the port mask 0x{portMask:x} does not enable port {port}.");
            },
            denials: true);
    }
}
