using System.CommandLine;
using DpdkSharp.Interop;
using DpdkSharp.Tool.Output;
using DpdkSharp.Tool.Telemetry;

namespace DpdkSharp.Tool.Capture;

/// <summary><c>dpdksharp capture</c>: the packets of a running process's ports, into a pcapng file.</summary>
internal static class CaptureCommand
{
    public static Command Create(Terminal terminal)
    {
        var prefix = new Option<string?>("--file-prefix", "-f") { Description = "The process's --file-prefix (default: that of the only one that runs; else DPDK's own, rte).", HelpName = "PREFIX" };
        var ports = new Option<string[]>("--port", "-p") { Description = "A port, by number or name; may be given again (default: all ports).", HelpName = "PORT" };
        var queue = new Option<int?>("--queue", "-q") { Description = "Only this queue.", HelpName = "NUMBER" };
        Check(queue, 0, ushort.MaxValue - 1);
        var direction = new Option<string>("--direction") { Description = "rx: received packets; tx: sent ones; both.", DefaultValueFactory = static _ => "both" };
        direction.AcceptOnlyFromAmong("rx", "tx", "both");
        var snapLength = new Option<int?>("--snaplen", "-s") { Description = "How many bytes of each packet: 64 to 16384 (default: 2048).", HelpName = "BYTES" };
        Check(snapLength, 64, 16_384);
        var buffers = new Option<int?>("--buffers") { Description = "How many packets may wait to be written: 256 to 65535 (default: 4095). They take memory of the process's huge pages.", HelpName = "NUMBER" };
        Check(buffers, 256, 65_535);
        var count = new Option<int?>("--count", "-c") { Description = "End after so many packets.", HelpName = "NUMBER" };
        Check(count, 1, int.MaxValue);
        var duration = new Option<double?>("--duration") { Description = "End after so many seconds.", HelpName = "SECONDS" };
        duration.Check(static v => v is null or (> 0 and <= 31_536_000), "--duration must be more than 0 seconds, and a year at most.");
        var filter = new Option<string?>("--filter") { Description = "Only packets that match, in tcpdump's words: \"udp port 53\". Needs libpcap.", HelpName = "EXPRESSION" };
        var output = new Option<string>("--output", "-w") { Description = "The file, replaced if it is there; - for standard output (| wireshark -k -i -).", HelpName = "FILE", Required = true };
        var json = new Option<bool>("--json") { Description = "Print a summary in JSON at the end. Its fields are described in docs/tool.md." };
        var eal = new Argument<string[]>("EAL arguments") { Description = "More arguments for this command's own EAL, behind --: -- -l 3", Arity = ArgumentArity.ZeroOrMore };
        var command = new Command(
            "capture",
            "Captures packets of a running DPDK program's ports, C or C#, into a pcapng file. The program must have huge pages and have called rte_pdump_init (dpdk-testpmd does; C#: Eal.EnablePacketCapture).")
        { prefix, ports, queue, direction, snapLength, buffers, count, duration, filter, output, json, eal };
        command.SetAction((result, cancel) => Task.Run(
            () =>
            {
                var settings = new CaptureSettings(
                    result.GetValue(prefix) ?? OnlyPrefix(),
                    result.GetValue(ports) ?? [],
                    result.GetValue(queue),
                    (uint)(result.GetValue(direction) switch { "rx" => Dpdk.RTE_PDUMP_FLAG_RX, "tx" => Dpdk.RTE_PDUMP_FLAG_TX, _ => Dpdk.RTE_PDUMP_FLAG_RXTX }),
                    result.GetValue(snapLength) ?? 2048,
                    result.GetValue(buffers) ?? 4095,
                    result.GetValue(count),
                    result.GetValue(duration) is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
                    result.GetValue(filter),
                    result.GetRequiredValue(output),
                    result.GetValue(eal) ?? []);
                if (settings.Output == "-" && result.GetValue(json))
                {
                    throw new ToolException("--json and --output - would both write to standard output.", ExitCode.Usage);
                }
                CaptureSummary summary = CaptureSession.Run(settings, terminal, cancel);
                if (result.GetValue(json))
                {
                    terminal.WriteJson(summary, ToolJson.Default.CaptureSummary);
                }
                else
                {
                    Show(terminal, summary);
                }
                return summary.End == "primary-ended" ? ExitCode.Failed : ExitCode.Ok;
            },
            CancellationToken.None));
        return command;
    }

    private static void Show(Terminal terminal, CaptureSummary summary)
    {
        // Standard output may be the capture.
        Action<string> say = summary.File == "-" ? terminal.Note : terminal.WriteLine;
        say($"{summary.Packets} packets in {(summary.File == "-" ? "standard output" : summary.File)}{(summary.End == "primary-ended" ? "; the program ended meanwhile" : "")}");
        foreach (CapturedPort port in summary.Ports)
        {
            say($"  port {port.Port} ({port.Name}): {port.Accepted} accepted, {port.Filtered} filtered out, {port.Dropped} dropped");
        }
    }

    private static void Check(Option<int?> option, int least, int most) =>
        option.Check(v => v is null || (v >= least && v <= most), $"{option.Name} must be {least} to {most}.");

    private static string OnlyPrefix()
    {
        string[] running = [.. ProcessFinder.List(null).Processes.Where(static p => p.State == "running").Select(static p => p.FilePrefix).Distinct(StringComparer.Ordinal)];
        return running.Length switch
        {
            1 => running[0],
            0 => "rte",
            _ => throw new ToolException($"several DPDK processes run; choose one with --file-prefix (-f): {string.Join(", ", running)}", ExitCode.Usage),
        };
    }
}
