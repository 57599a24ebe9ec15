// A packet that does not fit into the burst is forgotten.
// caught by: analyzer DPDK0002
// caught by: exception "1 of its 511 packets are still out"
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(1)]);
for (int i = 0; i < 2; i++)
{
    if (Pool.TryAllocate(out Mbuf packet)) // <-- here
    {
        if (burst.TryAdd(packet))
        {
            Console.WriteLine("added");
        }
    }
}
