using DpdkSharp.Interop;

namespace DpdkSharp;

/// <summary>What to say where the drivers (PMDs) are not there: EAL starts without them, and has no device and no memory pool.</summary>
internal static class DriverFolder
{
    /// <summary>A sentence without its full stop, to stand after others; null when the folder is there.</summary>
    public static string? Missing => DpdkRuntime.DriverFolder is { } folder && !Directory.Exists(folder)
        ? $"the driver folder {folder} does not exist: install DPDK's drivers (Debian and Ubuntu: packages librte-meta-net and librte-meta-mempool)"
        : null;
}
