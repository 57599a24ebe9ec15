using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using DpdkSharp.Interop.Tests.Layout;
using DpdkSharp.Interop.Tests.Loading;
using DpdkSharp.TestKit;

namespace DpdkSharp.Interop.Tests.Imports;

/// <summary>The C shim: all inline functions of DPDK, for every version, and loaded only by who calls one.</summary>
public sealed class ShimTests
{
    private const BindingFlags Anything = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly List<(MethodInfo Method, string Library, string Symbol)> s_imports = [.. typeof(DpdkShim).GetMethods(Anything)
        .Where(static m => m.GetCustomAttribute<DllImportAttribute>() is not null)
        .Select(static m => (m, m.GetCustomAttribute<DllImportAttribute>()!.Value, m.GetCustomAttribute<DllImportAttribute>()!.EntryPoint!))];

    private static string Native { get; } = Path.Combine(RepositoryPaths.Artifacts, "native");

    public static IEnumerable<TheoryDataRow<string>> Versions => DpdkFiles.Versions.Select(static v => new TheoryDataRow<string>(v));

    [Fact]
    public void Every_function_of_the_loaded_version_resolves()
    {
        string loaded = DpdkRuntime.Abi!.Value.Version;
        HashSet<string> there = Functions(loaded, inline: true);
        int resolved = 0;
        foreach ((MethodInfo method, _, string symbol) in s_imports.Where(i => there.Contains(NameOf(i.Symbol))))
        {
            // What the runtime itself does at the first call.
            Marshal.Prelink(method);
            resolved++;
            Assert.StartsWith("dpdksharp_", symbol, StringComparison.Ordinal);
        }

        Assert.True(resolved >= there.Count, $"{resolved} imports for {there.Count} functions");
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void The_shim_of_a_version_exports_all_its_inline_functions_and_nothing_else(string version)
    {
        int abi = Abi(version);
        string[] exported = [.. Directory.EnumerateFiles(Native, $"libdpdksharp_*.so.{abi}")
            .SelectMany(static f => ChildProcess.RunChecked("nm", "-D", "--defined-only", f).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .Select(static l => NameOf(l.Split(' ')[^1]))];

        Assert.Equal(Functions(version, inline: true).Order(StringComparer.Ordinal), exported.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void The_shim_of_a_version_needs_libraries_of_that_version_only(string version)
    {
        DpdkFiles files = DpdkFiles.Of(version);
        foreach (string shim in Directory.EnumerateFiles(Native, $"libdpdksharp_*.so.{Abi(version)}"))
        {
            IEnumerable<string> needed = ChildProcess.RunChecked("readelf", "-d", shim).Split('\n')
                .Where(static l => l.Contains("(NEEDED)", StringComparison.Ordinal))
                .Select(static l => l.Split('[', ']')[1])
                .Where(static n => !n.StartsWith("libc.", StringComparison.Ordinal) && !n.StartsWith("ld-linux", StringComparison.Ordinal));

            Assert.All(needed, n => Assert.True(n.EndsWith($".so.{Abi(version)}", StringComparison.Ordinal) && File.Exists(Path.Combine(files.LibraryFolder, n)), $"{shim}: {n}"));
        }
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public void Every_function_of_a_version_can_be_called(string version)
    {
        HashSet<string> callable = [.. typeof(Dpdk).GetMethods(BindingFlags.Static | BindingFlags.Public)
            .Where(m => m.GetCustomAttribute<DpdkVersionsAttribute>()?.Versions.Contains(version, StringComparer.Ordinal) ?? true)
            .Select(static m => m.Name)];
        IEnumerable<string> all = Functions(version, inline: true).Union(Functions(version, inline: false), StringComparer.Ordinal);

        // A form that C# cannot tell from a newer one by its parameters has the version in its name.
        Assert.DoesNotContain(all, f => !callable.Contains(f) && !callable.Any(c => c.StartsWith(f + "_v", StringComparison.Ordinal)));
    }

    [Fact]
    public void It_is_loaded_by_the_first_call_of_one_of_its_functions_and_only_the_library_that_has_it()
    {
        ProcessResult result = Probe.Run(["call", "shim"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(["before: ", "after: libdpdksharp_sched.so." + DpdkRuntime.Abi!.Value.Number], result.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Without_it_the_error_names_the_file_and_says_where_it_comes_from()
    {
        using var program = new ProgramCopy();

        string output = program.Run("call", "shim").StandardOutput;

        Assert.StartsWith(nameof(DpdkNotSupportedException), output, StringComparison.Ordinal);
        Assert.Contains($"libdpdksharp_sched.so.{DpdkRuntime.Abi!.Value.Number} is missing", output, StringComparison.Ordinal);
        Assert.Contains("scripts/build-native.sh", output, StringComparison.Ordinal);
    }

    [Fact]
    public void One_for_another_version_under_its_name_is_refused()
    {
        using var program = new ProgramCopy();
        int loaded = DpdkRuntime.Abi!.Value.Number;
        int other = DpdkRuntime.KnownAbis.First(k => k.Number != loaded).Number;
        string file = program.ReplaceShim($"libdpdksharp_sched.so.{loaded}", $"libdpdksharp_sched.so.{other}");

        string output = program.Run("call", "shim").StandardOutput;

        Assert.StartsWith(nameof(DpdkNotSupportedException), output, StringComparison.Ordinal);
        Assert.Contains($"{file} is not the shim for {DpdkRuntime.Abi}: it is really libdpdksharp_sched.so.{other}", output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_in_its_place_that_is_no_library_is_refused_and_the_loader_s_reason_told()
    {
        using var program = new ProgramCopy();
        _ = program.WriteShim($"libdpdksharp_sched.so.{DpdkRuntime.Abi!.Value.Number}", new string('x', 4096));

        string output = program.Run("call", "shim").StandardOutput;

        Assert.StartsWith(nameof(DpdkNotSupportedException), output, StringComparison.Ordinal);
        Assert.Contains($"libdpdksharp_sched.so.{DpdkRuntime.Abi!.Value.Number}, which has DPDK's inline functions, could not be loaded: ", output, StringComparison.Ordinal);
        Assert.Contains("invalid ELF header", output, StringComparison.Ordinal);
        Assert.Contains("It comes with the package DpdkSharp.Interop", output, StringComparison.Ordinal);
    }

    private static int Abi(string version) => DpdkRuntime.KnownAbis.Single(k => k.Version == version).Number;

    private static string NameOf(string symbol) => symbol["dpdksharp_".Length..];

    /// <summary>The public functions that the facts of a version have.</summary>
    private static HashSet<string> Functions(string version, bool inline)
    {
        using JsonDocument facts = DpdkFiles.Facts(version);
        return [.. facts.RootElement.GetProperty("headers").EnumerateArray()
            .SelectMany(static h => h.GetProperty("declarations").EnumerateArray())
            .Where(static d => d.GetProperty("kind").GetString() == "function" && !d.TryGetProperty("internal", out _))
            .Where(d => inline ? d.TryGetProperty("inline", out _) : d.TryGetProperty("library", out _))
            .Select(static d => d.GetProperty("name").GetString()!)];
    }
}
