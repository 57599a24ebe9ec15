using System.IO.Compression;
using System.Xml.Linq;
using DpdkSharp.TestKit;

namespace DpdkSharp.Packages.Tests;

/// <summary>Users' projects, of the packages alone: built without a warning, and run.</summary>
public sealed class ConsumerTests
{
    private readonly PublishedConsumers _consumers = PublishedConsumers.Made;

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(1);

    [Fact]
    public void They_build_without_a_warning()
    {
        // The script fails on any, those of trimming and NativeAOT too.
        Assert.True(_consumers.Result.ExitCode == 0, _consumers.Result.StandardError);
        foreach (string project in Directory.EnumerateFiles(Path.Combine(RepositoryPaths.Root, "tests", "Consumers"), "*.csproj", SearchOption.AllDirectories))
        {
            Assert.True(Directory.Exists(PublishedConsumers.Folder(Path.GetFileNameWithoutExtension(project))), project);
        }
    }

    [Theory]
    [InlineData("Jit")]
    [InlineData("SingleFile")]
    [InlineData("SelfContained")]
    [InlineData("Trimmed")]
    [InlineData("Aot")]
    [InlineData("AotDirect")]
    public void A_program_runs_on_both_layers_and_the_C_shim(string consumer)
    {
        string folder = PublishedConsumers.Folder(consumer);
        ProcessResult result = ChildProcess.Run(Path.Combine(folder, consumer), EalArguments.Isolated(1).Take(2), s_patience, workingDirectory: Path.GetTempPath());

        Assert.True(result.ExitCode == 0, result.StandardOutput + result.StandardError);
        Assert.EndsWith("\nOK\n", result.StandardOutput, StringComparison.Ordinal);
        Assert.Equal(7, result.StandardOutput.Split('\n').Count(static l => l.StartsWith("yes ", StringComparison.Ordinal)));
        bool managed = Directory.EnumerateFiles(folder, "DpdkSharp*.dll").Any();
        Assert.Equal(consumer is "Jit" or "SelfContained", managed);
    }

    [Fact]
    public void Direct_binding_is_in_the_program_and_NativeAOT_alone_has_none()
    {
        string readelf = Requirements.Program("readelf", "binutils");
        string direct = ChildProcess.RunChecked(readelf, "-d", Path.Combine(PublishedConsumers.Folder("AotDirect"), "AotDirect"));
        string lazy = ChildProcess.RunChecked(readelf, "-d", Path.Combine(PublishedConsumers.Folder("Aot"), "Aot"));

        Assert.Contains("[librte_eal.so.23]", direct, StringComparison.Ordinal);
        Assert.Contains("[librte_ethdev.so.23]", direct, StringComparison.Ordinal);
        Assert.DoesNotContain("librte_", lazy, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_project_runs_its_tests()
    {
        ProcessResult result = ChildProcess.Run(Path.Combine(PublishedConsumers.Folder("Tests"), "Tests"), ["-noLogo", "-noColor"], s_patience);

        Assert.True(result.ExitCode == 0, result.StandardOutput + result.StandardError);
        Assert.Contains("Total: 2, Errors: 0, Failed: 0, Skipped: 0", result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_for_several_frameworks_asks_for_DpdkSharp_where_it_uses_it()
    {
        using ZipArchive archive = ZipFile.OpenRead(Directory.GetFiles(PublishedConsumers.Folder("Library"), "*.nupkg").Single());
        XElement[] groups = [.. XDocument.Parse(PackedPackages.Read(archive, "Consumer.Library.nuspec")).Descendants().Where(static e => e.Name.LocalName == "group")];
        string[] DependenciesOf(string framework) =>
            [.. groups.Single(g => (string)g.Attribute("targetFramework")! == framework).Elements().Select(static d => (string)d.Attribute("id")!)];

        Assert.Equal(["DpdkSharp"], DependenciesOf("net10.0"));
        Assert.Empty(DependenciesOf(".NETStandard2.0"));
    }
}
