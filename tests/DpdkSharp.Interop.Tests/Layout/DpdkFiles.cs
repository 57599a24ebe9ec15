using System.Text.Json;
using DpdkSharp.Generator;
using DpdkSharp.TestKit;

namespace DpdkSharp.Interop.Tests.Layout;

/// <summary>The headers and libraries of a DPDK version: the installed ones, or those that scripts/fetch-dpdk.sh unpacks.</summary>
/// <param name="Version">22.11.</param>
/// <param name="CompilerFlags">What a C compiler needs to find the headers.</param>
/// <param name="LibraryFolder">Where the librte_*.so are.</param>
internal sealed record DpdkFiles(string Version, IReadOnlyList<string> CompilerFlags, string LibraryFolder)
{
    private static readonly SourceTree s_tree = new(RepositoryPaths.Root);

    /// <summary>The supported versions.</summary>
    public static IEnumerable<string> Versions => DpdkRuntime.KnownAbis.Select(static a => a.Version);

    public static DpdkFiles Of(string version)
    {
        _ = Requirements.Program("pkg-config", "libdpdk-dev");
        ProcessResult installed = ChildProcess.Run("pkg-config", ["--modversion", "libdpdk"], TimeSpan.FromSeconds(30));
        return installed.ExitCode == 0 && installed.StandardOutput.StartsWith(version + ".", StringComparison.Ordinal)
            ? new DpdkFiles(
                version,
                [.. ChildProcess.RunChecked("pkg-config", "--cflags", "libdpdk").Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries), .. StandIns(version)],
                ChildProcess.RunChecked("pkg-config", "--variable=libdir", "libdpdk").Trim())
            : Fetched(version);
    }

    /// <summary>The packages of a version, unpacked; they are brought here when they are not there yet.</summary>
    public static DpdkFiles Fetched(string version)
    {
        string folder = FetchedDpdk.Folder(version);
        string include = Path.Combine(folder, "usr", "include");
        // A folder that --add linked here may be laid out in any way: what is in the folders tells which they are.
        IEnumerable<string> headers = Directory.EnumerateFiles(include, "rte_*.h", SearchOption.AllDirectories)
            .Where(static f => Path.GetFileName(f) is "rte_eal.h" or "rte_build_config.h")
            .Select(static f => Path.GetDirectoryName(f)!)
            .Distinct(StringComparer.Ordinal);
        return new DpdkFiles(
            version,
            [.. headers.Select(static f => "-I" + f), "-include", "rte_config.h", "-march=corei7", .. StandIns(version)],
            Path.GetDirectoryName(Directory.EnumerateFiles(Path.Combine(folder, "usr", "lib"), "librte_eal.so.*", SearchOption.AllDirectories).First())!);
    }

    /// <summary>The headers to include for all that the raw layer covers, in the order of the generator's facts.</summary>
    public IEnumerable<string> Headers()
    {
        using JsonDocument facts = Facts(Version);
        return [.. facts.RootElement.GetProperty("headers").EnumerateArray()
            .Where(static h => h.GetProperty("library").GetString() != "libc" && !h.TryGetProperty("byOthers", out _))
            .Select(static h => h.GetProperty("path").GetString()!)];
    }

    /// <summary>The types of libc and the kernel that DPDK's headers use: whether C shows them, and how, is not DPDK's doing.</summary>
    public static IReadOnlySet<string> ForeignTypes { get; } = Versions
        .SelectMany(static v =>
        {
            using JsonDocument facts = Facts(v);
            return facts.RootElement.GetProperty("headers").EnumerateArray()
                .Where(static h => h.GetProperty("library").GetString() == "libc")
                .SelectMany(static h => h.GetProperty("declarations").EnumerateArray())
                .Select(static d => d.GetProperty("name").GetString()!)
                .ToArray();
        })
        .ToHashSet(StringComparer.Ordinal);

    /// <summary>The libraries that there are, without folder and version: librte_eal.</summary>
    public IEnumerable<string> Libraries(int abi) =>
        Directory.EnumerateFiles(LibraryFolder, $"librte_*.so.{abi}").Select(static f => Path.GetFileName(f)).Select(static f => f[..f.IndexOf('.', StringComparison.Ordinal)]);

    public static JsonDocument Facts(string version) => JsonDocument.Parse(File.ReadAllText(s_tree.Facts(version)));

    private static IEnumerable<string> StandIns(string version) => s_tree.StandIns(version).Select(static f => "-I" + f);
}
