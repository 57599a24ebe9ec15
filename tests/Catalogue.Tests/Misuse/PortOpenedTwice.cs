// One port is opened by two owners, of which each would close it.
// caught by: exception InvalidOperationException "is open already"
using EthDev second = EthDev.Open(Port.PortId);
