// After a send the packets that the device took are freed as well: the classic of a partial send.
// caught by: analyzer DPDK0004
// caught by: checked PacketOwnershipException "Use after send: the mbuf"
if (!Pool.TryAllocate(out Mbuf packet))
{
    return;
}
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(32)]);
if (!burst.TryAdd(packet))
{
    packet.Free();
    return;
}
Tx.Send(burst);
packet.Free(); // <-- here
