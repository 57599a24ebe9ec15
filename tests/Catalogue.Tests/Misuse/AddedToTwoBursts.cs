// A packet is added to a second burst while the first one owns it.
// caught by: analyzer DPDK0004
// caught by: checked PacketOwnershipException "Two owners: the mbuf"
using var slow = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(4)]);
using var fast = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(4)]);
if (Pool.TryAllocate(out Mbuf packet))
{
    if (!slow.TryAdd(packet) || !fast.TryAdd(packet)) // <-- here
    {
        packet.Free(); // <-- here
    }
}
