using DpdkSharp.TestKit;

namespace DpdkSharp.Packages.Tests;

/// <summary>The commands that are tested, run as a person runs them.</summary>
internal static class Script
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(15);

    // Under "dotnet test" these lead to that process's own MSBuild; and nothing may stay behind that would hold the output open.
    private static readonly Dictionary<string, string?> s_environment = new(StringComparer.Ordinal)
    {
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["MSBuildSDKsPath"] = null,
        ["MSBuildExtensionsPath"] = null,
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_NOLOGO"] = "1",
        ["NUGET_PACKAGES"] = Path.Combine(RepositoryPaths.Artifacts, "consumers", ".nuget"),
    };

    public static ProcessResult Run(string name, params string[] arguments) =>
        ChildProcess.Run(Path.Combine(RepositoryPaths.Scripts, name), arguments, s_patience, new Dictionary<string, string?>(s_environment, StringComparer.Ordinal) { ["NUGET_PACKAGES"] = null });

    public static string Dotnet(string folder, params string[] arguments)
    {
        ProcessResult result = ChildProcess.Run("dotnet", arguments, s_patience, s_environment, folder);
        string output = result.StandardOutput + result.StandardError;
        Assert.True(result.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}: {output}");
        Assert.DoesNotMatch("warning +[A-Z]+[0-9]+", output);
        return output;
    }
}
