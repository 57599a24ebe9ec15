// A whole program: EAL, a pool, a device, and all of them disposed of in their order.
// runs: alone
using Eal eal = Eal.Initialize(args);
using PacketPool pool = PacketPool.Create("packets", 1023);
using EthDev port = EthDev.Create("net_null7");
port.Configure(new EthDevOptions { RxPool = pool });
port.Start();
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
if (port.RxQueues[0].Receive(burst) != 32)
{
    throw new InvalidOperationException("net_null gives a full burst.");
}
