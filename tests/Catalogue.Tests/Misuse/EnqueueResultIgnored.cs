// A packet is lost when the ring is full: the result of TryEnqueue is ignored.
// caught by: analyzer DPDK0007
// caught by: exception InvalidOperationException "1 of its 511 packets are still out"
using Ring<Mbuf> ring = Ring<Mbuf>.Create(Name("full"), 1, exactSize: true);
for (int i = 0; i < 2; i++)
{
    if (Pool.TryAllocate(out Mbuf packet))
    {
        ring.TryEnqueue(packet); // <-- here
    }
}
ring.FreeAll();
