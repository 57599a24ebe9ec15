// The producer frees a packet that it has given to a ring.
// caught by: analyzer DPDK0004
using Ring<Mbuf> ring = Ring<Mbuf>.Create(Name("ring"), 8);
if (Pool.TryAllocate(out Mbuf packet))
{
    if (ring.TryEnqueue(packet))
    {
        packet.Free(); // <-- here
    }
    else
    {
        packet.Free();
    }
}
ring.FreeAll();
