using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace DpdkSharp.Samples.L2Fwd;

/// <summary>The sample's own options, those of DPDK's l2fwd.</summary>
internal sealed record L2FwdOptions(ulong PortMask, bool Promiscuous, int QueuesPerLcore, int TimerPeriod, bool MacUpdating, IReadOnlyList<(int, int)>? PortMap)
{
    private const int MaxQueuesPerLcore = 16;
    private const int MaxTimerPeriod = 86400;

    /// <summary>Reads the arguments that follow "--".</summary>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The options; null when help was asked for and printed.</returns>
    /// <exception cref="UsageException">An argument is wrong.</exception>
    public static L2FwdOptions? Parse(IReadOnlyList<string> arguments)
    {
        var portMask = new Option<ulong>("-p") { Description = "Hexadecimal mask of the ports to use.", Required = true, HelpName = "PORTMASK", CustomParser = OptionParser.Mask };
        var promiscuous = new Option<bool>("-P") { Description = "Receive packets for any address (promiscuous mode)." };
        var queues = new Option<int>("-q") { Description = "Number of queues (ports) per lcore, 1 to 15.", HelpName = "NQ", DefaultValueFactory = static _ => 1, CustomParser = static r => OptionParser.Number(r, 1, MaxQueuesPerLcore - 1) };
        var period = new Option<int>("-T") { Description = "Seconds between statistics, 0 for none.", HelpName = "PERIOD", DefaultValueFactory = static _ => 10, CustomParser = static r => OptionParser.Number(r, 0, MaxTimerPeriod) };
        var updating = new Option<bool>("--mac-updating") { Description = "Rewrite MAC addresses: the source becomes the TX port's, the destination 02:00:00:00:00:TX_PORT (default)." };
        var noUpdating = new Option<bool>("--no-mac-updating") { Description = "Leave MAC addresses as they are." };
        var portMap = new Option<IReadOnlyList<(int, int)>?>("--portmap") { Description = "Pairs of ports to forward between: (0,1),(2,3); neighbours by default.", HelpName = "PAIRS", CustomParser = ParsePairs };
        var command = new RootCommand("Forwards packets between Ethernet ports at layer 2. EAL's own options come before \"--\".") { portMask, promiscuous, queues, period, updating, noUpdating, portMap };
        // "@name" is a word like any other here, no file of arguments.
        ParseResult result = command.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (result.Errors.Count > 0)
        {
            throw new UsageException($"{result.Errors[0].Message} Usage: L2Fwd [EAL options] -- -p PORTMASK [-P] [-q NQ] [-T PERIOD] [--[no-]mac-updating] [--portmap (0,1),(2,3)]");
        }
        if (result.Action is not null)
        {
            _ = result.Invoke();
            return null;
        }
        bool explicitly = result.GetValue(updating);
        bool not = result.GetValue(noUpdating);
        return explicitly && not
            ? throw new UsageException("--mac-updating and --no-mac-updating exclude each other.")
            : new L2FwdOptions(result.GetValue(portMask), result.GetValue(promiscuous), result.GetValue(queues), result.GetValue(period), !not, result.GetValue(portMap));
    }

    private static List<(int, int)>? ParsePairs(ArgumentResult result)
    {
        string text = result.Tokens[0].Value;
        var pairs = new List<(int, int)>();
        foreach (string part in text.Split("),", StringSplitOptions.TrimEntries))
        {
            string[] ports = part.TrimStart('(').TrimEnd(')').Split(',', StringSplitOptions.TrimEntries);
            if (ports.Length != 2
                || !int.TryParse(ports[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first)
                || !int.TryParse(ports[1], NumberStyles.None, CultureInfo.InvariantCulture, out int second)
                || first > 31 || second > 31)
            {
                result.AddError($"--portmap: '{text}' is no list of port pairs: (0,1),(2,3), each port 0 to 31.");
                return null;
            }
            pairs.Add((first, second));
        }
        return pairs;
    }
}
