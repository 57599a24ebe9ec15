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
        return [Found(), .. installations.Where(i => i != loaded).Select(i => Other(i, loaded)), .. loaded is null ? [] : Whole(loaded), .. loaded is null ? [] : Drivers(loaded, machine)];
    }

    private static Finding Found() => DpdkRuntime.IsSupported
        ? Finding.Ok(Section, "dpdk.found", $"DPDK {DpdkRuntime.Version} (ABI {DpdkRuntime.Abi!.Value.Number}) in {DpdkRuntime.LibraryFolder}: this one is used")
        : Finding.Problem(
            Section, "dpdk.found", DpdkRuntime.NotSupportedReason!,
            Environment.GetEnvironmentVariable("DPDKSHARP_LIBRARY_PATH") is { Length: > 0 } ? "unset DPDKSHARP_LIBRARY_PATH, or let it name the folder of librte_eal.so.N" : "apt-get install librte-meta-net librte-meta-mempool (Fedora and RHEL: dnf install dpdk)");

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
        foreach (DpdkFault fault in loaded.LibraryFaults.Take(FewFaults))
        {
            yield return Finding.Warning(Section, "dpdk.library", $"{fault.Path} cannot be loaded: {fault.Reason}.", Reinstall(fault.Path, loaded));
        }
        if (loaded.LibraryFaults.Count > FewFaults)
        {
            yield return Finding.Warning(Section, "dpdk.library", $"{loaded.LibraryFaults.Count - FewFaults} more libraries cannot be loaded.", ReinstallAll);
        }
        IReadOnlyList<DpdkFault> shim = DpdkRuntime.FindShimFaults();
        yield return shim.Count == 0
            ? Finding.Ok(Section, "dpdk.shim", "the C shim with DPDK's inline functions is there")
            : Finding.Warning(Section, "dpdk.shim", $"{(shim.Count == 1 ? "" : $"{shim.Count} files of the C shim cannot be used, the first: ")}{shim[0].Path}: {shim[0].Reason}. Only programs that call inline functions which are not written in C# need it.", "dotnet tool update DpdkSharp.Tool (in a checkout: scripts/build-native.sh)");
    }

    private static IEnumerable<Finding> Drivers(DpdkInstallation loaded, MachineFiles machine)
    {
        if (!loaded.HasDriverFolder)
        {
            yield return Finding.Problem(DriverSection, "drivers.folder", $"the driver folder {loaded.DriverFolder} does not exist: no program has a device or a memory pool.", $"apt-get install {string.Join(' ', Essential.Concat(Virtual).Select(d => Package(d, loaded)))}");
            yield break;
        }
        yield return Finding.Ok(DriverSection, "drivers.folder", $"{loaded.Drivers.Count} drivers in {loaded.DriverFolder}");
        foreach (DpdkFault fault in loaded.DriverFaults.Take(FewFaults))
        {
            yield return Finding.Warning(DriverSection, "drivers.broken", $"{fault.Path} cannot be loaded: {fault.Reason}.", Reinstall(fault.Path, loaded));
        }
        if (loaded.DriverFaults.Count > FewFaults)
        {
            yield return Finding.Warning(DriverSection, "drivers.broken", $"{loaded.DriverFaults.Count - FewFaults} more drivers cannot be loaded.", ReinstallAll);
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

    // Debian and Ubuntu: librte-net-null23.
    private static string Package(string driver, DpdkInstallation installation) => $"librte-{driver.Replace('_', '-')}{installation.AbiNumber}";
}
