using System.CommandLine;
using System.Diagnostics.CodeAnalysis;

namespace ForwarderApp;

/// <summary>The program's own options.</summary>
/// <param name="Ports">The ports to forward between; empty for all.</param>
/// <param name="StatisticsInterval">The time between two lines of statistics; zero for none.</param>
/// <param name="Promiscuous">Take packets for any address.</param>
public sealed record ForwarderOptions(IReadOnlyList<int> Ports, TimeSpan StatisticsInterval, bool Promiscuous)
{
    /// <summary>Reads the arguments; prints the help or what is wrong with them.</summary>
    /// <returns>False when the program is to end, with <paramref name="exitCode"/>.</returns>
    public static bool TryParse(IReadOnlyList<string> arguments, [NotNullWhen(true)] out ForwarderOptions? options, out int exitCode)
    {
        var ports = new Option<int[]>("--port", "-p") { Description = "A port to use, by its number; more than one may be given (default: all).", AllowMultipleArgumentsPerToken = true };
        var interval = new Option<double>("--statistics", "-s") { Description = "Seconds between two lines of statistics, 0 for none.", DefaultValueFactory = static _ => 1 };
        var promiscuous = new Option<bool>("--promiscuous") { Description = "Take packets for any address." };
        var command = new RootCommand("Forwards packets between ports. EAL's own options come before \"--\".") { ports, interval, promiscuous };
        ParseResult result = command.Parse(arguments);
        options = null;
        exitCode = 0;
        string? error = result.Errors.Count > 0 ? result.Errors[0].Message
            : result.GetValue(interval) is >= 0 and <= 86400 ? null
            : "--statistics: the number of seconds is 0 to 86400.";
        if (error is not null)
        {
            Console.Error.WriteLine($"ForwarderApp: {error} ForwarderApp [EAL options] -- --help lists the options.");
            exitCode = 2;
            return false;
        }
        if (result.Action is not null)
        {
            exitCode = result.Invoke();
            return false;
        }
        options = new ForwarderOptions(result.GetValue(ports) ?? [], TimeSpan.FromSeconds(result.GetValue(interval)), result.GetValue(promiscuous));
        return true;
    }
}
