using System.CommandLine;
using DpdkSharp.Tool.Output;
using Spectre.Console;

namespace DpdkSharp.Tool.Telemetry;

/// <summary><c>dpdksharp processes</c>: the DPDK processes that run.</summary>
internal static class ProcessesCommand
{
    public static Command Create(Terminal terminal)
    {
        var folder = new Option<DirectoryInfo?>("--runtime-dir") { Description = "The folder with a folder for each file prefix.", HelpName = "DIR" };
        var json = CommonOptions.Json();
        var command = new Command("processes", "Lists the running DPDK processes that have a telemetry socket: those that stats and telemetry can attach to.") { folder, json };
        command.SetAction(result =>
        {
            ProcessList list = ProcessFinder.List(result.GetValue(folder)?.FullName);
            if (result.GetValue(json))
            {
                terminal.WriteJson(list, ToolJson.Default.ProcessList);
                return ExitCode.Ok;
            }
            if (list.Processes.Count == 0)
            {
                terminal.WriteLine($"No DPDK process was found; looked in {string.Join(", ", list.Folders)}.");
                return ExitCode.Ok;
            }
            Table table = Tables.Create("File prefix", ">Pid", "Program", "DPDK", "State");
            foreach (ProcessEntry process in list.Processes)
            {
                table.Add(process.FilePrefix, $"{process.ProcessId}", process.Program ?? "", process.Version ?? "", process.State + (process.Reason is null ? "" : ": " + process.Reason));
            }
            terminal.Write(table);
            return ExitCode.Ok;
        });
        return command;
    }
}
