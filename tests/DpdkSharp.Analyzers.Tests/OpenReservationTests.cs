namespace DpdkSharp.Analyzers.Tests;

/// <summary>DPDK0014: a reservation of a ring that some path neither commits nor disposes.</summary>
public class OpenReservationTests
{
    [Theory]
    [InlineData("var places = {|DPDK0014:ring.ReserveEnqueue(4)|}; places.First[0] = given;")]
    [InlineData("var places = {|DPDK0014:ring.ReserveDequeue(4)|}; if (condition) { return; } places.Commit(4);")]
    [InlineData("if ({|DPDK0014:ring.TryReserveEnqueue(4, out RingEnqueueReservation<Mbuf> places)|}) { places.First[0] = given; }")]
    [InlineData("{|DPDK0014:ring.ReserveEnqueue(4)|}.First[0] = given;")]
    public Task A_path_that_leaves_it_open_is_reported(string statements) => Check.Statements<PacketOwnershipAnalyzer>(statements);

    [Theory]
    [InlineData("using var places = ring.ReserveEnqueue(4); places.First[0] = given; places.Commit(1);")]
    [InlineData("var places = ring.ReserveEnqueue(4); places.Commit(0);")]
    [InlineData("var places = ring.ReserveDequeue(4); if (places.Count == 0) { return; } places.Commit(1);")]
    [InlineData("if (ring.TryReserveEnqueue(4, out RingEnqueueReservation<Mbuf> places)) { places.Dispose(); }")]
    [InlineData("ring.ReserveDequeue(4).Commit(2);")]
    public Task One_that_is_finished_is_not(string statements) => Check.Statements<PacketOwnershipAnalyzer>(statements);
}
