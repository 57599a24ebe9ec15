// The poll loop takes a lock for its statistics, in a method that it calls.
// caught by: analyzer DPDK0012
object gate = new();
int total = 0;
Worker.Launch(Poll).Wait();
Console.WriteLine(total);

void Poll()
{
    using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
    for (int i = 0; i < 3; i++)
    {
        Count(Rx.Receive(burst));
        burst.Clear();
    }
}

void Count(int received)
{
    lock (gate) // <-- here
    {
        total += received;
    }
}
