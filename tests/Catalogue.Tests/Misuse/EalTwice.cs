// EAL is started a second time in the process.
// caught by: exception InvalidOperationException "DPDK cannot start it twice"
// runs: alone
using (Eal.Initialize(args))
{
    Console.WriteLine("first");
}
using Eal again = Eal.Initialize(args);
