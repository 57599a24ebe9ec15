using DpdkSharp.Generator.Emit;
using DpdkSharp.Generator.Extract;
using DpdkSharp.Generator.Merge;
using DpdkSharp.Generator.Model;
using DpdkSharp.TestKit;

namespace DpdkSharp.Generator.Tests;

/// <summary>The facts and the generated files of the repository itself.</summary>
public sealed class RepositoryTests
{
    private static readonly SourceTree Tree = new(RepositoryPaths.Root);

    [Fact]
    public void The_generated_files_are_what_the_facts_say() => Assert.Empty(Tree.Stale(Generate()));

    [Fact]
    public void The_same_facts_give_the_same_files_byte_for_byte() => Assert.Equal(Generate(), Generate());

    [Fact]
    public void Facts_survive_being_written_and_read()
    {
        foreach (DpdkVersion version in Tree.LoadFacts())
        {
            Assert.Equal(File.ReadAllText(Tree.Facts(version.Version)), version.ToJson());
        }
    }

    /// <summary>
    /// The installed DPDK is extracted afresh. A point release may differ from the one that the facts were taken from, and then the
    /// differences are told; but what both have must be laid out the same, or programs would break within an LTS.
    /// </summary>
    [Fact]
    public void The_installed_DPDK_can_be_extracted_and_is_compatible_with_the_facts()
    {
        (string version, string include, string libraries) = Installed();
        DpdkVersion fresh = Extractor.Extract(version, include, libraries, Configuration.Load(Tree.Configuration), Tree.StandIns(version));
        DpdkVersion known = DpdkVersion.Load(Tree.Facts(version));

        IReadOnlyList<string> differences = FactsComparison.Compare(known, fresh);
        TestContext.Current.TestOutputHelper?.WriteLine(differences.Count == 0 ? "no difference" : string.Join('\n', differences));
        Assert.Equal(known.Abi, fresh.Abi);
        Assert.DoesNotContain(differences, static d => d.StartsWith("removed: record", StringComparison.Ordinal) || d.StartsWith("resized:", StringComparison.Ordinal));
        Assert.True(differences.Count < 50, $"too many differences for a point release: {differences.Count}");
    }

    [Fact]
    public void Every_macro_that_is_no_constant_has_its_place_in_C_sharp_or_a_reason() =>
        Assert.DoesNotContain("undecided", Generate()["docs/macros.md"], StringComparison.Ordinal);

    private static SortedDictionary<string, string> Generate() =>
        Emitter.Emit(MergedApi.Merge(Tree.LoadFacts()), Configuration.Load(Tree.Configuration), Tree.HandWritten());

    private static (string Version, string Include, string Libraries) Installed()
    {
        string full = PkgConfig("--modversion");
        return (string.Join('.', full.Split('.')[..2]), Path.Combine(PkgConfig("--variable=includedir"), ".."), PkgConfig("--variable=libdir"));
    }

    private static string PkgConfig(string query) => ChildProcess.RunChecked("pkg-config", query, "libdpdk").Trim();
}
