namespace DpdkSharp.Checked.Tests;

/// <summary>Packets that are used by somebody who does not own them.</summary>
public sealed class OwnershipTests
{
    [Fact]
    public void A_packet_that_is_freed_twice_is_told_with_both_places()
    {
        using PacketPool pool = TestPool.Create();
        Mbuf packet = pool.Packet();
        packet.Free();

        var e = Assert.Throws<PacketOwnershipException>(packet.Free);

        Assert.Equal(PacketViolation.DoubleFree, e.Violation);
        Assert.Matches(
            $@"^Double free: the mbuf 0x[0-9a-f]+ of {pool} was freed by DpdkSharp\.Checked\.Tests\.OwnershipTests\.A_packet_that_is_freed_twice_is_told_with_both_places \(OwnershipTests\.cs:\d+\)\. "
            + @"It was freed by DpdkSharp\.\S+ \(OwnershipTests\.cs:11\).*, [0-9.]+ (µs|ms|s) ago\. It had been taken by DpdkSharp\.Checked\.Tests\.TestPool\.Packet \(TestPool\.cs:\d+\).*, [0-9.]+ (µs|ms|s) ago\. A packet is freed once",
            e.Message);
    }
}
