using DpdkSharp.Tool.Doctor;
using DpdkSharp.Tool.Machine;
using DpdkSharp.Tool.Output;

namespace DpdkSharp.Tool.Devices;

/// <summary>Hands devices from driver to driver, by the files that the kernel has for it.</summary>
internal sealed class DeviceBinder(MachineFiles machine, bool dryRun, Action<string> say)
{
    private const string NoIommuMode = "/sys/module/vfio/parameters/enable_unsafe_noiommu_mode";
    private const string Probe = "/sys/bus/pci/drivers_probe";

    // The kernel changes the links before a write returns; a made-up machine needs a moment.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Refuses what would cut the machine off, or cannot work. Nothing is changed but vfio's mode, when that is asked for.</summary>
    /// <exception cref="ToolException">It is refused; the message says why and what to do.</exception>
    public void CheckBind(IReadOnlyList<Device> devices, string driver, bool force, bool noIommuMode)
    {
        foreach (Device device in devices.Where(d => d.InUse.Count > 0 && !force))
        {
            throw new ToolException(
                $"{device.Address} is in use: {string.Join("; ", device.InUse)}. Whoever is connected through it would be cut off, this session perhaps. "
                + $"Take it out of use first (ip link set {device.Interfaces[0]} down), or use --force.");
        }
        foreach (Device device in devices.Where(static d => d.State == "beside"))
        {
            if (!force)
            {
                throw new ToolException($"{device.Address} needs no other driver: DPDK's {device.DpdkDriver} works beside the kernel's {device.KernelDriver}. Bound to {driver} it would be of no use to either (--force does it nevertheless).");
            }
        }
        if (!machine.Exists("/sys/bus/pci/drivers/" + driver))
        {
            throw new ToolException($"the kernel's driver {driver} is not loaded: modprobe {driver}", ExitCode.Lacking);
        }
        if (driver == "vfio-pci")
        {
            CheckIommu(devices, force, noIommuMode);
        }
    }

    /// <summary>Refuses devices that the kernel's drivers have already.</summary>
    public static void CheckUnbind(IReadOnlyList<Device> devices)
    {
        foreach (Device device in devices.Where(static d => d.KernelDriver is not null && !DeviceList.IsForUserSpace(d.KernelDriver)))
        {
            throw new ToolException($"{device.Address} has the kernel's own driver already ({device.KernelDriver}).");
        }
    }

    /// <summary>Binds a device; it has passed <see cref="CheckBind"/>.</summary>
    /// <exception cref="ToolException">The kernel refuses; the device is with its old driver again, where that takes it.</exception>
    public void Bind(Device device, string driver)
    {
        if (device.KernelDriver == driver)
        {
            say($"{device.Address} is bound to {driver} already");
            return;
        }
        string folder = $"{DeviceList.Folder}/{device.Address}";
        try
        {
            Write(folder + "/driver_override", driver);
            if (device.KernelDriver is not null)
            {
                Write(folder + "/driver/unbind", device.Address);
            }
            Write(Probe, device.Address);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            GiveBack(device, folder);
            throw new ToolException($"{device.Address} could not be bound to {driver}: {e.Message} {Advice(e)}", ExitCode.Failed, e);
        }
        if (dryRun)
        {
            return;
        }
        if (!WaitFor(() => machine.LinkName(folder + "/driver") == driver))
        {
            GiveBack(device, folder);
            throw new ToolException($"{driver} did not take {device.Address}; dmesg tells why. It was given back to {device.KernelDriver ?? "nobody"}.");
        }
        say($"{device.Address} is bound to {driver} now (before: {device.KernelDriver ?? "nobody"})");
    }

    /// <summary>Gives a device back to the kernel's drivers.</summary>
    /// <exception cref="ToolException">The kernel refuses.</exception>
    public void Unbind(Device device)
    {
        string folder = $"{DeviceList.Folder}/{device.Address}";
        try
        {
            // An empty line takes the choice away.
            Write(folder + "/driver_override", string.Empty);
            if (device.KernelDriver is not null)
            {
                Write(folder + "/driver/unbind", device.Address);
            }
            Write(Probe, device.Address);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"{device.Address} could not be given back: {e.Message} {Advice(e)}", ExitCode.Failed, e);
        }
        if (dryRun)
        {
            return;
        }
        _ = WaitFor(() => machine.LinkName(folder + "/driver") is { } now && !DeviceList.IsForUserSpace(now));
        say(machine.LinkName(folder + "/driver") is { } driver && !DeviceList.IsForUserSpace(driver)
            ? $"{device.Address} is the kernel's again ({driver})"
            : $"{device.Address} is free: no driver of the kernel took it. Load one (modprobe) and write the address to {Probe}.");
    }

    private void CheckIommu(IReadOnlyList<Device> devices, bool force, bool noIommuMode)
    {
        if (!IommuChecks.HasIommu(machine))
        {
            if (noIommuMode)
            {
                Write(NoIommuMode, "Y");
                say("vfio runs without an IOMMU now: a device, or a mistake in a program, can write to all of the machine's memory");
            }
            else if (!IommuChecks.NoIommuMode(machine))
            {
                throw new ToolException(
                    "there is no IOMMU (or it is off), and vfio-pci takes no device without one. Turn it on (dpdksharp doctor says how), or accept the risk of no-IOMMU mode with --noiommu-mode.", ExitCode.Lacking);
            }
            return;
        }
        foreach (Device device in devices.Where(static d => d.IommuGroup is not null))
        {
            string[] others = [.. machine.Names($"/sys/kernel/iommu_groups/{device.IommuGroup}/devices")
                .Except(devices.Select(static d => d.Address), StringComparer.Ordinal)
                .Where(a => machine.LinkName($"{DeviceList.Folder}/{a}/driver") is { } driver && driver is not ("vfio-pci" or "pci-stub" or "pcieport"))
                .Select(a => $"{a} ({machine.LinkName($"{DeviceList.Folder}/{a}/driver")})")];
            if (others.Length > 0 && !force)
            {
                throw new ToolException(
                    $"{device.Address} shares IOMMU group {device.IommuGroup} with {string.Join(", ", others)}: vfio hands the group out only as a whole. Bind these too, put the card into another slot, or use --force (DPDK will not be able to open it).");
            }
        }
    }

    // As it was before, as far as the kernel lets us.
    private void GiveBack(Device device, string folder)
    {
        foreach ((string path, string text) in new[] { (folder + "/driver_override", string.Empty), (Probe, device.Address) })
        {
            try
            {
                Write(path, text);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                say($"{path}: {e.Message}");
            }
        }
    }

    private void Write(string path, string text)
    {
        if (dryRun)
        {
            say($"echo {(text.Length == 0 ? "''" : text)} > {path}");
            return;
        }
        machine.Write(path, text);
    }

    private static bool WaitFor(Func<bool> condition)
    {
        for (var waited = System.Diagnostics.Stopwatch.StartNew(); waited.Elapsed < Patience; Thread.Sleep(20))
        {
            if (condition())
            {
                return true;
            }
        }
        return condition();
    }

    private static string Advice(Exception e) => e is UnauthorizedAccessException ? "Run it as root." : "dmesg may tell more.";
}
