using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace DpdkSharp.Interop;

/// <summary>
/// The DPDK of this machine: found once, when it is first needed. Members may be read from any thread and never throw,
/// but for <see cref="GetExport"/>.
/// </summary>
/// <remarks>
/// The newest installed version that this library knows is taken. The environment variable <c>DPDKSHARP_VERSION</c> or the
/// AppContext value <c>DpdkSharp.Version</c> chooses another one (24.11); <c>DPDKSHARP_LIBRARY_PATH</c> or
/// <c>DpdkSharp.LibraryPath</c> names the folder of the libraries when they are not where the system looks.
/// </remarks>
public static partial class DpdkRuntime
{
    private static readonly DpdkLibraries Libraries = DpdkLibraries.Find();

    /// <summary>True when a DPDK that this library knows was found and loaded.</summary>
    public static bool IsSupported => Libraries.Reason is null;

    /// <summary>Why <see cref="IsSupported"/> is false: what was looked for where, and what to install; null when it is true.</summary>
    public static string? NotSupportedReason => Libraries.Reason;

    /// <summary>The version that is loaded (22.11.11), as <c>rte_version</c> tells it; null when there is none.</summary>
    public static Version? Version => field ??= ReadVersion();

    /// <summary>The release line and ABI of the DPDK that is loaded; null when there is none.</summary>
    public static DpdkAbi? Abi => IsSupported ? Interop.Abi.Known[Libraries.AbiIndex] : null;

    /// <summary>The release lines that this library was generated for, oldest first.</summary>
    public static IReadOnlyList<DpdkAbi> KnownAbis => Interop.Abi.Known;

    /// <summary>The folder that the libraries were loaded from; null when there are none.</summary>
    public static string? LibraryFolder => Libraries.Folder;

    /// <summary>The folder that EAL loads its drivers (PMDs) from when no other is named; null when there is no DPDK.</summary>
    public static string? DriverFolder => Libraries is { Folder: { } folder, Reason: null }
        ? DpdkInstallation.DriverFolderIn(folder, Interop.Abi.Known[Libraries.AbiIndex].Number)
        : null;

    /// <summary>The position of the loaded version in <see cref="KnownAbis"/>; that of the wanted or newest one when none is loaded.</summary>
    internal static int AbiIndex => Libraries.AbiIndex;

    /// <summary>
    /// Every DPDK of this machine, usable or not, newest first: those in the folder that <c>DPDKSHARP_LIBRARY_PATH</c> names, in <c>LD_LIBRARY_PATH</c>, and where the
    /// system's loader looks.
    /// </summary>
    /// <returns>What was found; empty when there is no DPDK. Each call looks anew, at some hundred files.</returns>
    /// <remarks>Only the one that this process uses is loaded: of the others it tells what their files say, so no code of theirs runs.</remarks>
    public static IReadOnlyList<DpdkInstallation> FindInstallations() => Libraries.Installations();

    /// <summary>
    /// What is wrong with the C shim (<c>libdpdksharp_*.so.N</c>) for the loaded version, or for the one that was asked for: it is not there, a file is no library or is for
    /// another version, or DPDK lacks a library that one needs. Programs that call none of its functions run all the same.
    /// </summary>
    /// <returns>The files and what is wrong with each; empty when all is well. Each call looks anew; nothing is loaded.</returns>
    public static IReadOnlyList<DpdkFault> FindShimFaults() => Libraries.FindShimFaults();

    /// <summary>The address of what a DPDK library exports.</summary>
    /// <param name="library">The library without folder and version: librte_eal.</param>
    /// <param name="symbol">The name of the function or variable. A thread-local variable gives the calling thread's own.</param>
    /// <returns>The address, never 0.</returns>
    /// <exception cref="DpdkNotSupportedException">There is no DPDK, or it has no such library or symbol.</exception>
    public static nint GetExport(string library, string symbol)
    {
        nint handle = Libraries.Load(library);
        return NativeLibrary.TryGetExport(handle, symbol, out nint address)
            ? address
            : throw new DpdkNotSupportedException($"{library} of {Interop.Abi.Known[AbiIndex]} exports no {symbol}: the installation is damaged, or mixes versions. Reinstall DPDK.");
    }

    /// <summary>Loads a DPDK library for an import.</summary>
    internal static nint Load(string library) => Libraries.Load(library);

    /// <summary>Loads a library of the C shim for an import.</summary>
    internal static nint LoadShim(string library) => Libraries.LoadShim(library);

    private static unsafe Version? ReadVersion()
    {
        if (!IsSupported)
        {
            return null;
        }
        string text = Marshal.PtrToStringUTF8((nint)((delegate* unmanaged<byte*>)GetExport("librte_eal", "rte_version"))()) ?? string.Empty;
        Match match = VersionPattern().Match(text);
        return match.Success ? System.Version.Parse(match.Value) : null;
    }

    // "DPDK 22.11.11" of a distribution, "DPDK 24.11.0-rc1" of a build by hand.
    [GeneratedRegex(@"\d+\.\d+(\.\d+)?", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex VersionPattern();
}
