using DpdkSharp.Interop;
using DpdkSharp.TestKit;

namespace DpdkSharp.Checked.Tests;

/// <summary>Queues and packets whose device or pool is gone, and packets that are missing when a pool goes.</summary>
public sealed unsafe class DisposedTests : PoolTest
{
    [Fact]
    public void Queues_of_a_disposed_device_are_not_used()
    {
        PacketPool pool = TestPool.Create();
        var port = new LoopPort(pool);
        (RxQueue rx, TxQueue tx) = (port.Rx, port.Tx);
        using TxBuffer buffer = tx.CreateBuffer(4);
        port.Dispose();

        Assert.Matches(@"^Use of a disposed device: RX queue 0 of port \d+ \(net_ring7\) was used by DpdkSharp\..* and its device was disposed before\. Stop the threads that use a device's queues, then dispose of it\.$",
            With(pool, burst => rx.Receive(burst)));
        Assert.StartsWith("Use of a disposed device: TX queue 0 of port ", With(pool, burst => tx.Send(burst)), StringComparison.Ordinal);
        Assert.StartsWith("Use of a disposed device: TX queue 0 of port ", With(pool, burst => tx.Prepare(burst)), StringComparison.Ordinal);
        Mbuf packet = pool.Packet();
        Assert.StartsWith("Use of a disposed device: TX queue 0 of port ", Violations.Of(PacketViolation.OwnerDisposed, () => buffer.Add(packet)), StringComparison.Ordinal);
        packet.Free();
    }

    [Fact]
    public void A_packet_of_a_disposed_pool_is_not_used()
    {
        PacketPool pool = TestPool.Create();
        Mbuf packet = pool.Packet();
        packet.Free();
        pool.Dispose();

        string message = Violations.Of(PacketViolation.OwnerDisposed, () => _ = packet.Data);

        Assert.StartsWith($"Use of a disposed pool's packet: the mbuf 0x.. of {pool} was read or written by ", message, StringComparison.Ordinal);
        Violations.Of(PacketViolation.OwnerDisposed, () => packet.Free());
    }

    [Fact]
    public void What_is_missing_when_a_pool_goes_is_told_by_place_and_owner()
    {
        PacketPool pool = TestPool.Create();
        var port = new LoopPort(pool);
        using var ring = Ring<Mbuf>.Create(UniqueName.Next("ring"), 8);
        Mbuf[] kept = [pool.Packet(60), pool.Packet(64), pool.Packet(1000)];
        string took = TestPool.Place;
        string put = Message.Here(); int added = ring.EnqueueBurst([pool.Packet()]);
        Assert.Equal(1, added);
        Mbuf original = pool.Packet();
        Assert.True(original.TryClone(pool, out Mbuf clone));
        string freed = Message.Here(); original.Free();
        rte_mbuf* raw = Dpdk.rte_pktmbuf_alloc(pool.Pointer);
        port.Device.Dispose();

        string message = Violations.Of(PacketViolation.Leak, pool.Dispose).Replace(Environment.NewLine, "\n", StringComparison.Ordinal);

        Assert.StartsWith($"{pool} cannot be disposed: 7 of its 255 packets are still out.\n", message, StringComparison.Ordinal);
        Assert.Matches($@"\n  3 with the application \(a handle\), taken by {System.Text.RegularExpressions.Regex.Escape(took)}: 60 to 1000 bytes, for [0-9.]+ (µs|ms|s)\n", message);
        Assert.Matches($@"\n  1 with the application \(a handle\), taken by .*: 60 bytes, for ", message);
        Assert.Matches($@"\n  1 with {ring}, given to it by {System.Text.RegularExpressions.Regex.Escape(put)}: 60 bytes, for ", message);
        Assert.Matches($@"\n  1 freed by {System.Text.RegularExpressions.Regex.Escape(freed)}, and still used by clones: 60 bytes, for ", message);
        Assert.Contains("\n  1 unknown to the ledger: with C code, the raw layer or a device's receive descriptors\n", message, StringComparison.Ordinal);
        Assert.EndsWith("\nFree them, close the devices and drain the rings that hold them first.", message, StringComparison.Ordinal);
        Array.ForEach(kept, static p => p.Free());
        clone.Free();
        Dpdk.rte_pktmbuf_free(raw);
        ring.FreeAll();
    }

    private static string With(PacketPool pool, Action<PacketBurst> use) => Violations.Of(PacketViolation.OwnerDisposed, () =>
    {
        using var burst = new PacketBurst(new Mbuf[PacketBurst.DefaultStorage]);
        Assert.True(pool.TryAllocate(burst, 2));
        use(burst);
    });
}
