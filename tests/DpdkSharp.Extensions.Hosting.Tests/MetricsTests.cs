namespace DpdkSharp.Extensions.Hosting.Tests;

/// <summary>What a listener to the meters sees of a worker that has received at least 1,000 packets from net_null, and nothing more.</summary>
public sealed class MetricsTests
{
    private const string Port = "dpdk.port.id=0,dpdk.port.name=net_null0";

    private static readonly Lazy<Scenario> s_run = new(static () => Scenario.Run("metrics"));

    [Fact]
    public void Ports_queues_and_workers_agree_on_the_packets()
    {
        long packets = s_run.Value.Metric("dpdk.lcore.packets", "dpdk.lcore.id=1");

        Assert.InRange(packets, 1000, 1064);
        Assert.Equal(packets, s_run.Value.Metric("dpdk.port.packets", $"{Port},network.io.direction=receive"));
        Assert.Equal(packets, s_run.Value.Metric("dpdk.queue.packets", $"{Port},dpdk.queue.id=0,network.io.direction=receive"));
        Assert.Equal(packets, s_run.Value.Metric("dpdk.port.xstats", $"{Port},dpdk.port.statistic=rx_good_packets"));
        Assert.Equal(0, s_run.Value.Metric("dpdk.port.packets", $"{Port},network.io.direction=transmit"));
    }

    [Fact]
    public void A_pool_s_objects_add_up()
    {
        long available = s_run.Value.Metric("dpdk.mempool.objects", "dpdk.mempool.name=packets,dpdk.mempool.state=available");
        long inUse = s_run.Value.Metric("dpdk.mempool.objects", "dpdk.mempool.name=packets,dpdk.mempool.state=in_use");

        Assert.Equal(1023, s_run.Value.Metric("dpdk.mempool.capacity", "dpdk.mempool.name=packets"));
        Assert.Equal(1023, available + inUse);
        // The worker has given all back.
        Assert.Equal(0, inUse);
    }

    [Fact]
    public void Rings_and_workers_and_links_are_told()
    {
        Assert.Equal(2, s_run.Value.Metric("dpdk.ring.entries", "dpdk.ring.name=numbers"));
        Assert.Equal(15, s_run.Value.Metric("dpdk.ring.capacity", "dpdk.ring.name=numbers"));
        Assert.Equal(1, s_run.Value.Metric("dpdk.lcore.running", "dpdk.lcore.id=1"));
        Assert.Equal(1, s_run.Value.Metric("dpdk.port.link.up", Port));
        Assert.Equal(10_000_000_000, s_run.Value.Metric("dpdk.port.link.speed", Port));
        Assert.True(s_run.Value.Metric("dpdk.lcore.cycles", "dpdk.lcore.id=1,dpdk.lcore.state=busy") > 0);
        Assert.InRange(s_run.Value.Metric("dpdk.lcore.polls", "dpdk.lcore.id=1"), 2, 1001);
    }

    [Fact]
    public void What_is_measured_has_the_names_of_the_documentation()
    {
        string documentation = File.ReadAllText(Path.Combine(TestKit.RepositoryPaths.Root, "docs", "hosting.md"));
        // The first column of the table, and the one instrument of the other meter.
        IEnumerable<string> documented = documentation.Split('\n')
            .Where(static l => l.StartsWith("| `dpdk.", StringComparison.Ordinal))
            .SelectMany(static l => l.Split('|')[1].Split(',', StringSplitOptions.TrimEntries))
            .Append("`dpdk.port.xstats`");

        Assert.Equal(
            documented.Select(static n => n.Trim('`')).Order(StringComparer.Ordinal),
            s_run.Value.Lines.Where(static l => l[0] == "metric").Select(static l => l[1]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_was_disposed_is_not_read_any_more()
    {
        Scenario run = Scenario.Run("ends-when-asked");

        Assert.Equal(0, run.ExitCode);
        int end = run.Lines.ToList().FindIndex(static l => l is ["log", _, _, "All workers have returned, and EAL has ended", ..]);
        Assert.Contains(run.Lines.Take(end), static l => l[0] == "metric");
        Assert.DoesNotContain(run.Lines.Skip(end), static l => l[0] == "metric");
    }
}
