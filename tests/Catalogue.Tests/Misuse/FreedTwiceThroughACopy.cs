// Two variables hold the same packet, and both are freed.
// caught by: analyzer DPDK0004
if (Pool.TryAllocate(out Mbuf packet))
{
    Mbuf same = packet;
    packet.Free();
    same.Free(); // <-- here
}
