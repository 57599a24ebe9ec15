using DpdkSharp.Tool.Output;

namespace DpdkSharp.Tool.Telemetry;

/// <summary>Finds the process to attach to among those that run.</summary>
internal static class ProcessFinder
{
    /// <summary>All that is found, whether it can be attached to or not.</summary>
    public static ProcessList List(string? runtimeFolder)
    {
        IReadOnlyList<string> folders = RuntimeFolders.Find(runtimeFolder);
        return new ProcessList(folders, [.. RuntimeFolders.Sockets(folders).Select(Look)]);
    }

    /// <summary>Connects to the process that is meant.</summary>
    /// <exception cref="ToolException">There is none, or more than one; the message lists them.</exception>
    public static TelemetryClient Attach(AttachChoice choice)
    {
        ProcessList all = List(choice.RuntimeFolder);
        ProcessEntry[] meant = [.. all.Processes.Where(p => (choice.FilePrefix is null || p.FilePrefix == choice.FilePrefix) && (choice.ProcessId is null || p.ProcessId == choice.ProcessId))];
        ProcessEntry[] running = [.. meant.Where(static p => p.State == "running")];
        if (running.Length == 0)
        {
            throw new ToolException(NothingFound(choice, all, meant), ExitCode.Lacking);
        }
        if (running.Length > 1)
        {
            throw new ToolException("several DPDK processes run; choose one with --file-prefix (-f) or --pid:\n" + Lines(running), ExitCode.Usage);
        }
        try
        {
            return TelemetryClient.Connect(running[0].Socket);
        }
        catch (TelemetryException e)
        {
            throw new ToolException(e.Message, ExitCode.Lacking, e);
        }
    }

    private static ProcessEntry Look(TelemetrySocket socket)
    {
        try
        {
            using TelemetryClient client = TelemetryClient.Connect(socket.Path);
            string? program = client.Send("/eal/params") is { ValueKind: System.Text.Json.JsonValueKind.Array } parameters && parameters.GetArrayLength() > 0
                ? Path.GetFileName(parameters[0].GetString())
                : null;
            return new ProcessEntry(socket.FilePrefix, "running", client.ProcessId, program, client.Version, socket.Path, null);
        }
        catch (TelemetryException e)
        {
            return new ProcessEntry(socket.FilePrefix, e.Failure == TelemetryFailure.Ended ? "stale" : e.Failure.ToString().ToLowerInvariant(), null, null, null, socket.Path, e.Message);
        }
    }

    private static string NothingFound(AttachChoice choice, ProcessList all, ProcessEntry[] meant)
    {
        if (meant.Length > 0)
        {
            return "no DPDK process can be attached to:\n" + string.Join('\n', meant.Select(static p => "  " + p.Reason));
        }
        string wanted = (choice.FilePrefix, choice.ProcessId) switch
        {
            (null, null) => string.Empty,
            ({ } prefix, null) => $" with the file prefix '{prefix}'",
            (null, { } id) => $" with the process id {id}",
            ({ } prefix, { } id) => $" with the file prefix '{prefix}' and the process id {id}",
        };
        string others = all.Processes.Where(static p => p.State == "running").ToArray() is { Length: > 0 } running
            ? "These run:\n" + Lines(running)
            : "A program that was started with --no-telemetry (EalOptions.Telemetry = false) has no socket to attach to; one of another user may be hidden from this one.";
        return $"no running DPDK process{wanted} was found; looked in {string.Join(", ", all.Folders)}. {others}";
    }

    private static string Lines(IEnumerable<ProcessEntry> processes) =>
        string.Join('\n', processes.Select(static p => $"  --file-prefix {p.FilePrefix} --pid {p.ProcessId}  {p.Program} ({p.Version})"));
}
