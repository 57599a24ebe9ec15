using DpdkSharp;
using DpdkSharp.Interop;
using ForwarderApp;

// EAL's options come first, the program's own after "--".
int separator = Array.IndexOf(args, "--");
if (!ForwarderOptions.TryParse(separator < 0 ? [] : args[(separator + 1)..], out ForwarderOptions? options, out int exitCode))
{
    return exitCode;
}
try
{
    using var stop = new StopSignal();
    using Eal eal = Eal.Initialize(args);
    using ForwarderHost host = ForwarderHost.Start(eal, options);
    using var statistics = new Statistics(host.Forwarders, options.StatisticsInterval);
    host.Run(stop);
    Console.WriteLine($"Done: {statistics.Totals}");
    return 0;
}
catch (Exception e) when (e is DpdkException or DpdkNotSupportedException or ForwarderException)
{
    Console.Error.WriteLine($"ForwarderApp: {e.Message}");
    return 1;
}
