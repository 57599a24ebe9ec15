using System.Text.Json;
using DpdkSharp.TestKit;

namespace DpdkSharp.Tool.Tests;

/// <summary>The built tool, run as a process.</summary>
internal static class ToolProgram
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static string Path { get; } = System.IO.Path.Combine(RepositoryPaths.Artifacts, "bin", "DpdkSharp.Tool", RepositoryPaths.Configuration, "DpdkSharp.Tool");

    public static ProcessResult Run(params IReadOnlyList<string> arguments) => ChildProcess.Run(Path, arguments, Patience);

    public static ProcessResult RunWith(IReadOnlyDictionary<string, string?> environment, params IReadOnlyList<string> arguments) => ChildProcess.Run(Path, arguments, Patience, environment);

    public static ChildProcess Start(params IReadOnlyList<string> arguments) => ChildProcess.Start(Path, arguments);

    /// <summary>Runs it; it has to end with the exit code, and with nothing on standard error unless it fails.</summary>
    public static string Output(int exitCode, params IReadOnlyList<string> arguments)
    {
        var result = Run(arguments);
        Assert.True(result.ExitCode == exitCode, $"exit code {result.ExitCode}: {result.StandardError}{result.StandardOutput}");
        return result.StandardOutput;
    }

    /// <summary>The JSON that it prints.</summary>
    public static JsonElement Json(int exitCode, params IReadOnlyList<string> arguments) => JsonDocument.Parse(Output(exitCode, arguments)).RootElement;

    /// <summary>What it says on standard error when it refuses.</summary>
    public static string Refusal(int exitCode, params IReadOnlyList<string> arguments)
    {
        var result = Run(arguments);
        Assert.True(result.ExitCode == exitCode, $"exit code {result.ExitCode}: {result.StandardError}{result.StandardOutput}");
        Assert.StartsWith("dpdksharp: ", result.StandardError, StringComparison.Ordinal);
        return result.StandardError;
    }
}
