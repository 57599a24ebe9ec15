using DpdkSharp.TestKit;
using DpdkSharp.Testing.Xunit;
using Xunit.v3;

namespace DpdkSharp.Testing.Tests;

/// <summary>The check after a test tells how many packets of which pool are missing, and only those.</summary>
public sealed class PacketLeakCheckTests
{
    [Fact]
    public void A_lost_packet_is_told_with_its_pool()
    {
        using PacketPool pool = PacketPool.Create(UniqueName.Next("pool"), 15, 0);
        Assert.True(pool.TryAllocate(out Mbuf before));
        PacketLeakCheck check = PacketLeakCheck.Start();
        Assert.True(pool.TryAllocate(out Mbuf lost));

        PacketLeakException failure = Assert.Throws<PacketLeakException>(check.Verify);
        Assert.Equal(1, failure.LostCount);
        Assert.Contains($"pool '{pool.Name}': 1 lost (1 of 15 were in use before, 2 now)", failure.Message, StringComparison.Ordinal);
        // The class is run with the checked mode on as well.
        Assert.Equal(CheckedMode.IsEnabled, failure.Message.Contains($"with the application (a handle), taken by {typeof(PacketLeakCheckTests).FullName}.{nameof(A_lost_packet_is_told_with_its_pool)}", StringComparison.Ordinal));

        lost.Free();
        check.Verify();
        before.Free();
        check.Verify();
    }

    [Fact]
    public void A_pool_that_is_new_has_to_be_whole_or_gone()
    {
        PacketLeakCheck check = PacketLeakCheck.Start();
        PacketPool pool = PacketPool.Create(UniqueName.Next("pool"), 15, 0);
        check.Verify();
        Assert.True(pool.TryAllocate(out Mbuf packet));
        Assert.Throws<PacketLeakException>(check.Verify);
        packet.Free();
        pool.Dispose();
        check.Verify();
    }

    [Fact]
    public void What_a_program_keeps_of_a_port_is_found_after_the_port_is_gone()
    {
        PacketLeakCheck check = PacketLeakCheck.Start();
        TestPort port = TestPort.Create();
        PacketPool pool = port.Pool;
        port.Inject(Packet.Ethernet().Arp(), Packet.Ethernet().Arp());
        using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(1)]);
        port.Device.RxQueues[0].Receive(burst);
        Mbuf packet = burst.Take(0);
        port.Dispose();

        Assert.Equal(1, Assert.Throws<PacketLeakException>(check.Verify).LostCount);

        packet.Free();
        check.Verify();
        pool.Dispose();
    }

    [Fact]
    public void The_attribute_fails_a_test_that_loses_a_packet()
    {
        var attribute = new NoLostPacketsAttribute();
        var test = (IXunitTest)TestContext.Current.Test!;
        using PacketPool pool = PacketPool.Create(UniqueName.Next("pool"), 15, 0);
        attribute.Before(test.TestMethod.Method, test);
        Assert.True(pool.TryAllocate(out Mbuf lost));

        Assert.Equal(1, Assert.Throws<PacketLeakException>(() => attribute.After(test.TestMethod.Method, test)).LostCount);

        lost.Free();
        attribute.Before(test.TestMethod.Method, test);
        attribute.After(test.TestMethod.Method, test);
    }
}
