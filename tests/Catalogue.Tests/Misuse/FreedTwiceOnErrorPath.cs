// The error path frees the packet, and the end of the method frees it again: a return is missing.
// caught by: analyzer DPDK0004
if (!Pool.TryAllocate(out Mbuf packet))
{
    return;
}
if (!packet.TryAppend(60, out _))
{
    packet.Free();
}
packet.Free(); // <-- here
