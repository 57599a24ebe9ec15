using System.Text.Json;
using DpdkSharp.InteropProbe;
using DpdkSharp.TestKit;

namespace DpdkSharp.Interop.Tests.Loading;

/// <summary>Finding DPDK, each case in a process of its own: a sentence that says what was looked for where, and what to do.</summary>
public sealed class RuntimeTests : IDisposable
{
    private const string Version = "DPDKSHARP_VERSION";
    private const string LibraryPath = "DPDKSHARP_LIBRARY_PATH";

    private readonly string _folder = Directory.CreateTempSubdirectory("dpdk").FullName;

    private static DpdkAbi Installed => DpdkRuntime.Abi!.Value;

    /// <summary>A version that this machine does not have.</summary>
    private static DpdkAbi Other => DpdkRuntime.KnownAbis.First(static a => a != Installed);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_installed_version_is_found()
    {
        RuntimeReport report = Report();

        Assert.True(report.IsSupported);
        Assert.Null(report.NotSupportedReason);
        Assert.Equal(Installed.Version, report.Abi);
        Assert.StartsWith(Installed.Version + ".", report.Version, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(report.LibraryFolder!, $"librte_eal.so.{Installed.Number}")), report.LibraryFolder);
        Assert.NotEmpty(Directory.EnumerateFiles(report.DriverFolder!, "librte_*.so*"));
    }

    [Fact]
    public void An_empty_folder_has_no_DPDK()
    {
        RuntimeReport report = Report((LibraryPath, _folder));

        AssertRefused(report, [_folder, "apt-get install librte-meta-net librte-meta-mempool", LibraryPath, .. DpdkRuntime.KnownAbis.Select(static a => $"librte_eal.so.{a.Number}")]);
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_named() =>
        AssertRefused(Report((LibraryPath, "/no/such/folder")), "/no/such/folder", "does not exist", LibraryPath);

    [Fact]
    public void A_newer_DPDK_than_any_known_one_is_named_and_says_how_to_regenerate()
    {
        string real = Path.Combine(DpdkRuntime.LibraryFolder!, $"librte_eal.so.{Installed.Number}");
        File.Copy(real, Path.Combine(_folder, "librte_eal.so.99.0"));
        File.CreateSymbolicLink(Path.Combine(_folder, "librte_eal.so.99"), "librte_eal.so.99.0");

        RuntimeReport report = Report((LibraryPath, _folder));

        AssertRefused(report, [Path.Combine(_folder, "librte_eal.so.99"), "scripts/generate.sh", .. DpdkRuntime.KnownAbis.Select(static a => a.Version)]);
    }

    [Fact]
    public void A_library_is_named_once_however_many_links_lead_to_it()
    {
        string real = Path.Combine(DpdkRuntime.LibraryFolder!, $"librte_eal.so.{Installed.Number}");
        File.Copy(real, Path.Combine(_folder, "librte_eal.so.99.0"));
        File.CreateSymbolicLink(Path.Combine(_folder, "librte_eal.so.99"), "librte_eal.so.99.0");
        File.CreateSymbolicLink(Path.Combine(_folder, "librte_eal.so"), "librte_eal.so.99");

        string reason = Report((LibraryPath, _folder)).NotSupportedReason!;

        Assert.Equal(2, reason.Split(Path.Combine(_folder, "librte_eal.so")).Length);
    }

    [Theory]
    [InlineData("21.05")]
    [InlineData("newest")]
    public void A_version_that_was_not_generated_for_is_refused(string wanted) =>
        AssertRefused(Report((Version, wanted)), [$"DPDK {wanted}", Version, .. DpdkRuntime.KnownAbis.Select(static a => a.Version)]);

    [Fact]
    public void A_chosen_version_that_is_not_installed_is_not_replaced_by_another()
    {
        RuntimeReport report = Report((Version, Other.Version));

        AssertRefused(report, $"librte_eal.so.{Other.Number}", $"librte_eal.so.{Installed.Number}", Version);
        // Constants and layouts follow the choice all the same.
        Assert.Equal(Other.Version, report.ChosenAbi);
    }

    [Fact]
    public void A_chosen_point_release_means_its_release_line() => Assert.True(Report((Version, Installed.Version + ".1")).IsSupported);

    [Fact]
    public void A_file_that_is_no_library_says_why_it_does_not_load()
    {
        string file = Path.Combine(_folder, $"librte_eal.so.{Installed.Number}");
        File.WriteAllText(file, new string('x', 4096));

        AssertRefused(Report((LibraryPath, _folder)), file, "could not be loaded", "invalid ELF header", "Reinstall");
    }

    [Fact]
    public void A_library_that_lacks_another_one_says_which()
    {
        string file = Path.Combine(_folder, $"librte_eal.so.{Installed.Number}");
        string source = Path.Combine(_folder, "x.c");
        string needed = Path.Combine(_folder, "libneeded.so.1");
        File.WriteAllText(source, "int x;");
        string gcc = Requirements.Program("gcc", "gcc");
        _ = ChildProcess.RunChecked(gcc, "-shared", "-fPIC", "-Wl,-soname,libneeded.so.1", "-o", needed, source);
        _ = ChildProcess.RunChecked(gcc, "-shared", "-fPIC", "-Wl,--no-as-needed", "-o", file, source, needed);
        File.Delete(needed);

        AssertRefused(Report((LibraryPath, _folder)), file, "libneeded.so.1", "Reinstall");
    }

    [Fact]
    public void A_DPDK_without_one_of_its_libraries_names_that_and_its_package()
    {
        File.CreateSymbolicLink(
            Path.Combine(_folder, $"librte_eal.so.{Installed.Number}"),
            Path.Combine(DpdkRuntime.LibraryFolder!, $"librte_eal.so.{Installed.Number}"));

        ProcessResult call = Probe.Run(["call", "ethdev"], (LibraryPath, _folder));

        AssertException(call, $"librte_ethdev.so.{Installed.Number}", $"librte-ethdev{Installed.Number}");
    }

    [Fact]
    public void A_library_that_is_really_of_another_version_is_refused_with_what_it_is()
    {
        using var dpdk = new InstallationFolder();
        dpdk.AddAll();
        string wrong = dpdk.Replace($"librte_ethdev.so.{Installed.Number}", FetchedLibrary("librte_ethdev", Other));

        ProcessResult call = Probe.Run(["call", "ethdev"], (LibraryPath, dpdk.Folder));

        AssertException(call, $"{wrong} does not belong to {Installed}", $"really librte_ethdev.so.{Other.Number}", "Reinstall");
    }

    [Fact]
    public void EAL_that_is_really_of_another_version_is_refused_with_what_it_is()
    {
        string file = Path.Combine(_folder, $"librte_eal.so.{Other.Number}");
        File.CreateSymbolicLink(file, Path.Combine(DpdkRuntime.LibraryFolder!, $"librte_eal.so.{Installed.Number}"));

        AssertRefused(Report((LibraryPath, _folder)), $"{file} is there but could not be loaded", $"really librte_eal.so.{Installed.Number}", "Reinstall");
    }

    [Fact]
    public void A_library_that_is_no_library_says_so()
    {
        using var dpdk = new InstallationFolder();
        dpdk.AddAll();
        _ = dpdk.Write($"librte_ethdev.so.{Installed.Number}", new string('x', 4096));

        AssertException(Probe.Run(["call", "ethdev"], (LibraryPath, dpdk.Folder)), $"librte_ethdev.so.{Installed.Number} of {Installed} could not be loaded", "invalid ELF header", "Reinstall");
    }

    [Fact]
    public void Every_version_that_is_broken_is_told_of()
    {
        string[] files = [.. DpdkRuntime.KnownAbis.Select(a => Path.Combine(_folder, $"librte_eal.so.{a.Number}"))];
        foreach (string file in files)
        {
            File.WriteAllText(file, new string('x', 4096));
        }

        AssertRefused(Report((LibraryPath, _folder)), [.. files, "invalid ELF header"]);
    }

    [Fact]
    public void An_older_version_beside_the_installed_one_is_used_when_its_folder_is_named()
    {
        // On the oldest distribution there is none that is older, and newer libraries need a newer C library: the loader says so.
        DpdkAbi beside = Installed == DpdkRuntime.KnownAbis[0] ? Other : DpdkRuntime.KnownAbis[0];
        string folder = Path.GetDirectoryName(FetchedLibrary("librte_eal", beside))!;

        RuntimeReport report = Report((LibraryPath, folder));

        if (Installed == DpdkRuntime.KnownAbis[0] && !report.IsSupported)
        {
            AssertRefused(report, $"librte_eal.so.{beside.Number} is there but could not be loaded", "GLIBC_");
            return;
        }
        Assert.True(report.IsSupported, report.NotSupportedReason);
        Assert.Equal(beside.Version, report.Abi);
        Assert.StartsWith(beside.Version + ".", report.Version, StringComparison.Ordinal);
        Assert.Equal(folder, report.LibraryFolder);
        // What its libraries need comes from that folder too: nothing of the installed version is in the process.
        string[] loaded = Probe.Run(["loaded"], (LibraryPath, folder)).StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Contains($"{folder}/librte_ethdev.so.{beside.Number}.0", loaded, StringComparer.Ordinal);
        Assert.Contains($"{folder}/librte_kvargs.so.{beside.Number}.0", loaded, StringComparer.Ordinal);
        Assert.All(loaded, file => Assert.StartsWith(folder + "/", file, StringComparison.Ordinal));
    }

    [Fact]
    public void AppContext_values_choose_as_the_environment_does()
    {
        AssertRefused(Report(["--set", "DpdkSharp.Version=21.05"]), "DPDK 21.05", "DpdkSharp.Version");
        AssertRefused(Report(["--set", $"DpdkSharp.LibraryPath={_folder}"]), _folder);
        Assert.Equal(Other.Version, Report(["--set", $"DpdkSharp.Version={Other.Version}"]).ChosenAbi);
    }

    [Fact]
    public void The_environment_comes_before_AppContext() =>
        Assert.True(Report(["--set", "DpdkSharp.Version=21.05"], (Version, Installed.Version)).IsSupported);

    [Fact]
    public void AppContext_values_can_stand_in_the_program_s_runtime_configuration()
    {
        string folder = Path.GetDirectoryName(Probe.Program)!;
        string text = File.ReadAllText(Path.Combine(folder, "InteropProbe.runtimeconfig.json"));
        string configuration = Path.Combine(_folder, "probe.runtimeconfig.json");
        string with = text.Replace("\"configProperties\": {", "\"configProperties\": {\n      \"DpdkSharp.Version\": \"21.05\",", StringComparison.Ordinal);
        Assert.NotEqual(text, with, StringComparer.Ordinal);
        File.WriteAllText(configuration, with);

        ProcessResult run = ChildProcess.Run(
            Environment.ProcessPath is { } dotnet && Path.GetFileName(dotnet) == "dotnet" ? dotnet : "dotnet",
            ["exec", "--runtimeconfig", configuration, Probe.Program + ".dll", "runtime"],
            TimeSpan.FromMinutes(1));

        AssertRefused(JsonSerializer.Deserialize<RuntimeReport>(run.StandardOutput)!, "DPDK 21.05");
    }

    [Theory]
    [InlineData("function")]
    [InlineData("versioned")]
    [InlineData("inline")]
    [InlineData("variable")]
    [InlineData("export")]
    public void A_call_without_DPDK_throws_the_reason(string what)
    {
        ProcessResult call = Probe.Run(["call", what], (LibraryPath, _folder));

        AssertException(call, "DPDK was not found", _folder);
    }

    private static string FetchedLibrary(string library, DpdkAbi abi) =>
        Path.Combine(FetchedDpdk.Folder(abi.Version), "usr", "lib", "x86_64-linux-gnu", $"{library}.so.{abi.Number}");

    private static void AssertException(ProcessResult call, params string[] parts)
    {
        string[] lines = call.StandardOutput.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.True(lines is [nameof(DpdkNotSupportedException), _], call.StandardOutput + call.StandardError);
        Assert.All(parts, p => Assert.Contains(p, lines[1], StringComparison.Ordinal));
    }

    private static void AssertRefused(RuntimeReport report, params string[] parts)
    {
        Assert.False(report.IsSupported);
        Assert.Null(report.Abi);
        Assert.Null(report.Version);
        Assert.Null(report.LibraryFolder);
        Assert.Null(report.DriverFolder);
        string reason = report.NotSupportedReason!;
        Assert.DoesNotContain('\n', reason);
        Assert.EndsWith(".", reason, StringComparison.Ordinal);
        Assert.All(parts, p => Assert.Contains(p, reason, StringComparison.Ordinal));
    }

    private static RuntimeReport Report(params (string Name, string Value)[] environment) => Report([], environment);

    private static RuntimeReport Report(string[] options, params (string Name, string Value)[] environment)
    {
        ProcessResult run = Probe.Run(["runtime", .. options], environment);
        Assert.True(run.ExitCode == 0, run.StandardError);
        return JsonSerializer.Deserialize<RuntimeReport>(run.StandardOutput)!;
    }
}
