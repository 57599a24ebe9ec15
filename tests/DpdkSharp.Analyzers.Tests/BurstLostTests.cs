namespace DpdkSharp.Analyzers.Tests;

/// <summary>DPDK0006: a burst that is left with packets in it.</summary>
public class BurstLostTests
{
    [Theory]
    [InlineData("var burst = {|DPDK0006:new PacketBurst(stackalloc Mbuf[33])|}; rx.Receive(burst);")]
    [InlineData("var burst = {|DPDK0006:new PacketBurst(stackalloc Mbuf[33])|}; rx.Receive(burst); tx.Send(burst);")]
    [InlineData("var burst = {|DPDK0006:new PacketBurst(stackalloc Mbuf[33])|}; if (rx.Receive(burst) == 0) { return; } if (condition) { return; } burst.Clear();")]
    [InlineData("var burst = {|DPDK0006:new PacketBurst(stackalloc Mbuf[33])|}; if (pool.TryAllocate(burst, 4)) { tx.Send(burst); }")]
    [InlineData("var burst = {|DPDK0006:new PacketBurst(stackalloc Mbuf[33])|}; if (!burst.TryAdd(given)) { given.Free(); }")]
    [InlineData("var burst = {|DPDK0006:new PacketBurst(stackalloc Mbuf[33])|}; ring.Dequeue(burst); ring.Enqueue(burst);")]
    [InlineData("var burst = {|DPDK0006:new PacketBurst(stackalloc Mbuf[33])|}; filled.MoveTo(burst);")]
    [InlineData("Span<Mbuf> storage = new Mbuf[33]; while (condition) { var burst = {|DPDK0006:new PacketBurst(storage)|}; rx.Receive(burst); tx.Send(burst); }")]
    [InlineData("Span<Mbuf> storage = new Mbuf[33]; var one = {|DPDK0006:new PacketBurst(storage)|}; rx.Receive(one); using var two = new PacketBurst(storage);")]
    public Task Packets_left_in_a_burst_are_reported(string statements) => Check.Statements<PacketOwnershipAnalyzer>(statements);

    [Theory]
    [InlineData("using var burst = new PacketBurst(stackalloc Mbuf[33]); rx.Receive(burst);")]
    [InlineData("using (var burst = new PacketBurst(stackalloc Mbuf[33])) { rx.Receive(burst); }")]
    [InlineData("var burst = new PacketBurst(stackalloc Mbuf[33]); rx.Receive(burst); tx.Send(burst); burst.Clear();")]
    [InlineData("var burst = new PacketBurst(stackalloc Mbuf[33]); try { rx.Receive(burst); } finally { burst.Dispose(); }")]
    [InlineData("var burst = new PacketBurst(stackalloc Mbuf[33]); if (rx.Receive(burst) == 0) { return; } burst.Clear();")]
    [InlineData("var burst = new PacketBurst(stackalloc Mbuf[33]); if (rx.Receive(burst) is 0) { return; } buffer.Add(burst);")]
    [InlineData("var burst = new PacketBurst(stackalloc Mbuf[33]); int received = rx.Receive(burst); if (received > 0) { burst.Clear(); }")]
    [InlineData("var burst = new PacketBurst(stackalloc Mbuf[33]); if (!pool.TryAllocate(burst, 4)) { return; } burst.Clear();")]
    [InlineData("var burst = new PacketBurst(stackalloc Mbuf[33]); rx.Receive(burst); while (!burst.IsEmpty) { tx.Send(burst); }")]
    [InlineData("var burst = new PacketBurst(stackalloc Mbuf[33]); rx.Receive(burst); while (burst.Count != 0) { burst.Drop(0); }")]
    [InlineData("var burst = new PacketBurst(stackalloc Mbuf[33]); rx.Receive(burst); Span<Mbuf> all = stackalloc Mbuf[32]; int count = burst.TakeAll(all);")]
    [InlineData("var burst = new PacketBurst(stackalloc Mbuf[33]); rx.Receive(burst); Use(burst);")]
    [InlineData("Span<Mbuf> storage = new Mbuf[33]; while (condition) { using var burst = new PacketBurst(storage); rx.Receive(burst); }")]
    [InlineData("while (condition) { rx.Receive(filled); tx.Send(filled); }")]
    public Task A_burst_that_is_cleared_or_emptied_is_not(string statements) => Check.Statements<PacketOwnershipAnalyzer>(statements);

    [Fact]
    public Task The_fix_disposes_of_it() => Check.Fix<PacketOwnershipAnalyzer, DisposeBurstFix>(
        """
        // Receives.
        var burst = {|DPDK0006:new PacketBurst(stackalloc Mbuf[33])|};
        rx.Receive(burst);
        """,
        """
        // Receives.
        using var burst = new PacketBurst(stackalloc Mbuf[33]);
        rx.Receive(burst);
        """);
}
