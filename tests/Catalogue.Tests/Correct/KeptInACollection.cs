// Packets wait in a queue of .NET until they are freed.
var waiting = new Queue<Mbuf>();
for (int i = 0; i < 5; i++)
{
    if (Pool.TryAllocate(out Mbuf packet))
    {
        waiting.Enqueue(packet);
    }
}
while (waiting.TryDequeue(out Mbuf packet))
{
    packet.Free();
}
