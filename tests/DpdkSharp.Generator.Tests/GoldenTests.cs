using System.Text.RegularExpressions;
using DpdkSharp.Generator.Emit;
using DpdkSharp.Generator.Merge;
using DpdkSharp.Generator.Model;
using DpdkSharp.TestKit;

namespace DpdkSharp.Generator.Tests;

/// <summary>
/// Small C inputs and the exact C# expected of them: a change of the generator shows as a difference that a person can read.
/// A case is a folder of Golden: a header for each version (22.11.h, 25.11.h), exports.c for what its library has (or
/// 22.11.librte_eal.c and so on where the versions' libraries differ), and expected.cs.txt. DPDKSHARP_ACCEPT=1 writes what was generated as the new expectation.
/// </summary>
public sealed partial class GoldenTests
{
    public static TheoryData<string> Cases => [.. Directory.EnumerateDirectories(Folder).Select(static d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(RepositoryPaths.Root, "tests", "DpdkSharp.Generator.Tests", "Golden");

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_header_gives_the_expected_code(string name)
    {
        string folder = Path.Combine(Folder, name);
        DpdkVersion[] versions = [.. Directory.EnumerateFiles(folder, "*.h")
            .Order(StringComparer.Ordinal)
            .Select(file => HeaderTree.Extract(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file), Libraries(folder, Path.GetFileNameWithoutExtension(file))))];
        SortedDictionary<string, string> files = Emitter.Emit(MergedApi.Merge(versions), HeaderTree.Settings, new HashSet<string>(["rte_by_hand"], StringComparer.Ordinal));
        // What every file begins with would only hide what differs.
        string actual = Preamble().Replace(files[$"{SourceTree.Generated}/test/rte_eal.g.cs"], string.Empty);
        if (files.TryGetValue($"{SourceTree.Generated}/test/DpdkShim.g.cs", out string? shim))
        {
            actual += "\n" + Preamble().Replace(shim, string.Empty) + "\n" + files[$"{SourceTree.GeneratedShim}/test.c"];
        }

        string expected = Path.Combine(folder, "expected.cs.txt");
        if (Environment.GetEnvironmentVariable("DPDKSHARP_ACCEPT") == "1")
        {
            File.WriteAllText(expected, actual);
        }
        Assert.Equal(File.ReadAllText(expected), actual);
    }

    private static Dictionary<string, string> Libraries(string folder, string version)
    {
        var libraries = Directory.EnumerateFiles(folder, version + ".librte_*.c")
            .ToDictionary(f => Path.GetFileNameWithoutExtension(f)[(version.Length + 1)..], File.ReadAllText, StringComparer.Ordinal);
        if (libraries.Count == 0)
        {
            string exports = Path.Combine(folder, "exports.c");
            libraries.Add("librte_eal", File.Exists(exports) ? File.ReadAllText(exports) : string.Empty);
        }
        return libraries;
    }

    [GeneratedRegex(@"\A.*?namespace DpdkSharp\.Interop;\n\n?", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Preamble();
}
