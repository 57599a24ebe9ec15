// A port with receive queues is configured without a pool.
// caught by: exception "RxPool"
using EthDev port = EthDev.Create(Name("net_null"));
port.Configure(new EthDevOptions());
