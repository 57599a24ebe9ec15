namespace DpdkSharp.Analyzers.Tests;

/// <summary>DPDK0003: a packet that is used after it was freed, sent, enqueued or cleared with its burst.</summary>
public class UsedAfterGivenTests
{
    [Theory]
    [InlineData("given.Free(); int length = {|DPDK0003:given.PacketLength|};")]
    [InlineData("given.Free(); {|DPDK0003:given.Port|} = 1;")]
    [InlineData("given.Free(); {|DPDK0003:given.Prefetch()|};")]
    [InlineData("if (condition) { given.Free(); } int length = {|DPDK0003:given.PacketLength|};")]
    [InlineData("if (ring.TryEnqueue(given)) { {|DPDK0003:given.Port|} = 1; }")]
    [InlineData("buffer.Add(given); Looks({|DPDK0003:given|});")]
    [InlineData("Mbuf same = given; given.Free(); int length = {|DPDK0003:same.DataLength|};")]
    [InlineData("Mbuf first = filled[0]; filled.Clear(); int length = {|DPDK0003:first.DataLength|};")]
    [InlineData("foreach (Mbuf packet in filled) { tx.Send(filled); int length = {|DPDK0003:packet.DataLength|}; }")]
    [InlineData("if (filled.TryAdd(given)) { tx.Send(filled); {|DPDK0003:given.Port|} = 1; }")]
    [InlineData("Mbuf next = given.Next; given.Free(); int length = {|DPDK0003:next.DataLength|};")]
    [InlineData("given.Free(); foreach (Mbuf segment in {|DPDK0003:given.Segments|}) { }")]
    [InlineData("for (int i = 0; i < 3; i++) { given.Port = i; given.Free(); break; } {|DPDK0003:given.Port|} = 2;")]
    public Task A_use_of_what_is_gone_is_reported(string statements) => Check.Statements<PacketOwnershipAnalyzer>(statements);

    [Theory]
    [InlineData("given.Port = 1; given.Free();")]
    [InlineData("if (condition) { given.Free(); return; } given.Port = 1;")]
    [InlineData("if (condition) { given.Free(); } else { given.Port = 1; }")]
    [InlineData("if (!ring.TryEnqueue(given)) { given.Port = 1; }")]
    [InlineData("given.Free(); bool isNull = given.IsNull; bool same = given == default(Mbuf); given.Equals(given);")]
    [InlineData("given.Free(); given = default; given = filled[0]; given.Port = 1;")]
    [InlineData("if (filled.TryAdd(given)) { given.Port = 1; }")]
    [InlineData("Mbuf packet = filled.Take(0); filled.Clear(); packet.Port = 1; packet.Free();")]
    [InlineData("foreach (Mbuf packet in filled) { packet.Port = 1; } tx.Send(filled); filled.Clear();")]
    [InlineData("Span<Mbuf> all = new Mbuf[32]; int count = filled.TakeAll(all); filled.Clear(); foreach (Mbuf packet in all[..count]) { packet.Port = 1; }")]
    [InlineData("bool freed = false; if (condition) { given.Free(); freed = true; } if (!freed) { given.Port = 1; }")]
    public Task A_use_while_it_is_there_is_not(string statements) => Check.Statements<PacketOwnershipAnalyzer>(statements);
}
