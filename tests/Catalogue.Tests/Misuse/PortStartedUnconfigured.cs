// A port is started before it is configured.
// caught by: exception InvalidOperationException "configure it before starting it"
using EthDev port = EthDev.Create(Name("net_null"));
port.Start();
