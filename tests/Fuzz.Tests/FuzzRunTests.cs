using DpdkSharp.TestKit;

namespace DpdkSharp.Fuzz.Tests;

/// <summary>Each target survives a short run, from the same random numbers each time; and the fuzzer sees what it is there to see.</summary>
public sealed class FuzzRunTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    public static TheoryData<string> Targets => [.. FuzzTargets.All.Select(static t => t.Name)];

    [Theory, MemberData(nameof(Targets))]
    public void A_short_run_finds_nothing(string target)
    {
        ProcessResult result = Run(target, "--executions", "20000");

        Assert.True(result.ExitCode == 0, result.StandardOutput + result.StandardError);
        string[] line = result.StandardOutput.Split('\n').Single(l => l.StartsWith(target + " ", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(int.Parse(line[1].Replace(",", "", StringComparison.Ordinal)) >= 20_000, result.StandardOutput);
        // Without instrumentation no edge is seen, and the run is as blind as random input.
        Assert.True(int.Parse(line[3]) > 20, result.StandardOutput);
    }

    [Theory]
    [InlineData("planted-read-too-far", "ends the process")]
    [InlineData("planted-mbuf-read-too-far", "ends the process")]
    [InlineData("planted-exception", "IndexOutOfRangeException")]
    [InlineData("planted-contradiction", "two and two")]
    [InlineData("planted-hang", "hangs")]
    public void A_planted_mistake_is_found_and_its_input_kept(string target, string text)
    {
        string folder = Path.Combine(RepositoryPaths.Artifacts, "fuzz", "findings", target);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        ProcessResult result = Run(target, "--executions", "20000", "--patience", "1");

        Assert.True(result.ExitCode == 1, result.StandardOutput + result.StandardError);
        Assert.Contains(Directory.EnumerateFiles(folder, "*.txt"), f => File.ReadAllText(f).Contains(text, StringComparison.Ordinal));
        Assert.All(Directory.EnumerateFiles(folder, "*.bin"), static f => Assert.Equal(PlantedTarget.Trigger, File.ReadAllBytes(f)[0]));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void An_unknown_target_is_refused()
    {
        ProcessResult result = Run("nothing-of-the-kind");
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--list", result.StandardError, StringComparison.Ordinal);
    }

    private static ProcessResult Run(params IReadOnlyList<string> arguments) =>
        ChildProcess.Run(Path.Combine(RepositoryPaths.Artifacts, "bin", "Fuzz", RepositoryPaths.Configuration, "Fuzz"), [.. arguments, "--seed", "1", "--fresh"], s_patience);
}
