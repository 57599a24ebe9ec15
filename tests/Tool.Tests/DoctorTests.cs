using System.Text.Json;
using DpdkSharp.Interop;
using DpdkSharp.TestKit;

namespace DpdkSharp.Tool.Tests;

/// <summary>doctor, on this machine and on made-up ones.</summary>
public sealed class DoctorTests
{
    [Fact]
    public void This_machine_has_DPDK_with_its_drivers()
    {
        var result = ToolProgram.Run("doctor", "--json");
        var report = JsonDocument.Parse(result.StandardOutput).RootElement;
        var findings = report.GetProperty("findings").EnumerateArray().ToArray();

        Assert.Equal(report.GetProperty("status").GetString() == "problem" ? 1 : 0, result.ExitCode);
        Assert.Matches(@"^DPDK \d+\.\d+\.\d+ \(ABI \d+\) in /", findings.Single(static f => f.GetProperty("check").GetString() == "dpdk.found").GetProperty("message").GetString());
        Assert.Equal("ok", findings.Single(static f => f.GetProperty("check").GetString() == "drivers.essential").GetProperty("status").GetString());
        // What is not well has its cure, what is well needs none.
        Assert.All(findings, static f => Assert.Equal(f.GetProperty("status").GetString() == "ok", f.GetProperty("mend").ValueKind == JsonValueKind.Null));
    }

    [Fact]
    public void Into_a_pipe_it_writes_plain_lines()
    {
        var text = ToolProgram.Run("doctor").StandardOutput;
        Assert.DoesNotContain("\e", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n'), static line => Assert.Equal(line.TrimEnd(), line));
        Assert.Matches(@"\n\d+ ok, \d+ warnings?, \d+ problems?\n$", text);
    }

    [Fact]
    public void Nothing_is_wrong_with_a_healthy_machine()
    {
        using var machine = MadeUpMachine.Healthy();
        Assert.Contains(" ok, 0 warnings, 0 problems\n", ToolProgram.Output(0, "doctor", "--root", machine.Root), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hugepages.reserved", "problem", "/sys/kernel/mm/hugepages/hugepages-2048kB/nr_hugepages", "0", "sysctl -w vm.nr_hugepages")]
    [InlineData("hugepages.reserved", "warning", "/sys/kernel/mm/hugepages/hugepages-2048kB/nr_hugepages", "64", "sysctl -w vm.nr_hugepages")]
    [InlineData("hugepages.free", "warning", "/sys/kernel/mm/hugepages/hugepages-2048kB/free_hugepages", "0", "dpdksharp processes")]
    [InlineData("hugepages.node", "warning", "/sys/devices/system/node/node1/hugepages/hugepages-2048kB/nr_hugepages", "0", "/node1/hugepages/")]
    [InlineData("hugepages.mount", "problem", "/proc/mounts", "proc /proc proc rw 0 0", "mount -t hugetlbfs")]
    [InlineData("iommu.passthrough", "warning", "/proc/cmdline", "root=/dev/sda1", "iommu=pt")]
    [InlineData("permissions.user", "warning", "/proc/self/status", "Uid:\t1000\t1000\t1000\t1000\nCapEff:\t0\nCpus_allowed_list:\t0-7", "setcap")]
    [InlineData("permissions.user", "warning", "/proc/self/status", "Uid:\t0\t0\t0\t0\nCapEff:\t00000000a80425fb\nCpus_allowed_list:\t0-7", "--cap-add")]
    [InlineData("permissions.memlock", "warning", "/proc/self/limits", "Max locked memory         65536                65536                bytes", "ulimit -l")]
    [InlineData("cores.online", "warning", "/sys/devices/system/cpu/online", "0", "two or more")]
    [InlineData("cores.instructions", "problem", "/proc/cpuinfo", "flags : fpu sse2 constant_tsc nonstop_tsc", "CPU model")]
    [InlineData("cores.tsc", "warning", "/proc/cpuinfo", "flags : fpu sse4_2", "invtsc")]
    [InlineData("cores.isolated", "warning", "/sys/devices/system/cpu/isolated", "", "isolcpus=1-7")]
    [InlineData("cores.nohz_full", "warning", "/sys/devices/system/cpu/nohz_full", "2-6", "nohz_full=2-7")]
    [InlineData("cores.governor", "warning", "/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", "powersave", "cpupower")]
    [InlineData("numa.balancing", "warning", "/proc/sys/kernel/numa_balancing", "1", "sysctl -w kernel.numa_balancing=0")]
    public void Each_ailment_is_found_with_its_cure(string check, string status, string path, string text, string cure)
    {
        using var machine = MadeUpMachine.Healthy().With(path, text);
        if (check == "permissions.memlock")
        {
            _ = machine.With("/proc/self/status", "Uid:\t1000\t1000\t1000\t1000\nCapEff:\t0\nCpus_allowed_list:\t0-7");
        }
        var found = ToolProgram.Json(status == "problem" ? 1 : 0, "doctor", "--root", machine.Root, "--json").GetProperty("findings").EnumerateArray()
            .Single(f => f.GetProperty("check").GetString() == check);

        Assert.Equal(status, found.GetProperty("status").GetString());
        Assert.Contains(cure, found.GetProperty("mend").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sys/class/iommu", "/sys/kernel/iommu_groups", "iommu.present", "warning", "kernel's command line")]
    [InlineData("/sys/class/iommu", "/sys/kernel/iommu_groups", "vfio.noiommu", "problem", "enable_unsafe_noiommu_mode")]
    [InlineData("/sys/bus/pci/drivers/vfio-pci", "/dev/vfio", "vfio.module", "warning", "modprobe vfio-pci")]
    [InlineData("/dev/vfio/vfio", "/dev/vfio/none", "vfio.device", "problem", "--device /dev/vfio")]
    [InlineData("/sys/kernel/mm", "/none", "hugepages.support", "problem", "--no-huge")]
    public void What_is_missing_is_told(string path, string second, string check, string status, string cure)
    {
        using var machine = MadeUpMachine.Healthy().Without(path);
        if (Directory.Exists(machine.PathOf(second)))
        {
            _ = machine.Without(second);
        }
        var found = ToolProgram.Json(status == "problem" || check == "iommu.present" ? 1 : 0, "doctor", "--root", machine.Root, "--json").GetProperty("findings").EnumerateArray()
            .Single(f => f.GetProperty("check").GetString() == check);

        Assert.Equal(status, found.GetProperty("status").GetString());
        Assert.Contains(cure, found.GetProperty("mend").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_machine_without_DPDK_is_told_what_was_looked_for()
    {
        using var folder = new TemporaryFolder();
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal) { ["DPDKSHARP_LIBRARY_PATH"] = folder.Path };
        var result = ToolProgram.RunWith(environment, "doctor");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains($"problem  DPDK was not found: looked for librte_eal.so.26, librte_eal.so.25, librte_eal.so.23 in {folder.Path}", result.StandardOutput, StringComparison.Ordinal);
        Assert.Equal(3, ToolProgram.RunWith(environment, "ports", "--", "--no-pci").ExitCode);
    }

    [Fact]
    public void An_unknown_newer_DPDK_and_a_broken_one_are_told_apart()
    {
        using var folder = new TemporaryFolder();
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal) { ["DPDKSHARP_LIBRARY_PATH"] = folder.Path };
        File.WriteAllText(folder.File("librte_eal.so.27"), "no library");
        Assert.Contains("dpdksharp new-version 26.11", ToolProgram.RunWith(environment, "doctor").StandardOutput, StringComparison.Ordinal);

        File.Move(folder.File("librte_eal.so.27"), folder.File("librte_eal.so.25"));
        var broken = ToolProgram.RunWith(environment, "doctor");
        Assert.Equal(1, broken.ExitCode);
        Assert.Contains($"DPDK 24.11 (ABI 25) in {folder.Path} cannot be loaded: ", broken.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_broken_installation_it_names_what_has_to_be_installed()
    {
        using var folder = new TemporaryFolder();
        var abi = DpdkRuntime.Abi!.Value.Number;
        foreach (var file in Directory.EnumerateFiles(DpdkRuntime.LibraryFolder!, $"librte_*.so.{abi}"))
        {
            File.CreateSymbolicLink(folder.File(Path.GetFileName(file)), file);
        }
        // This one needs a library that nobody has.
        var needing = folder.File($"librte_mempool.so.{abi}");
        var bytes = File.ReadAllBytes(needing);
        bytes[bytes.AsSpan().IndexOf("librte_ring.so"u8) + "librte_rin".Length] = (byte)'x';
        File.Delete(needing);
        File.WriteAllBytes(needing, bytes);
        Directory.CreateDirectory(folder.File($"dpdk/pmds-{abi}.0"));
        File.WriteAllText(folder.File($"dpdk/pmds-{abi}.0/librte_net_null.so.{abi}"), "no library");

        var result = ToolProgram.RunWith(new Dictionary<string, string?>(StringComparer.Ordinal) { ["DPDKSHARP_LIBRARY_PATH"] = folder.Path }, "doctor", "--json");

        Assert.Equal(1, result.ExitCode);
        var findings = JsonDocument.Parse(result.StandardOutput).RootElement.GetProperty("findings").EnumerateArray().ToArray();
        var missing = Assert.Single(findings, static f => f.GetProperty("check").GetString() == "dpdk.missing");
        Assert.StartsWith($"librte_rinx.so.{abi} is not there; of DPDK's libraries and drivers, 1 cannot be loaded without it", missing.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal($"apt-get install --reinstall librte-rinx{abi}", missing.GetProperty("mend").GetString());
        var driver = Assert.Single(findings, static f => f.GetProperty("check").GetString() == "drivers.broken");
        Assert.Equal("problem", driver.GetProperty("status").GetString());
        Assert.Equal($"apt-get install --reinstall librte-net-null{abi}", driver.GetProperty("mend").GetString());
    }

    [Fact]
    public void A_programs_settings_are_compared_with_the_recommended_ones()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("app.runtimeconfig.json"), """{"runtimeOptions":{"configProperties":{"System.GC.Server":true,"System.GC.Concurrent":false,"System.Runtime.TieredPGO":false}}}""");
        var text = ToolProgram.Run("doctor", "--runtime-config", folder.File("app.runtimeconfig.json")).StandardOutput;

        Assert.Contains("warning  the server collector is on (System.GC.Server)", text, StringComparison.Ordinal);
        Assert.Contains("ok       no thread of a concurrent collector", text, StringComparison.Ordinal);
        Assert.Contains("warning  the compiler does not learn", text, StringComparison.Ordinal);
        Assert.Contains("is no runtimeconfig.json", ToolProgram.Refusal(2, "doctor", "--runtime-config", folder.File("none")), StringComparison.Ordinal);
    }

    [Fact]
    public void The_sample_has_the_settings_that_are_recommended_for_its_project()
    {
        var file = Path.Combine(Path.GetDirectoryName(SampleProgram.PathOf("L2Fwd"))!, "L2Fwd.runtimeconfig.json");
        var text = ToolProgram.Run("doctor", "--runtime-config", file).StandardOutput;

        Assert.Contains("ok       no thread of a concurrent collector", text, StringComparison.Ordinal);
        Assert.Contains("ok       code is compiled anew with what the running program shows", text, StringComparison.Ordinal);
    }
}
