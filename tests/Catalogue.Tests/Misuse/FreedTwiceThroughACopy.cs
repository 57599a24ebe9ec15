// Two variables hold the same packet, and both are freed.
// caught by: analyzer DPDK0004
// caught by: checked PacketOwnershipException "Double free: the mbuf"
if (Pool.TryAllocate(out Mbuf packet))
{
    Mbuf same = packet;
    packet.Free();
    same.Free(); // <-- here
}
