using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using DpdkSharp.Interop;
using DpdkSharp.Tool.Capture;
using DpdkSharp.Tool.Completion;
using DpdkSharp.Tool.Devices;
using DpdkSharp.Tool.Doctor;
using DpdkSharp.Tool.NewVersion;
using DpdkSharp.Tool.Output;
using DpdkSharp.Tool.Ports;
using DpdkSharp.Tool.Stats;
using DpdkSharp.Tool.Telemetry;

namespace DpdkSharp.Tool;

/// <summary>The whole command line, and what becomes of errors.</summary>
internal static class CommandLine
{
    // After ctrl-C, a capture has to be turned off in its program, port by port, and written to the end: a slow disk must not leave the program with a capture that nobody reads.
    private static readonly TimeSpan TerminationTimeout = TimeSpan.FromSeconds(30);

    /// <summary>Runs a command.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] arguments, Terminal terminal)
    {
        RootCommand root = Create(terminal);
        // Of another system: here, /h may be a telemetry command or a file.
        Option help = root.Options.First(static o => o is HelpOption);
        _ = help.Aliases.Remove("/h");
        _ = help.Aliases.Remove("/?");
        if (arguments.Length == 0)
        {
            // Who types the name alone wants to know what there is; a script that does has left something out.
            _ = await root.Parse(["--help"]).InvokeAsync().ConfigureAwait(false);
            return ExitCode.Usage;
        }
        ParseResult result = root.Parse(arguments);
        if (result.Action is ParseErrorAction)
        {
            string command = string.Join(' ', Path(result));
            // A command that is not known makes two errors: that it is not, and that there is none.
            string[] messages = [.. result.UnmatchedTokens.Count > 0 && result.CommandResult.Command is RootCommand
                ? result.UnmatchedTokens.Select(static t => $"there is no command '{t}'.").Take(1)
                : result.Errors.Select(static e => e.Message).Distinct(StringComparer.Ordinal)];
            foreach (string message in messages)
            {
                terminal.Note(message);
            }
            terminal.Note($"see {command} --help");
            return ExitCode.Usage;
        }
        try
        {
            return await result.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TerminationTimeout }).ConfigureAwait(false);
        }
        catch (ToolException e)
        {
            terminal.Note(e.Message);
            return e.ExitCode;
        }
        catch (DpdkNotSupportedException e)
        {
            terminal.Note(e.Message);
            return ExitCode.Lacking;
        }
        catch (Exception e) when (e is TelemetryException or DpdkException)
        {
            terminal.Note(e.Message);
            return ExitCode.Failed;
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C: who asked for the end knows of it.
            return ExitCode.Ok;
        }
        catch (IOException e) when (e.HResult == Terminal.BrokenPipe)
        {
            // "dpdksharp stats | head" has seen enough.
            return ExitCode.Ok;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Note(e.Message);
            return ExitCode.Failed;
        }
    }

    private static RootCommand Create(Terminal terminal) => new(
        "DPDK for people: is this machine ready, what devices and ports are there, what do the running programs do. "
        + "Exit codes: 0 done, 1 failed or problems found, 2 wrong usage, 3 something needed is not there.")
    {
        DoctorCommand.Create(terminal),
        DevicesCommand.Create(terminal),
        PortsCommand.Create(terminal),
        ProcessesCommand.Create(terminal),
        StatsCommand.Create(terminal),
        TelemetryCommand.Create(terminal),
        CaptureCommand.Create(terminal),
        NewVersionCommand.Create(terminal),
        CompletionCommand.Create(terminal),
    };

    private static Stack<string> Path(ParseResult result)
    {
        var names = new Stack<string>();
        for (System.CommandLine.Parsing.SymbolResult? at = result.CommandResult; at is not null; at = at.Parent)
        {
            names.Push(at is System.CommandLine.Parsing.CommandResult { Command: RootCommand } ? "dpdksharp" : ((System.CommandLine.Parsing.CommandResult)at).Command.Name);
        }
        return names;
    }
}
