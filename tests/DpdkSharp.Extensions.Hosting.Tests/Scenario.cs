using DpdkSharp.TestKit;

namespace DpdkSharp.Extensions.Hosting.Tests;

/// <summary>A scenario of HostingRunner that has ended, and the lines that it wrote.</summary>
internal sealed record Scenario(int ExitCode, IReadOnlyList<string[]> Lines)
{
    public static Scenario Run(string name)
    {
        ProcessResult result = ChildProcess.Run(SampleProgram.PathOf("HostingRunner"), [name, EalArguments.UniqueFilePrefix()], TimeSpan.FromSeconds(30));
        Assert.True(result.StandardError.Length == 0, result.StandardError);
        return new Scenario(result.ExitCode, [.. result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static l => l.Split('|'))]);
    }

    /// <summary>The lines of a kind, without the kind.</summary>
    public IReadOnlyList<string> Of(string kind) => [.. Lines.Where(l => l[0] == kind).Select(static l => string.Join('|', l[1..]).TrimEnd('|'))];

    /// <summary>The value of an instrument by its tags.</summary>
    public long Metric(string name, string tags) =>
        long.Parse(Assert.Single(Lines, l => l[0] == "metric" && l[1] == name && l[2] == tags)[3], provider: null);
}
