namespace DpdkSharp.Interop.Tests;

/// <summary>The DPDK that this process runs on, for tests that say what a version does differently or has not.</summary>
internal static class LoadedDpdk
{
    /// <summary>22.11, without the point release.</summary>
    internal static string Version => DpdkRuntime.Abi!.Value.Version;

    internal static bool Is(string version) => Version == version;
}
