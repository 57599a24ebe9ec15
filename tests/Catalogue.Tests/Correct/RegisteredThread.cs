// A .NET thread registers as an lcore and polls.
// runs: alone
using Eal eal = Eal.Initialize(args);
using PacketPool pool = PacketPool.Create("packets", 511);
var thread = new Thread(() =>
{
    using LcoreRegistration lcore = LcoreRegistration.Register();
    if (pool.TryAllocate(out Mbuf packet))
    {
        packet.Free();
    }
});
thread.Start();
thread.Join();
