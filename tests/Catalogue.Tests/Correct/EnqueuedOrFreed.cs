// A packet that the ring has no room for is freed.
using Ring<Mbuf> ring = Ring<Mbuf>.Create(Name("ring"), 2, exactSize: true);
for (int i = 0; i < 4; i++)
{
    if (Pool.TryAllocate(out Mbuf packet) && !ring.TryEnqueue(packet))
    {
        packet.Free();
    }
}
ring.FreeAll();
