using System.CommandLine;
using System.CommandLine.Completions;

namespace DpdkSharp.Tool.Telemetry;

/// <summary>The options of every command that attaches to a running process.</summary>
internal sealed class AttachOptions
{
    private readonly Option<string?> _prefix = new("--file-prefix", "-f") { Description = "The process's --file-prefix; not needed when only one runs.", HelpName = "PREFIX" };
    private readonly Option<int?> _processId = new("--pid") { Description = "The process's id.", HelpName = "PID" };
    private readonly Option<DirectoryInfo?> _folder = new("--runtime-dir") { Description = "The folder with a folder for each file prefix (default: where DPDK has it: /var/run/dpdk, $XDG_RUNTIME_DIR/dpdk, /tmp/dpdk).", HelpName = "DIR" };

    public AttachOptions()
    {
        _prefix.CompletionSources.Add(_ => Running().Select(static p => new CompletionItem(p.FilePrefix, detail: p.Program)));
        _processId.CompletionSources.Add(_ => Running().Select(static p => new CompletionItem($"{p.ProcessId}", detail: p.Program)));
    }

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(_prefix);
        command.Options.Add(_processId);
        command.Options.Add(_folder);
    }

    /// <summary>What was given for them.</summary>
    public AttachChoice Read(ParseResult result) => new(result.GetValue(_prefix), result.GetValue(_processId), result.GetValue(_folder)?.FullName);

    private static IEnumerable<ProcessEntry> Running() => ProcessFinder.List(null).Processes.Where(static p => p.State == "running").DistinctBy(static p => p.FilePrefix, StringComparer.Ordinal);
}
