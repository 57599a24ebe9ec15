// A worker receives and sends on another lcore until it is told to stop.
Arrive(50);
bool stop = false;
LcoreJob job = Worker.Launch(() =>
{
    using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
    while (!Volatile.Read(ref stop))
    {
        if (Rx.Receive(burst) > 0)
        {
            Tx.Send(burst);
            burst.Clear();
        }
    }
});
Thread.Sleep(20);
Volatile.Write(ref stop, true);
job.Wait();
