using System.CommandLine;
using System.CommandLine.Completions;
using DpdkSharp.Interop;
using DpdkSharp.Tool.Machine;
using DpdkSharp.Tool.Output;
using Spectre.Console;

namespace DpdkSharp.Tool.Devices;

/// <summary><c>dpdksharp devices</c>: which devices there are and who has them; binds and unbinds them.</summary>
internal static class DevicesCommand
{
    // What the table takes with all its columns, when state and device are of two or three lines.
    private const int Wide = 100;

    public static Command Create(Terminal terminal)
    {
        Option<DirectoryInfo> root = CommonOptions.Root();
        root.Recursive = true;
        var json = CommonOptions.Json();
        var command = new Command("devices", "Lists the PCI devices that DPDK can use, and network cards that it cannot: who has each, and whether DPDK can take it.") { root, json };
        command.SetAction(result =>
        {
            IReadOnlyList<Device> devices = Read(result.GetRequiredValue(root));
            if (result.GetValue(json))
            {
                terminal.WriteJson(new DevicesReport(devices), ToolJson.Default.DevicesReport);
            }
            else
            {
                Show(terminal, devices);
            }
            return ExitCode.Ok;
        });
        command.Subcommands.Add(CreateBind(terminal, root));
        command.Subcommands.Add(CreateUnbind(terminal, root));
        return command;
    }

    private static Command CreateBind(Terminal terminal, Option<DirectoryInfo> root)
    {
        Argument<string[]> which = Which(root);
        var driver = new Option<string>("--driver", "-d") { Description = "The driver to bind to.", DefaultValueFactory = static _ => "vfio-pci" };
        driver.AcceptOnlyFromAmong("vfio-pci", "uio_pci_generic", "igb_uio");
        var force = new Option<bool>("--force") { Description = "Take it even though the kernel uses it, or other devices of its IOMMU group stay with the kernel." };
        var noIommu = new Option<bool>("--noiommu-mode") { Description = "Where there is no IOMMU, turn vfio's no-IOMMU mode on. Unsafe: the device can then write to all memory." };
        Option<bool> dryRun = DryRun();
        var command = new Command("bind", "Takes devices from the kernel and binds them to vfio-pci, for DPDK. Refuses a device that the kernel needs.") { which, driver, force, noIommu, dryRun };
        command.SetAction(result =>
        {
            var machine = new MachineFiles(result.GetRequiredValue(root).FullName);
            var binder = new DeviceBinder(machine, result.GetValue(dryRun), terminal.WriteLine);
            Device[] meant = Select(Read(result.GetRequiredValue(root)), result.GetRequiredValue(which));
            // All are looked at before the first is touched.
            binder.CheckBind(meant, result.GetRequiredValue(driver), result.GetValue(force), result.GetValue(noIommu));
            foreach (Device device in meant)
            {
                binder.Bind(device, result.GetRequiredValue(driver));
            }
            return ExitCode.Ok;
        });
        return command;
    }

    private static Command CreateUnbind(Terminal terminal, Option<DirectoryInfo> root)
    {
        Argument<string[]> which = Which(root);
        Option<bool> dryRun = DryRun();
        var command = new Command("unbind", "Gives devices back to the kernel's own drivers.") { which, dryRun };
        command.SetAction(result =>
        {
            var binder = new DeviceBinder(new MachineFiles(result.GetRequiredValue(root).FullName), result.GetValue(dryRun), terminal.WriteLine);
            Device[] meant = Select(Read(result.GetRequiredValue(root)), result.GetRequiredValue(which));
            DeviceBinder.CheckUnbind(meant);
            foreach (Device device in meant)
            {
                binder.Unbind(device);
            }
            return ExitCode.Ok;
        });
        return command;
    }

    private static Argument<string[]> Which(Option<DirectoryInfo> root)
    {
        var which = new Argument<string[]>("device") { Description = "PCI addresses (0000:03:00.0 or 03:00.0) or network interfaces (eth1).", Arity = ArgumentArity.OneOrMore };
        which.CompletionSources.Add(c => Read(c.ParseResult.GetValue(root) ?? new DirectoryInfo("/")).SelectMany(static d => d.Interfaces.Prepend(d.Address).Select(n => new CompletionItem(n, detail: d.Name))));
        return which;
    }

    private static Option<bool> DryRun() => new("--dry-run") { Description = "Say what would be written, and write nothing." };

    private static IReadOnlyList<Device> Read(DirectoryInfo root) => DeviceList.Read(new MachineFiles(root.FullName), DriverCatalog.Read(DpdkRuntime.DriverFolder));

    private static Device[] Select(IReadOnlyList<Device> devices, string[] names)
    {
        return [.. names.Select(Find).Distinct()];

        Device Find(string name) =>
            devices.FirstOrDefault(d => d.Address == name || d.Address == "0000:" + name || d.Interfaces.Contains(name, StringComparer.Ordinal))
            ?? throw new ToolException(
                $"there is no device '{name}' that DPDK could use. " + (devices.Count == 0 ? "This machine has none." : $"These are there: {string.Join(", ", devices.Select(static d => d.Interfaces.Count == 0 ? d.Address : $"{d.Address} ({string.Join(", ", d.Interfaces)})"))}."),
                ExitCode.Usage);
    }

    private static void Show(Terminal terminal, IReadOnlyList<Device> devices)
    {
        if (devices.Count == 0)
        {
            terminal.WriteLine("This machine has no PCI device that DPDK could use. Virtual devices need none: --vdev=net_tap0, --vdev=net_af_packet0,iface=eth0, --vdev=net_memif0.");
            return;
        }
        if (!DpdkRuntime.IsSupported)
        {
            terminal.Note($"which devices DPDK can drive is not known: {DpdkRuntime.NotSupportedReason}");
        }
        foreach (IGrouping<string, Device> group in devices.GroupBy(static d => d.Class, StringComparer.Ordinal))
        {
            terminal.Write(new Text(char.ToUpperInvariant(group.Key[0]) + group.Key[1..] + " devices\n", new Style(decoration: Decoration.Bold)));
            // Without those that a narrow terminal has no room for: an address in pieces is none.
            bool narrow = terminal.Console.Profile.Width < Wide;
            Table table = narrow
                ? Tables.Create("Address", "Interface", "DPDK driver", "State")
                : Tables.Create("Address", "Driver in use", "Interface", "NUMA", "Group", "DPDK driver", "State", "Device");
            foreach (Device device in group)
            {
                string interfaces = device.Interfaces.Count == 0 ? "-" : string.Join(",", device.Interfaces);
                if (narrow)
                {
                    table.Add(device.Address, interfaces, device.DpdkDriver ?? "none", Words(device));
                }
                else
                {
                    table.Add(
                        device.Address, device.KernelDriver ?? "-", interfaces, device.NumaNode is { } node ? $"{node}" : "-",
                        device.IommuGroup is { } iommu ? $"{iommu}" : "-", device.DpdkDriver ?? "none", Words(device), device.Name);
                }
            }
            table.Columns[0].NoWrap = true;
            terminal.Write(table);
            terminal.WriteLine();
        }
    }

    private static string Words(Device device) => device switch
    {
        { State: "dpdk", DpdkDriver: not null } => "ready for DPDK",
        { State: "dpdk" } => "bound, but DPDK has no driver",
        { State: "beside" } => "ready for DPDK, beside the kernel",
        { DpdkDriver: null } => "DPDK has no driver",
        { State: "free" } => "nobody's: bind it",
        { InUse.Count: > 0 } => "in use: " + string.Join("; ", device.InUse),
        _ => "the kernel's: bind it",
    };
}
