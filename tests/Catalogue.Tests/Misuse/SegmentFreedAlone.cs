// The segments of a chained packet are freed one by one, and then the packet, which frees them all.
// caught by: analyzer DPDK0004
// caught by: checked PacketOwnershipException "Use after free: the mbuf"
if (!Pool.TryAllocate(out Mbuf packet))
{
    return;
}
if (Pool.TryAllocate(out Mbuf tail) && !packet.TryChain(tail))
{
    tail.Free();
}
foreach (Mbuf segment in packet.Segments)
{
    segment.Free(); // <-- here
}
packet.Free();
