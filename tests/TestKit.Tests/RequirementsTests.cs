namespace DpdkSharp.TestKit.Tests;

public sealed class RequirementsTests
{
    [Fact]
    public void A_missing_program_names_its_package()
    {
        var error = Assert.Throws<RequirementMissingException>(() => Requirements.Program("no-such-program", "no-such-package"));

        Assert.Contains("install the package no-such-package", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sample_that_is_not_built_says_how_to_build_it()
    {
        var error = Assert.Throws<RequirementMissingException>(() => SampleProgram.PathOf("NoSuchSample"));

        Assert.Contains("dotnet build samples/NoSuchSample", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void More_lcores_than_there_are_cores_are_refused() =>
        Assert.Throws<RequirementMissingException>(() => EalArguments.Isolated(100_000));

    [Fact]
    public void The_root_is_that_of_the_working_tree() => Assert.True(File.Exists(Path.Combine(RepositoryPaths.Scripts, "run.sh")));
}
