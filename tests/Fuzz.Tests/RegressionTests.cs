namespace DpdkSharp.Fuzz.Tests;

/// <summary>What fuzzing once found is not found again.</summary>
public sealed class RegressionTests
{
    private static string Folder() => Path.Combine(TestKit.RepositoryPaths.Root, "tests", "Fuzz.Tests", "Regressions");

    public static TheoryData<string> Inputs => [.. Directory.EnumerateFiles(Folder(), "*.bin", SearchOption.AllDirectories).Select(static f => Path.GetRelativePath(Folder(), f)).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Inputs))]
    public void An_input_that_was_a_finding_is_none_any_more(string path)
    {
        byte[] input = File.ReadAllBytes(Path.Combine(Folder(), path));

        FuzzTargets.Find(Path.GetDirectoryName(path)!).Run(new GuardedMemory(input.Length).AtEnd(input));
    }
}
