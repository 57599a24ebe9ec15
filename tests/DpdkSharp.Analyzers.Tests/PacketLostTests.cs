namespace DpdkSharp.Analyzers.Tests;

/// <summary>DPDK0002: a packet that some path neither frees, sends, enqueues, adds, chains, stores nor returns.</summary>
public class PacketLostTests
{
    [Theory]
    [InlineData("if ({|DPDK0002:pool.TryAllocate(out Mbuf packet)|}) { }")]
    [InlineData("if (!{|DPDK0002:pool.TryAllocate(out Mbuf packet)|}) { return; } if (condition) { return; } packet.Free();")]
    [InlineData("while ({|DPDK0002:ring.TryDequeue(out Mbuf packet)|}) { if (condition) { continue; } packet.Free(); }")]
    [InlineData("while ({|DPDK0002:ring.TryDequeue(out Mbuf packet)|}) { if (Looks(packet)) { packet.Free(); } }")]
    [InlineData("if ({|DPDK0002:pool.TryAllocate(out Mbuf packet)|} && filled.TryAdd(packet)) { }")]
    [InlineData("if (pool.TryAllocate(out Mbuf packet)) { if ({|DPDK0002:packet.TryClone(other, out Mbuf clone)|}) { } packet.Free(); }")]
    [InlineData("if (pool.TryAllocate(out Mbuf packet)) { bool ok = {|DPDK0002:packet.TryCopy(other, out Mbuf copy)|}; packet.Free(); }")]
    [InlineData("Mbuf taken = {|DPDK0002:filled.Take(0)|}; if (condition) { taken.Free(); }")]
    [InlineData("Mbuf packet = default; if ({|DPDK0002:pool.TryAllocate(out packet)|}) { packet = default; }")]
    [InlineData("for (int i = 0; i < 3; i++) { if (!{|DPDK0002:pool.TryAllocate(out Mbuf packet)|}) { break; } if (i == 1) { break; } packet.Free(); }")]
    [InlineData("if ({|DPDK0002:pool.TryAllocate(out Mbuf packet)|}) { if (condition) { throw new InvalidOperationException(); } packet.Free(); }")]
    [InlineData("if (pool.TryAllocate(out Mbuf first)) { if ({|DPDK0002:pool.TryAllocate(out Mbuf tail)|}) { if (!first.TryChain(tail)) { first.Free(); return; } } first.Free(); }")]
    [InlineData("Action action = () => { if ({|DPDK0002:pool.TryAllocate(out Mbuf packet)|}) { } }; action();")]
    [InlineData("System.Diagnostics.Debug.Assert({|DPDK0002:pool.TryAllocate(out Mbuf packet)|}); packet.Port = 1;")]
    public Task A_path_that_forgets_the_packet_is_reported(string statements) => Check.Statements<PacketOwnershipAnalyzer>(statements);

    [Theory]
    [InlineData("if (pool.TryAllocate(out Mbuf packet)) { packet.Free(); }")]
    [InlineData("if (!pool.TryAllocate(out Mbuf packet)) { return; } packet.Free();")]
    [InlineData("if (pool.TryAllocate(out Mbuf packet) is false) { return; } packet.Free();")]
    [InlineData("bool ok = pool.TryAllocate(out Mbuf packet); if (ok == true) { packet.Free(); }")]
    [InlineData("pool.TryAllocate(out Mbuf packet); if (!packet.IsNull) { packet.Free(); }")]
    [InlineData("if (pool.TryAllocate(out Mbuf packet) && !ring.TryEnqueue(packet)) { packet.Free(); }")]
    [InlineData("if (pool.TryAllocate(out Mbuf packet)) { if (filled.TryAdd(packet)) { return; } packet.Free(); }")]
    [InlineData("if (pool.TryAllocate(out Mbuf packet)) { bool taken = ring.TryEnqueue(packet); if (taken) { return; } packet.Free(); }")]
    [InlineData("if (pool.TryAllocate(out Mbuf packet)) { buffer.Add(packet); }")]
    [InlineData("if (pool.TryAllocate(out Mbuf packet)) { given.TryChain(packet); }")]
    [InlineData("if (pool.TryAllocate(out Mbuf packet)) { _kept = packet; }")]
    [InlineData("var list = new List<Mbuf>(); if (pool.TryAllocate(out Mbuf packet)) { list.Add(packet); }")]
    [InlineData("if (pool.TryAllocate(out Mbuf packet)) { Takes(packet); }")]
    [InlineData("if (pool.TryAllocate(out Mbuf packet)) { Mbuf same = packet; same.Free(); }")]
    [InlineData("if (pool.TryAllocate(out Mbuf packet)) { try { if (condition) { return; } } finally { packet.Free(); } }")]
    [InlineData("if (pool.TryAllocate(out Mbuf packet)) { try { Takes(packet); } catch (DpdkException) { throw; } }")]
    [InlineData("if (pool.TryAllocate(out Mbuf packet)) { if (condition) { packet.Free(); } if (!condition) { packet.Free(); } }")]
    [InlineData("bool have = pool.TryAllocate(out Mbuf packet); if (condition) { Console.WriteLine(); } if (have) { packet.Free(); }")]
    [InlineData("while (true) { if (!ring.TryDequeue(out Mbuf packet)) { break; } packet.Free(); }")]
    [InlineData("Mbuf one = condition && pool.TryAllocate(out Mbuf packet) ? packet : default; if (!one.IsNull) { one.Free(); }")]
    [InlineData("var queue = new Queue<Mbuf>(); Mbuf packet; while (pool.TryAllocate(out packet)) { queue.Enqueue(packet); }")]
    [InlineData("if (pool.TryAllocate(out Mbuf packet)) { Action action = () => packet.Free(); action(); }")]
    [InlineData("if (pool.TryAllocate(out Mbuf packet)) { (Mbuf Packet, int Port) pair = (packet, 1); Takes(pair.Packet); }")]
    [InlineData("if (pool.TryAllocate(out Mbuf packet)) { int port = packet.Port switch { 0 => 1, 1 => 0 }; packet.Port = port; packet.Free(); }")]
    [InlineData("if (pool.TryAllocate(out Mbuf packet)) { while (!ring.TryEnqueue(packet)) { Thread.Yield(); } }")]
    [InlineData("if (pool.TryAllocate(out Mbuf packet)) { do { if (condition) { break; } } while (!filled.TryAdd(packet)); if (condition) { packet.Free(); } }")]
    [InlineData("if (pool.TryAllocate(out Mbuf packet)) { if (ring.TryEnqueue(packet) || filled.TryAdd(packet)) { return; } packet.Free(); }")]
    [InlineData("if (pool.TryAllocate(out Mbuf packet)) { (condition ? buffer : tx.CreateBuffer()).Add(packet); }")]
    [InlineData("if (!pool.TryAllocate(out Mbuf packet)) { goto end; } packet.Free(); end: Console.WriteLine();")]
    [InlineData("System.Diagnostics.Debug.Assert(pool.TryAllocate(out Mbuf packet)); packet.Free();")]
    [InlineData("if (pool.TryAllocate(out Mbuf packet)) { unsafe { DpdkSharp.Interop.Dpdk.rte_pktmbuf_free(packet.Pointer); } }")]
    public Task A_packet_that_goes_somewhere_is_not(string statements) => Check.Statements<PacketOwnershipAnalyzer>(statements);

    [Fact]
    public Task A_packet_that_is_handed_to_the_caller_is_not_lost() => Check.Code<PacketOwnershipAnalyzer>("""
        using DpdkSharp;

        static class Maker
        {
            public static Mbuf Make(PacketPool pool) => pool.TryAllocate(out Mbuf packet) ? packet : default;

            public static bool TryMake(PacketPool pool, out Mbuf packet) => pool.TryAllocate(out packet);

            public static Mbuf Next(Ring<Mbuf> ring)
            {
                ring.TryDequeue(out Mbuf packet);
                return packet;
            }
        }
        """);

    [Fact]
    public Task The_fix_frees_the_packet_before_the_path_leaves() => Check.Fix<PacketOwnershipAnalyzer, FreeLostPacketFix>(
        """
        if (!{|DPDK0002:pool.TryAllocate(out Mbuf packet)|})
        {
            return;
        }
        if (condition)
        {
            return;
        }
        packet.Free();
        """,
        """
        if (!pool.TryAllocate(out Mbuf packet))
        {
            return;
        }
        if (condition)
        {
            packet.Free();
            return;
        }
        packet.Free();
        """);

    [Fact]
    public Task The_fix_makes_a_block_where_there_is_none() => Check.Fix<PacketOwnershipAnalyzer, FreeLostPacketFix>(
        """
        while ({|DPDK0002:ring.TryDequeue(out Mbuf packet)|})
        {
            if (condition)
                continue;
            packet.Free();
        }
        """,
        """
        while (ring.TryDequeue(out Mbuf packet))
        {
            if (condition)
            {
                packet.Free();
                continue;
            }
            packet.Free();
        }
        """);

    [Fact]
    public Task The_fix_frees_the_packet_after_its_last_use() => Check.Fix<PacketOwnershipAnalyzer, FreeLostPacketFix>(
        """
        if ({|DPDK0002:pool.TryAllocate(out Mbuf packet)|})
        {
            packet.Port = 1;
        }
        """,
        """
        if (pool.TryAllocate(out Mbuf packet))
        {
            packet.Port = 1;
            packet.Free();
        }
        """);
}
