// Whether the ring took the packet is kept in a variable.
using Ring<Mbuf> ring = Ring<Mbuf>.Create(Name("ring"), 2, exactSize: true);
int lost = 0;
for (int i = 0; i < 4; i++)
{
    if (Pool.TryAllocate(out Mbuf packet))
    {
        bool taken = ring.TryEnqueue(packet);
        lost += taken ? 0 : 1;
        if (!taken)
        {
            packet.Free();
        }
    }
}
Console.WriteLine(lost);
ring.FreeAll();
