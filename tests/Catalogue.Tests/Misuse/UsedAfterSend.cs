// Statistics are taken of a packet after it was sent.
// caught by: analyzer DPDK0003
// caught by: checked PacketOwnershipException "Use after send: the mbuf"
if (!Pool.TryAllocate(out Mbuf packet))
{
    return;
}
using var burst = new PacketBurst(stackalloc Mbuf[PacketBurst.StorageFor(1)]);
if (!burst.TryAdd(packet))
{
    packet.Free();
    return;
}
Tx.Send(burst);
Console.WriteLine(packet.PacketLength); // <-- here
