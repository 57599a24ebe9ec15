// A clone is sent nowhere and freed nowhere: the original's buffer never returns to its pool either.
// caught by: analyzer DPDK0002
// caught by: exception "1 of its 511 packets are still out"
// caught by: checked PacketOwnershipException "1 of its 511 packets are still out"
// caught by: checked PacketOwnershipException "1 freed by Program.Main"
if (!Pool.TryAllocate(out Mbuf packet))
{
    return;
}
if (packet.TryClone(OtherPool, out Mbuf copy)) // <-- here
{
    Console.WriteLine(copy.PacketLength);
}
packet.Free();
