// The producer tries again until the ring takes the packet; the consumer is another lcore.
using Ring<Mbuf> ring = Ring<Mbuf>.Create(Name("ring"), 2, exactSize: true);
LcoreJob consumer = Worker.Launch(() =>
{
    for (int seen = 0; seen < 20;)
    {
        if (ring.TryDequeue(out Mbuf packet))
        {
            packet.Free();
            seen++;
        }
    }
});
for (int sent = 0; sent < 20;)
{
    if (!Pool.TryAllocate(out Mbuf packet))
    {
        continue;
    }
    while (!ring.TryEnqueue(packet))
    {
        Thread.Yield();
    }
    sent++;
}
consumer.Wait();
