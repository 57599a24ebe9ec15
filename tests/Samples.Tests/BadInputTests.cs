using DpdkSharp.Interop;
using DpdkSharp.TestKit;

namespace DpdkSharp.Samples.Tests;

/// <summary>
/// What is wrong is told in exactly one line on stderr, the last one: what, why, what to do. The exit code is not 0. EAL's own log may come before it,
/// but where EAL does not start, there is that line alone.
/// </summary>
public sealed class BadInputTests
{
    private static readonly string[] s_nullPorts = ["net_null0", "net_null1"];

    [Theory]
    [InlineData("--bogus", "'--bogus'", "Usage: L2Fwd [EAL options] -- -p PORTMASK")]
    [InlineData("extra", "'extra'", "Usage: L2Fwd")]
    [InlineData("-p 0", "'0' is no port mask", "0x3 for ports 0 and 1")]
    [InlineData("-p zz", "'zz' is no port mask", "hexadecimal")]
    [InlineData("-p -1", "'-1'", "Usage: L2Fwd")]
    [InlineData("-p 0x10000000000000000", "is no port mask", "Usage: L2Fwd")]
    [InlineData("-p 3 -q 0", "'0' is not a number from 1 to 15", "Usage: L2Fwd")]
    [InlineData("-p 3 -q x", "'x' is not a number from 1 to 15", "Usage: L2Fwd")]
    [InlineData("-p 3 -T 86401", "'86401' is not a number from 0 to 86400", "Usage: L2Fwd")]
    [InlineData("-p 3 --portmap foo", "'foo' is no list of port pairs", "(0,1),(2,3)")]
    [InlineData("-p 3 --mac-updating --no-mac-updating", "exclude each other", "--no-mac-updating")]
    [InlineData("-P", "'-p' is required", "-p PORTMASK")]
    public void Wrong_arguments_are_told_before_EAL_starts(string arguments, string what, string help)
    {
        var result = RunL2Fwd(EalArguments.Isolated(1, s_nullPorts), arguments.Split(' '));

        AssertOnlyLine("l2fwd", result, what, help);
        Assert.Empty(result.StandardOutput);
    }

    [Theory]
    [InlineData("-p 7 -q 3", "0x7 names ports that are not there", "possible is 0x3")]
    [InlineData("-p 4", "0x4 names ports that are not there", "possible is 0x3")]
    [InlineData("-p 3 -q 1", "2 ports need more than the 1 lcores", "-q")]
    [InlineData("-p 3 -q 2 --portmap (0,2)", "the pair (0,2)", "does not enable both")]
    [InlineData("-p 3 -q 2 --portmap (0,1),(1,0)", "(1,0) twice", "--portmap")]
    [InlineData("-p 3 -q 2 --portmap (0,0)", "port 1", "--portmap does not say")]
    public void Ports_that_do_not_fit_the_devices(string arguments, string what, string help) =>
        AssertLastLine("l2fwd", RunL2Fwd(EalArguments.Isolated(1, s_nullPorts), arguments.Split(' ')), what, help);

    [Fact]
    public void An_option_that_EAL_does_not_know_is_one_line()
    {
        string[] arguments = ["--bogus", "--file-prefix", EalArguments.UniqueFilePrefix()];
        if (DpdkRuntime.Abi!.Value.Version != "25.11")
        {
            AssertRefused(arguments, "unrecognized option '--bogus'", "Check the spelling");
            return;
        }

        // EAL ends the process itself there, with its own exit code; the line is told all the same.
        foreach (var result in (ProcessResult[])[RunL2Fwd(arguments, "-p", "1"), Run("HelloWorld", arguments), Run("Skeleton", arguments)])
        {
            Assert.Equal(256 - 22, result.ExitCode); // -EINVAL
            Assert.Empty(result.StandardOutput);
            Assert.Equal(1, result.StandardError.Count(static c => c == '\n'));
            Assert.StartsWith("EAL could not start with the arguments: --bogus", result.StandardError, StringComparison.Ordinal);
            Assert.Contains("unknown argument --bogus", result.StandardError, StringComparison.Ordinal);
            Assert.Contains("Check the spelling", result.StandardError, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_huge_pages_and_no_files_exclude_each_other_until_25_11()
    {
        string[] arguments = ["-l", "0", "--no-huge", "-m", "64", "--in-memory", "--file-prefix", EalArguments.UniqueFilePrefix()];
        if (DpdkRuntime.Abi!.Value.Version != "25.11")
        {
            AssertRefused(arguments, "--in-memory", "Leave one of the two options out");
            return;
        }

        var hello = Run("HelloWorld", arguments);
        Assert.True(hello.ExitCode == 0, hello.StandardError);
        Assert.Contains("hello from core 0\n", hello.StandardOutput, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-l 9999 --no-huge -m 64", "9999", "choose among them with -l")]
    [InlineData("-l 0 --no-huge -m 99999999 --no-shconf", "memseg", "ask for less")]
    [InlineData("-l 0 --no-huge -m 64 --no-shconf --no-pci --vdev net_nonesuch0", "net_nonesuch0", "Check the device's name")]
    [InlineData("-l 0 --no-huge -m 64 --no-shconf --no-pci -d /no/such.so", "/no/such.so", "Is it one that -d names?")]
    [InlineData("-l 0 --no-huge -m 64 --no-shconf --iova-mode up", "--iova-mode", "EAL could not start with the arguments")]
    public void What_EAL_refuses_is_one_line(string eal, string what, string help) =>
        AssertRefused([.. eal.Split(' '), "--file-prefix", EalArguments.UniqueFilePrefix()], what, help);

    private static void AssertRefused(string[] arguments, string what, string help)
    {
        AssertOnlyLine("l2fwd", RunL2Fwd(arguments, "-p", "1"), what, help);
        AssertOnlyLine("helloworld", Run("HelloWorld", arguments), what, help);
        AssertOnlyLine("skeleton", Run("Skeleton", arguments), what, help);
        // The raw layer lets EAL say what it says in C.
        var raw = Run("Skeleton.Raw", arguments);
        Assert.Equal(1, raw.ExitCode);
        Assert.StartsWith("skeleton-raw: Error with EAL initialization", raw.StandardError.TrimEnd('\n').Split('\n')[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void No_DPDK()
    {
        using var folder = new TemporaryFolder();
        foreach (var (sample, name) in (ReadOnlySpan<(string, string)>)[("L2Fwd", "l2fwd"), ("HelloWorld", "helloworld"), ("Skeleton", "skeleton"), ("Skeleton.Raw", "skeleton-raw")])
        {
            AssertOnlyLine(name, RunWith(sample, "DPDKSHARP_LIBRARY_PATH", folder.Path), "DPDK was not found", folder.Path, "apt-get install librte-meta-net librte-meta-mempool");
        }
    }

    [Fact]
    public void A_folder_for_DPDK_that_is_not_there()
    {
        using var folder = new TemporaryFolder();
        AssertOnlyLine("l2fwd", RunWith("L2Fwd", "DPDKSHARP_LIBRARY_PATH", folder.File("nonesuch")), "nonesuch", "does not exist", "DPDKSHARP_LIBRARY_PATH");
    }

    [Fact]
    public void A_DPDK_version_asked_for_that_is_not_generated_for() =>
        AssertOnlyLine("l2fwd", RunWith("L2Fwd", "DPDKSHARP_VERSION", "21.11"), "asks for DPDK 21.11", "22.11, 24.11, 25.11", "Choose one of these");

    [Fact]
    public void A_DPDK_installed_that_is_newer_than_what_is_generated_for()
    {
        using var folder = new TemporaryFolder();
        File.Copy(InstalledEal(), folder.File("librte_eal.so.99"));

        AssertOnlyLine("l2fwd", RunWith("L2Fwd", "DPDKSHARP_LIBRARY_PATH", folder.Path), "librte_eal.so.99 is there", "22.11, 24.11, 25.11", "scripts/generate.sh");
    }

    [Fact]
    public void A_hugetlbfs_folder_that_is_none()
    {
        using var folder = new TemporaryFolder();
        string[] arguments = ["-l", "0", "--no-pci", "--no-telemetry", "--huge-dir", folder.Path, "--file-prefix", EalArguments.UniqueFilePrefix()];

        AssertOnlyLine("l2fwd", RunL2Fwd(arguments, "-p", "1"), "There are no huge pages to be had", "--no-huge");
    }

    [Fact]
    public void No_right_to_use_hugetlbfs()
    {
        Requirements.Root("mounting hugetlbfs");
        const string Pages = "/proc/sys/vm/nr_hugepages";
        var before = int.Parse(File.ReadAllText(Pages));
        using var folder = new TemporaryFolder();
        ChildProcess.RunChecked(Requirements.Program("mount", "mount"), "-t", "hugetlbfs", "-o", "uid=65534,gid=65534,mode=0700", "none", folder.Path);
        try
        {
            File.WriteAllText(Pages, $"{before + 8}");
            // Root keeps its name, and loses the right to go where it is not allowed.
            var result = ChildProcess.Run(
                Requirements.Program("setpriv", "util-linux"),
                [
                    "--bounding-set=-dac_override,-dac_read_search", SampleProgram.PathOf("L2Fwd"), "-l", "0", "--no-pci", "--no-telemetry",
                    "--huge-dir", folder.Path, "--file-prefix", EalArguments.UniqueFilePrefix(), "--", "-p", "1",
                ],
                L2FwdRun.Patience);

            AssertOnlyLine("l2fwd", result, "There are no huge pages to be had", "mount hugetlbfs with rights for this user");
        }
        finally
        {
            File.WriteAllText(Pages, $"{before}");
            ChildProcess.RunChecked(Requirements.Program("umount", "mount"), folder.Path);
        }
    }

    [Fact]
    public void Too_little_memory_for_the_pool()
    {
        string[] arguments = ["-l", "0", "--no-huge", "-m", "16", "--no-shconf", "--no-pci", "--no-telemetry", "--file-prefix", EalArguments.UniqueFilePrefix(), "--vdev", "net_null0", "--vdev", "net_null1"];

        AssertLastLine("l2fwd", RunL2Fwd(arguments, "-p", "3", "-q", "2"), "'mbuf_pool' could not be created", "Cannot allocate memory", "give EAL more (-m");
        AssertLastLine("skeleton", Run("Skeleton", arguments), "'MBUF_POOL' could not be created", "Cannot allocate memory", "give EAL more (-m");
        AssertLastLine("skeleton-raw", Run("Skeleton.Raw", arguments), "Cannot create mbuf pool", "Cannot allocate memory");
    }

    [Fact]
    public void A_capture_file_that_is_not_there()
    {
        using var folder = new TemporaryFolder();
        var missing = folder.File("nonesuch.pcap");
        var eal = EalArguments.Isolated(1, $"net_pcap0,rx_pcap={missing}", "net_null0");

        AssertLastLine("l2fwd", RunL2Fwd(eal, "-p", "3", "-q", "2"), "0x3 names ports that are not there", missing, "No such file or directory");
        AssertLastLine("skeleton", Run("Skeleton", eal), "must be even", missing, "No such file or directory");
    }

    [Fact]
    public void An_argument_that_a_driver_refuses() =>
        AssertLastLine("l2fwd", RunL2Fwd(EalArguments.Isolated(1, "net_null0,bogus=1"), "-p", "1"), "No Ethernet port was found", "failed to initialize net_null0");

    [Fact]
    public void What_a_device_refuses_is_told_even_when_the_clean_up_fails_in_its_wake() =>
        // This driver takes no jumbo frames when it repeats a capture, and loses packets over it, so that the pool cannot be disposed of.
        AssertLastLine(
            "l2fwd",
            RunL2Fwd(EalArguments.Isolated(1, $"net_pcap0,rx_pcap={RepositoryPaths.MixedCapture},infinite_rx=1", "net_null1"), "-p", "3", "-q", "2"),
            "could not set up receive queue 0", "rte_eth_rx_queue_setup");

    [Fact]
    public void No_ports_at_all()
    {
        AssertLastLine("l2fwd", RunL2Fwd(EalArguments.Isolated(1), "-p", "1"), "No Ethernet port was found", "--vdev=net_null0", "dpdk-devbind.py");
        AssertLastLine("skeleton", Run("Skeleton", EalArguments.Isolated(1)), "No Ethernet port was found", "--vdev=net_null0", "dpdk-devbind.py");
        AssertLastLine("skeleton-raw", Run("Skeleton.Raw", EalArguments.Isolated(1)), "number of ports must be even", "--vdev");
    }

    [Fact]
    public void An_odd_number_of_ports_for_the_skeleton()
    {
        AssertLastLine("skeleton", Run("Skeleton", EalArguments.Isolated(1, "net_null0")), "must be even", "--vdev");
        AssertLastLine("skeleton-raw", Run("Skeleton.Raw", EalArguments.Isolated(1, "net_null0")), "must be even", "--vdev");
    }

    private static ProcessResult RunL2Fwd(IEnumerable<string> eal, params string[] arguments) => Run("L2Fwd", [.. eal, "--", .. arguments]);

    private static ProcessResult Run(string sample, IEnumerable<string> arguments) => ChildProcess.Run(SampleProgram.PathOf(sample), arguments, L2FwdRun.Patience);

    private static ProcessResult RunWith(string sample, string variable, string value) =>
        ChildProcess.Run(
            SampleProgram.PathOf(sample),
            [.. EalArguments.Isolated(1, s_nullPorts), "--", .. sample == "L2Fwd" ? ["-p", "3"] : Array.Empty<string>()],
            L2FwdRun.Patience,
            new Dictionary<string, string?>(StringComparer.Ordinal) { [variable] = value });

    private static string InstalledEal() =>
        Directory.EnumerateDirectories("/usr/lib").Prepend("/usr/lib").Append("/usr/local/lib").SelectMany(static f => Directory.EnumerateFiles(f, "librte_eal.so.*")).First();

    /// <summary>The line stands alone.</summary>
    internal static void AssertOnlyLine(string name, ProcessResult result, params ReadOnlySpan<string> parts)
    {
        AssertLastLine(name, result, parts);
        Assert.Equal(1, result.StandardError.Count(static c => c == '\n'));
    }

    internal static void AssertLastLine(string name, ProcessResult result, params ReadOnlySpan<string> parts)
    {
        Assert.NotEqual(0, result.ExitCode);
        Assert.True(result.ExitCode < 128, $"ended by a signal: {result}");
        Assert.EndsWith("\n", result.StandardError, StringComparison.Ordinal);
        var lines = result.StandardError.TrimEnd('\n').Split('\n');
        Assert.StartsWith($"{name}: ", lines[^1], StringComparison.Ordinal);
        Assert.Single(lines, line => line.StartsWith($"{name}: ", StringComparison.Ordinal));
        foreach (var part in parts)
        {
            Assert.Contains(part, lines[^1], StringComparison.Ordinal);
        }

        Assert.DoesNotContain(lines, static line => line.StartsWith("   at ", StringComparison.Ordinal));
    }
}
