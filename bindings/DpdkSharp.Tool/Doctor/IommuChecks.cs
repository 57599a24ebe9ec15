using DpdkSharp.Tool.Machine;

namespace DpdkSharp.Tool.Doctor;

/// <summary>What a network card's driver in user space needs of the kernel: vfio, and an IOMMU behind it.</summary>
internal static class IommuChecks
{
    private const string Section = "IOMMU and vfio";

    public static IEnumerable<Finding> Examine(MachineFiles machine)
    {
        bool iommu = HasIommu(machine);
        bool vfio = HasVfioPci(machine);
        string commandLine = machine.Text("/proc/cmdline") ?? string.Empty;
        if (iommu)
        {
            yield return Finding.Ok(Section, "iommu.present", $"IOMMU: {string.Join(", ", machine.Names("/sys/class/iommu"))}{(machine.Names("/sys/class/iommu").Count > 0 ? ", " : "")}{machine.Names("/sys/kernel/iommu_groups").Count} groups");
            if (!commandLine.Contains("iommu=pt", StringComparison.Ordinal) && !commandLine.Contains("iommu.passthrough=1", StringComparison.Ordinal))
            {
                yield return Finding.Warning(Section, "iommu.passthrough", "the kernel's own drivers go through the IOMMU too, which slows them down.", "add iommu=pt to the kernel's command line (/etc/default/grub, update-grub, restart)");
            }
        }
        else
        {
            string vendor = machine.Lines("/proc/cpuinfo").Any(static l => l.Contains("GenuineIntel", StringComparison.Ordinal)) ? "intel_iommu=on iommu=pt" : "iommu=pt";
            yield return Finding.Warning(
                Section, "iommu.present", "there is no IOMMU, or it is off: vfio-pci works without protection only (no-IOMMU mode). Virtual devices (net_tap, net_af_packet, net_memif) need none.",
                $"turn VT-d or AMD-Vi on in the firmware and add {vendor} to the kernel's command line; in a virtual machine, give it a virtual IOMMU");
        }
        if (!vfio)
        {
            yield return Finding.Warning(Section, "vfio.module", "vfio-pci is not loaded: no network card can be bound to it.", "modprobe vfio-pci (a line in /etc/modules-load.d for every start)");
            yield break;
        }
        yield return Finding.Ok(Section, "vfio.module", "vfio-pci is loaded");
        if (!machine.Exists("/dev/vfio/vfio"))
        {
            yield return Finding.Problem(Section, "vfio.device", "/dev/vfio/vfio is missing, though vfio-pci is loaded.", "modprobe vfio; in a container, hand /dev/vfio in (--device /dev/vfio)");
        }
        if (!iommu)
        {
            yield return NoIommuMode(machine)
                ? Finding.Warning(Section, "vfio.noiommu", "no-IOMMU mode is on: a device, or a mistake in a program, can write to all of the machine's memory.", "use it on machines for tests only")
                : Finding.Problem(Section, "vfio.noiommu", "vfio-pci takes no device without an IOMMU.", "echo Y > /sys/module/vfio/parameters/enable_unsafe_noiommu_mode (unsafe: see above)");
        }
    }

    public static bool HasIommu(MachineFiles machine) => machine.Names("/sys/class/iommu").Count > 0 || machine.Names("/sys/kernel/iommu_groups").Count > 0;

    public static bool HasVfioPci(MachineFiles machine) => machine.Exists("/sys/bus/pci/drivers/vfio-pci");

    public static bool NoIommuMode(MachineFiles machine) => machine.Text("/sys/module/vfio/parameters/enable_unsafe_noiommu_mode") is "Y" or "1";
}
