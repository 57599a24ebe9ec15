using System.Globalization;
using DpdkSharp.Generator.Model;
using DpdkSharp.Generator.NewVersion;
using DpdkSharp.TestKit;

namespace DpdkSharp.Generator.Tests;

/// <summary>
/// A DPDK that nobody has seen, older or newer than all known ones, is added to a copy of the repository: from its headers to a program
/// that has found it.
/// </summary>
public sealed class AddVersionTests
{
    [Theory]
    [InlineData("26.11", "25.11")]
    [InlineData("23.11", "24.11")]
    public void Another_version_is_added_and_what_changed_is_told(string version, string original)
    {
        using var tree = new TreeCopy();
        using PretendDpdk dpdk = Changed(version, original);

        string report = VersionAdder.Add(tree.Tree, version, dpdk.Headers, dpdk.Libraries);
        TestContext.Current.TestOutputHelper?.WriteLine(report);

        // An older version is compared with the one before it too, 22.11.
        DpdkVersion facts = DpdkVersion.Load(tree.Tree.Facts(version));
        Assert.Equal(Extract.Extractor.AbiOf(version), facts.Abi);
        (string before, _) = version == "26.11" ? ("25.11", 26) : ("22.11", 23);
        Assert.StartsWith(string.Create(CultureInfo.InvariantCulture, $"What changed in the API from DPDK {before} (ABI {Extract.Extractor.AbiOf(before)}) to {version} (ABI {facts.Abi}): "), report, StringComparison.Ordinal);
        string[] lines = report.Split('\n', StringSplitOptions.TrimEntries);
        string[] expected =
        [
            "function rte_pretend_add (rte_pretend.h)",
            "struct rte_pretend_conf (rte_pretend.h)",
            "enumerator RTE_PRETEND_ON (rte_pretend.h)",
            "macro RTE_PRETEND_MAX (rte_pretend.h)",
            "function rte_ring_list_dump (rte_ring.h)",
            "struct rte_mbuf_dynfield (rte_mbuf_dyn.h): 88 -> 96 bytes; new: pretended",
            "struct rte_mbuf_dynflag (rte_mbuf_dyn.h): moved: flags, name",
            "macro RTE_ETHER_MIN_MTU (rte_ether.h): 68 -> 70",
            "function rte_ring_lookup (rte_ring.h): ptr<struct rte_ring> (ptr<const<char>>) -> ptr<struct rte_ring> (ptr<const<char>>, i32)",
            "function rte_kvargs_parse (rte_keyargs.h): kvargs/rte_kvargs.h -> kvargs/rte_keyargs.h",
            "function rte_mbuf_dyn_dump (rte_mbuf_dyn.h): librte_mbuf -> librte_another",
            "rte_mbuf_dynfield",
            "RTE_ETHER_MIN_MTU",
        ];
        Assert.Empty(expected.Except(lines, StringComparer.Ordinal));

        // What was written is what the facts say, and the rest of the repository is as it was.
        Assert.Contains($"new(\"{version}\", {facts.Abi.ToString(CultureInfo.InvariantCulture)})", tree.Read("bindings/DpdkSharp.Interop/Generated/Abi.g.cs"), StringComparison.Ordinal);
        // What is written by hand knows of the version too.
        string having = version == "26.11" ? "\"24.11\", \"25.11\", \"26.11\"" : "\"23.11\", \"24.11\", \"25.11\"";
        Assert.Contains($"\"rte_eth_tx_queue_count\" => [[{having}]]", tree.Read("bindings/DpdkSharp.Interop/Generated/Abi.g.cs"), StringComparison.Ordinal);
        string fresh = tree.Read("bindings/DpdkSharp.Interop/Generated/pretend/rte_pretend.g.cs");
        Assert.Contains($"[DpdkVersions(\"{version}\")]\n    public static int rte_pretend_add(", fresh, StringComparison.Ordinal);
    }

    [Fact]
    public void Five_versions_compile_and_find_a_DPDK_of_each_new_one()
    {
        using var tree = new TreeCopy();
        using PretendDpdk older = Changed("23.11", "24.11");
        using PretendDpdk newer = Changed("26.11", "25.11");
        _ = VersionAdder.Add(tree.Tree, "23.11", older.Headers, older.Libraries);
        _ = VersionAdder.Add(tree.Tree, "26.11", newer.Headers, newer.Libraries);

        // The safe layer compiles on it too: nothing written by hand counts the versions.
        foreach (string project in new[] { "tests/InteropProbe", "bindings/DpdkSharp" })
        {
            ProcessResult build = ChildProcess.Run(
                "dotnet",
                ["build", Path.Combine(tree.Root, project), "-c", "Release", "-v", "quiet", "-nologo", "-p:RunAnalyzers=false", "--disable-build-servers"],
                TimeSpan.FromMinutes(5));
            Assert.True(build.ExitCode == 0, build.StandardOutput);
        }

        string probe = Path.Combine(tree.Root, "artifacts", "bin", "InteropProbe", "release", "InteropProbe");
        foreach ((PretendDpdk dpdk, string version) in new[] { (older, "23.11"), (newer, "26.11") })
        {
            var environment = new Dictionary<string, string?>(StringComparer.Ordinal) { ["DPDKSHARP_LIBRARY_PATH"] = dpdk.LoadableFolder(version) };
            ProcessResult runtime = ChildProcess.Run(probe, ["runtime"], TimeSpan.FromMinutes(1), environment);
            Assert.True(runtime.ExitCode == 0, runtime.StandardError);
            Assert.Contains("\"IsSupported\":true", runtime.StandardOutput, StringComparison.Ordinal);
            Assert.Contains($"\"Abi\":\"{version}\"", runtime.StandardOutput, StringComparison.Ordinal);
            Assert.Contains($"\"Version\":\"{version}.0\"", runtime.StandardOutput, StringComparison.Ordinal);

            ProcessResult layout = ChildProcess.Run(probe, ["layout", version], TimeSpan.FromMinutes(1), environment);
            Assert.True(layout.ExitCode == 0, layout.StandardError);
            Assert.Contains("\"Name\":\"rte_mbuf_dynfield\",\"Parent\":null,\"Path\":null,\"Opaque\":false,\"Size\":96", layout.StandardOutput, StringComparison.Ordinal);
            Assert.Contains("{\"Name\":\"RTE_ETHER_MIN_MTU\",\"Kind\":\"integer\",\"Value\":\"70\"", layout.StandardOutput, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Headers_that_cannot_be_read_are_all_named_and_nothing_is_written()
    {
        using var tree = new TreeCopy();
        using PretendDpdk dpdk = Changed("26.11", "25.11");
        dpdk.Edit("rte_mbuf_dyn.h", "struct rte_mbuf_dynflag \\{", "$0 missing_type_t broken;");
        dpdk.Edit("rte_ring.h", "#include <rte_ring_core.h>", "#include <not_installed.h>\n$0");
        SortedDictionary<string, string> before = tree.Content();

        GeneratorException e = Assert.Throws<GeneratorException>(() => VersionAdder.Add(tree.Tree, "26.11", dpdk.Headers, dpdk.Libraries));
        TestContext.Current.TestOutputHelper?.WriteLine(e.Message);
        Assert.Contains("  rte_ring.h\n", e.Message, StringComparison.Ordinal);
        Assert.Contains("error: 'not_installed.h' file not found", e.Message, StringComparison.Ordinal);
        Assert.Contains("  rte_mbuf_dyn.h\n", e.Message, StringComparison.Ordinal);
        Assert.Contains("error: unknown type name 'missing_type_t'", e.Message, StringComparison.Ordinal);
        Assert.Contains("generator/dpdk.json", e.Message, StringComparison.Ordinal);
        Assert.Equal(before, tree.Content());
    }

    [Fact]
    public void A_generated_file_that_cannot_be_written_leaves_everything_as_it_was()
    {
        using var tree = new TreeCopy();
        using PretendDpdk dpdk = Changed("26.11", "25.11");
        // A folder where a file has to go.
        Directory.CreateDirectory(Path.Combine(tree.Root, "generator", "abi", "26.11.json"));
        SortedDictionary<string, string> before = tree.Content();

        Assert.ThrowsAny<SystemException>(() => VersionAdder.Add(tree.Tree, "26.11", dpdk.Headers, dpdk.Libraries));
        Assert.Equal(before, tree.Content());
    }

    [Fact]
    public void Headers_and_libraries_of_another_version_are_refused()
    {
        using var tree = new TreeCopy();
        using PretendDpdk dpdk = new("26.11", "25.11");
        string known = Path.Combine(FetchedDpdk.Folder("25.11"), "usr");
        SortedDictionary<string, string> before = tree.Content();

        GeneratorException libraries = Assert.Throws<GeneratorException>(() => VersionAdder.Add(tree.Tree, "26.11", dpdk.Headers, known));
        Assert.Contains("have the ABI 26, and DPDK 26.11 has 27", libraries.Message, StringComparison.Ordinal);
        GeneratorException headers = Assert.Throws<GeneratorException>(() => VersionAdder.Add(tree.Tree, "26.11", Path.Combine(known, "include"), dpdk.Libraries));
        Assert.Contains("are those of DPDK 25.11, not of 26.11", headers.Message, StringComparison.Ordinal);
        Assert.Equal(before, tree.Content());
    }

    [Theory]
    [InlineData("23.03", "has the ABI 23, as 22.11 has")]
    [InlineData("26.07", "has the ABI 26, as 25.11 has")]
    [InlineData("26.13", "is no DPDK version")]
    [InlineData("26", "is no DPDK version")]
    [InlineData("v26.11", "is no DPDK version")]
    public void A_version_that_cannot_be_one_more_is_refused_at_once(string version, string reason)
    {
        GeneratorException e = Assert.Throws<GeneratorException>(() => VersionAdder.Add(new SourceTree(RepositoryPaths.Root), version, RepositoryPaths.Root, RepositoryPaths.Root));
        Assert.Contains(reason, e.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nowhere/include", "/", "--headers names '/nowhere/include', which is no folder")]
    [InlineData("/", "/nowhere/lib", "--libs names '/nowhere/lib', which is no folder")]
    public void A_folder_that_is_none_is_named(string headers, string libraries, string reason)
    {
        GeneratorException e = Assert.Throws<GeneratorException>(() => VersionAdder.Add(new SourceTree(RepositoryPaths.Root), "26.11", headers, libraries));
        Assert.Contains(reason, e.Message, StringComparison.Ordinal);
    }

    private static PretendDpdk Changed(string version, string original)
    {
        var dpdk = new PretendDpdk(version, original);
        dpdk.AddHeader("rte_pretend.h", """
            #ifndef RTE_PRETEND_H
            #define RTE_PRETEND_H
            #include <stdint.h>
            #define RTE_PRETEND_MAX 17
            enum rte_pretend_state { RTE_PRETEND_OFF, RTE_PRETEND_ON };
            struct rte_pretend_conf { uint32_t a; enum rte_pretend_state state; void *next[2]; };
            int rte_pretend_add(struct rte_pretend_conf *conf, uint64_t id);
            #endif
            """);
        dpdk.AddLibrary("librte_pretend", "int rte_pretend_add(void) { return 0; }");
        dpdk.AddLibrary("librte_another", "int rte_mbuf_dyn_dump(void) { return 0; }");
        dpdk.Edit("rte_mbuf_dyn.h", @"(?<=struct rte_mbuf_dynfield \{[^}]*)\}", "uint64_t pretended; }");
        dpdk.Edit("rte_mbuf_dyn.h", @"(?<=struct rte_mbuf_dynflag \{)(?<name>[^;]*;)(?<rest>[^}]*)\}", "${rest}${name} }");
        dpdk.Edit("rte_ether.h", @"(?<=RTE_ETHER_MIN_MTU\s+)68", "70");
        dpdk.Edit("rte_ring.h", @"void rte_ring_list_dump\(FILE \*f\);", string.Empty);
        dpdk.Edit("rte_ring.h", @"(?<=\*rte_ring_lookup\(const char \*name)\)", ", int pretended)");
        dpdk.Rename("rte_kvargs.h", "rte_keyargs.h");
        return dpdk;
    }
}
