// Two threads poll one receive queue.
// caught by: nothing, as a check would cost an atomic operation at each burst; give each lcore a queue of its own (RxQueueCount)
using var started = new Barrier(2);
var other = new Thread(Poll);
other.Start();
Poll();
other.Join();

void Poll()
{
    started.SignalAndWait();
    using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
    for (int i = 0; i < 100; i++)
    {
        Rx.Receive(burst);
        burst.Clear();
    }
}
