using DpdkSharp.Interop;
using DpdkSharp.TestKit;

namespace DpdkSharp.Tests.Devices;

public class EthDevEventTests(EalFixture fixture)
{
    [Fact]
    public void New_and_destroyed_devices_are_told()
    {
        var events = new List<(int Port, EthDevEvent Event)>();
        using EthDevEventSubscription created = EthDev.SubscribeAll(EthDevEvent.New, (port, what) => events.Add((port, what)));
        using EthDevEventSubscription destroyed = EthDev.SubscribeAll(EthDevEvent.Destroyed, (port, what) => events.Add((port, what)));
        EthDev device = EthDev.Create("net_null6");
        Assert.Equal([(device.PortId, EthDevEvent.New)], events);
        device.Dispose();
        Assert.Equal([(device.PortId, EthDevEvent.New), (device.PortId, EthDevEvent.Destroyed)], events);
    }

    [Fact]
    public void A_subscription_that_outlives_its_device_does_not_hear_of_the_next_one()
    {
        int heard = 0;
        EthDev? seen = null;
        EthDev first = EthDev.Create("net_null6");
        EthDevEventSubscription subscription = first.Subscribe(EthDevEvent.Destroyed, (device, _) =>
        {
            heard++;
            seen = device;
        });
        first.Dispose();
        Assert.Equal(1, heard);
        Assert.Same(first, seen);
        subscription.Dispose();
        subscription.Dispose();
        GC.Collect();
        using (EthDev second = EthDev.Create("net_null6"))
        {
            Assert.Equal(first.PortId, second.PortId);
        }
        Assert.Equal(1, heard);
    }

    [Fact]
    public void What_a_callback_throws_is_kept_and_logged()
    {
        EthDev device = EthDev.Create("net_null6");
        using EthDevEventSubscription subscription = device.Subscribe(EthDevEvent.Destroyed, static (_, _) => throw new InvalidDataException("in the event"));
        Assert.Null(subscription.Failure);
        device.Dispose();
        Assert.Equal("in the event", Assert.IsType<InvalidDataException>(subscription.Failure).Message);
        Assert.Contains(fixture.Log, static l => l.Message.Contains("in the event", StringComparison.Ordinal));
    }

    [Fact]
    public void A_link_change_is_told()
    {
        using var pool = new TestPool();
        using EthDev member = EthDev.Create("net_tap6", "iface=" + UniqueName.Next("lt"));
        // A bonded device starts without a link, and reports the change when its member has one.
        string key = DpdkRuntime.Version!.Major >= 24 ? "member" : "slave";
        using EthDev bond = EthDev.Create("net_bonding6", $"mode=1,{key}=net_tap6");
        bond.Configure(new() { RxPool = pool, LinkInterrupt = true });
        using var changed = new SemaphoreSlim(0);
        using EthDevEventSubscription subscription = bond.Subscribe(EthDevEvent.LinkChanged, (device, what) =>
        {
            Assert.Same(bond, device);
            Assert.Equal(EthDevEvent.LinkChanged, what);
            changed.Release();
        });
        bond.Start();
        Assert.True(changed.Wait(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
        Assert.True(bond.GetLink().IsUp);
        Assert.Null(subscription.Failure);
    }

    [Fact]
    public void A_subscription_needs_a_callback()
    {
        using EthDev device = EthDev.Create("net_null6");
        Assert.Throws<ArgumentNullException>(() => device.Subscribe(EthDevEvent.LinkChanged, null!));
        Assert.Throws<ArgumentNullException>(static () => EthDev.SubscribeAll(EthDevEvent.LinkChanged, null!));
    }
}
