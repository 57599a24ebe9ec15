// A burst that is full does not take the packet; the result that says so is ignored.
// caught by: analyzer DPDK0007
// caught by: exception "1 of its 511 packets are still out"
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(1)]);
for (int i = 0; i < 2; i++)
{
    if (Pool.TryAllocate(out Mbuf packet))
    {
        burst.TryAdd(packet); // <-- here
    }
}
