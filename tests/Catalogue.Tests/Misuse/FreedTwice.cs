// A packet is freed twice in a row.
// caught by: analyzer DPDK0004
// caught by: checked PacketOwnershipException "Double free: the mbuf"
if (Pool.TryAllocate(out Mbuf packet))
{
    packet.Free();
    packet.Free(); // <-- here
}
