using System.IO.Compression;
using System.Text.RegularExpressions;
using DpdkSharp.TestKit;

namespace DpdkSharp.Packages.Tests;

/// <summary>The C shim in the package, for each ABI.</summary>
public sealed partial class ShimTests
{
    public ShimTests() => _ = PackedPackages.Made;

    private const string Folder = "runtimes/linux-x64/native/";

    [Fact]
    public void Each_ABI_has_the_same_libraries()
    {
        string[][] names = [.. Interop.DpdkRuntime.KnownAbis.Select(static abi => Names(abi.Number))];

        Assert.NotEmpty(names[0]);
        Assert.All(names, n => Assert.Equal(names[0], n));
    }

    [Theory]
    [InlineData(23)]
    [InlineData(25)]
    [InlineData(26)]
    public void Each_library_depends_on_the_versioned_libraries_that_it_calls_and_on_nothing_of_the_machine_that_built_it(int abi)
    {
        string readelf = Requirements.Program("readelf", "binutils");
        string folder = Directory.CreateTempSubdirectory("dpdksharp").FullName;
        using ZipArchive archive = PackedPackages.Open("DpdkSharp.Interop");
        int calling = 0;
        foreach (ZipArchiveEntry entry in archive.Entries.Where(e => e.FullName.StartsWith(Folder, StringComparison.Ordinal) && e.Name.EndsWith($".so.{abi}", StringComparison.Ordinal)))
        {
            string file = Path.Combine(folder, entry.Name);
            entry.ExtractToFile(file);
            string dynamic = ChildProcess.RunChecked(readelf, "-d", file);
            string symbols = ChildProcess.RunChecked(readelf, "--dyn-syms", "-W", file);
            string[] needed = [.. NeededPattern().Matches(dynamic).Select(static m => m.Groups["name"].Value)];
            string[] dpdk = [.. needed.Where(static n => n.StartsWith("librte_", StringComparison.Ordinal))];

            Assert.Contains($"Library soname: [{entry.Name}]", dynamic, StringComparison.Ordinal);
            Assert.All(needed, n => Assert.Matches($@"^(librte_\w+\.so\.{abi}|libc\.so\.6|ld-linux-x86-64\.so\.2)$", n));
            Assert.DoesNotMatch("RPATH|RUNPATH", dynamic);
            // What is called of DPDK is in a library that is named.
            bool calls = UndefinedPattern().IsMatch(symbols);
            Assert.True(!calls || dpdk.Length > 0, $"{entry.Name} calls DPDK and names no library");
            calling += calls ? 1 : 0;
            Assert.DoesNotContain(RepositoryPaths.Root, File.ReadAllText(file), StringComparison.Ordinal);
        }
        Directory.Delete(folder, recursive: true);
        Assert.True(calling > 5, $"only {calling} libraries call DPDK");
    }

    private static string[] Names(int abi)
    {
        using ZipArchive archive = PackedPackages.Open("DpdkSharp.Interop");
        string ending = $".so.{abi}";
        return [.. archive.Entries.Where(e => e.FullName.StartsWith(Folder, StringComparison.Ordinal) && e.Name.EndsWith(ending, StringComparison.Ordinal)).Select(e => e.Name[..^ending.Length]).Order(StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"Shared library: \[(?<name>[^\]]+)\]", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NeededPattern();

    [GeneratedRegex(@"UND _{0,2}rte_\w+|UND per_lcore_", RegexOptions.NonBacktracking)]
    private static partial Regex UndefinedPattern();
}
