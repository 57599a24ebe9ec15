// The poll loop of an lcore sleeps when there is nothing to do: packets are lost meanwhile.
// caught by: analyzer DPDK0012
Worker.Launch(static () =>
{
    using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
    for (int i = 0; i < 3; i++)
    {
        if (Rx.Receive(burst) == 0)
        {
            Thread.Sleep(1); // <-- here
        }
        burst.Clear();
    }
}).Wait();
