// Packets that are too short are skipped with continue instead of being freed.
// caught by: analyzer DPDK0002
// caught by: exception "3 of its 511 packets are still out"
// caught by: checked PacketOwnershipException "3 of its 511 packets are still out"
using Ring<Mbuf> ring = Ring<Mbuf>.Create(Name("ring"), 8);
for (int i = 0; i < 3; i++)
{
    if (Pool.TryAllocate(out Mbuf made) && !ring.TryEnqueue(made))
    {
        made.Free();
    }
}
while (ring.TryDequeue(out Mbuf packet)) // <-- here
{
    if (packet.PacketLength < 60)
    {
        continue;
    }
    packet.Free();
}
