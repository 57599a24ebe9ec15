// The length of a packet is read after it was freed.
// caught by: analyzer DPDK0003
// caught by: checked PacketOwnershipException "Use after free: the mbuf"
int bytes = 0;
if (Pool.TryAllocate(out Mbuf packet))
{
    packet.Free();
    bytes += packet.PacketLength; // <-- here
}
Console.WriteLine(bytes);
