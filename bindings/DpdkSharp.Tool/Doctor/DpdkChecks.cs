using DpdkSharp.Interop;
using DpdkSharp.Tool.Devices;
using DpdkSharp.Tool.Machine;

namespace DpdkSharp.Tool.Doctor;

/// <summary>DPDK itself: which versions are installed and usable, whether they are whole, and which drivers they have.</summary>
internal static class DpdkChecks
{
    private const string Section = "DPDK";
    private const string DriverSection = "DPDK drivers";
    private const int FewFaults = 3;
    // All that is installed of it (an apt pattern). It must not end in "-": apt removes such packages.
    private const string ReinstallAll = "apt-get install --reinstall '~i~n^librte'";

    // Without these EAL and the drivers that every program has cannot be loaded.
    private static readonly string[] Core = ["argparse", "eal", "ethdev", "kvargs", "log", "mbuf", "mempool", "meter", "net", "pci", "rcu", "ring", "telemetry"];
    private static readonly string[] Essential = ["bus_pci", "bus_vdev", "mempool_ring"];
    private static readonly string[] Virtual = ["net_af_packet", "net_af_xdp", "net_memif", "net_null", "net_pcap", "net_ring", "net_tap", "net_vhost", "net_virtio"];

    public static IEnumerable<Finding> Examine(MachineFiles machine)
    {
        if (!machine.IsThisMachine)
        {
            // What is installed here says nothing of a machine whose files lie elsewhere.
            return [];
        }
        IReadOnlyList<DpdkInstallation> installations = DpdkRuntime.FindInstallations();
        DpdkInstallation? loaded = installations.FirstOrDefault(static i => i.IsLoaded);
        return [Found(installations.Count > 0), .. installations.Where(i => i != loaded).Select(i => Other(i, loaded)), .. loaded is null ? [] : Whole(loaded), .. loaded is null ? [] : Drivers(loaded, machine)];
    }

    private static Finding Found(bool others) => DpdkRuntime.IsSupported
        ? Finding.Ok(Section, "dpdk.found", $"DPDK {DpdkRuntime.Version} (ABI {DpdkRuntime.Abi!.Value.Number}) in {DpdkRuntime.LibraryFolder}: this one is used")
        : Finding.Problem(
            Section, "dpdk.found", DpdkRuntime.NotSupportedReason!,
            Environment.GetEnvironmentVariable("DPDKSHARP_LIBRARY_PATH") is { Length: > 0 } ? "unset DPDKSHARP_LIBRARY_PATH, or let it name the folder of librte_eal.so.N"
            : others ? "what follows tells of each that is there" : "apt-get install librte-meta-net librte-meta-mempool (Fedora and RHEL: dnf install dpdk)");

    private static Finding Other(DpdkInstallation other, DpdkInstallation? loaded)
    {
        string known = string.Join(", ", DpdkRuntime.KnownAbis.Select(static a => a.Version));
        return other switch
        {
            { Abi: null } when loaded is null => Finding.Problem(
                Section, "dpdk.unknown", $"{other} is not among the versions that this DpdkSharp knows ({known}).", $"dpdksharp new-version {other.ReleaseLine}"),
            { Abi: null } => Finding.Warning(
                Section, "dpdk.unknown", $"{other} is installed too, and not among the versions that this DpdkSharp knows ({known}).", $"dpdksharp new-version {other.ReleaseLine}"),
            { Problem: { } problem } when loaded is null => Finding.Problem(Section, "dpdk.broken", $"{other} cannot be loaded: {problem}.", ReinstallAll),
            { Problem: { } problem } => Finding.Warning(Section, "dpdk.broken", $"{other} is installed too, and cannot be loaded: {problem}.", ReinstallAll + ", or remove it"),
            { Abi: not null } when loaded is null => Finding.Ok(Section, "dpdk.other", $"{other} is there, and would be used if DPDKSHARP_LIBRARY_PATH and DPDKSHARP_VERSION asked for no other"),
            { Abi: { } abi } => Finding.Ok(Section, "dpdk.other", $"{other} is installed too; DPDKSHARP_VERSION={abi.Version} chooses it"),
        };
    }

    private static IEnumerable<Finding> Whole(DpdkInstallation loaded)
    {
        DpdkFault[] all = [.. loaded.LibraryFaults, .. loaded.DriverFaults];
        // One library that is gone makes faults of all that need it: it is what has to be mended.
        foreach (string missing in all.SelectMany(static f => f.Missing).Distinct(StringComparer.Ordinal))
        {
            int drivers = loaded.DriverFaults.Count(f => f.Missing.Contains(missing, StringComparer.Ordinal));
            string message = $"{missing} is not there; of DPDK's libraries and drivers, {all.Count(f => f.Missing.Contains(missing, StringComparer.Ordinal))} cannot be loaded without it";
            string mend = missing.StartsWith("librte_", StringComparison.Ordinal) ? $"apt-get install --reinstall {Package(DriverCatalog.NameOf(missing), loaded)}" : $"install the package that has {missing}";
            yield return drivers > 0 ? Finding.Problem(Section, "dpdk.missing", message + ": EAL does not start.", mend) : Finding.Warning(Section, "dpdk.missing", message + ".", mend);
        }
        DpdkFault[] damaged = [.. loaded.LibraryFaults.Where(static f => f.Missing.Count == 0)];
        foreach (DpdkFault fault in damaged.Take(FewFaults))
        {
            string message = $"{fault.Path} cannot be loaded: {fault.Reason}.";
            string mend = Reinstall(fault.Path, loaded);
            yield return Core.Contains(DriverCatalog.NameOf(fault.Path), StringComparer.Ordinal) ? Finding.Problem(Section, "dpdk.library", message, mend) : Finding.Warning(Section, "dpdk.library", message, mend);
        }
        if (damaged.Length > FewFaults)
        {
            yield return Finding.Warning(Section, "dpdk.library", $"{damaged.Length - FewFaults} more libraries cannot be loaded.", ReinstallAll);
        }
        // One that only lacks a library of DPDK is whole.
        DpdkFault[] shim = [.. DpdkRuntime.FindShimFaults().Where(static f => f.Missing.Count == 0)];
        yield return shim.Length == 0
            ? Finding.Ok(Section, "dpdk.shim", "the C shim with DPDK's inline functions is there")
            : Finding.Warning(Section, "dpdk.shim", $"{(shim.Length == 1 ? "" : $"{shim.Length} files of the C shim cannot be used, the first: ")}{shim[0].Path}: {shim[0].Reason}. Only programs that call inline functions which are not written in C# need it.", "dotnet tool update DpdkSharp.Tool (in a checkout: scripts/build-native.sh)");
    }

    private static IEnumerable<Finding> Drivers(DpdkInstallation loaded, MachineFiles machine)
    {
        if (!loaded.HasDriverFolder)
        {
            yield return Finding.Problem(DriverSection, "drivers.folder", $"the driver folder {loaded.DriverFolder} does not exist: no program has a device or a memory pool.", $"apt-get install --reinstall {string.Join(' ', Essential.Concat(Virtual).Select(d => Package(d, loaded)))}");
            yield break;
        }
        yield return Finding.Ok(DriverSection, "drivers.folder", $"{loaded.Drivers.Count} drivers in {loaded.DriverFolder}");
        // EAL loads every driver that it finds there, and refuses to start when one cannot be loaded.
        DpdkFault[] damaged = [.. loaded.DriverFaults.Where(static f => f.Missing.Count == 0)];
        foreach (DpdkFault fault in damaged.Take(FewFaults))
        {
            yield return Finding.Problem(DriverSection, "drivers.broken", $"{fault.Path} cannot be loaded: {fault.Reason}. EAL does not start.", Reinstall(fault.Path, loaded));
        }
        if (damaged.Length > FewFaults)
        {
            yield return Finding.Problem(DriverSection, "drivers.broken", $"{damaged.Length - FewFaults} more drivers cannot be loaded.", ReinstallAll);
        }
        string[] essential = Missing(Essential);
        yield return essential.Length > 0
            ? Finding.Problem(DriverSection, "drivers.essential", $"missing: {string.Join(", ", essential)}. Without them programs have no {(essential.Contains("mempool_ring") ? "packet pools" : "devices")}.", Install(essential))
            : Finding.Ok(DriverSection, "drivers.essential", $"the essential ones are there ({string.Join(", ", Essential)})");
        string[] @virtual = Missing(Virtual);
        yield return @virtual.Length > 0
            ? Finding.Warning(DriverSection, "drivers.virtual", $"virtual devices whose driver is missing: {string.Join(", ", @virtual)}", Install(@virtual))
            : Finding.Ok(DriverSection, "drivers.virtual", $"the usual virtual devices are there ({string.Join(", ", Virtual)})");
        foreach (Device device in DeviceList.Read(machine, DriverCatalog.Read(loaded.DriverFolder)).Where(static d => d is { Class: "network", DpdkDriver: null }))
        {
            string? driver = DriverCatalog.ForKernelDriver(device.KernelDriver);
            if (driver is not null && !loaded.Drivers.Contains(driver, StringComparer.Ordinal))
            {
                yield return Finding.Warning(DriverSection, "drivers.card", $"network card {device.Address} ({device.Name}) has no DPDK driver here: {driver} is missing", Install([driver]));
            }
        }

        string[] Missing(string[] drivers) => [.. drivers.Except(loaded.Drivers, StringComparer.Ordinal).Except(loaded.DriverFaults.Select(static f => DriverCatalog.NameOf(f.Path)), StringComparer.Ordinal)];
        string Install(string[] drivers) => $"apt-get install {string.Join(' ', drivers.Select(d => Package(d, loaded)))}";
    }

    private static string Reinstall(string path, DpdkInstallation installation) =>
        Path.GetFileName(path).StartsWith("librte_", StringComparison.Ordinal) ? $"apt-get install --reinstall {Package(DriverCatalog.NameOf(path), installation)}" : ReinstallAll;

    // Debian and Ubuntu: librte-net-null23, librte-net-mlx5-23.
    private static string Package(string driver, DpdkInstallation installation) =>
        $"librte-{driver.Replace('_', '-')}{(char.IsAsciiDigit(driver[^1]) ? "-" : string.Empty)}{installation.AbiNumber}";
}
