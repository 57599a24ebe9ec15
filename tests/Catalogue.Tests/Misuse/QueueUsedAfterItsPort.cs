// A worker still polls the queue of a port that was disposed.
// caught by: checked PacketOwnershipException "Use of a disposed device: RX queue 0"
EthDev port = EthDev.Create(Name("net_null"));
port.Configure(new EthDevOptions { RxPool = Pool });
port.Start();
RxQueue queue = port.RxQueues[0];
bool closed = false;
LcoreJob worker = Worker.Launch(() =>
{
    using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
    for (int i = 0; i < 1000; i++)
    {
        while (i == 500 && !Volatile.Read(ref closed))
        {
            Thread.Yield();
        }
        queue.Receive(burst);
        burst.Clear();
    }
});
port.Dispose();
Volatile.Write(ref closed, true);
worker.Wait();
