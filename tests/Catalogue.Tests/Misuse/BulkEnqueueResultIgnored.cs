// Packets are enqueued all or none, and nobody looks whether it was none.
// caught by: analyzer DPDK0007
// caught by: exception "4 of its 511 packets are still out"
using Ring<Mbuf> ring = Ring<Mbuf>.Create(Name("ring"), 2, exactSize: true);
Mbuf[] packets = new Mbuf[4];
for (int i = 0; i < packets.Length; i++)
{
    if (!Pool.TryAllocate(out packets[i]))
    {
        return;
    }
}
ring.TryEnqueueBulk(packets); // <-- here
ring.FreeAll();
