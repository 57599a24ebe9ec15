// A packet that was chained behind another one is freed by itself.
// caught by: analyzer DPDK0004
// caught by: checked PacketOwnershipException "Two owners: the mbuf"
if (!Pool.TryAllocate(out Mbuf packet))
{
    return;
}
if (!Pool.TryAllocate(out Mbuf tail))
{
    packet.Free();
    return;
}
if (packet.TryChain(tail))
{
    tail.Free(); // <-- here
}
else
{
    tail.Free();
}
packet.Free();
