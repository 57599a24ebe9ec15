using System.IO.Compression;
using System.Text;
using DpdkSharp.TestKit;

namespace DpdkSharp.Packages.Tests;

/// <summary>scripts/pack.sh --previous: the public API against that of the packages before.</summary>
public sealed class PreviousVersionTests : IDisposable
{
    private const string Package = "DpdkSharp.Testing.Xunit";

    private readonly string _folder = Directory.CreateTempSubdirectory("dpdksharp-packages-").FullName;

    public PreviousVersionTests() => _ = PackedPackages.Made;

    [Fact]
    public void The_same_API_passes()
    {
        File.Copy(PackedPackages.FileOf(Package), Path.Combine(_folder, Path.GetFileName(PackedPackages.FileOf(Package))));

        ProcessResult result = Pack();

        Assert.True(result.ExitCode == 0, result.StandardOutput + result.StandardError);
    }

    [Fact]
    public void A_type_that_is_gone_fails_and_is_named()
    {
        string previous = Path.Combine(_folder, Path.GetFileName(PackedPackages.FileOf(Package)));
        File.Copy(PackedPackages.FileOf(Package), previous);
        // The version before had a type of another name.
        Rename(previous, "NoLostPacketsAttribute", "NoLostMessagAttribute_");

        ProcessResult result = Pack();

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("CP0001", result.StandardOutput + result.StandardError, StringComparison.Ordinal);
        Assert.Contains("NoLostMessagAttribute_", result.StandardOutput + result.StandardError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-such-commit", "is neither a folder nor a commit")]
    [InlineData("", "needs a folder of packages, or a commit")]
    public void What_is_no_version_is_refused(string previous, string message)
    {
        ProcessResult result = Script.Run("pack.sh", previous.Length == 0 ? ["--previous"] : ["--previous", previous]);

        Assert.Equal(2, result.ExitCode);
        Assert.Contains(message, result.StandardError, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ProcessResult Pack() => Script.Run("pack.sh", "--output", Path.Combine(_folder, "now"), "--previous", _folder, Package);

    private static void Rename(string package, string from, string to)
    {
        using ZipArchive archive = ZipFile.Open(package, ZipArchiveMode.Update);
        string name = $"lib/net10.0/{Package}.dll";
        ZipArchiveEntry entry = archive.GetEntry(name)!;
        using var library = new MemoryStream();
        using (Stream stream = entry.Open())
        {
            stream.CopyTo(library);
        }
        entry.Delete();
        byte[] bytes = library.ToArray();
        Span<byte> place = bytes.AsSpan(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes("\0" + from + "\0")) + 1, from.Length);
        Assert.Equal(from.Length, Encoding.UTF8.GetBytes(to, place));
        using Stream written = archive.CreateEntry(name).Open();
        written.Write(bytes);
    }
}
