// A small firewall: port 0 is the inside, port 1 the outside. Its tests are in samples/Firewall.Tests.
using DpdkSharp;
using DpdkSharp.Samples;
using DpdkSharp.Samples.Firewall;

return Sample.Run("firewall", () =>
{
    using var stop = new StopSignal();
    using Eal eal = Eal.Initialize(args);
    PortCheck.Mask(0x3, EthDev.PortIds);
    using PacketPool pool = PacketPool.Create("packets", 8191);
    using EthDev inside = EthDev.Open(0);
    using EthDev outside = EthDev.Open(1);
    foreach (EthDev port in new[] { inside, outside })
    {
        port.Configure(new EthDevOptions { RxPool = pool });
        port.Start();
        port.IsPromiscuous = true;
    }
    var filter = new StatefulFilter(TimeProvider.System);
    var relay = new Relay(inside, outside, filter);
    eal.MainLcore.Launch(() =>
    {
        ulong second = EalClock.Hertz;
        for (ulong last = EalClock.Cycles; !stop.IsRequested;)
        {
            _ = relay.Step();
            ulong now = EalClock.Cycles;
            if (now - last > second)
            {
                filter.Expire();
                last = now;
            }
        }
    }).Wait();
    Console.WriteLine($"{filter.PassedCount} packets passed, {filter.DroppedCount} dropped.");
    return 0;
});
