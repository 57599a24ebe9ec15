// A packet is cloned after it was freed.
// caught by: analyzer DPDK0003
// caught by: checked PacketOwnershipException "Use after free: the mbuf"
if (Pool.TryAllocate(out Mbuf packet))
{
    packet.Free();
    if (packet.TryClone(OtherPool, out Mbuf clone)) // <-- here
    {
        clone.Free();
    }
}
