using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using DpdkSharp.Headers;

namespace DpdkSharp.Samples.L3Fwd;

/// <summary>The sample's own options, those of DPDK's l3fwd, and -T of its l2fwd.</summary>
internal sealed record L3FwdOptions(
    ulong PortMask,
    bool Promiscuous,
    LookupMethod Lookup,
    IReadOnlyList<QueueAssignment> Config,
    string? RuleFile4,
    string? RuleFile6,
    IReadOnlyDictionary<int, MacAddress> Destinations,
    int? MaxPacketLength,
    bool Numa,
    int HashEntries,
    bool Ipv6,
    bool ParsePacketType,
    bool PerPortPool,
    bool RelaxRxOffload,
    bool Rss,
    AclAlgorithm Algorithm,
    int TimerPeriod)
{
    private const int MostPorts = 64;
    private const int MostQueuesPerPort = 128;
    private const int MostLcores = 1024;
    private const int DefaultHashEntries = 4 * 1024 * 1024;

    private static readonly Dictionary<string, LookupMethod> s_lookups = new(StringComparer.Ordinal)
    {
        ["lpm"] = LookupMethod.Lpm,
        ["em"] = LookupMethod.ExactMatch,
        ["fib"] = LookupMethod.Fib,
        ["acl"] = LookupMethod.Acl,
    };

    private static readonly Dictionary<string, AclAlgorithm> s_algorithms = new(StringComparer.Ordinal)
    {
        ["scalar"] = AclAlgorithm.Scalar,
        ["sse"] = AclAlgorithm.Sse,
        ["avx2"] = AclAlgorithm.Avx2,
        ["neon"] = AclAlgorithm.Neon,
        ["altivec"] = AclAlgorithm.AltiVec,
        ["avx512x16"] = AclAlgorithm.Avx512X16,
        ["avx512x32"] = AclAlgorithm.Avx512X32,
    };

    /// <summary>Whether the port mask has a port.</summary>
    public bool IsEnabled(int port) => port < MostPorts && (PortMask & (1UL << port)) != 0;

    /// <summary>Reads the arguments that follow "--".</summary>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The options; null when help was asked for and printed.</returns>
    /// <exception cref="UsageException">An argument is wrong.</exception>
    public static L3FwdOptions? Parse(IReadOnlyList<string> arguments)
    {
        var portMask = new Option<ulong>("-p") { Description = "Hexadecimal mask of the ports to use.", Required = true, HelpName = "PORTMASK", CustomParser = OptionParser.Mask };
        var promiscuous = new Option<bool>("-P") { Description = "Receive packets for any address (promiscuous mode)." };
        var lookup = new Option<LookupMethod>("--lookup") { Description = "How to find the port of a packet: lpm (default), em, fib, acl.", HelpName = "METHOD", CustomParser = static r => OneOf(r, s_lookups) };
        var config = new Option<IReadOnlyList<QueueAssignment>>("--config") { Description = "Which lcore polls which receive queue.", Required = true, HelpName = "(port,queue,lcore)[,(port,queue,lcore)]", CustomParser = ParseConfig };
        var ruleFile4 = new Option<string?>("--rule_ipv4") { Description = "File of the IPv4 rules; without it 198.18.PORT.0/24 goes to each port (acl: no default).", HelpName = "FILE" };
        var ruleFile6 = new Option<string?>("--rule_ipv6") { Description = "File of the IPv6 rules; without it 2001:200:0:PORT::/64 goes to each port (acl: no default).", HelpName = "FILE" };
        var destinations = new Option<(int Port, MacAddress Address)[]>("--eth-dest") { Description = "Destination address of the packets that leave by a port; 02:00:00:00:00:PORT by default.", HelpName = "PORT,MAC", CustomParser = ParseDestinations };
        var maxPacketLength = new Option<int?>("--max-pkt-len") { Description = "Longest packet in bytes, 64 to 9600.", HelpName = "LENGTH", CustomParser = static r => OptionParser.Number(r, 64, 9600) };
        var noNuma = new Option<bool>("--no-numa") { Description = "Keep all tables and pools on NUMA node 0." };
        var hashEntries = new Option<int>("--hash-entry-num") { Description = "em: hexadecimal number of flows that the table has room for, 400000 by default.", HelpName = "NUMBER", DefaultValueFactory = static _ => DefaultHashEntries, CustomParser = ParseHashEntries };
        var ipv6 = new Option<bool>("--ipv6") { Description = "em: forward the IPv6 flows, not those of IPv4." };
        var parsePacketType = new Option<bool>("--parse-ptype") { Description = "Find out from the packets what they are; for devices that do not tell." };
        var perPortPool = new Option<bool>("--per-port-pool") { Description = "A packet pool for each port." };
        var relax = new Option<bool>("--relax-rx-offload") { Description = "Go on where a device cannot verify checksums." };
        var noRss = new Option<bool>("--disable-rss") { Description = "Do not spread packets over receive queues." };
        var algorithm = new Option<AclAlgorithm>("--alg") { Description = $"acl: how to classify: {string.Join(", ", s_algorithms.Keys)}; the fastest by default.", HelpName = "ALGORITHM", CustomParser = static r => OneOf(r, s_algorithms) };
        var mode = new Option<string>("--mode") { Description = "How packets are received: poll.", HelpName = "MODE", CustomParser = ParseMode };
        var period = new Option<int>("-T") { Description = "Seconds between statistics, 0 for none before the end (default).", HelpName = "PERIOD", CustomParser = static r => OptionParser.Number(r, 0, 86400) };
        var command = new RootCommand("Forwards packets between Ethernet ports at layer 3. EAL's own options come before \"--\".")
        {
            portMask, promiscuous, lookup, config, ruleFile4, ruleFile6, destinations, maxPacketLength, noNuma, hashEntries, ipv6, parsePacketType, perPortPool, relax, noRss, algorithm, mode, period,
        };
        // "@name" is a word like any other here, no file of arguments.
        ParseResult result = command.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (result.Errors.Count > 0)
        {
            throw new UsageException($"{result.Errors[0].Message} Usage: L3Fwd [EAL options] -- -p PORTMASK --config (port,queue,lcore)[,(port,queue,lcore)] [-P] [--lookup lpm|em|fib|acl] [--rule_ipv4 FILE] [--rule_ipv6 FILE] [--parse-ptype] [--relax-rx-offload] ... (all: --help)");
        }
        if (result.Action is not null)
        {
            _ = result.Invoke();
            return null;
        }
        return new L3FwdOptions(
            result.GetValue(portMask),
            result.GetValue(promiscuous),
            result.GetValue(lookup),
            result.GetValue(config)!,
            result.GetValue(ruleFile4),
            result.GetValue(ruleFile6),
            (result.GetValue(destinations) ?? []).GroupBy(static d => d.Port).ToDictionary(static d => d.Key, static d => d.Last().Address),
            result.GetValue(maxPacketLength),
            !result.GetValue(noNuma),
            result.GetValue(hashEntries),
            result.GetValue(ipv6),
            result.GetValue(parsePacketType),
            result.GetValue(perPortPool),
            result.GetValue(relax),
            !result.GetValue(noRss),
            result.GetValue(algorithm),
            result.GetValue(period));
    }

    private static T? OneOf<T>(ArgumentResult result, Dictionary<string, T> values)
    {
        string text = result.Tokens[0].Value;
        if (!values.TryGetValue(text, out T? value))
        {
            result.AddError($"'{text}' is none of {string.Join(", ", values.Keys)}.");
        }
        return value;
    }

    private static string ParseMode(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        if (text != "poll")
        {
            result.AddError(text == "eventdev" ? "--mode eventdev is not ported: leave it out, or say poll." : $"--mode: '{text}' is not poll.");
        }
        return text;
    }

    private static int ParseHashEntries(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        ReadOnlySpan<char> digits = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? text.AsSpan(2) : text;
        if (!int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int number) || number < 8 || number > 1 << 30)
        {
            result.AddError($"--hash-entry-num: '{text}' is not a hexadecimal number from 8 to 40000000.");
        }
        return number;
    }

    private static (int, MacAddress)[] ParseDestinations(ArgumentResult result)
    {
        var destinations = new List<(int, MacAddress)>();
        foreach (string text in result.Tokens.Select(static t => t.Value))
        {
            int comma = text.IndexOf(',', StringComparison.Ordinal);
            if (comma < 0
                || !int.TryParse(text.AsSpan(0, comma), NumberStyles.None, CultureInfo.InvariantCulture, out int port) || port >= MostPorts
                || !MacAddress.TryParse(text.AsSpan(comma + 1), out MacAddress address))
            {
                result.AddError($"--eth-dest: '{text}' is no port with an address, as in 1,02:00:00:00:00:01.");
                break;
            }
            destinations.Add((port, address));
        }
        return [.. destinations];
    }

    private static List<QueueAssignment>? ParseConfig(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        var config = new List<QueueAssignment>();
        foreach (string part in text.Split("),", StringSplitOptions.TrimEntries))
        {
            string[] fields = part.TrimStart('(').TrimEnd(')').Split(',', StringSplitOptions.TrimEntries);
            if (fields.Length != 3 || !TryNumber(fields[0], MostPorts, out int port) || !TryNumber(fields[1], MostQueuesPerPort, out int queue) || !TryNumber(fields[2], MostLcores, out int lcore))
            {
                result.AddError($"--config: '{text}' is no list of (port,queue,lcore), as in (0,0,1),(1,0,2).");
                return null;
            }
            config.Add(new QueueAssignment(port, queue, lcore));
        }
        return config;
    }

    private static bool TryNumber(string text, int end, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number < end;
}
