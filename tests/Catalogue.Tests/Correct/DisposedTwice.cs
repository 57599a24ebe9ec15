// Disposing twice does nothing the second time.
PacketPool pool = PacketPool.Create(Name("pool"), 63, 0);
EthDev port = EthDev.Create(Name("net_null"));
port.Configure(new EthDevOptions { RxPool = pool });
port.Dispose();
port.Dispose();
pool.Dispose();
pool.Dispose();
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(4)]);
burst.Dispose();
