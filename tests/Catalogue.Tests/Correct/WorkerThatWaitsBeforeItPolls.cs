// A worker waits for its start, and writes a line, before and after its loop.
using var started = new ManualResetEventSlim();
LcoreJob job = Worker.Launch(() =>
{
    started.Wait();
    Console.WriteLine($"polling on lcore {Lcore.CurrentId}");
    using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
    for (int i = 0; i < 100; i++)
    {
        Rx.Receive(burst);
        burst.Clear();
    }
    Thread.Sleep(1);
});
started.Set();
job.Wait();
