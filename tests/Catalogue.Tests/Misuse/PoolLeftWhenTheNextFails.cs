// The second of two pools cannot be created, and the first is left behind.
// caught by: exception InvalidOperationException "the packet pool 'first'"
// runs: alone
Eal eal = Eal.Initialize(args);
PacketPool? first = null;
try
{
    first = PacketPool.Create("first", 63, 0);
    PacketPool second = PacketPool.Create("first", 63, 0);
    second.Dispose();
    first.Dispose();
}
catch (DpdkException e)
{
    Console.WriteLine(e.Message);
}
eal.Dispose();
