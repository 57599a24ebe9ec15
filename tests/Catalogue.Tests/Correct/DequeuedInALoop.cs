// A ring is emptied packet by packet.
using Ring<Mbuf> ring = Ring<Mbuf>.Create(Name("ring"), 16);
for (int i = 0; i < 10; i++)
{
    if (Pool.TryAllocate(out Mbuf made) && !ring.TryEnqueue(made))
    {
        made.Free();
    }
}
while (ring.TryDequeue(out Mbuf packet))
{
    packet.Free();
}
