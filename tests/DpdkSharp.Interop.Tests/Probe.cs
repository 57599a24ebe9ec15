using System.Text.Json;
using DpdkSharp.TestKit;

namespace DpdkSharp.Interop.Tests;

/// <summary>tests/InteropProbe: questions to the raw layer in a process of their own.</summary>
internal static class Probe
{
    /// <summary>The executable, built with the tests.</summary>
    public static string Program { get; } = Path.Combine(RepositoryPaths.Artifacts, "bin", "InteropProbe", RepositoryPaths.Configuration, "InteropProbe");

    public static ProcessResult Run(string[] arguments, params (string Name, string Value)[] environment) =>
        ChildProcess.Run(Program, arguments, TimeSpan.FromMinutes(1), environment.ToDictionary(static e => e.Name, static e => (string?)e.Value, StringComparer.Ordinal));

    /// <summary>The library that each import means in a version.</summary>
    public static Dictionary<string, string> Libraries(string version) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(Run(["libraries"], ("DPDKSHARP_VERSION", version)).StandardOutput)!;
}
