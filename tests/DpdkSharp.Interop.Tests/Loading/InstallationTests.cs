using System.Text.Json;
using DpdkSharp.TestKit;

namespace DpdkSharp.Interop.Tests.Loading;

/// <summary>What <see cref="DpdkRuntime.FindInstallations"/> says of whole, strange and broken ones: folders of links to the installed libraries, each with one thing changed.</summary>
public sealed class InstallationTests : IDisposable
{
    private readonly InstallationFolder _dpdk = new();

    public void Dispose() => _dpdk.Dispose();

    private static DpdkAbi Installed => DpdkRuntime.Abi!.Value;

    private static DpdkAbi Other => DpdkRuntime.KnownAbis.First(static a => a != Installed);

    [Fact]
    public void The_one_that_this_process_uses_is_whole()
    {
        DpdkInstallation found = Assert.Single(DpdkRuntime.FindInstallations(), static i => i.IsLoaded);

        Assert.Equal(Installed, found.Abi);
        Assert.Equal(Installed.Number, found.AbiNumber);
        Assert.Equal(Installed.Version, found.ReleaseLine);
        Assert.Equal(DpdkRuntime.LibraryFolder, found.LibraryFolder);
        Assert.Equal(DpdkRuntime.DriverFolder, found.DriverFolder);
        Assert.True(found.HasDriverFolder);
        Assert.True(found.IsUsable);
        Assert.Null(found.Problem);
        Assert.Empty(found.LibraryFaults);
        Assert.Empty(found.DriverFaults);
        Assert.Superset(new HashSet<string>(["net_null", "net_ring", "mempool_ring"], StringComparer.Ordinal), found.Drivers.ToHashSet(StringComparer.Ordinal));
        Assert.Equal($"DPDK {Installed.Version} (ABI {Installed.Number}) in {found.LibraryFolder}", found.ToString());
    }

    [Fact]
    public void Each_is_told_once_however_many_names_and_folders_lead_to_it()
    {
        IReadOnlyList<DpdkInstallation> found = DpdkRuntime.FindInstallations();

        Assert.Equal(found.Count, found.DistinctBy(static i => (i.AbiNumber, i.LibraryFolder)).Count());
        _ = Assert.Single(found, static i => i.AbiNumber == Installed.Number);
    }

    [Fact]
    public void A_newer_one_than_any_known_is_told_and_not_taken()
    {
        _dpdk.AddAll();
        _dpdk.Replace("librte_eal.so.99", InstallationFolder.Real("librte_eal"));

        Report found = Find(99);

        Assert.Null(found.Abi);
        Assert.Equal("98.11", found.ReleaseLine);
        Assert.False(found.IsUsable);
        Assert.False(found.IsLoaded);
        Assert.Empty(found.Drivers);
        Assert.False(found.HasDriverFolder);
        Assert.True(Find(Installed.Number).IsLoaded);
    }

    [Fact]
    public void A_known_one_of_another_version_beside_it_is_told_with_what_it_lacks()
    {
        _dpdk.AddAll();
        _dpdk.Replace($"librte_eal.so.{Other.Number}", Fetched("librte_eal"));

        Report found = Find(Other.Number);

        Assert.Equal(Other, found.Abi);
        Assert.False(found.IsLoaded);
        Assert.Contains("librte_kvargs.so." + Other.Number, found.Problem, StringComparison.Ordinal);
        Assert.False(found.IsUsable);
        Assert.True(Find(Installed.Number).IsUsable);
    }

    [Fact]
    public void A_library_that_is_really_of_another_version_is_named()
    {
        _dpdk.AddAll();
        string wrong = _dpdk.Replace($"librte_ring.so.{Installed.Number}", Fetched("librte_ring"));

        DpdkFault fault = Assert.Single(Find(Installed.Number).LibraryFaults);

        Assert.Equal(wrong, fault.Path);
        Assert.Contains($"really librte_ring.so.{Other.Number}", fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_that_is_missing_is_named_by_all_that_need_it()
    {
        _dpdk.AddAll();
        // The folder is all that is looked at here: the system's own would help out.
        string needing = _dpdk.Path($"librte_mempool.so.{Installed.Number}");
        Assert.Null(InstallationCheck.Fault(needing, name => File.Exists(_dpdk.Path(name)) || !name.StartsWith("librte_", StringComparison.Ordinal)));

        File.Delete(_dpdk.Path($"librte_ring.so.{Installed.Number}"));

        DpdkFault fault = InstallationCheck.Fault(needing, name => File.Exists(_dpdk.Path(name)) || !name.StartsWith("librte_", StringComparison.Ordinal))!.Value;
        Assert.Equal($"it needs librte_ring.so.{Installed.Number}, which is not there", fault.Reason);
        Assert.Equal([$"librte_ring.so.{Installed.Number}"], fault.Missing, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(0, "the file is empty")]
    [InlineData(5000, "cut off")]
    public void A_file_that_is_cut_off_is_named(int length, string reason)
    {
        _dpdk.AddAll();
        string file = _dpdk.Replace($"librte_hash.so.{Installed.Number}", InstallationFolder.Real("librte_hash"));
        using (FileStream cut = File.OpenWrite(file))
        {
            cut.SetLength(length);
        }

        DpdkFault fault = Assert.Single(Find(Installed.Number).LibraryFaults);

        Assert.Equal(file, fault.Path);
        Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_library_and_one_for_another_processor_are_named()
    {
        string text = _dpdk.Write($"librte_text.so.{Installed.Number}", new string('x', 1000));
        string arm = _dpdk.Replace($"librte_arm.so.{Installed.Number}", InstallationFolder.Real("librte_hash"));
        using (FileStream header = File.OpenWrite(arm))
        {
            header.Position = 18; // e_machine: a RISC-V.
            header.WriteByte(243);
        }
        File.CreateSymbolicLink(_dpdk.Path($"librte_void.so.{Installed.Number}"), "nothing");

        string?[] reasons = [.. InstallationCheck.Faults(_dpdk.Folder, Installed.Number, [], "librte_").OrderBy(static f => f.Path, StringComparer.Ordinal).Select(static f => f.ToString())];

        Assert.Equal(3, reasons.Length);
        Assert.Equal($"{arm}: it is a library for another processor", reasons[0]);
        Assert.StartsWith($"{text}: invalid ELF header", reasons[1], StringComparison.Ordinal);
        Assert.EndsWith("a link to a file that does not", reasons[2], StringComparison.Ordinal);
    }

    [Fact]
    public void No_input_makes_the_reader_of_files_fail()
    {
        byte[] whole = File.ReadAllBytes(InstallationFolder.Real("librte_kvargs"));
        string file = _dpdk.Path("librte_fuzzed.so.1");
        var random = new Random(6);
        for (int round = 0; round < 2000; round++)
        {
            byte[] bytes = whole[..random.Next(whole.Length + 1)];
            for (int i = 0; i < 4 && bytes.Length > 0; i++)
            {
                // The header and what it points at decide.
                bytes[random.Next(Math.Min(bytes.Length, 700))] = (byte)random.Next(256);
            }
            File.WriteAllBytes(file, bytes);

            Assert.True(ElfLibrary.Read(file, out string? fault) is null != fault is null);
        }
    }

    [Fact]
    public void Without_the_driver_folder_EAL_has_no_drivers()
    {
        _dpdk.AddEalAlone();

        Report found = Find(Installed.Number);

        Assert.False(found.HasDriverFolder);
        Assert.Equal(Path.Combine(_dpdk.Folder, "dpdk", $"pmds-{Installed.Number}.0"), found.DriverFolder);
        Assert.Empty(found.Drivers);
    }

    [Fact]
    public void A_driver_that_cannot_be_loaded_is_named_and_not_counted()
    {
        _dpdk.AddAll();
        string folder = Directory.CreateDirectory(_dpdk.Path($"dpdk/pmds-{Installed.Number}.0")).FullName;
        File.CreateSymbolicLink(Path.Combine(folder, $"librte_net_null.so.{Installed.Number}"), Path.Combine(DpdkRuntime.DriverFolder!, $"librte_net_null.so.{Installed.Number}"));
        string broken = _dpdk.Write($"dpdk/pmds-{Installed.Number}.0/librte_net_ring.so.{Installed.Number}", "no library");

        Report found = Find(Installed.Number);

        Assert.Equal(["net_null"], found.Drivers);
        Assert.Equal(broken, Assert.Single(found.DriverFaults).Path);
    }

    [Fact]
    public void The_shim_beside_the_program_is_whole() => Assert.Empty(ShimFaults());

    [Fact]
    public void The_shim_of_another_version_under_the_right_name_is_named()
    {
        using var program = new ProgramCopy();
        string wrong = program.ReplaceShim($"libdpdksharp_sched.so.{Installed.Number}", $"libdpdksharp_sched.so.{Other.Number}");

        DpdkFault fault = Assert.Single(program.ShimFaults());

        Assert.Equal(wrong, fault.Path);
        Assert.Contains($"really libdpdksharp_sched.so.{Other.Number}", fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_without_the_shim_is_told_so()
    {
        using var program = new ProgramCopy();

        DpdkFault fault = Assert.Single(program.ShimFaults());

        Assert.EndsWith($"libdpdksharp_*.so.{Installed.Number}", fault.Path, StringComparison.Ordinal);
        Assert.Equal("there is none", fault.Reason);
    }

    private static string Fetched(string library) =>
        Path.Combine(FetchedDpdk.Folder(Other.Version), "usr", "lib", "x86_64-linux-gnu", $"{library}.so.{Other.Number}");

    private static List<DpdkFault> ShimFaults() => JsonSerializer.Deserialize<List<DpdkFault>>(Probe.Run(["shim-faults"]).StandardOutput)!;

    /// <summary>What a process says that was given the folder.</summary>
    private Report Find(int abiNumber)
    {
        ProcessResult run = Probe.Run(["installations"], ("DPDKSHARP_LIBRARY_PATH", _dpdk.Folder));
        Assert.True(run.ExitCode == 0, run.StandardError);
        return Assert.Single(JsonSerializer.Deserialize<List<Report>>(run.StandardOutput)!, i => i.AbiNumber == abiNumber && i.LibraryFolder == _dpdk.Folder);
    }

    /// <summary>A <see cref="DpdkInstallation"/> as the probe writes it.</summary>
    private sealed record Report(
        DpdkAbi? Abi,
        int AbiNumber,
        string ReleaseLine,
        string LibraryFolder,
        bool IsLoaded,
        bool IsUsable,
        string? Problem,
        DpdkFault[] LibraryFaults,
        string DriverFolder,
        bool HasDriverFolder,
        string[] Drivers,
        DpdkFault[] DriverFaults);
}
