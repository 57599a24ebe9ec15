// A packet that could not be chained is still the caller's; the result that says so is ignored.
// caught by: analyzer DPDK0007
if (Pool.TryAllocate(out Mbuf packet))
{
    if (Pool.TryAllocate(out Mbuf tail))
    {
        packet.TryChain(tail); // <-- here
    }
    packet.Free();
}
