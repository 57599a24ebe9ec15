using System.IO.Compression;
using System.Reflection.Metadata;
using System.Xml.Linq;

namespace DpdkSharp.Packages.Tests;

/// <summary>What is in the packages.</summary>
public sealed class PackageContentTests
{
    private readonly PackedPackages _packages = PackedPackages.Made;

    // The kind of debug information that is a source file's text.
    private static readonly Guid s_embeddedSource = new("0E8A571B-6926-466E-B4AD-8AB04611F5FE");

    public static TheoryData<string> Every => [.. PackedPackages.All];

    public static TheoryData<string> EveryLibrary => [.. PackedPackages.Libraries];

    [Fact]
    public void These_are_the_packages()
    {
        string[] names = [.. Directory.EnumerateFiles(PackedPackages.Folder, "*.nupkg").Select(static f => Array.Find(PackedPackages.All, p => f == PackedPackages.FileOf(p)) ?? f).Order(StringComparer.Ordinal)];

        Assert.Equal(PackedPackages.All.Order(StringComparer.Ordinal), names, StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Every))]
    public void Each_tells_what_it_is(string package)
    {
        using ZipArchive archive = PackedPackages.Open(package);
        XElement metadata = XDocument.Parse(PackedPackages.Read(archive, package + ".nuspec")).Root!.Elements().First(static e => e.Name.LocalName == "metadata");
        string? Value(string name) => metadata.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value;

        Assert.Equal("BSD-3-Clause", Value("license"));
        Assert.Equal("icon.png", Value("icon"));
        Assert.NotNull(archive.GetEntry("icon.png"));
        Assert.NotNull(archive.GetEntry("LICENSE"));
        Assert.StartsWith("# " + package, PackedPackages.Read(archive, Value("readme")!), StringComparison.Ordinal);
        Assert.Matches(@"^\d+\.\d+\.\d+(-alpha)?(-g[0-9a-f]+)?$", Value("version"));
        Assert.Matches("^[0-9a-f]{40}$", metadata.Elements().Single(static e => e.Name.LocalName == "repository").Attribute("commit")?.Value);
        Assert.False(string.IsNullOrWhiteSpace(Value("description")));
    }

    [Theory]
    [MemberData(nameof(EveryLibrary))]
    public void Each_library_has_its_documentation_and_symbols_with_all_sources(string package)
    {
        using ZipArchive archive = PackedPackages.Open(package);
        Assert.NotNull(archive.GetEntry($"lib/net10.0/{package}.dll"));
        Assert.Contains("<summary>", PackedPackages.Read(archive, $"lib/net10.0/{package}.xml"), StringComparison.Ordinal);

        using ZipArchive symbols = PackedPackages.Open(package, ".snupkg");
        using var pdb = new MemoryStream();
        using (Stream entry = symbols.GetEntry($"lib/net10.0/{package}.pdb")!.Open())
        {
            entry.CopyTo(pdb);
        }
        pdb.Position = 0;
        using MetadataReaderProvider provider = MetadataReaderProvider.FromPortablePdbStream(pdb);
        MetadataReader reader = provider.GetMetadataReader();
        Assert.NotEmpty(reader.Documents);
        foreach (DocumentHandle handle in reader.Documents)
        {
            string path = reader.GetString(reader.GetDocument(handle).Name);
            // No folder of the machine that packed.
            Assert.StartsWith("/_/", path, StringComparison.Ordinal);
            Assert.Contains(reader.GetCustomDebugInformation(handle), i => reader.GetGuid(reader.GetCustomDebugInformation(i).Kind) == s_embeddedSource);
        }
    }

    [Fact]
    public void The_raw_layer_is_documented_from_the_headers()
    {
        using ZipArchive archive = PackedPackages.Open("DpdkSharp.Interop");
        var members = XDocument.Parse(PackedPackages.Read(archive, "lib/net10.0/DpdkSharp.Interop.xml")).Root!.Element("members")!.Elements().ToArray();
        int documented = members.Count(static m => m.Element("summary") is { } summary && !string.IsNullOrWhiteSpace(summary.Value));

        Assert.Contains(members, static m => ((string)m.Attribute("name")!).StartsWith("M:DpdkSharp.Interop.Dpdk.rte_eal_init(", StringComparison.Ordinal) && m.Element("param") is not null);
        // A function that only 25.11 has, and one that only 22.11 has.
        Assert.Contains(members, static m => ((string)m.Attribute("name")!).Contains(".rte_argparse_parse(", StringComparison.Ordinal));
        Assert.Contains(members, static m => ((string)m.Attribute("name")!).Contains(".rte_kni_init(", StringComparison.Ordinal) || ((string)m.Attribute("name")!).Contains(".rte_flow_classifier_create(", StringComparison.Ordinal) || ((string)m.Attribute("name")!).Contains(".rte_eth_bond_", StringComparison.Ordinal));
        Assert.True(documented > 10_000, $"only {documented} members are documented");
        Assert.Contains("DPDK contributors", PackedPackages.Read(archive, "THIRD-PARTY-NOTICES.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_safe_layer_brings_its_analyzers_and_the_switch_of_the_checked_mode()
    {
        using ZipArchive archive = PackedPackages.Open("DpdkSharp");

        Assert.NotNull(archive.GetEntry("analyzers/dotnet/cs/DpdkSharp.Analyzers.dll"));
        Assert.NotNull(archive.GetEntry("analyzers/dotnet/cs/DpdkSharp.Analyzers.CodeFixes.dll"));
        Assert.Contains("DpdkSharp.Checked", PackedPackages.Read(archive, "buildTransitive/DpdkSharp.props"), StringComparison.Ordinal);
        Assert.Contains(archive.Entries, static e => e.FullName.StartsWith("docs/analyzers/DPDK", StringComparison.Ordinal));
    }

    [Fact]
    public void The_tool_names_the_projects_whose_files_are_in_it_and_brings_no_documentation()
    {
        using ZipArchive archive = PackedPackages.Open("DpdkSharp.Tool");
        string notices = PackedPackages.Read(archive, "THIRD-PARTY-NOTICES.txt");
        string[] files = [.. archive.Entries.Select(static e => e.FullName).Where(static n => n.StartsWith("tools/", StringComparison.Ordinal)).Select(static n => Path.GetFileName(n))];

        Assert.Contains("DPDK contributors", notices, StringComparison.Ordinal);
        string[] others = [.. files.Where(static f => f.EndsWith(".dll", StringComparison.Ordinal) && !f.StartsWith("DpdkSharp.", StringComparison.Ordinal))];
        Assert.NotEmpty(others);
        Assert.All(others, f => Assert.Contains(Path.GetFileNameWithoutExtension(f), notices, StringComparison.Ordinal));
        Assert.Equal(["DotnetToolSettings.xml"], files.Where(static f => f.EndsWith(".xml", StringComparison.Ordinal)), StringComparer.Ordinal);
    }

    [Fact]
    public void Packing_twice_in_two_folders_gives_the_same_bytes()
    {
        Assert.True(_packages.Result.ExitCode == 0, _packages.Result.StandardError);
        Assert.Contains("files are the same twice, byte by byte", _packages.Result.StandardError, StringComparison.Ordinal);
    }

    [Fact]
    public void The_size_of_each_is_told()
    {
        foreach (string package in PackedPackages.All)
        {
            Assert.Matches($@"(?m)^{package.Replace(".", @"\.", StringComparison.Ordinal)} +\S+ +[0-9.]+[KM]B +([0-9.]+[KM]B|-)$", _packages.Result.StandardOutput);
        }
    }
}
