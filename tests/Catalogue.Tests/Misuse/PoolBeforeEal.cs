// A pool is created before EAL is started.
// caught by: analyzer DPDK0011
// caught by: exception InvalidOperationException "EAL is not running. Call Eal.Initialize first"
// runs: alone
using PacketPool pool = PacketPool.Create("early", 1023); // <-- here
using Eal eal = Eal.Initialize(args);
