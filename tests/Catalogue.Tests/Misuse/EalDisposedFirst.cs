// EAL is disposed of while a pool is still there.
// caught by: exception InvalidOperationException "the packet pool 'late'"
// runs: alone
Eal eal = Eal.Initialize(args);
PacketPool pool = PacketPool.Create("late", 1023);
eal.Dispose();
pool.Dispose();
