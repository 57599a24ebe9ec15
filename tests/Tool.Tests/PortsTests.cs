using DpdkSharp.TestKit;

namespace DpdkSharp.Tool.Tests;

/// <summary>ports, on virtual devices.</summary>
public sealed class PortsTests
{
    [Fact]
    public void Each_port_tells_its_driver_and_its_limits()
    {
        var report = ToolProgram.Json(0, "ports", "--json", "--", "--no-pci", "--vdev=net_null0", "--vdev=net_ring0", $"--vdev=net_pcap0,rx_pcap={RepositoryPaths.MixedCapture},tx_pcap=/dev/null");
        var ports = report.GetProperty("ports").EnumerateArray().ToArray();

        Assert.Equal(["net_null", "net_ring", "net_pcap"], ports.Select(static p => p.GetProperty("driver").GetString()!), StringComparer.Ordinal);
        Assert.Equal(16, ports[1].GetProperty("rxQueues").GetProperty("max").GetInt32());
        Assert.Equal(1500, ports[0].GetProperty("mtu").GetProperty("value").GetInt32());
        Assert.Contains("Ipv4Tcp", ports[0].GetProperty("rssHashTypes").EnumerateArray().Select(static t => t.GetString()!), StringComparer.Ordinal);
        Assert.Contains("SCATTER", ports[1].GetProperty("rxOffloads").EnumerateArray().Select(static t => t.GetString()!), StringComparer.Ordinal);
        Assert.Matches("^([0-9a-f]{2}:){5}[0-9a-f]{2}$", ports[2].GetProperty("macAddress").GetString());
    }

    [Fact]
    public void It_is_readable_too() =>
        Assert.Matches(@"^Port 1: net_ring0\n  Driver +net_ring\n  MAC address +00:00:00:00:00:00\n(?s:.*)\n  RX queues +up to 16, of ", ToolProgram.Output(0, "ports", "-p", "1", "--", "--no-pci", "--vdev=net_null0", "--vdev=net_ring0"));

    [Fact]
    public void No_ports_are_exit_code_3_with_the_reason() =>
        Assert.Contains("No Ethernet port was found.", ToolProgram.Refusal(3, "ports", "--", "--no-pci"), StringComparison.Ordinal);

    [Fact]
    public void What_EAL_refuses_is_told()
    {
        // EAL of 25.11 ends the process itself, with words of its own.
        bool ends = Interop.DpdkRuntime.Version >= new Version(25, 11);
        Assert.Contains(
            ends ? "unknown argument --nonsense" : "unrecognized option '--nonsense'",
            ToolProgram.Refusal(ends ? 234 : 1, "ports", "--", "--no-pci", "--nonsense"),
            StringComparison.Ordinal);
    }

    [Fact]
    public void When_EAL_does_not_start_no_folder_is_left()
    {
        using var folder = new TemporaryFolder();
        var environment = new Dictionary<string, string?>(StringComparer.Ordinal) { ["RUNTIME_DIRECTORY"] = folder.Path };

        Assert.Equal(1, ToolProgram.RunWith(environment, "ports", "--", "--no-pci", "--vdev=net_nonesuch0").ExitCode);
        Assert.Empty(Directory.EnumerateDirectories(folder.File("dpdk")));
    }

    [Fact]
    public void A_port_that_is_not_there_is_told_with_those_that_are() =>
        Assert.Contains("there is no port 7; the ports are 0.", ToolProgram.Refusal(2, "ports", "-p", "7", "--", "--no-pci", "--vdev=net_null0"), StringComparison.Ordinal);
}
