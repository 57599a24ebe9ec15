using DpdkSharp.TestKit;

namespace DpdkSharp.Checked.Tests;

/// <summary>What is out, as a test asks for it.</summary>
public sealed class ReportTests : PoolTest
{
    [Fact]
    public void A_pool_that_is_whole_has_nothing_out()
    {
        Assert.True(CheckedMode.IsEnabled);
        PacketPool pool = TestPool.Create();
        pool.Packet().Free();
        PacketPoolReport report = CheckedMode.GetReport(pool);
        Assert.Equal((pool.Name, 255, 0), (report.PoolName, report.Capacity, report.OutstandingCount));
        Assert.Equal($"{pool}: 0 of 255 packets are out", report.ToString());
    }

    [Fact]
    public void What_is_out_is_told_by_owner()
    {
        PacketPool pool = TestPool.Create(1023, cacheSize: 32);
        using var port = new LoopPort(pool);
        using var ring = Ring<Mbuf>.Create(UniqueName.Next("ring"), 8);
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        string place = Message.Here(); bool allocated = pool.TryAllocate(burst, 5);
        Assert.True(allocated && ring.TryEnqueue(pool.Packet()));
        port.Send(pool.Packet());

        PacketPoolReport report = CheckedMode.GetReport(pool);

        Assert.Equal((7, 5, 1, 1, 0), (report.OutstandingCount, report.CountOf(PacketHolder.Application), report.CountOf(PacketHolder.Ring), report.CountOf(PacketHolder.Device), report.CountOf(PacketHolder.Unknown)));
        OutstandingPackets most = report.Outstanding[0];
        Assert.Equal((PacketHolder.Application, "in a burst", place, 5, 0, 0), (most.Holder, most.Owner, most.Site, most.Count, most.ShortestLength, most.LongestLength));
        Assert.InRange(most.Age, TimeSpan.FromTicks(1), TimeSpan.FromMinutes(1));
        Assert.Contains(report.Outstanding, o => o.Owner == ring.ToString());
        Assert.Contains(report.Outstanding, o => o.Owner == port.Tx.ToString());
        Assert.Contains(CheckedMode.GetReport().Pools, p => p.PoolName == pool.Name && p.OutstandingCount == 7);
        Assert.Contains($"  5 with the application (in a burst), taken by {place}: 0 bytes, for ", CheckedMode.GetReport().ToString(), StringComparison.Ordinal);
        Assert.True(CheckedMode.GetReport().CountOf(PacketHolder.Application) >= 5);
        burst.Clear();
        ring.FreeAll();
    }

    [Fact]
    public void A_disposed_pool_has_no_report()
    {
        PacketPool pool = TestPool.Create();
        pool.Dispose();
        Assert.Throws<ObjectDisposedException>(() => CheckedMode.GetReport(pool));
        Assert.DoesNotContain(CheckedMode.GetReport().Pools, p => p.PoolName == pool.Name);
    }

    [Fact]
    public void A_loop_that_runs_comes_to_allocate_nothing()
    {
        PacketPool pool = TestPool.Create();
        using var port = new LoopPort(pool);
        port.Send(pool.Packet());
        long allocated = long.MaxValue;
        // The names of places are looked up again when the compiler has made the caller anew.
        for (int attempt = 0; attempt < 50 && allocated > 0; attempt++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            Forward(port, 20_000);
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Thread.Sleep(20);
        }
        Assert.Equal(0, allocated);
    }

    private static void Forward(LoopPort port, int count)
    {
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        for (int i = 0; i < count; i++)
        {
            port.Rx.Receive(burst);
            port.Tx.Send(burst);
        }
    }
}
