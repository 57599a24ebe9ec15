using System.CommandLine;
using DpdkSharp.Tool.Machine;
using DpdkSharp.Tool.Output;
using Spectre.Console;

namespace DpdkSharp.Tool.Doctor;

/// <summary><c>dpdksharp doctor</c>: is this machine ready for DPDK programs, and what mends it if not.</summary>
internal static class DoctorCommand
{
    public static Command Create(Terminal terminal)
    {
        var root = CommonOptions.Root();
        var runtimeConfig = new Option<FileInfo?>("--runtime-config") { Description = "A program's NAME.runtimeconfig.json: its settings for the garbage collector and the JIT compiler are examined too.", HelpName = "FILE" };
        var json = CommonOptions.Json();
        var command = new Command(
            "doctor",
            "Examines this machine: DPDK and its drivers, huge pages, IOMMU and vfio, permissions, cores, NUMA, .NET settings. Each line is ok, a warning or a problem, with the command that mends it. "
            + "Exit code 1 when there is a problem.")
        { root, runtimeConfig, json };
        command.SetAction(result =>
        {
            var machine = new MachineFiles(result.GetRequiredValue(root).FullName);
            Finding[] findings =
            [
                .. DpdkChecks.Examine(machine),
                .. HugePageChecks.Examine(machine),
                .. IommuChecks.Examine(machine),
                .. PermissionChecks.Examine(machine),
                .. CpuChecks.Examine(machine),
                .. NumaChecks.Examine(machine),
                .. RuntimeSettingChecks.Examine(result.GetValue(runtimeConfig)?.FullName, Environment.GetEnvironmentVariable),
            ];
            var report = new DoctorReport(findings.Max(static f => f.Status), findings);
            if (result.GetValue(json))
            {
                terminal.WriteJson(report, ToolJson.Default.DoctorReport);
            }
            else
            {
                Show(terminal, report);
            }
            return report.Status == Status.Problem ? ExitCode.Failed : ExitCode.Ok;
        });
        return command;
    }

    private static void Show(Terminal terminal, DoctorReport report)
    {
        foreach (IGrouping<string, Finding> section in report.Findings.GroupBy(static f => f.Section, StringComparer.Ordinal))
        {
            terminal.Write(new Text(section.Key + "\n", new Style(decoration: Decoration.Bold)));
            var lines = new Grid();
            lines.AddColumn(new GridColumn { Padding = new Padding(2, 0, 2, 0), NoWrap = true });
            lines.AddColumn(new GridColumn { Padding = new Padding(0) });
            foreach (Finding finding in section)
            {
                lines.AddRow(Word(finding.Status), new Text(finding.Message));
                if (finding.Mend is not null)
                {
                    lines.AddRow(Text.Empty, new Text("-> " + finding.Mend, new Style(Color.Aqua)));
                }
            }
            terminal.Write(lines);
            terminal.WriteLine();
        }
        int problems = report.Findings.Count(static f => f.Status == Status.Problem);
        int warnings = report.Findings.Count(static f => f.Status == Status.Warning);
        terminal.WriteLine($"{report.Findings.Count - problems - warnings} ok, {warnings} warning{(warnings == 1 ? "" : "s")}, {problems} problem{(problems == 1 ? "" : "s")}");
    }

    private static Text Word(Status status) => status switch
    {
        Status.Ok => new Text("ok", new Style(Color.Green)),
        Status.Warning => new Text("warning", new Style(Color.Yellow)),
        _ => new Text("problem", new Style(Color.Red, decoration: Decoration.Bold)),
    };
}
