using System.CommandLine;
using DpdkSharp.Interop;
using DpdkSharp.Tool.Machine;
using DpdkSharp.Tool.Output;
using Spectre.Console;

namespace DpdkSharp.Tool.Ports;

/// <summary><c>dpdksharp ports</c>: the ports that a program has with the same EAL arguments.</summary>
internal static class PortsCommand
{
    public static Command Create(Terminal terminal)
    {
        var arguments = new Argument<string[]>("EAL arguments") { Description = "As a program is given them, behind --: -- --vdev=net_tap0 -a 0000:03:00.0", Arity = ArgumentArity.ZeroOrMore };
        var port = new Option<int?>("--port", "-p") { Description = "Only this port.", HelpName = "NUMBER" };
        var json = CommonOptions.Json();
        var command = new Command("ports", "Starts EAL with the arguments that follow --, and shows the ports it then has: driver, link, limits, queues, offloads, RSS. Nothing is started on them.") { arguments, port, json };
        command.SetAction(result =>
        {
            string[] eal = ToolEal.Complete(result.GetValue(arguments) ?? [], new MachineFiles("/"));
            using Eal started = ToolEal.Start(eal, terminal);
            int[] numbers = [.. EthDev.PortIds.Where(n => result.GetValue(port) is not { } only || n == only)];
            if (numbers.Length == 0)
            {
                throw new ToolException(
                    EthDev.PortIds.Count == 0 ? EthDev.NoPortsReason : $"there is no port {result.GetValue(port)}; the ports are {string.Join(", ", EthDev.PortIds)}.",
                    EthDev.PortIds.Count == 0 ? ExitCode.Lacking : ExitCode.Usage);
            }
            var report = new PortsReport(DpdkRuntime.Version?.ToString(), eal, [.. numbers.Select(PortReader.Read)]);
            if (result.GetValue(json))
            {
                terminal.WriteJson(report, ToolJson.Default.PortsReport);
                return ExitCode.Ok;
            }
            foreach (PortDescription description in report.Ports)
            {
                Show(terminal, description);
            }
            return ExitCode.Ok;
        });
        return command;
    }

    private static void Show(Terminal terminal, PortDescription port)
    {
        terminal.Write(new Text($"Port {port.Port}: {port.Name}\n", new Style(decoration: Decoration.Bold)));
        var lines = new Grid();
        lines.AddColumn(new GridColumn { Padding = new Padding(2, 0, 2, 0), NoWrap = true });
        lines.AddColumn(new GridColumn { Padding = new Padding(0) });
        Add("Driver", port.Driver);
        Add("MAC address", port.MacAddress ?? "none");
        Add("NUMA node", port.NumaNode is { } node ? $"{node}" : "none");
        Add("Link", port.Link.Text);
        Add("Speeds", List(port.Speeds));
        Add("MTU", $"{(port.Mtu.Value is { } mtu ? $"{mtu}" : "?")} ({port.Mtu.Min} to {port.Mtu.Max})");
        Add("Packets received", $"{(port.MaxRxPacketLength == uint.MaxValue ? "of any length" : $"up to {port.MaxRxPacketLength} bytes")}, in buffers of {port.MinRxBufferSize} or more");
        Add("MAC addresses", $"up to {port.MaxMacAddresses}");
        Add("RX queues", Queues(port.RxQueues));
        Add("TX queues", Queues(port.TxQueues));
        Add("RX offloads", List(port.RxOffloads));
        Add("TX offloads", List(port.TxOffloads));
        Add("RSS", port.RssHashTypes.Count == 0 ? "none" : $"{List(port.RssHashTypes)}; key of {port.RssKeySize} bytes, redirection table of {port.RedirectionTableSize}");
        Add("Capabilities", List(port.Capabilities));
        terminal.Write(lines);
        terminal.WriteLine();

        void Add(string name, string text) => lines.AddRow(new Text(name), new Text(text));
    }

    private static string List(IReadOnlyList<string> names) => names.Count == 0 ? "none" : string.Join(", ", names);

    private static string Queues(QueueLimits limits) => $"up to {limits.Max}, of {limits.MinDescriptors} to {limits.MaxDescriptors} descriptors"
        + (limits.DescriptorAlignment > 1 ? $" (multiples of {limits.DescriptorAlignment})" : string.Empty);
}
