namespace DpdkSharp.Checked.Tests;

/// <summary>Packets that are used by somebody who does not own them.</summary>
public sealed class OwnershipTests
{
    [Fact]
    public void A_packet_that_is_freed_twice_is_told_with_all_places()
    {
        using PacketPool pool = TestPool.Create();
        Mbuf packet = pool.Packet();
        string freed = Message.Here(); packet.Free();

        string again = Message.Here(); var e = Assert.Throws<PacketOwnershipException>(() => packet.Free());

        Assert.Equal(PacketViolation.DoubleFree, e.Violation);
        Assert.Equal(
            $"Double free: the mbuf 0x.. of {pool} was freed by {again.InLambda()}. It was freed by {freed}, a time ago. It had been taken by {TestPool.Place}, a time ago. "
            + "A packet is freed once, by its last owner: set the handle to default when it is freed, or keep the packet in a burst that frees it.",
            e.Steady());
    }
}
