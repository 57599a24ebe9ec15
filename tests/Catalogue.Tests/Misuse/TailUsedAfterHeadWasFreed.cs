// The next segment is followed after the first one, and with it the chain, was freed.
// caught by: analyzer DPDK0003
// caught by: checked PacketOwnershipException "Use after free: the mbuf"
if (!Pool.TryAllocate(out Mbuf packet))
{
    return;
}
if (Pool.TryAllocate(out Mbuf tail) && !packet.TryChain(tail))
{
    tail.Free();
}
packet.Free();
for (Mbuf segment = packet.Next; !segment.IsNull; segment = segment.Next) // <-- here
{
    Console.WriteLine("segment");
}
