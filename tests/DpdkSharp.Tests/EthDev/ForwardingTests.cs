using DpdkSharp.Headers;

namespace DpdkSharp.Tests.Devices;

public class ForwardingTests(EalFixture fixture)
{
    private static readonly MacAddress s_address = MacAddress.Parse("02:00:00:00:00:01");

    [Theory]
    [InlineData("net_ring8")]
    [InlineData("net_null8")]
    public void Forwarding_a_million_packets_allocates_nothing(string name)
    {
        using var pool = new TestPool();
        using EthDev device = EthDev.Create(name);
        device.Configure(new() { RxPool = pool });
        device.Start();
        Fill(device, pool, name == "net_ring8" ? 64 : 0);
        // Once for the compiler, once for the count.
        Forward(device, 50_000);
        long before = GC.GetAllocatedBytesForCurrentThread();
        long forwarded = Forward(device, 1_000_000);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(forwarded >= 1_000_000);
        if (!CheckedMode.IsEnabled)
        {
            // The ledger looks up the name of a place when the compiler has made it anew.
            Assert.Equal(0, allocated);
        }
        Drain(device, name == "net_ring8" ? 64 : 0);
    }

    [Fact]
    public void A_worker_forwards_on_while_another_thread_forces_collections()
    {
        using var pool = new TestPool(1023, cacheSize: 64);
        using EthDev device = EthDev.Create("net_ring8");
        device.Configure(new() { RxPool = pool });
        device.Start();
        Fill(device, pool, 256);
        long forwarded = 0;
        long lastOfAll = 0;
        using var end = new CancellationTokenSource();
        int collections = 0;
        bool stalled = false;
        fixture.Run(() =>
        {
            LcoreJob job = fixture.Worker.Launch(() =>
            {
                while (!end.IsCancellationRequested)
                {
                    Volatile.Write(ref forwarded, Volatile.Read(ref forwarded) + Forward(device, 1));
                }
                lastOfAll = Volatile.Read(ref forwarded);
            });
            var clock = System.Diagnostics.Stopwatch.StartNew();
            long seen = 0;
            var garbage = new List<byte[]>();
            while (!stalled && clock.Elapsed < TimeSpan.FromSeconds(3))
            {
                for (int i = 0; i < 100; i++)
                {
                    garbage.Add(new byte[1000]);
                }
                garbage.RemoveRange(0, garbage.Count / 2);
                GC.Collect(collections++ % 3, GCCollectionMode.Forced, blocking: true);
                if (collections % 50 == 0)
                {
                    // However busy the machine is, the worker comes round again.
                    stalled = !SpinWait.SpinUntil(() => Volatile.Read(ref forwarded) != seen, TimeSpan.FromSeconds(10));
                    seen = Volatile.Read(ref forwarded);
                }
            }
            end.Cancel();
            job.Wait();
        });
        EthStats stats = device.GetStats();
        int inUse = pool.Pool.InUseCount;
        Drain(device, 256);
        Assert.False(stalled);
        Assert.True(collections > 100);
        Assert.True(lastOfAll > 10_000);
        Assert.Equal(stats.ReceivedPackets + 256, stats.SentPackets);
        Assert.Equal((ulong)lastOfAll, stats.ReceivedPackets);
        Assert.Equal(256, inUse);
    }

    [Fact]
    public void Two_lcores_hand_packets_to_each_other_through_a_ring_and_lose_none()
    {
        const int Total = 200_000;
        using var pool = new TestPool(1023, cacheSize: 64);
        using Ring<Mbuf> ring = Ring<Mbuf>.Create(TestKit.UniqueName.Next("ring"), 256, RingSyncMode.SingleThread, RingSyncMode.SingleThread);
        long sum = 0;
        fixture.Run(() =>
        {
            LcoreJob consumer = fixture.Worker.Launch(() =>
            {
                using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
                for (int taken = 0; taken < Total;)
                {
                    taken += ring.Dequeue(burst);
                    foreach (Mbuf packet in burst)
                    {
                        sum += packet.VlanTci;
                    }
                    burst.Clear();
                }
            });
            LcoreJob producer = fixture.Eal.MainLcore.Launch(() =>
            {
                using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
                for (int sent = 0; sent < Total;)
                {
                    if (burst.IsEmpty && !pool.Pool.TryAllocate(burst, Math.Min(32, Total - sent)))
                    {
                        continue;
                    }
                    foreach (Mbuf packet in burst)
                    {
                        Mbuf p = packet;
                        p.VlanTci = 3;
                    }
                    sent += ring.Enqueue(burst);
                }
            });
            LcoreJob.WaitAll([producer, consumer]);
        });
        Assert.Equal(3L * Total, sum);
        Assert.True(ring.IsEmpty);
    }

    /// <summary>What a forwarding program does: receive, change the addresses, send; what is not sent is freed.</summary>
    private static long Forward(EthDev device, long atLeast)
    {
        RxQueue rx = device.RxQueues[0];
        TxQueue tx = device.TxQueues[0];
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.DefaultStorage]);
        long forwarded = 0;
        while (forwarded < atLeast)
        {
            rx.Receive(burst);
            foreach (Mbuf packet in burst)
            {
                if (packet.TryGetHeader(0, out HeaderRef<EthernetHeader> ethernet))
                {
                    ethernet.Value.Destination = ethernet.Value.Source;
                    ethernet.Value.Source = s_address;
                }
            }
            forwarded += tx.Send(burst);
            burst.Clear();
        }
        return forwarded;
    }

    private static void Fill(EthDev device, TestPool pool, int count)
    {
        using var burst = new PacketBurst(new Mbuf[PacketBurst.StorageFor(256)]);
        for (int i = 0; i < count; i++)
        {
            Assert.True(burst.TryAdd(pool.Counting(60)));
        }
        Assert.Equal(count, device.TxQueues[0].Send(burst));
    }

    private static void Drain(EthDev device, int expected)
    {
        using var burst = new PacketBurst(new Mbuf[PacketBurst.StorageFor(256)]);
        if (expected > 0)
        {
            Assert.Equal(expected, device.RxQueues[0].Receive(burst));
            Assert.Equal(0, device.RxQueues[0].Receive(burst));
        }
    }
}
