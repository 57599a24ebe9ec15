using System.Globalization;

namespace DpdkSharp.Interop;

/// <summary>
/// A DPDK on this machine: a folder with <c>librte_eal.so.N</c> in it. <see cref="DpdkRuntime.FindInstallations"/> finds them.
/// </summary>
/// <remarks>What it says was read from the files: but for the one that this process uses, nothing is loaded.</remarks>
public sealed class DpdkInstallation
{
    private const string Prefix = "librte_";

    internal DpdkInstallation(string libraryFolder, int abiNumber, bool isLoaded, string? problem)
    {
        LibraryFolder = libraryFolder;
        AbiNumber = abiNumber;
        Abi = Array.Find(Interop.Abi.Known, k => k.Number == abiNumber) is { Version: not null } known ? known : null;
        IsLoaded = isLoaded;
        DriverFolder = DriverFolderIn(libraryFolder, abiNumber);
        HasDriverFolder = Directory.Exists(DriverFolder);
        LibraryFaults = InstallationCheck.Faults(libraryFolder, abiNumber, [], Prefix);
        DriverFaults = HasDriverFolder ? InstallationCheck.Faults(DriverFolder, abiNumber, [libraryFolder], Prefix) : [];
        DpdkFault own = LibraryFaults.FirstOrDefault(f => f.Path == EalLibrary);
        Problem = problem ?? own.Reason;
        Drivers = HasDriverFolder
            ? [.. InstallationCheck.Files(DriverFolder, abiNumber, Prefix).Except(DriverFaults.Select(static f => f.Path), StringComparer.Ordinal).Select(static f => InstallationCheck.LibraryName(f)[Prefix.Length..])]
            : [];
    }

    /// <summary>The ABI, the number in the libraries' names: 25 for librte_eal.so.25.</summary>
    public int AbiNumber { get; }

    /// <summary>The release line of that ABI; null when this DpdkSharp was not generated for it (scripts/generate.sh --add does that).</summary>
    public DpdkAbi? Abi { get; }

    /// <summary>The release line as DPDK counts them, also of one that this DpdkSharp does not know: DPDK 26.11 has ABI 27.</summary>
    /// <remarks>The ABI changes with the last release of each year, and the number with it, since DPDK 20.11 (ABI 21).</remarks>
    public string ReleaseLine => Abi?.Version ?? (AbiNumber > 20 ? string.Create(CultureInfo.InvariantCulture, $"{AbiNumber - 1}.11") : "older than 20.11");

    /// <summary>The folder of the libraries.</summary>
    public string LibraryFolder { get; }

    /// <summary>The library that this installation was found by.</summary>
    public string EalLibrary => Path.Combine(LibraryFolder, string.Create(CultureInfo.InvariantCulture, $"librte_eal.so.{AbiNumber}"));

    /// <summary>True when it is the one that this process uses.</summary>
    public bool IsLoaded { get; }

    /// <summary>
    /// Why EAL of this installation cannot be loaded: the loader's reason where it was asked, else what the file says; null when nothing speaks against it.
    /// </summary>
    public string? Problem { get; }

    /// <summary>True when this DpdkSharp knows it and nothing speaks against loading it.</summary>
    public bool IsUsable => Abi is not null && Problem is null;

    /// <summary>
    /// DPDK's libraries in <see cref="LibraryFolder"/> that cannot be loaded: no library, of another version, or in need of one that is not there.
    /// </summary>
    public IReadOnlyList<DpdkFault> LibraryFaults { get; }

    /// <summary>The folder that EAL of this installation loads its drivers (PMDs) from, whether it exists or not.</summary>
    public string DriverFolder { get; }

    /// <summary>Whether <see cref="DriverFolder"/> exists. Without it EAL starts, but has no device and no memory pool.</summary>
    public bool HasDriverFolder { get; }

    /// <summary>The drivers in <see cref="DriverFolder"/> with which nothing is wrong, in order: bus_pci, mempool_ring, net_null, …</summary>
    public IReadOnlyList<string> Drivers { get; }

    /// <summary>The drivers in <see cref="DriverFolder"/> that EAL will not be able to load; it starts without them, or refuses to start.</summary>
    public IReadOnlyList<DpdkFault> DriverFaults { get; }

    /// <inheritdoc/>
    public override string ToString() => $"DPDK {ReleaseLine} (ABI {AbiNumber}) in {LibraryFolder}";

    internal static string DriverFolderIn(string libraryFolder, int abiNumber) =>
        Path.Combine(libraryFolder, "dpdk", string.Create(CultureInfo.InvariantCulture, $"pmds-{abiNumber}.0"));
}
