namespace DpdkSharp.TestKit;

/// <summary>The samples, as built with the tests.</summary>
public static class SampleProgram
{
    /// <summary>The executable of a sample, in the configuration of the tests.</summary>
    /// <param name="name">Its project, e.g. "L2Fwd".</param>
    public static string PathOf(string name)
    {
        var path = Path.Combine(RepositoryPaths.Artifacts, "bin", name, RepositoryPaths.Configuration, name);
        return File.Exists(path)
            ? path
            : throw new RequirementMissingException(
                $"the sample {name} is not built ('{path}' is missing): dotnet build samples/{name} -c {RepositoryPaths.Configuration}");
    }

    /// <summary>Starts a sample with <c>EAL-ARGUMENTS -- ARGUMENTS</c>.</summary>
    public static ChildProcess Start(string name, IEnumerable<string> ealArguments, params IReadOnlyList<string> arguments) =>
        ChildProcess.Start(PathOf(name), [.. ealArguments, "--", .. arguments]);
}
