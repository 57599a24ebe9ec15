// A pool is disposed of while a port still takes its buffers from it.
// caught by: exception InvalidOperationException "cannot be disposed"
EthDev port = EthDev.Create(Name("net_null"));
PacketPool pool = PacketPool.Create(Name("gone"), 1023, 0);
port.Configure(new EthDevOptions { RxPool = pool });
try
{
    pool.Dispose();
}
finally
{
    port.Dispose();
    pool.Dispose();
}
