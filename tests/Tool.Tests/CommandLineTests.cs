using DpdkSharp.TestKit;

namespace DpdkSharp.Tool.Tests;

/// <summary>What all commands have in common: help, exit codes, completion.</summary>
public sealed class CommandLineTests
{
    private static readonly string[] s_commands = ["doctor", "devices", "ports", "processes", "stats", "telemetry", "capture", "new-version", "completion"];

    [Fact]
    public void Help_names_every_command_and_each_has_help()
    {
        var help = ToolProgram.Output(0, "--help");
        Assert.Contains("dpdksharp [command]", help, StringComparison.Ordinal);
        foreach (var command in s_commands)
        {
            Assert.Contains($"\n  {command}", help, StringComparison.Ordinal);
            Assert.Contains($"dpdksharp {command}", ToolProgram.Output(0, command, "--help"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void It_tells_its_version() => Assert.Matches(@"^\d+\.\d+\.\d+", ToolProgram.Output(0, "--version"));

    [Theory]
    [InlineData("nonsense")]
    [InlineData("doctor", "--nonsense")]
    [InlineData("stats", "--interval", "0")]
    [InlineData("stats", "--count", "0")]
    [InlineData("stats", "--pid", "x")]
    [InlineData("stats", "--interval", "x")]
    [InlineData("stats", "--count", "x")]
    [InlineData("capture", "-w", "x", "--count", "1.5")]
    [InlineData("capture", "-w", "x", "--duration", "x")]
    [InlineData("capture")]
    [InlineData("capture", "-w", "x", "--snaplen", "1")]
    [InlineData("capture", "-w", "x", "--duration", "0")]
    [InlineData("completion", "tcsh")]
    [InlineData("devices", "bind")]
    [InlineData("devices", "bind", "x", "--driver", "ixgbe")]
    [InlineData("new-version", "soon")]
    [InlineData("doctor", "--root", "/nonexistent")]
    public void Wrong_usage_is_exit_code_2_and_a_hint(params string[] arguments) =>
        Assert.Matches("dpdksharp: see dpdksharp.* --help\n$", ToolProgram.Refusal(2, arguments));

    [Fact]
    public void A_command_that_is_not_known_is_named_and_the_name_alone_brings_the_help()
    {
        Assert.Equal("dpdksharp: there is no command 'doctr'.\ndpdksharp: see dpdksharp --help\n", ToolProgram.Refusal(2, "doctr", "--json"));
        Assert.Equal(ToolProgram.Output(0, "--help"), ToolProgram.Output(2), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("dpdksharp te", "telemetry")]
    [InlineData("dpdksharp devices bind --root ROOT enp", "enp3s0")]
    // To bash, what follows a colon is a word of its own.
    [InlineData("dpdksharp devices bind --root ROOT 0000:0", "03:00.0 03:00.1")]
    [InlineData("dpdksharp devices bind --root ROOT 0000:03:", "00.0 00.1")]
    public void Bash_completes_by_the_script(string line, string expected)
    {
        using var machine = MadeUpMachine.Healthy().WithCard("0000:03:00.0", "ixgbe", "enp3s0").WithCard("0000:03:00.1", "ixgbe");
        using var folder = new TemporaryFolder();
        File.CreateSymbolicLink(folder.File("dpdksharp"), ToolProgram.Path);
        line = line.Replace("ROOT", machine.Root, StringComparison.Ordinal);
        var result = ChildProcess.Run(
            "bash",
            ["-c", "eval \"$(dpdksharp completion bash)\"; COMP_LINE=$1 COMP_POINT=${#1}; _dpdksharp; echo \"${COMPREPLY[*]}\"; complete -p dpdksharp", "bash", line],
            ToolProgram.Patience,
            new Dictionary<string, string?>(StringComparer.Ordinal) { ["PATH"] = folder.Path + ":" + Environment.GetEnvironmentVariable("PATH") });

        Assert.Equal(expected + "\ncomplete -o default -F _dpdksharp dpdksharp\n", result.StandardOutput);
    }

    [Theory]
    [InlineData("dpdksharp devices ", "bind")]
    [InlineData("dpdksharp stats --", "--interval")]
    [InlineData("dpdksharp capture --direction ", "both")]
    public void Other_shells_ask_it_the_same_way(string line, string expected) =>
        Assert.Contains(expected, ToolProgram.Output(0, $"[suggest:{line.Length}]", line).Split('\n'), StringComparer.Ordinal);

    [Fact]
    public void New_version_tells_what_is_to_be_done()
    {
        var known = ToolProgram.Json(0, "new-version", "24.11", "--json");
        Assert.True(known.GetProperty("known").GetBoolean());

        using var folder = new TemporaryFolder();
        var unknown = ToolProgram.Json(0, "new-version", "26.11", "--headers", folder.Path, "--libs", folder.Path, "--checkout", RepositoryPaths.Root, "--json");
        Assert.False(unknown.GetProperty("known").GetBoolean());
        Assert.Contains(unknown.GetProperty("commands").EnumerateArray(), c => c.GetString() == $"scripts/generate.sh --add 26.11 --headers {folder.Path} --libs {folder.Path}");
        Assert.Contains("Missing:\n  DPDK 26.11 is not installed here", ToolProgram.Output(3, "new-version", "26.11"), StringComparison.Ordinal);
    }
}
