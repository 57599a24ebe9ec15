using DpdkSharp.TestKit;

namespace DpdkSharp.Interop.Tests;

/// <summary>tests/InteropProbe: questions to the raw layer in a process of their own.</summary>
internal static class Probe
{
    /// <summary>The executable, built with the tests.</summary>
    public static string Program { get; } = Path.Combine(RepositoryPaths.Artifacts, "bin", "InteropProbe", RepositoryPaths.Configuration, "InteropProbe");
}
