using DpdkSharp.Tool.Machine;
using DpdkSharp.Tool.Output;

namespace DpdkSharp.Tool.Ports;

/// <summary>EAL of the tool itself: it stands in no other program's way.</summary>
internal static class ToolEal
{
    private static readonly string FilePrefix = $"dpdksharp{Environment.ProcessId}";
    private static readonly string[] MemoryOptions = ["--no-huge", "--in-memory", "--huge-dir", "-m", "--socket-mem", "--proc-type"];

    /// <summary>Adds what the user left open: a file prefix of its own, no telemetry, one lcore, ordinary memory where there are no huge pages.</summary>
    public static string[] Complete(string[] given, MachineFiles machine)
    {
        var arguments = new List<string>();
        if (!Has("-l", "--lcores", "-c", "-S"))
        {
            arguments.AddRange(["-l", FirstCpu(machine)]);
        }
        if (!Has("--file-prefix", "--in-memory"))
        {
            arguments.AddRange(["--file-prefix", FilePrefix]);
        }
        if (!Has("--no-telemetry", "--telemetry"))
        {
            arguments.Add("--no-telemetry");
        }
        if (!Has(MemoryOptions))
        {
            bool hugePages = machine.Names("/sys/kernel/mm/hugepages").Any(n => machine.Number($"/sys/kernel/mm/hugepages/{n}/free_hugepages") > 0);
            arguments.AddRange(hugePages ? ["--in-memory"] : ["--no-huge", "-m", "256", "--no-shconf"]);
            if (hugePages)
            {
                // EAL takes one of the two.
                int prefix = arguments.IndexOf("--file-prefix");
                if (prefix >= 0)
                {
                    arguments.RemoveRange(prefix, 2);
                }
            }
        }
        return [.. arguments, .. given];

        bool Has(params ReadOnlySpan<string> options)
        {
            foreach (string argument in given)
            {
                foreach (string option in options)
                {
                    if (argument == option || argument.StartsWith(option + "=", StringComparison.Ordinal) || (option.Length == 2 && argument.StartsWith(option, StringComparison.Ordinal)))
                    {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    /// <summary>The first CPU that this process may run on.</summary>
    public static string FirstCpu(MachineFiles machine)
    {
        string? allowed = machine.Lines("/proc/self/status").FirstOrDefault(static l => l.StartsWith("Cpus_allowed_list:", StringComparison.Ordinal))?["Cpus_allowed_list:".Length..];
        return NumberList.Parse(allowed) is [var first, ..] ? $"{first}" : "0";
    }

    /// <summary>Starts EAL; what it and drivers log as warnings and errors is passed on.</summary>
    /// <exception cref="DpdkException">It refuses.</exception>
    public static Eal Start(string[] arguments, Terminal terminal)
    {
        try
        {
            return Eal.Initialize(arguments, (level, message) =>
            {
                if (level <= EalLogLevel.Warning)
                {
                    terminal.Note(message.TrimEnd());
                }
            });
        }
        catch (DpdkException)
        {
            // EAL leaves its folder behind when it does not start.
            foreach (string folder in Telemetry.RuntimeFolders.Find(null).Select(static f => Path.Combine(f, FilePrefix)).Where(Directory.Exists))
            {
                Directory.Delete(folder, recursive: true);
            }
            throw;
        }
    }
}
