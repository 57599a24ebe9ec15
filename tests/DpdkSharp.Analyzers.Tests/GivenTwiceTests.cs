namespace DpdkSharp.Analyzers.Tests;

/// <summary>DPDK0004: a packet that is freed or given away twice, or that something else owns.</summary>
public class GivenTwiceTests
{
    [Theory]
    [InlineData("given.Free(); {|DPDK0004:given.Free()|};")]
    [InlineData("if (condition) { given.Free(); } {|DPDK0004:given.Free()|};")]
    [InlineData("while (condition) { {|DPDK0004:given.Free()|}; }")]
    [InlineData("Mbuf same = given; same.Free(); {|DPDK0004:buffer.Add(given)|};")]
    [InlineData("if (ring.TryEnqueue(given)) { {|DPDK0004:given.Free()|}; }")]
    [InlineData("foreach (Mbuf packet in filled) { {|DPDK0004:packet.Free()|}; }")]
    [InlineData("foreach (Mbuf packet in filled.Packets) { {|DPDK0004:buffer.Add(packet)|}; }")]
    [InlineData("Mbuf last = filled.Packets[^1]; {|DPDK0004:last.Free()|};")]
    [InlineData("{|DPDK0004:filled[0].Free()|};")]
    [InlineData("if (filled.TryAdd(given)) { {|DPDK0004:given.Free()|}; }")]
    [InlineData("foreach (Mbuf segment in given.Segments) { {|DPDK0004:segment.Free()|}; }")]
    [InlineData("{|DPDK0004:given.Next.Free()|};")]
    [InlineData("Mbuf tail = filled.Take(0); if (given.TryChain(tail)) { {|DPDK0004:tail.Free()|}; } else { tail.Free(); }")]
    [InlineData("try { given.Free(); } finally { {|DPDK0004:given.Free()|}; }")]
    public Task A_second_owner_is_reported(string statements) => Check.Statements<PacketOwnershipAnalyzer>(statements);

    [Theory]
    [InlineData("if (condition) { given.Free(); } else { buffer.Add(given); }")]
    [InlineData("if (!ring.TryEnqueue(given)) { given.Free(); }")]
    [InlineData("if (!filled.TryAdd(given) && !ring.TryEnqueue(given)) { given.Free(); }")]
    [InlineData("while (ring.TryDequeue(out Mbuf packet)) { packet.Free(); }")]
    [InlineData("while (!filled.IsEmpty) { filled.Take(0).Free(); }")]
    [InlineData("var packets = new Mbuf[4]; for (int i = 0; i < 4; i++) { packets[i].Free(); }")]
    [InlineData("foreach (Mbuf packet in new List<Mbuf>()) { packet.Free(); }")]
    [InlineData("switch (given.Port) { case 0: given.Free(); break; case 1: buffer.Add(given); break; default: given.Free(); break; }")]
    [InlineData("int port = given.Port; if (port == 1) { given.Free(); } if (port != 1) { buffer.Add(given); }")]
    [InlineData("try { buffer.Flush(); } catch (DpdkException) { given.Free(); throw; } given.Free();")]
    public Task One_owner_at_a_time_is_not(string statements) => Check.Statements<PacketOwnershipAnalyzer>(statements);

    [Fact]
    public Task The_fix_removes_the_second_call() => Check.Fix<PacketOwnershipAnalyzer, RemoveSecondFreeFix>(
        """
        given.Free();
        {|DPDK0004:given.Free()|};
        """,
        """
        given.Free();
        """);
}
