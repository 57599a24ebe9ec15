// The variable of a packet is used for the next one, before the first was freed.
// caught by: analyzer DPDK0002
// caught by: exception "1 of its 511 packets are still out"
if (!Pool.TryAllocate(out Mbuf packet)) // <-- here
{
    return;
}
if (Pool.TryAllocate(out packet))
{
    packet.Free();
}
