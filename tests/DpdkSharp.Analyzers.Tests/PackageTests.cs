using System.IO.Compression;
using DpdkSharp.TestKit;

namespace DpdkSharp.Analyzers.Tests;

/// <summary>The package DpdkSharp brings the analyzers with it.</summary>
public class PackageTests
{
    [Fact]
    public void The_package_has_the_analyzers_and_their_pages()
    {
        string folder = Directory.CreateTempSubdirectory("dpdksharp-package").FullName;
        try
        {
            ChildProcess.RunChecked(
                "dotnet", "pack", Path.Combine(RepositoryPaths.Root, "bindings", "DpdkSharp"), "--no-build", "-c", RepositoryPaths.Configuration, "-o", folder, "-v", "quiet", "-nologo");
            using ZipArchive package = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(folder, "*.nupkg")));
            string[] names = [.. package.Entries.Select(static e => e.FullName)];
            Assert.Contains("analyzers/dotnet/cs/DpdkSharp.Analyzers.dll", names, StringComparer.Ordinal);
            Assert.Contains("analyzers/dotnet/cs/DpdkSharp.Analyzers.CodeFixes.dll", names, StringComparer.Ordinal);
            Assert.Contains("docs/analyzers/DPDK0002.md", names, StringComparer.Ordinal);
            Assert.DoesNotContain(names, static n => n.Contains("Microsoft.CodeAnalysis", StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
