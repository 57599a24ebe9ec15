using System.Text.RegularExpressions;
using DpdkSharp.TestKit;

namespace DpdkSharp.Interop.Tests.Shim;

public sealed class CompletenessTests
{
    [Fact]
    public void Every_function_that_is_written_in_C_sharp_is_compared_with_c_or_says_what_tests_it()
    {
        string[] open = [.. FunctionPair.All
            .Where(static f => !PlainFunctionTests.IsPlain(f) && !RingFunctionTests.TakesRing(f) && !PoolFunctionTests.TakesObjects(f) && !DeviceFunctionTests.LeadsToDriver(f) && !OperationFunctionTests.TakesOperations(f)
                && !Uncompared.Covers(f.Name))
            .Select(static f => f.Name)];

        Assert.True(open.Length == 0, string.Join('\n', open));
    }

    /// <summary>Of functions that all versions have: tests on one version cannot call those of another.</summary>
    [Fact]
    public void The_tests_of_the_others_call_them()
    {
        string[] untested = [.. FunctionPair.All
            .Where(static f => Uncompared.Covers(f.Name) && f.InAllVersions)
            .Where(static f => !Regex.IsMatch(Source(Uncompared.TestOf(f.Name)!), $@"\b{f.Name}\b", RegexOptions.NonBacktracking))
            .Select(static f => $"{f.Name} in {Uncompared.TestOf(f.Name)}")];

        Assert.True(untested.Length == 0, string.Join('\n', untested));
    }

    private static string Source(string test) => string.Concat(Directory
        .EnumerateFiles(Path.Combine(RepositoryPaths.Root, "tests", "DpdkSharp.Interop.Tests"), test + ".cs", SearchOption.AllDirectories)
        .Select(File.ReadAllText));
}
