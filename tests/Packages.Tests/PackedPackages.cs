using System.IO.Compression;
using DpdkSharp.TestKit;

namespace DpdkSharp.Packages.Tests;

/// <summary>What scripts/pack.sh made: packed once for all tests, and again in another folder to be compared.</summary>
public sealed class PackedPackages
{
    /// <summary>The packages with a library in them.</summary>
    public static readonly string[] Libraries = ["DpdkSharp", "DpdkSharp.Extensions.Hosting", "DpdkSharp.Interop", "DpdkSharp.Testing", "DpdkSharp.Testing.Xunit"];

    /// <summary>All that are published.</summary>
    public static readonly string[] All = [.. Libraries, "DpdkSharp.Templates", "DpdkSharp.Tool"];

    private static readonly Lazy<PackedPackages> s_made = new(static () => new PackedPackages());

    private PackedPackages() => Result = Script.Run("pack.sh", "--check");

    /// <summary>The packages; made when they are first asked for.</summary>
    public static PackedPackages Made => s_made.Value;

    /// <summary>How the command ended.</summary>
    public ProcessResult Result { get; }

    public static string Folder => Path.Combine(RepositoryPaths.Artifacts, "packages");

    /// <summary>The file of a package; the symbols' with that ending.</summary>
    public static string FileOf(string package, string ending = ".nupkg") =>
        Directory.EnumerateFiles(Folder, package + ".*" + ending).Single(f => char.IsAsciiDigit(Path.GetFileName(f)[package.Length + 1]));

    public static ZipArchive Open(string package, string ending = ".nupkg") => ZipFile.OpenRead(FileOf(package, ending));

    public static string Read(ZipArchive archive, string entry)
    {
        ArgumentNullException.ThrowIfNull(archive);
        using var reader = new StreamReader((archive.GetEntry(entry) ?? throw new FileNotFoundException($"the package has no {entry}")).Open());
        return reader.ReadToEnd();
    }
}
