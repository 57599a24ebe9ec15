namespace DpdkSharp.TestKit.Tests;

public sealed class NetworkTests
{
    [Fact]
    public void What_one_end_of_a_pair_sends_the_other_receives()
    {
        using var left = NetworkNamespace.Create();
        using var right = NetworkNamespace.Create();
        using var pair = VethPair.Create();
        pair.Move(pair.First, left, "192.0.2.1/24");
        pair.Move(pair.Second, right, "192.0.2.2/24");

        Assert.Contains("3 received", left.Run("ping", "-c", "3", "-i", "0.1", "-W", "5", "192.0.2.2"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_ends_are_up_quiet_and_offload_nothing()
    {
        using var pair = VethPair.Create(mtu: 9000);
        foreach (var end in (string[])[pair.First, pair.Second])
        {
            Assert.Equal("up", File.ReadAllText($"/sys/class/net/{end}/operstate").Trim());
            Assert.Equal("9000", File.ReadAllText($"/sys/class/net/{end}/mtu").Trim());
            Assert.Equal("0", File.ReadAllText($"/sys/class/net/{end}/statistics/tx_packets").Trim());
            var features = ChildProcess.RunChecked(Requirements.Program("ethtool", "ethtool"), "-k", end);
            Assert.All(
                ["tx-checksumming", "tcp-segmentation-offload", "generic-receive-offload", "tx-vlan-offload"],
                feature => Assert.Contains($"\n{feature}: off\n", features, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Nothing_is_left_behind()
    {
        string name;
        string device;
        int process;
        using (var created = NetworkNamespace.Create())
        using (var pair = VethPair.Create())
        {
            (name, device) = (created.Name, pair.First);
            pair.Move(pair.Second, created, "192.0.2.2/24");
            process = created.Start("sleep", "100").Id;
            Assert.True(File.Exists($"/run/netns/{name}"));
            Assert.True(Directory.Exists($"/sys/class/net/{device}"));
        }

        Assert.False(File.Exists($"/run/netns/{name}"));
        Assert.False(Directory.Exists($"/sys/class/net/{device}"));
        Assert.True(SpinWait.SpinUntil(() => !Directory.Exists($"/proc/{process}"), TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public void Names_fit_and_differ()
    {
        var names = Enumerable.Range(0, 1000).Select(_ => UniqueName.Next("dpdk")).ToList();

        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
        Assert.All(names, name => Assert.InRange(name.Length, 1, 15));
    }
}
