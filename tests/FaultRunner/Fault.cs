namespace DpdkSharp.Faults;

/// <summary>Something that goes wrong while packets flow.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Happen">Makes it happen, and checks what must hold afterwards.</param>
internal sealed record Fault(string Name, Action<Traffic> Happen)
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("pool-exhausted", ExhaustPool),
        new("ring-full", FillRing),
        new("port-stopped", StopPort),
        new("port-removed", static t => t.Replace()),
        new("link-down", TakeLinkDown),
        new("worker-exception", static t => t.ThrowInWorker()),
        new("dispose-order", DisposeInWrongOrder),
    ];

    private static readonly TimeSpan s_while = TimeSpan.FromMilliseconds(20);

    private static void ExhaustPool(Traffic traffic)
    {
        var taken = new List<Mbuf>();
        while (traffic.Pool.TryAllocate(out Mbuf packet))
        {
            taken.Add(packet);
        }
        Thread.Sleep(s_while);
        if (traffic.Pool.TryAllocate(out Mbuf more))
        {
            // What the traffic gave back meanwhile: it has come out of the pool just the same.
            taken.Add(more);
        }
        Check(taken.Count > 0, "a pool gives no packet");
        taken.ForEach(static p => p.Free());
        Check(traffic.Pool.TryAllocate(out Mbuf again), "a pool that was exhausted does not recover");
        again.Free();
    }

    private static void FillRing(Traffic traffic)
    {
        using var ring = Ring<Mbuf>.Create($"full{Environment.TickCount64:x}", 64);
        int count = 0;
        while (traffic.Pool.TryAllocate(out Mbuf packet))
        {
            if (!ring.TryEnqueue(packet))
            {
                packet.Free();
                break;
            }
            count++;
        }
        Check(ring.IsFull && count == 63, $"a ring of 63 places took {count} packets");
        Check(ring.FreeAll() == count, "a full ring does not give back what it holds");
    }

    private static void StopPort(Traffic traffic)
    {
        EthDev device = traffic.Left;
        // DPDK exchanges the functions and the data of queues one after the other: a thread that is in the middle of a burst would get one of each.
        traffic.WithoutPolling(device.Stop);
        // A device that is stopped may be polled.
        Thread.Sleep(s_while);
        traffic.WithoutPolling(device.Start);
    }

    private static void TakeLinkDown(Traffic traffic)
    {
        traffic.Right.SetLink(up: false);
        Check(!traffic.Right.GetLink().IsUp, "the link is up after it was taken down");
        Thread.Sleep(s_while);
        traffic.Right.SetLink(up: true);
        Check(traffic.Right.GetLink().IsUp, "the link stays down");
    }

    private static void DisposeInWrongOrder(Traffic traffic)
    {
        _ = traffic;
        PacketPool pool = PacketPool.Create($"order{Environment.TickCount64:x}", 255, 0);
        EthDev device = EthDev.Create("net_null9");
        device.Configure(new EthDevOptions { RxPool = pool });
        device.Start();
        Ring<Mbuf> ring = Ring<Mbuf>.Create(pool.Name, 64);
        if (pool.TryAllocate(out Mbuf packet) && !ring.TryEnqueue(packet))
        {
            packet.Free();
        }
        Check(ring.Count == 1, "a packet finds no place");
        Refused(pool.Dispose);
        Refused(Eal.Current!.Dispose);
        Refused(ring.Dispose);
        device.Dispose();
        device.Dispose();
        Refused(pool.Dispose);
        Check(ring.FreeAll() == 1, "the packet is gone");
        ring.Dispose();
        ring.Dispose();
        pool.Dispose();
        pool.Dispose();
    }

    private static void Refused(Action dispose)
    {
        try
        {
            dispose();
        }
        catch (InvalidOperationException)
        {
            return;
        }
        throw new InvalidOperationException("Something was disposed that is in use.");
    }

    private static void Check(bool holds, string problem)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"Found: {problem}.");
        }
    }
}
