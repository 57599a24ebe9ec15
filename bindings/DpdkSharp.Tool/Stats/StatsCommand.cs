using System.CommandLine;
using System.Text.Json;
using DpdkSharp.Tool.Output;
using DpdkSharp.Tool.Telemetry;
using Spectre.Console;

namespace DpdkSharp.Tool.Stats;

/// <summary><c>dpdksharp stats</c>: what a running process does, as it does it.</summary>
internal static class StatsCommand
{
    public static Command Create(Terminal terminal)
    {
        var attach = new AttachOptions();
        var interval = new Option<double>("--interval", "-i") { Description = "Seconds between two readings: 0.1 to 3600.", HelpName = "SECONDS", DefaultValueFactory = static _ => 1 };
        interval.Check(static v => v is >= 0.1 and <= 3600, "--interval must be 0.1 to 3600 seconds.");
        var count = new Option<int?>("--count", "-n") { Description = "End after so many readings (default: at ctrl-C).", HelpName = "NUMBER" };
        count.Check(static v => v is null or >= 1, "--count must be 1 or more.");
        var xstats = new Option<bool>("--xstats", "-x") { Description = "Show the drivers' own counters too, those that are not 0." };
        var json = new Option<bool>("--json") { Description = "Print a line of JSON for each reading. Its fields are described in docs/tool.md." };
        var command = new Command("stats", "Shows port and queue rates, drops, mempool and ring fill of a running DPDK process, C or C#, live.") { interval, count, xstats, json };
        attach.AddTo(command);
        command.SetAction(async (result, cancel) =>
        {
            using TelemetryClient client = ProcessFinder.Attach(attach.Read(result));
            var watch = new Watch(client, TimeSpan.FromSeconds(result.GetValue(interval)), result.GetValue(count), result.GetValue(xstats));
            var view = new StatsView(() => terminal.Console.Profile.Width);
            if (result.GetValue(json))
            {
                await foreach (StatsSample sample in watch.Run(cancel).ConfigureAwait(false))
                {
                    terminal.WriteLine(JsonSerializer.Serialize(sample, ToolJson.Default.StatsSample));
                }
            }
            else if (terminal.IsInteractive)
            {
                // Of what does not fit the screen, the ports are what counts.
                await terminal.Console.Live(new Text($"Reading process {client.ProcessId} ...")).Cropping(VerticalOverflowCropping.Bottom)
                    .StartAsync(async live =>
                    {
                        await foreach (StatsSample sample in watch.Run(cancel).ConfigureAwait(false))
                        {
                            live.UpdateTarget(view.Render(sample));
                        }
                    }).ConfigureAwait(false);
            }
            else
            {
                bool first = true;
                await foreach (StatsSample sample in watch.Run(cancel).ConfigureAwait(false))
                {
                    if (!first)
                    {
                        terminal.WriteLine();
                    }
                    first = false;
                    terminal.Write(view.Render(sample));
                }
            }
            return ExitCode.Ok;
        });
        return command;
    }

    /// <summary>Reads at each interval's end until enough was read or ctrl-C.</summary>
    private sealed class Watch(TelemetryClient client, TimeSpan interval, int? count, bool xstats)
    {
        public async IAsyncEnumerable<StatsSample> Run([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
        {
            var reader = new StatsReader(client);
            string? program = client.Send("/eal/params").Items() is [var first, ..] ? Path.GetFileName(first.GetString()) : null;
            var process = new StatsProcess(client.ProcessId, program, client.Version);
            Reading before = reader.Read();
            using var timer = new PeriodicTimer(interval);
            for (int i = 0; (count is null || i < count) && await timer.WaitForNextTickAsync(cancel).ConfigureAwait(false); i++)
            {
                Reading now = reader.Read();
                yield return SampleMaker.Make(process, before, now, xstats);
                before = now;
            }
        }
    }
}
