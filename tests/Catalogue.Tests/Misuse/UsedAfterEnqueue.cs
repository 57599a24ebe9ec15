// A packet is written after it went into a ring, where another lcore may hold it already.
// caught by: analyzer DPDK0003
using Ring<Mbuf> ring = Ring<Mbuf>.Create(Name("ring"), 8);
if (Pool.TryAllocate(out Mbuf packet))
{
    if (!ring.TryEnqueue(packet))
    {
        packet.Free();
        return;
    }
    packet.Port = 3; // <-- here
}
ring.FreeAll();
