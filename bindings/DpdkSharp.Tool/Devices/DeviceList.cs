using System.Globalization;
using DpdkSharp.Tool.Machine;

namespace DpdkSharp.Tool.Devices;

/// <summary>Reads the PCI devices of a machine that matter to DPDK.</summary>
internal static class DeviceList
{
    public const string Folder = "/sys/bus/pci/devices";

    private const int NetworkClass = 0x02;
    private static readonly string[] UserSpaceDrivers = ["vfio-pci", "uio_pci_generic", "igb_uio"];

    /// <summary>Network cards, and whatever else one of the drivers drives; by address.</summary>
    public static IReadOnlyList<Device> Read(MachineFiles machine, IReadOnlyList<DpdkDriver> drivers)
    {
        var names = new PciNames(machine);
        var devices = new List<Device>();
        foreach (string address in machine.Names(Folder))
        {
            string folder = $"{Folder}/{address}";
            var id = new PciId(Hex(machine, folder + "/vendor"), Hex(machine, folder + "/device"), Hex(machine, folder + "/subsystem_vendor"), Hex(machine, folder + "/subsystem_device"));
            DpdkDriver? driver = drivers.FirstOrDefault(d => d.Ids.Any(i => i.Matches(id)));
            bool network = Hex(machine, folder + "/class") >> 16 == NetworkClass;
            if (driver is null && !network)
            {
                continue;
            }
            string? kernel = machine.LinkName(folder + "/driver");
            string[] interfaces = [.. Interfaces(machine, folder)];
            devices.Add(new Device(
                address,
                network || driver is null ? "network" : driver.Name.Split('_')[0] switch { "net" => "network", var word => word },
                id.Vendor.ToString("x4", CultureInfo.InvariantCulture),
                id.Device.ToString("x4", CultureInfo.InvariantCulture),
                names.Find(id.Vendor, id.Device),
                kernel,
                interfaces,
                machine.Number(folder + "/numa_node") is { } node and >= 0 ? (int)node : null,
                int.TryParse(machine.LinkName(folder + "/iommu_group"), NumberStyles.None, CultureInfo.InvariantCulture, out int group) ? group : null,
                driver?.Name,
                State(kernel, driver),
                [.. interfaces.SelectMany(i => InterfaceUse.Of(machine, i))]));
        }
        return devices;
    }

    /// <summary>A driver that hands devices to user space.</summary>
    public static bool IsForUserSpace(string? kernelDriver) => UserSpaceDrivers.Contains(kernelDriver, StringComparer.Ordinal);

    private static string State(string? kernel, DpdkDriver? driver) =>
        IsForUserSpace(kernel) ? "dpdk" : kernel is null ? "free" : driver?.WorksBesideKernelDriver == true ? "beside" : "kernel";

    // Beside the device's own folder that of a virtio device has them.
    private static IEnumerable<string> Interfaces(MachineFiles machine, string folder) =>
        machine.Names(folder + "/net").Concat(machine.Names(folder).Where(static n => n.StartsWith("virtio", StringComparison.Ordinal)).SelectMany(v => machine.Names($"{folder}/{v}/net")));

    private static int Hex(MachineFiles machine, string path) =>
        machine.Text(path) is { } text && int.TryParse(text.StartsWith("0x", StringComparison.Ordinal) ? text.AsSpan(2) : text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int number) ? number : 0;
}
